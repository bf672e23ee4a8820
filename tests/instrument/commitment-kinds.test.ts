/** Commitments in kinds of texts other than joint statements: resolutions, charters, memoranda, lists of steps. */
import { describe, test } from 'vitest';
import { check } from '../support/commitments.ts';

describe('other kinds of instruments', () => {
  test('a body that adopts a resolution is bound by it, another body by its own name', () => {
    check(
      `
The Harbour Council,

Recalling its earlier decisions,

1. Decides to extend the survey;
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Harbour Council

2. Affirms that it shall keep the buoys under review;
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Harbour Council

3. Requests the Director to report yearly;

4. Decides that the Buoy Committee shall publish the charts.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Buoy Committee`,
      'Resolution 7 on buoys',
    );
  });

  test('a treaty binds bodies, each concerned Party and the author of a notice; a list run together keeps its verbs', () => {
    check(
      `
## Article 1

The Council shall meet each year. It shall adopt its own rules.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Council
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Council

## Article 2

The review conference shall decide on new buoys.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges review conference

## Article 3

The affected Party shall warn the other Parties, and the Parties concerned shall limit the damage.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Parties
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Parties concerned

## Article 4

Such notice shall include the reasons for the withdrawal.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Parties

## Article 5

The Commission shall:discuss any matter of dredging;explore new sectors.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Commission
                                                    ^^^^^^^ hedge
                                                    ^^^^^^^^^^^^^^^^^^^ + obliges Commission`,
      'Charter of the River',
    );
  });

  test('items of “We will:” take the verb, what a later sentence of theirs says stands alone', () => {
    check(
      `
We will:

- not raise the tolls;
  ^^^^^^^^^^^^^^^^^^^ not: commits Norway, Iceland
- explore new routes; and
  ^^^^^^^ hedge
  ^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
- open the locks. We ask the harbour bank to report.
  ^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('steps that are announced are what is agreed', () => {
    check(
      `
We agree to the following steps to ensure the full use of the canal:

- Clear the banks.
  ^^^^^^^^^^^^^^^ commits Norway, Iceland
- Refrain from dredging at night.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('each, neither and “his government” are parties; so is whoever settles a dispute between them', () => {
    check(
      `
Each participant will bear its own costs.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

Neither participant will disclose the charts without the prior consent of the other participant.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not: commits Norway, Iceland
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hedge

Any dispute will be settled through consultations between the participants.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

President Berg of Norway committed his government to double the number of buoys.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway`,
    );
  });

  test('words of another text, what must not be and what was long ago are no undertakings; “it” is the one who stresses', () => {
    check(
      `
“We will never close the strait,” the treaty of 1820 says.

Norway stresses that integral to this pledge is a duty never to allow Russia to close the strait, and that it is prepared to use all its means.
                                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway

It is essential that we will not fail.

We designated the strait a common heritage, and today we reaffirm our commitment to its care.
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland`,
    );
  });

  test('a verb with “to” of its own goes back to the first; effort hedges, “the appropriate steps” do not', () => {
    check(
      `
The two sides agreed to help schools that teach navigation and offer courses, and to fund two scholarships.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^ + commits Norway, Iceland

We will work tirelessly for a clean sea.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
        ^^^^^^^^^^^^^^^^^^^ hedge

We will give due consideration to the request.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
        ^^^^^^^^^^^^^^^^^^^^^^ hedge

We will take the appropriate steps to clear the wreck.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We will seek closer ties between the ports.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
        ^^^^ hedge`,
    );
  });

  test('numbered members, “no party” and “neither of us”, intentions and what was decided in the passive voice are read; hopes and opinions are not', () => {
    check(
      `
We commit to (i) halve waste by 2030, (ii) phase out coal, and (iii) explore new fuels.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                                           ^^^^^^^^^^^^^^ + commits Norway, Iceland
                                                                     ^^^^^^^ hedge
                                                                     ^^^^^^^^^^^^^^^^^ + commits Norway, Iceland

No party will sell arms to third states. Neither of us will act alone.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not: commits Norway, Iceland
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not: commits Norway, Iceland

It is our intention to build a pier. It is our hope to meet again.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway, Iceland
          ^^^^^^^^^^^^ hedge

It was decided to create a working group. It is agreed that the sea is wide.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('what a memorandum says will be done, its participants will do', () => {
    check(
      `
1. Costs will be shared equally.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

2. The notes exchanged will be kept confidential and will not be published.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                                                     ^^^^^^^^^^^^^^^^^^^^^ not: + commits Norway, Iceland

3. Either Participant may end this Memorandum. It will come into effect on signature.`,
      'Memorandum of Understanding between Norway and Iceland',
    );
  });

  test('the body of the condition, or the agent, is bound; the agent of another participle is not', () => {
    check(
      `
## Article 1

If the Council finds a leak, it shall warn the towns.
                             ^^^^^^^^^^^^^^^^^^^^^^^ obliges Council

## Article 2

The text shall be sent to the Parties by the secretariat within ten days.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges secretariat

## Article 3

Fees shall be paid at rates agreed by the Assembly.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Parties`,
      'Charter of the River',
    );
  });

  test('subjects are found across remarks; verbs that share an object stay one; officials act for their states', () => {
    check(
      `
We again stress the value of ports, and commit to open one.
                                        ^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We oppose acts that threaten the sea and commit to stopping them.
                                         ^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

Our steadfast commitment to the sea will never waver.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland

We commit to preventing, responding to and ending spills.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

Senior officials will meet each spring.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('a list run into a sentence of other parties is theirs; what shall have been done is no duty', () => {
    check(
      `
## Article 1

The other parties shall keep the peace. To this end, they undertake: a) to mark the reefs; b) to warn the ships.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges other parties
                                                                        ^^^^^^^^^^^^^^^^^ obliges other parties
                                                                                              ^^^^^^^^^^^^^^^^^ obliges other parties

## Article 2

The fees fall on those Parties which shall have accepted them.`,
      'Agreement between Norway and Iceland',
    );
    check(
      `
Both countries reaffirmed their commitments on keeping an open sea.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland`,
    );
  });

  test('an aside before a later verb is a hedge of that verb alone', () => {
    check(
      `
## Article 1

The Parties shall mark the reefs and, where necessary, shall close the strait.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Parties
                                      ^^^^^^^^^^^^^^^ hedge
                                                       ^^^^^^^^^^^^^^^^^^^^^^ + obliges Parties

## Article 2

The present Treaty shall enter into force on signature.`,
      'Treaty between Norway and Iceland',
    );
  });
});
