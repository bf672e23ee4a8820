/** `import`: a declaration as clean Markdown with front matter; the readers of foreign formats lie beside the bundle and are loaded when needed. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeWhole } from '../cache-node.ts';
import { type ImportOptions, importFile, kindOf } from '../import/import.ts';
import { previewOf } from '../preview.ts';
import { readersIn } from '../readers-node.ts';
import { readText } from '../shelf-files.ts';
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

/** Markdown and plain text are kept as they are, behind front matter that can be corrected. */
async function fromText(name: string, bytes: Uint8Array, world: World, options: ImportOptions): Promise<string> {
  const format = formatOfPath(name);
  if (format !== 'markdown' && format !== 'plaintext')
    throw new Usage(`${name}: this kind of file is not read: Markdown, text, HTML, DOCX, PDF and Akoma Ntoso XML are`);
  if (bytes.length === 0) throw new Usage(`${name}: the file is empty`);
  try {
    const { text, problems } = (await previewOf(name, readText(bytes), undefined, options)).instrument;
    for (const problem of problems) world.err(`declaration-lens: ${name}: ${problem}\n`);
    return text;
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
  const markdown = (await imported(name, bytes, world, options)) ?? (await fromText(name, bytes, world, options));
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
