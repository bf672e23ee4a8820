/** Reads the words before a short form in every way that its letters can be meant, the surest first. */
import type { Span } from '../text/span.ts';
import { expansionBefore, spells } from './alignment.ts';
import { bodyBefore, headedBefore, nameBefore } from './alignment-names.ts';
import { doseBefore, formulaBefore, indexedBefore, letterBefore } from './alignment-symbols.ts';
import { lettersOf, type Word } from './alignment-words.ts';

const within = (words: readonly Word[], span: Span): readonly Word[] => words.filter((w) => w.span.start >= span.start && w.span.end <= span.end);

/** "70-kDa heat shock protein (hsp70)": the number of a series, said before the name. */
function withNumber(words: readonly Word[], short: string, found: Span): Span {
  const digits = /\d+$/.exec(short)?.[0];
  if (digits === undefined || within(words, found).some((w) => w.plain.includes(digits))) return found;
  const before = words.filter((w) => w.span.end <= found.start).slice(-2);
  const number = before.find((w) => w.plain.startsWith(digits) && !/^\d/.test(w.plain.slice(digits.length)));
  return number ? { start: number.span.start, end: found.end } : found;
}

/** "von Willebrand factor (vWF)", "per os (p.o.)": a little word that gives the first letter, all the others following. */
function fromParticle(words: readonly Word[], letters: string): Span | undefined {
  for (let n = 2; n <= Math.min(words.length, letters.length + 1); n++) {
    const some = words.slice(-n);
    const first = some[0] as Word;
    if (/^(?:von|van|per)$/.test(first.text) && first.plain[0] === letters[0] && spells(some, letters))
      return { start: first.span.start, end: (words.at(-1) as Word).span.end };
  }
  return undefined;
}

/** Groups that chemists shorten: "OH" is the hydroxy group. */
const spoken = (short: string): string => short.replace(/\(OH\)2/, 'dihydroxy').replace(/OH/, 'hydroxy');

function byLetters(words: readonly Word[], short: string, threshold: number): Span | undefined {
  const letters = lettersOf(short);
  const found = expansionBefore(words, short, threshold)?.span;
  // Where a letter is not the first of a word, a name that says what it is first may be meant.
  const doubtful = found === undefined || !spells(within(words, found), letters);
  const headed = doubtful ? headedBefore(words, letters) : undefined;
  return headed ?? (found && withNumber(words, short, found));
}

/** The expansion that ends with (nearly) the last of the words; `threshold` as for `expansionBefore`. Offsets are those of the words. */
export function longBefore(words: readonly Word[], short: string, threshold: number): Span | undefined {
  if (/^\p{Lu}$/u.test(short)) return formulaBefore(words, short) ?? letterBefore(words, short);
  const symbol = formulaBefore(words, short) ?? doseBefore(words, short) ?? (/m(?:ax|in)$/.test(short) ? indexedBefore(words, short) : undefined);
  if (symbol) return symbol;
  const found = byLetters(words, short, threshold);
  if (found) return found;
  const chemical = short.includes('OH') && words.some((w) => w.plain.includes('hydroxy')) ? byLetters(words, spoken(short), threshold) : undefined;
  return (
    chemical ??
    indexedBefore(words, short) ??
    fromParticle(words, lettersOf(short)) ??
    (/^[\p{Lu}\p{N}/-]{3,}s?$/u.test(short)
      ? (nameBefore(words, short)?.span ?? (/^\p{Lu}{4,10}$/u.test(short) ? bodyBefore(words, short) : undefined))
      : undefined)
  );
}
