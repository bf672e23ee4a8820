import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOfBibliography, parseReferences, type ReferenceKind } from '../../server/src/document/references.ts';
import { runs } from '../properties.ts';

/** Entries as "key: title | url | doi | date", one a line. */
const drawn = (text: string, kind: ReferenceKind) =>
  [...parseReferences(text, kind).values()].map((r) => `${r.key}: ${[r.title, r.url, r.doi, r.date].map((x) => x ?? '–').join(' | ')}`).join('\n');

test('the name of a file shows what it is', () => {
  expect(['refs.bib', 'a/refs.json', 'works.yml', 'works.yaml', 'notes.md'].map(kindOfBibliography)).toEqual([
    'bib',
    'csl-json',
    'hayagriva',
    'hayagriva',
    undefined,
  ]);
});

describe('BibTeX', () => {
  test('braces that protect capitals, commands and accents are no part of a title', () => {
    expect(drawn('@misc{harbour, title = {The {Harbour Declaration} \\emph{of} 1999}, year = 1999}', 'bib')).toBe(
      'harbour: The Harbour Declaration of 1999 | – | – | 1999',
    );
  });

  test('quotation marks serve as braces do, and keys of fields know no case', () => {
    expect(drawn('@Online(h2, TITLE="Harbour {Declaration}", Url="https://example.org/h", DATE="1999-05-04")', 'bib')).toBe(
      'h2: Harbour Declaration | https://example.org/h | – | 1999-05-04',
    );
  });

  test('an address may stand in howpublished', () => {
    expect(drawn('@misc{h, title={Harbour}, howpublished={\\url{https://example.org/h}}}', 'bib')).toBe('h: Harbour | https://example.org/h | – | –');
  });

  test('strings, comments and preambles are no entries, and what follows a broken entry is still read', () => {
    const text = '@string{a = {b}}\n@comment{x, title={y}}\n@misc{broken, title={never closed\n@misc{good, title={Good}}';
    expect([...parseReferences(text, 'bib').keys()]).toEqual(['broken', 'good']);
    expect(parseReferences('@misc{broken, title=\n@misc{good, title={Good}}', 'bib').get('good')?.title).toBe('Good');
  });
});

test('CSL-JSON gives its date from parts', () => {
  const items = [{ id: 'harbour', title: 'Harbour Declaration', URL: 'https://example.org/h', DOI: '10.1/2', issued: { 'date-parts': [[1999, 5, 4]] } }];
  expect(drawn(JSON.stringify(items), 'csl-json')).toBe('harbour: Harbour Declaration | https://example.org/h | 10.1/2 | 1999-05-04');
  expect(drawn(JSON.stringify({ references: items }), 'csl-json')).toContain('harbour:');
});

test('Hayagriva gives titles and addresses, plain or with details', () => {
  const text =
    'harbour:\n  type: web\n  title:\n    value: Harbour Declaration\n  url:\n    value: https://example.org/h\n    date: 2020-01-01\n  date: 1999-05\n';
  expect(drawn(text, 'hayagriva')).toBe('harbour: Harbour Declaration | https://example.org/h | – | 1999-05');
  expect(drawn('version: 3\nservices:\n  web: {image: x}\n', 'hayagriva')).toBe('');
});

test('any text is read without failing', () => {
  const piece = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('@misc{', 'k,', 'title={', '}', '"', 'url = ', '\n', '{"id":', '- a: b', '\\'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom<ReferenceKind>('bib', 'csl-json', 'hayagriva'), (pieces, kind) => {
      for (const [key, r] of parseReferences(pieces.join(''), kind)) expect(r.key).toBe(key);
    }),
    { numRuns: runs(300) },
  );
});
