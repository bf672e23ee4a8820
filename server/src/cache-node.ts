/** The user's folders on this machine, and a cache in one of them: files that can be made again, written whole or not at all. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Host } from './host.ts';

/** `DECLARATION_LENS_CACHE`, or where the system keeps caches. */
export const cacheFolder = (): string => {
  if (process.env.DECLARATION_LENS_CACHE) return process.env.DECLARATION_LENS_CACHE;
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'declaration-lens');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'declaration-lens');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'declaration-lens');
};

/** The user's own declarations: `DECLARATION_LENS_LIBRARY`, or where the system keeps a user's data. */
export const ownFolder = (): string => {
  if (process.env.DECLARATION_LENS_LIBRARY) return process.env.DECLARATION_LENS_LIBRARY;
  if (process.env.XDG_DATA_HOME) return join(process.env.XDG_DATA_HOME, 'declaration-lens', 'declarations');
  if (process.platform === 'win32') return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'declaration-lens', 'declarations');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Application Support' : '.local/share', 'declaration-lens', 'declarations');
};

let written = 0;

/** Two processes may write the same key at once: each writes a file of its own and renames it, so that a reader sees one or the other. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.${++written}.tmp`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (e) {
    await rm(temporary, { force: true }).catch(() => {});
    throw e;
  }
}

export const nodeCache = (folder: string = cacheFolder()): NonNullable<Host['cache']> => ({
  read: (key) => readFile(join(folder, key)).catch(() => undefined),
  async write(key, bytes) {
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true })
      .then(() => writeWhole(path, bytes))
      .catch(() => {});
  },
});
