/** The form in which kinds of additions to a promise are written down. */

/** `scope` is held against the sentence in which the commitment stands, `matter` against its whole paragraph. */
export type Against = 'scope' | 'matter';

export interface Addition {
  readonly against: Against;
  readonly pattern: RegExp;
  /** What in the text says the same in other words. */
  readonly unless?: RegExp;
}

/** One kind of addition: any of the phrases, as whole words, in any case. */
export const row = (against: Against, parts: readonly string[], unless?: RegExp): Addition => ({
  against,
  pattern: new RegExp(`(?<![\\p{L}-])(?:${parts.join('|')})(?![\\p{L}])`, 'giu'),
  ...(unless ? { unless } : {}),
});
