/** What the command palette and hovers run. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type InstrumentSummary, Instruments, OPEN_COMMAND, ReportOf, type ReportParams, type ReportResult } from '../../server/src/lsp/protocol.ts';
import type { Reports } from './reports.ts';

/** A range as LSP writes it. */
interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export const registerCommands = (client: BaseLanguageClient, reports: Reports): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand(OPEN_COMMAND, openPassage),
    vscode.commands.registerCommand('declarationLens.openDeclaration', () => openDeclaration(client)),
    vscode.commands.registerCommand('declarationLens.showReport', () => showReport(client, reports)),
    vscode.commands.registerCommand('declarationLens.restartServer', () => restart(client)),
  );

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

/** From a hover: shows the passage, beside nothing and in a tab that stays a preview. What is no uri and range is left alone. */
async function openPassage(uri: unknown, range?: Range): Promise<void> {
  if (typeof uri !== 'string') return;
  const selection = range && new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { preview: true, ...(selection ? { selection } : {}) });
}

async function openDeclaration(client: BaseLanguageClient): Promise<void> {
  const all = client.sendRequest<readonly InstrumentSummary[]>(Instruments, {});
  const items = all.then((list) =>
    list.map((s) => ({
      label: s.title,
      description: s.date ?? '',
      // A large library is listed without being read.
      detail: s.paragraphs === 0 ? '' : `${s.paragraphs} ${s.paragraphs === 1 ? 'paragraph' : 'paragraphs'}`,
      uri: s.uri,
    })),
  );
  const chosen = await vscode.window.showQuickPick(items, { title: 'Open Declaration', placeHolder: 'Title or date', matchOnDescription: true });
  if (chosen) await vscode.window.showTextDocument(vscode.Uri.parse(chosen.uri, true), { preview: false });
}

/** The audit opens as a page beside the text; it can be saved as a page that stands by itself, to send or to print. */
async function showReport(client: BaseLanguageClient, reports: Reports): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const ask = (format: ReportParams['format']) => {
    const params: ReportParams = { uri: document.uri.toString(), format };
    return client.sendRequest<ReportResult | null>(ReportOf, params);
  };
  const answer = await ask('markdown');
  if (answer === null) return void vscode.window.showInformationMessage('This document is of a kind that Declaration Lens does not read.');
  const name = `Audit of ${document.uri.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')}`;
  await reports.show(name, answer.text);
  const save = 'Save as a Page…';
  if ((await vscode.window.showInformationMessage(`${name} is shown beside it.`, save)) !== save) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? document.uri.with({ path: '/' });
  const file = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(folder, `${name}.html`), filters: { 'Web page': ['html'] } });
  const page = file && (await ask('html'));
  if (file && page) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(page.text));
}
