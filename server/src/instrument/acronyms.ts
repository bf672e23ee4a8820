/** Finds short forms, their expansions, and which belong together: one extractor for instruments, analyses and the command line. */
import type { Span } from '../text/span.ts';

export interface Acronyms {
  /** Every mention of a short form, defined or not. */
  readonly short: readonly Span[];
  /** Every expansion. */
  readonly long: readonly Span[];
  readonly pairs: readonly { readonly short: Span; readonly long: Span }[];
}

/** Spans are offsets into `text`, which is prose or any text with single line breaks. Total; order of `text`. */
export function findAcronyms(_text: string): Acronyms {
  return { short: [], long: [], pairs: [] };
}
