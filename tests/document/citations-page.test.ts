/** The table of docs/citations.md is executed: each example, in the document that the page describes, cites what the page says. */
import { readFileSync } from 'node:fs';
import declarations from 'virtual:declarations';
import { expect, test } from 'vitest';
import { analyseText, libraryOf } from '../../server/src/service.ts';

const library = libraryOf(declarations);
const opening = 'The Washington Declaration of 26 April 2023 has seven paragraphs.';
const page = readFileSync(new URL('../../docs/citations.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((l) => l.startsWith('| ') && !/^\| (?:form|---)/.test(l))
  .map(
    (l) =>
      l
        .split(/(?<!\\)\|/)
        .map((c) => c.trim())
        .slice(1, 4) as [string, string, string],
  );

test('the page has rows', () => {
  expect(rows.length).toBeGreaterThan(40);
});

test.each(rows)('%s: %s', (_form, example, cites) => {
  const text = `${opening}\n\n${example.replaceAll('⏎', '\n').replaceAll('¦', '|')}\n`;
  const a = analyseText(text, 'markdown', library);
  const cited = a.citations.filter((c) => c.instrument === 'washington-declaration').flatMap((c) => c.pinpoints.flatMap((p) => p.paragraphs));
  expect(cited.join(', ') || '—').toBe(cites);
});
