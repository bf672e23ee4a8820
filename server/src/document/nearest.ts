/** The passage of an instrument that comes nearest to words that are not in it. */
import type { Instrument } from '../instrument/instrument.ts';
import type { Passage } from './analysis.ts';
import { compare } from './compare.ts';
import { toPassage, wordsAt } from './compare-places.ts';

/** `undefined` when nothing in the instrument is like enough to help: under a third of the words, or fewer than two in a row. */
export function nearestPassage(text: string, instrument: Instrument): { readonly passage: Passage; readonly text: string } | undefined {
  const top = compare(text, instrument)[0];
  if (!top || top.similarity < 0.34 || top.row < 2) return undefined;
  return { passage: toPassage(instrument, top.place), text: wordsAt(instrument, top.place) };
}
