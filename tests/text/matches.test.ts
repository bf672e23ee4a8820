import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches } from '../../server/src/text/matches.ts';

const EXPRESSIONS = [/a/g, /(?<vowel>[aeiou])|$/gu, /\p{L}*/gu, /(?=b)/g, /^/gm, /[^a]?/gu];

test('the same is found as by matchAll', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'e', ' ', '\n', '😀', '조') }), fc.constantFrom(...EXPRESSIONS), (text, expression) => {
      const shape = (m: RegExpExecArray) => [m.index, [...m], { ...m.groups }];
      expect([...matches(expression, text)].map(shape)).toEqual([...text.matchAll(expression)].map(shape));
    }),
  );
});

test('one expression can be used again inside its own loop, and after a loop that was left early', () => {
  const word = /\w+/g;
  const pairs: string[] = [];
  for (const a of matches(word, 'one two')) for (const b of matches(word, a[0] === 'one' ? 'x y' : 'z')) pairs.push(a[0] + b[0]);
  expect(pairs).toEqual(['onex', 'oney', 'twoz']);
  for (const m of matches(word, 'one two')) {
    expect(m[0]).toBe('one');
    break;
  }
  expect(word.test('one')).toBe(true);
});

test('an expression that is not global gives its first match and ends', () => {
  expect([...matches(/a/, 'banana')].map((m) => m.index)).toEqual([1]);
});
