import { describe, expect, it } from 'vitest';
import { highlight } from '../../server/src/features/highlight.ts';
import { references, subjectAt } from '../../server/src/features/references.ts';
import { HARBOUR, world } from '../support/world.ts';
import { analysed } from './check.ts';

/** All places of the workspace as "path: words". */
async function check(source: string, expected: readonly string[]) {
  const w = world(source);
  const { analysis } = await w.read();
  const subject = subjectAt(analysis, w.offset);
  const out: string[] = [];
  const instrument = subject?.instrument === undefined ? undefined : await w.service.shelf.instrument(subject.instrument);
  if (subject && instrument)
    for await (const reading of w.service.citing(instrument, () => false))
      for (const s of references(reading.analysis, subject)) out.push(`${reading.uri.replace(/^.*\//, '')}: ${reading.analysis.text.slice(s.start, s.end)}`);
  expect(out.sort()).toEqual([...expected].sort());
}

const OTHERS = `
//- /one.md
The Harbour Declaration founds the council (para. 2). See also paras. 2–4.
//- /two.tex
\\section{Harbour Declaration} The Harbour Declaration, para.~3, has hedges; para. 2 has none.
//- /unrelated.md
Nothing of the kind; see para. 2.
`;

describe('references', () => {
  it('of a paragraph of an opened declaration are all its citations in the workspace', () =>
    check(`//- /declarations/harbour-declaration.md\n${HARBOUR.replace('The two leaders', 'The two lea$0ders')}${OTHERS}`, [
      'one.md: para. 2',
      'one.md: paras. 2–4',
      'two.tex: para. 2',
    ]));

  it('of a pinpoint are the other pinpoints to the same paragraph', () =>
    check(`//- /three.md\nSee the Harbour Declaration, par$0a. 3.${OTHERS}`, ['one.md: paras. 2–4', 'three.md: para. 3', 'two.tex: para.~3']));

  it('are none of a word', () => check(`//- /three.md\nSee the Harbour Declaration, para. 3, for mo$0re.${OTHERS}`, []));
});

describe('document highlight', () => {
  it('marks all pinpoints to the same paragraph', async () => {
    const { analysis, offset, text } = await analysed('The Harbour Declaration, par$0a. 3, is short; so is para. 4. But see ¶ 3.');
    expect(highlight(analysis, offset).map((s) => text.slice(s.start, s.end))).toEqual(['para. 3', '¶ 3']);
  });
});
