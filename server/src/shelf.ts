/** The shelf: all instruments that are known, from the bundle and from folders, each read when it is first needed. */
import { createLibraryIndex, type LibraryIndex } from './find-index.ts';
import { createIndexing } from './find-indexing.ts';
import type { Host } from './host.ts';
import type { LoadReader } from './import/page.ts';
import type { Instrument, InstrumentSource } from './instrument/instrument.ts';
import { createLibrary, type Library } from './instrument/library.ts';
import { readInstrument } from './instrument/read.ts';
import { type Entry, type Found, isEntry, type Listing, listOf, type Shelved, sizeOf, toEntry, withEntry } from './shelf-entries.ts';
import { createFiles, headOf, NOT_UTF8, TEXTS, toShelved } from './shelf-files.ts';
import type { Known } from './shelf-index.ts';
import { createLook, overtaken, placesOf, type StartProgress } from './shelf-look.ts';
import { createMemory } from './shelf-memory.ts';
import { createTeller, type Problem, problemsOf } from './shelf-problems.ts';
import { createTurns, patiently } from './shelf-turns.ts';
import { canonical, isWithin } from './uri.ts';

/** The scheme of read-only documents: `declaration:/<id>.md`. */
export const SCHEME = 'declaration';

export interface Shelf {
  library(): Library;
  /** Resolves when the folders have been looked through. */
  scanned(): Promise<void>;
  /** Resolves when there is something to answer with: at once with the index of an earlier session, or when the looking takes long. */
  ready(): Promise<void>;
  /** Workspace folders (their `declarations/`) and further folders, as uris. */
  folders(workspace: readonly string[], further: readonly string[]): void;
  /** The folders that are looked through, as uris. */
  places(): readonly string[];
  /** Reads the instruments of these ids; true when any was not read before. What is `cited` is not put away for them. */
  load(ids: readonly string[], cited?: ReadonlySet<string>): Promise<boolean>;
  instrument(id: string): Promise<Instrument | undefined>;
  /** The file of an instrument, without reading it; `undefined` for one that has none. */
  uriOf(id: string): string | undefined;
  /** The uri is an instrument's text: its file, or `declaration:/<id>.md`. */
  holds(uri: string): boolean;
  /** The instrument whose text the uri is, read. */
  at(uri: string): Promise<Instrument | undefined>;
  /** The uri is a file with the instrument's own text. */
  alias(uri: string, id: string): void;
  /** An editor opened, changed or closed the uri; true when an instrument's text is meant. */
  touched(uri: string): boolean;
  /** A file changed on disk, or a folder came or went with all that is in it; true when instruments may have. */
  changed(uri: string): boolean;
  /** Files that could not be read, or not all of them, and why in one line. */
  problems(): readonly Problem[];
  /** Every instrument as a file or a text, for a search through all of them. */
  shelved(): readonly Shelved[];
  /** Where their words stand. */
  readonly index: LibraryIndex;
  /** Resolves when the index is as far as it will come without a change. */
  indexed(): Promise<void>;
}

/** Who is told of what happens on its own: a place without it waits for everything. */
export interface ShelfEvents {
  /** Instruments came, changed or went after `ready`. */
  changed(): void;
  /** `problems` are others than before. */
  problems?(): void;
  /** A long look through the folders began. */
  progress?: StartProgress;
}

/** A library of this many bytes is read whole when the first text of it is cited, so that quotations are compared with all of it. */
const SMALL = 2_000_000;
/** So long answers wait for a first look through the folders, from its beginning, in milliseconds. */
const PATIENCE = 1000;
/** Between an answer out of the index and the look whether it still holds. */
const REST = 400;
/** And so long for another look, when there is a first one to answer with. */
const HASTE = 100;

/**
 * `load` gives the readers of foreign formats, where there are any; without it such files are named and left out. `kept` bytes of
 * texts stay read.
 */
export function createShelf(
  host: Host,
  bundled: readonly InstrumentSource[],
  openText: (uri: string) => string | undefined,
  load?: LoadReader,
  events?: ShelfEvents,
  kept?: number,
): Shelf {
  const files = createFiles(host, load);
  const tellOf = createTeller(host);
  const memory = createMemory(kept);
  const looks = createLook(host, files, openText, events?.progress);
  const shipped = bundled.map((source): Entry => ({ ...headOf(source), source }));
  /** By canonical uri; files that cannot be read are among them, without a head. */
  let found = new Map<string, Found>();
  let places: readonly string[] = [];
  let revision = 0;
  let heads = 0;
  let listed: Listing | undefined;
  let library: Library | undefined;
  const aliases = new Map<string, string>();
  const waiting = new Set<() => void>();

  const list = () => (listed ??= listOf(found.values(), shipped));
  /** `changed`: not only which texts are loaded, but what is known of them. */
  const renew = (changed: boolean) => {
    revision++;
    library = undefined;
    if (!changed) return;
    heads++;
    listed = undefined;
    said = undefined;
  };
  const entryOf = (id: string): Entry | undefined => list().byId.get(id);
  const entryAt = (uri: string): Entry | undefined => {
    const at = canonical(uri);
    const id = at.startsWith(`${SCHEME}:`) ? at.replace(/^[^:]*:\/*/, '').replace(/\.[^.]*$/, '') : aliases.get(at);
    if (id !== undefined) return entryOf(id);
    const e = found.get(at);
    return e && isEntry(e) && !e.known?.foreign ? e : undefined;
  };
  /** The instrument read; `undefined` when its file cannot be read any more, which is then its problem. */
  const read = (e: Entry): Promise<Instrument | undefined> => {
    memory.used(e);
    if (e.instrument) return Promise.resolve(e.instrument);
    e.reading ??= (async () => {
      try {
        const source = e.source ?? (await files.source(e.known as Known));
        const instrument = readInstrument(source);
        // The file changed since it was looked at: it is found again under what it is called now.
        if (e.known && instrument.id !== e.head.id) {
          soil(e.known.uri);
          return undefined;
        }
        e.instrument = instrument;
        memory.used(e);
        renew(false);
        e.problem = instrument.problems[0] ?? (source.uri !== undefined && source.text.includes('\uFFFD') ? NOT_UTF8 : undefined);
        return instrument;
      } catch (error) {
        e.problem = error instanceof Error ? error.message : String(error);
        return undefined;
      } finally {
        e.reading = undefined;
        tell();
      }
    })();
    return e.reading;
  };

  let said: readonly Problem[] | undefined;
  const problems = () => (said ??= problemsOf(found.values(), list().twins));
  const tell = () => {
    said = undefined;
    if (tellOf(problems())) events?.problems?.();
  };

  const look = async (stale: () => boolean): Promise<void> => {
    const indexes = found.size === 0 ? await looks.indexes(places) : new Map<string, readonly Known[]>();
    if (stale()) return;
    if (indexes.size > 0) {
      for (const index of indexes.values()) for (const known of index) found.set(canonical(known.uri), toEntry(known));
      renew(true);
      for (const go of waiting) go();
      // Whoever waits is answered first; that the index still holds is seen to behind it.
      if (events) await new Promise((resolve) => setTimeout(resolve, REST));
      if (stale()) return;
    }
    const seen = await looks.through(places, found, indexes, stale);
    if (seen === undefined) return;
    const before = found;
    found = seen.found;
    if (!seen.whole || before.size !== found.size || [...found].some(([at, e]) => before.get(at) !== e)) renew(true);
    if (!seen.whole) return;
    for (const e of overtaken(found.values(), openText)) soil(e.known?.uri ?? '');
    tell();
    indexLater();
  };
  /** Only the files that are said to have changed. */
  const patch = async (uris: readonly string[]): Promise<void> => {
    let any = false;
    for (const uri of uris) {
      const at = canonical(uri);
      const e = await looks.at(uri);
      if (e === undefined ? found.delete(at) : found.set(at, e)) any = true;
    }
    if (any) {
      renew(true);
      indexLater();
    }
    tell();
  };
  const isText = (uri: string): boolean => TEXTS.includes(/\.([^./]+)$/.exec(uri)?.[1]?.toLowerCase() ?? '');
  const isBelow = (uri: string): boolean => places.some((p) => isWithin(uri, p));
  const { soil, rescan, scanned, began } = createTurns(look, patch);
  const isWhole = () => list().entries.reduce((n, e) => n + sizeOf(e), 0) <= SMALL;

  const shelved = (): readonly Shelved[] => list().entries.map((e) => toShelved(e, files, host));
  const index = createLibraryIndex(host, () => places, events?.progress);
  const indexing = createIndexing(host, index, shelved, () => heads);
  const indexLater = () => {
    if (events) indexing.later();
  };

  return {
    library() {
      const { entries, heads } = list();
      library ??= createLibrary(
        entries.flatMap((e) => (e.instrument ? [e.instrument] : [])),
        heads,
        revision,
      );
      return library;
    },
    scanned,
    async ready() {
      if (events === undefined) return scanned();
      const patience = () => (found.size > 0 ? HASTE : Math.max(0, PATIENCE - (Date.now() - began())));
      let then = revision;
      const early = () => {
        then = revision;
      };
      const late = () => {
        if (revision !== then) events.changed();
      };
      await patiently(scanned, waiting, patience, { early, late, failed: (e) => host.log(`the library: ${e instanceof Error ? e.message : String(e)}`) });
    },
    folders(workspace, further) {
      const next = placesOf(workspace, further, host.own);
      if (next.join('\n') === places.join('\n')) return;
      places = next;
      rescan();
    },
    places: () => places,
    async load(ids, cited = new Set()) {
      memory.turn();
      const wanted = new Set(ids);
      const whole = isWhole();
      const missing = list().entries.filter((e) => !e.instrument && (whole || wanted.has(e.head.id)));
      const loaded = await Promise.all(missing.map(read));
      if (memory.trim(list().entries, new Set([...cited, ...ids]))) renew(false);
      return loaded.some((i) => i !== undefined);
    },
    async instrument(id) {
      await scanned();
      const e = entryOf(id);
      return e && (await read(e));
    },
    uriOf(id) {
      const e = entryOf(id);
      return e?.source ? e.source.uri : e?.known && !e.known.foreign ? e.known.uri : undefined;
    },
    holds: (uri) => entryAt(uri) !== undefined,
    async at(uri) {
      const e = entryAt(uri);
      return e && (await read(e));
    },
    alias(uri, id) {
      aliases.set(canonical(uri), id);
    },
    touched(uri) {
      const e = entryAt(uri);
      // Opened before it was found: it is looked at again when it has been.
      if (e === undefined && isText(uri) && isBelow(uri)) soil(uri);
      // What was imported, or is shown read-only, is not edited where it is shown.
      if (e?.known === undefined || canonical(e.known.uri) !== canonical(uri)) return false;
      const text = openText(uri);
      if (text === undefined) {
        if (e.source === undefined) return false;
        soil(uri);
        return true;
      }
      if (text === (e.source?.text ?? e.instrument?.text)) return false;
      const made = looks.opened(e.known.uri, text, '', e.source?.terms);
      if (e.source === undefined) soil(uri);
      const heads = !isEntry(made) || JSON.stringify(made.head) !== JSON.stringify(e.head);
      const next = isEntry(made) && !heads ? { ...made, head: e.head } : made;
      found.set(canonical(uri), next);
      if (listed && !heads && isEntry(next)) listed = withEntry(listed, e, next);
      renew(heads);
      return true;
    },
    changed(uri) {
      const at = canonical(uri);
      if (!places.some((p) => isWithin(uri, p) || isWithin(p, uri))) return false;
      if (/\.terms\.yaml$/i.test(at)) {
        const stem = at.replace(/\.terms\.yaml$/i, '');
        for (const [key, e] of found) if (key.replace(/\.[^./]*$/, '') === stem) soil(isEntry(e) ? (e.known?.uri ?? uri) : e.uri);
      } else if (isText(uri)) soil(uri);
      else if (/\.[^./]+$/.test(at)) return false;
      else rescan();
      return true;
    },
    problems,
    shelved,
    index,
    indexed: async () => {
      await scanned();
      await indexing.now();
    },
  };
}
