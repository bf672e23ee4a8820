/** Whose turn it is: a look through all folders, or only at the files that changed, one after the other and never two at once. */
import { canonical } from './uri.ts';

export interface Turns {
  /** The file is to be looked at again. */
  soil(uri: string): void;
  /** Everything is; a look that is under way is given up. */
  rescan(): void;
  /** Resolves when there is nothing left to look at. */
  scanned(): Promise<void>;
  /** When the last look through everything began, in milliseconds. */
  began(): number;
}

/** `look` looks through everything until `stale` says that it was begun anew; `patch` looks at some files. */
export function createTurns(look: (stale: () => boolean) => Promise<void>, patch: (uris: readonly string[]) => Promise<void>): Turns {
  let dirty: 'all' | Map<string, string> = 'all';
  let scan: Promise<void> | undefined = Promise.resolve();
  let last: Promise<void> = Promise.resolve();
  let looking = 0;
  let began = 0;
  const all = (): Promise<void> => {
    const mine = ++looking;
    return look(() => mine !== looking);
  };
  const begin = (): Promise<void> => {
    if (scan) return scan;
    const what = dirty;
    if (what === 'all') began = Date.now();
    dirty = new Map();
    // One after the other: a long look must not put back what a change behind it has put right.
    scan = last.catch(() => {}).then(() => (what === 'all' ? all() : patch([...what.values()])));
    last = scan;
    return scan;
  };
  return {
    soil(uri) {
      if (dirty !== 'all') dirty.set(canonical(uri), uri);
      scan = undefined;
    },
    rescan() {
      looking++;
      dirty = 'all';
      scan = undefined;
    },
    // What became dirty while looking is looked at too.
    async scanned() {
      let current: Promise<void>;
      do {
        current = begin();
        await current;
      } while (scan !== current);
    },
    began: () => began,
  };
}

export interface Waiting {
  /** The wait is over before everything was looked at. */
  early(): void;
  /** And now everything was. */
  late(): void;
  failed(e: unknown): void;
}

/** Resolves when everything was looked at, when one calls what was put into `waiting`, or after `patience` milliseconds, asked for when the look has begun. */
export async function patiently(
  scanned: () => Promise<void>,
  waiting: Set<() => void>,
  patience: () => number,
  { early, late, failed }: Waiting,
): Promise<void> {
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let go = () => {};
  const whole = scanned().then(() => {
    clearTimeout(timer);
    waiting.delete(go);
    if (over) late();
  });
  await Promise.race([
    whole,
    new Promise<void>((resolve) => {
      waiting.add(resolve);
      timer = setTimeout(resolve, patience());
      go = resolve;
    }).then(() => {
      over = true;
      early();
      waiting.delete(go);
    }),
  ]);
  whole.catch(failed);
}
