/** Search through all texts of the library, in two steps: a scan of the files for the query's words, then paragraphs of those that have them. */
import type { InstrumentSource } from './instrument/instrument.ts';
import { findParagraphs } from './instrument/paragraphs.ts';
import { readHead } from './instrument/read.ts';
import { type Hit, queryWords, type Searched, searchInstruments, stem } from './instrument/search.ts';
import type { Shelf, Shelved } from './shelf.ts';
import { parseMarkup } from './text/markup/index.ts';

export interface Found extends Hit {
  readonly source: InstrumentSource;
}

export interface Search {
  readonly hits: readonly Found[];
  /** How many instruments have the words. */
  readonly matching: number;
  /** So many were read; the others have the words less often. */
  readonly read: number;
}

/** Files scanned together; between two batches everything else has its turn. */
const BATCH = 64;
/** Instruments whose paragraphs are compared. */
const MOST = 150;

/** All words must occur; word endings do not count. Best first, `limit` at most; what is cancelled finds nothing. */
export async function findInLibrary(shelf: Shelf, query: string, cancelled: () => boolean = () => false, limit = 100): Promise<Search> {
  await shelf.scanned();
  const words = queryWords(query)
    .map(stem)
    .sort((a, b) => b.length - a.length); // prettier-ignore
  const [rarest, ...others] = words;
  const nothing = { hits: [], matching: 0, read: 0 };
  if (rarest === undefined) return nothing;
  const matching: { readonly shelved: Shelved; readonly times: number }[] = [];
  const all = shelf.shelved();
  for (let at = 0; at < all.length; at += BATCH) {
    if (cancelled()) return nothing;
    const batch = all.slice(at, at + BATCH);
    const texts = await Promise.all(batch.map((s) => s.text()));
    batch.forEach((shelved, i) => {
      const text = `${texts[i] ?? ''} ${shelved.head.title}`.toLowerCase();
      if (!text.includes(rarest) || !others.every((w) => text.includes(w))) return;
      let times = 0;
      for (let found = text.indexOf(rarest); found >= 0 && times < 100; found = text.indexOf(rarest, found + rarest.length)) times++;
      matching.push({ shelved, times });
    });
  }
  matching.sort((a, b) => b.times - a.times);
  const searched: Searched[] = [];
  const sources = new Map<string, InstrumentSource>();
  for (const { shelved } of matching.slice(0, MOST)) {
    if (cancelled()) return nothing;
    const source = await shelved.source();
    if (source === undefined) continue;
    sources.set(shelved.head.id, source);
    searched.push({ ...shelved.head, paragraphs: paragraphsOf(source) });
  }
  const hits = searchInstruments(query, searched, limit).flatMap((hit) => {
    const source = sources.get(hit.instrument);
    return source ? [{ ...hit, source }] : [];
  });
  return { hits, matching: matching.length, read: searched.length };
}

/** The paragraphs alone: terms and commitments cost most of reading, and a search shows neither. */
function paragraphsOf(source: InstrumentSource): Searched['paragraphs'] {
  const markup = parseMarkup(source.text, source.format);
  return findParagraphs(markup, readHead(source, markup.frontMatter?.data ?? {}), source.text).paragraphs;
}
