import { describe, expect, it } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { plain } from '../../server/src/features/render.ts';
import { analysed } from './check.ts';

/** The words hovered, and what the hover says, as plain text. */
async function check(source: string, over: string | undefined, ...says: readonly (string | RegExp)[]) {
  const { analysis, offset, text } = await analysed(source);
  const found = hover(analysis, offset, (p) => `open:${p.instrument}/${p.paragraph}`);
  expect(found && text.slice(found.span.start, found.span.end)).toBe(over);
  for (const s of says) typeof s === 'string' ? expect(plain(found?.markdown ?? '')).toContain(s) : expect(found?.markdown).toMatch(s);
}

describe('hover', () => {
  it('shows the paragraph behind a pinpoint, with its commitments marked and the numbering said once', () =>
    check(
      'It is short (Harbour Declaration, pa$0ra. 3).',
      'para. 3',
      'Harbour Declaration, paragraph 3',
      'Numbering: body paragraphs, counted from the opening',
      /> Iceland \*\*commits to\*\* \*make every effort to\* consult/,
      /\[Harbour Declaration, paragraph 3\]\(open:harbour-declaration\/3\)/,
    ));

  it('says of a paragraph that does not exist what does', () =>
    check('It is short (Harbour Declaration, para. 1$02).', 'para. 12', 'There is no paragraph 12. The Harbour Declaration has 5 paragraphs.'));

  it('shows each member of a list, and which is not there', () =>
    check('See paras. 2, 4 a$0nd 9 of the Harbour Declaration.', 'paras. 2, 4 and 9', 'paragraph 2', 'paragraph 4', 'There is no paragraph 9.'));

  it('shows of a term its long form, its sentence, where it is defined and how often it occurs', () =>
    check(
      'The Harbour Declaration made the JH$0C’s task plain.',
      'JHC',
      'JHC — Joint Harbour Council',
      'The two leaders announced the establishment of a new Joint Harbour Council (JHC)',
      'Defined in Harbour Declaration, paragraph 2',
      /\[Harbour Declaration, paragraph 2\]\(open:harbour-declaration\/2\)/,
    ));

  it('shows a claim beside its commitment, on the ladder', () =>
    check(
      'Under the Harbour Declaration, para. 3, Norway must maint$0ain open berths for the ferries of both nations.',
      'Under the Harbour Declaration, para. 3, Norway must maintain open berths for the ferries of both nations.',
      'Stronger than the text.',
      /intends · \*\*commits\*\* \(the text\) · \*obliges\* \(written here\)/,
      'Who Norway',
    ));

  it('shows of a citation what the text is, with a link to its beginning', () =>
    check('The Harbour Dec$0laration, para. 2, is short.', 'Harbour Declaration', '2019-05-04', 'Iceland, Norway', '5 paragraphs', 'Why this text: named'));

  it('shows a sign that differs with the word it touches, since Markdown knows no emphasis of a sign alone', () =>
    check(
      'It says “The JHC will meet twice each year, and $0will publish its minutes” (Harbour Declaration, para. 4).',
      'The JHC will meet twice each year, and will publish its minutes',
      'Only the punctuation differs from the text.',
      /\| The JHC will meet twice each \*\*year,\*\* and will publish its minutes \| The JHC will meet twice each year and will publish its minutes \|/,
    ));

  it('shows what comes nearest beside words that are not in the text', () =>
    check(
      'The Harbour Declaration says that “an attack on the open ber$0ths for the ferries of either fleet will be answered at sea” (para. 3).',
      'an attack on the open berths for the ferries of either fleet will be answered at sea',
      'These words are not in the text of the Harbour Declaration.',
      /\| written here \| nearest: \[Harbour Declaration, paragraph 3\]\(open:harbour-declaration\/3\) \|\n\| --- \| --- \|\n\| an attack on .* \| .*open berths for the ferries of.* \|/,
    ));

  it('closes emphasis behind the bracket of a short form', () =>
    check('The Harbour Declaration made the JH$0C’s task plain.', 'JHC', /\*\*Joint Harbour Council \(JHC\)\*\* to oversee/));

  it('shows an altered quotation beside the text, the differing words marked', () =>
    check(
      'It says “The JHC will meet $0three times each year and will publish its minutes” (Harbour Declaration, para. 4).',
      'The JHC will meet three times each year and will publish its minutes',
      'The words differ from the text in a way that is not shown.',
      /\| written here \| \[Harbour Declaration, paragraph 4\]\(open:harbour-declaration\/4\) \|\n\| --- \| --- \|\n\| .*\*\*three times\*\*.* \| .*\*\*twice\*\*.* \|/,
    ));

  it('shows the words of an altered quotation without the document’s markup, a marked change apart from the others', () =>
    check(
      'It says “The JHC [shall] meet $0*three times* each year and will publish its minutes” (Harbour Declaration, para. 4).',
      'The JHC [shall] meet *three times* each year and will publish its minutes',
      /\| The JHC \*\\\[shall\\\]\* meet \*\*three times\*\* each year and will publish its minutes \| The JHC \*will\* meet \*\*twice\*\* each year/,
    ));

  it('shows the sentence behind a true quotation', () =>
    check('“will meet twice ea$0ch year” (Harbour Declaration, para. 4)', 'will meet twice each year', 'The words stand in the text.', '> The JHC '.slice(2)));

  it('says that words are not in the text', () =>
    check(
      'It says that “ferries shall sail free of any charge for all $0time” (Harbour Declaration, para. 4).',
      'ferries shall sail free of any charge for all time',
      'These words are not in the text of the Harbour Declaration.',
    ));

  it('is silent on other words, and in a document that cites nothing', async () => {
    await check('The Harbour Declaration is a sh$0ort text.', undefined);
    await check('The JH$0C is mentioned, para. 3 too.', undefined);
  });

  it('does not say what stands in the same box already, and says nothing when there is nothing else', async () => {
    const quoted = await analysed('It says “The JHC will build a wall of $0ice round every harbour” (Harbour Declaration, para. 4).');
    const says = 'These words are not in the text of the Harbour Declaration.';
    expect(hover(quoted.analysis, quoted.offset)?.markdown).toBe(says);
    expect(hover(quoted.analysis, quoted.offset, undefined, [says])).toBeUndefined();
    const claimed = await analysed('Under the Harbour Declaration, para. 3, Norway must maint$0ain open berths for the ferries of both nations.');
    const [reason = ''] = claimed.analysis.claims[0]?.reasons ?? [];
    expect(hover(claimed.analysis, claimed.offset)?.markdown).toContain(reason);
    const shorter = hover(claimed.analysis, claimed.offset, undefined, [`${reason} (Harbour Declaration, para. 3)`])?.markdown;
    expect(shorter).toMatch(/^Stronger than the text\.\n/);
    expect(shorter).not.toContain(reason);
  });

  it('says in a declaration what a commitment is: who, to whom, how strongly, with which hedges', () =>
    check(
      '//- /declarations/harbour-declaration.md\n---\ntitle: Harbour Declaration\nparties: [Iceland, Norway]\n---\n\nIceland met Norway.\n\nIceland commits to make every effort to cons$0ult with Norway on any closure of the strait.\n',
      'Iceland commits to make every effort to consult with Norway on any closure of the strait',
      'Who Iceland',
      'Force commits',
      'Hedges “make every effort to”',
    ));

  it('escapes what the document says, so that it cannot pretend to be markup', async () => {
    const { analysis, offset } = await analysed(
      'It says “The JHC will meet *thrice* $0[each](javascript:x) year and will publish its minutes” (Harbour Declaration, para. 4).',
    );
    const { markdown } = hover(analysis, offset) as { markdown: string };
    expect(markdown).toContain('thrice');
    expect(markdown).not.toMatch(/(?<!\\)\[each\]\(|(?<![\\*])\*thrice/);
  });
});
