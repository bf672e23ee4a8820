/** The server over a process's own streams: loaded by the entries only when an editor asks for it. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { fileOf } from '../declaration-files.ts';
import { nodeHost } from '../host-node.ts';
import type { InstrumentSource } from '../instrument/instrument.ts';
import { serve } from './server.ts';

/** `here` is the folder of the running bundle. Without arguments the transport is read from the command line (`--stdio`, `--node-ipc`, …). */
export function start(bundled: readonly InstrumentSource[], here: string, stdio = false): void {
  const connection = stdio ? createConnection(ProposedFeatures.all, process.stdin, process.stdout) : createConnection(ProposedFeatures.all);
  serve(connection, { bundled, host: nodeHost, fileOf: fileOf(here), version: VERSION });
}
