/** The index of a library's words: made behind everything else, kept on the disk in pieces, so that a search reads what has the words and no more. */
import { breather } from './breath.ts';
import { hash, piecesOf, readPiece, writePiece } from './find-pieces.ts';
import { type Counts, countWords, type Indexed, type Words } from './find-words.ts';
import type { Host } from './host.ts';
import type { Searched } from './instrument/search.ts';
import type { Shelved } from './shelf-entries.ts';
import type { StartProgress } from './shelf-look.ts';

/** Pieces that a search read stay in memory up to so many bytes, and so long, in milliseconds. */
const KEPT = 64 << 20;
const IDLE = 5 * 60_000;
/** A file changed so shortly ago may change again within the same tick of the file system's clock. */
const TICK = 2000;
/** Work that is done sooner says nothing of how far it is. */
const LONG = 1500;

/** A word that is looked for: its stem, and whether it may be unfinished. */
export interface Wanted {
  readonly stem: string;
  readonly prefix: boolean;
}

export interface Matches {
  /** Instruments that have all words, with how well they match. */
  readonly found: readonly { readonly shelved: Shelved; readonly score: number }[];
  /** Instruments of which the index knows nothing, or not as they are now. */
  readonly unknown: readonly Shelved[];
  /** For each word the stems that stand for it in the texts. */
  readonly meant: readonly (readonly string[])[];
}

export interface LibraryIndex {
  /** Paragraphs of texts that were found last, by file and state; emptied when nothing is searched for a while. */
  readonly recent: Map<string, Searched['paragraphs']>;
  /** All words must stand in a text. A search that is cancelled matches less. */
  match(shelved: readonly Shelved[], wanted: readonly Wanted[], cancelled: () => boolean): Promise<Matches>;
  /**
   * Makes what is missing; true when there is nothing left to make. Gives up when `stale` says that the files are others meanwhile. What
   * the user cancelled is not begun again.
   */
  build(shelved: readonly Shelved[], stale: () => boolean): Promise<boolean>;
}

export function createLibraryIndex(host: Host, places: () => readonly string[], progressOf: StartProgress | undefined): LibraryIndex {
  const kept = new Map<string, Words>();
  /** Pieces that hold what they should, by the state of their files: they are not read again to see so. */
  const checked = new Map<string, number>();
  const recent: LibraryIndex['recent'] = new Map();
  let idle: ReturnType<typeof setTimeout> | undefined;
  let cancelled = false;

  const keep = (key: string, words: Words): void => {
    kept.delete(key);
    kept.set(key, words);
    let size = 0;
    for (const w of kept.values()) size += w.size;
    for (const [first, w] of kept) {
      if (size <= KEPT) break;
      size -= w.size;
      kept.delete(first);
    }
    clearTimeout(idle);
    idle = setTimeout(() => {
      kept.clear();
      recent.clear();
    }, IDLE);
    (idle as { unref?(): void }).unref?.();
  };

  return {
    recent,
    async match(shelved, wanted, stop) {
      const pieces = await piecesOf(host, places(), shelved);
      const unknown = new Set(shelved);
      const breathe = breather();
      const read: { readonly words: Words; readonly here: readonly (Shelved | undefined)[] }[] = [];
      for (const { key, files } of pieces) {
        if (stop()) break;
        const words = kept.get(key) ?? (await readPiece(host, key));
        if (words === undefined) continue;
        keep(key, words);
        const now = new Map(files.map((s) => [s.file.uri, s]));
        const here = words.files.map((f) => {
          const s = now.get(f.uri);
          if (s?.file.stamp !== f.stamp) return undefined;
          unknown.delete(s);
          return s;
        });
        read.push({ words, here });
        await breathe();
      }
      const exact = wanted.map(({ stem, prefix }) => read.map(({ words }) => words.terms(stem, prefix)));
      // A long word that stands nowhere may be misspelt.
      const terms = exact.map((lists, i) => {
        const { stem } = wanted[i] as Wanted;
        return stem.length > 5 && lists.every((l) => l.length === 0) ? read.map(({ words }) => words.near(stem)) : lists;
      });
      const known = Math.max(1, shelved.length - unknown.size);
      const weights = wanted.map((_, i) => {
        let files = 0;
        read.forEach(({ words }, r) => {
          for (const n of terms[i]?.[r] ?? []) words.each(n, () => files++);
        });
        return Math.log(1 + known / (files + 1));
      });
      const found: { shelved: Shelved; score: number }[] = [];
      for (const [r, { words, here }] of read.entries()) {
        const scores = wanted.map((_, i) => {
          const times = new Map<number, number>();
          for (const n of terms[i]?.[r] ?? []) words.each(n, (file, t) => times.set(file, (times.get(file) ?? 0) + t));
          return times;
        });
        for (const file of scores[0]?.keys() ?? []) {
          const s = here[file];
          if (s === undefined || !scores.every((t) => t.has(file))) continue;
          found.push({
            shelved: s,
            score: scores.reduce((sum, t, i) => sum + ((weights[i] as number) * (t.get(file) as number)) / ((t.get(file) as number) + 2), 0),
          });
        }
        await breathe();
      }
      const meant = wanted.map(({ stem }, i) => {
        const all = new Set(read.flatMap(({ words }, r) => (terms[i]?.[r] ?? []).map((n) => words.term(n))));
        return [...all].every((t) => t.startsWith(stem)) ? [stem] : [...all];
      });
      return { found, unknown: [...unknown], meant };
    },

    async build(shelved, stale) {
      if (cancelled || host.cache === undefined) return false;
      const began = Date.now();
      const breathe = breather();
      let progress: ReturnType<StartProgress> | undefined;
      let done = 0;
      let whole = true;
      try {
        const pieces = await piecesOf(host, places(), shelved);
        const total = pieces.reduce((n, p) => n + p.files.length, 0);
        for (const { key, files } of pieces) {
          await breathe();
          const state = hash(files.map((s) => `${s.file.uri} ${s.file.stamp}`).join('\n'));
          done += files.length;
          if (checked.get(key) === state) continue;
          const before = await readPiece(host, key);
          const had = new Map(before?.files.map((f, i) => [f.uri, { stamp: f.stamp, i }]));
          const other = files.filter((s) => had.get(s.file.uri)?.stamp !== s.file.stamp);
          const fresh = other.filter((s) => settled(s.file.stamp));
          // Words of files that are gone are left until something else is written.
          if (other.length === 0) checked.set(key, state);
          if (fresh.length < other.length) whole = false;
          if (fresh.length === 0) continue;
          const old = before?.counts() ?? [];
          const next = new Map<Indexed, Counts>();
          for (const s of files) {
            const known = had.get(s.file.uri);
            if (known && known.stamp === s.file.stamp) next.set(s.file, old[known.i] as Counts);
          }
          for (const [n, s] of fresh.entries()) {
            if (stale()) return false;
            const text = await s.text();
            if (text !== undefined) next.set(s.file, countWords(`${text}\n${s.head.title}`));
            await breathe();
            if (Date.now() - began < LONG) continue;
            progress ??= progressOf?.(total);
            progress?.report(done - fresh.length + n + 1);
            if (progress?.cancelled) {
              cancelled = true;
              return false;
            }
          }
          await writePiece(host, key, [...next.keys()], [...next.values()]);
          kept.delete(key);
          if (fresh.length === other.length) checked.set(key, state);
        }
        return whole;
      } finally {
        progress?.end();
      }
    },
  };
}

const settled = (stamp: string): boolean => {
  const changed = Number(stamp.split(' ')[1]);
  return Number.isNaN(changed) || changed < Date.now() - TICK;
};
