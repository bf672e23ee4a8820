/** What holds for every format and every text: blocks in order, units inside their blocks, no throw, and no quadratic time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOfLanguage, formatOfPath, parseMarkup } from '../../../server/src/text/markup/index.ts';
import type { Format, Markup } from '../../../server/src/text/markup/markup.ts';
import { fromSource, toSource } from '../../../server/src/text/prose.ts';
import { runs } from '../../properties.ts';

const FORMATS: readonly Format[] = ['markdown', 'plaintext', 'latex', 'typst', 'asciidoc', 'restructuredtext', 'org', 'html', 'notebook'];

/** Pieces of all formats, so that each meets its own marks and those of the others. */
const PIECES = [
  'word',
  'NCG',
  'U.S.-',
  'para. 4',
  '“so”',
  '"x"',
  "don't",
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '    ',
  '\uFEFF',
  '\0',
  '\uD800',
  '\u00AD',
  'é',
  'e\u0301',
  '한국',
  '，',
  '# ',
  '== ',
  '= ',
  '* ',
  '- ',
  '1. ',
  '> ',
  '>> ',
  '| a | b |\n|---|---|\n| c | d |\n',
  '[^1]',
  '[^1]: ',
  '^[note]',
  '[a](b)',
  '[a]',
  '[a]: b',
  '![alt](x.png)',
  '`',
  '``` ',
  '```\n',
  '~~',
  '**',
  '*',
  '_',
  '__',
  '$',
  '$x$',
  '[@key, p. 3]',
  '@key',
  '<!-- c -->',
  '<!--',
  '-->',
  '<b>',
  '</b>',
  '<blockquote>',
  '</blockquote>',
  '<p>',
  '<q>',
  '</q>',
  '<a href="#fn1">1</a>',
  '<li id="fn1">',
  '<script>',
  '<',
  '&amp;',
  '&',
  '---\n',
  '...',
  '--',
  ':::',
  '{{< x >}}',
  '{.a}',
  '\\',
  '\\emph{',
  '\\footnote{',
  '\\cite[see][p. 3]{key}',
  '\\begin{quote}',
  '\\end{quote}',
  '\\begin{verbatim}',
  '\\end{verbatim}',
  '\\item ',
  '{',
  '}',
  '%',
  '~',
  '``',
  "''",
  '\\section{',
  '\\\\',
  '&',
  '\\begin{tabular}{l}',
  '\\end{tabular}',
  "\\'e",
  '#quote[',
  '#footnote[',
  '#figure(',
  '#let x = ',
  ')',
  ']',
  '[',
  '(',
  '#cite(<key>, supplement: [p. 3])',
  '@key[p. 3]',
  '//',
  '/*',
  '*/',
  '#',
  '<label>',
  '____\n',
  '----\n',
  '====\n',
  '[quote, A, B]\n',
  'footnote:[x]',
  'cite:key[p. 3]',
  '<<ref>>',
  '|===\n',
  '+\n',
  '.Title\n',
  ':attr: x\n',
  '.. note:: ',
  '.. [1] ',
  '[1]_',
  ':cite:p:`key{p. 3}`',
  '::\n',
  '=====\n',
  '.. comment\n',
  '`link <url>`_',
  '+---+---+\n| a | b |\n+---+---+\n',
  '#+begin_quote\n',
  '#+end_quote\n',
  '[cite:@key p. 3]',
  '[fn:1]',
  '[fn:1] ',
  '[fn:: x]',
  '[[url][text]]',
  '#+begin_src\n',
  '#+end_src\n',
  ':PROPERTIES:\n',
  ':END:\n',
  '/so/',
  '=so=',
  '[1]',
  '\n[1] ',
  '¹',
  'https://a.org/b',
  'a@b.org',
  '*so*',
];
const source = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom('word', ' ', '\n', '\n\n')), { maxLength: 40 }).map((p) => p.join(''));

function sound(text: string, m: Markup): void {
  let end = 0;
  const within: { start: number; end: number }[] = [];
  for (const b of m.blocks) {
    expect(b.span.start).toBeGreaterThanOrEqual(0);
    expect(b.span.end).toBeLessThanOrEqual(text.length);
    expect(b.span.end).toBeGreaterThanOrEqual(b.span.start);
    // A note written in a paragraph stands behind it and inside it; every other block begins where the last one ended or later.
    if (b.note === undefined || !within.some((w) => w.start <= b.span.start && b.span.end <= w.end)) expect(b.span.start).toBeGreaterThanOrEqual(end);
    end = Math.max(end, b.span.end);
    within.push(b.span);
    const { prose } = b;
    expect(prose.starts.length).toBe(prose.text.length);
    expect(prose.ends.length).toBe(prose.text.length);
    expect(prose.text).toBe(prose.text.trim());
    expect(prose.text).not.toMatch(/\s\s|[\n\r\t\u00a0]/);
    for (let i = 0; i < prose.text.length; i++) {
      const [s, e] = [prose.starts[i] as number, prose.ends[i] as number];
      expect(s).toBeGreaterThanOrEqual(b.span.start);
      expect(e).toBeLessThanOrEqual(b.span.end);
      expect(e).toBeGreaterThanOrEqual(s);
      if (!prose.disordered && i > 0) expect(s).toBeGreaterThanOrEqual(prose.starts[i - 1] as number);
    }
    // A word that the prose holds is found again from the file.
    for (const w of prose.text.matchAll(/[A-Za-z]+/g)) {
      const at = toSource(prose, { start: w.index, end: w.index + w[0].length });
      const unit = fromSource(prose, at.start);
      expect(prose.ends[unit]).toBeGreaterThan(at.start);
    }
    for (const i of b.inlines) {
      expect(i.span.start).toBeGreaterThanOrEqual(0);
      expect(i.span.end).toBeLessThanOrEqual(prose.text.length);
      expect(i.span.end).toBeGreaterThanOrEqual(i.span.start);
      if (i.kind === 'note') {
        expect(i.span.end).toBe(i.span.start);
        expect(i.source.end).toBeGreaterThan(i.source.start);
      }
      if (i.kind === 'cite')
        for (const k of i.items) {
          expect(prose.text.slice(k.span.start, k.span.end)).toMatch(/^@/);
          expect(k.span.start).toBeGreaterThanOrEqual(i.span.start);
          expect(k.span.end).toBeLessThanOrEqual(i.span.end);
          if (k.suffix) expect(k.suffix.start).toBeGreaterThanOrEqual(k.span.end);
          if (k.prefix) expect(k.prefix.end).toBeLessThanOrEqual(k.span.start);
        }
    }
    if (b.quote) {
      expect(b.quote.start).toBeLessThanOrEqual(b.span.start);
      expect(b.quote.end).toBeGreaterThanOrEqual(b.span.end);
    }
    expect(b.note === undefined).toBe(b.stream === 'body');
    expect(b.order === undefined).toBe(b.note === undefined);
  }
  // Some formats say that what is no character stands for U+FFFD.
  const legible = (s: string): string => s.replace(/[\0\uD800-\uDFFF]/g, '\uFFFD');
  // In a notebook a comment may run over several strings of its JSON.
  if (m.format !== 'notebook') for (const c of m.comments) expect(legible(text.slice(c.span.start, c.span.end))).toContain(legible(c.text.slice(0, 1)));
}

for (const format of FORMATS)
  test(`any text is sound ${format}`, () => {
    fc.assert(
      fc.property(source, (text) => {
        const file = format === 'notebook' ? JSON.stringify({ cells: [{ cell_type: 'markdown', source: text.match(/[\s\S]{1,7}/g) ?? [] }] }) : text;
        sound(file, parseMarkup(file, format));
      }),
      { numRuns: runs(400) },
    );
  });

test.each<[Format, string]>([
  ['markdown', '[^1]: <p>a note’s HTML\nand a line behind it'],
  ['markdown', '* * an item in an item\n\n  and more of the outer one'],
  ['markdown', '- # a heading in an item\n\n  and its text'],
  ['asciidoc', '[quote, Someone, Somewhere]\n.A title\nThe words'],
  ['asciidoc', '|===\n[quote, Someone]\n| a cell\n\nA paragraph'],
  ['typst', '#quote[``` \nlisting that nothing closes]'],
  ['latex', '\\footnote{A note alone}%\nand the text'],
  ['html', '<!--\0'],
])('blocks stand one behind the other, where the file has them: %s %j', (format, text) => {
  sound(text, parseMarkup(text, format));
});

test('a warm reading equals a cold one after any edit', () => {
  const plain = (m: Markup): unknown => JSON.parse(JSON.stringify(m));
  fc.assert(
    fc.property(source, fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.oneof(fc.constantFrom(...PIECES), fc.constant(''))), { maxLength: 6 }), (start, edits) => {
      let text = start;
      let memo = parseMarkup(text, 'markdown');
      for (const [at, remove, insert] of edits) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + insert + text.slice(from + remove);
        memo = parseMarkup(text, 'markdown', memo);
        expect(plain(memo)).toEqual(plain(parseMarkup(text, 'markdown')));
      }
    }),
    { numRuns: runs(400) },
  );
});

test('an edit keeps the very prose of the blocks before it', () => {
  const text = 'One para.\n\nTwo para.\n\nThree para.\n';
  const cold = parseMarkup(text, 'markdown');
  const warm = parseMarkup(text.replace('Two', 'Second'), 'markdown', cold);
  expect(warm.blocks[0]?.prose).toBe(cold.blocks[0]?.prose);
  expect(warm.blocks[2]?.prose.text).toBe('Three para.');
});

/** The least of `tries` times: a busy machine only ever adds to it. */
const time = (text: string, format: Format, tries: number): number => {
  let least = Infinity;
  for (let i = 0; i < tries; i++) {
    const t = performance.now();
    parseMarkup(text, format);
    least = Math.min(least, performance.now() - t);
  }
  return least;
};

const HOSTILE = [
  '> ',
  '[',
  '[a](',
  '![',
  '*a ',
  '**',
  '`',
  '``a',
  '<',
  '<a "',
  '<b>',
  '</b>',
  '<!-- ',
  '&',
  '$',
  '$5 ',
  '@a ',
  '[@a; ',
  '^[',
  '[^a]',
  '{{<',
  '(',
  '{',
  '\\',
  '\\emph{',
  '\\footnote{',
  '\\cite{',
  '\\cite[',
  '\\begin{quote}',
  '\\end{quote}',
  '\\verb',
  '%',
  '#f(',
  '#f[',
  '#quote[',
  '"',
  "'",
  '_a',
  '/',
  '//',
  '/*',
  '#',
  '- ',
  '\n- ',
  '\n> ',
  '\n| ',
  '|',
  '+',
  ':',
  '\n:',
  '\n.. ',
  '\n.. [1] ',
  '`a <',
  '[1]_',
  ':a:`',
  '\n____',
  '\n[quote]',
  'footnote:[',
  'cite:',
  '<<',
  '[cite:',
  '[fn:',
  '[[',
  '\n#+begin_quote',
  '\n#+begin_x',
  '\n:a:',
  '=a',
  '~',
  '-',
  '.',
  '[1]',
  '\n[1] ',
  '\n\n',
  'https://',
  'a@',
  '«',
  '\u0301',
  ' ',
  '\n \n',
  'word ',
  'word',
];
const SIZE = 24_000;

for (const format of FORMATS.filter((f) => f !== 'notebook'))
  test(`hostile repetition takes linear time in ${format}`, { retry: 3, timeout: 60_000 }, () => {
    const slow: string[] = [];
    for (const unit of HOSTILE) {
      const small = unit.repeat(SIZE / 4 / unit.length);
      const large = unit.repeat(SIZE / unit.length);
      // Four times the text in at most twelve times the time: quadratic would be sixteen and grow. What looks slow is measured again.
      const within = (tries: number): boolean => time(large, format, tries) <= 12 * Math.max(time(small, format, tries), 4);
      if (!within(1) && !within(5) && !within(12)) slow.push(unit);
    }
    expect(slow).toEqual([]);
  });

test('paths and language ids name their format', () => {
  for (const [path, format] of [
    ['a.md', 'markdown'],
    ['b.QMD', 'markdown'],
    ['dir.x/c.tex', 'latex'],
    ['d.typ', 'typst'],
    ['e.adoc', 'asciidoc'],
    ['f.rst', 'restructuredtext'],
    ['g.org', 'org'],
    ['h.txt', 'plaintext'],
    ['i.html', 'html'],
    ['j.ipynb', 'notebook'],
  ] as const)
    expect(formatOfPath(path)).toBe(format);
  expect(formatOfPath('k.docx')).toBeUndefined();
  expect(formatOfLanguage('Quarto')).toBe('markdown');
  expect(formatOfLanguage('cobol')).toBeUndefined();
});

test('front matter of thousands of keys is read in no time, and a key that stands twice is said where it is short', () => {
  const began = Date.now();
  parseMarkup(`---\n${Array.from({ length: 20_000 }, (_, i) => `key-${i}: x`).join('\n')}\n---\n\nOne.\n`, 'markdown');
  expect(Date.now() - began).toBeLessThan(5000);
  expect(parseMarkup('---\nid: a\nid: b\n---\n\nOne.\n', 'markdown').frontMatter?.error).toMatch(/unique/);
});
