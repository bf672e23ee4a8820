/** When the words of the library are indexed: behind everything else, once the shelf has been left alone for a while. */
import type { LibraryIndex } from './find-index.ts';
import type { Host } from './host.ts';
import type { Shelved } from './shelf-entries.ts';

/** The index waits until nothing was looked at for so long, in milliseconds. */
const QUIET = 5000;
/** What was written just now may change again, and is indexed later: so often. */
const TRIES = 3;

export interface Indexing {
  /** One build behind the other; true when there is nothing left to index. */
  now(): Promise<boolean>;
  later(): void;
}

/** `state` differs whenever the files are others. */
export function createIndexing(host: Host, index: LibraryIndex, shelved: () => readonly Shelved[], state: () => number): Indexing {
  let last: Promise<unknown> = Promise.resolve();
  let rest: ReturnType<typeof setTimeout> | undefined;
  const now = (): Promise<boolean> => {
    const then = state();
    const made = last.catch(() => {}).then(() => index.build(shelved(), () => then !== state()));
    last = made;
    return made;
  };
  const later = (tries: number): void => {
    if (host.cache === undefined) return;
    clearTimeout(rest);
    rest = setTimeout(() => {
      now().then(
        (whole) => {
          if (!whole && tries > 0) later(tries - 1);
        },
        (e: unknown) => host.log(`the index of words: ${e instanceof Error ? e.message : String(e)}`),
      );
    }, QUIET);
    (rest as { unref?(): void }).unref?.();
  };
  return { now, later: () => later(TRIES) };
}
