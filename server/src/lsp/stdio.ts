/** The server in Node: over IPC from VS Code, over stdio for every other editor. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { gate, serve } from './start.ts';

/** `here` is the folder of the running bundle. Without `stdio` the transport is read from the command line (`--stdio`, `--node-ipc`). */
export function start(here: string, stdio = false): void {
  const messages = gate();
  const options = { messageStrategy: messages };
  const connection = stdio ? createConnection(ProposedFeatures.all, process.stdin, process.stdout, options) : createConnection(ProposedFeatures.all, options);
  serve(connection, messages, async () => (await import('./on-node.ts')).onNode(here));
}
