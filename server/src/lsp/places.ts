/** Where the client opens an instrument: its own file, `declaration:/<id>.md`, or a file with the bundled text. */
import type { Passage } from '../document/analysis.ts';
import type { LinkTo } from '../features/render.ts';
import { editionsOf } from '../instrument/editions.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Reading } from '../service.ts';
import { SCHEME, type Shelf } from '../shelf.ts';
import { toRange, type Window, windowOn } from './convert.ts';
import { type InitializationOptions, OPEN_COMMAND } from './protocol.ts';
import type { Platform } from './start.ts';

export interface Place {
  readonly uri: string;
  readonly window: Window;
}

export interface Places {
  of(instrument: Instrument): Promise<string | undefined>;
  /** The instrument's text, or for no id the document's own. */
  in(reading: Reading, id: string | undefined): Promise<Place | undefined>;
  /** What a hover links to: all places are known before the pure feature runs. */
  linker(reading: Reading): Promise<LinkTo>;
}

export function createPlaces(shelf: Shelf, options: InitializationOptions, platform: Platform): Places {
  const made = new Map<string, string>();
  const of = async (instrument: Instrument): Promise<string | undefined> => {
    if (instrument.uri !== undefined) return instrument.uri;
    if (options.declarationScheme) return `${SCHEME}:/${instrument.id}.md`;
    const known = made.get(instrument.id);
    if (known !== undefined) return known;
    const file = await platform.fileOf?.(instrument);
    if (file !== undefined) {
      made.set(instrument.id, file);
      shelf.alias(file, instrument.id);
    }
    return file;
  };
  return {
    of,
    async in(reading, id) {
      if (id === undefined) return { uri: reading.uri, window: windowOn(reading.analysis.text) };
      const instrument = reading.analysis.library.get(id);
      const uri = instrument && (await of(instrument));
      return instrument && uri ? { uri, window: windowOn(instrument.text) } : undefined;
    },
    async linker(reading) {
      const { analysis } = reading;
      const known = new Map<string, { readonly uri: string; readonly text: string }>();
      const meant = [
        ...analysis.quotations.flatMap((q) => (q.source ? [q.source, ...q.also] : [])),
        ...analysis.cites.flatMap((c) => [c.instrument.id, ...editionsOf(analysis.library, c.instrument.id)].map((instrument) => ({ instrument }))),
      ];
      for (const id of new Set([...meant.map((m) => m.instrument), ...(analysis.self ? [analysis.self.id] : [])])) {
        const instrument = analysis.library.get(id);
        const uri = instrument && (await of(instrument));
        if (uri) known.set(id, { uri, text: instrument.text });
      }
      return ({ instrument, span }: Passage) => {
        const place = known.get(instrument);
        if (place === undefined) return undefined;
        const range = toRange(windowOn(place.text), { start: span.start, end: span.start });
        if (options.openCommand) return `command:${OPEN_COMMAND}?${encodeURIComponent(JSON.stringify([place.uri, range]))}`;
        return `${place.uri}#L${range.start.line + 1}`;
      };
    },
  };
}
