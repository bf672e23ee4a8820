/** What of the shelf is kept read: instruments come into memory when they are needed, and the least recently needed leave it again. */
import type { Instrument } from './instrument/instrument.ts';
import { type Entry, sizeOf } from './shelf-entries.ts';

/** Texts of so many bytes together stay read: some hundred instruments, each many times its text in memory. */
const KEPT = 6_000_000;
/** Whoever loads instruments has so many loads of others' time to read with them. */
const GRACE = 32;

export interface Memory {
  /** The entry's instrument was needed just now. */
  used(e: Entry): void;
  /** A load begins. */
  turn(): void;
  /** Puts away what was not needed for longest, beyond the limit; never what is `cited`, what is held open or what was needed just now. True when any was. */
  trim(entries: readonly Entry[], cited: ReadonlySet<string>): boolean;
}

export function createMemory(kept = KEPT): Memory {
  const uses = new Map<Instrument, number>();
  let now = 0;
  return {
    used(e) {
      if (e.instrument) uses.set(e.instrument, now);
    },
    turn: () => void now++,
    trim(entries, cited) {
      const read = entries.filter((e) => e.instrument !== undefined);
      let size = read.reduce((n, e) => n + sizeOf(e), 0);
      if (size <= kept) return false;
      const use = (e: Entry): number => uses.get(e.instrument as Instrument) ?? 0;
      const old = read.filter((e) => e.source === undefined && !cited.has(e.head.id) && use(e) <= now - GRACE).sort((a, b) => use(a) - use(b));
      let any = false;
      for (const e of old) {
        if (size <= kept) break;
        size -= sizeOf(e);
        uses.delete(e.instrument as Instrument);
        e.instrument = undefined;
        any = true;
      }
      return any;
    },
  };
}
