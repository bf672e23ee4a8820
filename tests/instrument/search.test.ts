import { expect, test } from 'vitest';
import { readInstrument } from '../../server/src/instrument/read.ts';
import { searchInstruments } from '../../server/src/instrument/search.ts';

const harbour = readInstrument({
  path: 'harbour-statement.md',
  format: 'markdown',
  text: '---\ntitle: Harbour Statement\n---\n\nThe Ministers met at sea.\n\nThey will open both ports to *pilot vessels* by 2030.\n\nThey condemn piracy.\n',
});
const river = readInstrument({ path: 'river.md', format: 'markdown', text: '---\ntitle: River Accord\n---\n\nThe Parties shall dredge the river ports.\n' });
const found = (query: string) => searchInstruments(query, [harbour, river]).map((h) => `${h.instrument} ${h.paragraph}`);

test('a search finds the paragraph that holds all its words', () => {
  expect(found('open ports')).toEqual(['harbour-statement 2']);
});

test('an inflected and an unfinished word are found', () => {
  expect(found('condemning pira')).toEqual(['harbour-statement 3']);
});

test('a hit says where the first word stands in the file', () => {
  const hit = searchInstruments('vessels', [harbour])[0];
  expect(harbour.text.slice(hit?.span.start, hit?.span.end)).toBe('vessels');
});

test('nothing is found for no words, and for words that do not occur together', () => {
  expect(found('  …  ')).toEqual([]);
  expect(found('dredge pilots')).toEqual([]);
});
