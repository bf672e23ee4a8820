/** The library: all instruments that are known, by id and by name. Immutable; a change makes a new one with a higher revision. */
import type { Instrument, InstrumentHead } from './instrument.ts';

export interface Library {
  readonly revision: number;
  readonly heads: readonly InstrumentHead[];
  head(id: string): InstrumentHead | undefined;
  /** The instrument read; `undefined` when it is unknown or its text is not loaded yet (then the analysis says it is missing it). */
  get(id: string): Instrument | undefined;
  /** Those whose text is loaded: what a quotation may be compared with. */
  readonly loaded: readonly Instrument[];
}

export function createLibrary(instruments: readonly Instrument[], heads: readonly InstrumentHead[] = instruments, revision = 0): Library {
  const byId = new Map(instruments.map((i) => [i.id, i]));
  const headById = new Map(heads.map((h) => [h.id, h]));
  return { revision, heads, head: (id) => headById.get(id), get: (id) => byId.get(id), loaded: instruments };
}
