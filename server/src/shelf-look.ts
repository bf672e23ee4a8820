/** A look through the folders: every file that may hold a declaration, at a glance, beside what an earlier session knew of it. */
import type { Host } from './host.ts';
import type { InstrumentSource } from './instrument/instrument.ts';
import { type Entry, type Found, isEntry, toEntry } from './shelf-entries.ts';
import { type Files, headOf, isReadme, TEXTS, termsOf } from './shelf-files.ts';
import { type Known, readIndex, writeIndex } from './shelf-index.ts';
import { formatOfPath } from './text/markup/index.ts';
import { asFolder, canonical, decode, resolveUri } from './uri.ts';

/** A folder with fewer files is looked through as fast as its index is read. */
const INDEXED = 100;
/** Files looked at together; between two batches everything else has its turn. */
const BATCH = 48;
/** A file changed so shortly before it was looked at may change again within the same tick of the file system's clock. */
const TICK = 2000;
/** A look that takes longer says how far it is, in milliseconds. */
const LONG = 400;

/** Begins to say how far something with `total` steps is; whoever sees it may cancel it. */
export type StartProgress = (total: number) => { report(done: number): void; end(): void; readonly cancelled: boolean };

export interface Look {
  /** What an earlier session knew of each place that it knew. */
  indexes(places: readonly string[]): Promise<ReadonlyMap<string, readonly Known[]>>;
  /**
   * Everything in the places, by canonical uri. What did not change since `before` is the very entry that stands there. `undefined`
   * when `stale` says that nobody wants it any more; `whole` is false when it was cancelled half-way.
   */
  through(
    places: readonly string[],
    before: ReadonlyMap<string, Found>,
    indexes: ReadonlyMap<string, readonly Known[]>,
    stale: () => boolean,
  ): Promise<{ readonly found: Map<string, Found>; readonly whole: boolean } | undefined>;
  /** One file, looked at again; `undefined` when it is gone. */
  at(uri: string): Promise<Found | undefined>;
  /** A file as an editor has it. */
  opened(uri: string, text: string, stamp: string, terms: string | undefined): Found;
}

export function createLook(host: Host, files: Files, openText: (uri: string) => string | undefined, progressOf: StartProgress | undefined): Look {
  const termsText = async (uri: string): Promise<string | undefined> => {
    const open = openText(termsOf(uri));
    const bytes = open ?? (await host.read(termsOf(uri)));
    return bytes === undefined || typeof bytes === 'string' ? bytes : decode(bytes);
  };
  const opened: Look['opened'] = (uri, text, stamp, terms) => {
    const source: InstrumentSource = { path: canonical(uri), uri, format: formatOfPath(uri) ?? 'plaintext', text, ...(terms === undefined ? {} : { terms }) };
    return toEntry({ uri, stamp, size: text.length, foreign: false, ...headOf(source) }, source);
  };
  const glance = async (uri: string, terms: boolean, before: Found | undefined): Promise<Found | undefined> => {
    const text = openText(uri);
    const known = await files.glance(uri, terms, before && (isEntry(before) ? before.known : before));
    if (text === undefined) {
      if (known === undefined) return undefined;
      return before && isEntry(before) && before.source === undefined && before.known === known ? before : before === known ? before : toEntry(known);
    }
    if (before && isEntry(before) && before.source?.text === text && before.known?.stamp === known?.stamp) return before;
    return opened(uri, text, known?.stamp ?? '', await termsText(uri));
  };

  return {
    async indexes(places) {
      const indexes = new Map<string, readonly Known[]>();
      for (const place of places) {
        const index = await readIndex(host, place);
        if (index) indexes.set(place, index);
      }
      return indexes;
    },
    async through(places, before, indexes, stale) {
      const began = Date.now();
      const next = new Map<string, Found>();
      let progress: ReturnType<StartProgress> | undefined;
      try {
        for (const place of places) {
          const all = (await host.find(place, [...TEXTS, 'yaml'])).filter((uri) => !isReadme(canonical(uri)));
          const terms = new Set(all.filter((uri) => uri.endsWith('.terms.yaml')));
          const texts = all.filter((uri) => !/\.yaml$/i.test(uri) && !next.has(canonical(uri)));
          let same = indexes.has(place);
          const here: Found[] = [];
          for (let at = 0; at < texts.length; at += BATCH) {
            const batch = texts.slice(at, at + BATCH);
            const seen = await Promise.all(batch.map((uri) => glance(uri, terms.has(termsOf(uri)), before.get(canonical(uri)))));
            if (stale()) return undefined;
            batch.forEach((uri, i) => {
              const e = seen[i];
              if (e === undefined) return;
              if (e !== before.get(canonical(uri))) same = false;
              next.set(canonical(uri), e);
              here.push(e);
            });
            if (Date.now() - began > LONG && texts.length > 4 * BATCH) {
              progress ??= progressOf?.(texts.length);
              progress?.report(Math.min(texts.length, at + BATCH));
              // What was seen so far is kept, and the rest as it was.
              if (progress?.cancelled) return { found: new Map([...before, ...next]), whole: false };
            }
          }
          const lasting = here.flatMap((e) => (isEntry(e) ? (e.source ? [] : [e.known as Known]) : [e])).filter((k) => settled(k, began));
          if (texts.length >= INDEXED && !(same && indexes.get(place)?.length === here.length)) await writeIndex(host, place, lasting);
        }
      } finally {
        progress?.end();
      }
      return stale() ? undefined : { found: next, whole: true };
    },
    async at(uri) {
      if (isReadme(canonical(uri))) return undefined;
      const terms = openText(termsOf(uri)) !== undefined || (await host.read(termsOf(uri))) !== undefined;
      return glance(uri, terms, undefined);
    },
    opened,
  };
}

const settled = (known: Known, began: number): boolean => {
  const changed = Number(known.stamp.split(' ')[1]);
  return Number.isNaN(changed) || changed < began - TICK;
};

/** Entries that an editor has other than they were found. */
export const overtaken = (found: Iterable<Found>, openText: (uri: string) => string | undefined): readonly Entry[] =>
  [...found].filter((e): e is Entry => isEntry(e) && e.source !== undefined && openText(e.known?.uri ?? '') !== e.source.text);

/** The folders that are looked through: `declarations/` of each workspace folder, further ones, relative to these, and the user's own. */
export const placesOf = (workspace: readonly string[], further: readonly string[], own: string | undefined): readonly string[] => [
  ...workspace.flatMap((f) => resolveUri(asFolder(f), 'declarations') ?? []),
  ...further.flatMap((f) => (/^[\w-]{2,}:/.test(f) ? [f] : workspace.flatMap((w) => resolveUri(asFolder(w), f) ?? []))),
  ...(own ? [own] : []),
];
