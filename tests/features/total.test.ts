import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runChecks } from '../../server/src/checks/index.ts';
import { analyse } from '../../server/src/document/analysis.ts';
import { actions } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { folding } from '../../server/src/features/folding.ts';
import { highlight } from '../../server/src/features/highlight.ts';
import { highlighting } from '../../server/src/features/highlighting.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlays } from '../../server/src/features/inlays.ts';
import { links } from '../../server/src/features/links.ts';
import { reportHtml, reportMarkdown } from '../../server/src/features/report.ts';
import { type OutlineItem, symbols } from '../../server/src/features/symbols.ts';
import { readInstrument } from '../../server/src/instrument/read.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import { DEFAULTS } from '../../server/src/settings.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';
import type { Span } from '../../server/src/text/span.ts';
import { runs } from '../properties.ts';
import { HARBOUR } from '../support/world.ts';

const library = libraryOf([{ path: 'harbour-declaration.md', text: HARBOUR, format: 'markdown' }]);
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    'The Harbour Declaration',
    'para. 3',
    '“make every effort to consult with',
    'Norway',
    '”',
    'ibid.',
    '\r\n',
    '\n\n',
    '> ',
    '```',
    '\u0000',
    '\uFEFF',
    '\ud800',
    '---\na: [\n---\n',
    '[@harbour-declaration, ',
    '\\cite{',
    '<!--',
    'will',
    'JHC',
    '. ',
  ),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const format = fc.constantFrom<Format>('markdown', 'plaintext', 'latex', 'typst', 'asciidoc', 'restructuredtext', 'org', 'html', 'notebook');

it('answers any text at any place, with spans that lie in it', () => {
  fc.assert(
    fc.property(text, format, fc.nat(200), fc.boolean(), (t, f, offset, asDeclaration) => {
      const self = asDeclaration ? readInstrument({ path: 'x.md', text: t, format: f }) : undefined;
      const analysis = self
        ? analyse({ text: t, format: f, library, settings: DEFAULTS, self })
        : analyseText(t, f, library, { ...DEFAULTS, inlayHints: true });
      const findings = runChecks(analysis);
      const inside = (s: Span) => {
        expect(s.start).toBeGreaterThanOrEqual(0);
        expect(s.end).toBeGreaterThanOrEqual(s.start);
        expect(s.end).toBeLessThanOrEqual(t.length);
      };
      const all = (items: readonly OutlineItem[]): void => {
        for (const i of items) {
          inside(i.span);
          inside(i.selection);
          all(i.children);
        }
      };
      all(symbols(analysis));
      for (const x of [...highlighting(analysis), ...links(analysis), ...findings]) inside(x.span);
      for (const s of [...folding(analysis), ...highlight(analysis, offset)]) inside(s);
      for (const i of inlays(analysis, { start: 0, end: t.length })) inside({ start: i.offset, end: i.offset });
      for (const a of actions(analysis, findings, { start: 0, end: t.length })) for (const e of a.edits) inside(e.span);
      for (const c of completion(analysis, Math.min(offset, t.length))) inside(c.span);
      const h = hover(analysis, offset);
      if (h) inside(h.span);
      const d = definition(analysis, offset);
      if (d) inside(d.origin);
      const audited = [{ path: 'x', analysis, findings }];
      for (const write of [reportMarkdown, reportHtml]) expect(typeof write(audited, () => 'hash', '1')).toBe('string');
    }),
    { numRuns: runs(300) },
  );
});
