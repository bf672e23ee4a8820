/** The form in which kinds of additions to a promise are written down. */

/** `scope` is held against the sentence in which the commitment stands, `matter` against its whole paragraph. */
export type Against = 'scope' | 'matter';

export interface Addition {
  readonly against: Against;
  readonly pattern: RegExp;
  /** What in the text says the same in other words. */
  readonly unless?: RegExp;
}

/** Letters of English and of the names in it: many times quicker to look for than all letters of all scripts in any case. */
const LETTERS = 'a-z\\u00C0-\\u024F';
const plain = (part: string): string => part.replaceAll('[\\p{L}', `[${LETTERS}`).replaceAll('\\p{L}', `[${LETTERS}]`);

/** One kind of addition: any of the phrases, as whole words, in any case. */
export const row = (against: Against, parts: readonly string[], unless?: RegExp): Addition => ({
  against,
  pattern: new RegExp(`(?<![${LETTERS}-])(?:${parts.map(plain).join('|')})(?![${LETTERS}])`, 'gi'),
  ...(unless ? { unless } : {}),
});
