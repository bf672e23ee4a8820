import { describe, expect, test } from 'vitest';
import { parseMarkup } from '../../../server/src/text/markup/index.ts';
import type { Format } from '../../../server/src/text/markup/markup.ts';

/** Cells as "table.row.column text". */
const drawn = (text: string, format: Format) =>
  parseMarkup(text, format).blocks.flatMap((b) => (b.cell ? [`${b.cell.table}.${b.cell.row}.${b.cell.column} ${b.prose.text}`] : []));

const TWO_ROWS = ['0.0.0 Port', '0.0.1 Ships', '0.1.0 Bergen', '0.1.1 four'];

describe('cells know their row and column in', () => {
  test.each<[Format, string]>([
    ['markdown', '| Port | Ships |\n| --- | --- |\n| Bergen | four |\n'],
    ['markdown', 'Port | Ships\n--- | ---\nBergen | four\n'],
    ['org', '| Port | Ships |\n|------+-------|\n| Bergen | four |\n'],
    ['asciidoc', '|===\n|Port |Ships\n\n|Bergen\n|four\n|===\n'],
    ['asciidoc', '|===\n|Port |Ships\n|Bergen |four\n|===\n'],
    ['restructuredtext', '+--------+-------+\n| Port   | Ships |\n+========+=======+\n| Bergen | four  |\n+--------+-------+\n'],
    ['latex', '\\begin{tabular}{ll}\nPort & Ships \\\\ \\hline\nBergen & four \\\\\n\\end{tabular}\n'],
    ['html', '<table><tr><th>Port</th><th>Ships</th></tr>\n<tr><td>Bergen</td><td>four</td></tr></table>'],
    ['typst', '#table(columns: 2, [Port], [Ships], [Bergen], [four])\n'],
    ['typst', '#table(columns: (auto, 1fr),\n  [Port], [Ships],\n  [Bergen], [four])\n'],
  ])('%s: %j', (format, text) => {
    expect(drawn(text, format)).toEqual(TWO_ROWS);
  });
});

test('an empty cell keeps its column', () => {
  expect(drawn('| Port | Ships | Men |\n| --- | --- | --- |\n| Bergen |  | nine |\n', 'markdown').slice(3)).toEqual(['0.1.0 Bergen', '0.1.2 nine']);
});

test('a second table begins anew', () => {
  expect(drawn('| a | b |\n| --- | --- |\n| c | d |\n\n| e | f |\n| --- | --- |\n', 'markdown').slice(4)).toEqual(['1.0.0 e', '1.0.1 f']);
});
