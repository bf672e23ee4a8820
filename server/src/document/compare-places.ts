/** An instrument's paragraphs as one indexed text to compare with, and the way back from it to paragraphs and the file. */
import type { Instrument, Paragraph } from '../instrument/instrument.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { indexText, type TextIndex } from '../text/word-index.ts';
import type { Passage } from './analysis.ts';

/** All paragraphs as one text, so that a quotation may run from one into the next. */
export interface InstrumentIndex extends TextIndex {
  /** Where each paragraph begins in the text. */
  readonly begins: readonly number[];
}

// An index depends on the instrument alone: kept while that lives, and never seen from outside.
const indices = new WeakMap<Instrument, InstrumentIndex>();

export function indexInstrument(instrument: Instrument): InstrumentIndex {
  let index = indices.get(instrument);
  if (!index) {
    const begins: number[] = [];
    let text = '';
    for (const p of instrument.paragraphs) {
      begins.push(text.length);
      text += `${p.prose.text}\n`;
    }
    index = { ...indexText(text), begins };
    indices.set(instrument, index);
  }
  return index;
}

const paragraphAt = (index: InstrumentIndex, offset: number): number => {
  let low = 0;
  let high = index.begins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.begins[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The paragraph in which the span of the indexed text begins. */
const paragraphOf = (instrument: Instrument, at: Span): Paragraph | undefined => instrument.paragraphs[paragraphAt(indexInstrument(instrument), at.start)];

/** From a span of the indexed text to the instrument's file. */
export function toFile(instrument: Instrument, at: Span): Span {
  const index = indexInstrument(instrument);
  const inFile = (offset: number, end: boolean): number => {
    const k = paragraphAt(index, end ? Math.max(0, offset - 1) : offset);
    const p = instrument.paragraphs[k];
    if (!p) return 0;
    const o = offset - (index.begins[k] as number);
    return end ? toSource(p.prose, { start: o - 1, end: o }).end : toSource(p.prose, { start: o, end: o + 1 }).start;
  };
  const start = inFile(at.start, false);
  return { start, end: at.end > at.start ? Math.max(start, inFile(at.end, true)) : start };
}

export const toPassage = (instrument: Instrument, at: Span): Passage => ({
  instrument: instrument.id,
  paragraph: paragraphOf(instrument, at)?.label ?? '',
  span: toFile(instrument, at),
});

/** The indexed text of a span: the instrument's own words, a paragraph's end read as a space. */
export const wordsAt = (instrument: Instrument, at: Span): string => indexInstrument(instrument).text.slice(at.start, at.end).replace(/\n/g, ' ').trim();
