import { expect, it } from 'vitest';
import { world } from '../support/world.ts';

const MEMORANDUM = `//- /declarations/memorandum.md
---
title: Harbour Memorandum
---

1.1 The purpose is peace.

1.2 The Participants will:

1.2.1 open ports; and

1.2.2 train pilots.

2.1 Costs are shared.
`;

async function cited(pinpoint: string): Promise<unknown> {
  const { analysis } = await world(`//- /brief.md\nThe Harbour Memorandum is short. See ${pinpoint} of the Harbour Memorandum.$0\n${MEMORANDUM}`).read();
  return analysis.citations.flatMap((c) => c.pinpoints.map((p) => [p.paragraphs, p.unknown, p.sentence]));
}

it('a paragraph numbered by levels is cited as para., as section, and as an item of another', async () => {
  expect(await cited('para. 2.1')).toEqual([[['2.1'], [], undefined]]);
  expect(await cited('section 1.2')).toEqual([[['1.2'], [], undefined]]);
  expect(await cited('paragraphs 1.1 and 1.2.2')).toEqual([[['1.1', '1.2.2'], [], undefined]]);
});

it('a level that the text does not have is none', async () => {
  expect(await cited('para. 9.9')).toEqual([[['9.9'], ['9.9'], undefined]]);
});

it('a text of the library may be called what no declaration is: a memorandum, a communiqué, a resolution', async () => {
  const { analysis } = await world(
    '//- /brief.md\nSee para. 2 of the Lisbon Resolution.$0\n//- /declarations/r.md\n---\ntitle: Lisbon Resolution\n---\n\nPorts open.\n\nTugs sail.\n',
  ).read();
  expect(analysis.citations.flatMap((c) => c.pinpoints.map((p) => p.paragraphs))).toEqual([['2']]);
});

it('an annex whose articles count anew is there as a whole', async () => {
  const treaty = '---\ntitle: Lisbon Treaty on Ports\n---\n\nArticle 1\n\nPorts open.\n\nArticle 2\n\nTugs sail.\n\nANNEX II\n\nArticle 1\n\nIt decides.\n';
  const { analysis } = await world(`//- /brief.md\nSee Annex II of the Lisbon Treaty on Ports.$0\n//- /declarations/t.md\n${treaty}`).read();
  expect(analysis.citations.flatMap((c) => c.pinpoints.map((p) => [p.paragraphs, p.unknown]))).toEqual([[['Annex II'], []]]);
});

it('“Article 2, paragraph 1(a)” and “paragraph 1(a) of Article 2” are one pinpoint', async () => {
  const treaty =
    '---\ntitle: Lisbon Treaty on Ports\n---\n\nArticle 1\n\nPorts open.\n\nArticle 2\n\n1. Tugs shall:\n\n(a) sail;\n\n(b) rest.\n\n2. Pilots rest.\n';
  const pins = async (pinpoint: string) => {
    const { analysis } = await world(
      `//- /brief.md\nThe Lisbon Treaty on Ports is short. See ${pinpoint} of the Lisbon Treaty on Ports.$0\n//- /declarations/t.md\n${treaty}`,
    ).read();
    return analysis.citations.flatMap((c) => c.pinpoints.map((p) => [p.text, p.paragraphs, p.unknown]));
  };
  expect(await pins('Article 2, paragraph 1(a),')).toEqual([['Article 2, paragraph 1(a)', ['Article 2(1)(a)'], []]]);
  expect(await pins('para. 2 of Article 2')).toEqual([['para. 2 of Article 2', ['Article 2(2)'], []]]);
  // The first article has no numbered paragraphs: the article is meant.
  expect(await pins('Article 1, para. 1')).toEqual([['Article 1, para. 1', ['Article 1'], []]]);
});
