/** What counts as a commitment, how firm it is and how far it reaches, on sentences of the genre. */
import { describe, test } from 'vitest';
import { check } from '../support/commitments.ts';

describe('force', () => {
  test('what a party will do, agrees to, pledges or is determined to do is a commitment', () => {
    check(
      `
We will open the northern ports to research vessels.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

The two sides agreed to share ice charts.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

Norway pledges to train fifty pilots by 2031.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway

Both countries are determined to protect the cod stocks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

The Governments have decided to build a joint station.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('a commitment restated or kept is affirmed', () => {
    check(
      `
Our countries remain committed to free navigation.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland

We reaffirm our commitment to the Arctic Council.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland

The leaders underscored their resolve to end overfishing.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland

We stand united in our commitment to the law of the sea.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland

We continue to monitor the glaciers.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland

Our commitment to the fishing communities is unshakeable.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland

We stand by our pledge to fund the museum.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland`,
    );
  });

  test('an intention, readiness or plan is weaker', () => {
    check(
      `
We intend to publish the results.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway, Iceland
   ^^^^^^^^^ hedge

Iceland stands ready to host the secretariat.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Iceland

We aim to double the number of visits.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway, Iceland
   ^^^^^^ hedge

Norway announced its intention to lower the fees.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway
                     ^^^^^^^^^^^^ hedge`,
    );
  });

  test('what is founded by being said is enacted', () => {
    check(
      `
We announce the establishment of a Joint Ice Service.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ enacts Norway, Iceland

The leaders have launched a new rescue programme.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ enacts Norway, Iceland

Today, we are creating a Northern Ports Forum.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ enacts Norway, Iceland`,
    );
  });

  test('the clause reported decides, not the report', () => {
    check(
      `
The two leaders confirmed that Norway and Iceland will extend the cable.
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We reaffirm that the sea is a common heritage.

We agree we will meet every year.
         ^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });
});

describe('reach', () => {
  test('verbs with objects of their own are separate, and the later name the first', () => {
    check(
      `
We will map the seabed and protect the spawning grounds.
^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ + commits Norway, Iceland

We intend to share charts, align our surveys, and coordinate patrols.
^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway, Iceland
   ^^^^^^^^^ hedge
                           ^^^^^^^^^^^^^^^^^ + intends Norway, Iceland
                                                  ^^^^^^^^^^^^^^^^^^ + intends Norway, Iceland

We seek to improve safety at sea and to reduce noise.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway, Iceland
   ^^^^^^^ hedge
                                     ^^^^^^^^^^^^^^^ + intends Norway, Iceland

We are committed to reducing emissions, restoring wetlands, and protecting seabirds.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                                        ^^^^^^^^^^^^^^^^^^ + commits Norway, Iceland
                                                                ^^^^^^^^^^^^^^^^^^^ + commits Norway, Iceland`,
    );
  });

  test('verbs that share an object are one', () => {
    check(
      `
We will protect and promote coastal cultures.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We will strengthen the service to prevent and reduce accidents.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We will foster trade in fish, timber, and supply chains.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('a repeated modal has the subject before it, another subject its own', () => {
    check(
      `
We will further expand the fleet, and will deepen training between our coast guards.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ + commits Norway, Iceland

Norway will fund the cable, and Iceland will land it.
^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway
                                ^^^^^^^^^^^^^^^^^^^^ commits Iceland

We welcome the report and will act on its findings.
                          ^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('examples, remarks and other speakers are left off', () => {
    check(
      `
We will modernize the ports, including their cranes and quays.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We will train the crews, and welcome the offer of a school ship.
^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

Norway will lend two tugs, and Iceland thanked the crews for their work.
^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway`,
    );
  });

  test('an infinitive or a clause inside the object does not part the commitment', () => {
    check(
      `
We will seize every chance to learn from divers and to listen to fishers.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We are committed to ensuring both countries continue to prosper.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });
});

describe('hedges', () => {
  test('effort and first steps count where they are what is promised', () => {
    check(
      `
We will work together to improve forecasts.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
        ^^^^^^^^^^^^^^^^ hedge

Norway commits to make every effort to warn Iceland.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway
                  ^^^^^^^^^^^^^^^^^^^^ hedge

We will explore options for a joint fund.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
        ^^^^^^^ hedge

We will work closely with Denmark on rescue.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We decided to initiate discussions to join the fund.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
              ^^^^^^^^^^^^^^^^^^^^^^^ hedge

The Governments agreed to hold consultations every year.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });

  test('conditions and discretion count anywhere in the clause', () => {
    check(
      `
Iceland will, subject to parliamentary approval, buy two vessels.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Iceland
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hedge

Norway intends to join the fund, pending approval by parliament.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway
       ^^^^^^^^^^ hedge
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hedge

We will exchange officers, as appropriate.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                           ^^^^^^^^^^^^^^ hedge

We will publish the charts to the greatest extent practicable.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hedge`,
    );
  });

  test('accord with one’s own law excuses, accord with a resolution or principle does not', () => {
    check(
      `
Norway will share data, consistent with its national legislation.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hedge

We will protect the seabed in accordance with relevant United Nations resolutions.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We will act consistent with international law.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
    );
  });
});

describe('lists', () => {
  test('each item takes the verb of its introduction', () => {
    check(
      `
We will:

- open the ports;
  ^^^^^^^^^^^^^^ commits Norway, Iceland
- train pilots, where possible.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                ^^^^^^^^^^^^^^ hedge`,
    );
  });

  test('each item takes the commitment of its introduction', () => {
    check(
      `
We reaffirm our commitment to:

(a) the safety of seafarers;
    ^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland

(b) the freedom of research.
    ^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland`,
    );
  });

  test('items with verbs of their own keep them', () => {
    check(
      `
The Governments agree to the following:

1. Norway will lay the cable;
   ^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway
2. Iceland will land it.
   ^^^^^^^^^^^^^^^^^^^^ commits Iceland`,
    );
  });

  test('objects of one verb stay with it', () => {
    check(
      `
We will work on:
^^^^^^^^^^^^^^^^ commits Norway, Iceland

- fisheries;
- weather;
- search and rescue.`,
    );
  });

  test('an introduction may leave its subject to the items', () => {
    check(
      `
Meeting in Bergen, the two leaders:

- agreed to open the ports;
  ^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
- welcomed the new ferry;
- reaffirmed their commitment to clean seas.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ affirms Norway, Iceland`,
    );
  });
});

describe('no commitment', () => {
  test('what is welcomed, recognized, urged or condemned', () => {
    check(
      `
We welcome Norway’s commitment to the fund.

We call on all states to ratify the convention.

We condemn the failure to commit to talks.

We appreciate the pledge of the industry to use cleaner fuels.`,
    );
  });

  test('an importance, a view or a fact that is affirmed', () => {
    check(
      `
We reaffirm the importance of clean seas.

We agree that the sea is warming.

The leaders affirmed the view that research must be free.`,
    );
  });

  test('what others or things will do', () => {
    check(
      `
Russia will hold elections next year.

The fund’s work will benefit everyone.

We note that Iceland will chair the council next year.

The review chose a course that is cautious and will take time.`,
    );
  });

  test('what is past', () => {
    check(
      `
In 2019 we launched the Ice Fund.

We thank the teams that worked to prevent accidents.

When we gathered in 2019, we committed to ban the nets.`,
    );
  });

  test('what is denied, asked or only named', () => {
    check(
      `
We do not pledge money today, nor do we seek to close the strait.

This text is not intended to bind anyone.

Norway’s promise, its pledge and its resolve are well known.

We express concern over the plan to drill.

In keeping with our commitment to peace, we oppose the move.

All countries will feel the change.`,
    );
  });
});

describe('treaties', () => {
  test('lay duties on their parties, whatever the subject of “shall” is', () => {
    check(
      `
Article 1

1. Each Contracting Party shall protect the cable in its waters.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges each Contracting Party

2. No new cable shall be laid without notice to the Contracting Parties.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not: obliges Contracting Parties

3. Reports shall be sent by the depositary Government to all Contracting Parties.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges depositary Government

4. The cable shall not be used for military purposes.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not: obliges Contracting Parties

Article 2

The Contracting Parties will consult together whenever the cable is cut.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Contracting Parties`,
      'Treaty on the Northern Cable',
    );
  });

  test('oblige by undertaking, member by member', () => {
    check(
      `
Article 1

The Contracting Parties undertake not to cut the cable; and not in any way to assist others to do so.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not: obliges Contracting Parties
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not: + obliges Contracting Parties

Article 2

The Contracting Parties shall inform one another of repairs, and shall share their cost.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Contracting Parties
                                                                 ^^^^^^^^^^^^^^^^^^^^^^ + obliges Contracting Parties`,
      'Treaty on the Northern Cable',
    );
  });

  test('hand “shall” to the items of a list', () => {
    check(
      `
Article 1

Each Contracting Party shall:

(a) inform the others of repairs;
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges each Contracting Party

(b) pay its share.
    ^^^^^^^^^^^^^ obliges each Contracting Party

Article 2

The Contracting Parties agree that, as far as practicable:
                                    ^^^^^^^^^^^^^^^^^^^^^ hedge

(a) charts shall be exchanged;
    ^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Contracting Parties

(b) divers shall be trained together.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Contracting Parties`,
      'Treaty on the Northern Cable',
    );
  });

  test('say much of themselves that obliges nobody', () => {
    check(
      `
Article 1

This Treaty shall enter into force on signature.

Article 2

Nothing in this Treaty shall be interpreted as affecting sovereignty.

Article 3

Each Contracting Party shall have the right to withdraw.

Article 4

This Treaty shall be open to all States for signature.

Article 5

Any Contracting Party may propose amendments.

Article 6

The Contracting Parties shall meet if any of them so requests.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges Contracting Parties
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ hedge`,
      'Treaty on the Northern Cable',
    );
  });

  test('name who keeps them', () => {
    check(
      `
Article 1

Each Contracting Party shall guard the cable.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges each Contracting Party

Article 2

Instruments of ratification shall be deposited with the Government of Norway, hereby designated as the depositary Government.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ obliges each State
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ enacts Contracting Parties`,
      'Treaty on the Northern Cable',
    );
  });
});

test('letters with a point run into a sentence are its items, and a list of means is none', () => {
  check(
    `
1. We have agreed to: a. open the ports; b. mark the wrecks; and c. pay the pilots.
                         ^^^^^^^^^^^^^^ commits Norway, Iceland
                                            ^^^^^^^^^^^^^^^ commits Norway, Iceland
                                                                    ^^^^^^^^^^^^^^ commits Norway, Iceland

2. We will defend the coast by: a. keeping the lights; b. marking the wrecks.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
  );
});

test('an effort under “we commit to:” is committed, and what is asked of others is no item', () => {
  check(
    `
We commit to:

- strive to mark all wrecks;
  ^^^^^^^^^ hedge
  ^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

- request the Council to report.`,
  );
});

test('a further member may stand behind an aside, seek an end, or pledge a sum in any currency', () => {
  check(
    `
We resolved to share charts and, where appropriate, to fly together.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                                 ^^^^^^^^^^^^^^^^^ hedge
                                                    ^^^^^^^^^^^^^^^ + commits Norway, Iceland

We will work with the islands and seek to widen the road.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                                  ^^^^^^^ hedge
                                  ^^^^^^^^^^^^^^^^^^^^^^ + commits Norway, Iceland

We pledged ¥3 billion for the wrecks.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We express our intention to mark the wrecks, and our readiness to lift them.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway, Iceland
               ^^^^^^^^^^^^ hedge
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ intends Norway, Iceland`,
  );
});

test('items under “do hereby declare to:” take its verb, but for views and greetings', () => {
  check(
    `
WE, the leaders of Norway and Iceland, DO HEREBY DECLARE to:

1. ENHANCE the exchange of charts, as appropriate;
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland
                                   ^^^^^^^^^^^^^^ hedge

2. WELCOME the work of the pilots;

3. STRENGTHEN the rescue zone.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
  );
});

test('“we agree:” hands its verb to a list, and to require something of others is to act', () => {
  check(
    `
We agree:

- to mark the wrecks;
  ^^^^^^^^^^^^^^^^^^ commits Norway, Iceland

- to pay the pilots.
  ^^^^^^^^^^^^^^^^^ commits Norway, Iceland

We will require a light on each ship. This will require patience.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commits Norway, Iceland`,
  );
});
