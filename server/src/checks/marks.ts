/** The quotation marks that a document's author uses, as they stand in the file. */
import type { Analysis } from '../document/analysis.ts';
import { toSource } from '../text/prose.ts';

/** Those around the first quotation of an instrument; else those that the document holds, or its format has. */
export function marksOf(analysis: Analysis): readonly [string, string] {
  if (analysis.format === 'latex' && analysis.text.includes('\\enquote{')) return ['\\enquote{', '}'];
  return around(analysis) ?? usual(analysis);
}

function around(analysis: Analysis): readonly [string, string] | undefined {
  for (const q of analysis.quotations) {
    const prose = analysis.markup.blocks[q.block]?.prose;
    if (q.form !== 'marks' || !prose) continue;
    const { start, end } = q.inProse;
    const closes = /^[.,;:!?…]?(?=["”»」』]|“)/.exec(prose.text.slice(end, end + 2))?.[0].length;
    if (start === 0 || closes === undefined || !/^["“„»«「『]/.test(prose.text.slice(start - 1, start))) continue;
    const [open, close] = [toSource(prose, { start: start - 1, end: start }), toSource(prose, { start: end + closes, end: end + closes + 1 })];
    const marks = [analysis.text.slice(open.start, open.end), analysis.text.slice(close.start, close.end)] as const;
    if (marks.every((m) => /^(?:["“”„»«「」『』]|``|''|"`|`"|\\"|&[a-z]+;)$/i.test(m))) return marks;
  }
  return undefined;
}

function usual(analysis: Analysis): readonly [string, string] {
  const { format, text } = analysis;
  if (format === 'asciidoc' && text.includes('"`')) return ['"`', '`"'];
  if (format === 'html' && text.includes('&ldquo;')) return ['&ldquo;', '&rdquo;'];
  if (text.includes('“')) return ['“', '”'];
  if (format === 'latex') return ['``', "''"];
  // In a notebook's file every string stands in straight marks, and one within must be escaped; in HTML so do attributes.
  if (format === 'notebook') return text.includes('\\"') ? ['\\"', '\\"'] : ['“', '”'];
  return text.includes('"') ? ['"', '"'] : ['“', '”'];
}
