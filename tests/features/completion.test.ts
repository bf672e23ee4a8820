import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { links } from '../../server/src/features/links.ts';
import { analysed } from './check.ts';

async function check(source: string, expected: readonly string[]) {
  const { analysis, offset } = await analysed(source);
  expect(completion(analysis, offset).map((c) => c.insert)).toEqual(expected);
}

describe('completion', () => {
  it('offers the paragraphs that exist behind a sign', () => check('The Harbour Declaration says so (¶ $0).', ['1', '2', '3', '4', '5']));
  it('keeps to what is written already', () => check('The Harbour Declaration says so (para. 4$0).', ['4']));
  it('offers short forms of the cited declaration', () => check('The Harbour Declaration made a J$0', ['JHC']));
  it('offers nothing inside other words, or in a document that cites nothing', async () => {
    await check('The Harbour Declaration made a coun$0', []);
    await check('A text with ¶ $0', []);
  });
});

describe('links', () => {
  it('lead from each pinpoint to the first paragraph it names that exists', async () => {
    const { analysis, text } = await analysed('See Harbour Declaration, paras. 9 and 4, and para. 12.');
    expect(links(analysis).map((l) => [text.slice(l.span.start, l.span.end), l.tooltip])).toEqual([['paras. 9 and 4', 'Harbour Declaration, paragraph 4']]);
  });
});
