/** A block that is set in as a quotation may be an author's own words, with the text's within them in marks. */
import type { Quotation } from './analysis.ts';
import { QUOTATION } from './quoted.ts';

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** True when hardly a word around a faithful quotation within the block stands in the text; `inside` are the quotations within. */
export function isOwnProse(block: Quotation, inside: readonly Quotation[]): boolean {
  const quoted = inside.filter((q) => (q.match === 'verbatim' || q.match === 'marked') && countWords(q.text) >= QUOTATION);
  if (quoted.length === 0 || block.match === 'verbatim' || block.match === 'marked') return false;
  if (block.match !== 'altered') return true;
  const within = (s: { readonly start: number }): boolean => quoted.some((q) => q.span.start <= s.start && s.start < q.span.end);
  const around = countWords(block.text) - quoted.reduce((sum, q) => sum + countWords(q.text), 0);
  const changed = block.changes.filter((c) => !c.marked && !within(c.span)).reduce((sum, c) => sum + countWords(c.written), 0);
  return 2 * changed >= around;
}
