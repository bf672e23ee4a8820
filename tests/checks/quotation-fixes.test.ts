/** Fixes of quotations in every format: what they write is the author's own style, and leaves nothing of that kind to find. */
import declarations from 'virtual:declarations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../server/src/checks/check.ts';
import { runChecks } from '../../server/src/checks/index.ts';
import type { Reference } from '../../server/src/document/analysis.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import { DEFAULTS } from '../../server/src/settings.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';
import { runs } from '../properties.ts';

const library = libraryOf(declarations.filter((d) => d.path === 'washington-declaration.md'));
const references = new Map<string, Reference>([['wd', { key: 'wd', title: 'Washington Declaration', date: '2023-04-26' }]]);
const OPENING = 'The Washington Declaration of 2023.\n\n';

const apply = (text: string, edits: readonly Edit[]) =>
  edits.toSorted((a, b) => b.span.start - a.span.start).reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);

function find(text: string, id: string, format: Format) {
  const settings = { ...DEFAULTS, checks: { 'uncited-quotation': id === 'uncited-quotation' ? ('hint' as const) : ('off' as const) } };
  return runChecks(analyseText(OPENING + text, format, library, settings, references)).filter((f) => f.check === id);
}

/** The text after each fix of its one finding. */
function fixed(id: string, format: Format, text: string): readonly string[] {
  const findings = find(text, id, format);
  expect(findings.length, text).toBe(1);
  const out = (findings[0]?.fixes ?? []).map((f) => apply(OPENING + text, f.edits).slice(OPENING.length));
  for (const t of out) expect(find(t, id, format), t).toEqual([]);
  return out;
}

describe('the declaration’s words, or a mark of the change', () => {
  it.each<[Format, string, readonly string[]]>([
    [
      'latex',
      "It has ``threats to the ROK \\& its region'' (para.~4).",
      ["It has ``threats to the ROK and the region'' (para.~4).", "It has ``threats to the ROK and [its] region'' (para.~4)."],
    ],
    [
      'latex',
      "It will ``enhance the visibility of strategic assets'' \\cite[para.~5]{wd}.",
      [
        "It will ``enhance the regular visibility of strategic assets'' \\cite[para.~5]{wd}.",
        "It will ``enhance the \\ldots{} visibility of strategic assets'' \\cite[para.~5]{wd}.",
      ],
    ],
    [
      'html',
      '<p>It is &ldquo;under the US-ROK Mutual Defense Treaty&rdquo; (&para; 2).</p>',
      ['<p>It is &ldquo;under the U.S.-ROK Mutual Defense Treaty&rdquo; (&para; 2).</p>'],
    ],
    [
      'typst',
      'It is "in keeping with the leaders\' commitments" (para. 4).',
      ['It is "in keeping with the Presidents\' commitments" (para. 4).', 'It is "in keeping with the [leaders]\' commitments" (para. 4).'],
    ],
    [
      'markdown',
      'It is “in keeping with the promised commitments” (para. 4).',
      ['It is “in keeping with the Presidents’ commitments” (para. 4).', 'It is “in keeping with the [promised] commitments” (para. 4).'],
    ],
    [
      'asciidoc',
      'It is "`met on this 27th day of April, 2023`" (para. 1).',
      ['It is "`met on this 26th day of April, 2023`" (para. 1).', 'It is "`met on this [27th] day of April, 2023`" (para. 1).'],
    ],
  ])('%s: %s', (format, text, expected) => expect(fixed('misquotation', format, text)).toEqual(expected));

  it.each([
    ['In parallel, Presidents remain steadfast', 'In parallel, both Presidents remain steadfast', 'In parallel, … Presidents remain steadfast'],
    [
      'confidence in U.S. commitments and recognizes',
      'confidence in U.S. extended deterrence commitments and recognizes',
      'confidence in U.S. … commitments and recognizes',
    ],
    ['be met with a swift and decisive response', 'be met with a swift, overwhelming and decisive response', 'be met with a swift … and decisive response'],
    [
      'a swift, overwhelming, immediate and decisive response',
      'a swift, overwhelming and decisive response',
      'a swift, overwhelming, [immediate] and decisive response',
    ],
    [
      'extended deterrence, the\nExtended Deterrence Strategy',
      'extended deterrence, including the\nExtended Deterrence Strategy',
      'extended deterrence, … the\nExtended Deterrence Strategy',
    ],
    [
      'advancements. Alliance has been tested many times',
      'advancements. Our Alliance has been tested many times',
      'advancements. … Alliance has been tested many times',
    ],
    [
      'with a view to the advance shared goal of achieving',
      'as a means to advance the shared goal of achieving',
      '[with] a [view] to [the advance] shared goal of achieving',
    ],
  ])('the signs beside the words are the text’s: %s', (written, ...expected) =>
    expect(fixed('misquotation', 'markdown', `They wrote “${written}” (Washington Declaration, paras. 1–7).`)).toEqual(
      expected.map((t) => `They wrote “${t}” (Washington Declaration, paras. 1–7).`),
    ),
  );

  it('whatever word is dropped, put in, changed or moved, each fix leaves nothing to find', () => {
    const paragraphs = library.get('washington-declaration')?.paragraphs.map((p) => p.prose.text.split(' ')) ?? [];
    const index = fc.nat({ max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(index, index, index, fc.nat({ max: 3 })), { minLength: 8, maxLength: 8 }), (cases) => {
        const text = cases.map(([paragraph, start, place, kind]) => {
          const words = paragraphs[paragraph % paragraphs.length] ?? [];
          const from = start % (words.length - 12);
          const quoted = words.slice(from, from + 12);
          const at = 2 + (place % 8);
          if (kind === 0) quoted.splice(at, 1);
          else if (kind === 1) quoted.splice(at, 0, 'merely');
          else if (kind === 2) quoted[at] = 'seaside';
          else quoted.splice(at, 0, ...quoted.splice(at + 1, 1));
          return `They wrote “${quoted.join(' ')}” (Washington Declaration, para. ${1 + (paragraph % paragraphs.length)}).\n\n`;
        });
        const whole = OPENING + text.join('');
        const before = runChecks(analyseText(whole, 'markdown', library)).filter((f) => f.check === 'misquotation');
        for (const finding of before)
          for (const fix of finding.fixes) {
            const after = apply(whole, fix.edits);
            const left = runChecks(analyseText(after, 'markdown', library)).filter((f) => f.check === 'misquotation');
            if (left.length >= before.length) throw new Error(`${fix.title}: ${after.slice(Math.max(0, finding.span.start - 100), finding.span.end + 100)}`);
          }
      }),
      { numRuns: runs(3) },
    );
  });
});

describe('what is written into a notebook stays JSON', () => {
  it.each(['unattributed-words', 'uncited-quotation', 'overstated-commitment', 'misquotation'])('%s', (id) => {
    const cell = [
      'Under the Washington Declaration the United States will always consult the ROK on any possible nuclear weapons employment on the Korean Peninsula.\n',
      '\n',
      'The Declaration is plain: the Alliance was "forged in shared sacrifice, fortified by enduring security cooperation".\n',
      '\n',
      'It offers "dialogue and diplomacy with the DPRK, with preconditions" (Washington Declaration, para. 7).\n',
    ];
    const whole = JSON.stringify({ cells: [{ cell_type: 'markdown', metadata: {}, source: cell }], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
    const settings = { ...DEFAULTS, checks: { 'uncited-quotation': 'hint' as const } };
    const fixes = runChecks(analyseText(whole, 'notebook', library, settings)).flatMap((f) => (f.check === id ? f.fixes : []));
    expect(fixes.length).toBeGreaterThan(0);
    for (const f of fixes) expect(JSON.parse(apply(whole, f.edits)).cells).toHaveLength(1);
  });
});

describe('a quotation in a claim’s place has the author’s marks', () => {
  const claim =
    'Under the Washington Declaration the United States will always consult the ROK on any possible nuclear weapons employment on the Korean Peninsula.';
  it.each<[Format, string, string, string]>([
    ['latex', "It was ``forged in shared sacrifice'' (para.~1).", '``The United States commits', "policy'' (para.~3)"],
    ['typst', 'It was "forged in shared sacrifice" (para. 1).', '"The United States commits', 'policy" (para. 3)'],
    ['asciidoc', 'It was "`forged in shared sacrifice`" (para. 1).', '"`The United States commits', 'policy`" (para. 3)'],
    ['markdown', 'It was «forged in shared sacrifice» (para. 1).', '«The United States commits', 'policy» (para. 3)'],
  ])('%s', (format, before, open, close) => {
    const whole = `${OPENING}${before}\n\n${claim}\n`;
    const fix = runChecks(analyseText(whole, format, library))
      .flatMap((f) => f.fixes)
      .find((f) => f.title === 'Quote the text instead');
    const after = apply(whole, fix?.edits ?? []);
    expect(after).toContain(open);
    expect(after).toContain(close);
  });
});

describe('the right pinpoint keeps the author’s signs', () => {
  it.each<[Format, string, string]>([
    ['latex', '“forged in shared sacrifice” (\\P~2)', '“forged in shared sacrifice” (\\P~1)'],
    ['latex', '“forged in shared sacrifice”\\footnote{Washington Declaration, \\P2.}', '“forged in shared sacrifice”\\footnote{Washington Declaration, \\P1.}'],
    ['latex', '“forged in shared sacrifice” \\parencite[see][para.~2]{wd}', '“forged in shared sacrifice” \\parencite[see][para.~1]{wd}'],
    [
      'html',
      '<p>“forged in shared sacrifice” (Washington Declaration, &para;&nbsp;2)</p>',
      '<p>“forged in shared sacrifice” (Washington Declaration, &para;&nbsp;1)</p>',
    ],
    ['html', '<p>“forged in shared sacrifice” (paragraph <b>2</b>)</p>', '<p>“forged in shared sacrifice” (paragraph <b>1</b>)</p>'],
    ['typst', '“forged in shared sacrifice” @wd[para. 2]', '“forged in shared sacrifice” @wd[para. 1]'],
    ['org', '“forged in shared sacrifice” [cite:@wd para. 2]', '“forged in shared sacrifice” [cite:@wd para. 1]'],
    ['latex', '“forged in shared sacrifice” (para.~2)', '“forged in shared sacrifice” (para.~1)'],
    ['restructuredtext', '“forged in shared sacrifice” (*Washington Declaration*, ¶ 2)', '“forged in shared sacrifice” (*Washington Declaration*, ¶ 1)'],
    [
      'latex',
      '“forged in shared sacrifice” and “an ever-stronger mutual defense relationship” (\\P~2)',
      '“forged in shared sacrifice” and “an ever-stronger mutual defense relationship” (\\P\\P~1 and~2)',
    ],
  ])('%s: %s', (format, text, expected) => expect(fixed('wrong-pinpoint', format, text)).toEqual([expected]));
});

it('where the words stand in several paragraphs each is offered, none as the one that is surely meant', () => {
  const compact =
    '---\nid: compact\ntitle: Oslo Compact\n---\n\n1. We meet.\n\n2. We keep the free passage of all ships.\n\n3. At sea we keep the free passage of all ships.\n';
  const known = libraryOf([{ path: 'compact.md', format: 'markdown', text: compact }]);
  const text = 'The Oslo Compact has “keep the free passage of all ships” (Oslo Compact, para. 1).';
  const finding = runChecks(analyseText(text, 'markdown', known)).find((f) => f.check === 'wrong-pinpoint');
  expect(finding?.fixes.map((f) => f.title)).toEqual(['Cite para. 2', 'Cite para. 3']);
  expect(finding?.fixes.some((f) => f.preferred)).toBe(false);
  for (const f of finding?.fixes ?? []) expect(runChecks(analyseText(apply(text, f.edits), 'markdown', known))).toEqual([]);
});

describe('a pinpoint that exists keeps the author’s signs', () => {
  it.each<[Format, string, string]>([
    ['latex', 'See Washington Declaration, para.~12.', 'See Washington Declaration, para.~7.'],
    ['latex', 'See Washington Declaration, \\P~12.', 'See Washington Declaration, \\P~7.'],
    ['html', '<p>See Washington Declaration, &para;&nbsp;12.</p>', '<p>See Washington Declaration, &para;&nbsp;7.</p>'],
  ])('%s: %s', (format, text, expected) => expect(fixed('unknown-paragraph', format, text)[0]).toBe(expected));
});

describe('a citation is put in as the document cites, behind the closing mark', () => {
  const words = 'forged in shared sacrifice, fortified by enduring security cooperation';
  it.each<[Format, string, string]>([
    [
      'markdown',
      `It consults [@wd, ¶ 3]. The Washington Declaration is “${words}.”`,
      `It consults [@wd, ¶ 3]. The Washington Declaration is “${words}.” [@wd, ¶ 1]`,
    ],
    [
      'latex',
      `It consults \\parencite[\\P~3]{wd}. The Washington Declaration is \\enquote{${words}}.`,
      `It consults \\parencite[\\P~3]{wd}. The Washington Declaration is \\enquote{${words}} \\parencite[\\P~1]{wd}.`,
    ],
    [
      'typst',
      `It consults @wd[para. 3]. The Washington Declaration is "${words}".`,
      `It consults @wd[para. 3]. The Washington Declaration is "${words}" @wd[para. 1].`,
    ],
    [
      'org',
      `It consults [cite:@wd para. 3]. The Washington Declaration is "${words}".`,
      `It consults [cite:@wd para. 3]. The Washington Declaration is "${words}" [cite:@wd para. 1].`,
    ],
    ['asciidoc', `The Washington Declaration is "\`${words}\`".`, `The Washington Declaration is "\`${words}\`" (Washington Declaration, para. 1).`],
    [
      'html',
      `<p>The Washington Declaration is &ldquo;${words}&rdquo;.</p>`,
      `<p>The Washington Declaration is &ldquo;${words}&rdquo; (Washington Declaration, para. 1).</p>`,
    ],
  ])('%s: %s', (format, text, expected) => expect(fixed('uncited-quotation', format, text)).toEqual([expected]));
});

describe('quotation marks are put around, not into, emphasis', () => {
  it.each<[Format, string, string]>([
    [
      'markdown',
      '*maintain robust* communication infrastructure to facilitate these consultations',
      '“*maintain robust* communication infrastructure to facilitate these consultations”',
    ],
    [
      'latex',
      '\\emph{maintain robust} communication infrastructure to facilitate these consultations',
      "``\\emph{maintain robust} communication infrastructure to facilitate these consultations''",
    ],
    [
      'html',
      'maintain robust communication infrastructure to facilitate <em>these consultations</em>',
      '“maintain robust communication infrastructure to facilitate <em>these consultations</em>”',
    ],
  ])('%s: %s', (format, text, expected) => {
    const p = (t: string) => (format === 'html' ? `<p>They do ${t} now (para. 3).</p>` : `They do ${t} now (para. 3).`);
    const all = find(p(text), 'unattributed-words', format).flatMap((f) => f.fixes);
    expect(all.map((f) => apply(OPENING + p(text), f.edits).slice(OPENING.length))).toEqual([p(expected)]);
  });
});
