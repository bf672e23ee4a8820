/** The shelf: all instruments that are known, from the bundle and from folders, each read when it is first needed. */
import type { Host } from './host.ts';
import type { Instrument, InstrumentHead, InstrumentSource } from './instrument/instrument.ts';
import { createLibrary, type Library } from './instrument/library.ts';
import { readHead, readInstrument } from './instrument/read.ts';
import { formatOfPath, parseMarkup } from './text/markup/index.ts';
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

const TEXTS = ['md', 'markdown', 'txt', 'html', 'htm'];
/** Front matter ends early; the head of a long text is read from its beginning. */
const HEAD = 20_000;

const headOf = (source: InstrumentSource): InstrumentHead =>
  readHead(source, parseMarkup(/^\uFEFF?(?:---|\+\+\+)/.test(source.text) ? frontOf(source.text) : '', source.format).frontMatter?.data ?? {});
const frontOf = (text: string): string => {
  const end = text.slice(0, HEAD).search(/\n(?:---|\.\.\.|\+\+\+)[ \t]*\r?(?:\n|$)/);
  return end < 0 ? '' : text.slice(0, end + 4);
};

export function createShelf(host: Host, bundled: readonly InstrumentSource[], openText: (uri: string) => string | undefined): Shelf {
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
  const look = async (): Promise<void> => {
    const mine = ++scanning;
    const next: Entry[] = [];
    const seen = new Set<string>();
    for (const place of places)
      for (const uri of await host.find(place, TEXTS)) {
        const at = canonical(uri);
        const format = formatOfPath(uri);
        if (seen.has(at) || format === undefined || /(?:^|\/)readme\.[^/]*$/i.test(at)) continue;
        seen.add(at);
        const bytes = openText(uri) ?? (await host.read(uri));
        if (bytes === undefined) continue;
        const text = typeof bytes === 'string' ? bytes : decode(bytes);
        const termsUri = uri.replace(/\.[^./]*$/, '.terms.yaml');
        const terms = openText(termsUri) ?? (await host.read(termsUri));
        const source: InstrumentSource = {
          path: canonical(uri),
          uri,
          format,
          text,
          ...(terms === undefined ? {} : { terms: typeof terms === 'string' ? terms : decode(terms) }),
        };
        const same = found.find((e) => e.source.uri === uri && e.source.text === text && e.source.terms === source.terms);
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
      for (const e of entries())
        if (ids.includes(e.head.id) && !e.instrument) {
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
