/** `acronyms`: the extractor that reads declarations, as a filter. */
import { findAcronyms } from '../instrument/acronyms.ts';
import { linesIn, objectOn } from './ndjson.ts';
import type { World } from './world.ts';

export async function acronyms(world: World): Promise<number> {
  let failed = false;
  for await (const line of linesIn(world.stdin)) {
    if (line.trim() === '') continue;
    const o = objectOn(line);
    if (typeof o?.text !== 'string') {
      failed = true;
      await world.out(`${JSON.stringify({ id: o?.id ?? null, error: o === undefined ? 'not a JSON object' : 'no "text"' })}\n`);
      continue;
    }
    const { short, long, pairs } = findAcronyms(o.text);
    const shape = {
      id: o.id ?? null,
      short: short.map((s) => [s.start, s.end]),
      long: long.map((s) => [s.start, s.end]),
      pairs: pairs.map((p) => [p.short.start, p.short.end, p.long.start, p.long.end]),
    };
    await world.out(`${JSON.stringify(shape)}\n`);
  }
  return failed ? 2 : 0;
}
