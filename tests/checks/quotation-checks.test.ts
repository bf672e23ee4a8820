/** The checks of quotations: what they say, and that their fixes leave nothing to find. */
import declarations from 'virtual:declarations';
import { describe, expect, it } from 'vitest';
import type { Edit, Finding } from '../../server/src/checks/check.ts';
import { runChecks } from '../../server/src/checks/index.ts';
import { suppressFinding } from '../../server/src/checks/suppress.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import { DEFAULTS } from '../../server/src/settings.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';

const library = libraryOf(declarations.filter((d) => d.path === 'washington-declaration.md'));

const apply = (text: string, edits: readonly Edit[]) =>
  edits.toSorted((a, b) => b.span.start - a.span.start).reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);

function find(text: string, id: string, format: Format = 'markdown') {
  const analysis = analyseText(text, format, library, { ...DEFAULTS, checks: { 'uncited-quotation': id === 'uncited-quotation' ? 'hint' : 'off' } });
  return { analysis, findings: runChecks(analysis).filter((f) => f.check === id) };
}

describe('every fix leaves no finding of its kind', () => {
  it.each<[string, string, Format?]>([
    ['misquotation', 'It will “discuss nuclear and conventional planning” (Washington Declaration, para. 4).'],
    ['misquotation', 'It has “nuclear and missile threats to the ROK” (Washington Declaration, para. 4).'],
    ['misquotation', 'It will “enhance the visibility of strategic assets” (Washington Declaration, para. 5).'],
    ['misquotation', 'It “commits to consult with the ROK on any possible nuclear weapons employment” (Washington Declaration, para. 3).'],
    ['misquotation', 'Talks come “with no preconditions, as a means to advance the shared goal” (Washington Declaration, para. 7).'],
    ['misquotation', 'It is “met with a swift, overwhelming, and decisive response” (Washington Declaration, para. 5).'],
    ['misquotation', 'It is “met with an overwhelming, swift and decisive response” (Washington Declaration, para. 5).'],
    ['misquotation', '“Guaranteed the U.S. commitment to extend deterrence to the ROK” (Washington Declaration, para. 5).'],
    ['misquotation', 'It speaks of a “truly global alliance that champions democratic principles” (Washington Declaration, para. 1).'],
    ['misquotation', 'It speaks of a “mutual defence relationship” with an “ever-stronger mutual defence relationship” (Washington Declaration, para. 2).'],
    ['misquotation', "It will ``discuss nuclear and conventional planning'' (Washington Declaration, para.~4).", 'latex'],
    ['misquotation', "The Washington Declaration says the allies will ``maintain sturdy communication infrastructure'' (para.~3).", 'latex'],
    ['wrong-pinpoint', 'They were “forged in shared sacrifice” (Washington Declaration, para. 2).'],
    ['wrong-pinpoint', 'The Washington Declaration is short.\n\n| Words | Paragraph |\n| --- | --- |\n| “enduring and ironclad” | 4 |'],
    ['wrong-pinpoint', 'The Washington Declaration is short. Paragraph 5 speaks of “a new bilateral, interagency table-top simulation”.'],
    ['wrong-pinpoint', 'They “make every effort to consult” and were “forged in shared sacrifice” (Washington Declaration, ¶ 3).'],
    ['uncited-quotation', 'The Washington Declaration says it was “forged in shared sacrifice, fortified by enduring security cooperation”, and so on.'],
    ['unattributed-words', 'Under the Washington Declaration they will maintain robust communication infrastructure to facilitate these consultations now.'],
  ])('%s: %s', (id, text, format) => {
    const { findings } = find(text, id, format);
    expect(findings.length).toBeGreaterThan(0);
    const fixes = findings.flatMap((f) => f.fixes);
    expect(fixes.length).toBeGreaterThan(0);
    for (const f of findings)
      for (const fix of f.fixes) {
        const fixed = apply(text, fix.edits);
        const left = find(fixed, id, format).findings;
        expect(left.length, `${fix.title}: ${fixed}`).toBeLessThan(findings.length);
      }
  });
});

describe('a misquotation is as grave as what was changed', () => {
  it.each([
    ['“met with a swift, overwhelming, and decisive response”', 'hint'],
    ['“an ever-stronger mutual defence relationship”', 'information'],
    ['“a swift, overwhelming and ruinous response”', 'warning'],
  ])('%s is a %s', (words, severity) => {
    expect(find(`The Washington Declaration has ${words} (Washington Declaration).`, 'misquotation').findings.map((f) => f.severity)).toEqual([severity]);
  });
});

it('never calls words made up: it says that they are not in the text', () => {
  const { findings } = find('It has “a promise of mutual annihilation at dawn” (Washington Declaration, para. 5).', 'not-in-text');
  expect(findings.map((f) => f.message)).toEqual(['These words are not in the text of the Washington Declaration.']);
});

it('takes the declaration itself for no borrower', () => {
  const source = declarations.find((d) => d.path === 'washington-declaration.md');
  const instrument = library.get('washington-declaration');
  expect(source).toBeDefined();
  const { findings } = find('The Washington Declaration is short.', 'unattributed-words');
  expect(findings).toEqual([]);
  expect(instrument?.paragraphs.length).toBe(7);
});

it('an abbreviation that is left out keeps its last stop in the message', () => {
  const text = 'It is “consistent with the Nuclear Posture Review’s declaratory policy” (Washington Declaration, para. 3).';
  expect(runChecks(analyseText(text, 'markdown', library))[0]?.message).toContain('“U.S.” is left out (an omitted word)');
});

describe('suppressions', () => {
  const wrong = 'It will “discuss nuclear and conventional planning” (Washington Declaration, para. 4).';
  const run = (text: string, format: Format = 'markdown'): readonly Finding[] =>
    runChecks(analyseText(text, format, library)).filter((f) => ['misquotation', 'unused-suppression'].includes(f.check));
  const ids = (text: string, format: Format = 'markdown') => run(text, format).map((f) => f.check);

  it('hold for the next line, the paragraph that begins there, or the line they are on', () => {
    expect(ids(wrong)).toEqual(['misquotation']);
    expect(ids(`<!-- declaration-lens-disable-next-line misquotation -- from the draft -->\n\n${wrong}`)).toEqual([]);
    expect(ids(`<!-- declaration-lens-disable-next-line -->\n\nA first line\n${wrong}`)).toEqual([]);
    expect(ids(`${wrong} <!-- declaration-lens-disable-line misquotation -->`)).toEqual([]);
    expect(ids(`% declaration-lens-disable-next-line misquotation\n${wrong}`, 'latex')).toEqual([]);
    expect(ids(`// declaration-lens-disable-next-line misquotation\n${wrong}`, 'asciidoc')).toEqual([]);
  });

  it('hold for a stretch or for the rest of the file', () => {
    expect(ids(`<!-- declaration-lens-disable misquotation -->\n\n${wrong}\n\n<!-- declaration-lens-enable misquotation -->\n\n${wrong}`)).toEqual([
      'misquotation',
    ]);
    expect(ids(`<!-- declaration-lens-disable -->\n\n${wrong}\n\n${wrong}`)).toEqual([]);
  });

  it('are hinted at when they suppress nothing', () => {
    expect(ids(`<!-- declaration-lens-disable-next-line not-in-text -->\n\n${wrong}`)).toEqual(['unused-suppression', 'misquotation']);
    expect(run(`<!-- declaration-lens-disable-next-line mis-quotation -->\n\nThe Washington Declaration is short.`).map((f) => f.message)).toEqual([
      'No check is called “mis-quotation”.',
    ]);
  });

  it('and what is unused can be removed', () => {
    const text = `The Washington Declaration.\n\n<!-- declaration-lens-disable-next-line misquotation -->\n\nIt is short.\n`;
    const fix = run(text)[0]?.fixes[0];
    expect(fix && apply(text, fix.edits)).toBe('The Washington Declaration.\n\nIt is short.\n');
  });

  it.each<[Format, string]>([
    ['markdown', wrong],
    ['markdown', `- one\n- ${wrong}\n- three`],
    ['markdown', `| a | b |\n| --- | --- |\n| ${wrong} | c |`],
    ['html', `<p>${wrong}</p>`],
    ['latex', wrong],
    ['typst', wrong],
    ['asciidoc', wrong],
    ['restructuredtext', wrong],
    ['org', wrong],
    ['plaintext', wrong],
    ['plaintext', `- one\n- ${wrong}`],
    ['asciidoc', `* one\n* ${wrong}\n* three`],
    ['asciidoc', `[quote]\n____\ndiscuss nuclear and conventional planning, and manage the threat (Washington Declaration, para. 4)\n____`],
    ['org', `- one\n- ${wrong}\n- three`],
    ['org', `A note[fn:1].\n\n[fn:1] ${wrong}`],
    ['restructuredtext', `* one\n* ${wrong}\n* three`],
    ['restructuredtext', `A note [#a]_.\n\n.. [#a] ${wrong}`],
  ])('are written in the comment of %s, and taken away again: %s', (format, text) => {
    const analysis = analyseText(text, format, library);
    const finding = runChecks(analysis).find((f) => f.check === 'misquotation') as Finding;
    const [here, inFile] = suppressFinding(analysis, finding);
    expect([here?.title, inFile?.title]).toEqual(['Suppress misquotation here', 'Suppress misquotation in this file']);
    for (const fix of [here, inFile]) {
      const silenced = apply(text, fix?.edits ?? []);
      expect(ids(silenced, format), silenced).toEqual([]);
      const [unused] = run(silenced.replace('conventional', 'strategic'), format);
      expect(unused?.check).toBe('unused-suppression');
      expect(apply(silenced.replace('conventional', 'strategic'), unused?.fixes[0]?.edits ?? []).replace(/\n+/g, '\n')).toBe(
        text.replace('conventional', 'strategic').replace(/\n+/g, '\n'),
      );
    }
  });

  it('stand at the top of a file behind its front matter, and in the body of a page', () => {
    const top = (text: string, format: Format) => {
      const analysis = analyseText(text, format, library);
      return apply(text, suppressFinding(analysis, runChecks(analysis)[0] as Finding).at(-1)?.edits ?? []);
    };
    expect(top(`---\ntitle: A brief\n---\n\n${wrong}\n`, 'markdown')).toBe(
      `---\ntitle: A brief\n---\n\n<!-- declaration-lens-disable misquotation -->\n\n${wrong}\n`,
    );
    expect(top(`<!doctype html><body class="a"><p>${wrong}</p></body>`, 'html')).toContain('<body class="a">\n<!-- declaration-lens-disable misquotation -->');
  });

  it('but a notebook’s file has no comments to write one in', () => {
    const text = JSON.stringify({ cells: [{ cell_type: 'markdown', source: [wrong] }], nbformat: 4 });
    const analysis = analyseText(text, 'notebook', library);
    expect(suppressFinding(analysis, runChecks(analysis)[0] as Finding)).toEqual([]);
  });
});
