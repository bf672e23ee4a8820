/** How an author may tell of a treaty: with its own "shall", in lists without a verb, and with other texts named by the way. */
import { describe, expect, it } from 'vitest';
import { analyseText, libraryOf } from '../../server/src/service.ts';

const TREATY = `---
title: Glacier Convention
date: "2011-09-01"
---

The Contracting Parties have agreed as follows:

**Article 1**

Each Contracting Party shall submit an annual report on its glaciers to the other Contracting Parties.

**Article 2**

Each Contracting Party shall take measures to regulate the sale of glacier ice.

**Article 3**

The Contracting Parties shall maintain a common network of measuring stations.

**Article 4**

The International Ice Agency shall provide the secretariat.

**Article 5**

The Contracting Parties shall cooperate in the implementation of the Oslo Water Agreement.
`;
const library = libraryOf([{ path: 'glacier.md', text: TREATY, format: 'markdown' }]);
const verdicts = (text: string): readonly string[] => analyseText(text, 'markdown', library).claims.map((c) => c.verdict);
const opening = 'The Glacier Convention is short.\n\n';

it('an analysis that points into the treaty may say "shall" as often as the treaty does', () => {
  const text = Array.from({ length: 10 }, () => 'Each Contracting Party shall submit an annual report on its glaciers to the others (Article 1).').join('\n\n');
  expect(verdicts(opening + text)).toHaveLength(10);
});

describe('told without a verb of promising', () => {
  it.each([
    ['Article 3: maintenance by the parties of a common network of measuring stations.', ['faithful']],
    ['Contracting Parties take measures that regulate the sale of glacier ice (Article 2).', ['faithful']],
    ['Article 3 maintains a common network of measuring stations between the parties.', ['faithful']],
    ['Article 3 mentions a common network of measuring stations between the parties.', []],
    ['Article 2 has each party take measures that regulate the sale of glacier ice.', ['faithful']],
    ['Maintenance by the parties of a common network of measuring stations.', []],
    ['A common network of measuring stations, by far the oldest (Article 3).', []],
    ['Funding of the network of measuring stations by lottery, see Article 1.', []],
  ])('%s', (sentence, expected) => expect(verdicts(opening + sentence)).toEqual(expected));
});

it('far from where its text was named, and others with it, only a sentence that is very like is a claim', () => {
  const far = `${opening}The Charter of 1956 is older.\n\n${'Nobody reads these pages. '.repeat(100)}\n\n`;
  expect(verdicts(`${far}The parties shall maintain a common network of measuring stations.`)).toEqual(['faithful']);
  expect(verdicts(`${far}The stations are a common network, to be measured again.`)).toEqual([]);
});

it.each([
  ['Article 2 obliges each party to ban the sale of glacier ice.', 'overstated'],
  ['The parties must not sell glacier ice of any kind without the approval of all the others; each must regulate its sale.', 'overstated'],
  ['Each party will regulate the sale of glacier ice by force (Article 2).', 'overstated'],
  ['Read closely, Article 3 has the parties maintain a common network of measuring stations.', 'faithful'],
  ['The parties have maintained a common network of measuring stations (Article 3).', 'overstated'],
  ['The parties will conclude a treaty on the sale of glacier ice and its regulation (Article 2).', 'overstated'],
  ['The parties will maintain a common network of stations that covers Brazil too (Article 3).', 'overstated'],
  ['The IIA shall provide the secretariat (Article 4).', 'faithful'],
  ['The parties shall cooperate in carrying out the Oslo Water Agreement (Article 5).', 'faithful'],
  ['Each party has to submit an annual report on its glaciers to the others.', 'faithful'],
])('%s', (sentence, verdict) => expect(verdicts(opening + sentence)).toEqual([verdict]));

it.each([
  'It is recommended that each party submit an annual report on its glaciers.',
  'No one can guarantee that the network of measuring stations will be maintained.',
  'The Glacier Convention, with its network of measuring stations, was opened for signature in Bergen.',
  'Measuring the glaciers of every party would be dearer than a common network of stations.',
  'Article 3 is more than a promise of a common network of measuring stations.',
  'The parties established a common network of measuring stations on 3 May 2019.',
  'It has been suggested that the parties guaranteed a common network of measuring stations.',
  'The opposition argues that the parties gave up the network of measuring stations.',
  'According to the local press, the parties will maintain a common network of measuring stations for ever.',
  'The idea that the parties guaranteed a common network of measuring stations is mistaken.',
  'In 2016 the parties decided to extend the common network of measuring stations.',
  'A future conference of the parties may do away with the network of measuring stations.',
  'The parties could in future agree on a common network of measuring stations.',
  'In the 1990s the parties agreed to maintain a common network of measuring stations.',
])('is no claim: %s', (sentence) => expect(verdicts(opening + sentence)).toEqual([]));
