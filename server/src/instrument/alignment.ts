/**
 * Aligns the letters of a short form with the words of a long one, by score. After Schwartz and Hearst (2003), who take the first match
 * from the right, and Ab3P (Sohn and others, 2008), who weigh kinds of match: here each letter earns by where it stands in its word, and
 * each word left without a letter costs, so that the expansion stops at the right word on both sides.
 */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';

export interface Word {
  readonly text: string;
  readonly span: Span;
  /** Lower case, without accents; letters stand where they stand in `text`. */
  readonly plain: string;
  /** Where parts begin: behind hyphens, slashes and stops, and at inner capitals. */
  readonly starts: readonly number[];
  readonly stop: boolean;
}

const STOP = new Set(
  'a an and as at by for from in into of on or the to with between among under within per via its their de del della der des di die do du e el en et für fur la las le les los pour sur und von y aux au à'.split(
    ' ',
  ),
);
/** Words with their hyphens and slashes; commas between figures and a charge belong to chemists' words ("1,4,5-trisphosphate", "Ca2+"). */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'.&+′]|(?<=[\p{N}′']),(?=\p{N}))*(?:[-–/‐‑][\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'.&+′]|(?<=[\p{N}′']),(?=\p{N}))*)*/gu;

/** Greek letters as the letter that begins their names: "TNF-α" is "tumour necrosis factor alpha", and the other way round. */
const GREEK = new Map([...'αβγδεζηθικλμµνξοπρστυφχψω'].map((c, i) => [c, 'abgdezetiklmmnxoprstupcpo'[i] as string]));

/** Lower case without accents, Greek letters as Latin ones. Plain letters, nearly all there is, need no closer look. */
function plainOf(text: string): string {
  const low = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(low)) return low;
  return [...low].map((c) => GREEK.get(c) ?? (c.normalize('NFD').replace(/\p{M}/gu, '') || c)[0]?.padEnd(c.length, '\0')).join('');
}

export function wordsOf(text: string, from: number, to: number): readonly Word[] {
  const out: Word[] = [];
  for (const m of matches(WORD, text.slice(from, to))) {
    // "l’Organisation": an article before the name.
    const elided = /^(?:[dlnsLDNS]|[qQ]u|[dD]ell|[nN]ell|[aA]ll)[’'](?=\p{L}{3})/u.exec(m[0])?.[0].length ?? 0;
    const word = m[0].slice(elided).replace(/[.’']+$/, '');
    const at = from + m.index + elided;
    const starts = [0];
    for (const s of word.matchAll(/(?<=[-–/‐‑&.,])[\p{L}\p{N}]|(?<=\p{Ll})\p{Lu}(?=\p{Ll})|(?<=\p{N})\p{L}{3}/gu)) starts.push(s.index);
    const plain = plainOf(word);
    // "vitamin E", "Hepatitis A": a capital alone is a name's last letter, not a little word.
    const letter = /^\p{Lu}$/u.test(word) && out.length > 0;
    out.push({ text: word, span: { start: at, end: at + word.length }, plain, starts, stop: STOP.has(plain) && !letter });
  }
  return out;
}

/** The letters that must be found, lower case; a plural's s and marks between letters are none. */
export function lettersOf(short: string): string {
  const bare = short.replace(/[’']s?$/, '').replace(/^["“(]+|["”)]+$/g, '');
  const singular = /\p{Lu}s$/u.test(bare) ? bare.slice(0, -1) : bare;
  return plainOf(singular).replace(/[^\p{L}\p{N}]/gu, '');
}

/** "Group of Seven (G7)". */
const NUMBERS = new Map('one two three four five six seven eight nine ten'.split(' ').map((w, i) => [w, String(i + 1)]));

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

/** What a word earns with the letters from `at` to `to`; -Infinity when they are not in it in that order. */
function earn(word: Word, letters: string, at: number, to: number): number {
  const n = to - at;
  if (n === 0) return word.stop ? -0.05 : -0.75;
  const { plain, starts } = word;
  if (NUMBERS.get(plain) === letters.slice(at, to)) return 1;
  if (plain.length < n) return Number.NEGATIVE_INFINITY;
  // A word that is itself an acronym, or stands in the short form whole ("UN-Women").
  if (n > 1 && plain.replace(/[^\p{L}\p{N}]/gu, '').startsWith(letters.slice(at, to))) {
    const written = word.text.slice(0, n);
    if (written === written.toUpperCase() || plain.length === n) return n * 0.95;
  }
  let score = 0;
  let position = 0;
  for (let i = at; i < to; i++) {
    const letter = letters[i] as string;
    const part = starts.find((p) => p >= position && plain[p] === letter && (i + 1 === to || holds(plain, p + 1, letters, i + 1, to)));
    const inner = plain.indexOf(letter, position);
    if (inner < 0) return Number.NEGATIVE_INFINITY;
    if (i === at && inner === 0) score += 1;
    else if (part !== undefined) score += 0.85;
    // The letters of a prefix ("ProFi") and of a syllable are likelier than one picked from the middle.
    else if (i > at) score += inner === position ? 0.55 : 0.4;
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
const DIGITS = /^\d+$/;

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

/** The letters without a number at their end, which may be left over; the letters themselves where there is none. */
const withoutSeries = (letters: string): string => letters.replace(/(?<=\D)\d+$/, '');

/** True where a name is joined to another before it: "Japan-U.S.-Republic of Korea (ROK)". A figure or prefix is part of the name. */
const isJoined = (word: string, at: number): boolean => at > 0 && CAPITAL.test(word) && CAPITAL.test(word.slice(at)) && /[-–‐‑/]/.test(word[at - 1] as string);

/** The long form that ends with (nearly) the last of the words and is best spelt by the letters; `undefined` below the threshold. */
export function expansionBefore(words: readonly Word[], short: string, threshold = 0.52): Expansion | undefined {
  const all = lettersOf(short);
  if (all.length < 2 && !/\d/.test(short)) return undefined;
  let best: Expansion | undefined;
  let top = Number.NEGATIVE_INFINITY;
  for (const letters of new Set([all, withoutSeries(all)])) {
    if (letters === '') continue;
    // One letter and a number say little: only a long word that stands right before them ("thyroxine (T4)").
    const single = letters.length < 2;
    for (let tail = 0; tail <= Math.min(single ? 0 : TAIL, words.length - 1); tail++) {
      const last = words[words.length - 1 - tail] as Word;
      const cut = words[words.length - tail];
      // Two capitals in a row are one name, never its end and a tail; "of the United Nations" belongs to the name without a letter of its own.
      if (last.stop || (cut && ((CAPITAL.test(last.text) && CAPITAL.test(cut.text)) || /^(?:of|de|des|du)$/i.test(cut.text)))) continue;
      const cost = dropped(words.slice(words.length - tail), last) - (letters === all ? 0 : SERIES);
      const m = letters.length;
      let row: readonly number[] = opening(m);
      const reach = single ? 1 : Math.min(words.length - tail, m * 2 + 8);
      for (let n = 1; n <= reach; n++) {
        const first = words[words.length - tail - n] as Word;
        // From the end: `k` letters taken are the last `k`.
        row = step(row, first, (from, to) => {
          const gained = earn(first, letters, m - to, m - from);
          return gained === Number.NEGATIVE_INFINITY && DIGITS.test(letters.slice(m - to, m - from)) ? SERIES + earn(first, letters, 0, 0) : gained;
        });
        if (first.stop && (!/^(?:for|to|of)$/i.test(first.text) || n === 1 || !/^[a-z]/.test(short))) continue;
        if (single && (first.plain.length < 7 || CAPITAL.test(first.text) !== CAPITAL.test((words[0] as Word).text))) continue;
        const begin = first.plain[0] === letters[0] ? 0 : n <= m ? first.starts.find((s) => first.plain[s] === letters[0]) : undefined;
        if (begin === undefined) continue;
        const score = (row[m] as number) - cost;
        const quality = score / m;
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

export const isSpeltByInitials = (name: string, short: string): boolean => spells(wordsOf(name, 0, name.length), lettersOf(short));

/** What a name is, said first and spelt last: "Treaty on the Non-Proliferation of Nuclear Weapons (NPT)". */
const HEAD =
  /^(?:treaty|convention|agreement|protocol|charter|code|conference|initiative|organi[sz]ation|programme|university|ministry|department|traite|accord|protocole|tratado|convenio|convencion|acuerdo|protocolo)$/;

/** The name that begins with its head noun, which gives the last letter or the first; the other letters begin words behind it. */
export function headedBefore(words: readonly Word[], letters: string): Span | undefined {
  const last = words.at(-1);
  if (letters.length < 3 || !last || last.stop) return undefined;
  for (let i = words.length - 2; i >= 0 && words.length - i <= 24; i--) {
    const head = words[i] as Word;
    if (!CAPITAL.test(head.text) || !HEAD.test(head.plain) || words[i + 1]?.stop !== true) continue;
    const begins = words.slice(i + 1).flatMap((w) => (w.stop ? [] : w.starts.map((s) => w.plain[s] as string)));
    const spelt = (wanted: string): boolean => {
      let at = 0;
      for (const letter of begins) if (letter === wanted[at]) at++;
      return at === wanted.length;
    };
    if ((head.plain[0] === letters.at(-1) && spelt(letters.slice(0, -1))) || (head.plain[0] === letters[0] && spelt(letters.slice(1))))
      return { start: head.span.start, end: last.span.end };
  }
  return undefined;
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
    if (first.stop || !CAPITAL.test(first.text) || first.plain[0] !== letters[0]) continue;
    const begins = words.slice(start).flatMap((w) => (w.stop ? [] : w.starts.map((s) => w.plain[s] as string)));
    const quality = commonTo(begins, letters) / letters.length;
    // The nearest of names that are spelt equally well.
    if (quality >= 0.5 && (!best || quality >= best.quality)) best = { span: { start: first.span.start, end: last.span.end }, quality };
  }
  return best;
}

/** How many letters two sequences have in common, in order. */
function commonTo(a: readonly string[], b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    for (let i = 0; i < b.length; i++) next.push(letter === b[i] ? (row[i] as number) + 1 : Math.max(row[i + 1] as number, next[i] as number));
    row = next;
  }
  return row[b.length] as number;
}

/**
 * The long form that begins with the first of the words and is spelt by the letters. Where `whole`, the words are all that stands in
 * brackets or in a line of a legend, so what is left over counts against a shorter reading.
 */
export function expansionAfter(words: readonly Word[], short: string, threshold = 0.6, whole = false): Expansion | undefined {
  const letters = lettersOf(short);
  const first = words[0];
  if (letters.length < 2 || !first || first.plain[0] !== letters[0]) return undefined;
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
