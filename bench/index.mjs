// Claims that need evidence, each as a ratio to something measured in the same run. `npm run bench [startup|throughput|warm|alignment …]`.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './measure.mjs';

if (!existsSync(path.join(root, 'dist/cli.js'))) {
  console.error('dist/ is missing: npm run build');
  process.exit(1);
}
const benches = {
  startup: async () => (await import('./startup.mjs')).startup(),
  warm: async () => (await import('./warm.mjs')).warm(),
  throughput: async () => (await import('./throughput.mjs')).throughput(),
  alignment: async () => (await import('./alignment.mjs')).alignment(),
  library: async () => (await import('./library.mjs')).library(),
};
const asked = process.argv.slice(2);
const unknown = asked.filter((n) => !Object.hasOwn(benches, n));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
if (process.send) {
  process.send(await benches[asked[0]]());
  process.exit(0);
}
/** Each in a process of its own: compiled code and heap that one leaves behind slow the next one's two sides unequally. */
const measured = (name) =>
  new Promise((resolve, reject) => {
    let rows;
    fork(fileURLToPath(import.meta.url), [name])
      .on('message', (answer) => {
        rows = answer;
      })
      .on('exit', (code) => (rows ? resolve(rows) : reject(new Error(`the benchmark ${name} ended with exit code ${code}`))));
  });
const rows = [];
// The library takes a minute, and 100 MB of the disk: only when it is asked for.
for (const name of asked.length > 0 ? asked : Object.keys(benches).filter((n) => n !== 'library')) rows.push(...(await measured(name)));
const cells = rows.map((r) => [
  r.what,
  r.ours,
  r.beside,
  r.ratio === undefined ? '' : `${r.ratio.toFixed(2)}×`,
  r.goal === undefined ? '' : `≤ ${r.goal}× ${r.ratio <= r.goal ? 'held' : 'MISSED'}`,
]);
const head = ['what', 'ours', 'beside', 'ratio', 'goal'];
const widths = head.map((h, i) => Math.max(h.length, ...cells.map((c) => c[i].length)));
const line = (c) =>
  c
    .map((x, i) => x.padEnd(widths[i]))
    .join('  ')
    .trimEnd();
console.log([line(head), line(widths.map((w) => '─'.repeat(w))), ...cells.map(line)].join('\n'));
