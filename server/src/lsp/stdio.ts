/** The server in Node: over IPC from VS Code, over stdio for every other editor. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type Attend, gate, serve } from './start.ts';

/** Without `stdio` the transport is read from the command line (`--stdio`, `--node-ipc`). */
export function start(load: () => Promise<Attend>, stdio = false): void {
  const messages = gate();
  const options = { messageStrategy: messages };
  const connection = stdio ? createConnection(ProposedFeatures.all, process.stdin, process.stdout, options) : createConnection(ProposedFeatures.all, options);
  serve(connection, messages, load);
}
