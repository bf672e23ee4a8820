import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearest } from '../../server/src/text/align.ts';
import { findExact } from '../../server/src/text/align-exact.ts';
import { composed, foldTypography, lower } from '../../server/src/text/fold.ts';
import { indexText } from '../../server/src/text/word-index.ts';
import { findWords, readWording } from '../../server/src/text/wording.ts';

const TEXT =
  'The parties will consult without delay. They will share information on the exercise of 3 May and of any later exercise. The parties will review the plan each year.';
const index = indexText(TEXT);

/** Where the wording stands: the words covered, and the items that found no word. */
const stand = (written: string, find = findExact) =>
  find(readWording(written), index).map((a) => TEXT.slice(index.words[a.from]?.start, index.words[a.to - 1]?.end));

describe('words', () => {
  it('are letters and digits with the dots, apostrophes and commas inside them', () => {
    expect(findWords('The U.S.-ROK Alliance’s 1,000 ships').map((w) => w.form)).toEqual(['the', 'u.s', 'rok', "alliance's", '1,000', 'ships']);
  });

  it('are single characters where a script writes no spaces', () => {
    expect(findWords('宣言 2023').map((w) => w.form)).toEqual(['宣', '言', '2023']);
  });

  it('keep their places in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const plain = lower(foldTypography(text));
        for (const w of findWords(text)) expect(w.form).toBe(plain[w.start] === '&' ? 'and' : composed(plain.slice(w.start, w.end)));
      }),
    );
  });
});

describe('a wording', () => {
  const shape = (text: string) => readWording(text).items.map((i) => (i.kind === 'word' ? i.form : i.kind));

  it.each([
    ['[T]he parties', ['part', 'parties']],
    ['the[] parties', ['part', 'parties']],
    ['commit[ted] to', ['part', 'to']],
    ['the [two] parties', ['the', 'bracket', 'parties']],
    ['consult … delay', ['consult', 'ellipsis', 'delay']],
    ['consult ... delay', ['consult', 'ellipsis', 'delay']],
    ['consult . . . delay', ['consult', 'ellipsis', 'delay']],
    ['consult [. . .] delay', ['consult', 'ellipsis', 'delay']],
    ['consult (…) delay', ['consult', 'ellipsis', 'delay']],
    ['consult. . . . They', ['consult', 'ellipsis', 'they']],
    ['exercize [sic] of', ['exercize', 'of']],
    ['each year (emphasis added)', ['each', 'year']],
    ['each year (my emphasis)', ['each', 'year']],
    ['each year [footnotes omitted]', ['each', 'year']],
    ['an unclosed [bracket', ['an', 'unclosed', 'bracket']],
  ])('%s', (text, items) => expect(shape(text)).toEqual(items));
});

describe('exactly', () => {
  it('finds every place where the words stand', () => {
    expect(stand('the parties will')).toEqual(['The parties will', 'The parties will']);
  });

  it('takes fragments in order, the nearest one behind the last', () => {
    expect(stand('They will … exercise')).toEqual(['They will share information on the exercise']);
    expect(stand('each year … consult')).toEqual([]);
  });

  it('lets a bracket stand for some words, not for a page', () => {
    expect(stand('share information on [the drill]')).toEqual(['share information on']);
    expect(stand('consult [soon]. They will')).toEqual(['consult without delay. They will']);
    expect(stand('consult [and] review')).toEqual([]);
  });

  it('finds nothing for words that are not there, nor for no words', () => {
    expect(stand('the parties may')).toEqual([]);
    expect(stand('…')).toEqual([]);
  });
});

describe('nearly', () => {
  it('finds the place with the fewest differences', () => {
    expect(stand('they shall share information', findNearest)[0]).toBe('They will share information');
    expect(stand('review the whole plan each year', findNearest)[0]).toBe('review the plan each year');
  });

  it('prefers a short omission to giving up the word before it', () => {
    expect(stand('share the exercise of 3 May', findNearest)[0]).toBe('share information on the exercise of 3 May');
  });

  it('lets what is added before or behind a sentence stand for nothing of its neighbours', () => {
    const two = indexText(
      'It is done in pursuit of that fundamental goal. They have full trust in the pledge and its lasting worth. The rest is for that day.',
    );
    const at = (quotation: string) => {
      const [a] = findNearest(readWording(quotation), two);
      return a && two.text.slice(two.words[a.from]?.start, two.words[a.to - 1]?.end);
    };
    expect(at('The premier affirmed that they have full trust in the pledge')).toBe('They have full trust in the pledge');
    expect(at('trust in the pledge and its lasting worth, said a minister that night')).toBe('trust in the pledge and its lasting worth');
    expect(at('that fundamental aim. They have full trust in the pledge')).toBe('that fundamental goal. They have full trust in the pledge');
  });

  it('says so when fragments stand in another order', () => {
    expect(findNearest(readWording('review the plan … consult without delay'), index)[0]?.ordered).toBe(false);
    expect(findNearest(readWording('consult without a delay … review the plan'), index)[0]?.ordered).toBe(true);
  });

  it('has no place for words of which the text has none', () => {
    expect(findNearest(readWording('quite other matters'), index)).toEqual([]);
  });

  it('pairs only equal words, in order, whatever is asked', () => {
    const word = fc.constantFrom(...index.words.map((w) => w.form), 'other', '…', '[x]');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const wording = readWording(words.join(' '));
        for (const a of findNearest(wording, index)) {
          const pairs = [...a.pairs].filter((p) => p >= 0);
          if (a.ordered) expect(pairs).toEqual([...new Set(pairs)].toSorted((x, y) => x - y));
          a.pairs.forEach((p, i) => {
            const item = wording.items[i];
            if (p >= 0 && item?.kind === 'word') expect(index.words[p]?.form).toBe(item.form);
          });
        }
      }),
    );
  });
});
