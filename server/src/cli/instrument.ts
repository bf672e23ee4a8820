/** `instrument`: what is read from a declaration, as data or as its table of commitments. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Instrument } from '../instrument/instrument.ts';
import { readInstrument } from '../instrument/read.ts';
import { NOT_UTF8, readText } from '../shelf-files.ts';
import { formatOfPath } from '../text/markup/index.ts';
import { optionsOf } from './annotate.ts';
import { imported } from './import.ts';
import type { Arguments } from './options.ts';
import { startSession } from './session.ts';
import { instrumentShape } from './shapes.ts';
import { reasonOf, Usage, type World } from './world.ts';

export async function instrument(args: Arguments, world: World): Promise<number> {
  if (args.paths.length === 0) throw new Usage('instrument: name a file or the id of a known declaration');
  const session = await startSession(world, optionsOf(args));
  const instruments: Instrument[] = [];
  for (const name of args.paths) instruments.push(await one(name, args, world, (id) => session.service.shelf.instrument(id)));
  const format = args.string('format') ?? 'json';
  if (format === 'json') await world.out(`${JSON.stringify({ version: 1, instruments: instruments.map(instrumentShape) })}\n`);
  else await world.out(format === 'csv' ? csv(instruments) : markdown(instruments));
  return 0;
}

/** A file where there is one of this name, otherwise a known id. */
async function one(name: string, args: Arguments, world: World, known: (id: string) => Promise<Instrument | undefined>): Promise<Instrument> {
  const absolute = resolve(world.cwd, name);
  const bytes = await readFile(absolute).catch((e: unknown) => reasonOf(e));
  if (typeof bytes === 'string') {
    const found = /[\\/.]/.test(name) && bytes !== 'is a directory' ? undefined : await known(name);
    if (found) return found;
    throw new Usage(`${name}: ${/[\\/.]/.test(name) ? bytes : 'no file and no known declaration of this name'}`);
  }
  const foreign = await imported(name, bytes, world, {});
  const beside = absolute.replace(/\.[^./\\]*$/, '.terms.yaml');
  const terms = (await stat(beside).catch(() => undefined))?.isFile() ? await readFile(beside, 'utf8').catch(() => undefined) : undefined;
  const format = foreign === undefined ? (formatOfPath(name) ?? 'plaintext') : 'markdown';
  const read = readInstrument({ path: absolute, text: foreign ?? textOf(name, bytes), format, ...(terms === undefined ? {} : { terms }) }, overrides(args));
  const problems = foreign === undefined && read.text.includes('\uFFFD') ? [...read.problems, NOT_UTF8] : read.problems;
  for (const problem of problems) world.err(`declaration-lens: ${name}: ${problem}\n`);
  return read;
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return readText(bytes);
  } catch (e) {
    throw new Usage(`${name}: ${reasonOf(e)}`);
  }
}

const overrides = (args: Arguments): { readonly id?: string; readonly language?: string } => {
  const id = args.string('id');
  const language = args.string('language');
  return { ...(id === undefined ? {} : { id }), ...(language === undefined ? {} : { language }) };
};

const COLUMNS = ['instrument', 'paragraph', 'actors', 'beneficiary', 'force', 'verb', 'hedges', 'condition', 'text'] as const;

const rowsOf = (i: Instrument): readonly (readonly string[])[] =>
  i.commitments.map((c) => [
    i.id,
    c.paragraph,
    c.actors.join('; '),
    c.beneficiary ?? '',
    c.force,
    c.verb,
    c.hedges.map((h) => h.text.replace(/\s+/g, ' ')).join('; '),
    c.condition ?? '',
    c.text,
  ]);

/** RFC 4180, with a header. */
const csv = (instruments: readonly Instrument[]): string =>
  [COLUMNS, ...instruments.flatMap(rowsOf)].map((row) => `${row.map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')}\r\n`).join('');

const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|<>*_`]/g, '\\$&');

const markdown = (instruments: readonly Instrument[]): string =>
  instruments
    .map((i) => {
      const head = `## ${cell(i.title)}${i.date ? ` (${i.date})` : ''}\n\n`;
      const columns = COLUMNS.slice(1);
      const rows = rowsOf(i).map((row) => `| ${row.slice(1).map(cell).join(' | ')} |`);
      return `${head}| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}\n${rows.join('\n')}${rows.length > 0 ? '\n' : ''}`;
    })
    .join('\n');
