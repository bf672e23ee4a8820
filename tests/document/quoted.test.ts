import { describe, expect, it } from 'vitest';
import { findMarks } from '../../server/src/document/quoted.ts';

const quoted = (text: string) => findMarks(text).map((m) => text.slice(m.inner.start, m.inner.end));

describe('quotation marks', () => {
  it.each([
    ['He said “one two three” and left.', ['one two three']],
    ['He said "one two three" and left.', ['one two three']],
    ["He said 'one two three' and left.", ['one two three']],
    ['He said ‘one two three’ and left.', ['one two three']],
    ['Er sagte „one two three“ und ging.', ['one two three']],
    ['Er sagte »one two three« und ging.', ['one two three']],
    ['Il a dit « one two three » et parti.', ['one two three']],
    ['그는 「one two three」라고 했다.', ['one two three']],
    ['(“one”, “two”; “three”)', ['one', 'two', 'three']],
    ['“one two three,” he said. “Four.”', ['one two three', 'Four']],
    ['“the U.S.” and “more . . .”', ['the U.S.', 'more . . .']],
    ['“he said ‘one two’ and left”', ['he said ‘one two’ and left']],
    ['‘he said “one two” and left’', ['he said “one two” and left']],
    ['“[T]he one” … “… two”', ['[T]he one', '… two']],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected));
});

describe('what is no quotation', () => {
  it.each([
    ["It's the allies' plan, and the Presidents' commitments aren't new."],
    ['The allies’ plan and the Presidents’ commitments; the ’90s.'],
    ['A 5" gun and a 6\' fence.'],
    ['An unclosed “mark is no quotation.'],
    ['Nothing at all.'],
  ])('%s', (text) => expect(quoted(text)).toEqual([]));

  it('ends a possessive where the quotation goes on', () => {
    expect(quoted('the ‘Presidents’ commitments’ clause')).toEqual(['Presidents’ commitments']);
  });

  it('takes one long line in its stride', () => {
    const text = `${'“a ‘b " '.repeat(20000)}`;
    const start = performance.now();
    findMarks(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
