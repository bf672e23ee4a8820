/** Findings of what is shown are there, whatever the order in which the editor tells of tabs and documents. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** After the last tab that came or went, in milliseconds. */
const QUIET = 1000;

/**
 * The client asks for findings when a document opens, and forgets one whose tab closes. A tab that closes and opens again while
 * an answer is on its way, as happens when a window starts, is left without findings: so they are asked for once more when
 * the tabs are quiet. Where nothing is new the server says only that.
 */
export function keepFindings(client: BaseLanguageClient): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => client.isRunning() && client.getFeature('textDocument/diagnostic').refresh(), QUIET);
  };
  return vscode.Disposable.from(
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.window.tabGroups.onDidChangeTabs(later),
    vscode.window.onDidChangeVisibleTextEditors(later),
    client.onDidChangeState(later),
  );
}
