/**
 * Aligns the letters of a short form with the words of a long one, by score. After Schwartz and Hearst (2003), who take the first match
 * from the right, and Ab3P (Sohn and others, 2008), who weigh kinds of match: here each letter earns by where it stands in its word, and
 * each word left without a letter costs, so that the expansion stops at the right word on both sides.
 */
import type { Span } from '../text/span.ts';
import { beginsWith, isClauseWord, lettersOf, numberAt, type Word, wordsOf } from './alignment-words.ts';

const DIGITS = /^\d+$/;
/** Words that letters often leave out: "ethylenediaminetetraacetic acid (EDTA)", "Haut-Commissariat des Nations Unies pour … (HC…)". */
const UNLETTERED = new Set('acid unies naciones unidas'.split(' '));
/** Prepositions that names seldom hold: what stands before them is mostly the sentence's (“screened by …”). */
const AWAY = new Set('by from with at as into per via'.split(' '));

/** True when the letters from `from` to `to` stand in the word from `at` on, in order. */
function holds(plain: string, at: number, letters: string, from: number, to: number): boolean {
  let position = at;
  for (let i = from; i < to; i++) {
    const found = plain.indexOf(letters[i] as string, position);
    if (found < 0) return false;
    position = found + 1;
  }
  return true;
}

/** A number read from a prefix, behind whose letters it stands in the short form: "trisphosphate" is P3. */
function withPrefix(word: Word, letters: string, at: number, to: number): number {
  const digit = letters[to - 1] as string;
  if (to - at < 2 || !DIGITS.test(digit)) return Number.NEGATIVE_INFINITY;
  for (const p of word.starts) {
    const length = numberAt(word, p, digit);
    // "triiodothyronine (T3)": the prefix gives both.
    if (length > 0 && to - at === 2 && word.plain[p] === letters[at]) return 1.85;
    if (length > 0)
      return (
        0.85 +
        earn(
          { ...word, text: word.text.slice(p + length), plain: word.plain.slice(p + length), joined: word.plain.slice(p + length), starts: [0] },
          letters,
          at,
          to - 1,
        )
      );
  }
  return Number.NEGATIVE_INFINITY;
}

/** What a word earns with the letters from `at` to `to`; -Infinity when they are not in it in that order. */
function earn(word: Word, letters: string, at: number, to: number): number {
  const n = to - at;
  if (n === 0) return isClauseWord(word) || UNLETTERED.has(word.plain) ? -0.35 : !word.stop ? -0.75 : AWAY.has(word.plain) ? -0.2 : -0.05;
  const { plain, starts } = word;
  if (numberAt(word, 0, letters.slice(at, to)) === plain.length) return n;
  if (plain.length < n) return Number.NEGATIVE_INFINITY;
  // A word that is itself an acronym, or stands in the short form whole ("UN-Women").
  if (n > 1 && word.joined.startsWith(letters.slice(at, to))) {
    const written = word.text.slice(0, n);
    if (written === written.toUpperCase() || plain.length === n) return n * 0.95;
  }
  // "aldosterone (Aldo)": the word cut short.
  if (n > 2 && at === 0 && to === letters.length && word.joined.startsWith(letters)) return n * 0.85;
  let score = 0;
  let position = 0;
  for (let i = at; i < to; i++) {
    const letter = letters[i] as string;
    const part = starts.find((p) => p >= position && plain[p] === letter && (i + 1 === to || holds(plain, p + 1, letters, i + 1, to)));
    const inner = plain.indexOf(letter, position);
    if (inner < 0) {
      const named = DIGITS.test(letter) ? starts.find((p) => p >= position && numberAt(word, p, letter) > 0) : undefined;
      if (named === undefined) return withPrefix(word, letters, at, to);
      score += named === 0 ? 1 : 0.85;
      position = named + numberAt(word, named, letter);
      continue;
    }
    if (i === at && (inner === 0 || (part !== undefined && part === starts[1] && /^[\p{N},'′-]+$/u.test(plain.slice(0, part))))) score += 1;
    else if (part !== undefined) score += 0.85;
    // The letters of a prefix ("ProFi") and of a syllable are likelier than one picked from the middle.
    else if (i > at) score += inner === position ? 0.55 : plain.length > 24 ? 0.25 : 0.4;
    else score += 0.05;
    position = (i === at && inner === 0 ? 0 : (part ?? inner)) + 1;
  }
  return score;
}

/** The better of two rows of scores after one more word: `row[k]` is the best score of `k` letters over the words so far. */
function step(row: readonly number[], word: Word, score: (from: number, to: number) => number): number[] {
  const next = new Array<number>(row.length).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < row.length; at++) {
    const so = row[at] as number;
    if (so === Number.NEGATIVE_INFINITY) continue;
    for (let to = at; to < row.length && to - at <= word.plain.length; to++) next[to] = Math.max(next[to] as number, so + score(at, to));
  }
  return next;
}

const opening = (length: number): number[] => [0, ...new Array<number>(length).fill(Number.NEGATIVE_INFINITY)];

/** Numbers of a series ("WP.29") often stand for nothing in the name. */
const SERIES = -0.2;

export interface Expansion {
  readonly span: Span;
  /** 0 to about 1: score for each letter. */
  readonly quality: number;
}

const CAPITAL = /^\p{Lu}/u;

/** How many words without a letter may stand between the expansion and its short form: "Chief Executives Board for Coordination (CEB)". */
const TAIL = 4;

/** What it costs to take words for no part of the name: little behind a name in capitals, where "Fund" and "in the 1990s" come and go. */
function dropped(tail: readonly Word[], last: Word): number {
  const phrase = tail[0]?.stop === true;
  const name = CAPITAL.test(last.text) && last.plain.length > 1;
  return tail.reduce(
    (sum, w) => sum + (w.stop ? 0.1 : w.plain.length > 1 && (name || CAPITAL.test(w.text) || /^\p{N}{4}/u.test(w.text)) ? 0.5 : phrase ? 0.7 : 1),
    0,
  );
}

/** "of the United Nations", "Control and Prevention": a name goes on behind "of", and behind "and" where capitals do, without letters of its own. */
const goesOn = (last: Word, tail: readonly Word[]): boolean =>
  /^(?:of|de|des|du)$/i.test((tail[0] as Word).text) ||
  (/^(?:and|y|et)$/i.test((tail[0] as Word).text) && CAPITAL.test(last.text) && tail.every((w) => w.stop || CAPITAL.test(w.text)));

/** The letters without a number at their end, which may be left over; the letters themselves where there is none. */
const withoutSeries = (letters: string): string => letters.replace(/(?<=\D)\d+$/, '');

/** True where a name is joined to another before it: "Japan-U.S.-Republic of Korea (ROK)". A figure, letter or prefix is part of the name. */
const isJoined = (word: string, at: number): boolean => at > 2 && CAPITAL.test(word) && CAPITAL.test(word.slice(at)) && /[-–‐‑/]/.test(word[at - 1] as string);

/** True where a small word leads a name in capitals, as in "consult with the Interstate Committee": it is mostly the sentence's. */
const isLed = (words: readonly Word[], from: number, last: Word): boolean =>
  last.plain.length > 2 &&
  CAPITAL.test(last.text) &&
  !CAPITAL.test((words[from] as Word).text) &&
  CAPITAL.test(words.slice(from + 1).find((w) => !w.stop)?.text ?? '');

/** The long form that ends with (nearly) the last of the words and is best spelt by the letters; `undefined` below the threshold. */
export function expansionBefore(words: readonly Word[], short: string, threshold = 0.52): Expansion | undefined {
  const all = lettersOf(short);
  if (all.length < 2 && !/\d/.test(short)) return undefined;
  // Proteins are numbered by their weight: "protein (p53)" says no more than the letter.
  const numbered = /^\p{L}\d{2,}$/u.test(all);
  let best: Expansion | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (const letters of new Set([all, withoutSeries(all)])) {
    if (letters === '' || (numbered && letters !== all)) continue;
    // One letter and a number say little: only a long word that stands right before them ("thyroxine (T4)").
    const single = letters.length < 2;
    for (let tail = 0; tail <= Math.min(single ? 0 : TAIL, words.length - 1); tail++) {
      const last = words[words.length - 1 - tail] as Word;
      const cut = words[words.length - tail];
      // Two capitals in a row are one name, never its end and a tail; "of the United Nations" belongs to the name without a letter of its own.
      if (last.stop || (cut && ((CAPITAL.test(last.text) && CAPITAL.test(cut.text)) || goesOn(last, words.slice(words.length - tail))))) continue;
      const cost = dropped(words.slice(words.length - tail), last) - (letters === all ? 0 : SERIES);
      const m = letters.length;
      let row: readonly number[] = opening(m);
      const reach = single ? 1 : Math.min(words.length - tail, m * 2 + 8);
      let counted = 0;
      for (let n = 1; n <= reach; n++) {
        const first = words[words.length - tail - n] as Word;
        if (!first.stop) counted++;
        // From the end: `k` letters taken are the last `k`.
        row = step(row, first, (from, to) => {
          const gained = earn(first, letters, m - to, m - from);
          return gained === Number.NEGATIVE_INFINITY && DIGITS.test(letters.slice(m - to, m - from)) ? SERIES + earn(first, letters, 0, 0) : gained;
        });
        if (first.stop && (!/^(?:for|to|of)$/i.test(first.text) || n === 1 || !/^[a-z]/.test(short))) continue;
        if (single && (first.plain.length < 7 || CAPITAL.test(first.text) !== CAPITAL.test((words[0] as Word).text))) continue;
        const begin = beginsWith(first, letters) ? 0 : counted <= m ? first.starts.find((s) => first.plain[s] === letters[0]) : undefined;
        if (begin === undefined) continue;
        const score = (row[m] as number) - cost - (isLed(words, words.length - tail - n, last) ? 0.4 : 0);
        // A number left over leaves the few letters before it to be surer, in a single word.
        const quality = score / m - (letters === all || single || n > 1 ? 0 : 0.12);
        // Equal scores come from a number that is read or left over: the better reading for its letters.
        if (score > top + 1e-9 || (best && score > top - 1e-9 && quality > best.quality)) {
          top = score;
          best = { span: { start: first.span.start + (isJoined(first.text, begin) ? begin : 0), end: last.span.end }, quality };
        }
      }
    }
  }
  return best && best.quality >= threshold ? best : undefined;
}

/** True when each letter begins a word, or a part of one, in order: the reading of an initialism that leaves no doubt. */
export function spells(words: readonly Word[], letters: string): boolean {
  let at = 0;
  for (const w of words) for (const s of w.starts) if (w.plain[s] === letters[at]) at++;
  return at === letters.length;
}

/** "3,4-methylene…": figures that letters leave out. */
const LOCANTS = /^\d(?:,\d)*-/;

export const isSpeltByInitials = (name: string, short: string): boolean => spells(wordsOf(name, 0, name.length), lettersOf(short));

/**
 * The long form that begins with the first of the words and is spelt by the letters. Where `whole`, the words are all that stands in
 * brackets or in a line of a legend, so what is left over counts against a shorter reading.
 */
export function expansionAfter(words: readonly Word[], short: string, threshold = 0.6, whole = false): Expansion | undefined {
  const all = lettersOf(short);
  return afterLetters(words, all, threshold, whole) ?? (/\D\D\d+$/.test(all) ? afterLetters(words, withoutSeries(all), threshold + 0.1, whole) : undefined);
}

function afterLetters(words: readonly Word[], letters: string, threshold: number, whole: boolean): Expansion | undefined {
  const first = words[0];
  if (letters.length < 2 || !first || (first.plain[0] !== letters[0] && !LOCANTS.test(first.plain))) return undefined;
  const m = letters.length;
  let best: Expansion | undefined;
  let top = Number.NEGATIVE_INFINITY;
  let row: readonly number[] = opening(m);
  const reach = Math.min(words.length, m * 2 + 4);
  for (let n = 1; n <= reach; n++) {
    const last = words[n - 1] as Word;
    row = step(row, last, (from, to) => {
      const gained = earn(last, letters, from, to);
      return gained === Number.NEGATIVE_INFINITY && DIGITS.test(letters.slice(from, to)) ? SERIES + earn(last, letters, 0, 0) : gained;
    });
    if (last.stop) continue;
    const quality = (row[m] as number) / m;
    const rank = quality - (whole ? dropped(words.slice(n), last) / m : 0);
    if (quality >= threshold && rank > top + 1e-9) {
      top = rank;
      best = { span: { start: first.span.start, end: last.span.end }, quality };
    }
  }
  return best;
}
