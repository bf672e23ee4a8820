/** Finds short forms, their expansions, and which belong together: one extractor for instruments, analyses and the command line. */
import type { Span } from '../text/span.ts';
import { expansionAfter, expansionBefore, nameBefore, wordsOf } from './alignment.ts';

export interface Acronyms {
  /** Every mention of a short form, defined or not. */
  readonly short: readonly Span[];
  /** Every expansion. */
  readonly long: readonly Span[];
  readonly pairs: readonly { readonly short: Span; readonly long: Span }[];
}

/** Innermost brackets: the outer ones are a sentence of their own. */
const PARENS = /\(([^()]{1,160})\)|\[([^[\]()]{2,80})\]/g;
/** One short form, with what may introduce it and what may follow: “hereinafter the ‘NCG’”, “NCG, or the Group”, “NCG; see below”. */
const SHORT = /^["“”'‘]?([\p{L}\p{N}][\p{L}\p{M}\p{N}.&/+′’'$-]{0,15}(?:\s(?:\p{Lu}{1,3}|[IVX]+|\d{1,4}))?)["“”'’]?$/u;
const INTRO =
  /^(?:hereinafter|hereafter|henceforth|herein|abbreviated(?:\s+as)?|also\s+known\s+as|known\s+as|aka|or|i\.e\.,?|called|referred\s+to\s+as|ci-après(?:\s+dénommée?s?)?|en\s+adelante|the|le|la|les|el|l[’'])[\s,:]+/i;

/** Capitals enough to be a short form wherever it stands; lower-case ones are known only by their pairing. */
const looksShort = (s: string): boolean => /\p{Lu}/u.test(s) && !/^\p{Lu}\p{Ll}+$/u.test(s) && !/^(?:[IVXLC]+|\d+)$/.test(s);
const UNIT =
  /^(?:p\.m|a\.m|kg|km|mm|cm|mg|ml|ha|nos?|paras?|vol|ed|eds|pp?|art|arts|etc|e\.g|i\.e|op|cit|ibid|cf|viz|et al|n\.d|sic|see|Mr|Ms|Mrs|Dr|Ph\.?D|Jr|Sr|°C|%)\.?$/i;
const ROMAN = /^(?:[IVX]{1,6}|[LC]?X{0,3}(?:IX|IV|V?I{0,3}))$/;

/** What a parenthesis offers as short form: its first item without introduction and quotation marks. */
function offered(content: string): { readonly text: string; readonly at: number } | undefined {
  let rest = content;
  let at = 0;
  for (let m = INTRO.exec(rest); m; m = INTRO.exec(rest)) {
    rest = rest.slice(m[0].length);
    at += m[0].length;
  }
  const item = /^\s*([^,;:=]+?)\s*(?:[,;:=]|\s+(?:or|and|et|und|hereinafter)\s|$)/u.exec(rest);
  if (!item) return undefined;
  const m = SHORT.exec(item[1] as string);
  if (!m) return undefined;
  const text = m[1] as string;
  return { text, at: at + rest.indexOf(text) };
}

/** How far back an expansion may reach: to the sentence's beginning, or a bracket, but not further than any name is long. */
function reachBack(text: string, end: number): number {
  const from = Math.max(0, end - 220);
  const window = text.slice(from, end);
  const stop = Math.max(...[...window.matchAll(/[;:()[\]“”"]|[.!?]\s+(?=\p{Lu})/gu)].map((m) => m.index + m[0].length), 0);
  return from + stop;
}

function pairsOf(text: string): { short: Span; long: Span }[] {
  const pairs: { short: Span; long: Span }[] = [];
  const add = (short: Span, long: Span): void => {
    if (!pairs.some((p) => p.short.start === short.start)) pairs.push({ short, long });
  };
  for (const m of text.matchAll(PARENS)) {
    const content = (m[1] ?? m[2]) as string;
    const inside = m.index + 1;
    const short = offered(content);
    if (short && !UNIT.test(short.text)) {
      const span = { start: inside + short.at, end: inside + short.at + short.text.length };
      const words = wordsOf(text, reachBack(text, m.index), m.index);
      const gap = text.slice(words.at(-1)?.span.end ?? m.index, m.index);
      const lowerCase = !/\p{Lu}/u.test(short.text);
      const plausible =
        looksShort(short.text) || (lowerCase && short.text.length <= 6 && /^[\p{L}\p{N}-]+$/u.test(short.text)) || /^\p{Lu}\p{Ll}{0,3}$/u.test(short.text);
      if (plausible && /^[\s"”’',.]*$/.test(gap)) {
        const long =
          expansionBefore(words, short.text, lowerCase || !looksShort(short.text) ? 0.82 : 0.5) ??
          (/^[\p{Lu}\p{N}/-]{3,}s?$/u.test(short.text) ? nameBefore(words, short.text) : undefined);
        const covers = long ? text.slice(long.span.start, long.span.end) : '';
        if (long && covers.length > short.text.length && covers.toLowerCase() !== short.text.toLowerCase()) {
          add(span, long.span);
          continue;
        }
      }
    }
    // "NCG (Nuclear Consultative Group)".
    const before = /([\p{Lu}\p{N}][\p{L}\p{N}.&/-]{0,11})["”’]?\s*$/u.exec(text.slice(Math.max(0, m.index - 16), m.index));
    if (before && looksShort(before[1] as string) && /\s/.test(content)) {
      const start = m.index - before[0].length;
      const words = wordsOf(text, inside, inside + content.length);
      const long = expansionAfter(words, before[1] as string, 0.62);
      if (long && /^[\s"“'‘]*(?:the\s+)?["“'‘]?$/.test(text.slice(inside, long.span.start)))
        add({ start, end: start + (before[1] as string).length }, long.span);
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

/** True when the token stands among words all in capitals: a heading, where capitals say nothing. */
function inCapitals(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - 40), start)
      .match(/\p{L}[\p{L}’'-]*/gu)
      ?.slice(-2) ?? [];
  const after =
    text
      .slice(end, end + 40)
      .match(/\p{L}[\p{L}’'-]*/gu)
      ?.slice(0, 2) ?? [];
  const capital = (w: string | undefined) => w !== undefined && w.length > 2 && w === w.toUpperCase();
  return (capital(before.at(-1)) && capital(before.at(-2))) || (capital(after[0]) && capital(after[1])) || (capital(before.at(-1)) && capital(after[0]));
}

function mentionsOf(text: string, defined: ReadonlySet<string>): readonly Span[] {
  const out: Span[] = [];
  for (const m of text.matchAll(TOKEN)) {
    const token = m[0].replace(/['’]s$/, '');
    const span = { start: m.index, end: m.index + m[0].length };
    if (defined.has(token) || defined.has(token.replace(/s$/, ''))) {
      out.push(span);
      continue;
    }
    const capitals = token.match(/\p{Lu}/gu)?.length ?? 0;
    if (capitals < 2 || token.length < 2 || token.length > 14) continue;
    if (UNIT.test(token) || ROMAN.test(token)) continue;
    // Numbers of documents (“A/57/156”, “E/CN.4/2005/10”) and hyphened names (“Jean-Paul”) are none.
    if (
      /^[A-Z]\/\d/.test(token) ||
      /\/\d{2,}/.test(token) ||
      /^\p{Lu}\p{Ll}+(?:[-/]\p{Lu}\p{Ll}+)+$/u.test(token) ||
      /^(?:Mc|Mac|O['’]|De|Di|La|Le|Van)\p{Lu}\p{Ll}+$/u.test(token)
    )
      continue;
    if (/^\p{Lu}\.\p{Lu}\.$/u.test(token) && !/^(?:U\.S\.|U\.N\.|U\.K\.|E\.U\.)$/.test(token)) continue;
    if (/^\p{Lu}+$/u.test(token) && token.length > 2 && inCapitals(text, span.start, span.end)) continue;
    out.push(span);
  }
  return out;
}

/**
 * Spans are offsets into `text`, which is prose or any text with single line breaks. A short form's span has its plural or possessive.
 * Units, times of day, Roman numerals, numbers of documents and capitals in headings are not short forms. Total; in the order of `text`.
 */
export function findAcronyms(text: string): Acronyms {
  const pairs = pairsOf(text);
  const defined = new Set(pairs.map((p) => text.slice(p.short.start, p.short.end)));
  const short = [...mentionsOf(text, defined)];
  for (const p of pairs) {
    const at = short.findIndex((s) => s.start < p.short.end && p.short.start < s.end);
    if (at >= 0) short[at] = p.short;
    else short.push(p.short);
  }
  const byStart = (a: Span, b: Span) => a.start - b.start;
  return { short: short.sort(byStart), long: pairs.map((p) => p.long).sort(byStart), pairs: pairs.sort((a, b) => byStart(a.short, b.short)) };
}
