import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLocator } from '../../server/src/document/locators.ts';

/** What stands behind the key → the label and the values that a citation processor reads, and the suffix that it leaves. */
const READ: readonly (readonly [string, string, string, string])[] = [
  [', 89, and suffix', 'page', '89', ', and suffix'],
  [', 123-79, and suffix', 'page', '123-79', ', and suffix'],
  [', p. xi, roman', 'page', 'xi', ', roman'],
  [', pp. VII, 89, both', 'page', 'VII, 89', ', both'],
  [', p. VI, VII, VIII-IX, romans', 'page', 'VI, VII, VIII-IX', ', romans'],
  [' \\[89\\]', 'page', '[89]', ''],
  [', p. \\[89\\]', 'page', '[89]', ''],
  [', 123(4)\\[5\\]6, and suffix', 'page', '123(4)[5]6', ', and suffix'],
  [', 3(a), 4.4.8, \\[7.6\\], 7A(2)(a)(i)-(iv)', 'page', '3(a), 4.4.8, [7.6], 7A(2)(a)(i)-(iv)', ''],
  [', IV.2A, and suffix', 'page', 'IV.2A', ', and suffix'],
  [', \\[39\\]-\\[52\\], and suffix', 'page', '[39]-[52]', ', and suffix'],
  [', p.3, and suffix', 'page', '3', ', and suffix'],
  [' {35-89, 102}', 'page', '35-89, 102', ''],
  [' {abcdefg1234}', 'page', 'abcdefg1234', ''],
  [', {123(4)a-8([a]12.398{8})}', 'page', '123(4)a-8([a]12.398{8})', ''],
  [', {{}}', 'page', '{}', ''],
  [' {p. a}', 'page', 'a', ''],
  [' {123-35} numbers not, but text is suffix', 'page', '123-35', ' numbers not, but text is suffix'],
  [', { p. 9 }', 'page', '9', ''],
  [' {no comma, no label, no nothing}', 'page', 'no comma, no label, no nothing', ''],
  [' {green}suffix}suffix', 'page', 'green', 'suffix}suffix'],
  [', chap. 6', 'chapter', '6', ''],
  [', n. 6', 'note', '6', ''],
  [', pp. 34-36, 38-39', 'page', '34-36, 38-39', ''],
  [', sec. 3', 'section', '3', ''],
  [' bk. VI', 'book', 'VI', ''],
  [', nos. 6 and 7', 'issue', '6', ' and 7'],
  [', para. 4', 'paragraph', '4', ''],
  [', paras. 4-6', 'paragraph', '4-6', ''],
  [', ¶ 4', 'paragraph', '4', ''],
  [', ¶4', 'paragraph', '4', ''],
  [', ¶¶ 4-5', 'paragraph', '4-5', ''],
  [', § 3', 'section', '3', ''],
  [', §§ 3-4', 'section', '3-4', ''],
  [', §3(b)', 'section', '3(b)', ''],
  [', section 2', 'section', '2', ''],
  [', pp. 33–35', 'page', '33-35', ''],
  [', chapter 2', 'chapter', '2', ''],
  [', note 6', 'note', '6', ''],
  [', fig. 2', 'figure', '2', ''],
  [', l. 4', 'line', '4', ''],
  [', v. 3', 'verse', '3', ''],
  [', vol. 2, p. 3', 'volume', '2', ', p. 3'],
  [', No. 5', 'issue', '5', ''],
  [', pt. 2', 'part', '2', ''],
  [', part II', 'part', 'II', ''],
  [', col. 3', 'column', '3', ''],
  [', fol. 2', 'folio', '2', ''],
  [', op. 4', 'opus', '4', ''],
  [', paragraph 4', 'paragraph', '4', ''],
  [', paragraphs 4 and 5', 'paragraph', '4', ' and 5'],
  [', para. 4 (emphasis added)', 'paragraph', '4', ' (emphasis added)'],
  [', para. IV', 'paragraph', 'IV', ''],
  [', para. 4(a)(ii)', 'paragraph', '4(a)(ii)', ''],
  [', paras. 3, 5 and 7', 'paragraph', '3, 5', ' and 7'],
  [', 2023, para. 4', 'page', '2023', ', para. 4'],
  [', 00:10:32', 'page', '00:10:32', ''],
  [', OP4', 'page', 'OP4', ''],
  [', {Article VI}', 'page', 'Article VI', ''],
];

test.each(READ)('%s', (suffix, label, value, rest) => {
  expect(parseLocator(suffix)).toEqual({ label, value, suffix: rest });
});

test.each([
  ', xi, all suffix',
  ' and nothing else',
  ', (13 all suffix',
  ', p.a all suffix',
  ', p. {(a)}',
  ', suffix',
  ' {p. suffix{suffix}suffix',
  ', VIII, 89',
  ', para 4',
  ', art. VI',
  ', preamble',
  ', annex I',
  ', emphasis added',
  ', para. (a)',
])('no locator in “%s”', (suffix) => {
  expect(parseLocator(suffix).label).toBeUndefined();
});

test('a locale may add terms', () => {
  expect(parseLocator(', ss 123(4)-(6), and suffix', { section: ['s', 'ss'] })).toEqual({ label: 'section', value: '123(4)-(6)', suffix: ', and suffix' });
});

test('nothing is lost: value and suffix together hold all that was written', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('p. ', '3', ', ', '{', '}', '(', ')', 'VI', ' and ', '¶', 'x'), { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      const { value, suffix } = parseLocator(text);
      expect(text.endsWith(suffix)).toBe(true);
      if (value) expect(text).toContain(value);
    }),
  );
});
