/** Keeps what the quotations of a paragraph were found to be, so that an edit elsewhere finds them again; only their places are made anew. */
import type { Library } from '../instrument/library.ts';
import type { Block } from '../text/markup/markup.ts';
import { ofBlocksAnd, wordsAsFact } from '../text/remember.ts';
import type { Citation, Quotation, Resolved } from './analysis.ts';
import type { Quoted } from './quoted.ts';

/** A judgement, and which citation of the block or of one beside it the quotation is tied to. */
interface Judged {
  quotation: Quotation | undefined;
  readonly tie?: { readonly beside: number; readonly nth: number };
  /** Tied to a citation that does not stand near: not to be kept. */
  readonly far: boolean;
}

const keepers = new WeakMap<Library, ReturnType<typeof ofBlocksAnd<Judged>>>();

function keeperOf(library: Library): ReturnType<typeof ofBlocksAnd<Judged>> {
  const known = keepers.get(library);
  if (known) return known;
  const made = ofBlocksAnd<Judged>((j, by, index) => ({ ...j, quotation: j.quotation && moved(j.quotation, by, index) }));
  keepers.set(library, made);
  return made;
}

const moved = (q: Quotation, by: number, block: number): Quotation => ({
  ...q,
  span: { start: q.span.start + by, end: q.span.end + by },
  block,
  changes: q.changes.map((c) => ({ ...c, span: { start: c.span.start + by, end: c.span.end + by } })),
});

/** All that a citation says, but for where its block stands. */
const tell = (c: Citation): string =>
  `${c.inProse.start} ${c.inProse.end} ${c.form} ${c.instrument ?? ''} ${c.other ?? ''} ${c.candidates?.join() ?? ''}${c.pinpoints
    .map(
      (p) =>
        `(${p.block - c.block} ${p.inProse.start} ${p.inProse.end} ${p.inherited ? 'i' : ''}${p.span.start <= c.span.start ? '<' : ''} ${p.paragraphs.join()} ${p.unknown.join()})`,
    )
    .join('')}`;

/**
 * Judges the quotations of a document, each by `judge` where it is new. Kept are those that hang on nothing but their block, the blocks
 * beside it, and the instruments: no block quotations, and none in notes or with notes on them.
 */
export function createQuotationMemory(resolved: Resolved, judge: (q: Quoted) => Quotation | undefined): (q: Quoted) => Quotation | undefined {
  const { markup, citations, cites, library } = resolved;
  const { blocks } = markup;
  const keep = keeperOf(library);
  const cited = cites.map((c) => c.instrument.id).join();
  const byBlock = new Map<number, number[]>();
  citations.forEach((c, i) => {
    const list = byBlock.get(c.block);
    if (list) list.push(i);
    else byBlock.set(c.block, [i]);
  });
  const told = new Map<number, string>();
  const tellBlock = (index: number): string => {
    let said = told.get(index);
    if (said === undefined) {
      const block = blocks[index];
      said = block ? `${block.kind} ${block.stream} ${(byBlock.get(index) ?? []).map((i) => tell(citations[i] as Citation)).join('\n')}` : '';
      told.set(index, said);
    }
    return said;
  };
  /** What the quotations of the block hang on; `undefined` when that is not all at hand. */
  const around = (index: number): { readonly key: string; readonly facts: readonly unknown[] } | undefined => {
    const block = blocks[index] as Block;
    if (block.note !== undefined || block.quote || block.inlines.some((i) => i.kind === 'note')) return undefined;
    let key = `${cited}\f${tellBlock(index)}\f${tellBlock(index - 1)}\f${tellBlock(index + 1)}\f`;
    for (const i of block.inlines)
      if (i.kind === 'cite' || i.kind === 'quote') key += `${i.kind} ${i.span.start} ${i.span.end} ${i.kind === 'cite' && i.narrative} `;
    return { key, facts: [wordsAsFact(blocks[index - 1]?.prose), wordsAsFact(blocks[index + 1]?.prose)] };
  };
  let last: { readonly block: number; readonly around: ReturnType<typeof around> } | undefined;
  return (q) => {
    if (last?.block !== q.block) last = { block: q.block, around: around(q.block) };
    const known = last.around;
    if (!known || q.form !== 'marks') return judge(q);
    const { prose } = blocks[q.block] as Block;
    const make = (): Judged => {
      const quotation = judge(q);
      const tied = quotation?.citation === undefined ? undefined : citations[quotation.citation];
      if (!quotation || !tied) return { quotation, far: false };
      const beside = tied.block - q.block;
      return { quotation, tie: { beside, nth: (byBlock.get(tied.block) ?? []).indexOf(quotation.citation as number) }, far: Math.abs(beside) > 1 };
    };
    const judged = keep({ prose, index: q.block }, `${q.inner.start} ${q.inner.end}\f${known.key}`, known.facts, make);
    if (judged.far) return judge(q);
    const { tie, quotation } = judged;
    if (!tie || !quotation) return quotation;
    const citation = byBlock.get(q.block + tie.beside)?.[tie.nth] as number;
    if (citation !== quotation.citation) judged.quotation = { ...quotation, citation };
    return judged.quotation;
  };
}
