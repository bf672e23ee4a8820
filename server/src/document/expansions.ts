/** Says whether two names are one: spelling, number, order and the usual ways to write a country make no difference. */
import type { Term } from '../instrument/instrument.ts';
import { foldTypography, lower } from '../text/fold.ts';

/** Spellings on both sides of the Atlantic; only those that names of bodies and treaties have. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/fence$/, 'fense'],
  [/isation$/, 'ization'],
  [/programme$/, 'program'],
  [/centre$/, 'center'],
];
const LITTLE = /^(?:the|of|on|and|for|concerning|to|a|an|in)$/;

const words = (name: string): readonly string[] =>
  (lower(foldTypography(name)).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((w) => !LITTLE.test(w))
    .map((w) => SPELLINGS.reduce((s, [from, to]) => s.replace(from, to), w.replace(/(?<=\p{L}{3})s$/u, '')));

/** How alike two names are: the share of words they have in common, 0 to 1. */
export function likeness(a: string, b: string): number {
  const x = new Set(words(a));
  const y = new Set(words(b));
  const common = [...x].filter((w) => y.has(w)).length;
  return common / Math.max(1, x.size + y.size - common);
}

/** One name for each country that authors write in many ways. */
const countries = (name: string): string =>
  name
    .replace(/\b(?:U\.S\.A?\.?|USA?|United States(?: of America)?|America)(?=[\s/-]|$)/g, 'United States')
    .replace(/\b(?<!People[’']s )(?:ROK|South Korean?|Republic of Korea)\b/g, 'Korea');

/**
 * True when the author's expansion is the term's name in any accepted form: alias, spelling, number, the same words in another order, a
 * longer name around the right one ("the U.S.-ROK Nuclear Consultative Group"), a shorter one where the letters leave out the country.
 */
export function isExpansionOf(term: Term, long: string): boolean {
  const own = words(countries(long));
  const joined = own.join('');
  const sorted = [...own].sort().join(' ');
  return [term.long, ...term.aliases].some((name) => {
    const theirs = words(countries(name));
    const all = theirs.join('');
    if (joined === all || sorted === [...theirs].sort().join(' ')) return true;
    return (all.length > 8 && theirs.length > 1 && joined.includes(all)) || (joined.length > 8 && own.length > 1 && all.endsWith(joined));
  });
}

/** Below this share of common words the author means another thing of the same letters, which is no error. */
const NEAR = 0.4;

/** True when the expansion is meant for the term's name and is not quite it: "Nuclear Consultation Group". */
export const isNearMiss = (term: Term, long: string): boolean =>
  !isExpansionOf(term, long) && [term.long, ...term.aliases].some((name) => likeness(name, long) >= NEAR);
