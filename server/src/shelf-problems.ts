/** What is wrong with which file of the library, said once. */
import type { Host } from './host.ts';
import { type Found, isEntry, type Listing } from './shelf-entries.ts';
import { canonical } from './uri.ts';

export interface Problem {
  readonly uri: string;
  readonly message: string;
}

/** Files that could not be read, or not all of them, and why in one line. */
export function problemsOf(found: Iterable<Found>, twins: Listing['twins']): readonly Problem[] {
  const out: Problem[] = [];
  for (const e of found) {
    const twin = isEntry(e) ? twins.get(e) : undefined;
    const message = twin ? `the id “${twin.head.id}” is already that of ${nameOf(twin.known?.uri ?? twin.source?.path ?? '')}` : e.problem;
    if (message !== undefined) out.push({ uri: isEntry(e) ? (e.known?.uri ?? '') : e.uri, message });
  }
  return out;
}

const nameOf = (uri: string): string => canonical(uri).replace(/^.*\//, '');

/** Logs each problem when it is new; true when the problems are others than before. */
export function createTeller(host: Host): (now: readonly Problem[]) => boolean {
  const told = new Map<string, string>();
  return (now) => {
    const still = new Set(now.map((p) => p.uri));
    let news = false;
    for (const uri of [...told.keys()]) if (!still.has(uri)) news = told.delete(uri) || news;
    for (const { uri, message } of now) {
      if (told.get(uri) === message) continue;
      told.set(uri, message);
      news = true;
      host.log(`${canonical(uri).replace(/^file:\/\//, '')}: ${message}`);
    }
    return news;
  };
}
