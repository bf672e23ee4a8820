/** The library in the editor: finding words in all declarations, and adding a declaration after a look at what is recognised in it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Find, type FindParams, type FindResult, Preview, type PreviewParams, type PreviewResult } from '../../server/src/lsp/protocol.ts';
import { toBase64 } from './files.ts';

export const registerLibrary = (client: BaseLanguageClient): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('declarationLens.findInDeclarations', () => findInDeclarations(client)),
    vscode.commands.registerCommand('declarationLens.addDeclaration', (uri?: unknown) => addDeclaration(client, uri instanceof vscode.Uri ? uri : undefined)),
  );

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

interface Origin extends vscode.QuickPickItem {
  content(): Promise<PreviewParams | undefined>;
}

const nameOf = (uri: vscode.Uri): string => uri.path.replace(/^.*\//, '');
const fromFile = async (uri: vscode.Uri): Promise<PreviewParams> => ({ name: nameOf(uri), base64: toBase64(await vscode.workspace.fs.readFile(uri)) });

/** What may be added from here: the selection, the document, whatever file the active tab shows, or a file one picks. */
function origins(): readonly Origin[] {
  const editor = vscode.window.activeTextEditor;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof vscode.TabInputCustom ? input.uri : undefined;
  const out: Origin[] = [];
  if (editor && !editor.selection.isEmpty) {
    const text = editor.document.getText(editor.selection);
    out.push({ label: 'The selected text', description: nameOf(editor.document.uri), content: async () => ({ name: 'selection.md', text }) });
  }
  if (editor)
    out.push({
      label: 'The active document',
      description: nameOf(editor.document.uri),
      content: async () => ({ name: nameOf(editor.document.uri), text: editor.document.getText() }),
    });
  else if (shown) out.push({ label: 'The active file', description: nameOf(shown), content: () => fromFile(shown) });
  out.push({
    label: 'A file…',
    description: 'Markdown, text, saved web page, Word, PDF, Akoma Ntoso XML',
    async content() {
      const filters = { Declarations: ['md', 'markdown', 'txt', 'html', 'htm', 'docx', 'pdf', 'xml', 'akn'] };
      const [file] = (await vscode.window.showOpenDialog({ title: 'Add Declaration', openLabel: 'Preview', filters })) ?? [];
      return file && fromFile(file);
    },
  });
  return out;
}

/** Shows what is recognised first; what is kept is a file of the workspace, whose front matter can be corrected. */
async function addDeclaration(client: BaseLanguageClient, uri: vscode.Uri | undefined): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    await vscode.window.showErrorMessage('Open a folder first: declarations are kept in its “declarations” folder.');
    return;
  }
  const title = 'Add Declaration';
  const params = uri ? await fromFile(uri) : await (await vscode.window.showQuickPick(origins(), { title, placeHolder: 'Add which text?' }))?.content();
  if (params === undefined) return;
  const preview = await client.sendRequest<PreviewResult>(Preview, params);
  if (preview.problem !== undefined) {
    await vscode.window.showErrorMessage(`${params.name} cannot be added: ${preview.problem}`);
    return;
  }
  const report = await vscode.workspace.openTextDocument({ language: 'markdown', content: preview.report });
  await vscode.window.showTextDocument(report, { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true });
  const keep = { label: 'Keep it', detail: 'Writes it into “declarations” and opens it, so that its front matter can be corrected' };
  const counts = `${preview.paragraphs} paragraphs, ${preview.terms} terms, ${preview.commitments} commitments are recognised`;
  const placeHolder = `${preview.title}: ${counts}`;
  if ((await vscode.window.showQuickPick([keep, { label: 'Do not keep it' }], { title, placeHolder, ignoreFocusOut: true })) !== keep) return;
  const home = vscode.Uri.joinPath(folder.uri, 'declarations');
  const there = new Set((await entries(home)).map((n) => n.toLowerCase()));
  const id = await vscode.window.showInputBox({
    title,
    prompt: 'Its id: the name of its file, and what documents call it in their front matter',
    value: preview.id,
    ignoreFocusOut: true,
    validateInput: (value) =>
      !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(value)
        ? 'Letters, digits and hyphens'
        : there.has(`${value.toLowerCase()}.md`)
          ? 'There is a declaration of this id already'
          : undefined,
  });
  if (id === undefined) return;
  const file = vscode.Uri.joinPath(home, `${id}.md`);
  const text = preview.markdown.replace(/^(---\r?\n(?:(?!---)[^\n]*\n)*?id:)[^\n]*/, (_, before: string) => `${before} ${id}`);
  await vscode.workspace.fs.createDirectory(home);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(file, { preview: false });
}

const entries = async (folder: vscode.Uri): Promise<readonly string[]> => {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
};
