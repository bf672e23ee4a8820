// Folders for what a benchmark writes: gone when it ends, also when it is interrupted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made = new Set();
const clear = () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
  made.clear();
};
process.once('exit', clear);
// Without a listener a signal ends the process before anything is cleared.
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
])
  process.once(signal, () => process.exit(128 + number));

export function scratch(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `lens-${name}-`));
  made.add(folder);
  return folder;
}
