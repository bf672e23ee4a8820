import { describe, expect, test } from 'vitest';
import { readInstrument } from '../../server/src/instrument/read.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';

const read = (text: string, format: Format = 'markdown') => readInstrument({ path: 'x.md', format, text });
const drawn = (text: string, format?: Format) =>
  read(text, format)
    .paragraphs.map((p) => `${p.label}: ${p.prose.text}`)
    .join('\n');
const labels = (text: string, format?: Format) => read(text, format).paragraphs.map((p) => p.label);
const items = (text: string) => read(text).paragraphs.flatMap((p) => (p.items ?? []).map((i) => i.label));
const long = (s: string) => `${s} and of much else that was before us on the day on which we met in the harbour and spoke about the ships that come and go.`;

describe('what hard-wrapping and typing break', () => {
  test('a year that wraps to the start of a line is no number of a list, and stays in its paragraph', () => {
    const text = '1.  We will meet again in January\n    2031.\n2.  We thank our hosts.\n3.  We leave.\n';
    expect(drawn(text)).toBe('1: We will meet again in January 2031.\n2: We thank our hosts.\n3: We leave.');
  });

  test('“(2).” at the start of a line is the next paragraph of its article', () => {
    const text = '### Article I\n\n(1).  Ports are open.  \n(2).  Tugs are not.\n\n### Article II\n\nPiers are free.\n';
    expect(drawn(text)).toBe('Article I(1): Ports are open.\nArticle I(2): Tugs are not.\nArticle II: Piers are free.');
  });

  test('a bold line with hard breaks around it is a heading, though it stands in a paragraph or has a space inside its marks', () => {
    const text = 'We met.  \n**Ports **  \nWe will open them.\n\n**Pilots\n      **  \nWe will train them.\n\n<u>Tugs</u>\n\nWe will build them.\n';
    expect(drawn(text)).toBe('1: We met.\n2: We will open them.\n3: We will train them.\n4: We will build them.');
    expect(read(text).paragraphs.map((p) => p.heading)).toEqual([undefined, 'Ports', 'Pilots', 'Tugs']);
  });

  test('a heading in several bold pieces is one heading', () => {
    expect(drawn('**Fourth**, **we** **will act.**\n\nWe have ships.\n')).toBe('1: We have ships.');
  });

  test('asterisks that close nothing are dropped', () => {
    expect(drawn('Such steps may include, *inter alia, *talks.\n\nWe will have energy*.*\n')).toBe(
      '1: Such steps may include, inter alia, talks.\n2: We will have energy.',
    );
  });

  test('a paragraph that breaks off goes on below a blank line', () => {
    expect(drawn('We value the Forum, which\n\nLisbon hosted in 2021, as a place to meet.\n\nWe met.\n')).toBe(
      '1: We value the Forum, which Lisbon hosted in 2021, as a place to meet.\n2: We met.',
    );
  });

  test('lines too long to be wrapped are paragraphs, though no blank line parts them', () => {
    expect(labels(`${long('We spoke of ports')}\n${long('We spoke of pilots')}\n${long('We spoke of tugs')}\n`)).toEqual(['1', '2', '3']);
    expect(labels('We met in a harbour and spoke of ports, which are places\nthat ships come to. We met again. We spoke\nof tugs.\n')).toEqual(['1']);
  });

  test('text indented as from a typewriter is text', () => {
    expect(drawn('     We met today in the harbour.\n\n     We will meet again.\n')).toBe('1: We met today in the harbour.\n2: We will meet again.');
  });
});

describe('what is no paragraph', () => {
  test('names of those who signed, notes, captions and tables', () => {
    const text =
      'We met.\n\nMay 4, 2020\n\nMinister Ana Reis of the Harbour  \nMinister Jo Park of the Piers  \nMinister Li Wei of the Tugs\n\n<sup>1</sup> One of us did not speak.\n\n| Port | Ships |\n| --- | --- |\n| Lisbon | Ten of them are ours. |\n';
    expect(drawn(text)).toBe('1: We met.');
  });

  test('the lines an archive prints around a text', () => {
    const text = 'The text of the following statement was released by the Governments of both countries.\n\nBegin text:\n\nWe met.\n\nEnd text.\n';
    expect(drawn(text)).toBe('1: We met.');
  });

  test('what a press office adds; but not a sentence in italics', () => {
    const text =
      '*We, the Leaders of both countries, met today to speak about the future of our harbours and ships.*\n\nWe will act.\n\n**Notes to editors**\n\nThe Group was founded in 1999.\n';
    expect(drawn(text)).toBe('1: We, the Leaders of both countries, met today to speak about the future of our harbours and ships.\n2: We will act.');
  });

  test('the word Preamble above or before one, but not at the start of a sentence about it', () => {
    expect(drawn('Preamble We met.\n\nPreamble paragraphs are short.\n')).toBe('1: We met.\n2: Preamble paragraphs are short.');
  });

  test('a title with a verb in it', () => {
    expect(drawn('What We Will Do Together\n\nWe will act.\n', 'plaintext')).toBe('1: We will act.');
  });

  test('a month is no verb: a place and date in May is no paragraph', () => {
    expect(drawn('4 May 2020, Lisbon\n\nWe met.\n')).toBe('1: We met.');
  });

  test('a sentence without its full stop is one', () => {
    expect(drawn('We met.\n\nThe Ministers welcomed the new pier\n\nWe left.\n')).toBe('1: We met.\n2: The Ministers welcomed the new pier\n3: We left.');
  });
});

describe('numbers of several kinds', () => {
  test('points that count themselves in words are no numbers where there are numerals, nor in plain prose', () => {
    const text = '1. We met.\n\n2. We adopt three aims:\n\n-   First, we open ports.\n-   Second, we train pilots.\n-   Third, we build tugs.\n\n3. We left.\n';
    expect(labels(text)).toEqual(['1', '2', '3']);
    expect(labels('We met.\n\nFirst, we spoke of ports.\n\nSecond, we spoke of tugs.\n\nWe left.\n')).toEqual(['1', '2', '3', '4']);
  });

  test('a text whose first number is 2 leaves out the number of its first paragraph', () => {
    expect(labels('We met.\n\n2) We spoke.\n\n3) We left.\n\n4) We rest.\n')).toEqual(['1', '2', '3', '4']);
  });

  test('levels are numbers: 1.1, 1.2, 2.1; below an unfinished sentence they are its items', () => {
    const text =
      '1. Purpose\n\n1.1 The Participants will share charts.\n\n1.2 The Participants will:\n\n1.2.1 open ports; and\n\n1.2.2 train pilots.\n\n2. Costs\n\n2.1 Each Participant bears its own.\n';
    expect(drawn(text)).toBe(
      '1.1: The Participants will share charts.\n1.2: The Participants will: 1.2.1 open ports; and 1.2.2 train pilots.\n2.1: Each Participant bears its own.',
    );
    expect(items(text)).toEqual(['1.2.1', '1.2.2']);
    expect(read(text).paragraphs.map((p) => p.heading)).toEqual(['Purpose', 'Purpose', 'Costs']);
    expect(labels('We met.\n\n1.5 million people came.\n\nWe left.\n')).toEqual(['1', '2', '3']);
  });

  test('an annex begins to count anew', () => {
    const text = '1. We met.\n\n2. We spoke.\n\n3. We adopt the annex.\n\n**Annex: Plan of Ports**\n\n1. Ports open.\n\n2. Tugs sail.\n';
    expect(labels(text)).toEqual(['1', '2', '3', 'Annex(1)', 'Annex(2)']);
  });

  test('parts of an annex are part of its labels', () => {
    const text =
      '### Article 1\n\nPorts are open.\n\n### Article 2\n\nTugs are not.\n\n### Annex A\n\nI: Notices\n\n1.Ports are named.\n\nII: Costs\n\nA: Ships\n\n1.Ships pay.\n\nB: Tugs\n\n1.Tugs do not pay.\n';
    expect(labels(text)).toEqual(['Article 1', 'Article 2', 'Annex A(I)(1)', 'Annex A(II)(A)(1)', 'Annex A(II)(B)(1)']);
  });

  test('numbers that run on through sections are those of the text', () => {
    const text = '## Section I: Ports\n\n1. We met.\n\n2. We spoke.\n\n## Section II: Tugs\n\n3. We agreed.\n\n4. We left.\n';
    expect(labels(text)).toEqual(['1', '2', '3', '4']);
  });

  test('Chinese numbers are numbers, and those in brackets items', () => {
    const text = '两国政府声明如下：\n\n一、两国开放港口。\n\n二、两国政府声明：\n\n（一）开放港口；\n\n（二）培训引航员。\n\n三、本声明自签字之日起生效。\n';
    expect(labels(text)).toEqual(['Preamble', '1', '2', '3']);
    expect(items(text)).toEqual(['2 (1)', '2 (2)']);
  });
});

describe('plain text', () => {
  test('loses the number of a paragraph from its words', () => {
    expect(drawn('The Council,\n\n1. Decides to act;\n\n2. Requests a report;\n\n3. Remains seized.\n', 'plaintext')).toBe(
      'Preamble: The Council,\n1: Decides to act;\n2: Requests a report;\n3: Remains seized.',
    );
  });

  test('numbers paragraphs in Roman numerals too', () => {
    const text =
      'The Ministers declare as follows:\n\nI. Ports are open.\n\nII. The Ministers agree:\n\n   (a) to train pilots;\n\n   (b) to share charts.\n\nIII. They will meet again.\n';
    expect(labels(text, 'plaintext')).toEqual(['Preamble', 'I', 'II', 'III']);
    expect(read(text, 'plaintext').paragraphs[2]?.items?.map((i) => i.label)).toEqual(['II (a)', 'II (b)']);
    expect(read(text, 'plaintext').paragraphs[2]?.alsoLabels).toEqual(['2']);
  });

  test('has titles and dates on lines of their own above paragraphs of one line each', () => {
    expect(drawn(`Joint Statement of the Ministers\nLisbon, 4 May 2020\n${long('We spoke of ports')}\nWe will meet again.\n`, 'plaintext')).toBe(
      `1: ${long('We spoke of ports')}\n2: We will meet again.`,
    );
  });

  test('has items “a.” and “; and” without a number', () => {
    const text = '1. We met.\n\n2. We welcomed:\n\n   a. the early conclusion of a code; and\n\n   b. the hotline.\n\n3. We left.\n';
    expect(drawn(text, 'plaintext')).toBe('1: We met.\n2: We welcomed: a. the early conclusion of a code; and b. the hotline.\n3: We left.');
  });
});

test('a short line above a list in lower case introduces it', () => {
  expect(drawn('They:\n\n* met;\n* spoke.\n\nThe two leaders also\n\n- looked forward to meeting again\n\nThey left.\n')).toBe(
    '1: They: met; spoke.\n2: The two leaders also looked forward to meeting again\n3: They left.',
  );
});

test('numbers that restart under parts with a number of their own are cited with the part', () => {
  const text = '## Part I – Safety\n\n1. We inspect ships.\n\n2. We train pilots.\n\n## Part II – Trade\n\n1. We open ports.\n\n2. We lower fees.\n';
  expect(labels(text)).toEqual(['Part I(1)', 'Part I(2)', 'Part II(1)', 'Part II(2)']);
});

test('a page laid out in a table is read from its cells', () => {
  expect(drawn('# Declaration\n\n| | |\n| --- | --- |\n| 1. | We open ports. |\n| 2. | We train pilots. |\n| 3. | We build tugs. |\n')).toBe(
    '1: We open ports.\n2: We train pilots.\n3: We build tugs.',
  );
});

test('a resolution in capitals has recitals and numbers like any other', () => {
  const text =
    'WE, THE HEADS OF STATE OF BOTH COUNTRIES,\n\nHAVING DISCUSSED the harbours;\n\nRECALLING the past;\n\nCONVINCED of peace;\n\nHEREBY AGREE:\n\n1. TO OPEN ports;\n\n2. TO TRAIN pilots;\n\n3. TO MEET.\n';
  expect(labels(text, 'plaintext')).toEqual(['PP1', 'PP2', 'PP3', '1', '2', '3']);
});

test('“Article II.  1. …” opens the first paragraph of the article', () => {
  expect(labels('Article I.  Ports are open.\n\nArticle II.  1. Tugs are free.\n\n2. Piers are not.\n', 'plaintext')).toEqual([
    'Article I',
    'Article II(1)',
    'Article II(2)',
  ]);
});

test('the articles of an annex are its own', () => {
  const text = 'Article 1\n\nPorts are open.\n\nArticle 2\n\nTugs are not.\n\nANNEX II\n\nArticle 1\n\nThe tribunal has three members.\n';
  expect(labels(text)).toEqual(['Article 1', 'Article 2', 'Annex II, Article 1']);
});

describe('articles in other shapes', () => {
  test('“Article 1. The Parties shall …” is an article with its text', () => {
    const text = 'The Parties agree:\n\nArticle 1. Ports shall be open.\n\nArticle 2. Tugs shall be free.\n\nArticle 3\nFinal clause\nThis Treaty is final.\n';
    expect(drawn(text)).toBe('Preamble: The Parties agree:\nArticle 1: Ports shall be open.\nArticle 2: Tugs shall be free.\nArticle 3: This Treaty is final.');
    expect(read(text).paragraphs.at(-1)?.heading).toBe('Final clause');
  });

  test('bold says where the title ends and the text begins', () => {
    const text = '**Article 1. Ports.** They shall be open.\n\n**Article 2. Tugs.** They shall be free.\n';
    expect(read(text).paragraphs.map((p) => [p.label, p.heading, p.prose.text])).toEqual([
      ['Article 1', 'Ports', 'They shall be open.'],
      ['Article 2', 'Tugs', 'They shall be free.'],
    ]);
  });

  test('articles of other languages are articles; bis is part of the number', () => {
    expect(labels('Article premier\n\nLes ports sont ouverts.\n\nArticle 1 bis\n\nLes quais sont libres.\n\nArticle 2\n\nFin.\n')).toEqual([
      'Article 1',
      'Article 1 bis',
      'Article 2',
    ]);
    expect(labels('Artículo 1\n\nLos puertos son libres.\n\nArtículo 2\n\nFin.\n')).toEqual(['Article 1', 'Article 2']);
    expect(labels('Статья 1\n\nПорты открыты.\n\nСтатья 2\n\nБуксиры свободны.\n')).toEqual(['Article 1', 'Article 2']);
    expect(labels('제1조 (목적)\n\n항구는 개방된다.\n\n제2조\n\n예인선은 자유롭다.\n')).toEqual(['Article 1', 'Article 2']);
    expect(labels('第一条\n\n港口开放。\n\n第二条\n\n拖船自由。\n')).toEqual(['Article 1', 'Article 2']);
  });

  test('who speaks stands in the preamble, and its heading does not', () => {
    const text =
      'PreambleThe Contracting Parties\n\n(i) Aware of the sea;\n\n(ii) Desiring peace; have agreed as follows:\n\n### Article 1\n\nPorts are open.\n\n### Article 2\n\nEnd.\n';
    expect(drawn(text).split('\n')[0]).toBe('Preamble: The Contracting Parties (i) Aware of the sea; (ii) Desiring peace; have agreed as follows:');
  });

  test('definitions that are sentences are paragraphs; items of one sentence are not', () => {
    const text =
      '### Article 1\n\nFor this Treaty:\n\n1. “Port” means a harbour.\n\n2. “Tug” means a ship.\n\n### Article 2\n\nThe aims are:\n\n1. peace;\n\n2. trade.\n';
    expect(labels(text)).toEqual(['Article 1', 'Article 1(1)', 'Article 1(2)', 'Article 2']);
  });

  test('items inside items say where they stand', () => {
    const text = '### Article 1\n\n1. Each Party shall:\n\n(a) open\n\n(i) ports; and\n\n(ii) piers;\n\n(b) train pilots.\n\n### Article 2\n\nEnd.\n';
    expect(items(text)).toEqual(['Article 1(1)(a)', 'Article 1(1)(a)(i)', 'Article 1(1)(a)(ii)', 'Article 1(1)(b)']);
  });

  test('a second instrument behind the signatures has labels of its own', () => {
    const text =
      '### Article 1\n\nPorts are open.\n\n### Article 2\n\nTugs are not.\n\nDONE at Lisbon.\n\n# Final Act of the Conference\n\n1. The Conference met.\n\n2. It ended.\n';
    expect(labels(text)).toEqual(['Article 1', 'Article 2', 'Final Act of the Conference(1)', 'Final Act of the Conference(2)']);
  });
});

test('every block behind the first recital of a resolution is one', () => {
  const text =
    'The Council,\n\n*Recalling* the past,\n\n*Gravely alarmed* by the present,\n\nNoting the ships,\n\nConvinced of the future,\n\n1. *Decides* to act;\n\n2. *Requests* a report;\n\n3. *Decides* to remain seized.\n';
  expect(labels(text)).toEqual(['PP1', 'PP2', 'PP3', 'PP4', '1', '2', '3']);
});

test('the language that front matter gives as `lang` is the language', () => {
  expect(read('---\nlang: fr\n---\n\nNous agirons.\n').language).toBe('fr');
});

test('long runs of spaces and thousands of bold lines take no time worth speaking of', () => {
  const start = performance.now();
  expect(labels(`We met${' '.repeat(300_000)}today.\n`)).toEqual(['1']);
  expect(labels('**Ports**  \nWe will act.  \n'.repeat(3000))).toHaveLength(3000);
  expect(performance.now() - start).toBeLessThan(10_000);
});
