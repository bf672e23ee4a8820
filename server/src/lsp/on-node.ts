/** What the server has in Node: the bundled declarations, files, and a place for copies of them. */
import declarations from 'virtual:declarations';
import { fileOf, pageFileOf } from '../declaration-files.ts';
import { nodeHost } from '../host-node.ts';
import { readersIn } from '../readers-node.ts';
import type { Platform } from './start.ts';

export const onNode = (here: string): Platform => ({
  bundled: declarations,
  host: nodeHost,
  fileOf: fileOf(here),
  pageFileOf: pageFileOf(here),
  readers: readersIn(here),
  version: VERSION,
});
