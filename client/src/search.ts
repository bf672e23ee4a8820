/** Finding words in all declarations of the library. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Find, type FindParams, type FindResult } from '../../server/src/lsp/protocol.ts';

export const registerSearch = (client: BaseLanguageClient): vscode.Disposable =>
  vscode.commands.registerCommand('declarationLens.findInDeclarations', () => findInDeclarations(client));

interface HitItem extends vscode.QuickPickItem {
  readonly hit?: FindResult['hits'][number];
}

/** A pause in typing, in milliseconds. */
const PAUSE = 200;

/** Results come while one types; choosing one opens its paragraph. Starts with the words that are selected. */
function findInDeclarations(client: BaseLanguageClient): void {
  const pick = vscode.window.createQuickPick<HitItem>();
  pick.title = 'Find in Declarations';
  pick.placeholder = 'Words that the paragraph holds, in any order';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: vscode.CancellationTokenSource | undefined;
  const stop = () => {
    clearTimeout(timer);
    running?.cancel();
    running?.dispose();
    running = undefined;
  };
  const search = async (query: string) => {
    stop();
    const mine = new vscode.CancellationTokenSource();
    running = mine;
    pick.busy = true;
    const params: FindParams = { query };
    const result = await client.sendRequest<FindResult>(Find, params, mine.token).catch(() => undefined);
    if (running !== mine) return;
    pick.busy = false;
    if (result === undefined) return;
    // The server has already matched, also by stem: the list must not filter once more.
    pick.items =
      result.hits.length === 0
        ? [{ label: 'No declaration has all of these words in one paragraph', alwaysShow: true }]
        : result.hits.map((hit) => ({ label: `${hit.title}, ${hit.name}`, detail: hit.snippet, alwaysShow: true, hit }));
  };
  const asked = (query: string) => {
    stop();
    pick.busy = false;
    if (query.trim() === '') pick.items = [];
    else timer = setTimeout(() => void search(query), PAUSE);
  };
  pick.onDidChangeValue(asked);
  pick.onDidAccept(() => {
    const hit = pick.selectedItems[0]?.hit;
    if (hit === undefined) return;
    pick.hide();
    const { start, end } = hit.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    void vscode.window.showTextDocument(vscode.Uri.parse(hit.uri, true), { selection });
  });
  pick.onDidHide(() => {
    stop();
    pick.dispose();
  });
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection).trim() ?? '';
  if (selected !== '' && selected.length < 100) {
    pick.value = selected.replace(/\s+/g, ' ');
    asked(pick.value);
  }
  pick.show();
}
