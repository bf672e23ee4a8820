/** What holds of the commitments of any text, and how they are explained. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainRule } from '../../server/src/instrument/commitments.ts';
import { FORCES } from '../../server/src/instrument/instrument.ts';
import { readInstrument } from '../../server/src/instrument/read.ts';
import { runs } from '../properties.ts';

const PIECES =
  'We|we|they|Norway|the two leaders|President Holt|of Iceland|the Contracting Parties|Each Party|will|shall|not|commit to|are committed to|reaffirm|our commitment to|intend to|agree to|that|announce the establishment of|work together to|strengthen|protecting|the ports|the cod stocks|and|, and|;|:|, including|if any of them so requests|as appropriate|consistent with national law|by 2030|$5 million|“|’s|(a)|U.S.|.|. |\n\n|\n- |🐟|\u0301|\uD800'.split(
    '|',
  );
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const title = fc.constantFrom('Joint Statement of Norway and Iceland', 'Treaty on the Cable', 'G7 Statement', '');
const read = (body: string, name: string) => readInstrument({ path: 'x.md', format: 'markdown', text: `---\ntitle: ${name || 'x'}\n---\n\n${body}` });

describe('the commitments of any text', () => {
  test('lie in the paragraph they name, hold their words, and have hedges in that paragraph too', () => {
    fc.assert(
      fc.property(text, title, (body, name) => {
        const { commitments, paragraphs } = read(body, name);
        for (const c of commitments) {
          const homes = paragraphs.filter((p) => p.label === c.paragraph && p.span.start <= c.span.start && c.span.end <= p.span.end);
          expect(homes.length).toBeGreaterThan(0);
          expect(c.span.start).toBeLessThan(c.span.end);
          expect(c.text).not.toBe('');
          expect([...FORCES, 'enacts']).toContain(c.force);
          for (const h of [...c.hedges.map((x) => x.span), c.operative]) expect(homes.some((p) => p.span.start <= h.start && h.end <= p.span.end)).toBe(true);
        }
      }),
      { numRuns: runs(400) },
    );
  });

  test('come in the order of the text, and a later member names an earlier head', () => {
    fc.assert(
      fc.property(text, title, (body, name) => {
        const { commitments } = read(body, name);
        for (const [i, c] of commitments.entries()) {
          if (c.conjunctOf !== undefined) expect(c.conjunctOf).toBeLessThan(i);
          expect(c.operative.start).toBeGreaterThanOrEqual(commitments[i - 1]?.operative.start ?? 0);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('stand apart or one within the other, but for what is designated in passing', () => {
    fc.assert(
      fc.property(text, title, (body, name) => {
        const { commitments } = read(body, name);
        for (const a of commitments)
          for (const b of commitments) {
            if (a.force === 'enacts' || b.force === 'enacts') continue;
            expect(a.span.start < b.span.start && b.span.start < a.span.end && a.span.end < b.span.end).toBe(false);
          }
      }),
      { numRuns: runs(300) },
    );
  });

  test('are never the same stretch twice', () => {
    fc.assert(
      fc.property(text, title, (body, name) => {
        const spans = read(body, name).commitments.map((c) => `${c.span.start}-${c.span.end}`);
        expect(new Set(spans).size).toBe(spans.length);
      }),
      { numRuns: runs(300) },
    );
  });
});

test('every rule that reads a commitment can be explained with its source, and no other name can', () => {
  const { commitments } = read(
    'We will meet. We pledge to act. We remain committed to peace. We intend to talk. We announce the establishment of a fund. Our commitment to you is firm.',
    'Joint Statement of Norway and Iceland',
  );
  expect(commitments.map((c) => c.rule)).toEqual(['will', 'performative', 'remains', 'intends', 'founding-act', 'standing']);
  for (const c of commitments) expect(explainRule(c.rule)).toMatch(/^[A-Z].*\. \(.+\.\)$/);
  expect(explainRule('no-such-rule')).toBe('');
  expect(explainRule('constructor')).toBe('');
});

test.each(['we will go, and ', 'our commitment to ', 'shall ', 'the United States, ', 'consistent with the ', 'We pledge to build X, and to do Y; ', '(('])(
  'a long line of “%s” is read in no time',
  (unit) => {
    const started = performance.now();
    read(unit.repeat(Math.ceil(300_000 / unit.length)), 'Treaty of Norway and Iceland');
    expect(performance.now() - started).toBeLessThan(4000);
  },
);
