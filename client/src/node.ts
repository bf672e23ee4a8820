/** The extension on the desktop and on servers: the language server is a process of its own, spoken to over IPC. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Running, start } from './extension.ts';

let running: Running | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server/server.js').fsPath;
  running = await start(context, (id, name, options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(id, name, { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } } }, options);
  });
}

export const deactivate = (): Promise<void> | undefined => running?.stop();
