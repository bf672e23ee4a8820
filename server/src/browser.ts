/** The language server in a web worker: the client reads files for it, and says where the extension lies. */
import * as languageserver from 'vscode-languageserver/browser';
import { takeEngine } from './lsp/engine-file.ts';
import { gate, serve } from './lsp/start.ts';

const { BrowserMessageReader, BrowserMessageWriter, createConnection } = languageserver;
const scope = globalThis as unknown as DedicatedWorkerGlobalScope & { importScripts(...urls: string[]): void };
const messages = gate();
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), { messageStrategy: messages });
serve(connection, messages, async ({ initializationOptions }) => {
  const { dist = new URL('..', scope.location.href).href } = (initializationOptions ?? {}) as { readonly dist?: string };
  scope.importScripts(new URL('server/engine.js', dist).href);
  return takeEngine(languageserver).inWorker((kind) => import(new URL(`readers/${kind}.mjs`, dist).href));
});
