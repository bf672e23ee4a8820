/** `find`: full-text search through the known declarations. */
import { fileURLToPath } from 'node:url';
import { nameOf } from '../features/render.ts';
import { findInLibrary } from '../find.ts';
import { linesOf } from '../lines.ts';
import { optionsOf } from './annotate.ts';
import type { Arguments } from './options.ts';
import { startSession } from './session.ts';
import { Usage, type World } from './world.ts';

export async function find(args: Arguments, world: World): Promise<number> {
  const query = args.paths.join(' ');
  if (!/[\p{L}\p{N}]/u.test(query)) throw new Usage('find: name the words to look for');
  const most = Number(args.string('most') ?? 20);
  if (!Number.isInteger(most) || most < 1) throw new Usage(`--most is a number above 0, not “${args.string('most')}”`);
  const { service } = await startSession(world, optionsOf(args));
  const { hits, matching } = await findInLibrary(service.shelf, query, () => false, most);
  const shown = hits.map((h) => {
    const at = linesOf(h.source.text).at(h.span.start);
    const path = h.source.uri?.startsWith('file:') ? fileURLToPath(h.source.uri) : h.source.path;
    return {
      id: h.instrument,
      title: h.title,
      paragraph: h.paragraph,
      path,
      line: at.line + 1,
      column: at.character + 1,
      start: h.span.start,
      end: h.span.end,
      snippet: h.snippet,
    };
  });
  if (args.string('format') === 'json') await world.out(`${JSON.stringify({ version: 1, query, matching, hits: shown })}\n`);
  else for (const h of shown) await world.out(`${h.title}, ${nameOf(h.paragraph)}\n  ${h.path}:${h.line}:${h.column}\n  ${h.snippet}\n\n`);
  return hits.length > 0 ? 0 : 1;
}
