/** Two windows are two processes: each reads, writes and mends the same index, whenever it likes. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { folderWith, many, text } from './support/folder.ts';

/** Looks through the folder, indexes its words, and prints what it knows. */
const WINDOW = `
import { nodeCache } from './server/src/cache-node.ts';
import { findInLibrary } from './server/src/find.ts';
import { nodeHost } from './server/src/host-node.ts';
import { createShelf } from './server/src/shelf.ts';
const [folder, cache] = process.argv.slice(2);
const { own, ...host } = { ...nodeHost((m) => console.error(m)), cache: nodeCache(cache) };
const shelf = createShelf(host, [], () => undefined);
shelf.folders([folder], []);
const run = async () => {
  await shelf.indexed();
  const { hits } = await findInLibrary(shelf, 'lanterns');
  console.log(JSON.stringify({ heads: shelf.library().heads.length, hits: hits.map((h) => h.instrument).sort() }));
};
void run();
`;

it('two processes that write one index at once both answer rightly, and leave an index that a third believes', async () => {
  const f = folderWith(many(150));
  const script = join(f.path, 'window.cjs');
  await build({ stdin: { contents: WINDOW, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, platform: 'node', outfile: script, logLevel: 'error' });
  const cache = join(f.path, 'cache');
  const open = async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, pathToFileURL(f.path).href, cache], { timeout: 60_000 });
    return [JSON.parse(stdout), stderr];
  };
  for (const round of [1, 2, 3]) {
    f.write(`text-${round}.md`, text(round, 'Lanterns are lit at dusk.'), new Date(2021, round));
    const expected = [{ heads: 150, hits: Array.from({ length: round }, (_, i) => `text-${i + 1}`) }, ''];
    expect(await Promise.all([open(), open(), open()])).toEqual([expected, expected, expected]);
    // A window that was killed while it wrote leaves half a file under another name, which nobody reads.
    for (const p of [...f.cached('index'), ...f.cached('words')].filter((name) => !name.endsWith('.tmp'))) writeFileSync(`${p}.999.1.tmp`, 'half');
  }
  const s = f.start();
  await s.shelf.scanned();
  expect(s.counted.start).toBe(0);
  const { read } = s.counted;
  await s.shelf.indexed();
  expect(s.counted.read - read).toBe(0);
}, 90_000);
