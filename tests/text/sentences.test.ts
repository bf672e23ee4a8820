/** Where sentences end: each line below is one sentence of a text that is the lines joined by spaces. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSentences } from '../../server/src/text/sentences.ts';

const split = (text: string): string[] => findSentences(text).map((s) => text.slice(s.start, s.end));

const check = (name: string, ...sentences: string[]): void => test(name, () => expect(split(sentences.join(' '))).toEqual(sentences));

check('plain sentences end at full stops, question marks and exclamation marks', 'The text is short.', 'Is it binding?', 'Hardly!', 'It says so.');
check('an abbreviated country goes on', 'The U.S. Strategic Command and the U.S.-ROK Alliance agree with U.S. allies.', 'They met.');
check(
  'an abbreviated country ends a sentence before a word that surely starts one',
  'This binds the U.S.',
  'The ROK is free.',
  'It left the D.P.R.K.',
  'However, it returned.',
);
check('pinpoints go on', 'See para. 4 and paras. 3–5, ¶ 4, No. 3, Art. VI, art. 2(4), p. 7, pp. 3–4 and fig. 2.', 'Sec. 3 is new.');
check('pinpoints may end a sentence', 'The duty is in para. 4.', 'Its scope is in Article VI.', 'See Annex A.', 'Nothing else counts.');
check(
  'initials and titles go on',
  'Joseph R. Biden met Gen. A. B. Smith, Amb. Jones and Dr. Kim.',
  'Mr. Lee, Sen. Park and Prof. Choi left.',
  'St. Petersburg was far.',
);
check('months go on before a day and end otherwise', 'It was signed on Apr. 26 and read on Sept. 1.', 'Talks resumed in Dec.', 'The date held.');
check('Latin abbreviations go on', 'Some bodies, e.g. the NCG, i.e. the group, cf. NATO, meet.', 'Others (viz. EDSCG etc.) do not.');
check('a closing quotation mark belongs to the sentence', 'They “stand together.”', '“We will act,” he said.', 'He asked, "Why?"', 'Nobody knew.');
check('a question within a sentence does not end it', '“Will it hold?” he asked.', '“Will it hold?” Biden asked reporters.', '“Yes!” they said.');
check(
  'an ellipsis goes on unless a new sentence surely starts',
  'It promised “every effort … on any use” and ... the rest.',
  'They “affirm . . . President Yoon” too.',
  'It trailed off ...',
  'The end came.',
);
check('numbers of items belong to the item', '1. The first point.', 'It is short.');
check('letters of items belong to the item', 'a. The first point.', 'It is short.');
check('a note number in brackets stays with its sentence', 'It was agreed. [1]', 'Nothing followed.');
check(
  'a citation behind the full stop stays with the sentence',
  'They will act. (Declaration, para. 4)',
  'Then “they stood.” [@key, ¶ 4].',
  'Nothing followed.',
);
check('pinpoints of other languages end nothing', 'Lo dice «así» (párr. 5).', 'Es breve.');
check('a key that touches the stop stays with the sentence', 'They “stood.”[@key, ¶ 4]', 'As Okafor says, nothing followed.');
check('a parenthesis that is a sentence is one', 'They met.', '(It was July.)', 'They left.');
check('a sentence may start with a number or a paragraph sign', 'It was 2023.', '28,500 troops stayed.', '¶ 4 says so.');
check('ibid. stands before its pinpoint, and alone', 'Ibid. para. 5.', 'Id. ¶ 5.', 'Ibid.', 'The text is clear.');
check('Korean sentences end at 다.', '워싱턴 선언은 짧다.', '제4항은 NCG를 설치한다.', 'NCG는 매 분기 열린다.');
check('no is a word as well as an abbreviation', 'The answer is no.', 'Seoul asked again.', 'No. 3 was lost.');
check('hours end a sentence only before a capital', 'It began at 9 a.m. sharp and ended at 5 p.m.', 'Reporters left.');

test('Chinese and Japanese full stops need no space', () => {
  expect(split('宣言は短い。第四項を見よ。「そうだ。」終わり')).toEqual(['宣言は短い。', '第四項を見よ。', '「そうだ。」', '終わり']);
});

test('sentences cover all but spaces, in order', () => {
  const piece = fc.constantFrom('The', 'U.S.', 'para.', '4', '.', '?', '”', '“', '…', '(', ')', '[', ']', '다.', '。', 'it', 'No.', '. . .', '\uFFFC', '@k');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join(' ');
      const spans = findSentences(text);
      let at = 0;
      for (const s of spans) {
        expect(text.slice(at, s.start).trim()).toBe('');
        expect(s.end).toBeGreaterThan(s.start);
        expect(text.slice(s.start, s.end)).toBe(text.slice(s.start, s.end).trim());
        at = s.end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  );
});

test('twenty times the text takes about twenty times the time, whatever is repeated', { retry: 3 }, () => {
  const time = (text: string): number => {
    let least = Infinity;
    for (let i = 0; i < 5; i++) {
      const t = performance.now();
      findSentences(text);
      least = Math.min(least, performance.now() - t);
    }
    return least;
  };
  for (const unit of ['. ', '(. ', 'U.S. ', '... A ', '.” “', '. [1 '])
    expect(time(unit.repeat(400_000 / unit.length)), unit).toBeLessThan(20 * 6 * Math.max(time(unit.repeat(20_000 / unit.length)), 2));
});
