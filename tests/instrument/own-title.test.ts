import { expect, it } from 'vitest';
import { ownTitle } from '../../server/src/instrument/own-title.ts';
import { readInstrument } from '../../server/src/instrument/read.ts';
import { headOf } from '../../server/src/shelf-files.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';

it.each<[Format, string, string]>([
  ['markdown', '# Bergen Harbour Charter\n\n1. The Parties shall meet.', 'Bergen Harbour Charter'],
  ['markdown', '## The *Bergen* Declaration ##\n', 'The Bergen Declaration'],
  ['markdown', '# Bergen Harbour Charter (4 May 2019)\n', 'Bergen Harbour Charter'],
  ['plaintext', 'BERGEN HARBOUR CHARTER, MAY 4, 2019\n\nText.', 'Bergen Harbour Charter'],
  ['markdown', 'Bergen Harbour Charter\n======\n\nText.', 'Bergen Harbour Charter'],
  ['markdown', '\n**Bergen Harbour Charter**\n\nText.', 'Bergen Harbour Charter'],
  ['plaintext', '     THE BERGEN DECLARATION ON OPEN BERTHS\n\nText.', 'The Bergen Declaration on Open Berths'],
  ['markdown', '---\nid: bergen\n---\n\n# Bergen Harbour Charter\n', 'Bergen Harbour Charter'],
  ['markdown', '---\ntitle: "Bergen Harbour Charter\n---\n\n1. Text.\n', 'Bergen Harbour Charter'],
  ['plaintext', 'U.S.-ROK HARBOUR AGREEMENT\n\nText.', 'U.S.-ROK Harbour Agreement'],
])('a text whose front matter gives no title is called what it calls itself: %s %j', (format, text, title) => {
  expect(ownTitle(text, format)).toBe(title);
  expect(headOf({ path: 'paris.md', text, format }).head.title).toBe(title);
  expect(readInstrument({ path: 'paris.md', text, format }).title).toBe(title);
});

it.each<[Format, string]>([
  ['markdown', '# Joint Statement\n\nText.'],
  ['markdown', '# The White House\n\nText.'],
  ['markdown', '# Preamble\n\nText.'],
  ['markdown', '## Part I – Safety\n\n1. Text.'],
  ['markdown', '# 2. Open ports\n\nText.'],
  ['plaintext', 'Bergen, 4 May 2019\n\nText.'],
  ['plaintext', 'The Prime Minister of Norway\n\nText.'],
  ['plaintext', 'The Parties to this Agreement,\n\nText.'],
  ['plaintext', 'The Harbour Declaration was signed\nat Bergen.'],
  ['plaintext', ''],
])('and what many texts are called, or no title, is none: %s %j', (format, text) => expect(ownTitle(text, format)).toBeUndefined());

it('what front matter says comes first', () =>
  expect(readInstrument({ path: 'a.md', text: '---\ntitle: Harbour Pact\n---\n\n# Bergen Harbour Charter\n', format: 'markdown' }).title).toBe('Harbour Pact'));
