import { describe, expect, it } from 'vitest';
import { mayCite } from '../../server/src/document/prefilter.ts';
import type { InstrumentHead } from '../../server/src/instrument/instrument.ts';
import { createLibrary } from '../../server/src/instrument/library.ts';

const head = (id: string, title: string, more: Partial<InstrumentHead> = {}): InstrumentHead => ({
  id,
  title,
  aliases: [],
  parties: [],
  language: 'en',
  ...more,
});
const few = [head('harbour-declaration', 'Harbour Declaration', { aliases: ['항구 선언'], sourceUrl: 'https://example.org/texts/harbour-2019/' })];
const many = [...few, ...Array.from({ length: 300 }, (_, i) => head(`text-${i}`, `Treaty of Place${i}`))];

/** The same answer whether the library is small or large. */
const check = (text: string, expected: boolean, references = new Map()) => {
  for (const heads of [few, many]) expect(mayCite(text, createLibrary([], heads), references)).toBe(expected);
};

describe('what cannot cite is not read', () => {
  it('passes what names a text: in any case, over a line’s end, in another script, by its address or key', () => {
    check('The HARBOUR\nDECLARATION is short.', true);
    check('항구 선언은 짧다', true);
    check('See https://example.org/texts/harbour-2019.', true);
    check('As said [@harbour-declaration].', true);
  });
  it('passes what says itself that it cites, or names a bibliography that may', () => {
    check('---\ndeclarations: [x]\n---\n', true);
    check('<!-- declaration-lens-instruments x -->', true);
    check('---\nbibliography: refs.bib\n---\nAs said [@x].', true);
  });
  it('passes a key that a bibliography explains', () => {
    const references = new Map([['hd19', { key: 'hd19', title: 'Harbour Declaration' }]]);
    check('As said [@hd19].', true, references);
    check('As said [@other].', false, references);
  });
  it('keeps out what does neither', () => {
    check('The harbour master made a statement; see para. 4.', false);
    check('', false);
  });
});
