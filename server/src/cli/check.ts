/** `check`: findings only, for people, for programs, and for the services that annotate changes. */
import type { Severity } from '../checks/check.ts';
import { optionsOf } from './annotate.ts';
import { toGithub } from './github.ts';
import type { Arguments } from './options.ts';
import { sarifEnd, sarifOf, sarifStart } from './sarif.ts';
import { startSession } from './session.ts';
import { findingShape } from './shapes.ts';
import { summary, toText } from './text.ts';
import { Usage, type World } from './world.ts';

const RANK: Readonly<Record<Severity | 'never', number>> = { hint: 0, information: 1, warning: 2, error: 3, never: 4 };

export async function check(args: Arguments, world: World): Promise<number> {
  const paths = args.paths;
  if (paths.length === 0) throw new Usage('check: name a file or a folder');
  const format = args.string('format') ?? 'text';
  const level = RANK[(args.string('fail-on') ?? 'warning') as Severity | 'never'];
  const session = await startSession(world, optionsOf(args), paths);
  const documents = await session.documents(paths);
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  let files = 0;
  let touched = 0;
  let first = true;
  const put = async (text: string) => {
    if (text !== '') await world.out(text);
  };
  if (format === 'json') await put('{"version":1,"documents":[');
  if (format === 'sarif') await put(sarifStart(world.version));
  for await (const { path, reading } of documents) {
    const { analysis } = reading;
    const findings = session.service.findings(reading);
    files++;
    if (findings.length > 0) touched++;
    for (const f of findings) counts[f.severity]++;
    if (format === 'text') await put(toText(path, analysis, findings, world.color));
    else if (format === 'github') await put(toGithub(path, analysis, findings));
    else if (format === 'json') {
      await put(`${first ? '' : ',\n'}${JSON.stringify({ path, language: analysis.format, findings: findings.map((f) => findingShape(analysis.text, f)) })}`);
      first = false;
    } else
      for (const f of findings) {
        await put(`${first ? '' : ',\n'}${JSON.stringify(sarifOf(path, analysis, f))}`);
        first = false;
      }
  }
  if (format === 'json') await put(']}\n');
  if (format === 'sarif') await put(sarifEnd(session.failures === 0));
  if (format === 'text') await put(summary(counts, files, touched, world.color));
  if (session.failures > 0) return 2;
  return (Object.keys(counts) as Severity[]).some((s) => counts[s] > 0 && RANK[s] >= level) ? 1 : 0;
}
