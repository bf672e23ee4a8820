/** Search through all texts of the library: which texts have the words, which of their paragraphs, and only those are read and ranked. */
import { breather } from './breath.ts';
import type { Wanted } from './find-index.ts';
import type { InstrumentSource } from './instrument/instrument.ts';
import { findParagraphs } from './instrument/paragraphs.ts';
import { readHead } from './instrument/read.ts';
import { fold, type Hit, queryWords, type Searched, searchInstruments, stem } from './instrument/search.ts';
import type { Shelf } from './shelf.ts';
import type { Shelved } from './shelf-entries.ts';
import { parseMarkup } from './text/markup/index.ts';

export interface Found extends Hit {
  readonly source: InstrumentSource;
}

export interface Search {
  readonly hits: readonly Found[];
  /** How many instruments have the words. */
  readonly matching: number;
  /** So many were read; the others have the words less often, or not in one paragraph. */
  readonly read: number;
}

/** Files scanned together; between two batches everything else has its turn. */
const BATCH = 64;
/** Texts that are looked at more closely, those of them that are read into paragraphs, and those that have all words in one. */
const MOST_SEEN = 1500;
const MOST_READ = 200;
const MOST = 60;

/** All words must occur; word endings do not count. Best first, `limit` at most; what is cancelled finds nothing. */
export async function findInLibrary(shelf: Shelf, query: string, cancelled: () => boolean = () => false, limit = 100): Promise<Search> {
  await shelf.scanned();
  const words = queryWords(query);
  const wanted = words.map((w, i): Wanted => ({ stem: stem(w), prefix: i === words.length - 1 }));
  const nothing = { hits: [], matching: 0, read: 0 };
  if (wanted.length === 0) return nothing;
  const { found, unknown, meant } = await shelf.index.match(shelf.shelved(), wanted, cancelled);
  if (cancelled()) return nothing;
  const matching = [...found, ...(await scan(unknown, meant, cancelled))].sort((a, b) => b.score - a.score || (a.shelved.head.id < b.shelved.head.id ? -1 : 1));

  const breathe = breather();
  const searched: Searched[] = [];
  const sources = new Map<string, InstrumentSource>();
  let paragraphs = 0;
  let read = 0;
  for (const { shelved } of matching.slice(0, MOST_SEEN)) {
    if (paragraphs >= limit || searched.length >= MOST || read >= MOST_READ) break;
    await breathe();
    if (cancelled()) return nothing;
    const text = await shelved.text();
    if (text === undefined || !near(text, shelved.head.title, meant)) continue;
    read++;
    const source = shelved.source(text);
    const those = recent(shelf, shelved, () => paragraphsOf(source)).filter((p) => hasAll(`${fold(p.prose.text)} ${fold(shelved.head.title)}`, meant));
    if (those.length === 0) continue;
    paragraphs += those.length;
    sources.set(shelved.head.id, source);
    searched.push({ ...shelved.head, paragraphs: those });
  }
  const hits = searchInstruments(query, searched, limit).flatMap((hit) => {
    const source = sources.get(hit.instrument);
    return source ? [{ ...hit, source }] : [];
  });
  return { hits, matching: matching.length, read };
}

/** `meant`: for each word what may stand for it. */
const hasAll = (text: string, meant: readonly (readonly string[])[]): boolean => meant.every((stems) => stems.some((s) => text.includes(s)));

/** A paragraph with its points is hardly ever longer: words that stand further apart stand in two. */
const NEAR = 1200;

/**
 * A cheap look at a text with its markup: whether all words stand near each other. What the title says counts for each; the longest of
 * the others is looked up, and the rest sought around it.
 */
function near(text: string, title: string, meant: readonly (readonly string[])[]): boolean {
  const name = title.toLowerCase();
  const [first, ...others] = meant.filter((stems) => !stems.some((s) => name.includes(s))).sort((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  if (first === undefined || others.length === 0) return true;
  const low = text.toLowerCase();
  for (const stem of first)
    for (let at = low.indexOf(stem); at >= 0; at = low.indexOf(stem, at + NEAR / 4)) {
      const from = Math.max(0, at - NEAR);
      if (hasAll(low.slice(from, at + NEAR), others)) return true;
    }
  return false;
}

/** Texts without an index, which have all words. */
async function scan(all: readonly Shelved[], meant: readonly (readonly string[])[], cancelled: () => boolean) {
  const out: { readonly shelved: Shelved; readonly score: number }[] = [];
  const breathe = breather();
  for (let at = 0; at < all.length && !cancelled(); at += BATCH) {
    const batch = all.slice(at, at + BATCH);
    const texts = await Promise.all(batch.map((s) => s.text()));
    for (const [i, shelved] of batch.entries()) {
      const text = `${texts[i] ?? ''} ${shelved.head.title}`.toLowerCase();
      if (!hasAll(text, meant)) continue;
      out.push({ shelved, score: meant.reduce((sum, stems) => sum + weigh(text, stems), 0) });
      await breathe();
    }
  }
  return out;
}

function weigh(text: string, stems: readonly string[]): number {
  let times = 0;
  for (const s of stems) for (let at = text.indexOf(s); at >= 0 && times < 100; at = text.indexOf(s, at + s.length)) times++;
  return times / (times + 2);
}

/** A query is typed letter by letter, and finds much the same texts each time. */
function recent(shelf: Shelf, { file }: Shelved, read: () => Searched['paragraphs']): Searched['paragraphs'] {
  if (file === undefined) return read();
  const key = `${file.stamp} ${file.uri}`;
  const paragraphs = shelf.index.recent.get(key) ?? read();
  shelf.index.recent.delete(key);
  shelf.index.recent.set(key, paragraphs);
  for (const first of shelf.index.recent.keys()) {
    if (shelf.index.recent.size <= MOST_READ) break;
    shelf.index.recent.delete(first);
  }
  return paragraphs;
}

/** The paragraphs alone: terms and commitments cost most of reading, and a search shows neither. */
function paragraphsOf(source: InstrumentSource): Searched['paragraphs'] {
  const markup = parseMarkup(source.text, source.format);
  return findParagraphs(markup, readHead(source, markup.frontMatter?.data ?? {}), source.text).paragraphs;
}
