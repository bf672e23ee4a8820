/** Resolves candidates to instruments and paragraphs, stream by stream; what is not unique stays unresolved. */
import type { Citation, Cited, Context } from './analysis.ts';
import type { Candidate } from './citations.ts';

export function resolveCitations(
  _candidates: readonly Candidate[],
  _context: Context,
): { readonly citations: readonly Citation[]; readonly cites: readonly Cited[]; readonly missing: readonly string[] } {
  return { citations: [], cites: [], missing: [] };
}
