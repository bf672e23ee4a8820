/** An instrument's own words, many in a row, without quotation marks. */
import type { Analysis } from '../document/analysis.ts';
import { findBorrowed } from '../document/borrowed.ts';
import type { Check } from './check.ts';
import { passageName, quote } from './phrases.ts';
import { citationFor } from './uncited-quotation.ts';

export const unattributedWords: Check = {
  id: 'unattributed-words',
  severity: 'hint',
  summary: 'eight or more of the instrument’s words in a row stand without quotation marks',
  *run(analysis) {
    if (analysis.self) return;
    for (const b of findBorrowed(analysis)) {
      const [open, close] = marksOf(analysis);
      const cited = analysis.citations.some(
        (c) => c.block === b.block && c.instrument === b.source.instrument && c.pinpoints.some((p) => p.paragraphs.includes(b.source.paragraph)),
      );
      yield {
        span: b.span,
        message: `These are the words of ${passageName(analysis, b.source)}, without quotation marks: ${quote(b.text, 90)}.`,
        see: [b.source],
        fixes: [
          {
            title: cited ? 'Put them in quotation marks' : 'Put them in quotation marks and cite them',
            edits: [
              { span: { start: b.span.start, end: b.span.start }, text: open },
              { span: { start: b.span.end, end: b.span.end }, text: cited ? close : close + citationFor(analysis, b) },
            ],
          },
        ],
      };
    }
  },
};

/** The quotation marks that the author uses. */
function marksOf(analysis: Analysis): readonly [string, string] {
  if (analysis.text.includes('“')) return ['“', '”'];
  if (analysis.format === 'latex') return ['``', "''"];
  return analysis.text.includes('"') ? ['"', '"'] : ['“', '”'];
}
