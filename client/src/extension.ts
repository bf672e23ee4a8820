/** The extension, the same on every platform: it starts the language server and gives what an editor has beyond LSP. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type InitializationOptions, OPEN_COMMAND, Refresh, SCHEME } from '../../server/src/lsp/protocol.ts';
import { registerAdding } from './adding.ts';
import { showCited } from './cited.ts';
import { registerCommands } from './commands.ts';
import { serveDeclarations } from './declarations.ts';

import { keepFindings } from './findings.ts';
import { showMarks } from './marks.ts';
import { progressBar } from './progress.ts';
import { createReports } from './reports.ts';
import { registerSearch } from './search.ts';

export const LANGUAGES = ['markdown', 'quarto', 'rmd', 'mdx', 'plaintext', 'latex', 'tex', 'typst', 'asciidoc', 'restructuredtext', 'org', 'html'];

/** Where documents live that a person writes or reads; not the input boxes, outputs and settings that are documents too. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web', 'memfs', SCHEME];

const SELECTOR = [
  ...SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
  { scheme: 'vscode-notebook-cell', language: 'markdown' },
];

export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export interface Running {
  stop(): Promise<void>;
}

/** `answers` registers what the server may ask of this platform's client before it is started. */
export async function start(
  context: vscode.ExtensionContext,
  makeClient: MakeClient,
  answers?: (client: BaseLanguageClient) => vscode.Disposable,
): Promise<Running> {
  const options: InitializationOptions = {
    declarationScheme: true,
    openCommand: true,
    ...(answers ? { readsFiles: true, dist: `${vscode.Uri.joinPath(context.extensionUri, 'dist').toString(true)}/` } : {}),
  };
  const output = vscode.window.createOutputChannel('Declaration Lens', { log: true });
  const progress = progressBar();
  const reports = createReports();
  const client = makeClient('declarationLens', 'Declaration Lens', {
    documentSelector: SELECTOR,
    initializationOptions: options,
    outputChannel: output,
    // Hovers link to passages by this one command; text of a document can never make another one run.
    markdown: { isTrusted: { enabledCommands: [OPEN_COMMAND] }, supportHtml: false },
    middleware: progress.middleware,
    diagnosticPullOptions: { onChange: true, onTabs: true, onSave: false },
  });
  progress.of(client);
  // A client hears each notification in one place only; here it is passed on to all who wait for it.
  const refreshed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    output,
    progress,
    reports,
    refreshed,
    client.onNotification(Refresh, () => refreshed.fire()),
    serveDeclarations(client, refreshed.event),
    showCited(client, SELECTOR, refreshed.event),
    keepFindings(client),
    showMarks(client, SELECTOR, refreshed.event),
    registerCommands(client, reports),
    registerSearch(client),
    registerAdding(client, reports),
  );
  if (answers) context.subscriptions.push(answers(client));
  await client.start();
  return { stop: () => client.stop() };
}
