/** The time of the checks grows with the document, not with its square: in many paragraphs, and in one line. */
import { expect, test } from 'vitest';
import { runChecks } from '../../server/src/checks/index.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import { HARBOUR } from '../support/world.ts';

const library = libraryOf([{ path: 'harbour.md', text: HARBOUR, format: 'markdown' }]);
const point = (i: number) =>
  `Point ${i} is that “make every effort to consult with Norway” is a promise (Harbour Declaration, para. ${1 + (i % 5)}). Iceland must always consult with Norway on any closure of the strait.`;

/** The least milliseconds of a few tries, and how much was found. */
function time(n: number, between: string, tries: number): number {
  const analysis = analyseText(Array.from({ length: n }, (_, i) => point(i)).join(between), 'markdown', library);
  let least = Infinity;
  for (let k = 0; k < tries; k++) {
    // Another object each time: what is gathered for a document is gathered again.
    const fresh = { ...analysis };
    const began = performance.now();
    const found = runChecks(fresh);
    least = Math.min(least, performance.now() - began);
    expect(found.length).toBeGreaterThanOrEqual(n);
  }
  return least;
}

for (const [what, between] of [
  ['paragraphs', '\n\n'],
  ['sentences of one line', ' '],
] as const)
  test(`four times the ${what} take about four times as long`, { retry: 3, timeout: 60_000 }, () => {
    time(50, between, 2);
    expect(time(1000, between, 2)).toBeLessThan(9 * Math.max(time(250, between, 3), 4));
  });
