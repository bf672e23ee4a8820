/** `import`: a declaration from a foreign format, as clean Markdown; the readers lie beside the bundle and are loaded when needed. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeWhole } from '../cache-node.ts';
import { type ImportOptions, importFile, kindOf } from '../import/import.ts';
import { readersIn } from '../readers-node.ts';
import { formatOfPath } from '../text/markup/index.ts';
import type { Arguments } from './options.ts';
import { reasonOf, Usage, type World } from './world.ts';

/** The file as Markdown; `undefined` for text that needs no import. */
export async function imported(name: string, bytes: Uint8Array, world: World, options: ImportOptions): Promise<string | undefined> {
  try {
    return kindOf(name, bytes) === undefined ? undefined : await importFile(name, bytes, readersIn(world.here), options);
  } catch (e) {
    throw new Usage(`${name}: ${reasonOf(e)}`);
  }
}

export async function importDeclaration(args: Arguments, world: World): Promise<number> {
  const [name, ...others] = args.paths;
  if (name === undefined || others.length > 0) throw new Usage('import: name one file');
  const bytes = await readFile(resolve(world.cwd, name)).catch((e: unknown) => {
    throw new Usage(`${name}: ${reasonOf(e)}`);
  });
  const options: Record<string, string> = {};
  for (const key of ['id', 'title', 'date', 'language']) {
    const value = args.string(key);
    if (value !== undefined) options[key] = value;
  }
  if (options.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(options.date)) throw new Usage(`--date is a day as 2023-04-26, not “${options.date}”`);
  const markdown = await imported(name, bytes, world, options);
  if (markdown === undefined && formatOfPath(name) === undefined)
    throw new Usage(`${name}: this kind of file is not read: HTML, DOCX, PDF and Akoma Ntoso XML are`);
  if (markdown === undefined) throw new Usage(`${name}: this is text already; drop it into a declarations folder as it is`);
  const output = args.string('output');
  if (output === undefined) {
    await world.out(markdown);
    return 0;
  }
  const path = resolve(world.cwd, output);
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new Usage(`${output}: is a directory`);
  if (there && !args.flag('force')) throw new Usage(`${output}: is there already; --force writes over it`);
  await writeWhole(path, markdown).catch((e: unknown) => {
    throw new Usage(`${output}: ${reasonOf(e)}`);
  });
  return 0;
}
