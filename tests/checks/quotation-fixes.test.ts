/** Fixes of quotations in every format: what they write is the author's own style, and leaves nothing of that kind to find. */
import declarations from 'virtual:declarations';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../server/src/checks/check.ts';
import { runChecks } from '../../server/src/checks/index.ts';
import type { Reference } from '../../server/src/document/analysis.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import { DEFAULTS } from '../../server/src/settings.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';

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
    ['restructuredtext', '“forged in shared sacrifice” (*Washington Declaration*, ¶ 2)', '“forged in shared sacrifice” (*Washington Declaration*, ¶ 1)'],
    [
      'latex',
      '“forged in shared sacrifice” and “an ever-stronger mutual defense relationship” (\\P~2)',
      '“forged in shared sacrifice” and “an ever-stronger mutual defense relationship” (\\P\\P~1 and~2)',
    ],
  ])('%s: %s', (format, text, expected) => expect(fixed('wrong-pinpoint', format, text)).toEqual([expected]));
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
