/** Which quotations are an instrument's, where they stand, and which citation governs them. Marks as in the text; `$` lines say what is found. */
import declarations from 'virtual:declarations';
import { describe, expect, it } from 'vitest';
import { compareWords } from '../../server/src/document/pieces.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';

const library = libraryOf(declarations.filter((d) => d.path === 'washington-declaration.md'));
const OPENING = 'The Washington Declaration of April 2023 is short.\n\n';

const read = (text: string, format: Format = 'markdown') => analyseText(text, format, library);

/** "verbatim 3: words" for each quotation found; "→ para. 4" for the citation that governs it. */
function check(text: string, format: Format = 'markdown'): readonly string[] {
  const a = read(OPENING + text, format);
  return a.quotations.map((q) => {
    const pins = q.citation === undefined ? [] : (a.citations[q.citation]?.pinpoints ?? []);
    return `${q.match}${q.source ? ` ${q.source.paragraph}` : ''}${pins.length > 0 ? ` → ${pins.flatMap((p) => p.paragraphs).join(',')}` : ''}: ${q.text}`;
  });
}

describe('a quotation is the instrument’s', () => {
  it('when a citation stands behind it', () => {
    expect(check('They “commit to nothing at all in this world” (para. 3).')).toEqual(['absent → 3: commit to nothing at all in this world']);
    expect(check('It is “enduring and ironclad” (Washington Declaration, para. 5).')).toEqual(['verbatim 5 → 5: enduring and ironclad']);
  });

  it('when a note on it cites the instrument', () => {
    expect(check('They hold “dialogue and diplomacy with the DPRK, without preconditions.”[^1]\n\n[^1]: Washington Declaration, para. 7.')).toEqual([
      'verbatim 7 → 7: dialogue and diplomacy with the DPRK, without preconditions',
    ]);
  });

  it('when the text is said to say it, before or behind', () => {
    expect(
      check(
        'Paragraph 4 speaks of “a new bilateral, interagency table-top simulation”, while paragraph 6 speaks of “a new table-top exercise conducted with U.S. Strategic Command”.',
      ),
    ).toEqual([
      'verbatim 4 → 4: a new bilateral, interagency table-top simulation',
      'verbatim 6 → 6: a new table-top exercise conducted with U.S. Strategic Command',
    ]);
  });

  it('when fragments share one pinpoint', () => {
    expect(check('It is to “strengthen extended deterrence” and to “manage the threat to the nonproliferation regime” (para. 4).')).toEqual([
      'verbatim 4 → 4: strengthen extended deterrence',
      'verbatim 4 → 4: manage the threat to the nonproliferation regime',
    ]);
  });

  it('when a block quotation is led in or signed', () => {
    expect(
      check('Paragraph 5 reads:\n\n> any nuclear attack by the DPRK against the ROK will be met\n> with a swift, overwhelming and decisive response.'),
    ).toEqual(['verbatim 5 → 5: any nuclear attack by the DPRK against the ROK will be met with a swift, overwhelming and decisive response']);
    expect(check('> The Alliance shall answer at once and with every weapon it has.\n>\n> — Washington Declaration, para. 5')).toEqual([
      'absent → 5: The Alliance shall answer at once and with every weapon it has',
    ]);
    // The signature may be no paragraph of its own, and has full stops.
    expect(check('> The Alliance shall answer at once and with every weapon it has.\n> — Washington Declaration, para. 5')).toEqual([
      'absent → 5: The Alliance shall answer at once and with every weapon it has',
    ]);
  });

  it('within a block of the author’s own, which is set in but not quoted', () => {
    for (const around of ['They agreed to', 'quote', 'They undertook, with great solemnity and after a long debate, to'])
      expect(check(`> ${around} “discuss nuclear and strategic planning” (Washington Declaration, para. 4).`)).toEqual([
        'verbatim 4 → 4: discuss nuclear and strategic planning',
      ]);
    // Marks in words that do stand there make the block no less a quotation.
    expect(check('> any nuclear attack by the DPRK “will be met with a swift”, overwhelming and decided response (para. 5)')).toEqual([
      'altered 5 → 5: any nuclear attack by the DPRK “will be met with a swift”, overwhelming and decided response',
    ]);
  });

  it('in a table, by the cell beside it', () => {
    expect(check('| Phrase | Where |\n| --- | --- |\n| “truly global Alliance” | para. 1 |')).toEqual(['verbatim 1 → 1: truly global Alliance']);
  });

  it('when they are nearly the words of the paragraph that the sentence speaks of', () => {
    expect(check('* Para. 5: “an overwhelming, swift and decisive response”.')).toEqual(['altered 5 → 5: an overwhelming, swift and decisive response']);
    expect(check('The fourth paragraph comes closest to an institution: “a new bilateral, interagency tabletop drill”.')).toEqual([
      'altered 4 → 4: a new bilateral, interagency tabletop drill',
    ]);
    expect(check('The fourth paragraph comes closest to an institution: “a shop in which much is said”.')).toEqual([]);
  });

  it('though only three of its many words stand there', () => {
    expect(check('It is “a dedicated crimson hotline between the two presidents” (para. 3).')).toEqual([
      'absent → 3: a dedicated crimson hotline between the two presidents',
    ]);
  });

  it('when somebody is said to quote the text so', () => {
    expect(check('On p. 41 he quotes the Declaration as saying that the Alliance “has created a new bilateral, interagency table-top simulation”.')).toEqual([
      'altered 4: has created a new bilateral, interagency table-top simulation',
    ]);
    expect(check('A channel quoted paragraph 1 as “forged in shared sacrifices”.')).toEqual(['altered 1 → 1: forged in shared sacrifices']);
    expect(check('A channel quoted the speech as saying “we were forged in sacrifice and sorrow”.')).toEqual([]);
  });

  it('when one or two words stand in the paragraph that the sentence or its note points at', () => {
    expect(check('The last paragraph ends “without preconditions”, which is new.')).toEqual(['verbatim 7 → 7: without preconditions']);
    expect(check('The word “ironclad” has no settled meaning.[^1]\n\n[^1]: Washington Declaration, para. 5.')).toEqual(['verbatim 5 → 5: ironclad']);
    expect(check('The word “rusty” has no settled meaning.[^1]\n\n[^1]: Washington Declaration, para. 5.')).toEqual([]);
  });

  it('in a row, by the citation that goes with the words', () => {
    expect(
      check('| Words | Where | Press |\n| - | - | - |\n| “our militaries” | para. 5 | “a war council” |\n| “close kinship” | para. 1 | “a feast” |'),
    ).toEqual(['verbatim 5 → 5: our militaries', 'verbatim 1 → 1: close kinship']);
    expect(check('| Where | Words |\n| - | - |\n| para. 5 | “our militaries” |\n| para. 1 | “close kinship” |')).toEqual([
      'verbatim 5 → 5: our militaries',
      'verbatim 1 → 1: close kinship',
    ]);
  });

  it('where each clause has its own text', () => {
    expect(check('Where the port has “we will endeavour to talk”, the Declaration has “make every effort to consult” (para. 3).')).toEqual([
      'verbatim 3 → 3: make every effort to consult',
    ]);
    expect(check('The former [@other, para. 5] is of “one half”, the latter [@washington-declaration, para. 7] of “the Korean Peninsula”.')).toEqual([
      'verbatim 7 → 7: the Korean Peninsula',
    ]);
  });

  it('with its paragraph in brackets at the end of a block quotation', () => {
    expect(check('> Our Alliance has been tested many times.\n> (¶ 1)')).toEqual(['verbatim 1 → 1: Our Alliance has been tested many times']);
  });

  it('in a list, where the item beside it is nothing but the citation', () => {
    expect(check('- “that fundamental goal”\n- para. 2')).toEqual(['verbatim 2 → 2: that fundamental goal']);
  });

  it('behind several keys in one bracket', () => {
    expect(check('Where it [@washington-declaration, para. 4; @okafor2024, 12] says “discuss nuclear and strategic planning”, it is plain.')).toEqual([
      'verbatim 4 → 4: discuss nuclear and strategic planning',
    ]);
  });

  it('when those who made the text are said to promise nearly its words', () => {
    expect(check('There the two men promised to “stand firm together in the face of any and all threats to their shared security”.')).toEqual([
      'altered 7: stand firm together in the face of any and all threats to their shared security',
    ]);
    expect(check('At the press conference the two men promised to “stand firm together in the face of any and all threats to their security”.')).toEqual([]);
  });

  it('when it is short and half of it stands where the citation points', () => {
    expect(check('Their bond is “steadfast and ironclad” (Washington Declaration, para. 5).')).toEqual(['altered 5 → 5: steadfast and ironclad']);
  });

  it('when the citation that says it stands between two parts of it', () => {
    expect(check('“The United States,” says paragraph 3 of the Washington Declaration, “commits to make each effort to consult with the ROK”.')[1]).toBe(
      'altered 3 → 3: commits to make each effort to consult with the ROK',
    );
  });

  it.each([
    ['The goal stated in paragraph 7 is “achieving the complete removal of the Korean Peninsula”.', 'altered 7 → 7'],
    ['“Nourished by our warm kinship,” it says, and so on.', 'altered 1'],
    ['The Principles’ offer is “talks”, where the Declaration’s is “dialogue and diplomacy with the DPRK, with preconditions”.', 'altered 7'],
    ['According to the Washington Declaration, “they will maintain robust communications infrastructure to facilitate these consultations”.', 'altered 3'],
    ['The ROK “has full con\uFB01dence in U.S. extended deterrence commitments” (para. 3).', 'verbatim 3 → 3'],
    ['“The ROK has full confidence in U.S. extended deterrence commitments.\n\n“The Alliance commits to engage in deeper talks,” the text says.', 'verbatim 3'],
    ['That it “recognizes the importance, necessity, and benefits of its enduring reliance” (para. 3) is not the kind of thing one signs.', 'altered 3 → 3'],
    ['“The full range of American capabilities” (para. 5).', 'altered 5 → 5'],
    ['It restates that the commitment is “enduring and ironclad”.', 'verbatim 5'],
    ['The phrase is wider than “any possible nuclear arms employment” (para. 3).', 'altered 3 → 3'],
  ])('whatever stands around it: %s', (text, found) => expect(check(text).map((q) => q.split(':')[0])).toContain(found));

  it('in a text typed ``so’’', () => {
    expect(check("It speaks of ``enduring and\nironclad'' ties (para. 5).", 'plaintext')).toEqual(['verbatim 5 → 5: enduring and ironclad']);
    expect(check("Of ``one and ``enduring and ironclad'' ties (para. 5).", 'plaintext')).toEqual(['verbatim 5 → 5: enduring and ironclad']);
  });

  it('in a column that bears its name, and not in another text’s', () => {
    const table = (head: string) =>
      `The Reykholt Joint Statement (“RJS”) differs.\n\n| | ${head} | Year |\n| --- | --- | --- |\n| aim | “every effort to consult one another” | 2023 |`;
    expect(check(table('Washington Declaration'))).toEqual(['altered 3: every effort to consult one another']);
    expect(check(table('RJS'))).toEqual([]);
  });

  it('when a sentence that ends before it was somebody else’s', () => {
    expect(
      check(
        'It has “many words”. “It is a committee,” sniffed a French official. “Little else.” Its task, the text says, is to “strengthen extended deterrence, discuss nuclear planning, and manage the threat to the nonproliferation regime”.',
      ),
    ).toEqual(['altered 4: strengthen extended deterrence, discuss nuclear planning, and manage the threat to the nonproliferation regime']);
  });

  it.each(['\\say{', '\\foreigntextquote{english}{', '\\hyphenblockquote{english}{', '\\foreigntextcquote{english}[para.~5]{washington-declaration}[.]{'])(
    'in LaTeX behind %s',
    (command) => {
      expect(check(`The Washington Declaration says it is ${command}enduring and ironclad in all things}.`, 'latex').join()).toContain('enduring and ironclad');
    },
  );

  it('in a row with its text before and its place behind', () => {
    expect(check('| Text | Words | Place |\n| --- | --- | --- |\n| Washington Declaration | “truly global Alliance” | para. 2 |')).toEqual([
      'verbatim 1 → 2: truly global Alliance',
    ]);
  });

  it('when its words stand there, though nothing ties it', () => {
    expect(check('One thinks of “our close kinship that has enabled both countries”.')).toEqual([
      'verbatim 1: our close kinship that has enabled both countries',
    ]);
    expect(check('The example given is the “upcoming deployment of a U.S. nuclear ballistic missile submarine”.')).toEqual([
      'altered 5: upcoming deployment of a U.S. nuclear ballistic missile submarine',
    ]);
  });
});

describe('a quotation is somebody else’s', () => {
  it.each([
    ['“There will be no place to hide from us,” the President said in the Rose Garden.'],
    ['Critics call the Washington Declaration “a paper umbrella with many a hole”.'],
    ['The Washington Declaration has been called “the most important text of its decade”.'],
    ['“We were made to sign what we had kept for decades,” one scholar told us in an interview.'],
    ['The speech went further: “a swift, overwhelming and ruinous response awaits them”, the minister said.'],
    ['The Declaration does not contain the words “nuclear sharing on the model of NATO”.'],
    ['One blogger claimed that para. 6 promises “the permanent stationing of bombers at Osan”.'],
    ['The response would be “the end of that regime” (Biden, Rose Garden).'],
    ['What Kim calls “our treasured sword of absolute might” would, under the Washington Declaration, be met by force.'],
    ['Had the Washington Declaration said “an attack on one is an attack on all”, it would have needed the Senate.'],
    ['Does the Washington Declaration say “the United States will station weapons in Korea”? No.'],
    ['The Washington Declaration’s critics want “a treaty with teeth and with a budget”.'],
    [
      'The Mutual Defense Treaty, to which para. 2 of the Washington Declaration refers, speaks of “an armed attack in the Pacific area on either of the Parties”.',
    ],
    ['Mr Yoon’s speech promised “an alliance of universal values and of action”; the Washington Declaration (para. 1) is drier.'],
    ['The fact sheet goes further than the Washington Declaration. It promises “to make every effort to consult with partners on nuclear employment”.'],
    ['Another lawmaker, citing paragraph 5, said that “we now have their word in writing”.'],
    ['The Declaration promises not “every effort to obtain consent” but an effort to consult.'],
    ['They said that it was “the strongest promise there can be.”[^1]\n\n[^1]: Press conference, 26 April 2023. Compare Washington Declaration, para. 2.'],
    ['The chair recalled the Washington Declaration and said that “we are not here to bargain over it”.'],
    ['Some say “Our commitment is enduring and ironclad” — no: it is the states’ own.'],
    ['The Harbour Accord opens with “a time of fair winds” and the Declaration [@washington-declaration, para. 1] with “sacrifice”.'],
    [
      'As the secretary testified, the Washington Declaration “does not create any duty whatever”.[^1]\n\n[^1]: Hearing, p. 3 (discussing Washington Declaration, para. 3).',
    ],
    ['Where the judge asks “whether that is a promise”, read para. 3: “aa”.'],
    ['The court asks “Is that a promise to us all?” (para. 3).'],
    ['They call it “the strongest promise there can be.”[^1]\n\n[^1]: Cf. Washington Declaration, para. 2.'],
    ['They are to consult. (Para. 3.) As Okafor [@okafor2024, p. 4] puts it, this is “a duty to keep a telephone line”.'],
    ['Suppose that paragraph 5 read “the United States will meet any nuclear attack with a swift, overwhelming and decisive response”. Who would be bound?'],
    ['The Reykholt Joint Statement (“RJS”) differs. RJS (para. 3) has the two “make every effort to consult one another on any possible change”.'],
    [
      'Some report that they agreed “to plan the use of such weapons together”.[^1]\n\n[^1]: See, e.g., What the Declaration Means, Harbour Courier, Apr. 28, 2023, at 3.',
    ],
    // Not the text as it stands.
    ['An earlier draft of the Washington Declaration read “will work to ensure joint execution and planning for ROK conventional support”.'],
    ['The Korean version of the Washington Declaration, translated back, says “a swift, overwhelming and resolute response”.'],
    ['One commentator would amend paragraph 3 to read “commits to consult with the ROK on any possible nuclear weapons employment”.'],
    ['If paragraph 3 had read “commits to consult with the ROK on any possible nuclear weapons employment”, all would be well.'],
    ['Paragraph 3 does not read “commits to consult with the ROK on any possible nuclear weapons employment”.'],
    ['The successor text of 2025 promises that they “will stand together in the face of all threats to their shared security”.'],
    // Acronyms of other texts, defined or not.
    ['WD and CDP (the Camp Verdant Principles) differ: the latter oppose “all unilateral attempts to change the order of things” (CDP, para. 2).'],
    ['The five powers affirmed that “no such war can be won by anyone at all” (P5, para. 2).'],
    ['The five powers affirmed that “no such war can be won by anyone at all”.[^1]\n\n[^1]: P5, para. 2.'],
    // The name is a word of another work's title.
    [
      'Some report that they agreed “to plan the use of such weapons together”.[^1]\n\n[^1]: *See* *What the Declaration Means*, Harbour Courier, Apr. 28, 2023.',
    ],
    ['Some report that they agreed “to plan the use of such weapons together”.[^1]\n\n[^1]: *The Washington Declaration at One*, Harbour Courier, p. 3.'],
    ['Which of these stand in the Washington Declaration? Tick the box.\n\n1. “forged in harshest battle, fortified by enduring security cooperation”'],
    ['> We shall not let the adversary choose the time or the place.\n\nSo spoke the general.'],
  ])('%s', (text) => expect(check(text)).toEqual([]));

  it('when another text is named as saying it', () => {
    expect(check('The Charter provides that nothing shall impair “the inherent right of individual or collective self-defence”.')).toEqual([]);
  });
});

describe('a pinpoint stays in its clause', () => {
  it('and does not govern the next one', () => {
    expect(check('Paragraph 4 sets up a group; the Alliance “will maintain robust communication infrastructure to facilitate these consultations”.')).toEqual([
      'verbatim 3: will maintain robust communication infrastructure to facilitate these consultations',
    ]);
  });

  it('and is not taken from an earlier quotation', () => {
    expect(check('It was “forged in shared sacrifice” (para. 1) and has “full confidence in U.S. extended deterrence commitments”.')).toEqual([
      'verbatim 1 → 1: forged in shared sacrifice',
      'verbatim 3: full confidence in U.S. extended deterrence commitments',
    ]);
  });
});

it('the title in quotation marks, and a term that nothing cites, are no quotations', () => {
  expect(check('The “Washington Declaration” speaks of “extended deterrence”, as does every such text.').filter((q) => q.includes('Washington'))).toEqual([]);
  expect(check('Scholars write about “extended deterrence” and “assurance”.')).toEqual([]);
});

it('what stands in several paragraphs is found where the author points', () => {
  expect(check('Peace “on the Korean Peninsula” is the theme (para. 4).')).toEqual(['verbatim 4 → 4: on the Korean Peninsula']);
});

it('words of another known instrument are elsewhere', () => {
  const both = libraryOf([
    ...declarations.filter((d) => d.path === 'washington-declaration.md'),
    {
      path: 'harbour-accord.md',
      format: 'markdown',
      text: '---\nid: harbour-accord\ntitle: Harbour Accord\n---\n\nThe ports shall stand open to the ships of every friendly nation.\n',
    },
  ]);
  const [q] = analyseText(`${OPENING}It says “open to the ships of every friendly nation” (Washington Declaration, para. 3).`, 'markdown', both).quotations;
  expect([q?.match, q?.instrument, q?.source?.instrument, q?.source?.paragraph]).toEqual(['elsewhere', 'washington-declaration', 'harbour-accord', '1']);
});

it('a document that cites nothing has no quotations', () => {
  expect(read('The Alliance was “forged in shared sacrifice, fortified by enduring security cooperation”.').quotations).toEqual([]);
});

it('spans are in the file, through line prefixes and entities', () => {
  const text = `${OPENING}> “forged in shared sacrifice,\n> fortified by enduring security cooperation” (para. 1)\n`;
  const [q] = read(text).quotations;
  expect(text.slice(q?.span.start, q?.span.end)).toBe('forged in shared sacrifice,\n> fortified by enduring security cooperation');
});

it('reads the same warm and cold', () => {
  const text = `${OPENING}It will “discuss nuclear and conventional planning” (para. 4).`;
  expect(read(text).quotations).toEqual(read(text).quotations);
});

it('shows both sides, cut where they differ', () => {
  const a = read(`${OPENING}It will “discuss nuclear and conventional planning [with] … the threat” (para. 4).`);
  const sides = a.quotations[0] && compareWords(a.quotations[0], library);
  expect(sides?.written).toEqual([
    { text: 'discuss nuclear and ' },
    { text: 'conventional', kind: 'word' },
    { text: ' planning ' },
    { text: '[with] …', kind: 'word', marked: true },
    { text: ' the threat' },
  ]);
  expect(sides?.stands).toEqual([
    { text: 'discuss nuclear and ' },
    { text: 'strategic', kind: 'word' },
    { text: ' planning, ' },
    { text: 'and manage', kind: 'word', marked: true },
    { text: ' the threat' },
  ]);
});
