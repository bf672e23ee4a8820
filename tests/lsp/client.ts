/** An editor in miniature: talks to the real server over streams, in this process. */
import { PassThrough } from 'node:stream';
import declarations from 'virtual:declarations';
import {
  createConnection,
  createMessageConnection,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Host } from '../../server/src/host.ts';
import type { Instrument, InstrumentSource } from '../../server/src/instrument/instrument.ts';
import { attend } from '../../server/src/lsp/server.ts';
import { gate, serve } from '../../server/src/lsp/start.ts';

export interface Editor {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  request<R>(method: string, params: unknown): Promise<R>;
  close(): Promise<void>;
}

export interface EditorOptions {
  readonly capabilities?: InitializeParams['capabilities'];
  readonly initializationOptions?: unknown;
  readonly host?: Host;
  readonly folder?: string;
  readonly bundled?: readonly InstrumentSource[];
  readonly fileOf?: (instrument: Instrument) => Promise<string | undefined>;
  readonly pageFileOf?: (check: string) => string | undefined;
}

export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const up = new PassThrough();
  const down = new PassThrough();
  const messages = gate();
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down), { messageStrategy: messages });
  const platform = {
    bundled: options.bundled ?? declarations,
    version: 'test',
    rethrow: true,
    host: () => options.host ?? { read: async () => undefined, find: async () => [], log: () => {} },
    ...(options.pageFileOf ? { pageFileOf: options.pageFileOf } : {}),
    ...(options.fileOf ? { fileOf: options.fileOf } : {}),
  };
  serve(server, messages, async () => (connection, params) => attend(connection, platform, params));
  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: options.folder ?? null,
    workspaceFolders: options.folder ? [{ uri: options.folder, name: 'folder' }] : null,
    capabilities: options.capabilities ?? { textDocument: { diagnostic: {}, definition: { linkSupport: true }, hover: { contentFormat: ['markdown'] } } },
    initializationOptions: options.initializationOptions ?? { declarationScheme: true },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    initialized,
    open: (uri, text, languageId = 'markdown') => connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    request: (method, params) => connection.sendRequest(method, params),
    async close() {
      await connection.sendRequest('shutdown');
      connection.end();
      connection.dispose();
      server.dispose();
    },
  };
}
