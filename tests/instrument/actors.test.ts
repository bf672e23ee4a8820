/** Who is bound: parties, persons and collectives resolved, from the head, the title or the text itself. */
import { describe, expect, test } from 'vitest';
import { readInstrument } from '../../server/src/instrument/read.ts';
import { check } from '../support/commitments.ts';

describe('actors', () => {
  test('a leader speaks for the state named with the name', () => {
    check(
      `
Prime Minister Astrid Lund of Norway and President Einar Holt of Iceland met in Oslo.

Prime Minister Lund pledged to lay the cable.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway

President Holt reiterated his commitment to the treaty.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Iceland

The Prime Minister will report to the council.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway

The two leaders agreed to meet again.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
      'Cable Declaration',
    );
  });

  test('where both speak, the one that is bound is the actor', () => {
    check(
      `
The two leaders highlighted Iceland’s commitment to the rescue zone.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Iceland

Our governments affirmed that Norway will pay the pilots.
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway

We reaffirm the commitment of Norway to the fund.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway`,
    );
  });

  test('members of a body undertake, not the body', () => {
    check(
      `
Each Member of the Harbour League undertakes to mark its wrecks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('a role given in brackets parts no subject from its verb, and a clause within heads no coordination', () => {
    check(
      `
The Kingdom of Norway and Iceland (hereinafter “the Participants”) reaffirm their firm commitment to open ports.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland

Norway will support Iceland for as long as it takes, and undertakes to pay the pilots.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway`,
    );
  });

  test('where nobody is named, the role that the text speaks of is the actor', () => {
    check(
      `
The participating States will notify their exercises.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits participating States

They will invite observers.
^^^^^^^^^^^^^^^^^^^^^^^^^^ commits participating States

The participating States regard their ports as open and the participating States thank the pilots.`,
      'Document on Exercises',
    );
  });

  test('“the two countries” are the two named in the sentence, where the text has three', () => {
    check(
      `
Norway, Iceland and Denmark met in Oslo.

Norway and Iceland thanked the crews; the two countries have established a joint station.
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ enacts Norway, Iceland

Officials will meet twice a year.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland, Denmark

We have decided that their ministers will meet in Bergen.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland, Denmark`,
      'Joint Statement of Norway, Iceland and Denmark',
    );
  });

  test('they are the subject before them', () => {
    check(
      `
Norway and Iceland met in Bergen. They agreed to meet again.
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

Norway thanked the crews. It will build a second station.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway`,
    );
  });

  test('what will be done to someone is done by the one who says so', () => {
    check(
      `
Iceland stressed that any damage to the cable will be repaired within a week.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Iceland

We agree that a joint fund will be established.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('a name behind a preposition or in the possessive is no subject', () => {
    check(
      `
Cooperation between Norway and Iceland will deepen.

Iceland’s ports will grow.`,
    );
  });

  test('a name in the object does not take over the next verb', () => {
    check(
      `
Norway commends Iceland on its report and will fund the sequel.
                                          ^^^^^^^^^^^^^^^^^^^^ commits Norway`,
    );
  });

  test('a third state is nobody’s commitment', () => {
    check(
      `
Denmark will send a ship.

Canada is committed to the fund.`,
    );
  });

  test('those who serve a state bind it', () => {
    check(
      `
Norwegian military and civilian personnel will serve on Icelandic ships.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway

The Icelandic side agreed to pay for the fuel.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Iceland

Our finance ministers will meet in June.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('a body speaks for itself, and its members for it', () => {
    check(
      `
The Fisheries Council,

Recalling its first resolution,

1. Decides to extend the ban until 2031;
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Fisheries Council

2. Decides that all States shall report their catch;
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges all States

3. Calls upon the industry to comply.`,
      'Resolution 12',
    );
  });

  test('an alliance is one party when it speaks as one', () => {
    check(
      `
We, the Heads of State and Government of the North Atlantic Alliance, met today. Allies will share the cost. NATO will keep its door open.
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ commits NATO
                                                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits NATO`,
      'Summit Declaration',
    );
  });
});

describe('parties', () => {
  const bound = (front: string, text: string) =>
    readInstrument({ path: 'x.md', format: 'markdown', text: `---\n${front}\n---\n\n${text}\n` }).commitments.map((c) => c.actors.join(' + '));

  test('are those of the head when it names them, in the names that are usual', () => {
    expect(bound('title: Statement\nparties: [The Kingdom of Norway, Iceland]', 'We will meet.')).toEqual(['Norway + Iceland']);
  });

  test('are read from the title', () => {
    expect(bound('title: U.S.-Japan Statement on Ports', 'We will meet.')).toEqual(['United States + Japan']);
  });

  test('are read from the opening when the title names none', () => {
    expect(bound('title: Vision', 'We, the leaders of Chile, Peru, and Ecuador, met today. We will meet again.')).toEqual(['Chile + Peru + Ecuador']);
    expect(bound('title: Vision', 'President Ana Ruiz of Chile and Prime Minister Bo Lind of Sweden met. They agreed to meet again.')).toEqual([
      'Chile + Sweden',
    ]);
  });

  test('are the group itself when it acts as one', () => {
    expect(bound('title: G7 Statement on Ports', 'We will meet. Italy will host the next meeting.')).toEqual(['G7', 'Italy']);
  });

  test('do not come from a longer name that contains theirs', () => {
    expect(
      bound(
        'title: Statement of Norway and the Republic of Korea',
        'We will talk to the Democratic People’s Republic of Korea. The Republic of Korea will host the talks.',
      ),
    ).toEqual(['Norway + Republic of Korea', 'Republic of Korea']);
  });

  test('that nobody names leave a commitment without actors', () => {
    expect(bound('title: Vision', 'We will meet.')).toEqual(['']);
  });
});

test('a commitment carries its operative words, deadline, sum, condition and beneficiary', () => {
  const text =
    '---\ntitle: Statement of Norway and Iceland\n---\n\nNorway commits to provide $20 million to Iceland by 2030, subject to parliamentary approval.\n';
  const [c] = readInstrument({ path: 'x.md', format: 'markdown', text }).commitments;
  expect(c).toMatchObject({
    verb: 'commits to',
    force: 'commits',
    rule: 'performative',
    beneficiary: 'Iceland',
    deadline: 'by 2030',
    figures: ['$20 million'],
    condition: 'subject to parliamentary approval',
  });
  expect(text.slice(c?.operative.start, c?.operative.end)).toBe('commits to');
});
