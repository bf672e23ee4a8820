/** Words of a long form and letters of a short one, made ready for alignment: plain letters, and where the parts of a word begin. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';

export interface Word {
  readonly text: string;
  readonly span: Span;
  /** Lower case, without accents; letters stand where they stand in `text`. */
  readonly plain: string;
  /** `plain` without hyphens and other marks. */
  readonly joined: string;
  /** Where parts begin: behind hyphens, slashes, stops and some prefixes, and at inner capitals. */
  readonly starts: readonly number[];
  /** Behind a slash, as "calmodulin" in "calcium/calmodulin-dependent". */
  readonly behindSlash: boolean;
  /** Little words, which need no letter; those that begin a clause cost a little more to leave out. */
  readonly stop: boolean;
}

const STOP = new Set(
  'a an and as at by for from in into of on or the to with between among under within per via its their de del della der des di die do du e el en et für fur la las le les los pour sur und von y aux au à sobre para por con contra entre contre dans par avec'.split(
    ' ',
  ),
);
/** "men who have sex with men (MSM)". */
const CLAUSE = new Set('who that which have has are is be not'.split(' '));
export const isClauseWord = (word: Word): boolean => CLAUSE.has(word.plain);

/**
 * Words with their hyphens; commas and primes between figures, charges and brackets within a word belong to chemists' words
 * ("1,4,5-trisphosphate", "Ca2+", "5,5'-dithiobis").
 */
const INSIDE =
  "(?:[\\p{L}\\p{M}\\p{N}’'.&+′]|(?<=[\\p{N}′'\\p{Lu}]),(?=\\p{N})|(?<=(?<![\\p{L}\\p{N}])\\p{Lu}['′]?),(?=\\p{Lu}['′]?[-,])|(?<=\\p{Ll})\\([\\p{L}\\p{N}]{1,3}\\))*";
const WORD = new RegExp(`[\\p{L}\\p{N}]${INSIDE}(?:[-–‐‑][\\p{L}\\p{N}]${INSIDE})*`, 'gu');

/** Greek letters as the letter that begins their names: "TNF-α" is "tumour necrosis factor alpha", and the other way round. */
const GREEK = new Map([...'αβγδεζηθικλμµνξοπρστυφχψω'].map((c, i) => [c, 'abgdezetiklmmnxoprstupcpo'[i] as string]));

/** Lower case without accents, Greek letters as Latin ones. Plain letters, nearly all there is, need no closer look. */
export function plainOf(text: string): string {
  const low = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(low)) return low;
  return [...low].map((c) => GREEK.get(c) ?? (c.normalize('NFD').replace(/\p{M}/gu, '') || c)[0]?.padEnd(c.length, '\0')).join('');
}

const PART = /(?<=[-–/‐‑&.,])[\p{L}\p{N}]|(?<=\p{Ll})\p{Lu}(?=\p{Ll})|(?<=\p{N})\p{L}{3}|(?<=^(?:[Ii]ntra|[Ss]ub|[Tt]rans|[Ee]xtra))\p{Ll}(?=\p{Ll}{3})/gu;

/** Where chemists join the names of groups, and physicians Greek stems: "methylene|di|oxy|amphetamine", "poly|morpho|nuclear". */
const JOINT = new RegExp(
  `(?<=yl|ylene|oxy|oxi|amino|amido|nitro|chloro|bromo|fluoro|iodo|thio|phospho|sulfo|imino|oxo|di|tri|poly|(?:${[
    'morph|electr|cardi|encephal|neur|immun|myel|lymph|leuk|granul|cyt|bronch|gastr|enter|hepat|hist|cerebr|vascul|muscul|oste|arteri|thromb',
    'fibr|angi|radi|chem|phot|therm|hydr|pneum|nephr|ocul|nystagm|plethysm|mamm|retin|duoden|pancreat|esophag|laryng|spectr|fluor|micr|macr',
  ].join('|')})o)\\p{Ll}(?=\\p{Ll}{3})`,
  'gu',
);

/** The words of `text` from `from` to `to`; spans are offsets into `text`. */
export function wordsOf(text: string, from: number, to: number): readonly Word[] {
  const out: Word[] = [];
  for (const m of matches(WORD, text.slice(from, to))) {
    // "l’Organisation": an article before the name.
    const elided = /^(?:[dlnsLDNS]|[qQ]u|[dD]ell|[nN]ell|[aA]ll)[’'](?=\p{L}{3})/u.exec(m[0])?.[0].length ?? 0;
    const word = m[0].slice(elided).replace(/[.’']+$/, '');
    const at = from + m.index + elided;
    const starts = [0];
    for (const s of matches(PART, word)) starts.push(s.index);
    const plain = plainOf(word);
    if (word.length > 11) {
      for (const s of matches(JOINT, plain)) starts.push(s.index);
      starts.sort((a, b) => a - b);
    }
    // "vitamin E", "Hepatitis A": a capital alone is a name's last letter, not a little word, nor is an article one that nothing follows. "In vitro" is no place.
    const letter = (/^\p{Lu}$/u.test(word) || (word === 'a' && at + 2 >= to)) && out.length > 0;
    const latin = plain === 'in' && /^\s(?:vitro|vivo|situ|utero|ovo|silico|vacuo)\b/.test(text.slice(at + 2, at + 10));
    out.push({
      text: word,
      span: { start: at, end: at + word.length },
      plain,
      joined: plain.replace(/[^\p{L}\p{N}]/gu, ''),
      starts,
      behindSlash: at > from && text[at - 1] === '/',
      stop: (STOP.has(plain) && !letter && !latin) || CLAUSE.has(plain),
    });
  }
  return out;
}

/** The letters that must be found, lower case; a plural's s and marks between letters are none. */
export function lettersOf(short: string): string {
  const bare = short.replace(/[’']s?$/, '').replace(/^["“(]+|["”)]+$/g, '');
  // "Estados Unidos (EE.UU.)": Spanish doubles the letters of plurals.
  const doubled = /^(\p{Lu})\1(?:\.\s?|\s)(\p{Lu})\2\.?$/u.exec(bare);
  if (doubled) return plainOf(`${doubled[1]}${doubled[2]}`);
  const singular = /.\p{Lu}s$/u.test(bare) ? bare.slice(0, -1) : bare;
  return plainOf(singular).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Words and prefixes that say a number: "Group of Seven (G7)", "trisphosphate (P3)", "type II (2)". */
const NUMBERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['1', ['one', 'first', 'mono', 'i']],
  ['2', ['two', 'second', 'bis', 'bi', 'di', 'ii']],
  ['3', ['three', 'third', 'tris', 'tri', 'iii']],
  ['4', ['four', 'tetra', 'quadr', 'iv']],
  ['5', ['five', 'fifth', 'penta']],
  ['6', ['six', 'hexa']],
  ['7', ['seven', 'hepta']],
  ['8', ['eight', 'octa']],
  ['9', ['nine', 'ninth', 'nona']],
  ['10', ['ten', 'deca']],
]);

/** The length of the name of the number at `at` in the word, 0 where none stands there. Roman numerals are words of their own. */
export function numberAt(word: Word, at: number, digits: string): number {
  for (const name of NUMBERS.get(digits) ?? [])
    if (word.plain.startsWith(name, at) && (word.plain.length === at + name.length || !/^i/.test(name))) return name.length;
  return 0;
}

/** True when the word begins with the letter, or says the number that the letters begin with. */
export const beginsWith = (word: Word, letters: string): boolean => word.plain[0] === letters[0] || numberAt(word, 0, letters[0] ?? '') > 0;
