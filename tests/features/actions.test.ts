import { describe, expect, it } from 'vitest';
import { actions } from '../../server/src/features/actions.ts';
import { analysed } from './check.ts';

/** The titles offered at the cursor, and the text after the first. */
async function check(source: string, titles: readonly (string | RegExp)[], after?: string) {
  const w = await analysed(source);
  const reading = await w.read();
  const offered = actions(reading.analysis, w.service.findings(reading), { start: w.offset, end: w.offset });
  expect(offered.map((a) => a.title)).toEqual(titles.map((t) => (typeof t === 'string' ? t : expect.stringMatching(t))));
  if (after !== undefined) {
    let text = w.text;
    for (const e of [...(offered[0]?.edits ?? [])].sort((a, b) => b.span.start - a.span.start))
      text = text.slice(0, e.span.start) + e.text + text.slice(e.span.end);
    expect(text).toBe(after);
  }
}

describe('code actions', () => {
  it('offer the fixes of the finding under the cursor, then to suppress it', () =>
    check(
      'It says that “The JHC will meet twice each year” (Harbour Declaration, par$0a. 3).',
      ['Cite para. 4', 'Suppress wrong-pinpoint here', 'Suppress wrong-pinpoint in this file'],
      'It says that “The JHC will meet twice each year” (Harbour Declaration, para. 4).',
    ));
  it('offer nothing where nothing was found', () => check('It is sho$0rt (Harbour Declaration, para. 3).', []));

  it('suppress in MDX by a comment of MDX, which silences the finding', async () => {
    const w = await analysed('//- /brief.mdx\nIt says that “The JHC will meet twice each year” (Harbour Declaration, par$0a. 3).\n');
    const at = { start: w.offset, end: w.offset };
    const reading = await w.read();
    const [edit] = actions(reading.analysis, w.service.findings(reading), at, true).find((a) => a.title.startsWith('Suppress'))?.edits ?? [];
    expect(edit?.text).toBe('{/* declaration-lens-disable-next-line wrong-pinpoint */}\n\n');
    const text = w.text.slice(0, edit?.span.start) + edit?.text + w.text.slice(edit?.span.end);
    const silenced = await (await analysed(`//- /brief.mdx\n${text}`)).read();
    expect(w.service.findings(silenced).map((f) => f.check)).not.toContain('wrong-pinpoint');
  });
});
