/** A quotation without a pinpoint: the reader cannot look it up. */
import type { Analysis, Quotation } from '../document/analysis.ts';
import { toSource } from '../text/prose.ts';
import type { Check } from './check.ts';
import { citationFor } from './cite.ts';
import { passageName } from './phrases.ts';

export const uncitedQuotation: Check = {
  id: 'uncited-quotation',
  severity: 'information',
  off: true,
  summary: 'a quotation has no pinpoint',
  *run(analysis) {
    for (const q of analysis.quotations) {
      if (!q.source || q.match === 'absent' || q.match === 'elsewhere') continue;
      if (q.text.split(' ').length < 4) continue;
      if (q.citation !== undefined && (analysis.citations[q.citation]?.pinpoints.length ?? 0) > 0) continue;
      const at = behind(analysis, q);
      yield {
        span: q.span,
        message: `This quotation of ${passageName(analysis, q.source)}, has no pinpoint.`,
        see: [q.source],
        fixes: [{ title: 'Insert the citation', edits: [{ span: { start: at, end: at }, text: citationFor(analysis, q) }] }],
      };
    }
  },
};

/** Behind the closing mark, or behind the words of a block quotation. */
function behind(analysis: Analysis, q: Quotation): number {
  const prose = analysis.markup.blocks[q.block]?.prose;
  // As a reader sees them, marks are one sign in every format: entities are decoded, `" is ”.
  const closing = prose && /^[.,;:!?…]{0,2}[”"»’'」』›“‘]/.exec(prose.text.slice(q.inProse.end, q.inProse.end + 4))?.[0].length;
  if (prose && closing && q.form === 'marks') return toSource(prose, { start: q.inProse.end, end: q.inProse.end + closing }).end;
  return q.span.end + (/^[.,;:!?]?(?:''|[”"»’'」』}“])|^[.!?]/.exec(analysis.text.slice(q.span.end, q.span.end + 4))?.[0].length ?? 0);
}
