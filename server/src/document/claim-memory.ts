/** Keeps the claims that a sentence was read as, so that an edit elsewhere finds them again; only their places are made anew. */
import type { Instrument } from '../instrument/instrument.ts';
import type { Block } from '../text/markup/markup.ts';
import { toSource, unplaced } from '../text/prose.ts';
import { ofWordsAnd } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import type { Citation, Claim, Pinpoint, Quotation } from './analysis.ts';

/** What is known around a sentence: nothing in it says where in the file the sentence stands, so that what is read from it can be kept. */
export interface Around {
  readonly block: Pick<Block, 'prose'>;
  /** The citations in the sentence. */
  readonly inside: readonly (Pick<Citation, 'inProse' | 'instrument'> & { readonly pinpoints: readonly Pick<Pinpoint, 'paragraphs'>[] })[];
  readonly instrument: Instrument;
  /** The paragraphs cited last. */
  readonly recent: readonly string[];
  /** Those of the block. */
  readonly quotations: readonly Pick<Quotation, 'inProse' | 'text'>[];
}

const known = new WeakMap<Instrument, ReturnType<typeof ofWordsAnd<readonly Claim[]>>>();

/** What `read` gives for the sentence, which it is asked only when words or circumstances are new. */
export function claimsOf(around: Around, index: number, sentence: Span, read: (around: Around, sentence: Span) => readonly Claim[]): readonly Claim[] {
  const keep = known.get(around.instrument) ?? ofWordsAnd<readonly Claim[]>();
  known.set(around.instrument, keep);
  const { prose } = around.block;
  let key = `${sentence.start} ${sentence.end}`;
  for (const c of around.inside) key += `|${c.inProse.start} ${c.inProse.end} ${c.instrument} ${c.pinpoints.map((p) => p.paragraphs.join('\t')).join('\n')}`;
  for (const q of around.quotations) if (q.inProse.end > sentence.start && q.inProse.start < sentence.end) key += `"${q.inProse.start} ${q.inProse.end}`;
  key += `<${around.recent.join('\t')}`;
  const claims = keep(prose, key, () => read({ ...around, block: { prose: unplaced(prose) } }, sentence));
  return claims.length === 0 ? claims : claims.map((c) => ({ ...c, block: index, span: toSource(prose, c.span), operative: toSource(prose, c.operative) }));
}
