/** What a restating sentence leaves out of a promise and thereby widens: "any attack" for any nuclear one, any use wherever it be. */
import { foldTypography } from '../text/fold.ts';

/** "any nuclear attack", "any possible nuclear weapons employment": the word that narrows what every case is of. */
const NUCLEAR_CASE = /\b(?:any|every|all)\s+(?:\p{L}+\s+)?nuclear\s+(?:attack|strike|aggression)/iu;
/** "such an attack", "that attack" are those spoken of before. */
const EVERY_CASE = /\b(?:any|every|all)\s+(?:(?!such\b)[\p{L}'’.-]+\s+){0,3}?(?:attacks?|strikes?|aggression|assaults?)(?!\p{L})/iu;
const NUCLEAR = /nuclear|atomic|\bnukes?\b/i;

/** "any … on the Korean Peninsula": the place within which a promise about every case holds. */
const WITHIN = /\b(?:any|every|all)\b[^.;:]{0,60}?\s(?:on|in|within|across|over)\s+the\s+((?:\p{Lu}\p{L}+[\s-]?){1,4})/u;
const EVERY =
  /\b(?:any|every|all)\s+(?:(?!such\b|other\b|effort|means\b|measure|step|of\b)[\p{L}-]+\s+){0,2}?(?:uses?|employments?|attacks?|strikes?|operations?|deployments?|tests?|incidents?)(?!\p{L})/iu;
const ELSEWHERE = /\b(?:there|local(?:ly)?|peninsula|theat(?:er|re)|in\s+(?:its|their|that)\s+(?:region|area|country|territory))\b/i;

/** The words of the claim that stand for more cases than the promise is about; `undefined` when none do. */
export function widenedBy(claim: string, promise: string): string | undefined {
  const text = foldTypography(claim);
  const source = foldTypography(promise);
  if (NUCLEAR_CASE.test(source) && !NUCLEAR.test(text)) {
    const every = EVERY_CASE.exec(text);
    if (every) return every[0];
  }
  const place = WITHIN.exec(source)?.[1];
  if (!place || ELSEWHERE.test(text)) return undefined;
  // The place by any word of its name, in any form: "Korea" for "the Korean Peninsula".
  const named = place.split(/[\s-]+/).some((w) => w.length > 3 && text.includes(w.slice(0, Math.max(4, w.length - 2))));
  return named ? undefined : EVERY.exec(text)?.[0];
}
