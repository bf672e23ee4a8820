/** The document's own pairings of short forms and names: in prose, in legends, and in neighbouring cells of a table. */
import { findPairs } from '../instrument/acronyms.ts';
import { expansionAfter, expansionBefore } from '../instrument/alignment.ts';
import { wordsOf } from '../instrument/alignment-words.ts';
import type { Block } from '../text/markup/markup.ts';
import { toSource } from '../text/prose.ts';
import { ofWords } from '../text/remember.ts';
import type { Span } from '../text/span.ts';

export interface Definition {
  /** Without plural or possessive. */
  readonly short: string;
  readonly long: string;
  /** Both in the file. */
  readonly shortSpan: Span;
  readonly longSpan: Span;
}

const singular = (short: string): string => short.replace(/(?<=[\p{Lu}.])(?:[’']?s)$/u, '');

/** "Article VI of the NPT [art. VI]" cites; it names nothing. */
const PINPOINT = /^(?:articles?|arts?|paras?|pars?|pp?|sections?|secs?|clauses?|cls?|chapters?|chs?|annex|nos?|fn|nn?)\b\.?\s?[\dIVXLC(]/i;

/** The pairings in a block's words; spans are in the prose. A short form without a capital ("wt") or of one letter is a shorthand of the passage, not a
 *  name to be followed through a document. */
const pairsIn = ofWords((text) =>
  findPairs(text).flatMap((p) => {
    const short = singular(text.slice(p.short.start, p.short.end));
    return /\p{Lu}/u.test(short) && !PINPOINT.test(short) ? [{ ...p, name: short, meaning: text.slice(p.long.start, p.long.end) }] : [];
  }),
);

const SHORT_CELL = /^[\p{Lu}\p{N}][\p{L}\p{N}.&/-]{1,11}$/u;

/** A table of abbreviations has the short form in one cell and the name, and no more, in the one beside it. */
function inCells(cell: Block, beside: Block | undefined): Definition | undefined {
  if (!beside?.cell || !cell.cell || beside.cell.table !== cell.cell.table || beside.cell.row !== cell.cell.row) return undefined;
  const short = cell.prose.text;
  const text = beside.prose.text;
  if (!SHORT_CELL.test(short) || !/\p{Lu}.*\p{Lu}/u.test(short) || text.length > 160) return undefined;
  const words = wordsOf(text, 0, text.length);
  if (words.length < 2) return undefined;
  for (const found of [expansionAfter(words, short, 0.6, true), expansionBefore(words, short, 0.7)])
    if (found && found.span.end - found.span.start >= text.replace(/[\s.;,]+$/, '').length - 4)
      return {
        short,
        long: text.slice(found.span.start, found.span.end),
        shortSpan: toSource(cell.prose, { start: 0, end: short.length }),
        longSpan: toSource(beside.prose, found.span),
      };
  return undefined;
}

const known = new WeakMap<readonly Block[], readonly Definition[]>();

/** All pairings in the order of the document. */
export function definitionsIn(blocks: readonly Block[]): readonly Definition[] {
  let found = known.get(blocks);
  if (!found) {
    found = findDefinitions(blocks);
    known.set(blocks, found);
  }
  return found;
}

function findDefinitions(blocks: readonly Block[]): readonly Definition[] {
  const out: Definition[] = [];
  blocks.forEach((block, i) => {
    const { prose } = block;
    for (const p of pairsIn(prose)) out.push({ short: p.name, long: p.meaning, shortSpan: toSource(prose, p.short), longSpan: toSource(prose, p.long) });
    if (block.kind === 'cell')
      for (const beside of [blocks[i - 1], blocks[i + 1]]) {
        const pair = inCells(block, beside);
        if (pair) out.push(pair);
      }
  });
  return out;
}

/** From the first to the last of a pairing, in the file. Cells of a row may stand in either order. */
export const hullOf = (d: Definition): Span => ({ start: Math.min(d.shortSpan.start, d.longSpan.start), end: Math.max(d.shortSpan.end, d.longSpan.end) });
