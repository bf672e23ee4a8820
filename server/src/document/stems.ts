/** The stem of an English word: what "restore", "restoring" and "restoration" share. After the suffix lists of Porter (1980), coarser. */

const LAST =
  /(?:ifications?|izations?|isations?|ations?|itions?|utions?|sions?|ions?|ments?|ness|ances?|ences?|ancy|ency|ability|ibility|ables?|ibles?|ity|ively|ives?|ically|ally|edly|ingly|als?|ers?|ors?|ists?|isms?|ful|fully|ously|ous|ed|ing|ly|es|s)$/;
/** What is left is long enough to tell words apart. */
const SHORTEST = 4;

/** In lower case; short words lose a plural "s" only. Two suffixes at most are taken off, so that "peacefully" is as "peace". Total. */
export function stemOf(word: string): string {
  let stem = word;
  for (let k = 0; k < 2; k++) {
    const rest = stem.replace(LAST, '');
    if (rest.length < SHORTEST || !/[aeiouy]/.test(rest)) break;
    stem = rest;
  }
  if (stem === word && word.length > 3) stem = word.replace(/(?<!s)s$/, '');
  // "stopp-ing", "agre-e", "appl-y".
  return stem.replace(/([bdgmnprt])\1$/, '$1').replace(/(?:e|i|y)$/, '');
}
