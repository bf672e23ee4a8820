import { describe, expect, it } from 'vitest';
import { inlays } from '../../server/src/features/inlays.ts';
import { analysed } from './check.ts';

/** The text with each hint in braces where it is shown. */
async function check(source: string, expected: string, on = true) {
  const { analysis, text } = await analysed(source, { inlayHints: on });
  let out = text;
  for (const i of inlays(analysis, { start: 0, end: text.length }).toReversed()) out = `${out.slice(0, i.offset)}{${i.label}}${out.slice(i.offset)}`;
  expect(out).toBe(expected);
}

describe('inlay hints', () => {
  it('say what an ordinal counts', () =>
    check(
      'The Harbour Declaration is short; its fourth paragraph has one line.',
      'The Harbour Declaration is short; its fourth paragraph{Harbour Declaration, ¶ 4} has one line.',
    ));
  it('say what "ibid." stands for', () =>
    check('So it is (Harbour Declaration, para. 4). And so (ibid.).', 'So it is (Harbour Declaration, para. 4). And so (ibid.{Harbour Declaration, ¶ 4}).'));
  it('do not repeat what stands there', () => check('So it is (Harbour Declaration, paras. 2–4).', 'So it is (Harbour Declaration, paras. 2–4).'));
  it('are off unless the settings turn them on', () =>
    check('So it is (Harbour Declaration, para. 4; ibid.).', 'So it is (Harbour Declaration, para. 4; ibid.).', false));
});
