/** Finds the paragraphs of an instrument and the labels by which they are cited, as the text itself numbers them. */
import type { Markup } from '../text/markup/markup.ts';
import { join, type Prose } from '../text/prose.ts';
import { findSentences } from '../text/sentences.ts';
import type { InstrumentHead, Paragraph } from './instrument.ts';
import { outline, type Unit } from './outline.ts';

/** A paragraph in the making: its label, and the units that belong to it. */
interface Draft {
  readonly label: string;
  readonly also: string[];
  readonly units: Unit[];
  readonly heading?: string;
}

/** How one refers to a sub-paragraph: letters and numbers as written, bullets counted: "4 (b1)", "Article VII(5)(a)". */
const itemLabel = (parent: string, unit: Unit, nth: number): string =>
  unit.marker?.kind === 'bullet' || !unit.marker
    ? `${parent} (b${nth})`
    : /\(|^(?:Article|Annex)/.test(parent)
      ? `${parent}(${unit.marker.label})`
      : `${parent} (${unit.marker.label})`;

function finish(drafts: readonly Draft[]): readonly Paragraph[] {
  return drafts
    .filter((d) => d.units.some((u) => u.prose.text.length > 0))
    .map((d, i) => {
      const pieces: Prose[] = [];
      const items: { label: string; span: { start: number; end: number } }[] = [];
      let at = 0;
      let bullets = 0;
      d.units.forEach((u, k) => {
        // A list inside a paragraph keeps its letters, which stand in the prose as written; its first unit has lost only the paragraph's own number.
        const keepsMarker = k > 0 && u.prose !== u.block.prose;
        const piece = keepsMarker ? u.block.prose : u.prose;
        if (piece.text.length === 0) return;
        if (pieces.length > 0) at += 1;
        const skipped = piece.text.length - u.prose.text.length;
        if (k > 0 && u.marker) {
          if (u.marker.kind === 'bullet') bullets += 1;
          items.push({ label: itemLabel(d.label, u, bullets), span: { start: at + skipped, end: at + piece.text.length } });
        }
        pieces.push(piece);
        at += piece.text.length;
      });
      const prose = join(pieces);
      const first = d.units[0] as Unit;
      const last = d.units.at(-1) as Unit;
      return {
        label: d.label,
        number: i + 1,
        span: { start: first.block.span.start, end: last.block.span.end },
        prose,
        sentences: findSentences(prose.text),
        ...(d.also.length > 0 ? { alsoLabels: d.also } : {}),
        ...(items.length > 0 ? { items } : inlineItems(d.label, prose)),
        ...(d.heading ? { heading: d.heading } : {}),
      };
    });
}

/** "(a) …; (b) …" run into one block: found when the letters follow each other from (a). */
function inlineItems(parent: string, prose: Prose): { items?: Paragraph['items'] } {
  const found: { letter: string; at: number; end: number }[] = [];
  for (const m of prose.text.matchAll(/(?:^|[\s:;,.])\(?([a-h])\)\s?(?=\p{L})/gu)) {
    const letter = m[1] as string;
    if (letter.charCodeAt(0) === 97 + found.length) found.push({ letter, at: m.index + (/^[\s:;,.]/.test(m[0]) ? 1 : 0), end: m.index + m[0].length });
  }
  if (found.length < 2) return {};
  return {
    items: found.map((f, i) => ({
      label: /\(|^Article/.test(parent) ? `${parent}(${f.letter})` : `${parent} (${f.letter})`,
      span: { start: f.end, end: found[i + 1]?.at ?? prose.text.length },
    })),
  };
}

/** A sentence that goes on in what follows: “…:”, “…;”, and before the last of a list “…; and”. */
const UNFINISHED = /(?:[:,;–—]|[;,]\s(?:and|or|et|ou|y|o|e))$/;

/** Articles, principles, rules: the headings number the text, "1." under a heading numbers within it. */
function byDivision(units: readonly Unit[]): readonly Draft[] {
  const drafts: Draft[] = [];
  const preamble: Unit[] = [];
  let division: Unit['division'];
  let heading: string | undefined;
  let current: Draft | undefined;
  for (const u of units) {
    if (u.role === 'closing') {
      current = undefined;
      continue;
    }
    if (u.role === 'heading') {
      if (u.division) {
        division = u.division;
        heading = u.division.title || undefined;
        current = undefined;
      } else if (division && !current) heading = u.prose.text;
      else if (division && current) current = undefined;
      continue;
    }
    if (u.role === 'furniture' && (!division || current === undefined)) continue;
    if (!division) {
      preamble.push(u);
      continue;
    }
    const name = `${division.keyword} ${division.label}`.trim();
    const numbered = u.marker?.kind === 'number' && u.indent <= 3;
    const last = drafts.at(-1);
    // Numbers that go on with an unfinished sentence of the article are its items, not its paragraphs.
    const unfinished = last?.label === name && UNFINISHED.test(last.units.at(-1)?.prose.text ?? '');
    if (numbered && !unfinished) {
      current = { label: `${name}(${(u.marker as { label: string }).label})`, also: [], units: [u], ...(heading ? { heading } : {}) };
      drafts.push(current);
    } else if (current) current.units.push(u);
    else if (last?.label === name) {
      last.units.push(u);
      current = last;
    } else {
      current = { label: name, also: [], units: [u], ...(heading ? { heading } : {}) };
      drafts.push(current);
    }
  }
  return preamble.length > 0
    ? [{ label: 'Preamble', also: preamble.map((_, i) => `recital ${i + 1}`).slice(0, preamble.length > 1 ? undefined : 0), units: preamble }, ...drafts]
    : drafts;
}

/** Recitals of a resolution begin with a participle: each is a preambular paragraph of its own. */
const RECITAL =
  /^(?:Having|Recalling|Reaffirming|Affirming|Noting|Recogni[sz]ing|Welcoming|Expressing|Emphasi[sz]ing|Stressing|Bearing|Considering|Convinced|Determined|Mindful|Aware|Acknowledging|Guided|Concerned|Deeply|Acting|Taking|Underlining|Underscoring|Reiterating|Conscious|Desiring|Resolved|Alarmed|Condemning|Commending)\b/;

/** Paragraphs with numbers of their own. What stands between two numbers belongs to the first; what stands before the first is the preamble. */
function byNumber(units: readonly Unit[], isNumber: (u: Unit) => boolean): readonly Draft[] {
  const drafts: Draft[] = [];
  const before: Unit[] = [];
  let heading: string | undefined;
  let counted = 0;
  for (const u of units) {
    if (u.role === 'closing') break;
    if (u.role === 'heading') {
      heading = u.prose.text;
      continue;
    }
    if (isNumber(u)) {
      const written = Number((u.marker as { label: string }).label);
      // An archive restarts each list at 1: then the count goes on.
      counted = written > counted ? written : counted + 1;
      drafts.push({ label: String(counted), also: [`OP${counted}`], units: [u], ...(heading ? { heading } : {}) });
    } else if (drafts.length === 0) {
      if (u.role === 'text') before.push(u);
    } else if (u.role === 'text') (drafts.at(-1) as Draft).units.push(u);
  }
  const recitals = before.filter((u) => RECITAL.test(u.prose.text));
  if (recitals.length >= 3) {
    const own = recitals.map((u, i) => ({ label: `PP${i + 1}`, also: [`recital ${i + 1}`], units: [u] }));
    return [...own, ...drafts];
  }
  return before.length > 0 ? [{ label: 'Preamble', also: [], units: before }, ...drafts] : drafts;
}

/** Body paragraphs counted from the opening; lists belong to the paragraph that introduces them. */
function byCount(units: readonly Unit[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let heading: string | undefined;
  let fresh = true;
  for (const u of units) {
    if (u.role === 'closing') break;
    if (u.role === 'heading') {
      heading = u.prose.text;
      fresh = true;
      continue;
    }
    if (u.role === 'furniture') continue;
    const last = drafts.at(-1);
    const tail = last?.units.at(-1)?.prose.text ?? '';
    const goesOn =
      last !== undefined &&
      !fresh &&
      (u.marker !== undefined || (/^\p{Ll}/u.test(u.prose.text) && !/[.!?]$/.test(tail)) || (/^\p{Ll}/u.test(u.prose.text) && last.units.length > 1));
    const deeper = last !== undefined && fresh === false && u.block.kind === 'item' && u.marker === undefined;
    if (last && (goesOn || deeper) && !(u.marker !== undefined && last.units[0]?.marker !== undefined && u.indent <= (last.units[0]?.indent ?? 0)))
      last.units.push(u);
    else drafts.push({ label: String(drafts.length + 1), also: [], units: [u], ...(heading ? { heading } : {}) });
    fresh = false;
  }
  return drafts;
}

const size = (units: readonly Unit[]): number => units.reduce((n, u) => n + u.prose.text.length, 0);

/** Numbers that run on through the text and carry most of it; lists that restart inside paragraphs do not. */
function runningNumbers(units: readonly Unit[]): ((u: Unit) => boolean) | undefined {
  const texts = units.filter((u) => u.role === 'text');
  const numbered = texts.filter((u) => u.marker?.kind === 'number');
  if (numbered.length < 3) return undefined;
  const indent = Math.min(...numbered.map((u) => u.indent));
  const top = numbered.filter((u) => u.indent <= indent + 1);
  const labels = top.map((u) => Number(u.marker?.label));
  const restarts = labels.filter((n, i) => i > 0 && n !== (labels[i - 1] as number) + 1).length;
  const allOnes = labels.every((n) => n === 1);
  const under = size(texts.slice(texts.indexOf(top[0] as Unit), texts.indexOf(top.at(-1) as Unit) + 1));
  if (under < 0.5 * size(texts.filter((u) => !RECITAL.test(u.prose.text))) || (labels[0] as number) > 2) return undefined;
  if (!allOnes && restarts > Math.max(1, labels.length * 0.1)) return undefined;
  const set = new Set(top);
  return (u) => set.has(u);
}

/**
 * The paragraphs of an instrument, in order, as the text numbers them: by articles, by its own paragraph numbers, or by counting.
 * `text` is the file's text that `markup` was read from. Total: a text without paragraphs gives none.
 */
export function findParagraphs(markup: Markup, head: InstrumentHead, text: string): { readonly paragraphs: readonly Paragraph[]; readonly numbering: string } {
  const units = outline(markup, text).filter((u, i) => !(i < 3 && u.role !== 'closing' && u.prose.text === head.title));
  const divisions = units.filter((u) => u.division && u.division.keyword !== 'Annex');
  if (divisions.length >= 2)
    return {
      paragraphs: finish(byDivision(units)),
      numbering: `${(divisions[0]?.division?.keyword || 'number').toLowerCase()}s, with their paragraphs as the text numbers them`,
    };
  const isNumber = runningNumbers(units);
  if (isNumber) return { paragraphs: finish(byNumber(units, isNumber)), numbering: 'paragraphs as the text itself numbers them' };
  return { paragraphs: finish(byCount(units)), numbering: 'body paragraphs, counted from the opening' };
}
