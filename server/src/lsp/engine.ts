/**
 * The engine: all that stands behind the answer to `initialize`. In VS Code it is a file of its own beside the server's, so that
 * a server that starts parses no more than it needs to say hello.
 */
import declarations from 'virtual:declarations';
import type { LoadReader } from '../import/page.ts';
import { attend } from './server.ts';
import type { Attend } from './start.ts';

/** `here` is the folder of the running bundle. What only Node has is loaded in Node only. */
export async function inNode(here: string): Promise<Attend> {
  const { onNode } = await import('./on-node.ts');
  const platform = onNode(here);
  return (connection, params) => attend(connection, platform, params);
}

/** A worker reads no files; `readers` are fetched from where the extension lies. */
export const inWorker =
  (readers: LoadReader): Attend =>
  (connection, params) =>
    attend(connection, { bundled: declarations, readers, version: VERSION }, params);
