import declarations from 'virtual:declarations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../server/src/document/compare.ts';
import { wordsAt } from '../../server/src/document/compare-places.ts';
import { libraryOf } from '../../server/src/service.ts';
import { plainProse } from '../../server/src/text/prose.ts';
import { runs } from '../properties.ts';

const library = libraryOf(declarations.filter((d) => d.path === 'washington-declaration.md'));
const instrument = library.loaded[0] as NonNullable<(typeof library.loaded)[number]>;
const paragraphs = instrument.paragraphs.map((p) => p.prose.text);

/** What is compared is always prose: white space folded, invisible characters gone. */
const best = (written: string) => compare(plainProse(written).text, instrument)[0];
const kinds = (written: string) => best(written)?.differences.map((d) => `${d.marked ? 'shown ' : ''}${d.kind}`);

/** 10,000 with `PROPERTY_RUNS=40`. */
const numRuns = runs(250);

/** A true quotation: some consecutive words of a paragraph, beginning and ending with a word. */
const quotation = fc
  .record({ paragraph: fc.nat(paragraphs.length - 1), from: fc.nat(400), count: fc.integer({ min: 6, max: 28 }) })
  .map(({ paragraph, from, count }) => {
    const words = (paragraphs[paragraph] as string).split(' ').filter((w) => /[\p{L}\p{N}]/u.test(w));
    const start = from % Math.max(1, words.length - count);
    return words.slice(start, start + count);
  })
  .filter((words) => words.length >= 6);

const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const toggleFirst = (s: string) => (s[0] === s[0]?.toUpperCase() ? s[0]?.toLowerCase() : s[0]?.toUpperCase()) + s.slice(1);

describe('typography is no change', () => {
  it('whatever marks, dashes, wraps, first letter and final stop the author uses', () => {
    const wraps = fc.array(fc.constantFrom(' ', ' ', '\n', '  ', '\u00A0', '\r\n', ' \n'), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(
        quotation,
        wraps,
        fc.constantFrom('’', "'", 'ʼ', '′'),
        fc.constantFrom('-', '‐', '–', '\u00AD-'),
        fc.constantFrom('', '.', ',', ';'),
        fc.boolean(),
        (words, spaces, apostrophe, dash, end, swap) => {
          const last = (words.at(-1) as string).replace(/[.,;]$/, '');
          const plain = [...words.slice(0, -1), last].map((w, i) => (i === 0 ? w : spaces[i]) + (i === 0 ? '' : w)).join('');
          const typed = plain.replaceAll('’', apostrophe).replaceAll('-', dash) + end;
          expect(best(swap ? toggleFirst(typed) : typed)?.match).toBe('verbatim');
        },
      ),
      { numRuns },
    );
  });

  it('nor are remarks such as [sic] and (emphasis added)', () => {
    expect(best('forged in shared sacrifice [sic], fortified by enduring security cooperation (emphasis added)')?.match).toBe('verbatim');
  });

  it('nor more than punctuation a word parted or joined, at the edge as within', () => {
    for (const [written, stands] of [
      ['is enduring and iron-clad', 'is enduring and ironclad'],
      ['iron-clad, and that any nuclear attack', 'ironclad, and that any nuclear attack'],
      ['tabletop exercise conducted with', 'table-top exercise conducted with'],
      ['a new bilateral, interagency tabletop', 'a new bilateral, interagency table-top'],
      ['a new tabletop exercise', 'a new table-top exercise'],
    ] as const) {
      expect(kinds(written), written).toEqual(['punctuation']);
      expect(wordsAt(instrument, best(written)?.place ?? { start: 0, end: 0 })).toBe(stands);
    }
  });

  it('nor a hyphen that only a line end needs', () => {
    expect(compare('a new bilateral, inter\u00ADagency table-top simulation', instrument)[0]?.match).toBe('verbatim');
    expect(compare('a new bilateral, interagency table\u00ADtop simulation', instrument)[0]?.match).toBe('verbatim');
  });
});

describe('a changed word is never verbatim', () => {
  const somewhere = fc.nat(1000);
  const inserted = fc.constantFrom('quite', 'forthwith', 'not', 'never', '17', 'jointly', 'Wellington');

  it('when a word is put in', () => {
    fc.assert(
      fc.property(quotation, somewhere, inserted, (words, n, word) => {
        const at = 1 + (n % (words.length - 1));
        expect(best([...words.slice(0, at), word, ...words.slice(at)].join(' '))?.match).toBe('altered');
      }),
      { numRuns },
    );
  });

  it('when a word is dropped', () => {
    fc.assert(
      fc.property(quotation, somewhere, (words, n) => {
        const at = 1 + (n % (words.length - 2));
        fc.pre(
          bare(words[at] as string) !== bare(words[at - 1] as string) &&
            bare(words[at] as string) !== bare(words[at + 1] as string) &&
            bare(words[at] as string) !== '',
        );
        const written = words.toSpliced(at, 1);
        fc.pre(!paragraphs.some((p) => p.split(' ').map(bare).join(' ').includes(written.map(bare).join(' '))));
        expect(best(written.join(' '))?.match).toBe('altered');
      }),
      { numRuns },
    );
  });

  it('when two words change places', () => {
    fc.assert(
      fc.property(quotation, somewhere, (words, n) => {
        const at = n % (words.length - 1);
        fc.pre(bare(words[at] as string) !== bare(words[at + 1] as string));
        expect(best(words.toSpliced(at, 2, words[at + 1] as string, words[at] as string).join(' '))?.match).toBe('altered');
      }),
      { numRuns },
    );
  });

  it('when a word or a figure is put for another', () => {
    fc.assert(
      fc.property(quotation, somewhere, inserted, (words, n, word) => {
        expect(best(words.toSpliced(n % words.length, 1, word).join(' '))?.match).not.toBe('verbatim');
        expect(best(words.toSpliced(n % words.length, 1, word).join(' '))?.match).not.toBe('marked');
      }),
      { numRuns },
    );
  });

  it.each([
    ['met on this 27th day of April, 2023', ['number']],
    ['mark the 60th anniversary of the U.S.-ROK Alliance', ['number']],
    ['the United States commits to consult with the ROK on any possible nuclear weapons employment', ['hedge']],
    ['the Alliance will enable joint execution and planning', ['hedge']],
    ['any nuclear attack by the DPRK against the ROK will not be met with a swift, overwhelming and decisive response', ['negation']],
    ['dialogue and diplomacy with the DPRK, with preconditions', ['negation']],
    ['will be met with an overwhelming, swift and decisive response', ['order']],
    ['ironclad and enduring', ['order']],
    ['stability and peace in the Indo-Pacific', ['order']],
    ['to develop an ever-stronger mutual defence relationship', ['spelling']],
    ['nuclear and missile threats to the ROK and the region', ['added']],
    ['enhance the visibility of strategic assets', ['omitted']],
    ['discuss nuclear and conventional planning', ['word']],
    ['robust communication infrastructure to facilitate those consultations', ['word']],
    ['a swift, overwhelming, and decisive response', ['punctuation']],
    ['a new table top exercise conducted with U.S. Strategic Command', ['punctuation']],
    ['a new table-top exercise conducted with US Strategic Command', ['punctuation']],
    ['the alliance will maintain robust communication infrastructure', ['case']],
  ])('%s', (written, expected) => {
    expect(kinds(written)).toEqual(expected);
    expect(best(written)?.match).toBe('altered');
  });
});

describe('an honest mark is never an alteration', () => {
  it('when an ellipsis stands for words left out', () => {
    const dots = fc.constantFrom('…', '...', '. . .', '[…]', '[...]', '[. . .]', '(…)', '....');
    fc.assert(
      fc.property(quotation, fc.nat(1000), fc.integer({ min: 1, max: 9 }), dots, (words, n, drop, mark) => {
        const at = 2 + (n % (words.length - 3));
        const rest = words.slice(at + drop);
        fc.pre(rest.length > 0);
        const head = words.slice(0, at);
        expect(best([...head, mark, ...rest].join(' '))?.match).toBe('marked');
      }),
      { numRuns },
    );
  });

  it('when brackets stand for words replaced or put in', () => {
    fc.assert(
      fc.property(
        quotation,
        fc.nat(1000),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('[North Korea]', '[the allies]', '[then]', '[sic and more]'),
        (words, n, drop, bracket) => {
          const at = 2 + (n % (words.length - 3));
          fc.pre(at + drop < words.length);
          expect(best([...words.slice(0, at), bracket, ...words.slice(at + drop)].join(' '))?.match).toBe('marked');
        },
      ),
      { numRuns },
    );
  });

  it.each([
    '[T]he United States will further enhance',
    'robust communication infrastructure to facilitate the[] consultations',
    'reaffirm[ing] the ROK’s longstanding commitment',
    '... commits to make every effort to consult ...',
    'nuclear and strategic planning [but] ... the threat to the nonproliferation regime',
    'remain steadfast in their pursuit of dialogue … without preconditions',
    'forged in shared sacrifice … in the Indo-Pacific',
    'the threat to the nonproliferation regime posed by [North Korea]. . . . [T]he Alliance will work',
  ])('%s', (written) => {
    expect(best(written)?.match).toBe('marked');
  });

  it('but fragments out of order are altered', () => {
    expect(best('driven by technological advancements')?.match).toBe('altered');
    expect(best('nourished by our close kinship … forged in shared sacrifice')?.match).toBe('altered');
  });

  it('and a bracket does not excuse the words beside it', () => {
    expect(best('the threat to the nonproliferation regime caused by [North Korea]')?.match).toBe('altered');
  });
});

describe('likeness', () => {
  it('tells words that are nearly there from words that are not', () => {
    expect(best('nourished by our close friendship')?.similarity).toBeGreaterThan(0.6);
    expect(best('an automatic nuclear guarantee for Seoul')?.similarity ?? 0).toBeLessThan(0.5);
    expect(best('immediate and irrevocable retaliation')?.similarity ?? 0).toBeLessThan(0.5);
  });

  it('finds every place where the same words stand', () => {
    const labels = compare('the Korean Peninsula', instrument).map((c) => c.match);
    expect(labels.length).toBeGreaterThan(2);
    expect(new Set(labels)).toEqual(new Set(['verbatim']));
  });

  it('has nothing to compare where there are no words', () => {
    expect(compare('…', instrument)).toEqual([]);
    expect(compare('', instrument)).toEqual([]);
    expect(compare('[…] [sic]', instrument)).toEqual([]);
  });
});
