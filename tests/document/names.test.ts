/** Names of instruments in prose: those of the library, and what makes a name part of another, longer one. */
import { expect, test } from 'vitest';
import { findNames } from '../../server/src/document/names.ts';
import { libraryOf } from '../../server/src/service.ts';

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
