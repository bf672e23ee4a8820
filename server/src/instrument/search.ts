/** Full-text search over instruments, paragraph by paragraph, best first (MiniSearch, MIT). */
import MiniSearch from 'minisearch';
import { foldTypography, lower } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Instrument } from './instrument.ts';

export interface Hit {
  readonly instrument: string;
  readonly title: string;
  /** The paragraph's label. */
  readonly paragraph: string;
  /** The first word that matched, in the instrument's file. */
  readonly span: Span;
  /** Some words around it, white space folded. */
  readonly snippet: string;
  readonly score: number;
}

/** The words of a query, folded: what a cheap scan of a file's text looks for before the file is read. */
export const queryWords = (query: string): readonly string[] => wordsOf(query);

/** A text as words are compared: case, quotation marks and dashes do not count. Same length as the input. */
export const fold = (text: string): string => lower(foldTypography(text));

/** The words of a text, folded. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * A word and its plain inflections share this stem, which they all begin with: an English plural, past or participle ending and what
 * stands before it are cut (after Porter's step 1, much reduced): "parties" and "party" are "part", "closures" and "closure" "closur".
 */
export const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing)$/, '').replace(/(?<=...)[ye]$/, '') : word);

const SNIPPET = 160;

/** What is searched of an instrument. */
export type Searched = Pick<Instrument, 'id' | 'title' | 'paragraphs'>;

/**
 * Paragraphs that hold the query's words, best first, `limit` at most. All words must occur; the last one may be unfinished, and a
 * long one may be misspelt by a letter. A query without a word finds nothing.
 */
export function searchInstruments(query: string, instruments: Iterable<Searched>, limit = 100): readonly Hit[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  const index = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['text', 'title'],
    tokenize: (text) => [...wordsOf(text)],
    processTerm: (term) => stem(term),
    searchOptions: { combineWith: 'AND', prefix: (_t, i, terms) => i === terms.length - 1, fuzzy: (t) => (t.length > 6 ? 0.15 : false), boost: { title: 0.5 } },
  });
  const places: { instrument: Searched; paragraph: number }[] = [];
  for (const instrument of instruments)
    instrument.paragraphs.forEach((p, paragraph) => {
      index.add({ id: places.length, title: instrument.title, text: p.prose.text });
      places.push({ instrument, paragraph });
    });
  return index
    .search(words.join(' '))
    .slice(0, limit)
    .map((found) => {
      const { instrument, paragraph } = places[found.id as number] as (typeof places)[number];
      const p = instrument.paragraphs[paragraph] as Instrument['paragraphs'][number];
      const text = fold(p.prose.text);
      const at = Math.min(
        ...found.terms.map((t) => text.search(new RegExp(`(?<![\\p{L}\\p{N}])${t.replace(/[^\p{L}\p{N}]/gu, '')}`, 'u'))).filter((n) => n >= 0),
        text.length,
      );
      const start = at === text.length ? 0 : at;
      const end = /^[\p{L}\p{N}]*/u.exec(text.slice(start))?.[0].length ?? 0;
      let from = Math.max(0, start - SNIPPET / 3);
      if (from > 0) from = text.indexOf(' ', from) + 1;
      let to = Math.min(text.length, from + SNIPPET);
      if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), start + end);
      return {
        instrument: instrument.id,
        title: instrument.title,
        paragraph: p.label,
        span: { start: p.prose.starts[start] ?? p.span.start, end: p.prose.ends[Math.max(start, start + end - 1)] ?? p.span.end },
        snippet: `${from > 0 ? '… ' : ''}${p.prose.text.slice(from, to)}${to < text.length ? ' …' : ''}`,
        score: found.score,
      };
    });
}
