/** Spans: half-open ranges of UTF-16 code units, the only way below `lsp/` and `cli/` to say where something stands. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const length = (s: Span): number => s.end - s.start;

/** True when the offset lies in the span or at its end, as a cursor placed behind the last letter still means the word. */
export const touches = (s: Span, offset: number): boolean => offset >= s.start && offset <= s.end;

export const contains = (outer: Span, inner: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** How many code units the two spans have in common; 0 when they only touch. */
export const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** The smallest span that holds all the given ones; `undefined` for none. */
export const hull = (spans: Iterable<Span>): Span | undefined => {
  let start = Infinity;
  let end = -Infinity;
  for (const s of spans) {
    start = Math.min(start, s.start);
    end = Math.max(end, s.end);
  }
  return start === Infinity ? undefined : { start, end };
};

export const byStart = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
