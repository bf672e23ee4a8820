/** Renders what features say to Markdown: escaped, so that no text of a document or declaration can pretend to be markup. */

import type { Passage } from '../document/analysis.ts';
import type { Commitment, Instrument, Paragraph } from '../instrument/instrument.ts';
import { fromSource } from '../text/prose.ts';
import { overlap, type Span } from '../text/span.ts';

/** A link that opens a passage, or `undefined` where the client has no way to open one. Given by `lsp/`, which knows uris and lines. */
export type LinkTo = (passage: Passage) => string | undefined;

/** Only what would be read as markup where it stands is escaped, so that the raw text stays readable too. One line. */
export const escaped = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?\w)/g, '\\&')
    .replace(/^(\s*)([#+-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2');

/** Paragraphs, those that say nothing left out. */
export const sections = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((p) => p !== undefined && p !== false && p !== '').join('\n\n');

/** The text as a table's cell holds it. */
export const cell = (text: string): string => text.replace(/\n/g, ' ');

/** "1 paragraph", "2 paragraphs". */
export const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

const link = (text: string, url: string | undefined): string => (url === undefined ? text : `[${text}](${url})`);

/** A stretch of text with marks around parts of it: strong, emphasis, struck. Marks never nest; the earlier one wins. */
export interface Mark {
  readonly span: Span;
  readonly mark: '**' | '*' | '~~';
}

export function marked(text: string, marks: readonly Mark[], from = 0, to = text.length): string {
  let out = '';
  let at = from;
  for (const { span, mark } of joined(text, marks, from, to)) {
    const start = Math.max(span.start, at);
    if (start >= span.end) continue;
    out += escaped(text.slice(at, start)) + mark + escaped(text.slice(start, span.end)) + mark;
    at = span.end;
  }
  return out + escaped(text.slice(at, to));
}

const LETTER = /[\p{L}\p{N}]/u;
const letter = (text: string, at: number): boolean => LETTER.test(text[at] ?? '');

/**
 * The marks in order, as Markdown can show them: none that begins or ends with a space; none that parts a sign from the word it touches, as
 * in "word**,** word"; and one for two that touch.
 */
function joined(text: string, marks: readonly Mark[], from: number, to: number): readonly Mark[] {
  const out: Mark[] = [];
  for (const { span, mark } of marks.toSorted((a, b) => a.span.start - b.span.start)) {
    let start = Math.max(span.start, from);
    let end = Math.min(span.end, to);
    while (start < end && text[start] === ' ') start++;
    while (end > start && text[end - 1] === ' ') end--;
    if (start >= end) continue;
    if (!letter(text, start)) while (start > from && letter(text, start - 1)) start--;
    // The last stop of "U.S." is its own.
    if (text[end] === '.' && /\.\p{L}$/u.test(text.slice(start, end))) end++;
    if (!letter(text, end - 1)) while (end < to && letter(text, end)) end++;
    const last = out.at(-1);
    if (last && last.mark === mark && last.span.end >= start)
      out[out.length - 1] = { mark, span: { start: last.span.start, end: Math.max(last.span.end, end) } };
    else out.push({ mark, span: { start, end } });
  }
  return out;
}

/** Where a span of the instrument's file stands in the paragraph's prose. */
export const inParagraph = (p: Paragraph, s: Span): Span => {
  const start = fromSource(p.prose, s.start);
  return { start, end: Math.max(start, fromSource(p.prose, s.end)) };
};

/** Longer paragraphs are shown around what is meant, not whole. */
const LONGEST = 1600;

/** The window of the text that is shown: whole words around the focus. */
function windowOf(text: string, focus: Span | undefined): Span {
  if (text.length <= LONGEST) return { start: 0, end: text.length };
  const middle = focus ? (focus.start + focus.end) / 2 : 0;
  let start = Math.max(0, Math.min(Math.floor(middle - LONGEST / 2), text.length - LONGEST));
  let end = Math.min(text.length, start + LONGEST);
  if (start > 0) start = text.indexOf(' ', start) + 1 || start;
  if (end < text.length) end = Math.max(start, text.lastIndexOf(' ', end));
  return { start, end };
}

/** A paragraph as a block quotation: operative words strong, hedges in italics, a sentence or passage in focus if given. */
export function renderParagraph(instrument: Instrument, p: Paragraph, focus?: Span): string {
  const marks: Mark[] = [];
  for (const c of commitmentsOf(instrument, p)) {
    marks.push({ span: inParagraph(p, c.operative), mark: '**' });
    for (const h of c.hedges) marks.push({ span: inParagraph(p, h.span), mark: '*' });
  }
  const shown = windowOf(p.prose.text, focus);
  const text = marked(p.prose.text, marks, shown.start, shown.end);
  return `> ${shown.start > 0 ? '… ' : ''}${text}${shown.end < p.prose.text.length ? ' …' : ''}`;
}

export const commitmentsOf = (instrument: Instrument, p: Paragraph): readonly Commitment[] =>
  instrument.commitments.filter((c) => c.paragraph === p.label && overlap(c.span, p.span) > 0);

export const paragraphOf = (instrument: Instrument, label: string): Paragraph | undefined =>
  instrument.paragraphs.find((p) => p.label === label) ?? instrument.paragraphs.find((p) => p.alsoLabels?.includes(label));

/** A paragraph, or an item inside it: its label, and its span in the paragraph's prose. */
export interface Place {
  readonly paragraph: Paragraph;
  readonly item?: { readonly label: string; readonly span: Span };
}

/** Where a label leads: a paragraph, an item of one, or all paragraphs of an article or annex that is cited whole. None for an unknown label. */
export function placesOf(instrument: Instrument, label: string): readonly Place[] {
  const paragraph = paragraphOf(instrument, label);
  if (paragraph) return [{ paragraph }];
  for (const p of instrument.paragraphs) {
    const item = p.items?.find((i) => i.label === label);
    if (item) return [{ paragraph: p, item }];
  }
  return instrument.paragraphs
    .filter((p) => [`${label}(`, `${label}.`, `${label}, `].some((whole) => p.label.startsWith(whole)))
    .map((p) => ({ paragraph: p }));
}

/** "paragraph 4", "Article VI(1)": a label that is only a number is given its noun. */
export const nameOf = (label: string): string => (/^[\d.]+(?:\s?\(.*\))?$/.test(label) ? `paragraph ${label}` : label);

/** "Washington Declaration, paragraph 4", linked. */
export const renderPassage = (instrument: Instrument, label: string, to: LinkTo): string => {
  const p = placesOf(instrument, label)[0]?.paragraph;
  const name = `${escaped(instrument.title)}, ${escaped(nameOf(label))}`;
  return p ? link(name, to({ instrument: instrument.id, paragraph: p.label, span: p.span })) : name;
};

export const renderLink = link;

/** What a force means in one word, as a reader says it. */
const FORCE: Readonly<Record<Commitment['force'], string>> = {
  recognizes: 'recognizes',
  affirms: 'affirms',
  intends: 'intends',
  commits: 'commits',
  obliges: 'obliges',
  enacts: 'enacts (done by the text itself)',
};

/**
 * Who, to whom, how strongly, with which hedges and under which condition: one line each that there is. `shown`: its words and its
 * place on the ladder are there already, so that force and hedges are not said again. May be empty.
 */
export function renderCommitment(c: Commitment, shown = false): string {
  const lines = [
    c.actors.length > 0 ? `**Who** ${escaped(c.actors.join(', '))}` : undefined,
    c.kind ? `**What** ${c.kind}` : undefined,
    c.beneficiary ? `**To whom** ${escaped(c.beneficiary)}` : undefined,
    shown ? undefined : `**Force** ${escaped(FORCE[c.force])} — “${escaped(c.verb)}”${c.negative ? ' (not to act)' : ''}`,
    !shown && c.hedges.length > 0 ? `**Hedges** ${c.hedges.map((h) => `“${escaped(h.text.replace(/\s+/g, ' '))}”`).join(', ')}` : undefined,
    c.condition ? `**Condition** “${escaped(c.condition)}”` : undefined,
    c.deadline ? `**Deadline** ${escaped(c.deadline)}` : undefined,
    c.figures && c.figures.length > 0 ? `**Figures** ${escaped(c.figures.join(', '))}` : undefined,
  ];
  return lines.filter((l) => l !== undefined).join('  \n');
}

const RUNGS = ['recognizes', 'affirms', 'intends', 'commits', 'obliges'] as const;

/**
 * The ladder with the declaration's rung strong and the author's rung in italics, both also said in words:
 * "recognizes · affirms · **commits** (the text) · *obliges* (written here)".
 */
export function renderLadder(source: Commitment['force'], written: Commitment['force']): string {
  const rung = (f: string) =>
    f === source && f === written ? `**${f}** (both)` : f === source ? `**${f}** (the text)` : f === written ? `*${f}* (written here)` : f;
  const outside = [source, written].filter((f) => f === 'enacts').map(rung);
  return [...RUNGS.map(rung), ...new Set(outside)].join(' · ');
}

/** For clients that show plain text only: Markdown without its marks. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)(?:\*{1,3}|~~)/g, '')
    .replace(/^> /gm, '')
    .replace(/ {2}\n/g, '\n')
    .replace(/\\([\\`*_[\]#+\-|<>~&$.)])/g, '$1');
