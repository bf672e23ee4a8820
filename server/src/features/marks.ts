/** What an editor marks beside the colours of words: quotations by how they compare with the text, claims by their force. */
import type { Analysis, Claim, Match } from '../document/analysis.ts';
import type { Span } from '../text/span.ts';

export interface Marks {
  readonly quotations: readonly { readonly span: Span; readonly match: Match }[];
  /** The operative words of each claim. */
  readonly claims: readonly { readonly span: Span; readonly force: Claim['force'] }[];
}

/** In the order of the text. A kind whose highlighting is switched off is empty. */
export function marks(analysis: Analysis): Marks {
  const { quotations, claims } = analysis.settings.highlight;
  return {
    quotations: quotations ? analysis.quotations.map(({ span, match }) => ({ span, match })) : [],
    claims: claims ? analysis.claims.filter((c) => c.operative.end > c.operative.start).map((c) => ({ span: c.operative, force: c.force })) : [],
  };
}
