/** The language server in a web worker: the client reads files for it. */
import declarations from 'virtual:declarations';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { gate, serve } from './lsp/start.ts';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const messages = gate();
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), { messageStrategy: messages });
serve(connection, messages, async () => ({ bundled: declarations, version: VERSION }));
