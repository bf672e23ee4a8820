/** Keeps the claims that a sentence was read as, so that an edit elsewhere finds them again; only their places are made anew. */
import type { Instrument } from '../instrument/instrument.ts';
import type { Block } from '../text/markup/markup.ts';
import { toSource, unplaced } from '../text/prose.ts';
import { ofBlocksAnd } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import type { Citation, Claim, Pinpoint, Quotation } from './analysis.ts';

/** What is known around a sentence: nothing in it says where in the file the sentence stands, so that what is read from it can be kept. */
export interface Around {
  readonly block: Pick<Block, 'prose'>;
  /** The citations in the sentence. */
  readonly inside: readonly (Pick<Citation, 'inProse' | 'instrument'> & { readonly pinpoints: readonly Pick<Pinpoint, 'paragraphs'>[] })[];
  readonly instrument: Instrument;
  /** Another text was named last, or this one long before and others too. */
  readonly doubtful: 'another' | 'far' | undefined;
  /** The paragraphs cited last. */
  readonly recent: readonly string[];
  /** Those of the block. */
  readonly quotations: readonly Pick<Quotation, 'inProse' | 'text'>[];
}

const keep = ofBlocksAnd<readonly Claim[]>((claims, by, block) =>
  claims.map((c) => ({ ...c, block, span: moved(c.span, by), operative: moved(c.operative, by) })),
);

const moved = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });

/**
 * What `read` gives for the sentence, which it is asked only when words or circumstances are new. `said` tells the citations of the block;
 * without it the sentence is read anew.
 */
export function claimsOf(
  around: Around,
  index: number,
  said: object | undefined,
  sentence: Span,
  read: (around: Around, sentence: Span) => readonly Claim[],
): readonly Claim[] {
  const { prose } = around.block;
  const make = (): readonly Claim[] =>
    read({ ...around, block: { prose: unplaced(prose) } }, sentence).map((c) => ({
      ...c,
      block: index,
      span: toSource(prose, c.span),
      operative: toSource(prose, c.operative),
    }));
  if (!said && around.inside.length > 0) return make();
  let key = `${sentence.start} ${sentence.end}${around.doubtful ?? ''}`;
  for (const q of around.quotations) if (q.inProse.end > sentence.start && q.inProse.start < sentence.end) key += ` ${q.inProse.start} ${q.inProse.end}`;
  return keep({ prose, index }, key, [around.instrument, said, around.recent.join('\n')], make);
}
