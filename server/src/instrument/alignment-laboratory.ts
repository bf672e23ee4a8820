/** Symbols of a laboratory whose parts come in another order than in the name: gases, ordinals, weights of proteins, qualified tokens. */
import type { Span } from '../text/span.ts';
import { spanOf } from './alignment-symbols.ts';
import { numberAt, type Word } from './alignment-words.ts';

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

const CATIONS: ReadonlyMap<string, string> = new Map([
  ['Na', 'sodium'],
  ['K', 'potassium'],
  ['Li', 'lithium'],
  ['NH4', 'ammonium'],
  ['Ca', 'calcium'],
  ['Mg', 'magnesium'],
  ['Zn', 'zinc'],
  ['Fe', 'iron'],
  ['Al', 'aluminium'],
]);
const ANIONS: ReadonlyMap<string, string> = new Map([
  ['Cl', 'chloride'],
  ['F', 'fluoride'],
  ['Br', 'bromide'],
  ['I', 'iodide'],
  ['OH', 'hydroxide'],
  ['NO3', 'nitrate'],
  ['NO2', 'nitrite'],
  ['CO3', 'carbonate'],
  ['HCO3', 'bicarbonate'],
  ['SO4', 'sulfate'],
]);

/** "lithium carbonate (Li2CO3)". */
function saltBefore(words: readonly Word[], short: string): Span | undefined {
  const m = /^(Na|K|Li|NH4|Ca|Mg|Zn|Fe|Al)\d?\(?(Cl|F|Br|I|OH|NO[23]|H?CO3|SO4)\)?\d?$/.exec(short);
  const [cation, anion] = words.slice(-2).map((w) => w.plain);
  return m && cation === CATIONS.get(m[1] as string) && anion?.replace('sulph', 'sulf') === ANIONS.get(m[2] as string)
    ? spanOf(words, words.length - 2)
    : undefined;
}

/** "intracellular free calcium concentration ([Ca2+]i)": square brackets are the concentration's, the index says where. */
function concentrationBefore(words: readonly Word[], short: string): Span | undefined {
  const m = /^\[((Ca|Na|K|Mg|Cl|H)\d?[+-])\](?:[ioec]|cyt)$/.exec(short);
  const tail = words.slice(-6);
  const from = m ? tail.findIndex((w) => /^(?:intracellular|extracellular|cytosolic|cytoplasmic|internal|external)$/.test(w.plain)) : -1;
  const name = CATIONS.get(m?.[2] ?? '');
  return from >= 0 && tail.slice(from).some((w) => w.plain === name || w.text === m?.[1]) ? spanOf(tail, from) : undefined;
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

/** "corrected QT interval (QTc)": a token with the first letter of what it is qualified by. */
function qualifiedBefore(words: readonly Word[], short: string): Span | undefined {
  const m = /^(\p{Lu}{2,4})(\p{Ll})$/u.exec(short);
  const tail = words.slice(-3);
  const token = m ? tail.findLastIndex((w) => w.text === m[1]) : -1;
  return token > 0 && (tail[token - 1] as Word).plain[0] === m?.[2] ? spanOf(tail, token - 1) : undefined;
}

/** Symbols of a laboratory whose parts come in another order than in the name. */
export const turned = (words: readonly Word[], short: string): Span | undefined =>
  gasBefore(words, short) ??
  saltBefore(words, short) ??
  concentrationBefore(words, short) ??
  ordinalBefore(words, short) ??
  weightBefore(words, short) ??
  qualifiedBefore(words, short) ??
  turnedBefore(words, short);
