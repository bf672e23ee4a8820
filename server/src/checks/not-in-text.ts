/** Words presented as an instrument's that are not in it. */
import type { Analysis, Quotation } from '../document/analysis.ts';
import { nearestPassage } from '../document/nearest.ts';
import type { Check } from './check.ts';
import { nameOf, passageName, quote } from './phrases.ts';

export const notInText: Check = {
  id: 'not-in-text',
  severity: 'warning',
  summary: 'words presented as the instrument’s are not in its text',
  *run(analysis) {
    for (const q of analysis.quotations) {
      if (q.match === 'elsewhere' && q.source)
        yield {
          span: q.span,
          message: `These words are not in the text of ${nameOf(analysis, q.instrument)}; they stand in ${passageName(analysis, q.source)}.`,
          see: [q.source],
        };
      else if (q.match === 'absent') yield absent(analysis, q);
    }
  },
};

function absent(analysis: Analysis, q: Quotation) {
  const instrument = analysis.library.get(q.instrument);
  const near = instrument && nearestPassage(q.text, instrument);
  return {
    span: q.span,
    message: `These words are not in the text of ${nameOf(analysis, q.instrument)}.${near ? ` The nearest are ${quote(near.text, 120)} (${passageName(analysis, near.passage)}).` : ''}`,
    see: near ? [near.passage] : [],
  };
}
