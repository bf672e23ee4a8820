/** The language server in a web worker: the client reads files for it. */
import declarations from 'virtual:declarations';
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './lsp/server.ts';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), { bundled: declarations, version: VERSION });
