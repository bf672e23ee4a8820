/** An analysis read with the memory of earlier versions is the analysis read without: after any edits, in every format, findings included. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { DEFAULTS, type Settings } from '../../server/src/settings.ts';
import type { Format, Markup } from '../../server/src/text/markup/markup.ts';
import { runs } from '../properties.ts';
import { HARBOUR } from '../support/world.ts';

/** Another text of the same name, so that what is said far above decides which of the two is meant. */
const OTHER = `---
id: lake-harbour-declaration
title: Harbour Declaration
date: "2011-09-01"
parties: [Chile, Peru]
---

The two governments establish a Lake Commission (LC) to watch over the fisheries of both shores.

Chile commits to make every effort to consult with Peru on any closure of the lake.
`;
const TREATY = `---
id: ferry-agreement
title: Ferry Agreement
date: "2020-01-02"
parties: [Iceland, Norway]
---

The Parties will maintain a Ferry Board (FB) and will meet once each year.

Each Party shall publish the timetable of its ferries.
`;

/** Every check, the quiet ones too. */
const SETTINGS: Settings = {
  ...DEFAULTS,
  checks: Object.fromEntries(
    CHECKS.map((c) => [c.id, 'default' as const]).concat([
      ['uncited-quotation', 'hint' as never],
      ['undefined-acronym', 'hint' as never],
    ]),
  ),
};

async function engine() {
  vi.resetModules();
  const [{ libraryOf }, { analyse }, { runChecks }] = await Promise.all([
    import('../../server/src/service.ts'),
    import('../../server/src/document/analysis.ts'),
    import('../../server/src/checks/index.ts'),
  ]);
  const library = libraryOf([HARBOUR, OTHER, TREATY].map((text, i) => ({ path: `${i}.md`, text, format: 'markdown' as const })));
  return (text: string, format: Format, memo?: Markup) => {
    const analysis = analyse({ text, format, library, settings: SETTINGS, ...(memo ? { memo } : {}) });
    const { markup, citations, mentions, quotations, claims, missing } = analysis;
    const cites = analysis.cites.map(({ instrument, ...rest }) => ({ id: instrument.id, ...rest }));
    return { markup, answer: { cites, citations, mentions, quotations, claims, missing, findings: runChecks(analysis) } };
  };
}

const SENTENCES = [
  'The Harbour Declaration of 4 May 2019 is short.',
  'The Harbour Declaration of 2011, between Chile and Peru, is older.',
  'The Harbour Declaration (hereinafter “HD”) was signed in Oslo.',
  'The Harbour Declaration, para. 3, says so.',
  'HD, para. 9, says more.',
  'See ibid., para. 2.',
  'Ibid.',
  'It is said in paragraph 5 of the Declaration.',
  'The Ferry Agreement, para. 2, differs.',
  'The Oslo Convention, Article 4, is another matter.',
  'The former, at para. 2, was the better one.',
  'The Joint Harbour Council (JHC) meets in spring.',
  'The Joint Harbor Committee (JHC) meets in autumn.',
  'The JHC will meet twice each year.',
  'The LC and the FB met, and so did the JHC.',
  'Iceland commits to “make every effort to consult with Norway on any closure of the strait” (Harbour Declaration, para. 3).',
  'Iceland commits to “make no effort to consult with Norway on any closure” (Harbour Declaration, para. 2).',
  'It promises “open berths for the ferries of both nations”.',
  'The text says that “the JHC will meet thrice each year”, and “will publish its minutes”.',
  'A minister said that “we shall never close the strait”.',
  'Under the Harbour Declaration Iceland will consult with Norway on any closure of the strait.',
  'Iceland will consult with Norway on any closure of the strait, as paragraph 3 has it.',
  'Norway will always maintain open berths for the ferries of both nations (para. 3).',
  'Chile will share pilot reports with Iceland.',
  'Both sides reaffirm their commitment to the free passage of ships.',
  'The two leaders announced the establishment of a new Joint Harbour Council to oversee dredging and the safety of pilots.',
  'Nothing follows from this:',
  'It did so in 2011, with Chile.',
];
const MARKS: Readonly<Record<Format, readonly string[]>> = {
  markdown: [
    '# ',
    '> ',
    '[^1]',
    '\n\n[^1]: ',
    '^[See para. 4.]',
    '```\n',
    '- ',
    '| a | b |\n|---|---|\n| JHC | ',
    ' |\n',
    '<!-- declaration-lens-disable-next-line misquotation -->',
    '<!-- ',
    ' -->',
    '---\ndeclarations: [ferry-agreement]\n---\n',
    '[@harbour-declaration, para. 2]',
    '[a]: https://example.org/harbour-declaration\n',
    '[a]',
    '**',
  ],
  plaintext: ['> ', '[1]', '\n[1] ', '- ', '    '],
  latex: ['\\section{', '}', '\\footnote{', '\\begin{quote}', '\\end{quote}', '``', "''", '\\cite[para. 2]{harbour-declaration}', '% ', '\\item '],
  typst: ['= ', '#quote[', ']', '#footnote[', '// ', '@harbour-declaration[para. 2]', '- '],
  asciidoc: ['== ', '____\n', 'footnote:[', ']', '// ', '|===\n', '* '],
  restructuredtext: ['=====\n', '.. [1] ', '[1]_', '.. comment\n', '    ', '- '],
  org: ['* ', '#+begin_quote\n', '\n#+end_quote\n', '[fn:1]', '\n[fn:1] ', '- '],
  html: [
    '<h1>',
    '</h1>',
    '<blockquote>',
    '</blockquote>',
    '<p>',
    '<q>',
    '</q>',
    '<table><tr><td>',
    '</td><td>',
    '<!-- ',
    ' -->',
    '<sup><a href="#fn1">1</a></sup>',
    '<li id="fn1">',
  ],
  notebook: ['{"cells":[{"cell_type":"markdown","source":["', '"]}]}', '","', '\\n'],
};
const EVERYWHERE = ['\n\n', '\n\n', '\n', ' ', '“', '”', '"', '(', ')', '. ', ', ', ':', 'not ', ' also', ' para. 3', ' Chile', '2011', '4 May 2019'];

const document = fc.constantFrom(...(Object.keys(MARKS) as Format[]), 'markdown' as const, 'markdown' as const).chain((format) => {
  const piece = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...SENTENCES) },
    { weight: 3, arbitrary: fc.constantFrom(...EVERYWHERE) },
    { weight: 2, arbitrary: fc.constantFrom(...MARKS[format]) },
  );
  const paragraph = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SENTENCES) }, { weight: 1, arbitrary: piece }), { minLength: 1, maxLength: 4 })
    .map((s) => s.join(' '));
  const text = fc
    .tuple(fc.constantFrom('', ...MARKS[format].slice(0, 1)), fc.array(paragraph, { minLength: 1, maxLength: 9 }))
    .map(([mark, p]) => (format === 'notebook' ? `{"cells":[{"cell_type":"markdown","source":["${p.join('\\n\\n')}"]}]}` : mark + p.join('\n\n')));
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(200)),
    put: fc.array(piece, { maxLength: 2 }),
    // A whole sentence goes or comes: what it defined or named first may have decided what is said far below.
    sentence: fc.boolean(),
  });
  return fc.record({ format: fc.constant(format), text, edits: fc.array(edit, { minLength: 1, maxLength: 6 }) });
});

test(
  'a document read again after any edits is read as if for the first time',
  async () => {
    const warm = await engine();
    const cold = await engine();
    fc.assert(
      fc.property(document, ({ format, text, edits }) => {
        let now = text;
        let { markup } = warm(now, format);
        for (const e of edits) {
          const near = Math.floor(e.at * now.length);
          const at = e.sentence ? Math.max(0, now.lastIndexOf('. ', near) + 1) : near;
          const stop = now.indexOf('. ', at + 1);
          const to = !e.sentence ? at + e.cut : e.cut === 0 || stop < 0 ? at : stop + 1;
          now = now.slice(0, at) + (e.sentence ? ' ' : '') + e.put.join(' ') + now.slice(to);
          const again = warm(now, format, markup);
          markup = again.markup;
          expect(again.answer).toEqual(cold(now, format).answer);
        }
      }),
      { numRuns: runs(60) },
    );
  },
  runs(120_000),
);
