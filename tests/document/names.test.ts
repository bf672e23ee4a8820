/** Names of instruments in prose: those of the library, and what makes a name part of another, longer one. */
import { expect, test } from 'vitest';
import { findNames } from '../../server/src/document/names.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';

const library = libraryOf([
  {
    path: 'joint.md',
    format: 'markdown',
    text: '---\nid: joint\ntitle: Joint Declaration on Fisheries\naliases: [Joint Declaration, Fact Sheet]\n---\n\nOne.\n',
  },
]);
const named = (text: string): readonly string[] => findNames(text, library).map((n) => text.slice(n.span.start, n.span.end));

test.each([
  ['the Joint Declaration of May', ['Joint Declaration']],
  ['in Pyongyang, Joint Declaration in hand', ['Joint Declaration']],
  ['the Pyongyang Joint Declaration', []],
  ['the Kuala Lumpur meeting, and the Hanoi Joint Declaration', []],
  ['the White House Fact Sheet', ['Fact Sheet']],
  ['a new Joint Declaration', ['Joint Declaration']],
  ['the New Joint Declaration', []],
  ['the Joint Declaration Protocol', []],
  ['by joint declaration', []],
])('%j names %j', (text, expected) => expect(named(text)).toEqual(expected));

test('a title is known without its subtitle, and with a dash between spaces', () => {
  const library = libraryOf([
    { path: 'lake.md', text: '---\ntitle: "Lake States’ Vision Statement – Partners for Clean Water"\n---\n\nWe met.\n', format: 'markdown' },
    { path: 'pair.md', text: '---\ntitle: "Freedonia – Upper Sylvania Joint Statement"\n---\n\nWe met.\n', format: 'markdown' },
    { path: 'short.md', text: '---\ntitle: Declaration of the Lake States (DLS)\n---\n\nWe met.\n', format: 'markdown' },
    { path: 'plain.md', text: '---\ntitle: "Joint Leaders’ Statement: A New Era"\n---\n\nWe met.\n', format: 'markdown' },
  ]);
  const named = (text: string) => findNames(text, library).map((n) => text.slice(n.span.start, n.span.end));
  expect(named('The Lake States’ Vision Statement is short.')).toEqual(['Lake States’ Vision Statement']);
  expect(named('The Lake States’ Vision Statement – Partners for Clean Water is long.')).toEqual(['Lake States’ Vision Statement – Partners for Clean Water']);
  expect(named('In the Freedonia – Upper Sylvania Joint Statement they met.')).toEqual(['Freedonia – Upper Sylvania Joint Statement']);
  expect(named('The Freedonia–Upper Sylvania Joint Statement is short.')).toEqual(['Freedonia–Upper Sylvania Joint Statement']);
  expect(named('The Declaration of the Lake States is short.')).toEqual(['Declaration of the Lake States']);
  expect(analyseText('The Lake States’ Vision Statement is short.\n', 'markdown', library).citations).toHaveLength(1);
  expect(named('A Joint Leaders’ Statement is drafted by aides.')).toEqual([]);
});
