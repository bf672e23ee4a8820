/** Commitments drawn under their text: who, how firmly, and the hedges. */

import { expect } from 'vitest';
import { readInstrument } from '../../server/src/instrument/read.ts';
import { draw, readAnnotated } from './notation.ts';

const TITLE = 'Joint Statement of Norway and Iceland';

/** Reads the text under that title and draws each commitment ("commits Norway, Iceland") and each hedge under it. */
export function drawCommitments(text: string, title = TITLE): string {
  const front = `---\ntitle: ${title}\n---\n\n`;
  const { commitments } = readInstrument({ path: 'x.md', format: 'markdown', text: front + text });
  const seen = new Set<number>();
  return draw(
    text,
    commitments.flatMap((c) => {
      const hedges = c.hedges.filter((h) => !seen.has(h.span.start) && seen.add(h.span.start));
      const label = `${c.negative ? 'not: ' : ''}${c.conjunctOf === undefined ? '' : '+ '}${c.force} ${c.actors.join(', ')}`;
      return [{ span: c.span, label }, ...hedges.map((h) => ({ span: h.span, label: 'hedge' }))].map((a) => ({
        ...a,
        span: { start: a.span.start - front.length, end: a.span.end - front.length },
      }));
    }),
  );
}

/** A drawing that begins on the line after the back-tick is what the reading draws. */
export function check(drawn: string, title?: string): void {
  const source = drawn.replace(/^\n/, '');
  expect(drawCommitments(readAnnotated(source).text, title)).toBe(source);
}
