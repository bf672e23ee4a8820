import declarations from 'virtual:declarations';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reference } from '../../server/src/document/analysis.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import { DEFAULTS } from '../../server/src/settings.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';
import { runs } from '../properties.ts';

const library = libraryOf(declarations);
const read = (text: string, format: Format = 'markdown', references?: ReadonlyMap<string, Reference>) =>
  analyseText(text, format, library, DEFAULTS, references);
/** Citations of the declaration as "form: text → paragraphs", one a line. */
const drawn = (text: string, format: Format = 'markdown') =>
  read(text, format)
    .citations.filter((c) => c.instrument)
    .map((c) => `${c.form}: ${text.slice(c.span.start, c.span.end)} → ${c.pinpoints.flatMap((p) => p.paragraphs).join(' ') || '–'}`)
    .join('\n');
const cites = (text: string) => read(text).cites.map((c) => c.instrument.id);

describe('homonyms', () => {
  test('a document about the U.S.–German text of that name cites nothing', () => {
    expect(
      cites('On July 15, 2021, Chancellor Merkel and President Biden signed the Washington Declaration. Germany and the United States share values (para. 3).'),
    ).toEqual([]);
  });

  test('a date beside the name decides', () => {
    expect(cites('The Washington Declaration (1953) was signed by sixteen states.')).toEqual([]);
    expect(cites('The Washington Declaration of 26 April 2023 mentions Germany nowhere.')).toEqual(['washington-declaration']);
  });

  test('parties beside the name decide', () => {
    expect(cites('The U.S.–German Washington Declaration is about energy.')).toEqual([]);
    expect(cites('The U.S.-ROK Washington Declaration is about deterrence.')).toEqual(['washington-declaration']);
  });

  test('in a document about both, each mention goes by its own evidence', () => {
    const text = 'The Washington Declaration of 15 July 2021 binds Germany. The Washington Declaration of 26 April 2023 (para. 4) founded the NCG in Korea.';
    expect(drawn(text)).toBe('full: Washington Declaration of 26 April 2023 (para. 4 → 4');
  });
});

describe('two texts of one name', () => {
  test('that both are in the library are told apart, though one of them lists no homonyms', () => {
    const both = libraryOf([
      ...declarations,
      {
        path: 'other.md',
        format: 'markdown',
        text: '---\nid: other\ntitle: Washington Declaration\ndate: 2021-07-15\nparties: [United States, Germany]\n---\n\nWe value trade.\n',
      },
    ]);
    const ids = (text: string) => analyseText(text, 'markdown', both).cites.map((c) => c.instrument.id);
    expect(ids('The Washington Declaration binds Seoul and the Republic of Korea (para. 3).')).toEqual(['washington-declaration']);
    expect(ids('The Washington Declaration binds Germany (para. 1).')).toEqual(['other']);
  });

  test('a number beneath “Paragraph” is a pinpoint, unless the text has no such paragraph', () => {
    const table = (head: string, number: string) =>
      drawn(`The Washington Declaration is short.\n\n| Words | ${head} |\n| --- | --- |\n| “enduring and ironclad” | ${number} |`);
    expect(table('Paragraph', '5')).toContain('short: 5 → 5');
    expect(table('¶', '5')).toContain('short: 5 → 5');
    expect(table('Paragraph', '12')).not.toContain('12');
    expect(table('Grade', '5')).not.toContain('→ 5');
  });

  test('“id.” takes over the paragraph of a note that ends in the definition of a short form', () => {
    const text = 'A.[^1] B.[^2]\n\n[^1]: Washington Declaration, Apr. 26, 2023, ¶ 3 [hereinafter *Decl.*].\n\n[^2]: *Id.*';
    expect(drawn(text)).toContain('ibid: *Id.* → 3'.replaceAll('*', ''));
  });

  test('a short form may stand before the name', () => {
    expect(drawn('Cited as WD (the Washington Declaration of 26 April 2023). See WD, para. 4.')).toContain('short: WD, para. 4 → 4');
    expect(drawn('Washington Declaration, U.S.-ROK, 26 April 2023 [WD]. See WD, para. 4.')).toContain('short: WD, para. 4 → 4');
    expect(drawn('The NCG (Washington Declaration, para. 4) meets. See NCG, para. 5.')).not.toContain('NCG, para. 5');
  });

  test('each declaration is told by its year, its parties or who signed it', () => {
    const text =
      'The Washington Declaration of July 2021 praises values. The Washington Declaration of April 2023 founds the NCG. The 2021 declaration (para. 2) and the 2023 declaration (para. 3) differ.';
    expect(drawn(text).split('\n').slice(1)).toEqual(['short: the 2023 declaration (para. 3 → 3']);
    expect(cites('The Biden–Merkel Washington Declaration, para. 6, is about energy.')).toEqual([]);
  });

  test('“the earlier Declaration” is left alone', () => {
    const text =
      'The Washington Declaration of 1953 threatened. The Washington Declaration of 26 April 2023 consults. The earlier Declaration (¶ 2) promised none.';
    expect(drawn(text)).not.toContain('→ 2');
  });

  test('what the text is told apart from does not speak for that', () => {
    expect(cites('The Washington Declaration (the one on the NCG, not the U.S.-German one of 15 July 2021) has seven paragraphs.')).toEqual([
      'washington-declaration',
    ]);
  });

  test('nor does what the text is silent about, or one of two who signed it', () => {
    expect(
      cites(
        'In July 2021 Chancellor Merkel came to Washington. The Washington Declaration that she and President Biden issued is short (para. 1). ROK and DPRK are not mentioned in it, nor is the NCG.',
      ),
    ).toEqual([]);
    expect(cites('The Washington Declaration that Presidents Biden and Yoon issued is short (para. 1).')).toEqual(['washington-declaration']);
  });

  test('a body of the text’s own in the sentence outweighs states named around it', () => {
    expect(
      cites('The Washington Declaration gave Seoul a seat in the NCG (para. 4). German diplomats envy it; Germany has NATO. New Zealand wants none.'),
    ).toEqual(['washington-declaration']);
  });

  test('a year in passing decides nothing', () => {
    expect(cites('Since 1953 the U.S.-ROK alliance has held. The Washington Declaration adds the NCG.')).toEqual(['washington-declaration']);
  });
});

test('a list of thousands of pinpoints is read in time', { retry: 3 }, () => {
  const began = performance.now();
  read(`The Washington Declaration, ${'¶ 3, '.repeat(8000)}`);
  expect(performance.now() - began).toBeLessThan(5000);
});

describe('what the user says outright', () => {
  test('front matter turns the tool off', () => {
    expect(cites('---\ndeclarations: []\n---\nThe Washington Declaration, para. 3.\n')).toEqual([]);
  });

  test('front matter names what is cited without being named', () => {
    const a = read('---\ndeclarations: [washington-declaration]\n---\nSee para. 4.\n');
    expect(a.cites.map((c) => `${c.instrument.id}: ${c.why}`)).toEqual(['washington-declaration: front matter']);
    expect(a.citations[0]?.pinpoints[0]?.paragraphs).toEqual(['4']);
  });

  test('a comment does the same in any format', () => {
    expect(read('% declaration-lens: none\nThe Washington Declaration, para. 3.\n', 'latex').cites).toEqual([]);
    expect(read('<!-- declaration-lens: washington-declaration -->\nSee para. 3.\n').cites[0]?.why).toBe('comment');
  });
});

describe('streams', () => {
  test('ibid. means the note before, not the body between', () => {
    const text = 'Washington Declaration.[^1] The NPT is older.[^2]\n\n[^1]: Washington Declaration, para. 3.\n[^2]: *Ibid.*, para. 5.\n';
    expect(drawn(text)).toContain('ibid: Ibid.*, para. 5 → 5');
  });

  test('ibid. after a note that cites two texts is nobody’s', () => {
    const text = 'Washington Declaration.[^1] More.[^2]\n\n[^1]: Washington Declaration, para. 3; NPT, art. VI.\n[^2]: *Ibid.*, para. 5.\n';
    expect(drawn(text)).not.toContain('Ibid');
  });

  test('supra finds its note', () => {
    const text = 'One.[^a] Two.[^b]\n\n[^a]: Washington Declaration, ¶ 3.\n[^b]: Washington Declaration, *supra* note 1, ¶ 6.\n';
    expect(drawn(text)).toContain('→ 6');
  });
});

describe('pinpoints of other texts', () => {
  test.each([
    ['Washington Declaration, para. 3. See also NATO Strategic Concept, para. 29.'],
    ['Washington Declaration, para. 3. In Camp David “Spirit” ¶ 9 the leaders turn to the sea.'],
    ['Washington Declaration, para. 3. It is unlike paragraph 5 of their summit declaration, and paragraph 6 of another text.'],
    ['Washington Declaration, para. 3. The alliance’s communiqué in July “reaffirm[ed] our old commitment” (para. 2).'],
    ['Washington Declaration, para. 3. The skeleton argument, at para 7, misses it.'],
    ['Washington Declaration, para. 3. The report’s own para. 2 (of this thesis) is longer.'],
  ])('%s', (text) => expect(drawn(text)).toBe('full: Washington Declaration, para. 3 → 3'));
});

test('a pinpoint behind a quotation is not of the treaty that ends its words', () => {
  const text =
    'The Washington Declaration keeps “obligations under the Nuclear Nonproliferation Treaty” (para. 3). The “Washington Declaration” (para. 4) is short.';
  expect(drawn(text).split('\n').slice(1)).toEqual(['short: para. 3 → 3', 'full: Washington Declaration” (para. 4 → 4']);
  expect(drawn('The Washington Declaration keeps "obligations under the Nuclear Nonproliferation Treaty" (para. 3).')).toContain('→ 3');
});

test('brackets behind a full stop cite the sentence, not the name that ends it', () => {
  const text = 'The Washington Declaration is short.\n\n> The ROK keeps its obligations under the Nuclear Nonproliferation Treaty. (para. 3)';
  expect(drawn(text).split('\n').slice(1)).toEqual(['short: para. 3 → 3']);
});

describe('formats', () => {
  test('LaTeX', () => {
    const text = 'The Washington Declaration~\\cite[para.~3]{washington-declaration} is short.\n';
    expect(drawn(text, 'latex')).toContain('key: ');
    expect(drawn(text, 'latex')).toContain('→ 3');
  });

  test('Typst', () => {
    expect(drawn('It says so #cite(<washington-declaration>, supplement: [para. 4]).\n', 'typst')).toContain('→ 4');
  });

  test('plain text, hard-wrapped', () => {
    expect(drawn('The Washington\nDeclaration, paras. 3\nand 5, says so.\n', 'plaintext')).toBe('full: Washington\nDeclaration, paras. 3\nand 5 → 3 5');
  });
});

describe('keys', () => {
  const references = new Map<string, Reference>([
    ['wd', { key: 'wd', title: 'Washington Declaration', date: '2023-04-26' }],
    ['merkel', { key: 'merkel', title: 'Washington Declaration', date: '2021-07-15' }],
  ]);

  test('a bibliography explains them, and its date decides between homonyms', () => {
    expect(read('See [@wd, para. 3].\n', 'markdown', references).citations[0]?.instrument).toBe('washington-declaration');
    expect(read('See [@merkel, para. 3].\n', 'markdown', references).citations[0]?.instrument).toBeUndefined();
  });

  test('behind the key’s own locator another work has its own', () => {
    const pins = (text: string) => read(text, 'markdown', references).citations.map((c) => c.pinpoints.flatMap((p) => p.paragraphs).join(' '));
    expect(pins('See [@wd, para. 4, quoted in Holm, para. 9].\n')).toEqual(['4']);
    expect(pins('See [@wd, para. 4, see also para. 7].\n')).toEqual(['4 7']);
    expect(pins('See [@wd, p. 1, paras. 3, 5 and 7].\n')).toEqual(['3 5 7']);
    expect(pins('See [@wd {para. 4}, as Holm says].\n')).toEqual(['4']);
  });

  test('without one, only a key made of the title’s letters and year in a document that names the title', () => {
    expect(drawn('The Washington Declaration [@washdecl2023, para. 3].\n')).toContain('→ 3');
    expect(drawn('The Washington Declaration [@smith2023, para. 3].\n')).not.toContain('→ 3');
  });
});

test('a document that cites nothing is left alone', () => {
  expect(cites('These notes concern the port fees dispute. See para. 5. “We will be back,” he said. The NCG met.')).toEqual([]);
});

test('text in code, links and comments is never read', () => {
  expect(cites('`Washington Declaration, para. 3` and <!-- Washington Declaration --> and [x](https://example.org/Washington_Declaration)')).toEqual([]);
});

test('any text is read without failing, and spans lie in it', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      'Washington Declaration',
      'the Declaration',
      ' para. 4',
      '¶¶ 3–5',
      'ibid.',
      '[@washington-declaration, para. 9]',
      '(the “WD”)',
      '워싱턴 선언 4항',
      '\n\n',
      '[^1]',
      '\n[^1]: Id. ¶ 3\n',
      'NPT, art. VI',
      'paras. 999–1',
      '“',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join(' ');
      const a = read(text);
      for (const s of [...a.citations, ...a.citations.flatMap((c) => c.pinpoints), ...a.mentions, ...a.claims]) {
        expect(s.span.start).toBeLessThanOrEqual(s.span.end);
        expect(s.span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: runs(150) },
  );
});
