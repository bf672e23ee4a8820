/** Document links: a citation opens its declaration at its first paragraph, a pinpoint at the paragraph it names. */
import type { Analysis, Passage } from '../document/analysis.ts';
import type { Span } from '../text/span.ts';
import { nameOf, placesOf } from './render.ts';

export interface Link {
  readonly span: Span;
  readonly passage: Passage;
  readonly tooltip: string;
}

export function links(analysis: Analysis): readonly Link[] {
  const out: Link[] = [];
  for (const c of analysis.citations) {
    const instrument = c.instrument === undefined ? undefined : analysis.library.get(c.instrument);
    if (instrument === undefined) continue;
    for (const pinpoint of c.pinpoints) {
      const p = pinpoint.inherited ? undefined : pinpoint.paragraphs.flatMap((l) => placesOf(instrument, l))[0]?.paragraph;
      if (p)
        out.push({
          span: pinpoint.span,
          passage: { instrument: instrument.id, paragraph: p.label, span: p.span },
          tooltip: `${instrument.title}, ${nameOf(p.label)}`,
        });
    }
  }
  return out.sort((a, b) => a.span.start - b.span.start);
}
