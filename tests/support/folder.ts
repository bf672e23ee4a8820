/** A real folder of declarations with a cache of its own, for tests of what the library does with files. Removed after the file's tests. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { nodeCache } from '../../server/src/cache-node.ts';
import type { Host } from '../../server/src/host.ts';
import { nodeHost } from '../../server/src/host-node.ts';
import type { LoadReader } from '../../server/src/import/page.ts';
import { createShelf, type ShelfEvents } from '../../server/src/shelf.ts';

const made: string[] = [];
afterAll(() => {
  for (const f of made) rmSync(f, { recursive: true, force: true });
});
export const LONG_AGO = new Date('2020-01-01');

export const text = (n: number, body = `The Parties will maintain dialogue number ${n} on pilotage.`) =>
  `---\nid: text-${n}\ntitle: Valley Declaration ${n}\n---\n\n${body}\n`;

/** A folder with files of long ago, its cache, and a host that counts what is read. */
export function folderWith(files: Readonly<Record<string, string>>) {
  const path = mkdtempSync(join(tmpdir(), 'lens-shelf-'));
  made.push(path);
  const library = join(path, 'declarations');
  mkdirSync(library);
  const write = (name: string, content: string, when = LONG_AGO) => {
    writeFileSync(join(library, name), content);
    utimesSync(join(library, name), when, when);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  const cache = join(path, 'cache');
  const uri = (name: string) => pathToFileURL(join(library, name)).href;
  const start = (events?: ShelfEvents, load?: LoadReader, over: Partial<Host> = {}) => {
    const log: string[] = [];
    const counted = { read: 0, start: 0, stat: 0 };
    const node = nodeHost((m) => log.push(m));
    const { own: _own, ...base } = { ...node, cache: nodeCache(cache), ...over };
    const host: Host = {
      ...base,
      read: (u) => {
        counted.read++;
        return base.read(u);
      },
      start: async (u, n) => {
        counted.start++;
        return base.start?.(u, n);
      },
    };
    const shelf = createShelf(host, [], () => undefined, load, events);
    shelf.folders([pathToFileURL(path).href], []);
    return { shelf, log, counted };
  };
  /** The files of the cache, those of the index or those of its words. */
  const cached = (kind: 'index' | 'words') => {
    const folder = join(cache, kind);
    const names = existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [];
    return names.map((f) => join(folder, f)).filter((f) => statSync(f).isFile());
  };
  return { path, library, write, start, uri, cached };
}

export const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`text-${i}.md`, text(i)]));
