/** What stands on the shelf: an entry for each instrument, which of two with the same id counts, and what is wrong with which file. */
import type { Indexed } from './find-words.ts';
import type { Instrument, InstrumentHead, InstrumentSource } from './instrument/instrument.ts';
import type { Known } from './shelf-index.ts';

export interface Entry {
  readonly head: InstrumentHead;
  readonly known?: Known;
  /** Held in memory: bundled, or open in an editor. */
  readonly source?: InstrumentSource;
  /** Why it is not as it should be. */
  problem?: string | undefined;
  instrument?: Instrument | undefined;
  reading?: Promise<Instrument | undefined> | undefined;
}

/** A file that was found: an instrument, or one that cannot be read, without a head. */
export type Found = Entry | Known;

export const isEntry = (e: Found): e is Entry => !('stamp' in e);

export const toEntry = (known: Known, source?: InstrumentSource): Found =>
  known.head === undefined
    ? known
    : { head: known.head, known, ...(source ? { source } : {}), ...(known.problem === undefined ? {} : { problem: known.problem }) };

/** In bytes, or letters for a text that is held in memory. */
export const sizeOf = (e: Entry): number => e.known?.size ?? e.source?.text.length ?? 0;

export interface Shelved {
  readonly head: InstrumentHead;
  /** In bytes, or letters for a text that is held in memory. */
  readonly size: number;
  /** The file and its state, when the text is that of a file. */
  readonly file?: Indexed;
  /** The text with its markup, as a scan reads it; `undefined` when it cannot be read any more. */
  text(): Promise<string | undefined>;
  /** What `text` is the text of; without its terms. */
  source(text: string): InstrumentSource;
}

export interface Listing {
  readonly entries: readonly Entry[];
  readonly heads: readonly InstrumentHead[];
  readonly byId: ReadonlyMap<string, Entry>;
  /** Entries whose id another one has already, with that one. */
  readonly twins: ReadonlyMap<Entry, Entry>;
}

/** The first file of an id counts, and any file before what is bundled. */
export function listOf(found: Iterable<Found>, shipped: readonly Entry[]): Listing {
  const byId = new Map<string, Entry>();
  const twins = new Map<Entry, Entry>();
  for (const e of found) {
    if (!isEntry(e)) continue;
    const first = byId.get(e.head.id);
    if (first) twins.set(e, first);
    else byId.set(e.head.id, e);
  }
  for (const e of shipped) if (!byId.has(e.head.id)) byId.set(e.head.id, e);
  const entries = [...byId.values()];
  return { entries, heads: entries.map((e) => e.head), byId, twins };
}

/** The listing with another entry of the same head in an entry's place: an edit of a text, which changes nothing else. */
export const withEntry = (listing: Listing, was: Entry, now: Entry): Listing => ({
  ...listing,
  entries: listing.entries.map((e) => (e === was ? now : e)),
  byId: new Map(listing.byId).set(now.head.id, listing.byId.get(now.head.id) === was ? now : (listing.byId.get(now.head.id) ?? now)),
});
