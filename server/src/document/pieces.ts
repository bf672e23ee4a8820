/** A quotation and its source side by side: what the author wrote and what stands there, cut where they differ. */
import type { Library } from '../instrument/library.ts';
import type { ChangeKind, Quotation } from './analysis.ts';
import { type Comparison, compare } from './compare.ts';
import { indexInstrument, toPassage } from './compare-places.ts';

interface Piece {
  readonly text: string;
  /** What differs here; `undefined` where both say the same. */
  readonly kind?: ChangeKind;
  /** The difference is shown by brackets or an ellipsis. */
  readonly marked?: boolean;
}

export interface SideBySide {
  readonly written: readonly Piece[];
  readonly stands: readonly Piece[];
}

/** True where every word is the text's, and what is not shown to differ is punctuation. */
export const isPunctuationAlone = (q: Quotation): boolean => q.match === 'altered' && q.changes.every((c) => c.marked || c.kind === 'punctuation');

/** Pieces in order; joined they are the quotation's text and its passage. `undefined` for words that stand in no known instrument. */
export function compareWords(quotation: Quotation, library: Library): SideBySide | undefined {
  const instrument = library.get(quotation.source?.instrument ?? '');
  if (!instrument || !quotation.source) return undefined;
  const { span } = quotation.source;
  const found = compare(quotation.text, instrument).find((c) => {
    const p = toPassage(instrument, c.place);
    return p.span.start === span.start && p.span.end === span.end;
  });
  if (!found) return undefined;
  const text = indexInstrument(instrument).text;
  return {
    written: cut(quotation.text, { start: 0, end: quotation.text.length }, found, 'written'),
    stands: cut(text, found.place, found, 'stands'),
  };
}

function cut(text: string, whole: { readonly start: number; readonly end: number }, c: Comparison, side: 'written' | 'stands'): readonly Piece[] {
  const out: Piece[] = [];
  const push = (start: number, end: number, rest: Omit<Piece, 'text'> = {}) => {
    if (end > start) out.push({ text: text.slice(start, end).replace(/\n/g, ' '), ...rest });
  };
  let at = whole.start;
  for (const d of c.differences.toSorted((a, b) => a[side].start - b[side].start)) {
    const { start, end } = d[side];
    if (start < at || end > whole.end) continue;
    push(at, start);
    push(start, end, { kind: d.kind, ...(d.marked ? { marked: true } : {}) });
    at = Math.max(at, end);
  }
  push(at, whole.end);
  return out;
}
