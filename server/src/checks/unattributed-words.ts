/** An instrument's own words, many in a row, without quotation marks. */
import type { Analysis } from '../document/analysis.ts';
import { type Borrowed, findBorrowed } from '../document/borrowed.ts';
import type { Span } from '../text/span.ts';
import type { Check } from './check.ts';
import { citationFor } from './cite.ts';
import { marksOf } from './marks.ts';
import { passageName, quote } from './phrases.ts';

export const unattributedWords: Check = {
  id: 'unattributed-words',
  severity: 'hint',
  summary: 'eight or more of the instrument’s words in a row stand without quotation marks',
  *run(analysis) {
    if (analysis.self) return;
    const borrowed = findBorrowed(analysis);
    const copied = copiedFrom(analysis, borrowed);
    for (const b of borrowed) {
      if (copied.has(b.source.instrument)) continue;
      const [open, close] = marksOf(analysis);
      const around = withEmphasis(analysis.text, b.span);
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
              { span: { start: around.start, end: around.start }, text: open },
              { span: { start: around.end, end: around.end }, text: cited ? close : close + citationFor(analysis, b) },
            ],
          },
        ],
      };
    }
  },
};

/** Below so many characters a borrowed sentence is a borrowed sentence, however short the document. */
const COPY = 600;

/** The instruments of whose words more than half of the document is made: it is a copy, an edition or an excerpt, and borrows nothing. */
function copiedFrom(analysis: Analysis, borrowed: readonly Borrowed[]): ReadonlySet<string> {
  const whole = analysis.markup.blocks.reduce((sum, b) => sum + b.prose.text.length, 0);
  const shares = new Map<string, number>();
  for (const b of borrowed) shares.set(b.source.instrument, (shares.get(b.source.instrument) ?? 0) + b.text.length);
  return new Set([...shares].filter(([, length]) => length > COPY && length > whole / 2).map(([id]) => id));
}

/** Emphasis that opens right before the words and closes within them, or the other way about, goes inside the marks with them. */
function withEmphasis(text: string, { start, end }: Span): Span {
  const before = /(?:<(em|i|b|strong)>|\\(?:emph|textit|textbf)\{|[*_/]{1,3})$/.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
  const behind = /^(?:<\/(?:em|i|b|strong)>|\}|[*_/]{1,3})/.exec(text.slice(end, end + 9))?.[0] ?? '';
  const words = text.slice(start, end);
  const closes = before !== '' && words.includes(before.startsWith('<') ? before.replace('<', '</') : before.startsWith('\\') ? '}' : before);
  const opens = behind !== '' && words.includes(behind.startsWith('<') ? behind.replace('</', '<') : behind === '}' ? '{' : behind);
  return { start: closes ? start - before.length : start, end: opens ? end + behind.length : end };
}
