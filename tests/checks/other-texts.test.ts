/** Documents that speak of another text than the one they seem to cite: silence. */
import { expect, it } from 'vitest';
import { HARBOUR, world } from '../support/world.ts';

const PROTOCOL = `---
id: quay-protocol
title: Quay Protocol
---

Article 1

Each Party shall keep its quays open.

Article 2

The Parties shall meet each year.

Annex A

Quays of the north.

Annex B

Quays of the south.
`;

const findings = async (source: string) => {
  const w = world(source);
  return w.service.findings(await w.read()).map((f) => `${f.check}: ${w.text.slice(f.span.start, f.span.end)}`);
};

it('an annex counted in another way is another text’s', async () => {
  const document = (annex: string) => `//- /declarations/quay-protocol.md\n${PROTOCOL}//- /a.md\nThe Quay Protocol, ${annex}, binds the parties named there.`;
  expect(await findings(document('Annex II'))).toEqual([]);
  expect(await findings(document('Annex I'))).toEqual([]);
  expect(await findings(document('Annex 3'))).toEqual([]);
  expect(await findings(document('Annex F'))).toEqual(['unknown-paragraph: Annex F']);
  expect(await findings(document('Article IX'))).toEqual(['unknown-paragraph: Article IX']);
});

it('a copy of an instrument borrows nothing from it', async () => {
  const body = HARBOUR.slice(HARBOUR.indexOf('The President'));
  expect(await findings(`# Harbour Declaration\n\n${body}`)).toEqual([]);
  const [first] = body.split('\n\n');
  const around = 'Little has been written on the strait, and less on the ferries that cross it every day of the year. '.repeat(4);
  expect(await findings(`On the Harbour Declaration. ${around}\n\n${first}`)).toEqual([expect.stringContaining('unattributed-words')]);
});
