/** Which of the languages with rules of their own a text is written in: told by its commonest words, not by what its file says of itself. */
import { matches } from '../text/matches.ts';
import { FRENCH } from './french.ts';
import type { Paragraph } from './instrument.ts';
import type { Tongue } from './romance.ts';
import { SPANISH } from './spanish.ts';

const ENGLISH = /(?<!\p{L})(?:the|of|and|to|in|for|our|their|with|shall|will)(?!\p{L})/giu;
/** As much of a text as tells its language. */
const SAMPLE = 6000;

const count = (expression: RegExp, text: string): number => {
  let n = 0;
  for (const _ of matches(expression, text)) n++;
  return n;
};

/** French or Spanish when the text has at least twice as many of its common words as of any other language's; `undefined` for English and the rest. */
export function tongueOf(paragraphs: readonly Paragraph[]): Tongue | undefined {
  let text = '';
  for (const p of paragraphs) {
    text += `${p.prose.text.slice(0, SAMPLE)} `;
    if (text.length > SAMPLE) break;
  }
  const scores = [
    { tongue: undefined, n: count(ENGLISH, text) },
    { tongue: FRENCH, n: count(FRENCH.common, text) },
    { tongue: SPANISH, n: count(SPANISH.common, text) },
  ].sort((a, b) => b.n - a.n);
  const [best, second] = scores;
  return best && second && best.n >= 3 && best.n >= 2 * second.n ? best.tongue : undefined;
}
