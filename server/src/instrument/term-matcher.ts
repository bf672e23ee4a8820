/** Finds short forms and names of terms in prose: every inflection, longest first, one pass. */
import { foldTypography, lower } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

export interface Surface<T> {
  /** As the term's owner writes it: "NCG", "Nuclear Consultative Group". */
  readonly text: string;
  /** A short form keeps its capitals; a name in full may be written in lower case. */
  readonly short: boolean;
  readonly value: T;
}

export interface Match<T> {
  /** The form itself, without plural, possessive or particle. */
  readonly span: Span;
  readonly surface: Surface<T>;
}

export interface Matcher<T> {
  find(text: string): readonly Match<T>[];
}

/** Hyphens and spaces are one in a name, and curly marks straight; the length stays. */
const flat = (text: string): string => foldTypography(text).replace(/-/g, ' ');
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTER = /[\p{L}\p{N}]/u;
/** What may follow a form and still leave it the same word: an English plural or possessive, a Korean particle. */
const TAIL = /^(?:['’]?s(?![\p{L}\p{N}])|['’](?![\p{L}\p{N}])|[가-힣]{1,4}(?![A-Za-z]))/u;

/** Other spellings of a name in lower case: "&" for "and", "US" for "U.S." and the other way round. */
const variants = (key: string): readonly string[] =>
  [key.replace(/ and /g, ' & '), key.replace(/\bu\.s\.(?= )/g, 'us'), key.replace(/(?<![\p{L}.])us(?= )/gu, 'u.s.')].filter((v) => v !== key);

/** Short forms that are words of the language, when a heading is set in capitals. */
const WORDS: ReadonlySet<string> = new Set(
  'US IT WHO NO SO OR AN AM AS TO IN IS BE DO GO HE ME MY WE UP ALL AND ACT AIM AID AIDS ARM ARMS SALT START SET MAD'.split(' '),
);

/** True when a neighbouring word of more than two letters is in capitals too: "JOIN US TODAY". */
const amongCapitals = (text: string, start: number, end: number): boolean =>
  /(?<![\p{L}\p{N}])\p{Lu}{3,}[\s,]+$/u.test(text.slice(Math.max(0, start - 20), start)) ||
  /^[\s,]+\p{Lu}{3,}(?![\p{L}\p{N}])/u.test(text.slice(end, end + 20));

/** Parts of addresses, names of files and sums of money are no words: "npr.org", "NCG_2024.pdf", "US$5". */
const mayEnd = (text: string, start: number, end: number): boolean =>
  !/[_@#]/.test(text[start - 1] ?? ' ') && !/^(?:[_@$€£]|\.[a-z]{2,5}(?![\p{L}]))/u.test(text.slice(end, end + 8));

export function matcherOf<T>(surfaces: readonly Surface<T>[]): Matcher<T> {
  const byStart = new Map<string, { readonly key: string; readonly surface: Surface<T>; readonly fold: boolean }[]>();
  for (const surface of surfaces) {
    if (surface.text.trim().length < 2) continue;
    const key = surface.short ? flat(surface.text) : lower(flat(surface.text));
    const first = lower(key[0] as string);
    const list = byStart.get(first) ?? [];
    byStart.set(first, list);
    list.push({ key, surface, fold: !surface.short });
    for (const other of surface.short ? [] : variants(key)) {
      const others = byStart.get(other[0] as string) ?? [];
      byStart.set(other[0] as string, others);
      others.push({ key: other, surface, fold: true });
    }
    // "U. S." is an older way to write "U.S.".
    if (surface.short && /^(?:\p{Lu}\.){2,}$/u.test(key)) list.push({ key: key.replace(/\.(?=.)/g, '. '), surface, fold: false });
  }
  for (const list of byStart.values()) list.sort((a, b) => b.key.length - a.key.length);
  return {
    find(text) {
      const plain = flat(text);
      const low = lower(plain);
      const out: Match<T>[] = [];
      for (let at = 0; at < plain.length; at++) {
        const list = byStart.get(low[at] as string);
        if (!list) continue;
        const before = at > 0 ? (text[at - 1] as string) : ' ';
        for (const { key, surface, fold } of list) {
          if (!(fold ? low : plain).startsWith(key, at)) continue;
          const native = CJK.test(key[0] as string);
          if (!native && LETTER.test(before) && !CJK.test(before)) continue;
          // A stop inside the form ends it too ("U.S."), so the next letter would make another word of it.
          const end = at + key.length;
          const rest = text.slice(end, end + 6);
          if (!native && LETTER.test(rest[0] ?? ' ') && !TAIL.test(rest)) continue;
          if (!native && before === '.' && /[\p{L}]\.$/u.test(text.slice(0, at))) continue;
          if (!native && !mayEnd(text, at, end)) continue;
          // Capitals of a heading say nothing; a name without any of its capitals ("a mutual defense treaty") is a common noun.
          const written = text.slice(at, end);
          if (!fold && WORDS.has(written) && amongCapitals(text, at, end)) continue;
          if (fold && !native && written === lower(written) && surface.text !== lower(surface.text)) continue;
          if (fold && !native && /\s/.test(surface.text) && written === written.toUpperCase() && surface.text !== surface.text.toUpperCase()) continue;
          if (fold && !native && /^\p{Lu}/u.test(surface.text) && /^\p{Ll}/u.test(written) && !/\s/.test(surface.text)) continue;
          out.push({ span: { start: at, end }, surface });
          at = end - 1;
          break;
        }
      }
      return out;
    },
  };
}
