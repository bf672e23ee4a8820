import { expect, it } from 'vitest';
import { definition } from '../../server/src/features/definition.ts';
import { hover } from '../../server/src/features/hover.ts';
import { world } from '../support/world.ts';

const TREATY =
  '---\ntitle: Lisbon Treaty on Ports\n---\n\nArticle 1\n\nPorts open.\n\nArticle 2\n\n1. Tugs shall:\n\n(a) sail\n\n(i) by day; and\n\n(ii) by night;\n\n(b) rest.\n\n2. Pilots rest.\n\nANNEX II\n\nArticle 1\n\nIt decides.\n';

/** What a hover of the pinpoint shows, and the words of the treaty that it jumps to. */
async function at(pinpoint: string): Promise<{ readonly shown: string; readonly words: readonly string[] }> {
  const w = world(`//- /brief.md\nSee ${pinpoint} of the Lisbon Treaty on Ports.\n//- /declarations/t.md\n${TREATY}`);
  const { analysis } = await w.read();
  return {
    shown: hover(analysis, w.offset)?.markdown ?? '',
    words: (definition(analysis, w.offset)?.targets ?? []).map((t) => TREATY.slice(t.selection.start, t.selection.end)),
  };
}

it('an item is shown behind the words that introduce it, and is jumped to', async () => {
  const item = await at('Article $02(1)(a)(ii)');
  expect(item.shown).toContain('Article 2(1)(a)(ii)**\n\n> Tugs shall: … ');
  expect(item.shown).not.toContain('rest.');
  expect(item.words).toEqual(['by night;']);
});

it('an article or an annex that is cited whole is shown with all of its paragraphs', async () => {
  const article = await at('Article $02');
  expect(article.shown).toContain('Article 2(1)');
  expect(article.shown).toContain('Pilots rest.');
  expect(article.words).toHaveLength(2);
  expect((await at('Annex $0II')).shown).toContain('It decides.');
});
