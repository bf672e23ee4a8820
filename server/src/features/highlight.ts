/** Document highlight: all places of the document that speak of the same thing as the one under the cursor. */
import type { Analysis } from '../document/analysis.ts';
import type { Span } from '../text/span.ts';
import { thingsAt } from './thing.ts';

export function highlight(analysis: Analysis, offset: number): readonly Span[] {
  for (const thing of thingsAt(analysis, offset)) {
    switch (thing.kind) {
      case 'mention': {
        const m = thing.mention;
        return analysis.mentions.filter((x) => x.short === m.short && x.long === m.long && x.instrument === m.instrument).map((x) => x.span);
      }
      case 'term':
        return thing.term.uses;
      case 'pinpoint': {
        const { citation, pinpoint } = thing;
        return analysis.citations
          .filter((c) => c.instrument === citation.instrument)
          .flatMap((c) => c.pinpoints)
          .filter((p) => !p.inherited && p.paragraphs.some((l) => pinpoint.paragraphs.includes(l)))
          .map((p) => p.span);
      }
      case 'citation':
        return thing.citation.instrument === undefined ? [] : analysis.citations.filter((c) => c.instrument === thing.citation.instrument).map((c) => c.span);
    }
  }
  return [];
}
