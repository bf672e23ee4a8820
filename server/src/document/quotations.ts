/** Finds what the author presents as an instrument's words, and compares it with the text. */
import type { Quotation, Resolved } from './analysis.ts';

export function findQuotations(_resolved: Resolved): readonly Quotation[] {
  return [];
}
