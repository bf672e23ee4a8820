/** Short documents of many kinds, each marked with what it cites: ⟦3 5|paras. 3 and 5⟧ is ours, ⟦-|para. 9⟧ another's, ⟦m|the Declaration⟧ a mention. */
import declarations from 'virtual:declarations';
import { describe, expect, test } from 'vitest';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';

const ID = 'washington-declaration';
const library = libraryOf(declarations.filter((d) => d.path === `${ID}.md`));

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly says: string;
}

/** The text without its marks, and the marks with their places in it. */
function unmarked(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  let at = 0;
  for (const m of marked.matchAll(/⟦([^|⟧]+)\|([^⟧]+)⟧/g)) {
    text += marked.slice(at, m.index);
    marks.push({ start: text.length, end: text.length + (m[2] as string).length, says: m[1] as string });
    text += m[2];
    at = m.index + m[0].length;
  }
  return { text: text + marked.slice(at), marks };
}

/** What the reader makes of each mark, and of whatever it cites outside any, one a line, beside what is marked. */
function compared(marked: string, format: Format): { readonly read: readonly string[]; readonly meant: readonly string[] } {
  const { text, marks } = unmarked(marked);
  const ours = analyseText(text, format, library).citations.filter((c) => c.instrument === ID);
  const pins = ours.flatMap((c) => c.pinpoints);
  const within = (m: Mark) => (p: { readonly span: { readonly start: number; readonly end: number } }) => p.span.start < m.end && m.start < p.span.end;
  const line = (m: Mark, says: string): string => `${text.slice(m.start, m.end)} = ${says}`;
  const read = marks.map((m) => {
    const pin = pins.find(within(m));
    if (m.says === 'm') return line(m, ours.some(within(m)) ? 'm' : 'no mention');
    if (m.says === '-') return line(m, pin ? pin.paragraphs.join(' ') : ours.some(within(m)) ? 'm' : '-');
    return line(m, pin ? pin.paragraphs.join(' ') : 'no pinpoint');
  });
  const stray = pins.filter((p) => !marks.some((m) => within(m)(p))).map((p) => `unmarked ${p.text} = ${p.paragraphs.join(' ')}`);
  return { read: [...read, ...stray], meant: marks.map((m) => line(m, m.says)) };
}

function check(marked: string, format: Format = 'markdown'): void {
  const { read, meant } = compared(marked, format);
  expect(meant.length).toBeGreaterThan(0);
  expect(read).toEqual(meant);
}

describe('a pinpoint belongs to the text that it is attached to', () => {
  test('an adjective or a number before the other name does not part them', () =>
    check(
      'The ⟦m|Washington Declaration⟧ is brief. Read ⟦4|para. 4⟧ with ⟦-|para. 2⟧ of the 54th SCM Joint Communique and ⟦3|para. 3⟧ of the bilateral ⟦m|Washington Declaration⟧.',
    ));

  test('a list of articles ends where a sign begins', () =>
    check('The ⟦m|Washington Declaration⟧ is brief. Legend: MDT ⟦-|Art. II⟧; ⟦5|¶ 5⟧ for visibility, and ⟦3 5 7|¶ 3, ¶ 5 and ¶ 7⟧ for talks.'));

  test('a number that the text does not have, free beside another text, is that one’s', () =>
    check(
      'The ⟦m|Washington Declaration⟧ is brief. In its Advisory Opinion on Nuclear Weapons the Court said (⟦-|para. 105⟧) that use would be unlawful; ⟦m|the Declaration⟧ is silent.',
    ));

  test('and in a sentence about the declaration alone it is reported', () =>
    check('The NPT is older. Under ⟦5|paragraph 5⟧ of the ⟦m|Washington Declaration⟧ visits go on; under ⟦9|paragraph 9⟧ nothing does.'));
});

describe('ordinals that leave their noun out', () => {
  test.each([
    'The ⟦m|Washington Declaration⟧ is brief. ⟦3|Its third paragraph⟧ consults. ⟦5|The fifth⟧ is bolder.',
    'The ⟦m|Washington Declaration⟧ is brief. ⟦3|Its third paragraph⟧ was drafted last, ⟦6|its penultimate one⟧ first.',
    'The ⟦m|Washington Declaration⟧ is brief. Neither ⟦3|the third paragraph⟧ nor the ⟦5|fifth⟧, so the critics, binds.',
  ])('%s', (text) => check(text));

  test.each([
    'The ⟦m|Washington Declaration⟧ is brief. ⟦3|The third paragraph⟧ has two faults. The first is the verb, the second is the hedge.',
    'The ⟦m|Washington Declaration⟧ is brief. The fifth was a Friday. ⟦3|The third paragraph⟧ was read out on the fourth of May.',
  ])('an enumeration or a date is none: %s', (text) => check(text));
});

describe('who made a text tells it from others of its name', () => {
  test.each([
    'The ⟦m|Washington Declaration⟧ of April 2023 is about deterrence; the ⟦-|Washington Declaration⟧ that Merkel signed is not.',
    'The ⟦m|Washington Declaration⟧ of April 2023 is about deterrence; the ⟦-|Washington Declaration⟧ signed by Biden and Merkel is not.',
    'The ⟦-|Washington Declaration⟧ of July 2021 is about energy; the ⟦m|Washington Declaration⟧ issued by Biden and Yoon is not.',
  ])('%s', (text) => check(text));
});

describe('Korean', () => {
  test.each([
    '⟦m|워싱턴 선언⟧ ⟦3 4 5|제3항부터 제5항까지⟧ 참조.',
    '⟦m|워싱턴 선언⟧ ⟦3 4|3항 내지 4항⟧ 참조.',
    '⟦m|워싱턴 선언⟧은 짧다. 한미상호방위조약 ⟦-|제3조⟧와 ⟦m|선언⟧ ⟦4|제4항⟧을 비교하라.',
  ])('%s', (text) => check(text));
});

test('a cable in capitals', () =>
  check('1. THE ⟦m|WASHINGTON DECLARATION⟧ SAYS LITTLE ABOUT COST.\n2. ⟦3|PARA 3⟧ OF ⟦m|THE DECLARATION⟧ PROMISES CONSULTATION.\n', 'plaintext'));

describe('half a megabyte on one line is read in seconds', () => {
  test.each([
    ['ordinals that come to no noun', `The Washington Declaration. the third paragraph ${'the fourth, '.repeat(40_000)}`],
    ['back-references', `Washington Declaration, para. 3. ${'Ibid., para. 4. '.repeat(30_000)}`],
  ])(
    '%s',
    (_name, text) => {
      const started = performance.now();
      expect(analyseText(text, 'plaintext', library).citations.length).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(15_000);
    },
    120_000,
  );
});
