/** Finds the terms of an instrument: what it defines, what it names, and what its terms file adds. */
import type { InstrumentHead, Paragraph, Term } from './instrument.ts';

/** `termsFile` is YAML as in `declarations/<id>.terms.yaml`; a bad entry becomes a problem and the others still hold. */
export function findTerms(
  _paragraphs: readonly Paragraph[],
  _head: InstrumentHead,
  _termsFile?: string,
): { readonly terms: readonly Term[]; readonly problems: readonly string[] } {
  return { terms: [], problems: [] };
}
