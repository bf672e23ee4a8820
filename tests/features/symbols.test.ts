import { describe, expect, it } from 'vitest';
import { folding } from '../../server/src/features/folding.ts';
import { symbols } from '../../server/src/features/symbols.ts';
import { contains } from '../../server/src/text/span.ts';
import { HARBOUR } from '../support/world.ts';
import { analysed } from './check.ts';

describe('the outline', () => {
  it('of a declaration has its paragraphs, with commitments and terms inside', async () => {
    const { analysis } = await analysed(`//- /declarations/harbour-declaration.md\n${HARBOUR.replace('The President', '$0The President')}`);
    const all = symbols(analysis);
    expect(all.map((s) => s.name)).toEqual([1, 2, 3, 4, 5].map((n) => `Paragraph ${n}`));
    expect(all[2]?.children.filter((c) => c.kind === 'commitment').map((c) => c.detail)).toEqual(['Iceland · commits', 'Norway · commits']);
    for (const s of all) {
      expect(contains(s.span, s.selection)).toBe(true);
      for (const c of s.children) expect([contains(s.span, c.span), contains(c.span, c.selection)]).toEqual([true, true]);
    }
  });

  it('of a document has the declarations it cites, with their pinpoints', async () => {
    const { analysis } = await analysed('The Harbour Declaration, para. 3, is short; so is para. 9.');
    expect(symbols(analysis).map((s) => [s.name, s.children.map((c) => [c.name, c.detail])])).toEqual([
      [
        'Harbour Declaration',
        [
          ['Paragraph 3', 'The Harbour Declaration'],
          ['Paragraph 9', 'does not exist'],
        ],
      ],
    ]);
  });

  it('tells two citations of a paragraph apart by the words before them', async () => {
    const { analysis } = await analysed(
      'In the Harbour Declaration pilots are heard (para. 3). When the strait is closed by ice in winter and nobody is at sea but gulls, ships wait (para. 3).',
    );
    expect(symbols(analysis).flatMap((s) => s.children.map((c) => c.detail))).toEqual([
      'In the Harbour Declaration pilots are heard',
      '… ice in winter and nobody is at sea but gulls, ships wait',
    ]);
  });
});

describe('folding', () => {
  it('folds the front matter and each paragraph of a declaration, and leaves documents to their own language', async () => {
    const self = await analysed(`//- /declarations/harbour-declaration.md\n${HARBOUR.replace('The President', '$0The President')}`);
    expect(folding(self.analysis)).toHaveLength(6);
    const other = await analysed('The Harbour Declaration is short.');
    expect(folding(other.analysis)).toEqual([]);
  });
});
