/** Paragraphs under articles, principles and rules: the headings number the text, "1." under a heading numbers within it. */
import type { Division } from './divisions.ts';
import { ordinalOf } from './divisions.ts';
import { type Draft, UNFINISHED } from './drafts.ts';
import { isInstrument } from './furniture.ts';
import type { Unit } from './outline.ts';
import { isSpeakers } from './recitals.ts';

/** Divisions behind the text proper, whose parts have letters and Roman numbers of their own. */
export const isAnnex = (d: Division): boolean => /^(?:Annex|Appendix|Attachment|Schedule)$/.test(d.keyword);
export const nameOf = (d: Division): string => `${d.keyword} ${d.label}`.trim();

/** "I: Notifications", "A.", "B: Costs" inside an annex. */
const PART = /^([IVX]{1,5}|[A-Z])\s*(?:[.:)]\s*(.{0,100}))?$/;
/** The parts that an annex is divided in, one level of letters inside one of Roman numbers. */
function partsOf(parts: readonly string[], label: string): readonly string[] {
  const last = parts.at(-1);
  const letter =
    label.length === 1 &&
    (last === undefined ? !/[IVX]/.test(label) : last.length === 1 && label.charCodeAt(0) === last.charCodeAt(0) + 1 && !/^[IVX]+$/.test(last));
  if (!letter && ordinalOf(label) !== undefined && /^[IVX]+$/.test(label)) return [label];
  return /^[IVX]+$/.test(parts[0] ?? '') ? [parts[0] as string, label] : [label];
}

export function byDivision(units: readonly Unit[]): readonly Draft[] {
  const drafts: Draft[] = [];
  const preamble: Unit[] = [];
  const indent = Math.min(...units.filter((u) => u.role === 'text' && u.marker?.kind === 'number').map((u) => u.indent));
  let division: Division | undefined;
  let parts: readonly string[] = [];
  let heading: string | undefined;
  let current: Draft | undefined;
  let ended = false;
  // What an archive prints under each number is no title of any.
  const titles = new Set<string>();

  // The articles of an annex count anew, and are its own: "Annex II, Article 1".
  let annex: Division | undefined;
  const highest = new Map<string, number>();

  const enter = (d: Division): void => {
    if (isAnnex(d)) annex = d;
    else {
      const n = ordinalOf(d.label) ?? 0;
      if (d.label === '' || n > (highest.get(d.keyword) ?? 0)) annex = undefined;
      if (annex === undefined) highest.set(d.keyword, Math.max(n, highest.get(d.keyword) ?? 0));
    }
    division = d;
    parts = [];
    heading = d.title || undefined;
    current = undefined;
  };
  const open = (label: string, u: Unit): void => {
    current = { label, also: [], units: [u], ...(heading ? { heading } : {}) };
    drafts.push(current);
  };
  /** Numbers that all but the last go on with one unfinished sentence of the article are its items, not its paragraphs. */
  const completes = (at: number): boolean => {
    const run: Unit[] = [];
    for (let k = at; k < units.length && !units[k]?.division; k++) if (units[k]?.marker?.kind === 'number') run.push(units[k] as Unit);
    return run.slice(0, -1).every((u) => UNFINISHED.test(u.prose.text));
  };

  units.forEach((u, at) => {
    if (u.role === 'closing') {
      current = undefined;
      ended = true;
      return;
    }
    const part = division && isAnnex(division) && u.role !== 'text' ? PART.exec(u.prose.text) : null;
    if (part) {
      parts = partsOf(parts, part[1] as string);
      heading = part[2] || undefined;
      current = undefined;
      return;
    }
    if (u.role === 'heading') {
      const title = u.prose.text;
      if (u.division) enter(u.division);
      else if (ended && isInstrument(u.block)) enter({ keyword: title, label: '', title: '' });
      else {
        if (division && !current) heading = title;
        current = undefined;
      }
      return;
    }
    if (!division) {
      if (u.role === 'text' || isSpeakers(u, units[at + 1])) preamble.push(u);
      return;
    }
    if (u.role === 'furniture' && current === undefined) {
      // The line below "Article 3" that is no sentence is its title.
      if (!titles.has(u.prose.text)) heading ??= u.prose.text;
      titles.add(u.prose.text);
      return;
    }
    const within = annex && annex !== division ? `${nameOf(annex)}, ` : '';
    const name = `${within}${nameOf(division)}${parts.map((p) => `(${p})`).join('')}`;
    const last = drafts.at(-1);
    const number = u.marker?.kind === 'number' && u.indent <= Math.max(3, indent) ? u.marker.label : undefined;
    const whole = last?.label === name || last?.label.startsWith(`${name}(`);
    const unfinished = last?.label === name && UNFINISHED.test(last.units.at(-1)?.prose.text ?? '');
    const item = unfinished && (last.units.at(-1)?.marker?.kind === 'number' || completes(at));
    if (u.marker?.kind === 'decimal') open(division.keyword === 'Article' ? `Article ${u.marker.label}` : u.marker.label, u);
    else if (number !== undefined && !item) open(`${name}(${number})`, u);
    else if (current) current.units.push(u);
    else if (last && whole) {
      // Behind a heading inside the article its text goes on.
      last.units.push(u);
      current = last;
    } else open(name, u);
  });
  return preamble.length > 0
    ? [{ label: 'Preamble', also: preamble.length > 1 ? preamble.map((_, i) => `recital ${i + 1}`) : [], units: preamble }, ...drafts]
    : drafts;
}
