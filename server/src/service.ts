/** The façade, and the only mutable object: open documents, their analyses, the library, and the settings. */

import { createBibliographies } from './bibliographies.ts';
import type { Finding } from './checks/check.ts';
import { runChecks } from './checks/index.ts';
import { type Analysis, analyse, type Reference } from './document/analysis.ts';
import type { Host } from './host.ts';
import type { LoadReader } from './import/page.ts';
import { editionsOf } from './instrument/editions.ts';
import type { Instrument, InstrumentSource } from './instrument/instrument.ts';
import { createLibrary, type Library } from './instrument/library.ts';
import { readInstrument } from './instrument/read.ts';
import { DEFAULTS, type Settings } from './settings.ts';
import { createShelf, type Shelf, type ShelfEvents } from './shelf.ts';
import { formatOfLanguage, formatOfPath } from './text/markup/index.ts';
import type { Format } from './text/markup/markup.ts';
import { canonical, decode } from './uri.ts';

/** A library of the given sources, read at once. */
export const libraryOf = (sources: readonly InstrumentSource[]): Library => createLibrary(sources.map((s) => readInstrument(s)));

/** One document analysed by itself: what the command line and tests need. */
export const analyseText = (
  text: string,
  format: Format,
  library: Library,
  settings: Settings = DEFAULTS,
  references?: ReadonlyMap<string, Reference>,
): Analysis => analyse({ text, format, library, settings, ...(references ? { references } : {}) });

export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** A document as it was read: the analysis belongs to exactly this text. */
export interface Reading {
  readonly uri: string;
  /** `undefined` for a file that is not open. */
  readonly version: number | undefined;
  /** Changes whenever the analysis may. */
  readonly stamp: string;
  readonly analysis: Analysis;
}

export interface Service {
  readonly settings: Settings;
  readonly shelf: Shelf;
  configure(settings: Settings): void;
  /** Workspace folders: their `declarations/`, their bibliographies, and what "all references" looks through. */
  folders(uris: readonly string[]): void;
  open(document: OpenDocument): void;
  close(uri: string): void;
  document(uri: string): OpenDocument | undefined;
  /** `undefined` for a document that is not open, or whose format is not read. */
  read(uri: string): Promise<Reading | undefined>;
  findings(reading: Reading): readonly Finding[];
  /** Files changed on disk. True when instruments or bibliographies are among them, so that every answer may change. */
  filesChanged(uris: readonly string[]): boolean;
  /** Readings of all files of the workspace that may cite the instrument, open ones as they are in the editor. */
  citing(instrument: Instrument, cancelled: () => boolean): AsyncIterable<Reading>;
}

/** `load` gives the readers of foreign formats; a place without them reads text only. `events` are told of what the shelf finds later. */
export function createService(host: Host, bundled: readonly InstrumentSource[], load?: LoadReader, events?: ShelfEvents): Service {
  let settings = DEFAULTS;
  let folders: readonly string[] = [];
  const open = new Map<string, OpenDocument>();
  const readings = new Map<string, { readonly key: string; readonly reading: Reading }>();
  const findings = new WeakMap<Analysis, readonly Finding[]>();
  const openText = (uri: string) => open.get(canonical(uri))?.text;
  const shelf = createShelf(host, bundled, openText, load, events);
  const bibliographies = createBibliographies(host, openText);
  let epoch = 0;
  const citedByOpen = () => new Set([...open.keys()].flatMap((at) => readings.get(at)?.reading.analysis.cites.map((c) => c.instrument.id) ?? []));

  const readText = async (uri: string, text: string, format: Format, version: number | undefined): Promise<Reading> => {
    await shelf.ready();
    const at = canonical(uri);
    const self = await shelf.at(uri);
    const earlier = readings.get(at)?.reading.analysis.markup;
    const make = (references: ReadonlyMap<string, Reference>): Analysis =>
      analyse({ text, format, library: shelf.library(), settings, references, ...(self ? { self } : {}), ...(earlier ? { memo: earlier } : {}) });
    const keyOf = () => `${version ?? 'disk'}:${epoch}:${shelf.library().revision}`;
    const known = readings.get(at);
    if (known?.key === keyOf() && known.reading.analysis.text === text && known.reading.analysis.format === format) return known.reading;
    let references = await bibliographies.beside(uri, text, folders);
    let key = keyOf();
    let analysis = make(references);
    const named = await bibliographies.named(uri, analysis.markup.bibliographies, references);
    if (named !== references) {
      references = named;
      key = keyOf();
      analysis = make(references);
    }
    // A text that cites instruments never loaded before is read again, once. Another request may have loaded them meanwhile, so
    // what counts is whether the library is still the one that was read with.
    const editions = analysis.cites.flatMap((c) => editionsOf(analysis.library, c.instrument.id)).filter((id) => shelf.library().get(id) === undefined);
    if (analysis.missing.length + editions.length > 0) {
      const more = analysis.missing.flatMap((id) => editionsOf(analysis.library, id));
      await shelf.load([...analysis.missing, ...more, ...editions], citedByOpen());
    }
    if (keyOf() !== key) {
      key = keyOf();
      analysis = make(references);
    }
    const reading = { uri, version, stamp: key, analysis };
    readings.set(at, { key, reading });
    return reading;
  };

  return {
    get settings() {
      return settings;
    },
    shelf,
    configure(next) {
      settings = next;
      epoch++;
      shelf.folders(folders, settings.libraries);
    },
    folders(uris) {
      folders = uris;
      epoch++;
      shelf.folders(folders, settings.libraries);
    },
    open(document) {
      open.set(canonical(document.uri), document);
      if (shelf.touched(document.uri)) epoch++;
      bibliographies.changed(document.uri);
    },
    close(uri) {
      const at = canonical(uri);
      open.delete(at);
      readings.delete(at);
      if (shelf.touched(uri)) epoch++;
      bibliographies.changed(uri);
    },
    document: (uri) => open.get(canonical(uri)),
    async read(uri) {
      const d = open.get(canonical(uri));
      if (d === undefined) return undefined;
      const format = formatOfLanguage(d.languageId) ?? formatOfPath(d.uri);
      return format === undefined ? undefined : readText(d.uri, d.text, format, d.version);
    },
    findings(reading) {
      const known = findings.get(reading.analysis);
      if (known) return known;
      const { self } = reading.analysis;
      const found = self ? self.problems.map((problem) => problemOf(reading.analysis, problem)) : runChecks(reading.analysis);
      findings.set(reading.analysis, found);
      return found;
    },
    filesChanged(uris) {
      let all = false;
      for (const uri of uris) {
        if (open.has(canonical(uri))) continue;
        readings.delete(canonical(uri));
        if (shelf.changed(uri)) all = true;
        if (bibliographies.changed(uri)) all = true;
      }
      if (all) epoch++;
      return all;
    },
    async *citing(instrument, cancelled) {
      await shelf.scanned();
      const seen = new Set<string>();
      for (const d of [...open.values()]) {
        seen.add(canonical(d.uri));
        const format = formatOfLanguage(d.languageId) ?? formatOfPath(d.uri);
        if (format && !cancelled()) yield await readText(d.uri, d.text, format, d.version);
      }
      for (const folder of folders)
        for (const uri of await host.find(folder, PROSE_ENDINGS)) {
          if (cancelled()) return;
          const at = canonical(uri);
          if (seen.has(at) || shelf.holds(uri)) continue;
          seen.add(at);
          const format = formatOfPath(uri);
          const bytes = format && (await host.read(uri));
          if (!format || !bytes) continue;
          const reading = await readText(uri, decode(bytes), format, undefined);
          if (reading.analysis.cites.some((c) => c.instrument.id === instrument.id)) yield reading;
        }
    },
  };
}

/** What could not be read in a declaration, shown at its beginning, where its front matter is. */
const problemOf = (analysis: Analysis, message: string): Finding => ({
  check: 'declaration',
  severity: 'warning',
  span: { start: 0, end: Math.max(0, analysis.text.search(/\r?\n|$/)) },
  message,
  see: [],
  fixes: [],
});

/** Endings of the files that "all references" reads. */
const PROSE_ENDINGS = ['md', 'markdown', 'qmd', 'rmd', 'mdx', 'txt', 'tex', 'typ', 'adoc', 'asciidoc', 'rst', 'org', 'html', 'htm', 'ipynb'];
