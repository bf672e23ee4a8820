/**
 * Paraphrases of every commitment of the declaration — faithful, overstated in each way, understated, in the wrong mouth — and sentences
 * that restate none. Rules for language cannot be right every time, so most of the table must hold, and what costs most must hold best.
 */
import { readFileSync } from 'node:fs';
import declarations from 'virtual:declarations';
import { expect, test } from 'vitest';
import { analyseText, libraryOf } from '../../server/src/service.ts';

const library = libraryOf(declarations);
const rows = readFileSync(new URL('./claims.table.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string, string]);

const told = rows.map(([commitment, verdict, sentence]) => {
  const claim = analyseText(`The Washington Declaration of April 2023 is short.\n\n${sentence}\n`, 'markdown', library).claims[0];
  return { commitment, verdict, sentence, claim };
});
const strong = (v: string | undefined) => v === 'overstated' || v === 'wrong-actor';

test('sentences that restate nothing are left alone', () => {
  expect(told.filter((t) => t.commitment === '-' && t.claim).map((t) => t.sentence)).toEqual([]);
});

test('no faithful paraphrase is called overstated', () => {
  expect(told.filter((t) => !strong(t.verdict) && strong(t.claim?.verdict)).map((t) => t.sentence)).toEqual([]);
});

test('nine in ten paraphrases are tied to their commitment', () => {
  const own = told.filter((t) => t.commitment !== '-');
  const tied = own.filter((t) => String(t.claim?.commitment) === t.commitment);
  expect(tied.length / own.length).toBeGreaterThan(0.88);
});

test('nine in ten overstatements and wrong actors are named', () => {
  const own = told.filter((t) => strong(t.verdict));
  expect(own.filter((t) => strong(t.claim?.verdict)).length / own.length).toBeGreaterThan(0.88);
});

test('a claim’s operative words and span are the document’s own', () => {
  const text =
    'The Washington Declaration of April 2023 is short.\n\nThe United States *guaranteed*\nthat any nuclear attack by the DPRK will be met with a decisive response.\n';
  const [claim] = analyseText(text, 'markdown', library).claims;
  expect(text.slice(claim?.operative.start, claim?.operative.end)).toBe('guaranteed');
  expect(text.slice(claim?.span.start, claim?.span.end)).toMatch(/^The United States \*guaranteed\*\nthat .*response\.$/s);
});

test('what is added is named with its noun', () => {
  const sentence = 'Under the Washington Declaration, the United States will consult the ROK before any use of nuclear weapons (para. 3).';
  expect(analyseText(sentence, 'markdown', library).claims[0]?.reasons.join(' ')).toContain('“before any use of nuclear weapons”');
});

test('what the next sentence denies is no claim', () => {
  const said = 'Under the Washington Declaration, the United States will consult the ROK before any use of nuclear weapons.';
  const claims = (after: string) => analyseText(`${said} ${after}`, 'markdown', library).claims.length;
  for (const denial of [
    'That is wrong, of course.',
    'It does not.',
    'Not so: the verb is softer.',
    'This reading is simply mistaken.',
    'Nothing of the sort was agreed.',
  ])
    expect([denial, claims(denial)]).toEqual([denial, 0]);
  for (const other of ['That is no small thing.', 'It is not often that a text goes so far.', 'No ally has more.'])
    expect([other, claims(other)]).toEqual([other, 1]);
});
