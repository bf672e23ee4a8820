import declarations from 'virtual:declarations';
import { describe, expect, test } from 'vitest';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import { DEFAULTS } from '../../server/src/settings.ts';

const library = libraryOf(declarations);
const CITING = '# On the Washington Declaration\n\n';

/** The text with a line of carets under what is a mention, each labelled with its short form; `*` where the document defines it itself. */
function drawn(text: string): string {
  const at = CITING.length;
  const found = analyseText(CITING + text, 'markdown', library, DEFAULTS).mentions.filter((m) => m.span.start >= at);
  let carets = '';
  for (const m of found) carets = carets.padEnd(m.span.start - at) + '^'.repeat(m.span.end - m.span.start);
  return [text, carets, found.map((m) => `${m.short}${m.instrument === undefined ? '*' : ''}`).join(' ')].join('\n');
}
const check = (picture: string) => {
  const [text] = picture.split('\n');
  expect(drawn(text as string)).toBe(picture);
};

describe('a short form is found in every inflection', () => {
  test('possessive, plural and compound', () => {
    check(
      [
        'The NCG’s staff, two SSBNs, and an NCG-led process.', //
        '    ^^^              ^^^^          ^^^',
        'NCG SSBN NCG',
      ].join('\n'),
    );
  });

  test('both halves of a compound', () => {
    check(
      [
        'ROK-U.S. ties, U.S.–ROK ties, the U.S.’s part.', //
        '^^^ ^^^^       ^^^^ ^^^           ^^^^',
        'ROK U.S. U.S. ROK U.S.',
      ].join('\n'),
    );
  });

  test('with a Korean particle', () => {
    check(
      [
        'NCG는 회의를 열고 DPRK의 위협을 다룬다.', //
        '^^^         ^^^^',
        'NCG DPRK',
      ].join('\n'),
    );
  });

  test('in full-width letters', () => {
    check(
      [
        'The ＮＣＧ met.', //
        '    ^^^',
        'NCG',
      ].join('\n'),
    );
  });
});

describe('names', () => {
  test('the longest wins', () => {
    check(
      [
        'An exercise with U.S. Strategic Command.', //
        '                 ^^^^^^^^^^^^^^^^^^^^^^',
        'USSTRATCOM',
      ].join('\n'),
    );
  });

  test('a line may end within one', () => {
    const text = 'The Nuclear\nConsultative Group met.';
    const [mention] = analyseText(CITING + text, 'markdown', library, DEFAULTS).mentions.slice(-1);
    expect(mention?.short).toBe('NCG');
    expect((CITING + text).slice(mention?.span.start, mention?.span.end)).toBe('Nuclear\nConsultative Group');
  });
});

describe('silence', () => {
  test('part of a longer word, or of another capital word, is none', () => {
    check(['The NCGX and the XNCG are others.', '', ''].join('\n'));
  });

  test('a broadcaster is not a review', () => {
    check(['NPR reported it, as a podcast on NPR did.', '', ''].join('\n'));
  });
});

test('a short form that the document defines otherwise has that meaning throughout', () => {
  check(
    [
      'National Public Radio (NPR) asked. NPR asked again.', //
      '^^^^^^^^^^^^^^^^^^^^^  ^^^         ^^^',
      'NPR* NPR* NPR*',
    ].join('\n'),
  );
});

test('an edit elsewhere changes no mention', () => {
  const text = `${CITING}The Harbour Office (HO) wrote to the NCG. HO waits.\n\nThe NCG met.\n`;
  const read = (t: string) => analyseText(t, 'markdown', library, DEFAULTS).mentions.map((m) => [t.slice(m.span.start, m.span.end), m.short, m.definition]);
  const before = read(text);
  read(text.replace('The NCG met', 'The NCG (National Choir Group) met'));
  expect(read(text)).toEqual(before);
});
