/** Places the cells of tables in rows and columns by what stands between them in the file, so that a header speaks for its column. */
import type { Block, Format } from './markup.ts';

/** What ends a row and what parts two cells in it, by format. Where both are bars, a row is a line. */
const MARKS: Readonly<Partial<Record<Format, { readonly row: RegExp; readonly cell: RegExp }>>> = {
  latex: { row: /\\\\|\\tabularnewline/g, cell: /(?<!\\)&/g },
  html: { row: /<tr[\s>]/gi, cell: /<t[dh][\s>]/gi },
};
const BARS = { row: /\n/g, cell: /(?<!\\)\|/g };

/** What only stands between two tables. */
const ENDS = /<\/table|\\end\{|\n\|===\s*\n|#table\b/i;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function columnsBefore(lead: string): number {
  const m = [...lead.matchAll(/columns:\s*(?:(\d{1,2})|\(([^()]{0,80})\))/g)].at(-1);
  return m ? (m[1] ? Number(m[1]) : (m[2] as string).split(',').filter((x) => x.trim() !== '').length) : 0;
}

/** The same blocks, cells with their place: tables are counted from 0, and so are rows and columns within them. Total. */
export function placeCells(text: string, format: Format, blocks: readonly Block[]): readonly Block[] {
  if (format === 'plaintext' || format === 'notebook' || !blocks.some((b) => b.kind === 'cell')) return blocks;
  const marks = MARKS[format] ?? BARS;
  let table = -1;
  let row = 0;
  let column = 0;
  let width = 0;
  let before: Block | undefined;
  return blocks.map((b) => {
    if (b.kind !== 'cell') {
      // Notes written in a cell stand behind it; anything else ends the table.
      if (b.stream === 'body') before = undefined;
      return b;
    }
    // From the last letter of the one to the first of the other, for spans hold the marks as well.
    const from = before ? (before.prose.ends.at(-1) ?? before.span.end) : 0;
    const to = b.prose.starts[0] ?? b.span.start;
    const between = before && from <= to ? text.slice(from, to) : undefined;
    const opens = between === undefined || ENDS.test(between) || (marks === BARS && format !== 'asciidoc' && format !== 'typst' && /\n[ \t]*\n/.test(between));
    if (opens) {
      table++;
      row = 0;
      width = 0;
      const line = text.slice(text.lastIndexOf('\n', to - 1) + 1, to);
      // Typst says how many columns there are, and its cells follow one another.
      if (format === 'typst') width = columnsBefore(text.slice(Math.max(0, to - 300), to));
      column = format === 'typst' ? 0 : marks === BARS ? Math.max(0, count(line, BARS.cell) - 1) : format === 'html' ? 0 : count(line, marks.cell);
    } else {
      const rows = count(between, marks.row);
      if (format === 'typst') {
        column += Math.max(1, count(between, /\[/g));
        if (width > 0) row += Math.floor(column / width);
        if (width > 0) column %= width;
      } else if (rows === 0) column += Math.max(1, count(between, marks.cell));
      else if (format === 'asciidoc' && width > 1 && column + 1 < width) {
        // One cell a line: rows are as wide as the first.
        column += Math.max(1, count(between, BARS.cell));
        row += Math.floor(column / width);
        column %= width;
      } else {
        if (row === 0) width = column + 1;
        row++;
        const last = between.slice(Math.max(...[...between.matchAll(marks.row)].map((m) => m.index + m[0].length)));
        column = Math.max(0, count(last, marks.cell) - (marks === MARKS.latex ? 0 : 1));
      }
    }
    before = b;
    return { ...b, cell: { table, row, column } };
  });
}
