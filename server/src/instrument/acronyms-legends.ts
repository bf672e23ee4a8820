/** Definitions without brackets: legends, lists of abbreviations, and short forms that a sentence introduces with words. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { reachBack } from './acronyms-brackets.ts';
import { looksShort } from './acronyms-offers.ts';
import { expansionAfter, expansionBefore } from './alignment.ts';
import { nameBefore } from './alignment-names.ts';
import { lettersOf, plainOf, type Word, wordsOf } from './alignment-words.ts';

export interface Pair {
  readonly short: Span;
  readonly long: Span;
}

const LEGEND = /(?<![\p{L}\p{N}])(\p{Ll}?\p{Lu}[\p{L}\p{N}.&/+-]{1,11})\s*(=|[:–—](?=\s))\s*(?=\p{L}|\p{N}(?:,\p{N})*-\p{Ll})/gu;
/** Where an entry ends: at a mark, a sentence's end, the next entry. */
const ENTRY = /[;\n|]|,(?=\s*\p{Ll}?\p{Lu}[\p{L}\p{N}.&/+-]{1,11}\s*=)|\.(?=\s+\p{Lu}|\s*$)|\s\p{Lu}[\p{L}\p{N}.&/+-]{1,11}\s*=/u;

/** True when most letters begin some word, in any order, as with letters of another language: "MONUC = United Nations Organization Mission …". */
function areBegun(words: readonly Word[], short: string): boolean {
  const letters = lettersOf(short);
  const begins = new Set(words.flatMap((w) => (w.stop ? [] : w.starts.map((s) => w.plain[s]))));
  return letters.length > 2 && [...letters].filter((c) => begins.has(c)).length >= letters.length * 0.6;
}

/** What stands behind "=", up to the entry's end where nothing but words does; also a name that says first whose it is ("ECE = United Nations …"). */
function entry(text: string, from: number, end: number, short: string, listed: boolean): Span | undefined {
  const words = wordsOf(text, from, end);
  const found = expansionAfter(words, short, 0.6)?.span;
  if (found && listed && !words.at(-1)?.stop && /^\s\p{Ll}[\p{L}’'-]+(?:\s\p{Ll}[\p{L}’'-]+)?\s*$/u.test(text.slice(found.end, end)))
    return { start: found.start, end: (words.at(-1) as Word).span.end };
  if (found) return /^[\p{L}\s’'-]{1,60}$/u.test(text.slice(found.end, end)) ? (expansionAfter(words, short, 0.6, true)?.span ?? found) : found;
  if (!/^[\p{L}\s’'-]+$/u.test(text.slice(from, end))) return undefined;
  const owner = words[0]?.plain === 'united' && words[1]?.plain === 'nations' ? expansionAfter(words.slice(2), short, 0.6, true) : undefined;
  const named = owner ?? nameBefore(words, short);
  if (named && words[0]) return { start: words[0].span.start, end: named.span.end };
  const last = words.at(-1);
  return listed && words.length > 2 && words.length < 16 && last && !last.stop && areBegun(words, short)
    ? { start: (words[0] as Word).span.start, end: last.span.end }
    : undefined;
}

/** "ABC = to be confirmed", "ABC: …" at the start of a line. */
export function legends(text: string): readonly Pair[] {
  const out: Pair[] = [];
  for (const m of matches(LEGEND, text)) {
    const short = m[1] as string;
    const from = m.index + m[0].length;
    if (m[2] !== '=' && !/(?:^|[\n;|])\s*$/.test(text.slice(Math.max(0, m.index - 3), m.index))) continue;
    if (!looksShort(short)) continue;
    const end = (m[2] === '=' ? ENTRY : /[;\n|]/).exec(text.slice(from, from + 160))?.index ?? Math.min(160, text.length - from);
    const long =
      m[2] === '='
        ? entry(text, from, from + end, short, /[;,=]/.test(text.slice(Math.max(0, m.index - 2), m.index) + text.slice(from + end, from + end + 16)))
        : expansionAfter(wordsOf(text, from, from + end), short, 0.75)?.span;
    if (long) out.push({ short: { start: m.index, end: m.index + short.length }, long });
  }
  return out;
}

const LIST = /\b(?:Abbreviations|Acronyms|Abréviations|Sigles|Siglas|Abreviaturas)\b[^:\n]{0,30}:\s*/gi;
const ITEM = /^\s*([\p{L}\p{N}][\p{L}\p{N}.&/-]{1,11})\s*[,:=–—-]\s+([^;\n]{2,120})(?:;|\n|$)/u;

/** "Abbreviations: EEZ, exclusive economic zone; …". */
export function lists(text: string): readonly Pair[] {
  const out: Pair[] = [];
  for (const list of matches(LIST, text)) {
    for (let at = list.index + list[0].length; at < text.length; ) {
      const m = ITEM.exec(text.slice(at, at + 150));
      if (!m) break;
      const [whole, short = '', name = ''] = m;
      const start = at + whole.indexOf(short);
      const from = at + whole.indexOf(name, start - at + short.length);
      const long = expansionAfter(wordsOf(text, from, from + name.replace(/\.\s[\s\S]*$/, '').length), short, 0.5, true);
      if (long) out.push({ short: { start, end: start + short.length }, long: long.span });
      at += whole.length;
    }
  }
  return out;
}

const INTRODUCED =
  /,?\s(?:or|(?:which\s+is\s+)?(?:(?:also|commonly|otherwise|better)\s+)?known\s+as|abbreviated(?:\s+as|\s+to)?|called|(?:hereinafter|hereafter)(?:\s+(?:referred\s+to\s+as|called))?|ci-après(?:\s+dénommée?s?)?|en\s+(?:adelante|lo\s+sucesivo)(?:\s+denominad[oa]s?)?),?\s(?:the\s|l[ea]s?\s|l’|el\s|los\s)?["“'‘«]?\s?(\p{Lu}[\p{L}\p{N}&/-]{1,9})\s?["”'’»]?(?=[\s,.;:)])/gu;

/** True when the letters begin words, or parts of them, in order: a look that costs little, since nearly every "or" defines nothing. */
function begun(text: string, from: number, to: number, letters: string): boolean {
  let at = 0;
  for (const m of matches(/(?<![\p{L}\p{N}])[\p{L}\p{N}]|(?<=\p{Ll})\p{Lu}/gu, text.slice(from, to))) if (plainOf(m[0]) === letters[at]) at++;
  return at === letters.length;
}

/** "the Nuclear Consultative Group, or NCG," and "known as the NCG". */
export function inSentences(text: string, limits: readonly number[]): readonly Pair[] {
  const out: Pair[] = [];
  for (const m of matches(INTRODUCED, text)) {
    const short = m[1] as string;
    if (!/^\p{Lu}[\p{Lu}\p{N}&/-]+s?$/u.test(short) || !looksShort(short)) continue;
    const from = reachBack(limits, m.index);
    const long = begun(text, from, m.index, lettersOf(short)) ? expansionBefore(wordsOf(text, from, m.index), short, 0.85) : undefined;
    const start = m.index + m[0].lastIndexOf(short);
    // "LINE-1 or L1": another short form is no expansion.
    if (long && /\p{Ll}/u.test(text.slice(long.span.start, long.span.end))) out.push({ short: { start, end: start + short.length }, long: long.span });
  }
  return out;
}
