/**
 * Aligns the letters of a short form with the words of a long one, by score. After Schwartz and Hearst (2003), who take the first match
 * from the right, and Ab3P (Sohn and others, 2008), who weigh kinds of match: here each letter earns by where it stands in its word, and
 * each word left without a letter costs, so that the expansion stops at the right word on both sides.
 */
import type { Span } from '../text/span.ts';

export interface Word {
  readonly text: string;
  readonly span: Span;
  /** Parts at hyphens, slashes and inner capitals, each with its offset in the word. */
  readonly parts: readonly { readonly text: string; readonly at: number }[];
  readonly stop: boolean;
}

const STOP = new Set(
  'a an and as at by for from in into of on or the to with between among under within per via its their de del della der des di die do du e el en et für für la las le les los pour sur und von y aux au à'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.&]*(?:[-–/‐‑][\p{L}\p{N}][\p{L}\p{M}\p{N}’'.&]*)*/gu;

export function wordsOf(text: string, from: number, to: number): readonly Word[] {
  const out: Word[] = [];
  for (const m of text.slice(from, to).matchAll(WORD)) {
    const word = m[0].replace(/[.’']+$/, '');
    if (word.length === 0) continue;
    const parts: { text: string; at: number }[] = [];
    for (const p of word.matchAll(/[\p{L}\p{N}][^-–/‐‑&.]*/gu)) {
      const inner = [...p[0].matchAll(/(?<=\p{Ll})\p{Lu}\p{Ll}+/gu)];
      if (inner.length === 0) parts.push({ text: p[0].toLowerCase(), at: p.index });
      else {
        let at = 0;
        for (const i of [...inner.map((x) => x.index), p[0].length]) {
          parts.push({ text: p[0].slice(at, i).toLowerCase(), at: p.index + at });
          at = i;
        }
      }
    }
    out.push({ text: word, span: { start: from + m.index, end: from + m.index + word.length }, parts, stop: STOP.has(word.toLowerCase()) });
  }
  return out;
}

/** The letters that must be found, lower case; a plural's s and marks between letters are none. */
export function lettersOf(short: string): string {
  const bare = short.replace(/[’']s?$/, '').replace(/^["“(]+|["”)]+$/g, '');
  const singular = /\p{Lu}s$/u.test(bare) ? bare.slice(0, -1) : bare;
  return singular
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What a word earns with `n` letters from `at`; -Infinity when they are not in it in that order. */
function earn(word: Word, letters: string, at: number, n: number): number {
  if (n === 0) return word.stop ? -0.05 : -0.75;
  const text = plain(word.text);
  if (text.length < n) return Number.NEGATIVE_INFINITY;
  const wanted = letters.slice(at, at + n);
  // A word that is itself an acronym, or stands in the short form whole ("UN-Women").
  if (n > 1 && text.replace(/[^\p{L}\p{N}]/gu, '').startsWith(wanted) && (word.text.slice(0, n) === word.text.slice(0, n).toUpperCase() || text.length === n))
    return n * 0.95;
  let score = 0;
  let position = 0;
  for (let i = 0; i < n; i++) {
    const letter = wanted[i] as string;
    const part = word.parts.find((p) => p.at >= position && plain(p.text).startsWith(letter));
    const inner = text.indexOf(letter, position);
    if (i === 0 && text.startsWith(letter)) {
      score += 1;
      position = 1;
    } else if (part && (i > 0 || part.at > 0)) {
      score += 0.85;
      position = part.at + 1;
    } else if (inner >= 0) {
      // The letters of a prefix ("ProFi") and of a syllable are likelier than one picked from the middle.
      score += i > 0 ? (inner === position ? 0.55 : 0.4) : 0.05;
      position = inner + 1;
    } else return Number.NEGATIVE_INFINITY;
  }
  return score;
}

/** The best score for all letters over all words in order; words before the first and behind the last matched one are counted too. */
function align(words: readonly Word[], letters: string): number {
  const m = letters.length;
  let row = new Array<number>(m + 1).fill(Number.NEGATIVE_INFINITY);
  row[0] = 0;
  for (const word of words) {
    const next = new Array<number>(m + 1).fill(Number.NEGATIVE_INFINITY);
    for (let at = 0; at <= m; at++) {
      const so = row[at] as number;
      if (so === Number.NEGATIVE_INFINITY) continue;
      for (let n = 0; at + n <= m && n <= word.text.length; n++) {
        let gained = earn(word, letters, at, n);
        if (gained === Number.NEGATIVE_INFINITY) {
          // Numbers of a series ("WP.29") often stand for nothing in the name.
          if (n > 0 && /^\d+$/.test(letters.slice(at, at + n))) gained = -0.2;
          else if (n > 0) continue;
        }
        next[at + n] = Math.max(next[at + n] as number, so + gained);
      }
    }
    // A number at the end of the short form may be left over.
    row = next;
  }
  const digits = /\d+$/.exec(letters)?.[0].length ?? 0;
  return Math.max(row[m] as number, digits > 0 && m > digits ? (row[m - digits] as number) - 0.2 : Number.NEGATIVE_INFINITY);
}

export interface Expansion {
  readonly span: Span;
  /** 0 to about 1: score for each letter. */
  readonly quality: number;
}

const CAPITAL = /^\p{Lu}/u;

/** How many words without a letter may stand between the expansion and its short form: "Chief Executives Board for Coordination (CEB)". */
const TAIL = 4;

/** The long form that ends with (nearly) the last of the words and is best spelt by the letters; `undefined` below the threshold. */
export function expansionBefore(words: readonly Word[], short: string, threshold = 0.52): Expansion | undefined {
  const letters = lettersOf(short);
  if (letters.length < 2 && !/\d/.test(short)) return undefined;
  let best: Expansion | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (let tail = 0; tail <= Math.min(TAIL, words.length - 1); tail++) {
    const upTo = words.slice(0, words.length - tail);
    const last = upTo.at(-1) as Word;
    // "of the United Nations" belongs to the name even when it gives no letter.
    // Two capitals in a row are one name, never its end and a tail.
    const cut = words[words.length - tail];
    if (cut && CAPITAL.test(last.text) && CAPITAL.test(cut.text)) continue;
    if (last.stop || (tail > 0 && /^(?:of|de|des|du)$/i.test((words[words.length - tail] as Word).text))) continue;
    // Dropping words is for tails that are no part of the name's letters: a little dearer than a word left over inside.
    const dropped = words.slice(words.length - tail).reduce((n, w) => n + (w.stop ? 0.1 : 0.5), 0);
    const reach = Math.min(upTo.length, letters.length * 2 + 8);
    for (let n = 1; n <= reach; n++) {
      const first = upTo[upTo.length - n] as Word;
      if (first.stop && (!/^(?:for|to|of)$/i.test(first.text) || n === 1 || !/^[a-z]/.test(short))) continue;
      if (
        !plain(first.text).startsWith(letters[0] as string) &&
        !(n <= letters.length && first.parts.some((p) => plain(p.text).startsWith(letters[0] as string)))
      )
        continue;
      const score = align(upTo.slice(upTo.length - n), letters) - dropped;
      if (score > top + 1e-9) {
        top = score;
        best = { span: { start: first.span.start, end: last.span.end }, quality: score / letters.length };
      }
    }
  }
  return best && best.quality >= threshold ? best : undefined;
}

/**
 * The name in capitals that ends with the last of the words, for a short form that spells another language's name or only part of this
 * one ("United Nations Population Fund (UNFPA)"): at least two words, the first letters agreeing and some of the others.
 */
export function nameBefore(words: readonly Word[], short: string): Expansion | undefined {
  const letters = lettersOf(short);
  const last = words.at(-1);
  if (letters.length < 3 || !last || !CAPITAL.test(last.text)) return undefined;
  let from = words.length;
  while (from > 0 && words.length - from < 14) {
    const w = words[from - 1] as Word;
    if (!CAPITAL.test(w.text) && !(w.stop && /^(?:of|for|on|the|and|to|in|de|des|du|la|del|y|et)$/i.test(w.text))) break;
    from--;
  }
  while (from < words.length && (!CAPITAL.test((words[from] as Word).text) || (words[from] as Word).stop)) from++;
  let best: Expansion | undefined;
  for (let start = from; start < words.length - 1; start++) {
    const first = words[start] as Word;
    if (first.stop || !CAPITAL.test(first.text) || !plain(first.text).startsWith(letters[0] as string)) continue;
    let at = 0;
    for (const w of words.slice(start)) if (!w.stop) for (const p of w.parts) if (plain(p.text)[0] === letters[at]) at++;
    const quality = at / letters.length;
    if (quality >= (letters.length > 4 ? 0.33 : 0.5) && (!best || quality > best.quality))
      best = { span: { start: first.span.start, end: last.span.end }, quality };
  }
  return best;
}

/** The long form that begins with the first of the words and is spelt by the letters, as short as it can be. */
export function expansionAfter(words: readonly Word[], short: string, threshold = 0.6): Expansion | undefined {
  const letters = lettersOf(short);
  const first = words[0];
  if (letters.length < 2 || !first || !plain(first.text).startsWith(letters[0] as string)) return undefined;
  let best: Expansion | undefined;
  for (let n = 1; n <= Math.min(words.length, letters.length * 2 + 4); n++) {
    const last = words[n - 1] as Word;
    if (last.stop) continue;
    const quality = align(words.slice(0, n), letters) / letters.length;
    if (quality >= threshold && (!best || quality > best.quality + 1e-9)) best = { span: { start: first.span.start, end: last.span.end }, quality };
  }
  return best;
}
