/** The extension in the browser: the language server is a web worker, which cannot read files; the client reads for it. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Running, start } from './extension.ts';
import { answerFiles } from './files.ts';

let running: Running | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist/server/server.js').toString(true);
  let worker: Worker | undefined;
  // Reader and writer rather than the worker: the editor's own Worker class does not pass the client's `instanceof`.
  const connect = async () => {
    worker?.terminate();
    worker = new Worker(module, { name: 'Declaration Lens' });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push(new vscode.Disposable(() => worker?.terminate()));
  running = await start(context, (id, name, options) => new LanguageClient(id, name, connect, options), answerFiles);
}

export const deactivate = (): Promise<void> | undefined => running?.stop();
