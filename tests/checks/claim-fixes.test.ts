/** Fixes of claims: the smallest change that is safe, then a quotation; either leaves no finding of its kind and no pinpoint twice. */
import declarations from 'virtual:declarations';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../server/src/checks/check.ts';
import { runChecks } from '../../server/src/checks/index.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';

const library = libraryOf(declarations);
const OPENING = 'The Washington Declaration of 2023 is short.\n\n';
const KINDS = ['overstated-commitment', 'wrong-actor', 'understated-commitment'];

const apply = (text: string, edits: readonly Edit[]) =>
  edits.toSorted((a, b) => b.span.start - a.span.start).reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);
const find = (text: string, format: Format) => runChecks(analyseText(OPENING + text, format, library)).filter((f) => KINDS.includes(f.check));

/** The text after each fix of its one finding; after none of them is anything of the kind found. */
function fixed(text: string, format: Format = 'markdown'): readonly string[] {
  const findings = find(text, format);
  expect(findings.length, text).toBe(1);
  const out = (findings[0]?.fixes ?? []).map((f) => apply(OPENING + text, f.edits).slice(OPENING.length));
  for (const t of out) expect(find(t, format), t).toEqual([]);
  return out;
}

describe('the smallest change', () => {
  it.each([
    [
      'The United States will consult South Korea on any possible use of nuclear weapons on the Korean Peninsula.',
      'The United States will make every effort to consult South Korea on any possible use of nuclear weapons on the Korean Peninsula.',
    ],
    [
      'Washington must always consult Seoul on nuclear weapons employment on the peninsula (para. 3).',
      'Washington will make every effort to consult Seoul on nuclear weapons employment on the peninsula (para. 3).',
    ],
    [
      'The United States commits to consult the ROK on any nuclear weapons employment on the peninsula (para. 3).',
      'The United States commits to make every effort to consult the ROK on any nuclear weapons employment on the peninsula (para. 3).',
    ],
    [
      'The Alliance must maintain robust communication infrastructure for consultations.',
      'The Alliance will maintain robust communication infrastructure for consultations.',
    ],
    [
      'Also, the U.S. and South Korea have strengthened the standing bodies for consultations on extended deterrence.',
      'Also, the U.S. and South Korea will strengthen the standing bodies for consultations on extended deterrence.',
    ],
    [
      'The United States will apply the full range of its capabilities to the combined defense posture.',
      'The Republic of Korea will apply the full range of its capabilities to the combined defense posture.',
    ],
    [
      'Both states may at their discretion strengthen the standing bodies for consultations on extended deterrence (para. 5).',
      'Both states will strengthen the standing bodies for consultations on extended deterrence (para. 5).',
    ],
  ])('%s', (text, after) => expect(fixed(text)[0]).toBe(after));

  it.each([
    'Seoul will be consulted before any use of nuclear weapons by the United States (para. 3).',
    'The United States has already expanded and deepened coordination between the two militaries (para. 5).',
    'Any nuclear attack by the DPRK will be met with a swift response and the end of the regime (para. 5).',
  ])('is not offered where it would not be safe: %s', (text) => {
    const only = fixed(text);
    expect(only.length).toBe(1);
    expect(only[0]?.match(/para\. \d/g)).toHaveLength(1);
  });
});

describe('the quotation in the sentence’s place', () => {
  it('has a pinpoint when the sentence has none, in the style of the document', () => {
    const text = 'It commits to peace (¶ 2). The United States will consult South Korea on any possible use of nuclear weapons on the Korean Peninsula.';
    expect(fixed(text).at(-1)).toMatch(/In the words of the Washington Declaration, “The United States commits to make every effort .*” \(¶ 3\)\.$/);
  });

  it('leaves the pinpoint that stands behind the sentence alone', () => {
    const text = 'The Alliance must maintain robust communication infrastructure for these consultations (Washington Declaration, para. 3).';
    expect(fixed(text).at(-1)).toMatch(/facilitate these consultations” \(Washington Declaration, para\. 3\)\.$/);
  });

  it('stands before a pinpoint in LaTeX as before any other', () => {
    const text = 'The Alliance must maintain robust communication infrastructure for these consultations (para.~3).';
    expect(fixed(text, 'latex').map((t) => t.match(/para\.~3/g)?.length)).toEqual([1, 1]);
  });
});
