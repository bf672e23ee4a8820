/** A quotation without a pinpoint: the reader cannot look it up. */
import type { Analysis, Quotation } from '../document/analysis.ts';
import { renderPinpoint } from '../document/restyle.ts';
import type { Check } from './check.ts';
import { inFormat, passageName } from './phrases.ts';

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
const behind = (analysis: Analysis, q: Quotation): number =>
  q.span.end + (/^[.,;:!?]?(?:''|[”"»’'」』}“])|^[.!?]/.exec(analysis.text.slice(q.span.end, q.span.end + 4))?.[0].length ?? 0);

/** " (Washington Declaration, para. 4)", the pinpoint as the document writes its others. */
export function citationFor(analysis: Analysis, q: { readonly source: Quotation['source'] }): string {
  if (!q.source) return '';
  const like = analysis.citations.flatMap((c) => (c.instrument === q.source?.instrument ? c.pinpoints : [])).find((p) => !p.inherited)?.text;
  const title = analysis.library.head(q.source.instrument)?.title ?? q.source.instrument;
  return ` (${inFormat(analysis, title)}, ${renderPinpoint(like ?? 'para. 1', [q.source.paragraph])})`;
}
