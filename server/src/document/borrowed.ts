/** Finds an instrument's words that stand in a document without quotation marks. */
import type { Instrument } from '../instrument/instrument.ts';
import { toSource } from '../text/prose.ts';
import { remember } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import { findWords } from '../text/wording.ts';
import type { Analysis, Passage } from './analysis.ts';
import { weight } from './changes.ts';
import { indexInstrument, toPassage } from './compare-places.ts';
import { findMarks } from './quoted.ts';

export interface Borrowed {
  readonly span: Span;
  /** Index into `markup.blocks`. */
  readonly block: number;
  readonly text: string;
  readonly source: Passage;
}

/** So many words in a row are no accident. */
const ROW = 8;
/** Words in small letters that say something: below this the row is names and function words. */
const TELLING = 3;

/** A row found: words [from, to) of the prose, in its offsets, from the instrument's word `at` on. */
interface Row {
  readonly span: Span;
  readonly at: number;
  readonly count: number;
}

const finders = new WeakMap<Instrument, (text: string) => readonly Row[]>();

/** The rows of a text that are the instrument's; remembered, since an edit leaves most blocks as they were. */
function rowsIn(instrument: Instrument): (text: string) => readonly Row[] {
  let known = finders.get(instrument);
  if (!known) {
    known = remember(createFinder(instrument), 4000);
    finders.set(instrument, known);
  }
  return known;
}

function createFinder(instrument: Instrument): (text: string) => readonly Row[] {
  const source = indexInstrument(instrument).words;
  // Where each row of eight words first begins.
  const rows = new Map<string, number>();
  const keyOf = (words: typeof source, from: number): string => {
    let key = (words[from] as { form: string }).form;
    for (let k = 1; k < ROW; k++) key += ` ${(words[from + k] as { form: string }).form}`;
    return key;
  };
  for (let i = source.length - ROW; i >= 0; i--) rows.set(keyOf(source, i), i);
  return (text) => {
    const out: Row[] = [];
    const words = findWords(text);
    for (let i = 0; i + ROW <= words.length; i++) {
      const at = rows.get(keyOf(words, i));
      if (at === undefined) continue;
      let count = ROW;
      while (i + count < words.length && at + count < source.length && words[i + count]?.form === source[at + count]?.form) count++;
      const telling = words.slice(i, i + count).filter((w) => weight(w.form) === 1 && /^\p{Ll}/u.test(text[w.start] as string)).length;
      if (telling >= TELLING) out.push({ span: { start: (words[i] as Span).start, end: (words[i + count - 1] as Span).end }, at, count });
      i += count - 1;
    }
    return out;
  };
}

/** Rows of at least eight words of a cited instrument, outside quotation marks, block quotations and headings; longest rows, in order. */
export function findBorrowed(analysis: Analysis): readonly Borrowed[] {
  const out: Borrowed[] = [];
  analysis.markup.blocks.forEach((block, index) => {
    if (block.kind === 'heading' || block.quote) return;
    const { text } = block.prose;
    for (const { instrument } of analysis.cites) {
      for (const { span, at, count } of rowsIn(instrument)(text)) {
        // A quotation of several paragraphs opens in each, and closes in the last.
        if (/^[“„«]/.test(text) && findMarks(text).length === 0) continue;
        const marks = [...findMarks(text).map((m) => m.outer), ...block.inlines.flatMap((i) => (i.kind === 'quote' ? [i.span] : []))];
        if (marks.some((m) => m.start < span.end && span.start < m.end)) continue;
        const words = indexInstrument(instrument).words;
        const place = { start: (words[at] as Span).start, end: (words[at + count - 1] as Span).end };
        out.push({ span: toSource(block.prose, span), block: index, text: text.slice(span.start, span.end), source: toPassage(instrument, place) });
      }
    }
  });
  return out;
}
