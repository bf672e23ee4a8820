/** Finds an instrument's words that stand in a document without quotation marks. */
import type { Instrument } from '../instrument/instrument.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { findWords } from '../text/wording.ts';
import type { Analysis, Passage } from './analysis.ts';
import { weight } from './changes.ts';
import { indexInstrument, toPassage } from './compare.ts';
import { findQuoted } from './quoted.ts';

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

const rows = new WeakMap<Instrument, ReadonlyMap<string, number>>();

/** Where each row of eight words first begins: indices of the instrument's words. */
function rowsOf(instrument: Instrument): ReadonlyMap<string, number> {
  let known = rows.get(instrument);
  if (!known) {
    const { words } = indexInstrument(instrument);
    const map = new Map<string, number>();
    for (let i = 0; i + ROW <= words.length; i++) {
      const key = words
        .slice(i, i + ROW)
        .map((w) => w.form)
        .join(' ');
      if (!map.has(key)) map.set(key, i);
    }
    known = map;
    rows.set(instrument, known);
  }
  return known;
}

/** Rows of at least eight words of a cited instrument, outside quotation marks, block quotations and headings; longest rows, in order. */
export function findBorrowed(analysis: Analysis): readonly Borrowed[] {
  const out: Borrowed[] = [];
  const quoted = new Map<number, Span[]>();
  for (const q of findQuoted(analysis.markup)) {
    const marks = quoted.get(q.block);
    if (marks) marks.push(q.outer);
    else quoted.set(q.block, [q.outer]);
  }
  analysis.markup.blocks.forEach((block, index) => {
    if (block.kind === 'heading' || block.quote) return;
    const words = findWords(block.prose.text);
    if (words.length < ROW) return;
    const marks = quoted.get(index) ?? [];
    for (const { instrument } of analysis.cites) {
      const known = rowsOf(instrument);
      const source = indexInstrument(instrument);
      for (let i = 0; i + ROW <= words.length; i++) {
        let key = (words[i] as { form: string }).form;
        for (let k = 1; k < ROW; k++) key += ` ${(words[i + k] as { form: string }).form}`;
        const at = known.get(key);
        if (at === undefined) continue;
        let n = ROW;
        while (i + n < words.length && at + n < source.words.length && words[i + n]?.form === source.words[at + n]?.form) n++;
        const s = { start: (words[i] as Span).start, end: (words[i + n - 1] as Span).end };
        const text = block.prose.text.slice(s.start, s.end);
        const telling = words.slice(i, i + n).filter((w) => weight(w.form) === 1 && /^\p{Ll}/u.test(block.prose.text[w.start] as string)).length;
        i += n - 1;
        if (telling < TELLING || marks.some((m) => m.start < s.end && s.start < m.end)) continue;
        const place = { start: (source.words[at] as Span).start, end: (source.words[at + n - 1] as Span).end };
        out.push({ span: toSource(block.prose, s), block: index, text, source: toPassage(instrument, place) });
      }
    }
  });
  return out;
}
