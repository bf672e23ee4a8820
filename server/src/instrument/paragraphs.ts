/** Finds the paragraphs of an instrument and the labels by which they are cited, as the text itself numbers them. */
import type { Markup } from '../text/markup/markup.ts';
import { byDivision, isAnnex, nameOf } from './divided.ts';
import { ordinalOf } from './divisions.ts';
import { type Draft, finish, UNFINISHED } from './drafts.ts';

import { isForeword } from './furniture.ts';
import type { InstrumentHead, Paragraph } from './instrument.ts';
import type { Marker } from './markers.ts';
import { outline, type Unit } from './outline.ts';
import { isRecital, isSpeakers } from './recitals.ts';

/** Paragraphs with numbers of their own. What stands between two numbers belongs to the first; what stands before the first is the preamble. */
function byNumber(units: readonly Unit[], isNumber: (u: Unit) => boolean, sections?: ReadonlyMap<Unit, string>): readonly Draft[] {
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
      const part = u.division && isAnnex(u.division) ? nameOf(u.division) : sections?.get(u);
      if (part !== undefined) {
        annex = part;
        counted = 0;
      }
      return;
    }
    if (isNumber(u)) {
      const marker = u.marker as Marker;
      const written = countOf(marker);
      // An archive restarts each list at 1: then the count goes on.
      counted = written > counted ? written : counted + 1;
      const number = marker.kind === 'roman' ? marker.label : String(counted);
      const also = marker.kind === 'roman' ? [String(counted)] : [`OP${counted}`];
      drafts.push({
        ...(annex === undefined ? { label: number, also } : { label: `${annex}(${number})`, also: [] }),
        units: [u],
        ...(heading ? { heading } : {}),
      });
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
    const own: Draft[] = [];
    for (const u of before.slice(first)) {
      // "Declare as follows:" ends the last recital.
      if (/[:：]$/.test(u.prose.text) && !isRecital(u) && own.length > 0) own.at(-1)?.units.push(u);
      else own.push({ label: `PP${own.length + 1}`, also: [`recital ${own.length + 1}`], units: [u] });
    }
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

const countOf = (m: Marker): number => (m.kind === 'roman' ? (ordinalOf(m.label) ?? 0) : Number(m.label));

/** Numbers, Arabic or Roman, that run on through the text and carry most of it; lists that restart inside paragraphs do not. */
function runningNumbers(units: readonly Unit[], kind: 'number' | 'roman'): ((u: Unit) => boolean) | undefined {
  const annex = units.findIndex((u) => u.division && isAnnex(u.division));
  const body = annex > 0 ? units.slice(0, annex) : units;
  const texts = body.filter((u) => u.role === 'text');
  const of = (u: Unit): boolean => u.role === 'text' && u.marker?.kind === kind && (kind === 'number' || /^[IVX]+$/.test(u.marker.label));
  const numbered = texts.filter(of);
  if (numbered.length < 3) return undefined;
  const indent = numbered.reduce((n, u) => Math.min(n, u.indent), Infinity);
  const top = numbered.filter((u) => u.indent <= indent + 1);
  const labels = top.map((u) => countOf(u.marker as Marker));
  const restarts = labels.filter((n, i) => i > 0 && n !== (labels[i - 1] as number) + 1).length;
  const allOnes = labels.every((n) => n === 1);
  const first = texts.indexOf(top[0] as Unit);
  const under = size(texts.slice(first, texts.indexOf(top.at(-1) as Unit) + 1));
  // What a resolution recalls may be longer than what it decides.
  const recitals = texts.slice(0, first).filter(isRecital).length >= 3;
  if (under < 0.5 * size(recitals ? texts.slice(first) : texts) || (labels[0] as number) > 2) return undefined;
  if (!allOnes && restarts > Math.max(1, labels.length * 0.1)) return undefined;
  return (u) => of(u) && u.indent <= indent + 1;
}

/** "Part II – Trade", "II. Trade", "B. Trade": what a heading is called, when it has a number or letter. */
const SECTION = /^(?:((?:Part|PART|Chapter|CHAPTER|Title|TITLE)\s+(?:[IVX]{1,5}|\d{1,2}|[A-Z]))\b|([IVX]{1,5}|[A-Z])[.):]\s)/;

/** Headings with a number of their own under which the paragraphs count from 1 each time: "Part II(1)". */
function restartingSections(units: readonly Unit[]): ReadonlyMap<Unit, string> | undefined {
  const names = new Map<Unit, string>();
  const groups: number[][] = [];
  for (const u of units) {
    const m = u.role === 'heading' && !u.division ? SECTION.exec(u.prose.text) : null;
    if (m) {
      names.set(u, (m[1] ?? m[2]) as string);
      groups.push([]);
    } else if (u.role === 'text' && u.marker?.kind === 'number' && u.indent < 4) groups.at(-1)?.push(Number(u.marker.label));
  }
  const filled = groups.filter((g) => g.length > 0);
  const counting = filled.every((g) => g.every((n, i) => n === i + 1));
  return filled.length >= 2 && counting && filled.filter((g) => g.length > 1).length >= 2 ? names : undefined;
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
  // A file that says no title of itself has it in its first heading.
  const titled = typeof markup.frontMatter?.data.title === 'string';
  const units = outline(markup, text).filter(
    (u, i) =>
      !(i < 3 && u.role !== 'closing' && u.prose.text === head.title) &&
      !(i === 0 && u.role === 'heading' && !u.division && !titled && !SECTION.test(u.prose.text)),
  );
  const counted = { numbering: 'body paragraphs, counted from the opening' };
  if (head.counted) return { paragraphs: finish(byCount(units)), ...counted };
  const divided = numberingDivisions(units);
  if (divided)
    return { paragraphs: finish(byDivision(divided.units)), numbering: `${divided.keyword.toLowerCase()}s, with their paragraphs as the text numbers them` };
  if (units.filter((u) => u.role === 'text' && u.marker?.kind === 'decimal').length >= 3)
    return { paragraphs: finish(byDecimal(units)), numbering: 'paragraphs as the text itself numbers them' };
  const sections = restartingSections(units);
  if (sections)
    return {
      paragraphs: finish(byNumber(units, (u) => u.role === 'text' && u.marker?.kind === 'number' && u.indent < 4, sections)),
      numbering: 'paragraphs as the text itself numbers them, within its parts',
    };
  const isNumber = runningNumbers(units, 'number') ?? runningNumbers(units, 'roman');
  if (isNumber) return { paragraphs: finish(byNumber(units, isNumber)), numbering: 'paragraphs as the text itself numbers them' };
  return { paragraphs: finish(byCount(units)), ...counted };
}
