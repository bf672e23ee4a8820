import { describe, expect, it } from 'vitest';
import { definition } from '../../server/src/features/definition.ts';
import { analysed } from './check.ts';

/** The words that lead somewhere, and the beginning of what is shown and of what is selected there. */
async function check(source: string, ...expected: readonly (readonly [shown: string, selected: unknown])[]) {
  const { analysis, offset } = await analysed(source);
  const found = definition(analysis, offset);
  const targets = (found?.targets ?? []).map((t) => {
    const text = t.instrument === undefined ? analysis.text : (analysis.library.get(t.instrument)?.text as string);
    return [text.slice(t.span.start, t.span.end), text.slice(t.selection.start, t.selection.end)];
  });
  expect(targets.map(([shown, selected], i) => [shown?.slice(0, expected[i]?.[0].length ?? 40), selected])).toEqual(expected.map((x) => [...x]));
}

describe('definition', () => {
  it('leads from a pinpoint to its paragraph', () => check('See Harbour Declaration, par$0a. 3.', ['Iceland commits', '']));
  it('leads from a list to each paragraph that exists', () =>
    check('See paras. 2$0, 4 and 9 of the Harbour Declaration.', ['The two leaders', ''], ['The JHC', '']));
  it('leads nowhere from a paragraph that does not exist', () => check('See Harbour Declaration, par$0a. 9.'));
  it('leads from a quotation to its sentence, with the words selected', () =>
    check('“will maintain open be$0rths for the ferries” (Harbour Declaration, para. 3)', [
      'Norway will maintain open berths for the ferries of both nations.',
      'will maintain open berths for the ferries',
    ]));
  it('leads from a name to the text', () => check('The Harbour Decl$0aration is short.', ['The President of Iceland', '']));
  it('leads from "ibid." to the paragraph it stands for', () => check('It is so (Harbour Declaration, para. 4). And again (ibi$0d.).', ['The JHC', '']));
  it('leads from an acronym to its definition', () =>
    check('The Harbour Declaration made the JH$0C.', ['The two leaders announced', expect.stringContaining('Joint Harbour Council (JHC')]));
  it('leads from a claim to its commitment', () =>
    check('Under the Harbour Declaration, para. 3, Norway must maint$0ain open berths for the ferries of both nations.', [
      'Norway will maintain open berths',
      'Norway will maintain open berths for the ferries of both nations',
    ]));
  it('leads nowhere from other words', () => check('The Harbour Declaration is sho$0rt.'));
});
