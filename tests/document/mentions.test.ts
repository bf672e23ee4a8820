/** Mentions of terms in citing documents: inflected, translated, wrapped, redefined; and what only looks like one. */
import declarations from 'virtual:declarations';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Mention } from '../../server/src/document/analysis.ts';
import { definitionsIn } from '../../server/src/document/definitions.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';
import { runs } from '../properties.ts';
import { draw } from '../support/notation.ts';

const library = libraryOf(declarations.filter((d) => d.path === 'washington-declaration.md'));
const CITE = 'The Washington Declaration of April 2023 is meant.\n\n';
const read = (text: string, format: Format = 'markdown') => analyseText(CITE + text, format, library);
/** Mentions behind the sentence that cites: what is written, `=` the name; `*` where the document pairs them, `°` where it is the document's own. */
const mentionsIn = (text: string, format?: Format): readonly string[] =>
  read(text, format).mentions.map((m) => `${m.text.replace(/\s+/g, ' ')}${m.definedHere ? '*' : ''}${m.instrument === undefined ? '°' : ''} = ${m.long}`);
const wordsOf = (text: string, format?: Format): readonly string[] => read(text, format).mentions.map((m) => m.text.replace(/\s+/g, ' '));

describe('in all inflections', () => {
  it.each([
    ['The NCG’s work', ['NCG']],
    ["The NCG's work", ['NCG']],
    ['NCG and other NCGs', ['NCG', 'NCG']],
    ['an NCG-led effort, a non-NPT state', ['NCG', 'NPT']],
    ['the U.S.-ROK and ROK/U.S. talks', ['U.S.', 'ROK', 'ROK', 'U.S.']],
    ['the US, the USA, the U.S., the U. S. position', ['US', 'USA', 'U.S.', 'U. S.']],
    ['ＮＣＧ in full width', ['ＮＣＧ']],
    ['NCG는 서울에서 열렸고 DPRK의 위협', ['NCG', 'DPRK']],
    ['SSBNs and an SSBN', ['SSBN', 'SSBN']],
    ['Article VI of the NPT [@npt, art. VI]', ['NPT']],
  ])('%s', (text, expected) => expect(wordsOf(text)).toEqual(expected));
});

describe('names in full', () => {
  it.each([
    ['The Nuclear\nConsultative Group met.', ['Nuclear Consultative Group']],
    ['The *Nuclear Consultative* Group met.', ['Nuclear Consultative* Group']],
    ["The Democratic People's Republic of Korea, not the Republic of Korea.", ["Democratic People's Republic of Korea", 'Republic of Korea']],
    ['The Treaty on the Non\u2011Proliferation of Nuclear Weapons.', ['Treaty on the Non\u2011Proliferation of Nuclear Weapons']],
    ['United States Strategic Command and US Strategic Command', ['United States Strategic Command', 'US Strategic Command']],
    ['the US-ROK Combined Forces Command', ['US-ROK Combined Forces Command']],
    ['the Extended Deterrence Strategy & Consultation Group', ['Extended Deterrence Strategy & Consultation Group']],
    ['핵협의그룹은 확장억제를 논의한다.', ['핵협의그룹', '확장억제']],
    ['Extended deterrence and EXTENDED DETERRENCE', ['Extended deterrence']],
  ])('%s', (text, expected) => {
    const analysis = read(text);
    expect(analysis.mentions.map((m) => analysis.text.slice(m.span.start, m.span.end).replace(/\s+/g, ' '))).toEqual(expected);
  });

  test('a name in full is marked as one', () => {
    expect(read('The Nuclear Consultative Group, the NCG.').mentions.map((m) => [m.short, m.named])).toEqual([
      ['NCG', true],
      ['NCG', false],
    ]);
  });
});

test('a body may speak, and a treaty has articles', () => {
  expect(wordsOf('NCG reported progress; they spoke to NCG staff; the NPR says so, and NPT Article VI and MDT article III do.')).toEqual([
    'NCG',
    'NCG',
    'NPR',
    'NPT',
    'MDT',
  ]);
});

describe('no mention', () => {
  it.each([
    'They told us so; JOIN US TODAY.',
    'A mutual defense treaty binds; a nuclear posture review takes years.',
    'See npr.org, `NCG`, <https://example.org/NCG> and NCG_2024.pdf.',
    'It cost US$5 million.',
    'USS Kentucky and 5 U.S.T. 2368 and NCGX and ANCG.',
    'NPR reported it; in a podcast from NPR a host said so; NPR’s Morning Show host asked, and he told NPR, according to NPR, on an NPR affiliate.',
    'CFCs deplete the ozone layer.',
    '# NUCLEAR CONSULTATIVE GROUP',
    'The Indo-Pacific Economic Framework, the Extended Deterrence Policy Committee and the Korean Peninsula Energy Fund.',
  ])('%s', (text) => expect(wordsOf(text)).toEqual([]));
});

describe('what the document defines', () => {
  test('another thing of that name holds throughout, and is not the instrument’s', () => {
    expect(mentionsIn('NPR was there. National Public Radio (NPR) told it, and NPR was right.')).toEqual([
      'NPR*° = National Public Radio',
      'National Public Radio*° = National Public Radio',
      'NPR*° = National Public Radio',
      'NPR*° = National Public Radio',
    ]);
  });

  test('a second meaning holds where it is given', () => {
    expect(mentionsIn('The Nuclear Posture Review (NPR) came out. National Public Radio (NPR) told it.')).toEqual([
      'Nuclear Posture Review* = Nuclear Posture Review',
      'NPR* = Nuclear Posture Review',
      'National Public Radio*° = National Public Radio',
      'NPR*° = National Public Radio',
    ]);
  });

  test('the same expansion, or another accepted one, is the instrument’s and defined here', () => {
    expect(mentionsIn('The Treaty on the Non-Proliferation of Nuclear Weapons (NPT) and the United States (U.S.).')).toEqual([
      'Treaty on the Non-Proliferation of Nuclear Weapons* = Nuclear Nonproliferation Treaty',
      'NPT* = Nuclear Nonproliferation Treaty',
      'United States* = United States',
      'U.S.* = United States',
    ]);
  });

  test('a name in another language beside the short form defines it', () => {
    expect(mentionsIn('핵협의그룹(NCG)은 유익하다. NCG가 열렸다.')).toEqual([
      '핵협의그룹* = Nuclear Consultative Group',
      'NCG* = Nuclear Consultative Group',
      'NCG* = Nuclear Consultative Group',
    ]);
  });

  it.each([
    'NCG stands for Nuclear Consultative Group.',
    'The NCG, the Nuclear Consultative Group, met.',
    'The Nuclear Consultative Group – NCG – met.',
    'The Nuclear Consultative Group, or NCG, met.',
    'NCG (short for the Nuclear Consultative Group) met.',
  ])('defined without brackets, or otherwise: %s', (text) =>
    expect(new Set(mentionsIn(text).map((m) => m.split(' = ')[0]))).toEqual(new Set(['NCG*', 'Nuclear Consultative Group*'])),
  );

  test('a near miss is meant for the instrument’s', () => {
    expect(mentionsIn('The Nuclear Consultation Group (NCG) met.')).toEqual(['NCG = Nuclear Consultative Group']);
  });

  test('its own terms are listed with every use', () => {
    expect(mentionsIn('The Harbour Pilots Board (HPB) met. The HPB’s chair left the Harbour Pilots Board.')).toEqual([
      'Harbour Pilots Board*° = Harbour Pilots Board',
      'HPB*° = Harbour Pilots Board',
      'HPB*° = Harbour Pilots Board',
      'Harbour Pilots Board*° = Harbour Pilots Board',
    ]);
  });

  test('a table of abbreviations defines, whichever column comes first', () => {
    const table = '| Short | Name |\n| --- | --- |\n| MDT | Mutual Defence Treaty |\n\n| Name | Short |\n| --- | --- |\n| Harbour Pilots Board | HPB |\n';
    expect(definitionsIn(read(table).markup.blocks).map((d) => `${d.short} = ${d.long}`)).toEqual([
      'MDT = Mutual Defence Treaty',
      'HPB = Harbour Pilots Board',
    ]);
    expect(mentionsIn(table)[0]).toBe('MDT* = Mutual Defense Treaty');
  });
});

test('the same words are found in every format', () => {
  const all: readonly (readonly [Format, string])[] = [
    ['markdown', 'The **NCG** and the U.S.–ROK *Nuclear\nConsultative Group*'],
    ['latex', 'The \\textbf{NCG} and the U.S.--ROK \\emph{Nuclear\nConsultative Group}'],
    ['typst', 'The *NCG* and the U.S.–ROK _Nuclear\nConsultative Group_'],
    ['asciidoc', 'The *NCG* and the U.S.–ROK _Nuclear\nConsultative Group_'],
    ['restructuredtext', 'The **NCG** and the U.S.–ROK *Nuclear\nConsultative Group*'],
    ['org', 'The *NCG* and the U.S.–ROK /Nuclear\nConsultative Group/'],
    ['html', '<p>The <b>NCG</b> and the U.S.&ndash;ROK <em>Nuclear\nConsultative Group</em></p>'],
    ['plaintext', 'The NCG and the U.S.–ROK Nuclear\nConsultative Group'],
  ];
  for (const [format, text] of all) expect(wordsOf(text, format), format).toEqual(['NCG', 'U.S.', 'ROK', 'Nuclear Consultative Group']);
});

test('spans cover the form itself', () => {
  const analysis = read('The NCG’s chairs and two NCGs met U.S.-ROK staff.');
  expect(
    draw(
      analysis.text,
      analysis.mentions.map((m) => ({ span: m.span, label: m.short })),
    ).slice(CITE.length),
  ).toBe(
    `
The NCG’s chairs and two NCGs met U.S.-ROK staff.
    ^^^ NCG
                         ^^^ NCG
                                  ^^^^ U.S.
                                       ^^^ ROK`.trimStart(),
  );
});

test('an edit elsewhere changes no mention', () => {
  const text = 'The Harbour Office (HO) wrote to the NCG. HO waits.\n\nThe NCG met.\n';
  const before = mentionsIn(text);
  mentionsIn(text.replace('The NCG met', 'The NCG (National Choir Group) met'));
  expect(mentionsIn(text)).toEqual(before);
});

test('an instrument that shortens a name gives it, before one that only names it', () => {
  const both = libraryOf([
    { path: 'plain.md', text: '---\ntitle: Plain Declaration\n---\n\nBoth praised the North Sea Pact.\n', format: 'markdown' },
    { path: 'short.md', text: '---\ntitle: Short Declaration\n---\n\nBoth praised the North Sea Pact (NSP).\n', format: 'markdown' },
  ]);
  const { mentions } = analyseText('The Plain Declaration and the Short Declaration praise the North Sea Pact.', 'markdown', both);
  expect(mentions.map((m) => [m.short, m.long, m.instrument])).toEqual([['NSP', 'North Sea Pact', 'short']]);
});

test('a document that cites nothing has no mention but its own', () => {
  expect(analyseText('The NCG met in Seoul.', 'markdown', library).mentions).toEqual([]);
});

test('on any text, mentions lie in the file, in order, without overlap', () => {
  const parts = fc.array(
    fc.oneof(
      fc.constantFrom(
        'NCG',
        'NCGs',
        'U.S.',
        '-',
        'ROK',
        'Republic of Korea',
        '(',
        ')',
        'Democratic People’s ',
        ' ',
        '\n',
        '*',
        '|',
        '는',
        'ＮＣＧ',
        'Nuclear Consultative Group',
        '`',
        '> ',
        '&',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(parts, (p) => {
      const analysis = read(p.join(''));
      let last: Mention | undefined;
      for (const m of analysis.mentions) {
        expect(m.span.start).toBeGreaterThanOrEqual(last?.span.end ?? 0);
        expect(m.span.end).toBeGreaterThan(m.span.start);
        expect(m.span.end).toBeLessThanOrEqual(analysis.text.length);
        last = m;
      }
    }),
    { numRuns: runs(150) },
  );
});
