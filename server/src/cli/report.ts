/** `report`: the audit of documents, for the file that goes with them. */
import { createHash } from 'node:crypto';
import { type Audited, reportHtml, reportMarkdown } from '../features/report.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { optionsOf } from './annotate.ts';
import type { Arguments } from './options.ts';
import { startSession } from './session.ts';
import { Usage, type World } from './world.ts';

export async function report(args: Arguments, world: World): Promise<number> {
  if (args.paths.length === 0) throw new Usage('report: name a file');
  const session = await startSession(world, optionsOf(args), args.paths);
  const documents: Audited[] = [];
  for await (const { path, reading } of await session.documents(args.paths))
    documents.push({ path, analysis: reading.analysis, findings: session.service.findings(reading) });
  const hash = (i: Instrument) => createHash('sha256').update(i.text).digest('hex');
  await world.out((args.string('format') === 'html' ? reportHtml : reportMarkdown)(documents, hash, world.version));
  return session.failures > 0 ? 2 : 0;
}
