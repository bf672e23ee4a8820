/** Finds short forms, their expansions, and which belong together: one extractor for instruments, analyses and the command line. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { expansionAfter, expansionBefore, headedBefore, lettersOf, nameBefore, spells, type Word, wordsOf } from './alignment.ts';

export interface Acronyms {
  /** Every mention of a short form, defined or not. */
  readonly short: readonly Span[];
  /** Every expansion. */
  readonly long: readonly Span[];
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly short: Span;
  readonly long: Span;
}

/** Innermost brackets: the outer ones are a sentence of their own. Those within a word ("poly(ADP-ribose)") are part of it. */
const PARENS = /\(([^()]{1,160})\)|\[([^[\]()]{2,80})\]/g;
/** One short form, with what may introduce it and what may follow: “hereinafter the ‘NCG’”, “NCG, or the Group”, “NCG; see below”. */
const SHORT =
  /^["“”'‘«]?\s?([\p{L}\p{N}][\p{L}\p{M}\p{N}.&/+′’'$-]{0,15}(?:\s(?:\p{Lu}{1,3}|[IVX]+|\d{1,4}))?)(?:\s(Treaty|Convention|Agreement|Protocol|Group|Process|Programme))?\s?["“”'’»]?$/u;
const INTRO =
  /^(?:hereinafter|hereafter|henceforth|herein|abbreviated(?:\s+as)?|also\s+known\s+as|known\s+as|aka|or|i\.e\.,?|called|(?:also\s+)?termed|designated(?:\s+as)?|referred\s+to\s+as|ci-après(?:\s+dénommée?s?)?|en\s+adelante|the|le|la|les|el|l[’'])[\s,:]+/i;

/** Capitals enough to be a short form wherever it stands; lower-case ones are known only by their pairing. */
const looksShort = (s: string): boolean => /\p{Lu}/u.test(s) && !/^\p{Lu}\p{Ll}+$/u.test(s) && !/^(?:[IVXLC]+|\d+)$/.test(s);
/** Little words that brackets hold and that letters of the words before may happen to spell. */
const REMARK =
  /^(?:see|and|or|in|not|for|now|per|one|two|six|ten|all|old|new|men|left|right|mean|range|a|as|at|by|to|of|on|is|was|with|from|here|also|only|both|each|total|least|most|part|sic|figs?|tab|refs?|eqs?|app|ch|age|aged|rats|mice|data|test|text|note|the|le|la)$/i;

/** How well a short form of this look must be spelt by the words before it, to be theirs; `undefined` where it can be none. */
function thresholdOf(short: string): number | undefined {
  const bare = short.replace(/s$/, '');
  // Units, Roman numerals and "NO" are short forms only where every letter begins a word.
  const upper = /^\p{Lu}{2,4}$/u.test(bare);
  if (UNIT.test(short) || REMARK.test(short)) return upper ? 0.9 : undefined;
  // "(Section V)", "(Annex II)".
  if (/^\p{Lu}\p{Ll}{3,}\s(?:[IVXLC]+|\d+)$/u.test(short)) return undefined;
  if (looksShort(short)) return 0.5;
  if (upper) return 0.9;
  if (/^(?:\p{Ll}\.){2,4}$/u.test(short)) return 0.65;
  if (/^\p{Lu}\p{Ll}{0,2}$/u.test(short)) return 0.6;
  if (/^\p{Lu}\p{Ll}{3}$/u.test(short)) return 0.82;
  return /^[\p{Ll}\p{N}-]{2,6}$/u.test(short) && /\p{L}/u.test(short) ? (short.length <= 3 ? 0.7 : 0.82) : undefined;
}

const UNIT =
  /^(?:p\.m|a\.m|kg|km|mm|cm|mg|ml|ha|nos?|paras?|vol|ed|eds|pp?|art|arts|etc|e\.g|i\.e|op|cit|ibid|cf|viz|et al|n\.d|sic|see|Mr|Ms|Mrs|Dr|Ph\.?D|Jr|Sr|°C|%)\.?$/i;
const ROMAN = /^(?:[IVX]{1,6}|[LC]?X{0,3}(?:IX|IV|V?I{0,3}))$/;

interface Offer {
  readonly text: string;
  readonly at: number;
  /** What follows the letters: "the INF Treaty". */
  readonly noun: string | undefined;
}

/** What a parenthesis offers as short forms: its first items without introduction and quotation marks. */
function offered(content: string): readonly Offer[] {
  const out: Offer[] = [];
  let at = 0;
  for (const item of content.split(/((?<!\d),|,(?!\d)|[;:=]|\s(?:or|and|et|o|ou|und|hereinafter)\s)/u).slice(0, 5)) {
    let rest = item;
    let from = at;
    at += item.length;
    for (let m = INTRO.exec(rest); m; m = INTRO.exec(rest)) {
      rest = rest.slice(m[0].length);
      from += m[0].length;
    }
    const m = SHORT.exec(rest.trim());
    const text = m?.[1]?.replace(/['’]$/, '');
    // Behind the first item only what looks like a short form: the others are remarks.
    if (text === undefined || thresholdOf(text) === undefined || (out.length > 0 && !looksShort(text))) continue;
    out.push({ text, at: from + rest.indexOf(text), noun: m?.[2] });
  }
  return out;
}

/** How far back an expansion may reach: to the sentence's beginning, or a bracket, but not further than any name is long. */
function reachBack(text: string, end: number): number {
  const from = Math.max(0, end - 220);
  const window = text.slice(from, end);
  let stop = 0;
  let within = 0;
  // A stop behind a capital or two is an abbreviation's ("U.S. Strategic Command").
  for (const m of window.matchAll(/[;:“”"]|[([]|[)\]]|(?<!\b\p{Lu}|\b(?:vs|St|Dr|Mt))[.!?]\s+(?=\p{Lu})/gu)) {
    const mark = m[0];
    if (/[([]/.test(mark) && /[\p{L}\p{N}]/u.test(window[m.index - 1] ?? ' ')) within++;
    else if (/[)\]]/.test(mark) && within > 0) within--;
    else stop = m.index + mark.length;
  }
  return from + stop;
}

/** Brackets that gave a short form: another may go on from it. */
interface Inner {
  readonly span: Span;
  readonly short: string;
}

/** The words before `end`, bracketed short forms among them left out: "epidermal growth factor (EGF) receptor (EGFR)". */
function wordsAround(text: string, end: number, inner: Span): readonly Word[] {
  return [...wordsOf(text, reachBack(text, inner.start), inner.start), ...wordsOf(text, inner.end, end)];
}

function expansionOf(words: readonly Word[], short: string, threshold: number): Span | undefined {
  const letters = lettersOf(short);
  const found = expansionBefore(words, short, threshold)?.span;
  // Where a letter is not the first of a word, a name that says what it is first may be meant.
  const doubtful =
    found === undefined ||
    !spells(
      words.filter((w) => w.span.start >= found.start && w.span.end <= found.end),
      letters,
    );
  const headed = doubtful ? headedBefore(words, letters) : undefined;
  if (headed) return headed;
  return found ?? (/^[\p{Lu}\p{N}/-]{3,}s?$/u.test(short) ? nameBefore(words, short)?.span : undefined);
}

/** The pair of what the brackets at `open` offer and the words before them. */
function pairOf(text: string, open: number, words: readonly Word[], { text: short, at, noun }: Offer, before: Inner | undefined): Pair | undefined {
  const threshold = thresholdOf(short) as number;
  // "Intermediate-Range Nuclear Forces Treaty (INF Treaty)": the letters spell what stands before the noun.
  const last = noun && words.length > 1 && words.at(-1)?.text === noun ? words.at(-1) : undefined;
  const named = last && expansionBefore(words.slice(0, -1), short, 0.5)?.span;
  let long = named && last ? { start: named.start, end: last.span.end } : expansionOf(words, short, threshold);
  if (!long && before && short.startsWith(before.short) && open - before.span.end < 80 && reachBack(text, open) <= before.span.end + 1)
    long = expansionBefore(wordsAround(text, open, before.span), short, Math.max(0.75, threshold))?.span;
  if (!long) return undefined;
  const end = long.end - (/[’']s$/.exec(text.slice(long.start, long.end))?.[0].length ?? 0);
  const covers = text.slice(long.start, end);
  if (covers.length <= short.length || covers.toLowerCase() === short.toLowerCase()) return undefined;
  return { short: { start: open + 1 + at, end: open + 1 + at + short.length }, long: { start: long.start, end } };
}

/** Something that a definition is made of: without it there is none, and most sentences are without. */
const SIGN =
  /[([=]|\p{Lu}[\p{L}\p{N}.&/-]{0,11}\s?[:–—]\s|\s(?:or|as|called|to|hereinafter)\s(?:the\s)?["“'‘]?\p{Lu}[\p{Lu}\p{N}&/-]|bbreviation|cronym|bréviation|bbreviatura|[Ss]igl[ae]s/u;

/** The pairs alone, by the place of the short form. Offsets into `text`. */
export function findPairs(text: string): readonly Pair[] {
  return SIGN.test(text) ? pairsOf(text).sort((a, b) => a.short.start - b.short.start) : [];
}

function pairsOf(text: string): Pair[] {
  const pairs: Pair[] = [];
  const taken = new Set<number>();
  const add = (short: Span, long: Span): void => {
    if (taken.has(short.start)) return;
    taken.add(short.start);
    pairs.push({ short, long });
  };
  let inner: Inner | undefined;
  for (const m of matches(PARENS, text)) {
    const content = (m[1] ?? m[2]) as string;
    const inside = m.index + 1;
    const before = inner;
    inner = undefined;
    const words = wordsOf(text, reachBack(text, m.index), m.index);
    const gap = text.slice(words.at(-1)?.span.end ?? m.index, m.index);
    const found = /^(?:[’']s?)?[\s"”’»',.]*$/.test(gap) ? offered(content).flatMap((o) => pairOf(text, m.index, words, o, before) ?? [])[0] : undefined;
    if (found) {
      add(found.short, found.long);
      inner = { span: { start: m.index, end: m.index + m[0].length }, short: text.slice(found.short.start, found.short.end).replace(/s$/, '') };
      continue;
    }
    // "NCG (Nuclear Consultative Group)".
    const outside = /([\p{Lu}\p{N}][\p{L}\p{N}.&/-]{0,11})["”’]?\s*$/u.exec(text.slice(Math.max(0, m.index - 16), m.index));
    if (outside && looksShort(outside[1] as string) && /\s/.test(content)) {
      const start = m.index - outside[0].length;
      const item = /[;:=]|,\s/.exec(content)?.index ?? content.length;
      const name = outside[1] as string;
      const long =
        expansionAfter(wordsOf(text, inside, inside + item), name, 0.62, true) ?? expansionAfter(wordsOf(text, inside, inside + content.length), name, 0.62);
      if (long && /^[\s"“'‘]*(?:the\s+)?["“'‘]?$/.test(text.slice(inside, long.span.start))) add({ start, end: start + name.length }, long.span);
    }
  }
  // "ABC = to be confirmed", "ABC: …" at the start of a line: legends and lists of abbreviations.
  for (const m of text.matchAll(/(?<![\p{L}\p{N}])([\p{Lu}][\p{L}\p{N}.&/-]{1,11})\s*(=|[:–—](?=\s))\s*(?=[\p{L}])/gu)) {
    const from = m.index + m[0].length;
    if (m[2] !== '=' && !/(?:^|[\n;|])\s*$/.test(text.slice(Math.max(0, m.index - 3), m.index))) continue;
    if (!looksShort(m[1] as string)) continue;
    const end = /[;\n|]/.exec(text.slice(from, from + 160))?.index ?? Math.min(160, text.length - from);
    const long = expansionAfter(wordsOf(text, from, from + end), m[1] as string, m[2] === '=' ? 0.6 : 0.75);
    if (long) add({ start: m.index, end: m.index + (m[1] as string).length }, long.span);
  }
  // "Abbreviations: EEZ, exclusive economic zone; …".
  for (const list of text.matchAll(/\b(?:Abbreviations|Acronyms|Abréviations|Sigles|Siglas|Abreviaturas)\b[^:\n]{0,30}:\s*/gi)) {
    for (let at = list.index + list[0].length; at < text.length; ) {
      const m = /^\s*([\p{L}\p{N}][\p{L}\p{N}.&/-]{1,11})\s*[,:=–—-]\s+([^;\n]{2,120})(?:;|\n|$)/u.exec(text.slice(at, at + 150));
      if (!m) break;
      const start = at + m[0].indexOf(m[1] as string);
      const from = at + m[0].indexOf(m[2] as string, start - at + (m[1] as string).length);
      const long = expansionAfter(wordsOf(text, from, from + (m[2] as string).replace(/\.\s[\s\S]*$/, '').length), m[1] as string, 0.5, true);
      if (long) add({ start, end: start + (m[1] as string).length }, long.span);
      at += m[0].length;
    }
  }
  // "the Nuclear Consultative Group, or NCG," and "known as the NCG".
  for (const m of text.matchAll(
    /,?\s(?:or|known\s+as|abbreviated(?:\s+as|\s+to)?|called|hereinafter(?:\s+referred\s+to\s+as)?)\s(?:the\s)?["“'‘]?(\p{Lu}[\p{L}\p{N}&/-]{1,9})["”'’]?(?=[\s,.;:)])/gu,
  )) {
    if (!/^\p{Lu}[\p{Lu}\p{N}&/-]+s?$/u.test(m[1] as string)) continue;
    const long = expansionBefore(wordsOf(text, reachBack(text, m.index), m.index), m[1] as string, 0.85);
    const start = m.index + m[0].indexOf(m[1] as string);
    if (long) add({ start, end: start + (m[1] as string).length }, long.span);
  }
  return pairs;
}

const TOKEN =
  /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.){2,}|(?:UN|US|EU)(?:[-/ ](?:Women|Habitat|REDD|GTRs?))|[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*(?:[-&/.′][\p{L}\p{N}]+)*)(?:['’]s(?![\p{L}])|\$)?/gu;

/** Little words that only a heading sets in capitals. */
const LITTLE = /^(?:A|AN|AND|AS|AT|BY|DE|FOR|FROM|IN|INTO|IS|LA|NOT|OF|ON|OR|THAT|THE|TO|WITH)$/;
const RUN_BEFORE = /(?:(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}’'-]+ ){1,3}$/u;
const RUN_AFTER = /^(?: \p{Lu}[\p{Lu}’'-]+(?![\p{L}\p{N}])){1,3}/u;

/** True when the token stands in a run of at least three words all in capitals, a space between them: a heading, where capitals say nothing. */
function inCapitals(text: string, start: number, end: number): boolean {
  const before =
    RUN_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[0]
      .trim()
      .split(' ') ?? [];
  const after =
    RUN_AFTER.exec(text.slice(end, end + 40))?.[0]
      .trim()
      .split(' ') ?? [];
  return before.length + after.length >= 2 && [...before, ...after].some((w) => w.length > 2);
}

function mentionsOf(text: string, defined: ReadonlySet<string>): readonly Span[] {
  const out: Span[] = [];
  for (const m of matches(TOKEN, text)) {
    const token = m[0].replace(/['’]s$/, '');
    const span = { start: m.index, end: m.index + m[0].length };
    if (defined.has(token) || defined.has(token.replace(/s$/, ''))) {
      out.push(span);
      continue;
    }
    const capitals = token.match(/\p{Lu}/gu)?.length ?? 0;
    if (capitals < 2 || token.length < 2 || token.length > 14) continue;
    if (UNIT.test(token) || ROMAN.test(token) || LITTLE.test(token) || /^\p{Lu}{12,}$/u.test(token)) continue;
    // Numbers of documents (“A/57/156”, “E/CN.4/2005/10”) and hyphened names (“Jean-Paul”) are none.
    if (
      /^[A-Z]\/\d/.test(token) ||
      /\/\d{2,}/.test(token) ||
      /^\p{Lu}\p{Ll}+(?:[-/]\p{Lu}\p{Ll}+)+$/u.test(token) ||
      /^(?:Mc|Mac|O['’]|De|Di|La|Le|Van)\p{Lu}\p{Ll}+$/u.test(token)
    )
      continue;
    if (/^\p{Lu}\.\p{Lu}\.$/u.test(token) && !/^(?:U\.S\.|U\.N\.|U\.K\.|E\.U\.)$/.test(token)) continue;
    if (/^\p{Lu}+$/u.test(token) && inCapitals(text, span.start, span.end)) continue;
    out.push(span);
  }
  return out;
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
