/** Finds short forms, their expansions, and which belong together: one extractor for instruments, analyses and the command line. */
import type { Span } from '../text/span.ts';
import { type Bracket, balanced, bracketsOf, limitsOf, reachBack } from './acronyms-brackets.ts';
import { bothInside, holdsItself, nameInside, withoutPossessive } from './acronyms-inside.ts';
import { inSentences, legends, lists, type Pair } from './acronyms-legends.ts';
import { mentionsOf } from './acronyms-mentions.ts';
import { type Offer, offered, thresholdOf } from './acronyms-offers.ts';
import { expansionBefore } from './alignment.ts';
import { longBefore } from './alignment-reading.ts';
import { type Word, wordsOf } from './alignment-words.ts';

export type { Pair };

export interface Acronyms {
  /** Every mention of a short form, defined or not. */
  readonly short: readonly Span[];
  /** Every expansion. */
  readonly long: readonly Span[];
  readonly pairs: readonly Pair[];
}

/** Brackets that gave a short form: another may go on from it. */
interface Inner {
  readonly span: Span;
  readonly short: string;
  readonly long: Span;
}

/** "Epstein-Barr virus (EBV) nuclear antigen (EBNA)": the expansion of letters that begin as those in the brackets before. */
function around(text: string, limits: readonly number[], open: number, before: Inner, letters: string, threshold: number): Span | undefined {
  // "interleukin-1 beta (IL-1 beta)-converting enzyme (ICE)": a hyphen joins what follows, whatever the letters before.
  const joined = text[before.span.end] === '-' && letters[0]?.toLowerCase() === text[before.long.start]?.toLowerCase();
  const alike = joined || letters.slice(0, 2) === before.short.slice(0, 2);
  if (!alike || open - before.span.end >= 80 || reachBack(limits, open) > before.span.end + 1) return undefined;
  const words = wordsAround(text, limits, open, before.span);
  const sure = letters.startsWith(before.short) ? expansionBefore(words, letters, Math.max(0.75, threshold))?.span : undefined;
  // A name in capitals behind the brackets is mostly one of its own.
  const common = /^[\s-]\p{Ll}[^,;]+$/u.test(text.slice(before.span.end, open)) && !words.some((w) => w.stop && w.span.start >= before.span.end);
  const same = sure === undefined && common ? expansionBefore(words, letters, Math.max(0.5, threshold))?.span : undefined;
  const digits = /\d+$/.exec(letters)?.[0] ?? '';
  const meant = same?.start === before.long.start && same.end > before.span.end && text.slice(same.start, same.end).includes(digits);
  return sure ?? (meant ? same : undefined);
}

/** The words before `end`, bracketed short forms among them left out: "epidermal growth factor (EGF) receptor (EGFR)". */
function wordsAround(text: string, limits: readonly number[], end: number, inner: Span): readonly Word[] {
  return [...wordsOf(text, reachBack(limits, inner.start), inner.start), ...wordsOf(text, inner.end, end)];
}

/** Treaties and bodies that a short form says whole: "the INF Treaty"; the noun is no part of the short form. */
const NOUN = /^(?:Treaty|Convention|Agreement|Protocol|Group|Process|Programme)$/;

/** "Treaty on Sea Lanes (SL Treaty)": the noun said first, which the letters leave out. */
function fromNoun(words: readonly Word[], long: Span | undefined, noun: string | undefined): Span | undefined {
  const before = words.filter((w) => long !== undefined && w.span.end <= long.start);
  const head = before.findLastIndex((w) => !w.stop);
  return long && noun !== undefined && before[head]?.text === noun && head < before.length - 1
    ? { start: (before[head] as Word).span.start, end: long.end }
    : long;
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|juin|juil|août|ene|abr|ago|dic|janv|fevr|aout|avr)[a-z]*$/;

/** The words without a date at their end ("Convention on Buoys of 23 May 1969"), which letters without a figure never spell. */
function undated(words: readonly Word[], letters: string): readonly Word[] {
  if (/\d/.test(letters) || !/^(?:19|20)\d\d$/.test(words.at(-1)?.text ?? '')) return words;
  let to = words.length - 1;
  const is = (name: RegExp): boolean => name.test(words[to - 1]?.plain ?? '');
  if (is(MONTH)) to--;
  if (is(/^(?:\d{1,2}|1er)$/)) to--;
  if (is(/^(?:of|de|du|del)$/)) to--;
  return to > 1 ? words.slice(0, to) : words;
}

/** "low (L) and high (H)": another single letter in brackets near those at `open`. */
const isInRow = (text: string, open: number): boolean =>
  /\p{Ll} \(\p{Lu}\)/u.test(`${text.slice(Math.max(0, open - 40), open)}|${text.slice(open + 1, open + 40)}`);

const pairFrom = (open: number, at: number, short: string, long: Span): Pair => ({ short: { start: open + 1 + at, end: open + 1 + at + short.length }, long });

/** The pair of what the brackets at `open` offer and the words before them. */
function pairOf(
  text: string,
  limits: readonly number[],
  open: number,
  words: readonly Word[],
  { text: letters, at, noun }: Offer,
  before: Inner | undefined,
): Pair | undefined {
  const threshold = thresholdOf(letters) as number;
  let short = letters;
  let long: Span | undefined;
  if (noun !== undefined) {
    // "Intermediate-Range Nuclear Forces Treaty (INF Treaty)": the letters spell what stands before the noun.
    const last = words.at(-1);
    const letter = /^\p{Lu}$/u.test(letters) ? words.slice(-4, -1).findLast((w) => !w.stop && w.plain[0] === letters.toLowerCase()) : undefined;
    if (letter && last?.text === noun) return pairFrom(open, at, `${letters} ${noun}`, { start: letter.span.start, end: last.span.end });
    const named = words.length > 1 && last?.text === noun ? longBefore(words.slice(0, -1), letters, Math.max(0.5, threshold)) : undefined;
    if (named && last) long = { start: named.start, end: last.span.end };
    if (!NOUN.test(noun)) {
      if (!long) return undefined;
      short = `${letters} ${noun}`;
    }
  }
  long ??= fromNoun(words, longBefore(undated(words, letters), letters, threshold, letters.length === 1 && isInRow(text, open)), noun);
  long ??= before && around(text, limits, open, before, letters, threshold);
  if (!long) return undefined;
  long = balanced(text, long);
  // "amyloid precursor protein (APP)-like protein (APLP)": the letters in brackets are the name before them.
  if (before && long.start === before.span.start) long = { start: before.long.start, end: long.end };
  long = withoutPossessive(text, long);
  const covers = text.slice(long.start, long.end);
  if (covers.length <= short.length || covers.toLowerCase() === short.toLowerCase() || /^[IVX\d\s,]+$/.test(covers)) return undefined;
  // Code, and a name that holds the short form itself: "ACME Corporation (ACME)", "International Court of Justice (the Court)".
  if (/[`{}=<>|*#]/.test(covers) || holdsItself(covers, short)) return undefined;
  // A clause is no name: "gene has a rich region".
  if (/\s(?:has|have|had|is|are|was|were)\s(?:an?|the|not|been)\s/.test(covers)) return undefined;
  // "17% of apoB (apoB17)": a name with a number of its own.
  const named = /^(\p{L}{3,})\d+$/u.exec(short)?.[1];
  if (named !== undefined && holdsItself(covers, named)) return undefined;
  // "chronic leukemia of B-cell type (B-CLL)": one word is shortened by more than a letter or two.
  if (!/\s/.test(covers) && (covers.length < short.length * 1.5 || (/^(?:\p{Lu}\.)+\p{Lu}\.?$/u.test(short) && !covers.includes('-')))) return undefined;
  return pairFrom(open, at, short, long);
}

/** Something that a definition is made of: without it there is none, and most sentences are without. */
const SIGN =
  /[([=]|\p{Lu}[\p{L}\p{N}.&/-]{0,11}\s?[:–—]\s|\s(?:or|as|called|to|abbreviated|hereinafter|hereafter|ci-après|dénommée?s?|adelante|sucesivo|denominad[oa]s?),?\s(?:the\s|l[ea]s?\s|el\s|los\s)?["“'‘«]?\s?\p{Lu}[\p{Lu}\p{N}&/-]|bbreviation|cronym|bréviation|bbreviatura|[Ss]igl[ae]s/u;

/** The pairs alone, by the place of the short form. Offsets into `text`. */
export function findPairs(text: string): readonly Pair[] {
  return SIGN.test(text) ? pairsOf(text).sort((a, b) => a.short.start - b.short.start) : [];
}

/** Between the expansion and its brackets: a possessive, closing marks, the bracket of the last word itself. */
const GAP = /^[)\]]{0,2}(?:[’']s?)?[\s"”’»',.]*$/;

function pairsOf(text: string): Pair[] {
  const pairs: Pair[] = [];
  const taken = new Set<number>();
  const add = (short: Span, long: Span): void => {
    if (taken.has(short.start)) return;
    taken.add(short.start);
    pairs.push({ short, long });
  };
  let inner: Inner | undefined;
  let last: Bracket | undefined;
  const brackets = bracketsOf(text);
  const limits = limitsOf(text, brackets);
  for (const bracket of brackets) {
    const open = bracket.start;
    const content = text.slice(open + 1, Math.min(bracket.end - 1, open + 161));
    const before = inner;
    inner = undefined;
    const both = bothInside(text, open, content);
    if (both) add(both.short, both.long);
    const offers = offered(content);
    // "European Banking Authority (Supervisory Authority) (EBA)": a remark in brackets of its own comes between.
    const end =
      last && last.end < open && /^["“'‘«]?\p{Lu}{3}/u.test(content) && text.slice(last.end, open) === ' ' && text[last.start - 1] === ' ' ? last.start : open;
    last = bracket;
    // Quotation marks that close before the brackets hold the name.
    const quoted = /["“”]\s?$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0;
    const words = offers.length > 0 ? wordsOf(text, reachBack(limits, end - quoted), end) : [];
    const gap = text.slice(words.at(-1)?.span.end ?? end, end);
    const found = GAP.test(gap) ? offers.flatMap((o) => pairOf(text, limits, open, words, o, before) ?? [])[0] : undefined;
    if (found) {
      add(found.short, found.long);
      inner = { span: bracket, short: text.slice(found.short.start, found.short.end).replace(/s$/, ''), long: found.long };
      continue;
    }
    const named = nameInside(text, open, content);
    if (named) add(named.short, named.long);
  }
  for (const p of [...legends(text), ...lists(text), ...inSentences(text, limits)]) add(p.short, p.long);
  return pairs;
}

/**
 * Spans are offsets into `text`, which is prose or any text with single line breaks. A short form's span has its plural or possessive.
 * Units, times of day, Roman numerals, numbers of documents and capitals in headings are not short forms. Total; in the order of `text`.
 */
export function findAcronyms(text: string): Acronyms {
  const pairs = findPairs(text);
  const defined = new Set(pairs.map((p) => text.slice(p.short.start, p.short.end)));
  // A pair's short form stands as it was paired; a mention that overlaps it is the same one.
  const ordered = pairs.map((p) => p.short);
  let next = 0;
  const short = [...ordered];
  for (const m of mentionsOf(text, defined)) {
    while (next < ordered.length && (ordered[next] as Span).end <= m.start) next++;
    const pair = ordered[next];
    if (pair === undefined || pair.start >= m.end) short.push(m);
  }
  const byStart = (a: Span, b: Span) => a.start - b.start;
  return { short: short.sort(byStart), long: pairs.map((p) => p.long).sort(byStart), pairs };
}
