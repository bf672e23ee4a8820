/**
 * Short forms whose letters do not follow the words: chemists' formulas, symbols with an index ("Vmax", "Kd"), doses ("ED50"), single letters.
 */
import type { Span } from '../text/span.ts';
import type { Word } from './alignment-words.ts';

/**
 * Elements, compounds and hormones whose sign is not spelt by their English name, after the IUPAC's Red Book and the IUPAC-IUB's nomenclature
 * of peptide hormones (1974); and the physicists' half-life.
 */
const FORMULAS: ReadonlyMap<string, RegExp> = new Map([
  ['O2', /^(?:molecular )?oxygen$|^superoxide(?: anion| radical)?s?$/],
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
  ['t1/2', /^half-(?:li(?:fe|ves)|times?)$/],
  ['T1/2', /^half-(?:li(?:fe|ves)|times?)$/],
  ['GSH', /^(?:reduced )?glutathione$/],
  ['GSSG', /^oxidi[sz]ed glutathione$|^glutathione disul(?:f|ph)ide$/],
  ['Mg', /^magnesium$/],
  ['Li', /^lithium$/],
  ['E1', /^o?estrone$/],
  ['E2', /^o?estradiol$/],
  ['E3', /^o?estriol$/],
  ['5-HT', /^serotonin$/],
  ['TSH', /^(?:thyrotropin|thyrotrophin)$/],
  ['ACTH', /^(?:adreno)?corticotroph?in$/],
  ['GH', /^somatotroph?in$/],
  ['FSH', /^follitropin$/],
  ['LH', /^lutropin$/],
  ['SRIF', /^somatostatin$/],
]);

/** From the word at `from` to the last of them. */
export const spanOf = (words: readonly Word[], from: number): Span | undefined => {
  const first = words[from];
  const last = words.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : undefined;
};

/** "methane (CH4)", "sodium (Na+)". */
export function formulaBefore(words: readonly Word[], short: string): Span | undefined {
  const name = FORMULAS.get(short.replace(/(?:\d?[+-])$/, '')) ?? FORMULAS.get(short.replace(/[+-]$/, ''));
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
  const m = /^(\p{L})(max|min|\p{Lu}?\p{Ll}{1,3})$/u.exec(short);
  if (!m) return undefined;
  const letter = (m[1] as string).toLowerCase();
  const index = (m[2] as string).toLowerCase();
  const isQuantity = (w: Word): boolean =>
    !w.stop && (w.plain[0] === letter || (letter === 'k' && isConstant(w)) || (letter === 'i' && /^currents?$/.test(w.plain)));
  if (index === 'max' || index === 'min') {
    const tail = words.slice(-5);
    const extreme = tail.findLastIndex((w) => w.plain.startsWith(index) || (index === 'max' && w.plain === 'peak'));
    const quantity = tail.findLastIndex((w, i) => i !== extreme && isQuantity(w));
    if (extreme < 0 || quantity < 0) return undefined;
    const from = Math.min(extreme, quantity);
    return tail.slice(from).filter((w) => !w.stop).length <= 4 ? spanOf(tail, from) : undefined;
  }
  // "apparent permeability coefficient (Papp)": three letters are the qualifier cut short.
  if (index.length > 2) {
    const tail = words.slice(-3);
    const cut = tail.findLastIndex((w, i) => i < tail.length - 1 && w.plain.startsWith(index));
    return cut >= 0 && tail.slice(cut + 1).some(isQuantity) ? spanOf(tail, cut) : undefined;
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

/** "testosterone (T)": one letter for the one word before it, which nothing else than the letter says; a short word only in a row of such. */
export function letterBefore(words: readonly Word[], short: string, inRow: boolean): Span | undefined {
  const last = words.at(-1);
  if (
    !last ||
    !/^\p{Lu}$/u.test(short) ||
    last.plain[0] !== short.toLowerCase() ||
    last.plain.length < (inRow ? 3 : 5) ||
    last.stop ||
    NUMBERED.test(last.plain)
  )
    return undefined;
  return !/^\p{Lu}/u.test(last.text) || words.length === 1 ? last.span : undefined;
}
