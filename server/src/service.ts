/** The façade, and the only mutable object: open documents, their analyses, and the library. */
import { type Analysis, analyse, type Reference } from './document/analysis.ts';
import type { InstrumentSource } from './instrument/instrument.ts';
import { createLibrary, type Library } from './instrument/library.ts';
import { readInstrument } from './instrument/read.ts';
import { DEFAULTS, type Settings } from './settings.ts';
import type { Format } from './text/markup/markup.ts';

/** A library of the given sources, read at once. */
export const libraryOf = (sources: readonly InstrumentSource[]): Library => createLibrary(sources.map(readInstrument));

/** One document analysed by itself: what the command line and tests need. */
export const analyseText = (
  text: string,
  format: Format,
  library: Library,
  settings: Settings = DEFAULTS,
  references?: ReadonlyMap<string, Reference>,
): Analysis => analyse({ text, format, library, settings, ...(references ? { references } : {}) });
