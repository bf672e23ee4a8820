/**
 * Restated commitments of texts of other kinds than the bundled one: a treaty with articles, a statement of three leaders whose front
 * matter names no party, a body that speaks for itself. The texts are made up; what is judged is that no rule knows one text alone.
 */
import { describe, expect, it } from 'vitest';
import { analyseText, libraryOf } from '../../server/src/service.ts';

const front = (title: string, date: string) => `---\ntitle: ${title}\ndate: "${date}"\n---\n\n`;
const TREATY = `${front('Northern Lights Treaty', '1998-03-02')}The Parties to this Treaty have agreed as follows:

**Article 1**

Each Party undertakes to prohibit and prevent the dumping of radioactive waste in the Arctic Ocean.

**Article 2**

The Parties shall consult together whenever, in the opinion of any of them, the safety of navigation is threatened.

**Article 3**

Any Party may withdraw. It shall give notice of such withdrawal to all other Parties six months in advance.
`;
const STATEMENT = `${front('Reykjavik Statement on Fisheries', '2024-06-01')}We, the leaders of Norway, Iceland and Denmark, met in Reykjavik.

We commit to work together to rebuild the herring stocks of the Norwegian Sea.

We intend to expand joint patrols of fishing grounds.

Norway will open its harbours to the research vessels of all three countries.

We reaffirm our commitment to dialogue with coastal communities.
`;
const RESOLUTION = `---
title: Strait Mandate Decision
date: "2025-05-05"
parties: [Security Council]
---

The Security Council,

*Recalling* its previous decisions on the Strait,

1. *Decides* to extend the mandate of the Observer Mission until 30 November 2026;

2. *Decides* that the Committee shall report to the Council at least every 90 days;

3. *Calls upon* the parties to resume talks;

4. *Decides* to remain seized of the matter.
`;
const library = libraryOf([
  { path: 'treaty.md', text: TREATY, format: 'markdown' },
  { path: 'statement.md', text: STATEMENT, format: 'markdown' },
  { path: 'decision.md', text: RESOLUTION, format: 'markdown' },
]);

/** The verdicts on the second sentence of a document that names the text in its first. */
const verdicts = (title: string, sentence: string) => {
  const opening = `The ${title} is short.`;
  return analyseText(`${opening}\n\n${sentence}\n`, 'markdown', library)
    .claims.filter((c) => c.span.start > opening.length)
    .map((c) => c.verdict);
};

describe('a treaty with articles', () => {
  it.each([
    ['Each Party undertakes to ban the dumping of radioactive waste in the Arctic Ocean (Article 1).', 'faithful'],
    ['Under Article 2 the Parties must consult whenever one of them thinks that the safety of navigation is threatened.', 'faithful'],
    ['Article 2 requires the Parties to consult before any change of the rules of navigation, without exception.', 'overstated'],
    ['A Party that withdraws must give the others notice six months in advance (Article 3).', 'faithful'],
    ['The Parties have already ended the dumping of radioactive waste in the Arctic Ocean (Article 1).', 'overstated'],
  ])('%s', (sentence, verdict) => expect(verdicts('Northern Lights Treaty', sentence)).toEqual([verdict]));
});

describe('a statement of three leaders', () => {
  it.each([
    ['Oslo, Reykjavik and Copenhagen will work together to restore the herring stocks of the Norwegian Sea.', 'faithful'],
    ['The three governments guarantee that the herring stocks of the Norwegian Sea will be rebuilt by 2030.', 'overstated'],
    ['The three intend to widen joint patrols of the fishing grounds, for which Parliament must pay.', 'faithful'],
    ['The three intend to widen joint patrols of the fishing grounds.', 'faithful'],
    ['The three leaders will expand joint patrols of the fishing grounds.', 'overstated'],
    ['Oslo will open its harbours to the research ships of all three.', 'faithful'],
    ['Denmark will open its harbours to the research vessels of all three countries.', 'wrong-actor'],
    ['It is Germany that reaffirms its commitment to dialogue with coastal communities.', 'wrong-actor'],
    ['It is Sweden that reaffirms its commitment to dialogue with coastal communities.', 'wrong-actor'],
    ['All three might perhaps consider a dialogue with coastal communities some day.', 'understated'],
  ])('%s', (sentence, verdict) => expect(verdicts('Reykjavik Statement on Fisheries', sentence)).toEqual([verdict]));
});

describe('a body that speaks for itself', () => {
  it.each([
    ['The Council decided to prolong the mandate of the Observer Mission until the end of November 2026.', 'faithful'],
    ['The Council will extend the mandate of the Observer Mission for ever.', 'overstated'],
    ['It is France alone that extends the mandate of the Observer Mission until the end of November 2026.', 'wrong-actor'],
  ])('%s', (sentence, verdict) => expect(verdicts('Strait Mandate Decision', sentence)).toEqual([verdict]));
});

it.each([
  'Since then joint patrols of fishing grounds have been expanded.',
  'The three must rebuild the herring stocks of the Norwegian Sea, a retired skipper says.',
  'Norwegian officials guaranteed in private that the harbours would be opened to research vessels.',
  'The agreement on whaling, which is older, prohibits joint patrols of fishing grounds.',
  'Fishermen and readers of the statement have to ask what joint patrols are.',
  'Scholars must ask what joint patrols of fishing grounds mean.',
  'Wider joint patrols of fishing grounds would require another treaty.',
  'Critics say that the three will never rebuild the herring stocks of the Norwegian Sea.',
  'Will Norway open its harbours to research vessels?',
  'In 1976 Iceland and Norway agreed to end joint patrols of fishing grounds.',
  'If the herring stocks collapse, Denmark will have to open its harbours.',
  'Norwegian fishermen fear that joint patrols of fishing grounds will be expanded.',
  'The statement does not oblige Norway to open its harbours to anyone.',
  'The European Union will expand joint patrols of fishing grounds in the Baltic.',
  'In 2024 the leaders signed the statement on the herring stocks of the Norwegian Sea.',
])('is no claim: %s', (sentence) => expect(verdicts('Reykjavik Statement on Fisheries', sentence)).toEqual([]));

it('a text that is itself agreed restates nothing of the texts that it recalls', () => {
  const agreed = Array.from({ length: 10 }, (_, k) => `Each Party shall report on herring stock ${k} and shall open its harbours to research vessels.`);
  expect(analyseText(`Recalling the Reykjavik Statement on Fisheries:\n\n${agreed.join('\n\n')}\n`, 'markdown', library).claims).toEqual([]);
});

it('a place in the name of the text is no actor', () => {
  expect(
    verdicts('Reykjavik Statement on Fisheries', 'In the Reykjavik Statement on Fisheries Norway says that it will open its harbours to research vessels.'),
  ).toEqual(['faithful']);
});

it('stronger words accuse only where a party or the text is named', () => {
  const verdict = (sentence: string) => verdicts('Reykjavik Statement on Fisheries', sentence);
  expect(verdict('A commission must rebuild the herring stocks of the Norwegian Sea, as hard as that will be.')).not.toContain('overstated');
  expect(verdict('Iceland must work with the others to rebuild the herring stocks of the Norwegian Sea.')).toContain('overstated');
});
