import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlighting, paint, type Token } from '../../server/src/features/highlighting.ts';
import { analysed, drawSpans, trim } from './check.ts';

async function check(drawn: string, settings: Parameters<typeof analysed>[1] = {}) {
  const expected = trim(drawn);
  const source = expected
    .split('\n')
    .filter((l) => !/^ *\^/.test(l))
    .join('\n');
  const { analysis } = await analysed(source, settings);
  const labels = highlighting(analysis).map((t) => ({ span: t.span, label: [t.type.replace('declaration', ''), ...t.modifiers].join(' ') }));
  expect(drawSpans(source, labels)).toBe(expected);
}

describe('highlighting', () => {
  it('colours names, pinpoints, and what does not exist', () =>
    check(`
      The Harbour Declaration, para. 2, founds it.
          ^^^^^^^^^^^^^^^^^^^ Citation
                               ^^^^^^^ Pinpoint
      It says nothing else (ibid. ¶ 9).
                            ^^^^^ Citation
                                  ^^^ Pinpoint unresolved
    `));

  it('colours quotations by outcome, and in true ones the commitment', () =>
    check(
      `
      Norway “will maintain open berths for the ferries” (Harbour Declaration, para. 3).
              ^^^^ Commitment commits operative
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Quotation verbatim
                                                          ^^^^^^^^^^^^^^^^^^^ Citation
                                                                               ^^^^^^^ Pinpoint
    `,
      { highlight: { terms: false, citations: true, quotations: true, commitments: true, claims: false } },
    ));

  it('colours terms in all inflections, and where they are defined', () =>
    check(`
      The Harbour Declaration made the Joint Harbour Council (JHC); the JHC’s minutes help.
          ^^^^^^^^^^^^^^^^^^^ Citation
                                       ^^^^^^^^^^^^^^^^^^^^^ Term definition
                                                              ^^^ Term definition
                                                                        ^^^ Term
    `));

  it('colours nothing that the settings turn off', () =>
    check(
      `
      The Harbour Declaration, para. 2, founds it.
    `,
      { highlight: { terms: false, citations: false, quotations: false, commitments: false, claims: false } },
    ));

  it('never overlaps and is sorted, whatever is painted; the shorter lies on top', () => {
    const token = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
      .map(([start, n]): Token => ({ span: { start, end: start + n }, type: 'declarationTerm', modifiers: [] }));
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const out = paint(tokens);
        for (let i = 1; i < out.length; i++) expect((out[i] as Token).span.start).toBeGreaterThanOrEqual((out[i - 1] as Token).span.end);
        const cover = (list: readonly Token[]) => new Set(list.flatMap((t) => Array.from({ length: t.span.end - t.span.start }, (_, k) => t.span.start + k)));
        expect(cover(out)).toEqual(cover(tokens));
        const shortest = [...tokens].sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
        if (shortest) expect(out.map((t) => t.span)).toContainEqual(shortest.span);
      }),
    );
  });
});
