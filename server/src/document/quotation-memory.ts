/** Keeps what the quotations of a paragraph were found to be, so that an edit elsewhere finds them again; only their places are made anew. */
import type { Block } from '../text/markup/markup.ts';
import { ofBlocksAnd, wordsAsFact } from '../text/remember.ts';
import type { Quotation, Resolved } from './analysis.ts';
import type { Quoted } from './quoted.ts';

/** A judgement, and which citation of the block or of one beside it the quotation is tied to. */
interface Judged {
  quotation: Quotation | undefined;
  readonly tie?: { readonly beside: number; readonly nth: number };
  /** Tied to a citation that does not stand near: not to be kept. */
  readonly far: boolean;
}

const keep = ofBlocksAnd<Judged>((j, by, index) => ({ ...j, quotation: j.quotation && moved(j.quotation, by, index) }));

const moved = (q: Quotation, by: number, block: number): Quotation => ({
  ...q,
  span: { start: q.span.start + by, end: q.span.end + by },
  block,
  changes: q.changes.map((c) => ({ ...c, span: { start: c.span.start + by, end: c.span.end + by } })),
});

/**
 * Judges the quotations of a document, each by `judge` where it is new. Kept are those that hang on nothing but their block, the blocks
 * beside it, and the instruments: no block quotations, and none in notes or with notes on them.
 */
export function createQuotationMemory(resolved: Resolved, judge: (q: Quoted) => Quotation | undefined): (q: Quoted) => Quotation | undefined {
  const { markup, citations, cites, library, said } = resolved;
  const { blocks } = markup;
  const cited = cites.map((c) => c.instrument.id).join();
  const byBlock = new Map<number, number[]>();
  citations.forEach((c, i) => {
    const list = byBlock.get(c.block);
    if (list) list.push(i);
    else byBlock.set(c.block, [i]);
  });
  /** What the block says and how it stands, each as a fact; `undefined` when it has citations that are not remembered. */
  const factsOf = (index: number): readonly unknown[] | undefined => {
    const block = blocks[index];
    if (!block) return ['none'];
    const known = said.get(index);
    if (known === undefined && byBlock.has(index)) return undefined;
    return [known, block.kind, block.stream, wordsAsFact(block.prose)];
  };
  /** What the quotations of the block hang on; `undefined` when that is not all at hand. */
  const around = (index: number): { readonly key: string; readonly facts: readonly unknown[] } | undefined => {
    const block = blocks[index] as Block;
    // In a table and in notes they hang on more than what stands beside.
    if (block.note !== undefined || block.quote || block.cell || block.inlines.some((i) => i.kind === 'note')) return undefined;
    // A list's lead-in stands above all its items.
    if (block.kind === 'item' && /^\W/.test(block.prose.text)) return undefined;
    const [own, before, behind] = [factsOf(index), factsOf(index - 1), factsOf(index + 1)];
    if (!own || !before || !behind) return undefined;
    let key = cited;
    for (const i of block.inlines)
      if (i.kind === 'cite' || i.kind === 'quote') key += ` ${i.kind} ${i.span.start} ${i.span.end} ${i.kind === 'cite' && i.narrative}`;
    return { key, facts: [library, ...own, ...before, ...behind] };
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
    const judged = keep({ prose, index: q.block }, `${q.inner.start} ${q.inner.end} ${known.key}`, known.facts, make);
    if (judged.far) return judge(q);
    const { tie, quotation } = judged;
    if (!tie || !quotation) return quotation;
    const citation = byBlock.get(q.block + tie.beside)?.[tie.nth] as number;
    if (citation !== quotation.citation) judged.quotation = { ...quotation, citation };
    return judged.quotation;
  };
}
