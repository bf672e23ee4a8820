import { expect, it } from 'vitest';
import { draw, readAnnotated, readCursor } from './notation.ts';

const drawn = ['One two three.', '    ^^^ word', '        ^^^^^', 'Four.', '^^^^^ all'].join('\n');

it('reads what it draws, and draws what it reads', () => {
  const { text, annotations } = readAnnotated(drawn);
  expect(text).toBe('One two three.\nFour.');
  expect(annotations.map((a) => [text.slice(a.span.start, a.span.end), a.label])).toEqual([
    ['two', 'word'],
    ['three', ''],
    ['Four.', 'all'],
  ]);
  expect(draw(text, annotations)).toBe(drawn);
});

it('draws an annotation of several lines under the first', () => {
  expect(draw('One two\nthree', [{ span: { start: 4, end: 13 }, label: 'x' }])).toBe('One two\n    ^^^ x\nthree');
});

it('finds the cursor', () => {
  expect(readCursor('On$0e')).toEqual({ text: 'One', offset: 2 });
});
