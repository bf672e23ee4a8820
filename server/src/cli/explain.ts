/** `explain`: the page of a check, as it stands in the documentation. */
import pages from 'virtual:pages';
import { CHECKS } from '../checks/index.ts';
import { meant } from './meant.ts';
import type { Arguments } from './options.ts';
import { Usage, type World } from './world.ts';

export async function explain(args: Arguments, world: World): Promise<number> {
  const [id] = args.paths;
  if (id === undefined) {
    const width = Math.max(0, ...CHECKS.map((c) => c.id.length));
    await world.out(CHECKS.map((c) => `${c.id.padEnd(width)}  ${(c.off ? 'off' : c.severity).padEnd(11)}  ${c.summary}\n`).join(''));
    return 0;
  }
  const page = Object.hasOwn(pages, id) ? pages[id] : undefined;
  const ids = CHECKS.map((c) => c.id);
  if (page === undefined) throw new Usage(`there is no check “${id}”${meant(id, ids)}; there are ${ids.join(', ')}`);
  await world.out(page.endsWith('\n') ? page : `${page}\n`);
  return 0;
}
