/** A run of the command line: the service with its library, and reading documents one after the other. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { CHECKS } from '../checks/index.ts';
import { nodeHost } from '../host-node.ts';
import { readersIn } from '../readers-node.ts';
import { createService, type Reading, type Service } from '../service.ts';
import { misread, readSettings, unfolded } from '../settings.ts';
import type { Format } from '../text/markup/markup.ts';
import { type Found, findFiles, readText } from './files.ts';
import { reasonOf, Usage, type World } from './world.ts';

export interface Session {
  readonly service: Service;
  /** Documents of the paths, read one by one; what cannot be read is told on standard error and makes `failures` grow. */
  documents(paths: readonly string[]): Promise<AsyncIterable<{ readonly path: string; readonly reading: Reading }>>;
  /** A text that was not read from a file; bibliographies are looked for beside `path`. */
  read(path: string, text: string, format: Format): Promise<Reading>;
  readonly failures: number;
  fail(path: string, reason: string): void;
}

export interface SessionOptions {
  readonly config?: string;
  readonly library?: readonly string[];
}

async function settingsOf(world: World, options: SessionOptions) {
  const further = (options.library ?? []).map((d) => resolve(world.cwd, d));
  for (const [i, d] of further.entries()) {
    const info = await stat(d).catch((e: unknown) => {
      throw new Usage(`${options.library?.[i]}: ${reasonOf(e)}`);
    });
    if (!info.isDirectory()) throw new Usage(`${options.library?.[i]}: --library wants a directory`);
  }
  if (options.config === undefined) return { ...readSettings({}), libraries: further.map((d) => pathToFileURL(d).href) };
  const file = resolve(world.cwd, options.config);
  const text = await readFile(file, 'utf8').catch((e: unknown) => {
    throw new Usage(`${options.config}: ${reasonOf(e)}`);
  });
  let data: unknown;
  try {
    data = parse(text);
  } catch (e) {
    throw new Usage(`${options.config}: ${reasonOf(e)}`);
  }
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) throw new Usage(`${options.config}: the settings are no mapping of names to values`);
  const known = CHECKS.map((c) => c.id);
  for (const problem of misread(unfolded(data), known)) world.err(`declaration-lens: ${options.config}: ${problem}\n`);
  const settings = readSettings(unfolded(data));
  return { ...settings, libraries: [...settings.libraries.map((d) => resolve(dirname(file), d)), ...further].map((d) => pathToFileURL(d).href) };
}

export async function startSession(world: World, options: SessionOptions = {}, paths: readonly string[] = []): Promise<Session> {
  let failures = 0;
  const fail = (path: string, reason: string) => {
    failures++;
    world.err(`declaration-lens: ${path}: ${reason}\n`);
  };
  const service = createService(
    nodeHost((message) => world.err(`declaration-lens: ${message}\n`)),
    world.bundled,
    readersIn(world.here),
  );
  const settings = await settingsOf(world, options);
  service.configure(settings);
  // As in an editor: a folder's `declarations/` are known to the documents in it.
  const folders = new Set([world.cwd]);
  for (const p of paths) {
    const absolute = resolve(world.cwd, p);
    folders.add((await stat(absolute).catch(() => undefined))?.isDirectory() ? absolute : dirname(absolute));
  }
  service.folders([...folders].map((f) => pathToFileURL(f).href));
  const read = async (path: string, text: string, format: Format): Promise<Reading> => {
    const uri = pathToFileURL(resolve(world.cwd, path)).href;
    service.open({ uri, languageId: format, version: 1, text });
    const reading = await service.read(uri);
    service.close(uri);
    return reading as Reading;
  };
  return {
    service,
    read,
    fail,
    get failures() {
      return failures;
    },
    async documents(given) {
      const files = await findFiles(given, world.cwd, fail);
      const progress = progressOn(world);
      const one = async (f: Found) => {
        const text = await readText(f.absolute, (reason) => world.err(`declaration-lens: ${f.path}: ${reason}\n`));
        return read(f.absolute, text, f.format);
      };
      return (async function* () {
        await service.shelf.scanned();
        for (const id of settings.instruments ?? [])
          if (!service.shelf.library().head(id))
            world.err(`declaration-lens: ${options.config}: no declaration has the id “${id}”, which is among instruments\n`);
        let n = 0;
        for await (const f of files) {
          // The texts of the library are what documents are compared with, not documents.
          if (f.walked && service.shelf.holds(pathToFileURL(f.absolute).href)) continue;
          progress(++n, f.path);
          const reading = await one(f).catch((e: unknown) => fail(f.path, reasonOf(e)));
          if (reading) yield { path: f.path, reading };
        }
        progress(0, '');
      })();
    },
  };
}

/** Shown only on a terminal, and only when the work is long. */
function progressOn(world: World): (n: number, path: string) => void {
  if (!world.terminal) return () => {};
  const began = Date.now();
  let last = 0;
  return (n, path) => {
    const now = Date.now();
    if (n === 0) {
      if (last > 0) world.err('\r\u001b[K');
    } else if (now - began > 1000 && now - last > 100) {
      last = now;
      world.err(`\r\u001b[K${n} read  ${join(path).slice(-60)}`);
    }
  };
}
