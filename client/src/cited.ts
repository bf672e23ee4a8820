/** The status bar: which declarations this document cites and why; and the pick list that changes it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Cites, type CitesParams, type CitesResult, type InstrumentSummary, Instruments, SCHEME } from '../../server/src/lsp/protocol.ts';
import { declaring } from './declaring.ts';

export const SHOW_CITED = 'declarationLens.showCited';

type Cited = CitesResult['cites'][number];

/** "named in line 12", "by its front matter": how the server says it, and where. */
const because = ({ why, line }: Cited): string => (line === undefined ? why : `${why} in line ${line}`);

export const askCited = async (client: BaseLanguageClient, uri: vscode.Uri): Promise<CitesResult> => {
  const params: CitesParams = { uri: uri.toString() };
  return client.sendRequest<CitesResult>(Cites, params);
};

export function showCited(client: BaseLanguageClient, selector: vscode.DocumentSelector, refreshed: vscode.Event<void>): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('declarationLens.cited', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Declaration Lens: Cited Declarations';
  item.command = SHOW_CITED;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const update = async () => {
    const mine = ++asked;
    const document = vscode.window.activeTextEditor?.document;
    if (!document || document.uri.scheme === SCHEME || vscode.languages.match(selector, document) === 0) return item.hide();
    const answer = await askCited(client, document.uri).catch(() => undefined);
    // No answer while one types: what stands there stands until there is one.
    if (mine !== asked || answer === undefined) return;
    const { cites } = answer;
    const [first, ...others] = cites;
    if (first === undefined) return item.hide();
    const whole = `Cites: ${cites.map((c) => `${c.title} (${because(c)})`).join(', ')}`;
    item.text = others.length > 0 ? `$(book) Cites ${cites.length} declarations` : `$(book) Cites: ${first.title} (${because(first)})`;
    const tooltip = new vscode.MarkdownString(undefined, true);
    tooltip.appendMarkdown('This document cites\n\n');
    for (const c of cites)
      tooltip
        .appendMarkdown('- ')
        .appendText(`${c.title}: ${because(c)}`)
        .appendMarkdown('\n');
    tooltip.appendMarkdown('\nSelect to open one or to change this.');
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: `${whole}. Select to open one or to change this.`, role: 'button' };
    item.show();
  };
  const soon = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), delay);
  };
  soon(0);
  return vscode.Disposable.from(
    item,
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.window.onDidChangeActiveTextEditor(() => soon(0)),
    vscode.workspace.onDidOpenTextDocument((d) => d === vscode.window.activeTextEditor?.document && soon(0)),
    vscode.workspace.onDidChangeTextDocument((e) => e.document === vscode.window.activeTextEditor?.document && soon(500)),
    client.onDidChangeState(() => soon(0)),
    refreshed(() => soon(0)),
    vscode.commands.registerCommand(SHOW_CITED, () => changeCited(client)),
  );
}

interface Pick extends vscode.QuickPickItem {
  readonly id: string;
  readonly uri: string;
}

const OPEN: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: 'Open this declaration' };
const AUTOMATIC: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('discard'), tooltip: 'Let the text decide: remove what the document says itself' };

/** Ticks what is cited; what is accepted is written into the document, so that it holds for every reader of it. */
async function changeCited(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const [{ cites }, all] = await Promise.all([askCited(client, document.uri), client.sendRequest<readonly InstrumentSummary[]>(Instruments, {})]);
  const byId = new Map(cites.map((c) => [c.id, c]));
  const pick = vscode.window.createQuickPick<Pick>();
  pick.title = 'Declarations that this document cites';
  pick.placeholder = 'Tick what it cites; accepting writes it into the document';
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.buttons = [AUTOMATIC];
  const ofSummary = (s: InstrumentSummary): Pick => {
    const c = byId.get(s.id);
    const item = { id: s.id, uri: s.uri, label: s.title, description: s.date ?? '', buttons: [OPEN] };
    return c ? { ...item, detail: because(c) } : item;
  };
  pick.items = [...all.filter((s) => byId.has(s.id)), ...all.filter((s) => !byId.has(s.id))].map(ofSummary);
  pick.selectedItems = pick.items.filter((i) => byId.has(i.id));
  const write = async (ids: readonly string[] | undefined) => {
    pick.hide();
    const edit = declaring(document.getText(), document.languageId, ids);
    if (edit === undefined) return;
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.text);
    await vscode.workspace.applyEdit(change);
  };
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    void vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(item.uri, true));
  });
  pick.onDidTriggerButton(() => void write(undefined));
  pick.onDidAccept(() => {
    const chosen = pick.selectedItems.map((i) => i.id);
    if (chosen.length === byId.size && chosen.every((id) => byId.has(id))) pick.hide();
    else void write(chosen);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}
