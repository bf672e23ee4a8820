/** From the paths of a command line to the files that are read: directories are walked, `.gitignore` is respected. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { formatOfPath } from '../text/markup/index.ts';
import type { Format } from '../text/markup/markup.ts';
import { decode } from '../uri.ts';
import { reasonOf, Usage } from './world.ts';

export interface Found {
  /** As shown: as the user wrote it, or below the directory that the user wrote. */
  readonly path: string;
  readonly absolute: string;
  readonly format: Format;
  /** Met while walking, not named. */
  readonly walked: boolean;
}

/** Never walked into, whatever `.gitignore` says. */
const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules']);

interface Rules {
  readonly base: string;
  readonly rules: Ignore;
}

const rulesOf = async (folder: string): Promise<readonly Rules[]> => {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
  return text === undefined ? [] : [{ base: folder, rules: ignore().add(text) }];
};

/** The rules of the folders above, up to the one that holds `.git`. */
async function rulesAbove(folder: string): Promise<readonly Rules[]> {
  const above: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    above.unshift(at);
    if (
      await stat(join(at, '.git')).then(
        () => true,
        () => false,
      )
    )
      break; // prettier-ignore
    if (dirname(at) === at) return rulesOf(folder);
  }
  return (await Promise.all(above.map(rulesOf))).flat();
}

/** The deeper file has the last word, as git has it. */
function ignored(path: string, directory: boolean, rules: readonly Rules[]): boolean {
  let out = false;
  for (const { base, rules: r } of rules) {
    const name = relative(base, path).split(sep).join('/');
    if (name === '' || name.startsWith('..')) continue;
    const verdict = r.test(directory ? `${name}/` : name);
    if (verdict.ignored) out = true;
    else if (verdict.unignored) out = false;
  }
  return out;
}

async function* walk(folder: string, shown: string, above: readonly Rules[], failed: (path: string, reason: string) => void): AsyncGenerator<Found> {
  const rules = [...above, ...(above.some((r) => r.base === folder) ? [] : await rulesOf(folder))];
  let entries: Awaited<ReturnType<typeof entriesOf>>;
  try {
    entries = await entriesOf(folder);
  } catch (e) {
    failed(shown, reasonOf(e));
    return;
  }
  for (const e of entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    const absolute = join(folder, e.name);
    const path = join(shown, e.name);
    if (e.isDirectory()) {
      if (!SKIPPED.has(e.name) && !ignored(absolute, true, rules)) yield* walk(absolute, path, rules, failed);
      continue;
    }
    const format = formatOfPath(e.name);
    if (format === undefined || ignored(absolute, false, rules)) continue;
    // A link to a file is read; one to a folder is not followed, as it may lead in circles.
    if (
      e.isSymbolicLink() &&
      !(await stat(absolute).then(
        (s) => s.isFile(),
        () => false,
      ))
    )
      continue; // prettier-ignore
    if (e.isFile() || e.isSymbolicLink()) yield { path, absolute, format, walked: true };
  }
}
const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true });

/** Throws for a path that is not there or whose format is not read, before anything is written. `failed` is told of what cannot be walked. */
export async function findFiles(paths: readonly string[], cwd: string, failed: (path: string, reason: string) => void): Promise<AsyncIterable<Found>> {
  const roots = await Promise.all(
    paths.map(async (path) => {
      // An empty variable of a shell, most likely: the whole folder is not what was meant.
      if (path === '') throw new Usage('a path is empty');
      const absolute = resolve(cwd, path);
      const info = await stat(absolute).catch((e: unknown) => {
        throw new Usage(`${path}: ${reasonOf(e)}`);
      });
      const format = formatOfPath(path);
      if (!info.isDirectory() && format === undefined) throw new Usage(`${path}: this kind of file is not read`);
      return { path, absolute, directory: info.isDirectory(), format: format ?? 'plaintext' };
    }),
  );
  return (async function* () {
    for (const r of roots)
      if (r.directory) yield* walk(r.absolute, r.path, await rulesAbove(r.absolute), failed);
      else yield { path: r.path, absolute: r.absolute, format: r.format, walked: false };
  })();
}

/** Larger than anything that is prose. */
const LARGEST = 256 * 1024 * 1024;

/** The file's text, offsets and byte order mark as in the file. `warn` is told of bytes that are no UTF-8. */
export async function readText(absolute: string, warn: (reason: string) => void): Promise<string> {
  const info = await stat(absolute);
  if (info.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  if (info.size > LARGEST) throw new Error('larger than 256 MB');
  const text = decode(await readFile(absolute));
  if (text.includes('\uFFFD')) warn('not all of it is UTF-8; what is not was read as U+FFFD');
  return text;
}
