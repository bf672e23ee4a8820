/** The language of a text whose file does not say it: by its script, or by the commonest words. */
import { FRENCH } from '../instrument/french.ts';
import { SPANISH } from '../instrument/spanish.ts';

const SAMPLE = 8000;
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['en', /(?<!\p{L})(?:the|of|and|to|in|for|our|their|with|shall|will)(?!\p{L})/giu],
  ['fr', FRENCH.common],
  ['es', SPANISH.common],
  ['de', /(?<!\p{L})(?:der|die|das|und|den|dem|des|mit|für|werden|wird|nicht|im|zu)(?!\p{L})/giu],
];

const count = (text: string, expression: RegExp): number => (text.match(expression) ?? []).length;

/** A code such as "fr"; `undefined` where the text is too short or too mixed to tell. */
export function languageOf(text: string): string | undefined {
  const start = text.slice(0, SAMPLE);
  const letters = count(start, /\p{L}/gu);
  for (const [code, script] of SCRIPTS) if (letters > 0 && count(start, script) > letters * (code === 'ja' ? 0.15 : 0.4)) return code;
  const scores = WORDS.map(([code, common]) => ({ code, n: count(start, common) })).sort((a, b) => b.n - a.n);
  const [best, second] = scores;
  return best && second && best.n >= 5 && best.n >= 2 * second.n ? best.code : undefined;
}
