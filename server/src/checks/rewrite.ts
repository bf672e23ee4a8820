/** Words of a document written anew: only what differs is touched, so that wraps, ties, entities and markup beside it stay. */
import type { Analysis } from '../document/analysis.ts';
import type { Prose } from '../text/prose.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { Edit } from './check.ts';
import { inFormat } from './phrases.ts';

/**
 * The edit that makes the prose of a block read `text` from `place.start` to `place.end`; `undefined` where markup stands in what would
 * go. `written` puts the new letters into the format's signs.
 */
export function rewritten(
  analysis: Analysis,
  block: number,
  place: Span,
  text: string,
  written: (added: string) => string = (added) => inFormat(analysis, added),
): Edit | undefined {
  const prose = analysis.markup.blocks[block]?.prose;
  if (!prose) return undefined;
  const old = prose.text.slice(place.start, place.end);
  let head = 0;
  while (head < old.length && head < text.length && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < text.length - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  const from = place.start + head;
  const to = place.end - tail;
  const at = from < to ? toSource(prose, { start: from, end: to }) : { start: behindOf(prose, from), end: behindOf(prose, from) };
  if (/[<>{}*_`]/.test(analysis.text.slice(at.start, at.end))) return undefined;
  return { span: at, text: written(text.slice(head, text.length - tail)) };
}

/** The offset in the file right behind the character before the offset in the prose. */
export const behindOf = (prose: Prose, offset: number): number =>
  offset > 0 ? toSource(prose, { start: offset - 1, end: offset }).end : toSource(prose, { start: 0, end: 0 }).start;
