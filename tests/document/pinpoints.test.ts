import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPinpoints, romanValue } from '../../server/src/document/pinpoints.ts';

const drawn = (text: string) =>
  findPinpoints(text).map(
    (p) =>
      `${text.slice(p.span.start, p.span.end)} = ${p.unit} ${p.members.map((m) => m.main + m.subs.map((s) => `(${s})`).join('')).join(' ')}${p.sentence ? ` sentence ${p.sentence}` : ''}`,
  );

/** Locators as the citation processors of pandoc and CSL read them: the label that is meant, and its values. */
const LOCATORS: readonly (readonly [string, string, string])[] = [
  ['para. 3', 'paragraph', '3'],
  ['paras. 3-5', 'paragraph', '3 4 5'],
  ['paragraph 3', 'paragraph', '3'],
  ['paragraphs 3, 5', 'paragraph', '3 5'],
  ['¶ 3', 'paragraph', '3'],
  ['¶3', 'paragraph', '3'],
  ['¶¶ 3-5', 'paragraph', '3 4 5'],
  ['¶¶ 3 & 5', 'paragraph', '3 5'],
  ['sec. 4', 'section', '4'],
  ['section 4', 'section', '4'],
  ['§ 4', 'sign', '4'],
  ['§§ 4-6', 'sign', '4 5 6'],
  // What pandoc leaves as a suffix or misreads.
  ['para 4', 'paragraph', '4'],
  ['paras. 3, 5 and 7', 'paragraph', '3 5 7'],
  ['art. VI', 'article', 'VI'],
  ['arts. II–IV', 'article', 'II III IV'],
  ['OP4', 'operative', '4'],
  ['PP3', 'recital', '3'],
  ['annex A', 'annex', 'A'],
];

describe('locators', () => {
  test.each(LOCATORS)('%s', (text, unit, values) => {
    expect(drawn(text)).toEqual([`${text} = ${unit} ${values}`]);
  });
});

describe('pinpoints in prose', () => {
  test.each([
    ['See paras. 3, 5 and 7, and more.', ['paras. 3, 5 and 7 = paragraph 3 5 7']],
    ['Article VI(1)(b) of it', ['Article VI(1)(b) = article VI(1)(b)']],
    ['its last two words, and the penultimate paragraph', ['the penultimate paragraph = paragraph penultimate']],
    ['para. 5, second sentence', ['para. 5, second sentence = paragraph 5 sentence 2']],
    ['the first sentence of para. 3', ['para. 3 = paragraph 3 sentence 1']],
    ['paras. 3 to 5', ['paras. 3 to 5 = paragraph 3 4 5']],
    ['seven unnumbered paragraphs, not a treaty', []],
    ['paragraphs long and short', []],
    ['an article in the newspaper', []],
    ['the articles I read', []],
    ['제4항과 5항', ['제4항과 5항 = paragraph 4 5']],
    ['마지막 문단', ['마지막 문단 = paragraph last']],
    ['párr. 5, párrafos 3 y 4', ['párr. 5 = paragraph 5', 'párrafos 3 y 4 = paragraph 3 4']],
    ['para. 6; three papers', ['para. 6 = paragraph 6']],
    ['paragraph 4, one of seven', ['paragraph 4 = paragraph 4']],
    ['paragraph three, one of seven', ['paragraph three = paragraph 3']],
    ['paragraphs three, five and seven', ['paragraphs three, five and seven = paragraph 3 5 7']],
    ['paragraphs three and five', ['paragraphs three and five = paragraph 3 5']],
    ['para. 5, 12 months later', ['para. 5 = paragraph 5']],
    ['para. 4, 28,500 troops', ['para. 4 = paragraph 4']],
    ['paras. 3, 5 say', ['paras. 3, 5 = paragraph 3 5']],
    ['¶ 3, 5.', ['¶ 3, 5 = paragraph 3 5']],
    ['일곱 문단이다', []],
    ['네 번째 문단', ['네 번째 문단 = paragraph 4']],
  ])('%s', (text, expected) => {
    expect(drawn(text as string)).toEqual(expected);
  });
});

test('Roman numbers are read', () => {
  expect(['I', 'IV', 'IX', 'XIV', 'XL', 'C', 'x'].map(romanValue)).toEqual([1, 4, 9, 14, 40, 100, undefined]);
});

test('a range of a thousand paragraphs names its ends only', () => {
  expect(findPinpoints('paras. 1–999')[0]?.members).toHaveLength(2);
});

test('any text is searched without failing, in order and without overlaps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('para. ', '¶¶', '3', '–', ' and ', 'VI', '(1)', 'the fourth paragraph', '4항', ','))),
      (pieces) => {
        let end = 0;
        for (const p of findPinpoints(pieces.join(''))) {
          expect(p.span.start).toBeGreaterThanOrEqual(end);
          end = p.span.end;
        }
      },
    ),
  );
});
