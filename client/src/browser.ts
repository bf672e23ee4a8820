/** The extension in the browser: the language server is a web worker, which cannot read files; the client reads for it. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Running, start } from './extension.ts';
import { answerFiles } from './files.ts';

let running: Running | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server/server.js').toString(true);
  running = await start(
    context,
    (id, name, options) => new LanguageClient(id, name, async () => new Worker(module, { name: 'Declaration Lens' }), options),
    answerFiles,
  );
}

export const deactivate = (): Promise<void> | undefined => running?.stop();
