/** Which characters of a text are already spoken for: asked in the time of the span in question, however many spans there are. */
import type { Span } from '../text/span.ts';

interface Cover {
  add(span: Span): void;
  /** True when nothing that was added shares a character with the span; an empty span is always free. */
  free(span: Span): boolean;
}

/** For a text of the length; what lies beyond it is free. */
export function coverOf(length: number): Cover {
  const taken = new Uint8Array(length);
  return {
    add: ({ start, end }) => {
      taken.fill(1, start, Math.max(start, end));
    },
    free: ({ start, end }) => !taken.subarray(start, Math.max(start, end)).includes(1),
  };
}

/** How many of the items, in order and overlapping nothing, end at the offset or before it. */
export function countBefore(items: readonly { readonly span: Span }[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.span.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
