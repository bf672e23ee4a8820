/** The shelf: all instruments that are known, from the bundle and from folders, each read when it is first needed. */
import type { Host } from './host.ts';
import type { LoadReader } from './import/page.ts';
import type { Instrument, InstrumentHead, InstrumentSource } from './instrument/instrument.ts';
import { createLibrary, type Library } from './instrument/library.ts';
import { readInstrument } from './instrument/read.ts';
import { createFiles, headOf, isReadme, TEXTS, termsOf } from './shelf-files.ts';
import { type Known, readIndex, writeIndex } from './shelf-index.ts';
import { formatOfPath } from './text/markup/index.ts';
import { asFolder, canonical, decode, resolveUri } from './uri.ts';

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
  /** Reads the instruments of these ids; true when any was not read before. */
  load(ids: readonly string[]): Promise<boolean>;
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
  /** A file changed on disk; true when instruments may have. */
  changed(uri: string): boolean;
  /** Files that could not be read, or not all of them, and why in one line. */
  problems(): readonly { readonly uri: string; readonly message: string }[];
  /** Every instrument as a file or a text, for a search through all of them. */
  shelved(): readonly Shelved[];
}

export interface Shelved {
  readonly head: InstrumentHead;
  /** In bytes, or letters for a text that is held in memory. */
  readonly size: number;
  /** The text with its markup, as a scan reads it; `undefined` when it cannot be read any more. */
  text(): Promise<string | undefined>;
  source(): Promise<InstrumentSource | undefined>;
}

/** Who is told of what happens on its own: a place without it waits for everything. */
export interface ShelfEvents {
  /** Instruments came, changed or went after `ready`. */
  changed(): void;
  /** `problems` are others than before. */
  problems?(): void;
  /** A long look through the folders began. */
  progress?(total: number): { report(done: number): void; end(): void; readonly cancelled: boolean };
}

interface Entry {
  readonly head: InstrumentHead;
  readonly known?: Known;
  /** Held in memory: bundled, or open in an editor. */
  readonly source?: InstrumentSource;
  /** Why it is not as it should be. */
  problem?: string | undefined;
  instrument?: Instrument | undefined;
  reading?: Promise<Instrument | undefined> | undefined;
}

/** A library of this many bytes is read whole when the first text of it is cited, so that quotations are compared with all of it. */
const SMALL = 2_000_000;
/** A folder with fewer files is looked through as fast as its index is read. */
const INDEXED = 100;
/** Files looked at together; between two batches everything else has its turn. */
const BATCH = 48;
/** So long answers wait for a first look through the folders, from its beginning, in milliseconds. */
const PATIENCE = 1000;
/** Between an answer out of the index and the look whether it still holds. */
const REST = 400;
/** And so long for another look, when there is a first one to answer with. */
const HASTE = 100;
/** A file changed so shortly before it was looked at may change again within the same tick of the file system's clock. */
const TICK = 2000;

const sizeOf = (e: Entry): number => e.known?.size ?? e.source?.text.length ?? 0;

/** `load` gives the readers of foreign formats, where there are any; without it such files are named and left out. */
export function createShelf(
  host: Host,
  bundled: readonly InstrumentSource[],
  openText: (uri: string) => string | undefined,
  load?: LoadReader,
  events?: ShelfEvents,
): Shelf {
  const files = createFiles(host, load);
  const shipped = bundled.map((source): Entry => ({ ...headOf(source), source }));
  /** By canonical uri; files that cannot be read are among them, without a head. */
  let found = new Map<string, Entry | Known>();
  let places: readonly string[] = [];
  let revision = 0;
  let listed: { readonly entries: readonly Entry[]; readonly heads: readonly InstrumentHead[]; readonly twins: ReadonlyMap<Entry, Entry> } | undefined;
  let library: Library | undefined;
  const aliases = new Map<string, string>();
  const told = new Map<string, string>();
  let dirty: 'all' | Map<string, string> = 'all';
  let scan: Promise<void> | undefined = Promise.resolve();
  let last: Promise<void> = Promise.resolve();
  let looking = 0;
  let lookedAt = 0;
  const waiting = new Set<() => void>();

  const isEntry = (e: Entry | Known): e is Entry => !('stamp' in e);
  const list = () => {
    if (listed) return listed;
    const byId = new Map<string, Entry>();
    const twins = new Map<Entry, Entry>();
    const own: Entry[] = [];
    for (const e of found.values()) {
      if (!isEntry(e)) continue;
      const first = byId.get(e.head.id);
      if (first) twins.set(e, first);
      else {
        byId.set(e.head.id, e);
        own.push(e);
      }
    }
    const entries = [...own, ...shipped.filter((e) => !byId.has(e.head.id))];
    listed = { entries, heads: entries.map((e) => e.head), twins };
    return listed;
  };
  /** `heads`: not only which texts are loaded, but what is known of them. */
  const renew = (heads: boolean) => {
    revision++;
    library = undefined;
    if (!heads) return;
    listed = undefined;
    said = undefined;
  };
  const entryOf = (id: string): Entry | undefined => list().entries.find((e) => e.head.id === id);
  const entryAt = (uri: string): Entry | undefined => {
    const at = canonical(uri);
    const id = at.startsWith(`${SCHEME}:`) ? at.replace(/^[^:]*:\/*/, '').replace(/\.[^.]*$/, '') : aliases.get(at);
    if (id !== undefined) return entryOf(id);
    const e = found.get(at);
    return e && isEntry(e) && !e.known?.foreign ? e : undefined;
  };
  const entry = (known: Known, source?: InstrumentSource): Entry | Known =>
    known.head === undefined
      ? known
      : { head: known.head, known, ...(source ? { source } : {}), ...(known.problem === undefined ? {} : { problem: known.problem }) };

  /** The instrument read; `undefined` when its file cannot be read any more, which is then its problem. */
  const read = (e: Entry): Promise<Instrument | undefined> => {
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
        renew(false);
        e.problem = instrument.problems[0];
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

  let said: readonly { readonly uri: string; readonly message: string }[] | undefined;
  const problems = () => {
    if (said) return said;
    const out: { uri: string; message: string }[] = [];
    const { twins } = list();
    for (const e of found.values()) {
      const uri = isEntry(e) ? (e.known?.uri as string) : e.uri;
      const twin = isEntry(e) ? twins.get(e) : undefined;
      const message = twin ? `the id “${twin.head.id}” is already that of ${nameOf(twin.known?.uri ?? twin.source?.path ?? '')}` : e.problem;
      if (message !== undefined) out.push({ uri, message });
    }
    said = out;
    return out;
  };
  const nameOf = (uri: string): string => canonical(uri).replace(/^.*\//, '');
  /** What is wrong with a file is said once. */
  const tell = () => {
    said = undefined;
    const now = problems();
    const still = new Set(now.map((p) => p.uri));
    let news = false;
    for (const uri of [...told.keys()]) if (!still.has(uri)) news = told.delete(uri) || news;
    for (const { uri, message } of now) {
      if (told.get(uri) === message) continue;
      told.set(uri, message);
      news = true;
      host.log(`${canonical(uri).replace(/^file:\/\//, '')}: ${message}`);
    }
    if (news) events?.problems?.();
  };

  const glance = async (uri: string, terms: boolean, before: Entry | Known | undefined): Promise<Entry | Known | undefined> => {
    const text = openText(uri);
    const known = await files.glance(uri, terms, before && (isEntry(before) ? before.known : before));
    if (text === undefined) {
      if (known === undefined) return undefined;
      return before && isEntry(before) && before.source === undefined && before.known === known ? before : before === known ? before : entry(known);
    }
    if (before && isEntry(before) && before.source?.text === text && before.known?.stamp === known?.stamp) return before;
    return opened(uri, text, known?.stamp ?? '', await termsText(uri));
  };
  const termsText = async (uri: string): Promise<string | undefined> => {
    const open = openText(termsOf(uri));
    const bytes = open ?? (await host.read(termsOf(uri)));
    return bytes === undefined || typeof bytes === 'string' ? bytes : decode(bytes);
  };
  const opened = (uri: string, text: string, stamp: string, terms: string | undefined): Entry | Known => {
    const source: InstrumentSource = { path: canonical(uri), uri, format: formatOfPath(uri) ?? 'plaintext', text, ...(terms === undefined ? {} : { terms }) };
    return entry({ uri, stamp, size: text.length, foreign: false, ...headOf(source) }, source);
  };

  const look = async (): Promise<void> => {
    const mine = ++looking;
    const began = Date.now();
    const indexes = new Map<string, readonly Known[]>();
    if (found.size === 0)
      for (const place of places) {
        const index = await readIndex(host, place);
        if (index) indexes.set(place, index);
      }
    if (mine !== looking) return;
    if (indexes.size > 0) {
      for (const index of indexes.values()) for (const known of index) found.set(canonical(known.uri), entry(known));
      renew(true);
      for (const go of waiting) go();
      // Whoever waits is answered first; that the index still holds is seen to behind it.
      if (events) await new Promise((resolve) => setTimeout(resolve, REST));
      if (mine !== looking) return;
    }
    const next = new Map<string, Entry | Known>();
    let progress: ReturnType<NonNullable<ShelfEvents['progress']>> | undefined;
    try {
      for (const place of places) {
        const all = (await host.find(place, [...TEXTS, 'yaml'])).filter((uri) => !isReadme(canonical(uri)));
        const terms = new Set(all.filter((uri) => uri.endsWith('.terms.yaml')));
        const texts = all.filter((uri) => !/\.yaml$/i.test(uri) && !next.has(canonical(uri)));
        let same = indexes.has(place);
        const here: (Entry | Known)[] = [];
        for (let at = 0; at < texts.length; at += BATCH) {
          const batch = texts.slice(at, at + BATCH);
          const seen = await Promise.all(batch.map((uri) => glance(uri, terms.has(termsOf(uri)), found.get(canonical(uri)))));
          if (mine !== looking) return;
          batch.forEach((uri, i) => {
            const e = seen[i];
            if (e === undefined) return;
            if (e !== found.get(canonical(uri))) same = false;
            next.set(canonical(uri), e);
            here.push(e);
          });
          if (Date.now() - began > 400 && texts.length > 4 * BATCH) {
            progress ??= events?.progress?.(texts.length);
            progress?.report(Math.min(texts.length, at + BATCH));
            // What was seen so far is kept, and the rest as it was.
            if (progress?.cancelled) {
              found = new Map([...found, ...next]);
              renew(true);
              return;
            }
          }
        }
        const lasting = here.flatMap((e) => (isEntry(e) ? (e.source ? [] : [e.known as Known]) : [e])).filter((k) => settled(k, began));
        if (texts.length >= INDEXED && !(same && indexes.get(place)?.length === here.length)) await writeIndex(host, place, lasting);
      }
    } finally {
      progress?.end();
    }
    if (mine !== looking) return;
    const before = found;
    found = next;
    if (before.size !== next.size || [...next].some(([at, e]) => before.get(at) !== e)) renew(true);
    for (const e of found.values()) if (isEntry(e) && e.source && openText(e.known?.uri ?? '') !== e.source.text) soil(e.known?.uri ?? '');
    tell();
  };
  const settled = (known: Known, began: number): boolean => {
    const changed = Number(known.stamp.split(' ')[1]);
    return Number.isNaN(changed) || changed < began - TICK;
  };
  /** Only the files that are said to have changed. */
  const patch = async (uris: readonly string[]): Promise<void> => {
    let any = false;
    for (const uri of uris) {
      const at = canonical(uri);
      const terms = openText(termsOf(uri)) !== undefined || (await host.read(termsOf(uri))) !== undefined;
      const e = isReadme(at) ? undefined : await glance(uri, terms, undefined);
      if (e === undefined ? found.delete(at) : found.set(at, e)) any = true;
    }
    if (any) renew(true);
    tell();
  };
  const soil = (uri: string) => {
    if (dirty !== 'all') dirty.set(canonical(uri), uri);
    scan = undefined;
  };
  const isText = (uri: string): boolean => TEXTS.includes(/\.([^./]+)$/.exec(uri)?.[1]?.toLowerCase() ?? '');
  const isBelow = (uri: string): boolean => places.some((p) => canonical(uri).startsWith(canonical(asFolder(p))));
  const rescan = () => {
    looking++;
    dirty = 'all';
    scan = undefined;
  };
  const begin = (): Promise<void> => {
    if (scan) return scan;
    const what = dirty;
    if (what === 'all') lookedAt = Date.now();
    dirty = new Map();
    // One after the other: a long look must not put back what a change behind it has put right.
    scan = last.catch(() => {}).then(() => (what === 'all' ? look() : patch([...what.values()])));
    last = scan;
    return scan;
  };
  /** What became dirty while looking is looked at too. */
  const scanned = async (): Promise<void> => {
    let current: Promise<void>;
    do {
      current = begin();
      await current;
    } while (scan !== current);
  };
  const isWhole = () => list().entries.reduce((n, e) => n + sizeOf(e), 0) <= SMALL;

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
      let late = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let then = revision;
      let go = () => {};
      const whole = scanned().then(() => {
        clearTimeout(timer);
        waiting.delete(go);
        if (late && revision !== then) events.changed();
      });
      await Promise.race([
        whole,
        new Promise<void>((resolve) => {
          waiting.add(resolve);
          timer = setTimeout(resolve, found.size > 0 ? HASTE : Math.max(0, PATIENCE - (Date.now() - lookedAt)));
          go = resolve;
        }).then(() => {
          late = true;
          then = revision;
          waiting.delete(go);
        }),
      ]);
      whole.catch((e: unknown) => host.log(`the library: ${e instanceof Error ? e.message : String(e)}`));
    },
    folders(workspace, further) {
      const next = [
        ...workspace.flatMap((f) => resolveUri(asFolder(f), 'declarations') ?? []),
        ...further.flatMap((f) => (/^[\w-]{2,}:/.test(f) ? [f] : workspace.length > 0 ? workspace.flatMap((w) => resolveUri(asFolder(w), f) ?? []) : [])),
        ...(host.own ? [host.own] : []),
      ];
      if (next.join('\n') === places.join('\n')) return;
      places = next;
      rescan();
    },
    places: () => places,
    async load(ids) {
      const wanted = new Set(ids);
      const whole = isWhole();
      const missing = list().entries.filter((e) => !e.instrument && (whole || wanted.has(e.head.id)));
      const loaded = await Promise.all(missing.map(read));
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
      const made = opened(e.known.uri, text, '', e.source?.terms);
      if (e.source === undefined) soil(uri);
      const heads = !isEntry(made) || JSON.stringify(made.head) !== JSON.stringify(e.head);
      const next = isEntry(made) && !heads ? { ...made, head: e.head } : made;
      found.set(canonical(uri), next);
      if (listed && !heads && isEntry(next)) listed = { ...listed, entries: listed.entries.map((x) => (x === e ? next : x)) };
      renew(heads);
      return true;
    },
    changed(uri) {
      const at = canonical(uri);
      if (!isBelow(uri)) return false;
      if (/\.terms\.yaml$/i.test(at)) {
        const stem = at.replace(/\.terms\.yaml$/i, '');
        for (const [key, e] of found) if (key.replace(/\.[^./]*$/, '') === stem) soil(isEntry(e) ? (e.known?.uri ?? uri) : e.uri);
      } else if (isText(uri)) soil(uri);
      else if (/\.[^./]+$/.test(at)) return false;
      else rescan();
      return true;
    },
    problems,
    shelved: () =>
      list().entries.map((e) => {
        const source = async () => e.source ?? (await files.source(e.known as Known).catch(() => undefined));
        const text = async () => {
          if (e.source ?? e.instrument) return (e.source ?? e.instrument)?.text;
          if (e.known?.foreign) return (await source())?.text;
          const bytes = await host.read(e.known?.uri ?? '');
          return bytes && decode(bytes);
        };
        return { head: e.head, size: sizeOf(e), source, text };
      }),
  };
}
