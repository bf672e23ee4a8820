/** Who is put in whose role: a treaty that binds an archive state, a council and parties of one kind beside its parties at large. */
import { describe, expect, it } from 'vitest';
import { analyseText, libraryOf } from '../../server/src/service.ts';

const TREATY = `---
title: River Basin Treaty
date: "2004-05-06"
---

The Parties to this Treaty have agreed as follows:

**Article 1**

Each exporting State Party undertakes to limit the sale of pesticides to farms along the river.

**Article 2**

The Parties shall exchange hydrological data among themselves.

**Article 3**

The Security Council shall inform the Parties of the results of any inquiry into floods.

**Article 4**

If a dam is likely to fail, the Party on whose territory it stands shall warn the downstream villages.

**Article 5**

The Depositary shall transmit certified copies of this Treaty to all signatories.
`;
const library = libraryOf([{ path: 'river.md', text: TREATY, format: 'markdown' }]);
const verdicts = (text: string): readonly string[] => analyseText(text, 'markdown', library).claims.map((c) => c.verdict);
const opening = 'The River Basin Treaty is short.\n\n';

describe('roles', () => {
  it.each([
    ['Each exporting State undertakes to limit its sales of pesticides to farms along the river (Article 1).', 'faithful'],
    ['Each Party undertakes to limit its sales of pesticides to farms along the river (Article 1).', 'wrong-actor'],
    ['The Security Council will tell the parties the results of any inquiry into floods (Article 3).', 'faithful'],
    ['The depositary shall inform the parties of the results of any inquiry into floods (Article 3).', 'wrong-actor'],
    ['The exporting States shall exchange hydrological data among themselves (Article 2).', 'faithful'],
    ['The Security Council shall transmit certified copies of the treaty to all signatories (Article 5).', 'wrong-actor'],
    ['The Secretary-General shall transmit certified copies of the treaty to all signatories (Article 5).', 'wrong-actor'],
    ['The depositary will send certified copies of the treaty to the signatories (Article 5).', 'faithful'],
  ])('%s', (sentence, verdict) => expect(verdicts(opening + sentence)).toEqual([verdict]));
});

describe('conditions', () => {
  it('a duty that the text makes conditional may be told with its condition', () => {
    expect(verdicts(`${opening}If a dam is about to fail, the party on whose territory it stands must warn the villages downstream.`)).toEqual(['faithful']);
  });
  it.each([
    'If the treaty were in force, the parties would exchange hydrological data among themselves.',
    'If a dam is about to fail, the parties will exchange hydrological data among themselves.',
    'If only the parties will exchange hydrological data, much is won.',
  ])('no claim: %s', (sentence) => expect(verdicts(opening + sentence)).toEqual([]));
});

it('another text named by the way does not end what is said of the one cited', () => {
  const said = 'The River Basin Treaty is short. The Charter of 1956 was longer. ';
  expect(verdicts(`${said}The parties shall exchange hydrological data among themselves.`)).toEqual(['faithful']);
  expect(verdicts(`${said}The parties will send data about pesticides.`)).toEqual([]);
});
