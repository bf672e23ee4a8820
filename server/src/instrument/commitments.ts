/** Finds commitments: who undertakes what, how strongly, with which hedges. */
import type { Commitment, InstrumentHead, Paragraph, Term } from './instrument.ts';

export function findCommitments(_paragraphs: readonly Paragraph[], _head: InstrumentHead, _terms: readonly Term[]): readonly Commitment[] {
  return [];
}
