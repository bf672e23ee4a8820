/** The shelf: all instruments that are known, from the bundle and from folders, each read when it is first needed. */
import type { Host } from './host.ts';
import { FOREIGN, importFile, kindOf } from './import/import.ts';
import type { LoadReader } from './import/page.ts';
import type { Instrument, InstrumentHead, InstrumentSource } from './instrument/instrument.ts';
import { createLibrary, type Library } from './instrument/library.ts';
import { readHead, readInstrument } from './instrument/read.ts';
import { formatOfPath, parseMarkup } from './text/markup/index.ts';
import type { Format } from './text/markup/markup.ts';
import { asFolder, canonical, decode, resolveUri } from './uri.ts';

/** The scheme of read-only documents: `declaration:/<id>.md`. */
export const SCHEME = 'declaration';

export interface Shelf {
  library(): Library;
  /** Resolves when the folders have been looked through. */
  scanned(): Promise<void>;
  /** Workspace folders (their `declarations/`) and further folders, as uris. */
  folders(workspace: readonly string[], further: readonly string[]): void;
  /** Reads the instruments of these ids; true when any was not read before. */
  load(ids: readonly string[]): Promise<boolean>;
  instrument(id: string): Promise<Instrument | undefined>;
  /** The file of an instrument, without reading it; `undefined` for one that has none. */
  uriOf(id: string): string | undefined;
  /** The instrument whose text the uri is: its file, or `declaration:/<id>.md`. */
  at(uri: string): Instrument | undefined;
  /** The uri is a file with the instrument's own text. */
  alias(uri: string, id: string): void;
  /** An editor opened, changed or closed the uri; true when an instrument's text is meant. */
  touched(uri: string): boolean;
  /** A file changed on disk; true when instruments may have. */
  changed(uri: string): boolean;
}

interface Entry {
  readonly source: InstrumentSource;
  readonly head: InstrumentHead;
  instrument: Instrument | undefined;
}

const TEXTS = ['md', 'markdown', 'txt', ...Object.keys(FOREIGN)];
/** A library of this many letters is read whole when the first text of it is cited, so that quotations are compared with all of it. */
const SMALL = 2_000_000;
/** Front matter ends early; the head of a long text is read from its beginning. */
const HEAD = 20_000;

const headOf = (source: InstrumentSource): InstrumentHead =>
  readHead(source, parseMarkup(/^\uFEFF?(?:---|\+\+\+)/.test(source.text) ? frontOf(source.text) : '', source.format).frontMatter?.data ?? {});
const frontOf = (text: string): string => {
  const end = text.slice(0, HEAD).search(/\n(?:---|\.\.\.|\+\+\+)[ \t]*\r?(?:\n|$)/);
  return end < 0 ? '' : text.slice(0, end + 4);
};

/** `load` gives the readers of foreign formats, where there are any; without it such files are named in the log and left out. */
export function createShelf(host: Host, bundled: readonly InstrumentSource[], openText: (uri: string) => string | undefined, load?: LoadReader): Shelf {
  const shipped = bundled.map((source): Entry => ({ source, head: headOf(source), instrument: undefined }));
  let found: Entry[] = [];
  let places: readonly string[] = [];
  let revision = 0;
  let library: Library | undefined;
  const aliases = new Map<string, string>();
  let scan: Promise<void> | undefined = Promise.resolve();
  let scanning = 0;

  const entries = (): readonly Entry[] => {
    const ids = new Set(found.map((e) => e.head.id));
    return [...found, ...shipped.filter((e) => !ids.has(e.head.id))];
  };
  const renew = () => {
    revision++;
    library = undefined;
  };
  const readEntry = (e: Entry): Instrument => {
    e.instrument ??= readInstrument(e.source);
    return e.instrument;
  };
  const entryAt = (uri: string): Entry | undefined => {
    const at = canonical(uri);
    const id = at.startsWith(`${SCHEME}:`) ? at.replace(/^[^:]*:\/*/, '').replace(/\.[^.]*$/, '') : aliases.get(at);
    return entries().find((e) => (id === undefined ? e.source.uri !== undefined && canonical(e.source.uri) === at : e.head.id === id));
  };
  /** The text of a file, imported where its format is foreign; a file that cannot be read is named with its reason, and the others still load. */
  const textOf = async (uri: string, bytes: Uint8Array): Promise<{ readonly text: string; readonly format: Format } | undefined> => {
    const path = canonical(uri);
    try {
      if (kindOf(path, bytes) === undefined) return { text: decode(bytes), format: formatOfPath(uri) ?? 'plaintext' };
      if (load === undefined) throw new Error('this kind of file is not read here');
      const stem = path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
      return { text: await importFile(path, bytes, load, { id: stem }), format: 'markdown' };
    } catch (e) {
      host.log(`${path}: ${e instanceof Error ? (e.message.split('\n')[0] as string) : String(e)}`);
      return undefined;
    }
  };
  const look = async (): Promise<void> => {
    const mine = ++scanning;
    const next: Entry[] = [];
    const seen = new Set<string>();
    for (const place of places)
      for (const uri of await host.find(place, TEXTS)) {
        const at = canonical(uri);
        if (seen.has(at) || /(?:^|\/)readme\.[^/]*$/i.test(at)) continue;
        seen.add(at);
        const bytes = openText(uri) ?? (await host.read(uri));
        if (bytes === undefined) continue;
        const read = typeof bytes === 'string' ? { text: bytes, format: formatOfPath(uri) ?? 'plaintext' } : await textOf(uri, bytes);
        if (read === undefined) continue;
        const { text, format } = read;
        const imported = typeof bytes !== 'string' && format === 'markdown' && formatOfPath(uri) !== 'markdown';
        const termsUri = uri.replace(/\.[^./]*$/, '.terms.yaml');
        const terms = openText(termsUri) ?? (await host.read(termsUri));
        const source: InstrumentSource = {
          path: canonical(uri),
          // What was imported has no file that shows its text: it is opened like the bundled ones.
          ...(imported ? {} : { uri }),
          format,
          text,
          ...(terms === undefined ? {} : { terms: typeof terms === 'string' ? terms : decode(terms) }),
        };
        const same = found.find((e) => e.source.path === source.path && e.source.text === text && e.source.terms === source.terms);
        next.push(same ?? { source, head: headOf(source), instrument: undefined });
      }
    if (mine !== scanning) return;
    const before = found;
    found = next;
    if (before.length !== next.length || before.some((e, i) => e !== next[i])) renew();
  };
  const rescan = () => {
    scan = undefined;
  };

  return {
    library() {
      library ??= createLibrary(
        entries().flatMap((e) => (e.instrument ? [e.instrument] : [])),
        entries().map((e) => e.head),
        revision,
      );
      return library;
    },
    async scanned() {
      scan ??= look();
      await scan;
    },
    folders(workspace, further) {
      const next = [
        ...workspace.flatMap((f) => resolveUri(asFolder(f), 'declarations') ?? []),
        ...further.flatMap((f) => (/^[\w-]{2,}:/.test(f) ? [f] : workspace.length > 0 ? workspace.flatMap((w) => resolveUri(asFolder(w), f) ?? []) : [])),
      ];
      if (next.join('\n') === places.join('\n')) return;
      places = next;
      rescan();
    },
    async load(ids) {
      let any = false;
      const all = entries();
      const whole = all.reduce((n, e) => n + e.source.text.length, 0) <= SMALL;
      for (const e of all)
        if ((whole || ids.includes(e.head.id)) && !e.instrument) {
          readEntry(e);
          any = true;
        }
      if (any) renew();
      return any;
    },
    async instrument(id) {
      await this.scanned();
      const e = entries().find((x) => x.head.id === id);
      return e && readEntry(e);
    },
    uriOf: (id) => entries().find((e) => e.head.id === id)?.source.uri,
    at(uri) {
      const e = entryAt(uri);
      return e && readEntry(e);
    },
    alias(uri, id) {
      aliases.set(canonical(uri), id);
    },
    touched(uri) {
      const e = entryAt(uri);
      if (e === undefined || e.source.uri === undefined) return false;
      const text = openText(uri);
      if (text === undefined) {
        rescan();
        return true;
      }
      if (text === e.source.text) return false;
      const source = { ...e.source, text };
      found = found.map((x) => (x === e ? { source, head: headOf(source), instrument: undefined } : x));
      renew();
      return true;
    },
    changed(uri) {
      const at = canonical(uri);
      if (!places.some((p) => at.startsWith(canonical(asFolder(p))))) return false;
      rescan();
      return true;
    },
  };
}
