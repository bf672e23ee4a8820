/** The Host of Node: files by `file:` uri. Everything that goes wrong with one file is `undefined` or left out, and logged once. */
import { constants } from 'node:fs';
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeCache, ownFolder } from './cache-node.ts';
import type { Host } from './host.ts';

/** Folders that hold no prose, and would cost the most. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn', 'dist', 'out', '.venv', '__pycache__']);
/** Nobody has so many texts in a folder; what is larger is searched no further, and that is said. */
const MOST_FILES = 50_000;
/** A file above this size is not prose that anybody wrote. */
const LARGEST = 64 * 1024 * 1024;

const pathOf = (uri: string): string | undefined => {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
};

export function nodeHost(say: (message: string) => void): Host {
  const said = new Set<string>();
  const log = (message: string): void => {
    if (said.has(message)) return;
    said.add(message);
    say(message);
  };
  const walk = async (folder: string, wanted: (name: string) => boolean, deep: boolean, seen: Set<string>, out: string[]): Promise<void> => {
    const real = await realpath(folder).catch(() => undefined);
    if (real === undefined || seen.has(real) || out.length >= MOST_FILES) return;
    seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch((e: NodeJS.ErrnoException) => {
      if (e.code === 'EACCES' || e.code === 'EPERM') log(`${folder}: the folder may not be read`);
      return [];
    });
    for (const e of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, e.name);
      const directory =
        e.isDirectory() ||
        (e.isSymbolicLink() &&
          (await readdir(path).then(
            () => true,
            () => false,
          )));
      if (directory) {
        if (deep && !SKIPPED.has(e.name)) await walk(path, wanted, deep, seen, out);
      } else if (wanted(e.name) && out.length < MOST_FILES) out.push(pathToFileURL(path).href);
    }
  };
  return {
    async read(uri) {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      // Where a link leads counts: what is no file, a pipe or a device, may never end.
      const info = await stat(path).catch(() => undefined);
      if (!info?.isFile()) return undefined;
      if (info.size > LARGEST) {
        log(`${path}: larger than 64 MB, not read`);
        return undefined;
      }
      return readFile(path).catch((e: unknown) => {
        log(`${path}: ${e instanceof Error ? e.message.replace(/, (?:open|read)\b.*$/s, '') : String(e)}`);
        return undefined;
      });
    },
    async find(folder, extensions, shallow = false) {
      const path = pathOf(folder);
      if (path === undefined) return [];
      const endings = new Set(extensions);
      const out: string[] = [];
      await walk(path, (name) => endings.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()), !shallow, new Set(), out);
      if (out.length >= MOST_FILES) log(`${path}: more than ${MOST_FILES} files; the others are left out`);
      return out;
    },
    async stat(uri) {
      const path = pathOf(uri);
      const info = path === undefined ? undefined : await stat(path).catch(() => undefined);
      return info?.isFile() ? { size: info.size, changed: info.mtimeMs } : undefined;
    },
    async start(uri, bytes) {
      const path = pathOf(uri);
      // Without waiting: a pipe that nobody writes to is as empty as it seems.
      const file = path === undefined ? undefined : await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => undefined);
      if (file === undefined) return undefined;
      try {
        const buffer = new Uint8Array(bytes);
        const { bytesRead } = await file.read(buffer, 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } catch {
        return undefined;
      } finally {
        await file.close().catch(() => {});
      }
    },
    cache: nodeCache(),
    own: pathToFileURL(ownFolder()).href,
    log,
  };
}
