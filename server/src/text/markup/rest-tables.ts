/** reStructuredText: the cells of its two kinds of drawn tables. */
import type { Span } from '../span.ts';
import type { SourceLine } from './inline-rules.ts';

/** The cells of the table whose ruler is line `i`, and the table's last line. Simple tables have only rulers; grid rows begin with a bar. */
export function readTable(lines: readonly SourceLine[], i: number): { readonly cells: readonly Span[]; readonly last: number } {
  const ruler = (lines[i] as SourceLine).text;
  const grid = ruler.trim().startsWith('+');
  const columns = [...ruler.matchAll(grid ? /\+(?=[-=+])/g : /=+/g)].map((m) => m.index);
  const cells: Span[] = [];
  const cell = (start: number, end: number): void => {
    if (start < end) cells.push({ start, end });
  };
  let j = i + 1;
  for (; j < lines.length; j++) {
    const l = lines[j] as SourceLine;
    if (l.text === '') {
      if (grid || !/^\s*=+(?:\s+=+)+$/.test(lines.slice(j + 1, j + 200).find((x) => x.text !== '')?.text ?? '')) break;
      continue;
    }
    if (grid ? /^\s*\+[-=+]+\+$/.test(l.text) : /^\s*=+(?:\s+=+)*$/.test(l.text)) continue;
    if (grid) {
      for (const m of l.text.matchAll(/\|([^|]*)/g)) if ((m[1] as string).trim()) cell(l.start + m.index + 1, l.start + m.index + m[0].length);
    } else for (const [n, c] of columns.entries()) cell(l.start + c, Math.min(l.end, l.start + (columns[n + 1] ?? l.text.length)));
  }
  return { cells, last: j - 1 };
}
