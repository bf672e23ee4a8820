/** Folding: in a declaration each paragraph folds, and its front matter. Other documents fold as their own language says. */
import type { Analysis } from '../document/analysis.ts';
import type { Span } from '../text/span.ts';

export function folding(analysis: Analysis): readonly Span[] {
  const self = analysis.self;
  if (self === undefined) return [];
  const front = /^\uFEFF?---\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/.exec(analysis.text);
  return [...(front ? [{ start: 0, end: front[0].length }] : []), ...self.paragraphs.map((p) => p.span)];
}
