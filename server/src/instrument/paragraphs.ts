/** Finds the paragraphs of an instrument and the labels by which they are cited, as the text itself numbers them. */
import type { Markup } from '../text/markup/markup.ts';
import { byDivision, isAnnex, nameOf } from './divided.ts';
import { type Draft, finish, UNFINISHED } from './drafts.ts';
import { isForeword } from './furniture.ts';
import type { InstrumentHead, Paragraph } from './instrument.ts';
import { outline, type Unit } from './outline.ts';
import { isRecital, isSpeakers } from './recitals.ts';

/** Paragraphs with numbers of their own. What stands between two numbers belongs to the first; what stands before the first is the preamble. */
function byNumber(units: readonly Unit[], isNumber: (u: Unit) => boolean): readonly Draft[] {
  const drafts: Draft[] = [];
  const before: Unit[] = [];
  let heading: string | undefined;
  let annex: string | undefined;
  let counted = 0;
  let ended = false;
  units.forEach((u, at) => {
    if (u.role === 'closing') ended = true;
    else if (u.division && isAnnex(u.division)) ended = false;
    if (ended) return;
    if (u.role === 'heading') {
      heading = u.division?.title || u.prose.text;
      if (u.division && isAnnex(u.division)) {
        annex = nameOf(u.division);
        counted = 0;
      }
      return;
    }
    if (isNumber(u)) {
      const written = Number((u.marker as { label: string }).label);
      // An archive restarts each list at 1: then the count goes on.
      counted = written > counted ? written : counted + 1;
      const label = annex === undefined ? { label: String(counted), also: [`OP${counted}`] } : { label: `${annex}(${counted})`, also: [] };
      drafts.push({ ...label, units: [u], ...(heading ? { heading } : {}) });
    } else if (u.role !== 'text' && !isSpeakers(u, units[at + 1])) return;
    else if (drafts.length === 0) before.push(u);
    else if (annex !== undefined && !(drafts.at(-1) as Draft).label.startsWith(annex))
      drafts.push({ label: annex, also: [], units: [u], ...(heading ? { heading } : {}) });
    else (drafts.at(-1) as Draft).units.push(u);
  });
  // A text whose first number is 2 leaves the first paragraph without one.
  if (drafts[0]?.label === '2' && before.length > 0) return [{ label: '1', also: ['OP1'], units: before }, ...drafts];
  const first = before.findIndex(isRecital);
  if (before.filter(isRecital).length >= 3) {
    // Behind the first recital each block is one, whatever its first word; before it stands who speaks.
    const own = before.slice(first).map((u, i) => ({ label: `PP${i + 1}`, also: [`recital ${i + 1}`], units: [u] }));
    const opening = before.slice(0, first).filter((u) => u.prose.text.length > 60);
    return [...(opening.length > 0 ? [{ label: 'Preamble', also: [], units: opening }] : []), ...own, ...drafts];
  }
  return before.length > 0 ? [{ label: 'Preamble', also: [], units: before }, ...drafts] : drafts;
}

/** Paragraphs numbered by levels, "1.1", "1.2.1": those that complete an unfinished sentence above them are its items. */
function byDecimal(units: readonly Unit[]): readonly Draft[] {
  const drafts: Draft[] = [];
  const before: Unit[] = [];
  let heading: string | undefined;
  units.forEach((u, at) => {
    if (u.role === 'heading') heading = u.division?.title || u.prose.text;
    if (u.role !== 'text') return;
    const label = u.marker?.kind === 'decimal' || (u.marker?.kind === 'number' && !u.marker.word && u.indent < 4) ? u.marker.label : undefined;
    const last = drafts.at(-1);
    if (label === undefined) {
      if (last) last.units.push(u);
      else before.push(u);
      return;
    }
    const below = units[at + 1]?.marker;
    const title = u.prose.text.length < 100 && !/[.:;,]$/.test(u.prose.text);
    if (title && below?.kind === 'decimal' && below.label.startsWith(`${label}.`)) heading = u.prose.text;
    else if (
      last &&
      label.startsWith(`${last.label}.`) &&
      (UNFINISHED.test(last.units.at(-1)?.prose.text ?? '') || last.units.some((x, i) => i > 0 && x.marker?.kind === 'decimal'))
    )
      last.units.push(u);
    else drafts.push({ label, also: [], units: [u], ...(heading ? { heading } : {}) });
  });
  return before.length > 0 ? [{ label: 'Preamble', also: [], units: before }, ...drafts] : drafts;
}

/** A line that breaks off, as archives let a paragraph run into a blank line: "… of the Forum, which". */
const BROKEN =
  /(?:[\s—–-](?:which|that|who|and|or|of|the|a|an|to|in|on|for|with|by|from|as|at|our|their|its|de|la|les?|des|du|et|à|el|los|las|y|en)|\p{Ll}[—–-])$/u;

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
    if (u.role === 'furniture' || (drafts.length === 0 && isForeword(u.prose.text))) continue;
    const last = drafts.at(-1);
    const tail = last?.units.at(-1)?.prose.text ?? '';
    const lower = /^\p{Ll}/u.test(u.prose.text);
    const goesOn = last !== undefined && !fresh && (u.marker !== undefined || (lower && (!/[.!?]$/.test(tail) || last.units.length > 1)) || BROKEN.test(tail));
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
  const annex = units.findIndex((u) => u.division && isAnnex(u.division));
  const body = annex > 0 ? units.slice(0, annex) : units;
  const texts = body.filter((u) => u.role === 'text');
  const numbered = texts.filter((u) => u.marker?.kind === 'number');
  if (numbered.length < 3) return undefined;
  const indent = Math.min(...numbered.map((u) => u.indent));
  const top = numbered.filter((u) => u.indent <= indent + 1);
  const labels = top.map((u) => Number(u.marker?.label));
  const restarts = labels.filter((n, i) => i > 0 && n !== (labels[i - 1] as number) + 1).length;
  const allOnes = labels.every((n) => n === 1);
  const under = size(texts.slice(texts.indexOf(top[0] as Unit), texts.indexOf(top.at(-1) as Unit) + 1));
  if (under < 0.5 * size(texts.filter((u) => !isRecital(u))) || (labels[0] as number) > 2) return undefined;
  if (!allOnes && restarts > Math.max(1, labels.length * 0.1)) return undefined;
  return (u) => u.role === 'text' && u.marker?.kind === 'number' && u.indent <= indent + 1;
}

/** True when "1., 2., 3." go on through the divisions, which then are headings over paragraphs with numbers of their own. */
function runThrough(units: readonly Unit[]): boolean {
  const groups: number[][] = [];
  for (const u of units) {
    if (u.division) {
      if (isAnnex(u.division)) break;
      groups.push([]);
    } else if (u.role === 'text' && u.marker?.kind === 'number' && u.indent < 4) groups.at(-1)?.push(Number(u.marker.label));
  }
  const filled = groups.filter((g) => g.length > 0);
  return filled.length >= 2 && filled.every((g, i) => i === 0 || g[0] === (filled[i - 1]?.at(-1) ?? 0) + 1);
}

/** Keywords of headings that announce a theme as often as they number a provision. */
const THEMES = /^(?:Section|Pillar|Goal|Action|Recommendation|Commitment|Point)$/;

/** Divisions that number the text. Sections that hold articles do not, nor do themes over several paragraphs each. */
function numberingDivisions(units: readonly Unit[]): { readonly units: readonly Unit[]; readonly keyword: string } | undefined {
  const all = units.filter((u) => u.division && !isAnnex(u.division));
  const articles = all.some((u) => u.division?.keyword === 'Article');
  const themed = articles || all.every((u) => THEMES.test(u.division?.keyword ?? ''));
  const texts = units.filter((u, i) => u.role === 'text' && u.marker === undefined && i > units.indexOf(all[0] as Unit));
  const drop = (u: Unit): boolean => u.division !== undefined && THEMES.test(u.division.keyword) && (articles || texts.length > 1.5 * all.length);
  const rest = themed ? units.map((u) => (drop(u) ? withoutDivision(u) : u)) : units;
  const kept = rest.filter((u) => u.division && !isAnnex(u.division));
  if (kept.length < 2 || runThrough(rest)) return undefined;
  return { units: rest, keyword: kept[0]?.division?.keyword || 'number' };
}

function withoutDivision({ division: _, ...unit }: Unit): Unit {
  return unit;
}

/**
 * The paragraphs of an instrument, in order, as the text numbers them: by articles, by its own paragraph numbers, or by counting.
 * `text` is the file's text that `markup` was read from. Total: a text without paragraphs gives none.
 */
export function findParagraphs(markup: Markup, head: InstrumentHead, text: string): { readonly paragraphs: readonly Paragraph[]; readonly numbering: string } {
  const units = outline(markup, text).filter((u, i) => !(i < 3 && u.role !== 'closing' && u.prose.text === head.title));
  const counted = { numbering: 'body paragraphs, counted from the opening' };
  if (head.counted) return { paragraphs: finish(byCount(units)), ...counted };
  const divided = numberingDivisions(units);
  if (divided)
    return { paragraphs: finish(byDivision(divided.units)), numbering: `${divided.keyword.toLowerCase()}s, with their paragraphs as the text numbers them` };
  if (units.filter((u) => u.role === 'text' && u.marker?.kind === 'decimal').length >= 3)
    return { paragraphs: finish(byDecimal(units)), numbering: 'paragraphs as the text itself numbers them' };
  const isNumber = runningNumbers(units);
  if (isNumber) return { paragraphs: finish(byNumber(units, isNumber)), numbering: 'paragraphs as the text itself numbers them' };
  return { paragraphs: finish(byCount(units)), ...counted };
}
