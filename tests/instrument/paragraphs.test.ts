import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInstrument } from '../../server/src/instrument/read.ts';
import { runs } from '../properties.ts';

const read = (text: string) => readInstrument({ path: 'x.md', format: 'markdown', text });
/** "label: text" of each paragraph, one a line: what a reader would write into a margin. */
const drawn = (text: string) =>
  read(text)
    .paragraphs.map((p) => `${p.label}: ${p.prose.text}`)
    .join('\n');
const items = (text: string) => read(text).paragraphs.flatMap((p) => (p.items ?? []).map((i) => `${i.label}: ${p.prose.text.slice(i.span.start, i.span.end)}`));

describe('a text without numbers', () => {
  test('is counted from the opening, without titles, places, dates and rules', () => {
    expect(drawn('# Joint Statement\n\nLisbon, 4 May 2020\n\nWe met today.\n\n**Ports**\n\nWe will open them.\n\n\\###\n')).toBe(
      '1: We met today.\n2: We will open them.',
    );
  });

  test('keeps bullets with the paragraph that introduces them', () => {
    const text = 'We met.\n\nWe will:\n\n- open ports;\n- train pilots.\n\nWe will meet again.\n';
    expect(drawn(text)).toBe('1: We met.\n2: We will: open ports; train pilots.\n3: We will meet again.');
    expect(items(text)).toEqual(['2 (b1): open ports;', '2 (b2): train pilots.']);
  });

  test('keeps what goes on after a list with the list', () => {
    expect(drawn('We will:\n\n- open ports\n\nas set out in the annex.\n\nWe met.\n')).toBe('1: We will: open ports as set out in the annex.\n2: We met.');
  });

  test('takes a line of no-break spaces for the blank line that it looks like', () => {
    expect(drawn('We met today.  \n\u00A0  \nWe will meet again.\n')).toBe('1: We met today.\n2: We will meet again.');
  });

  test('takes a bold lead-in with a colon for text and a bold line without one for a heading', () => {
    expect(drawn('**Our shared aims**\n\nWe met.\n\n**We will:**\n\n- act.\n')).toBe('1: We met.\n2: We will: act.');
  });
});

describe('a text with numbers', () => {
  test('is cited by its own numbers, and what stands before them is the preamble', () => {
    expect(drawn('We, the Ministers, declare:\n\n1. We met.\n\n2. We agreed.\n\nMore on that.\n\n3. We left.\n')).toBe(
      'Preamble: We, the Ministers, declare:\n1: We met.\n2: We agreed. More on that.\n3: We left.',
    );
  });

  test('goes on counting where an archive starts each list anew', () => {
    expect(drawn('1. We met.\n\n<!-- -->\n\n1. We agreed.\n\n<!-- -->\n\n1. We left.\n')).toBe('1: We met.\n2: We agreed.\n3: We left.');
  });

  test('numbers recitals and operative paragraphs apart', () => {
    const text =
      'The Council,\n\nRecalling the past,\n\nNoting the present,\n\nConvinced of the future,\n\n1. Decides to act;\n\n2. Requests a report;\n\n3. Decides to remain seized.\n';
    expect(drawn(text)).toBe(
      'PP1: Recalling the past,\nPP2: Noting the present,\nPP3: Convinced of the future,\n1: Decides to act;\n2: Requests a report;\n3: Decides to remain seized.',
    );
    expect(read(text).paragraphs.at(-1)?.alsoLabels).toEqual(['OP3']);
  });

  test('reads points that number themselves in words', () => {
    expect(drawn('They declare:\n\nFirst, they seek nothing;\n\nSecond, they want peace;\n\nThird, they hope.\n')).toBe(
      'Preamble: They declare:\n1: First, they seek nothing;\n2: Second, they want peace;\n3: Third, they hope.',
    );
  });

  test('does not take a list inside one paragraph for its numbering', () => {
    const text =
      'We met for a long time and spoke of many things that matter to both of us and to the world.\n\nWe agreed on:\n\n1. ports;\n\n2. pilots;\n\n3. tugs.\n\nWe ended after another long day of talks, and thanked those who had looked after us so well.\n';
    expect(read(text).paragraphs.map((p) => p.label)).toEqual(['1', '2', '3']);
  });
});

describe('a treaty', () => {
  const treaty =
    '# Treaty on Ports\n\nSigned at Lisbon, on 4 May 2020\n\nThe Parties,\n\nHave agreed as follows:\n\n### Article I\n\n# Scope\n\n1. Ports are open.\n2. Tugs are not.\n\n### Article II\n\nEach Party shall:\n\n(a) build piers; and\n\n(b) keep them.\n\n### Article III\n\n1.\n(a)Disputes are settled.\n\n(b)Costs are shared.\n2. Appeals are final.\n\nIN WITNESS WHEREOF the undersigned have signed.\n\nThe Plenipotentiary\n';

  test('is cited by article and paragraph, without the formula at its end', () => {
    expect(drawn(treaty)).toBe(
      'Preamble: The Parties, Have agreed as follows:\nArticle I(1): Ports are open.\nArticle I(2): Tugs are not.\nArticle II: Each Party shall: (a) build piers; and (b) keep them.\nArticle III(1): (a)Disputes are settled. (b)Costs are shared.\nArticle III(2): Appeals are final.',
    );
  });

  test('gives its letters labels of their own', () => {
    expect(items(treaty).slice(0, 2)).toEqual(['Article II(a): build piers; and', 'Article II(b): keep them.']);
  });

  test('keeps the heading of an article', () => {
    expect(read(treaty).paragraphs[1]?.heading).toBe('Scope');
  });

  test('is read the same with principles in place of articles', () => {
    expect(drawn('The Conference proclaims:\n\n**Principle 1**\n\nHumans come first.\n\n**Principle 2**\n\nStates have rights.\n')).toBe(
      'Preamble: The Conference proclaims:\nPrinciple 1: Humans come first.\nPrinciple 2: States have rights.',
    );
  });
});

test('any text is read without failing, and every paragraph maps into it', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('1. ', '(a) ', '### Article I\n\n', '\n\n', '- ', '\u00A0\n', '**Bold**', 'IN WITNESS WHEREOF', 'We will act.'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('');
      for (const p of read(text).paragraphs) {
        expect(p.span.start).toBeGreaterThanOrEqual(0);
        expect(p.span.end).toBeLessThanOrEqual(text.length);
        for (const item of p.items ?? []) expect(item.span.end).toBeLessThanOrEqual(p.prose.text.length);
      }
    }),
    { numRuns: runs(200) },
  );
});

describe('numbers that go wrong', () => {
  test('a comma for the point behind the next number is a slip; elsewhere it is a number in the text', () => {
    const text = '1\\. We met.\n\n2\\. We will open ports.\n\n3, We will train pilots.\n\n4\\. We will meet again.\n\n12, Harbour Street is where.\n';
    expect(drawn(text)).toBe('1: We met.\n2: We will open ports.\n3: We will train pilots.\n4: We will meet again. 12, Harbour Street is where.');
  });

  test('the last item of an article, behind “and”, stays with the others', () => {
    const text =
      '### Article 1\n\nThe purposes are:\n\n1.To keep peace;\n\n2.To open ports; and\n\n3.To train pilots.\n\n### Article 2\n\nThe seat is Lisbon.\n';
    expect(drawn(text)).toBe('Article 1: The purposes are: 1.To keep peace; 2.To open ports; and 3.To train pilots.\nArticle 2: The seat is Lisbon.');
    expect(items(text)).toEqual(['Article 1(1): To keep peace;', 'Article 1(2): To open ports; and', 'Article 1(3): To train pilots.']);
  });
});
