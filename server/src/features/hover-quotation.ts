/** Hover of a quotation: what the author wrote beside what stands in the text, or beside what comes nearest. */
import type { Analysis, Quotation } from '../document/analysis.ts';
import { nearestPassage } from '../document/nearest.ts';
import { compareWords, isPunctuationAlone, type SideBySide } from '../document/pieces.ts';
import type { Commitment, Instrument, Paragraph } from '../instrument/instrument.ts';
import { overlap, type Span } from '../text/span.ts';
import { cell, escaped, inParagraph, type LinkTo, type Mark, marked, paragraphOf, renderCommitment, renderPassage, sections } from './render.ts';

const OUTCOME = {
  verbatim: 'The words stand in the text.',
  marked: 'The words stand in the text; every change is shown.',
  altered: 'The words differ from the text in a way that is not shown.',
  absent: 'These words are not in the text.',
  elsewhere: 'These words stand in another text.',
} as const;

export function hoverQuotation(analysis: Analysis, q: Quotation, to: LinkTo, said: readonly string[]): string {
  const attributed = analysis.library.get(q.instrument);
  const source = q.source && analysis.library.get(q.source.instrument);
  const p = source && q.source && paragraphOf(source, q.source.paragraph);
  const outcome =
    q.match === 'absent' && attributed
      ? `These words are not in the text of ${theTitle(attributed)}.`
      : isPunctuationAlone(q)
        ? 'Only the punctuation differs from the text.'
        : OUTCOME[q.match];
  // A finding that names the difference says more than “the words differ”.
  const known = said.some(
    (m) => m.startsWith(outcome.slice(0, -1)) || (q.match === 'altered' && (m.includes('not shown as ') || m.startsWith('Only the punctuation'))),
  );
  const parts: (string | undefined)[] = known ? [] : [escaped(outcome)];
  if (source && p && q.source) {
    const stands = inParagraph(p, q.source.span);
    const told = q.match === 'altered' || (q.match === 'marked' && q.changes.some((c) => c.kind !== 'case' && c.kind !== 'punctuation'));
    const sides = told ? compareWords(q, analysis.library) : undefined;
    if (sides) parts.push(`| written here | ${renderPassage(source, p.label, to)} |\n| --- | --- |\n| ${pieced(sides.written)} | ${pieced(sides.stands)} |`);
    else parts.push(`**${renderPassage(source, p.label, to)}**`, `> ${marked(p.prose.text, [{ span: stands, mark: '**' }], ...around(p, stands))}`);
    // Beside words that differ, what they promise is another matter.
    const commitments = sides ? [] : source.commitments.filter((c) => c.paragraph === p.label && overlap(c.operative, (q.source as { span: Span }).span) > 0);
    if (commitments.length === 1) parts.push(renderCommitment(commitments[0] as Commitment));
  }
  if (q.match === 'absent') parts.push(nearest(q, attributed, to));
  if (q.also.length > 0) {
    const also = q.also.flatMap((a) => {
      const i = analysis.library.get(a.instrument);
      return i ? [renderPassage(i, a.paragraph, to)] : [];
    });
    if (also.length > 0) parts.push(`The same words also stand in ${also.join(', ')}.`);
  }
  return sections(...parts);
}

/** What comes nearest in the text, where anything does. */
function nearest(q: Quotation, instrument: Instrument | undefined, to: LinkTo): string | undefined {
  const near = instrument && nearestPassage(q.text, instrument);
  return (
    near &&
    `| written here | nearest: ${renderPassage(instrument, near.passage.paragraph, to)} |\n| --- | --- |\n| ${cell(escaped(q.text))} | ${cell(escaped(near.text))} |`
  );
}

/** What differs is strong, what differs and is shown to differ in italics. */
function pieced(pieces: SideBySide['written']): string {
  let text = '';
  const marks: Mark[] = [];
  for (const piece of pieces) {
    if (piece.kind !== undefined) marks.push({ span: { start: text.length, end: text.length + piece.text.length }, mark: piece.marked ? '*' : '**' });
    text += piece.text;
  }
  return cell(marked(text, marks));
}

const theTitle = (i: Instrument): string => (/^(?:the|an?)\s/i.test(i.title) ? i.title : `the ${i.title}`);

/** The sentences of the paragraph that hold the span. */
function around(p: Paragraph, s: Span): readonly [number, number] {
  const touched = p.sentences.filter((x) => overlap(x, s) > 0);
  return [Math.min(s.start, touched[0]?.start ?? s.start), Math.max(s.end, touched.at(-1)?.end ?? s.end)];
}
