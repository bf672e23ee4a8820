/**
 * Short forms whose letters do not follow the words: chemists' formulas, symbols with an index ("Vmax", "Kd"), doses ("ED50"), single letters.
 */
import type { Span } from '../text/span.ts';
import { numberAt, type Word } from './alignment-words.ts';

/** Elements and compounds whose sign is not spelt by their English name, after the IUPAC's Red Book; and the physicists' half-life. */
const FORMULAS: ReadonlyMap<string, RegExp> = new Map([
  ['O2', /^(?:molecular )?oxygen$/],
  ['O3', /^ozone$/],
  ['H2O', /^water$/],
  ['H2O2', /^hydrogen peroxide$/],
  ['N2O', /^nitrous oxide$/],
  ['NH3', /^ammonia$/],
  ['NH4', /^ammonium$/],
  ['CH4', /^methane$/],
  ['HCO3', /^bicarbonate$/],
  ['NO3', /^nitrates?$/],
  ['NO2', /^nitrites?$|^nitrogen dioxide$/],
  ['SO4', /^sul(?:f|ph)ates?$/],
  ['SF6', /^sul(?:f|ph)ur hexafluoride$/],
  ['Na', /^sodium$/],
  ['K', /^potassium$/],
  ['Fe', /^iron$/],
  ['Cu', /^copper$/],
  ['Pb', /^lead$/],
  ['Hg', /^mercury$/],
  ['Ag', /^silver$/],
  ['Au', /^gold$/],
  ['Sn', /^tin$/],
  ['t1/2', /^half-li(?:fe|ves)$/],
  ['GSH', /^(?:reduced )?glutathione$/],
]);

const spanOf = (words: readonly Word[], from: number): Span | undefined => {
  const first = words[from];
  const last = words.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : undefined;
};

/** "methane (CH4)", "sodium (Na+)". */
export function formulaBefore(words: readonly Word[], short: string): Span | undefined {
  const name = FORMULAS.get(short.replace(/(?:\d?[+-])$/, '')) ?? FORMULAS.get(short);
  if (!name) return undefined;
  for (const n of [2, 1]) {
    const some = words.slice(-n);
    if (some.length === n && name.test(some.map((w) => w.plain).join(' '))) return spanOf(words, words.length - n);
  }
  return undefined;
}

/** What says the number of a dose: "50%", "median", "half-maximal". */
const saysNumber = (w: Word, number: string): boolean => w.plain.startsWith(number) || (number === '50' && /^(?:median|half)/.test(w.plain));

/** "concentration giving 50% inhibition (IC50)", "median lethal dose (LD50)": both letters and the number in any order, up to the brackets. */
export function doseBefore(words: readonly Word[], short: string): Span | undefined {
  const m = /^(\p{Lu})(\p{Lu})[-(]?(\d\d)\)?$/u.exec(short);
  if (!m || words.length === 0) return undefined;
  const low = words.length - 10;
  const nearest = (holds: (w: Word) => boolean, but = -1): number => {
    for (let i = words.length - 1; i >= Math.max(0, low); i--) if (i !== but && holds(words[i] as Word)) return i;
    return -1;
  };
  const begins = (letter: string) => (w: Word) => !w.stop && w.starts.some((s) => w.plain[s] === letter);
  const number = nearest((w) => saysNumber(w, m[3] as string));
  // The dose or concentration itself comes before other words of its letter ("concentration causing …").
  const measure = nearest((w) => /^(?:doses?|concentrations?)$/.test(w.plain) && w.plain[0] === (m[2] as string).toLowerCase());
  const second = measure < 0 ? nearest(begins((m[2] as string).toLowerCase())) : measure;
  const first = nearest(begins((m[1] as string).toLowerCase()), second);
  return number < 0 || first < 0 || second < 0 ? undefined : spanOf(words, Math.min(number, first, second));
}

const isConstant = (w: Word): boolean => w.plain === 'constant';

/** "maximal velocity (Vmax)", "dissociation constant (Kd)": the quantity's letter and its index, the other way round than in speech. */
export function indexedBefore(words: readonly Word[], short: string): Span | undefined {
  const m = /^(\p{L})(max|min|\p{Lu}?\p{Ll}{1,2})$/u.exec(short);
  if (!m) return undefined;
  const letter = (m[1] as string).toLowerCase();
  const index = (m[2] as string).toLowerCase();
  const isQuantity = (w: Word): boolean => !w.stop && (w.plain[0] === letter || (letter === 'k' && isConstant(w)));
  if (index === 'max' || index === 'min') {
    const tail = words.slice(-5);
    const extreme = tail.findLastIndex((w) => w.plain.startsWith(index) || (index === 'max' && w.plain === 'peak'));
    const quantity = tail.findLastIndex((w, i) => i !== extreme && isQuantity(w));
    if (extreme < 0 || quantity < 0) return undefined;
    const from = Math.min(extreme, quantity);
    return tail.slice(from).filter((w) => !w.stop).length <= 4 ? spanOf(tail, from) : undefined;
  }
  // "steady-state volume of distribution (Vss)": what the quantity is of stands behind it.
  const of = words.at(-2)?.text === 'of' ? 2 : 0;
  // "glass transition temperature (Tg)": a word may stand between the index and the quantity.
  const far = of === 0 && index.length === 1 && words.at(-2)?.plain[0] !== index && words.at(-3)?.plain[0] === index && !words.at(-2)?.stop ? 1 : 0;
  const [qualifier, quantity] = far ? [words.at(-3), words.at(-1)] : words.slice(-2 - of);
  if (!qualifier || !quantity || qualifier.stop || !isQuantity(quantity) || qualifier.plain[0] !== index[0]) return undefined;
  const begins = index.length > 1 && [...index].every((c, i) => qualifier.plain[qualifier.starts[i] ?? -1] === c);
  for (let i = 1, at = 1; i < index.length && !begins; i++) {
    at = qualifier.plain.indexOf(index[i] as string, at) + 1;
    if (at === 0) return undefined;
  }
  return spanOf(words, words.length - 2 - of - far);
}

/** Words that a letter numbers, not shortens: "Annex (A)". */
const NUMBERED =
  /^(?:annex|appendix|article|attachment|area|band|block|case|category|chapter|class|column|cohort|division|exhibit|experiment|field|figure|form|grade|group|item|lane|level|list|option|page|panel|paragraph|part|phase|plate|point|position|question|schedule|section|series|site|stage|step|table|type|volume|zone)s?$/;

/** "testosterone (T)": one letter for the one word before it, which nothing else than the letter says. */
export function letterBefore(words: readonly Word[], short: string): Span | undefined {
  const last = words.at(-1);
  if (!last || !/^\p{Lu}$/u.test(short) || last.plain[0] !== short.toLowerCase() || last.plain.length < 5 || last.stop || NUMBERED.test(last.plain))
    return undefined;
  return !/^\p{Lu}/u.test(last.text) || words.length === 1 ? last.span : undefined;
}

/** What respiratory physiologists measure of a gas, by its letter, after Pappenheimer's standard symbols (1950). */
const MEASURES: ReadonlyMap<string, RegExp> = new Map([
  ['V', /^(?:uptake|consumption|utili[sz]ation|production|output|elimination)$/],
  ['P', /^(?:pressure|tension)s?$/],
  ['S', /^saturation$/],
  ['C', /^contents?$/],
  ['D', /^delivery$/],
]);
const GASES: ReadonlyMap<string, string> = new Map([
  ['O2', 'oxygen'],
  ['CO2', 'carbon dioxide'],
]);
/** Where it is measured and when, with the letters that say so. */
const PLACES: readonly (readonly [letters: string, words: RegExp])[] = [
  ['a', /^arterial$/],
  ['A', /^alveolar$/],
  ['v', /^(?:mixed|venous)$/],
  ['p', /^(?:peripheral|pulse)$/],
  ['ET', /^end-tidal$/],
  ['max', /^maxim(?:al|um)$/],
  ['peak', /^peak$/],
  ['P', /^partial$/],
];

/** "maximal oxygen uptake (VO2max)", "arterial tension of carbon dioxide (PaCO2)". */
function gasBefore(words: readonly Word[], short: string): Span | undefined {
  const m = /^([VPSCD])(a|A|v|p|ET)?(O2|CO2)(max|peak)?$/.exec(short);
  const measure = m && MEASURES.get(m[1] as string);
  const gas = m && GASES.get(m[3] as string);
  if (!measure || !gas) return undefined;
  const n = gas.split(' ').length;
  const isGas = (from: number, to: number | undefined): boolean =>
    words
      .slice(from, to)
      .map((w) => w.plain)
      .join(' ') === gas;
  const before = measure.test(words.at(-1)?.plain ?? '') && isGas(-1 - n, -1);
  const behind = isGas(-n, undefined) && words.at(-1 - n)?.text === 'of' && measure.test(words.at(-2 - n)?.plain ?? '');
  if (!before && !behind) return undefined;
  let from = words.length - (before ? n + 1 : n + 2);
  const said = [m[1], m[2], m[4]];
  while (from > 0 && PLACES.some(([letters, name]) => said.includes(letters) && name.test((words[from - 1] as Word).plain))) from--;
  return spanOf(words, from);
}

/** "third component of complement (C3)", "second heart sound (S2)": the ordinal first, then a noun of the letter. */
function ordinalBefore(words: readonly Word[], short: string): Span | undefined {
  const m = /^(\p{Lu})(\d)$/u.exec(short);
  if (!m || words.length < 2) return undefined;
  const tail = words.slice(-5);
  const from = tail.findLastIndex((w) => numberAt(w, 0, m[2] as string) > 0 && /(?:st|nd|rd|th)$/.test(w.plain));
  const letter = (m[1] as string).toLowerCase();
  return from >= 0 && tail.slice(from + 1).some((w) => !w.stop && w.plain[0] === letter) ? spanOf(tail, from) : undefined;
}

/** "38-kDa protein (p38)", "glycoprotein of 120 kDa (gp120)". */
function weightBefore(words: readonly Word[], short: string): Span | undefined {
  const m = /^(gp|pp|p)(\d{2,3})$/.exec(short);
  if (!m) return undefined;
  const tail = words.slice(-4);
  const isProtein = (w: Word): boolean => /^(?:(?:glyco|phospho|lipo)?protein|polypeptide)$/.test(w.plain);
  const protein = tail.findLastIndex(isProtein);
  const weight = tail.findLastIndex((w) => w.plain.startsWith(m[2] as string) && !/^\d/.test(w.plain.slice(m[2]?.length)));
  return protein >= 0 && weight >= 0 && Math.max(protein, weight) >= tail.length - 2 ? spanOf(tail, Math.min(protein, weight)) : undefined;
}

/** "cytosine arabinoside (ara-C)": the base behind the hyphen is said first. */
function turnedBefore(words: readonly Word[], short: string): Span | undefined {
  const m = /^(\p{L}{3,5})-?(\p{Lu})$/u.exec(short);
  const [base, head] = words.slice(-2);
  return m &&
    base &&
    head &&
    !base.stop &&
    base.plain[0] === (m[2] as string).toLowerCase() &&
    head.plain.startsWith((m[1] as string).toLowerCase()) &&
    head.plain.length > 6
    ? spanOf(words, words.length - 2)
    : undefined;
}

/** Symbols of a laboratory whose parts come in another order than in the name. */
export const turned = (words: readonly Word[], short: string): Span | undefined =>
  gasBefore(words, short) ?? ordinalBefore(words, short) ?? weightBefore(words, short) ?? turnedBefore(words, short);
