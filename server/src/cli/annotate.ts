/** `annotate`: everything that is read in documents, one object each, written as soon as it is known. */
import { formatOfLanguage, formatOfPath } from '../text/markup/index.ts';
import { linesIn, objectOn } from './ndjson.ts';
import type { Arguments } from './options.ts';
import { startSession } from './session.ts';
import { documentShape } from './shapes.ts';
import { reasonOf, Usage, type World } from './world.ts';

export async function annotate(args: Arguments, world: World): Promise<number> {
  if (args.flag('stdin-ndjson')) return filter(args, world);
  if (args.paths.length === 0) throw new Usage('annotate: name a file or a folder, or use --stdin-ndjson');
  const session = await startSession(world, optionsOf(args), args.paths);
  const documents = await session.documents(args.paths);
  const lines = args.string('format') === 'ndjson';
  let n = 0;
  if (!lines) await world.out('{"version":1,"documents":[');
  for await (const { path, reading } of documents) {
    const shape = JSON.stringify(documentShape(path, reading.analysis, session.service.findings(reading)));
    await world.out(lines ? `${shape}\n` : `${n++ > 0 ? ',\n' : ''}${shape}`);
  }
  if (!lines) await world.out(']}\n');
  return session.failures > 0 ? 2 : 0;
}

export const optionsOf = (args: Arguments) => {
  const config = args.string('config');
  return { library: args.strings('library'), ...(config === undefined ? {} : { config }) };
};

/** Line for line, in order; a line that is no document gets its error in its place. */
async function filter(args: Arguments, world: World): Promise<number> {
  if (args.paths.length > 0) throw new Usage('annotate: with --stdin-ndjson no paths are read');
  const session = await startSession(world, optionsOf(args));
  let failed = false;
  for await (const line of linesIn(world.stdin)) {
    if (line.trim() === '') continue;
    const o = objectOn(line);
    const path = typeof o?.path === 'string' ? o.path : null;
    const answer = async () => {
      if (o === undefined) throw new Error('not a JSON object');
      if (path === null) throw new Error('no "path"');
      if (typeof o.text !== 'string') throw new Error('no "text"');
      const format = typeof o.language === 'string' ? formatOfLanguage(o.language) : formatOfPath(path);
      if (format === undefined) throw new Error('this kind of file is not read');
      const reading = await session.read(path, o.text, format);
      return documentShape(path, reading.analysis, session.service.findings(reading));
    };
    const shape = await answer().catch((e: unknown) => {
      failed = true;
      return { path, error: reasonOf(e) };
    });
    await world.out(`${JSON.stringify(shape)}\n`);
  }
  return failed ? 2 : 0;
}
