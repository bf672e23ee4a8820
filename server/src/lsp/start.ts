/** The server's first word: it answers `initialize` with what it can do, and only then loads what does it. */
import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type MessageStrategy,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/token-names.ts';
import type { Host } from '../host.ts';
import type { LoadReader } from '../import/page.ts';
import type { Instrument, InstrumentSource } from '../instrument/instrument.ts';

/** What separates desktop from browser. */
export interface Platform {
  readonly bundled: readonly InstrumentSource[];
  /** Reads files where the client does not; a worker has none. */
  readonly host?: (log: (message: string) => void) => Host;
  /** A file with the text of a bundled instrument, for clients without the scheme; `undefined` where there are no files. */
  readonly fileOf?: (instrument: Instrument) => Promise<string | undefined>;
  /** The file of a check's page, for clients without the scheme. */
  readonly pageFileOf?: (check: string) => string | undefined;
  /** The readers of foreign formats, where they can be loaded. */
  readonly readers?: LoadReader;
  readonly version: string;
  /** Tests: errors are not swallowed. */
  readonly rethrow?: boolean;
}

export const capabilities: InitializeResult['capabilities'] = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  notebookDocumentSync: { notebookSelector: [{ notebook: '*', cells: [{ language: 'markdown' }] }] },
  hoverProvider: true,
  definitionProvider: true,
  declarationProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: { resolveProvider: false },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  inlayHintProvider: { resolveProvider: false },
  completionProvider: { triggerCharacters: ['¶', '§', ' '] },
  semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true, range: true },
  diagnosticProvider: { identifier: 'declaration-lens', interFileDependencies: true, workspaceDiagnostics: false },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Holds the messages behind `initialize` back until what answers them is there. Given to `createConnection`. */
export interface Gate extends MessageStrategy {
  open(): void;
}

export function gate(): Gate {
  let held: (() => void)[] | undefined;
  let opened = false;
  return {
    handleMessage(message, next) {
      // Answers to our own requests are not held: whoever waits for one would wait for ever.
      if (held !== undefined && 'method' in message) {
        held.push(() => void next(message));
        return;
      }
      if (!opened && 'method' in message && message.method === 'initialize') held = [];
      return next(message);
    },
    open() {
      opened = true;
      // One a beat, as they would have come; what comes meanwhile stands behind them.
      const step = () => {
        const say = held?.shift();
        if (say === undefined) {
          held = undefined;
          return;
        }
        say();
        setTimeout(step, 0);
      };
      step();
    },
  };
}

/** What attends the client that said `params`. */
export type Attend = (connection: Connection, params: InitializeParams) => void;

/** Listens; the engine is loaded behind the answer to `initialize`. */
export function serve(connection: Connection, messages: Gate, load: (params: InitializeParams) => Promise<Attend>): void {
  connection.onInitialize((params): InitializeResult => {
    const begin = async () => {
      try {
        (await load(params))(connection, params);
      } catch (e) {
        connection.console.error(`the engine cannot be loaded: ${e instanceof Error ? (e.stack ?? e.message) : String(e)}`);
      }
      messages.open();
    };
    // A moment, so that the answer is written first.
    setTimeout(() => void begin(), 2);
    return { serverInfo: { name: 'Declaration Lens', version: VERSION }, capabilities };
  });
  connection.listen();
}
