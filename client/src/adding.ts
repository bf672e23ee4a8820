/** Adding a declaration: a look at what is recognised in a text, what is not right put right, and then a file of the workspace. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { Preview, type PreviewParams, type PreviewResult } from '../../server/src/lsp/protocol.ts';
import { toBase64 } from './files.ts';
import type { Reports } from './reports.ts';

interface Origin extends vscode.QuickPickItem {
  content(): Promise<PreviewParams | undefined>;
}

const nameOf = (uri: vscode.Uri): string => uri.path.replace(/^.*\//, '');
const fromFile = async (uri: vscode.Uri): Promise<PreviewParams> => ({ name: nameOf(uri), base64: toBase64(await vscode.workspace.fs.readFile(uri)) });

/** What may be added from here: the selection, the document, whatever file the active tab shows, or a file one picks. */
function origins(): readonly Origin[] {
  const editor = vscode.window.activeTextEditor;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  // A file that is no text has a tab, too, though nothing but its name may be shown there.
  const shown = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
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

const TITLE = 'Add Declaration';
const REPORT = 'What is recognised';

export const registerAdding = (client: BaseLanguageClient, reports: Reports): vscode.Disposable =>
  vscode.commands.registerCommand('declarationLens.addDeclaration', (uri?: unknown) =>
    addDeclaration(client, reports, uri instanceof vscode.Uri ? uri : undefined),
  );

/** Shows what is recognised first; what is kept is a file of the workspace. */
async function addDeclaration(client: BaseLanguageClient, reports: Reports, uri: vscode.Uri | undefined): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    await vscode.window.showErrorMessage('Open a folder first: declarations are kept in its “declarations” folder.');
    return;
  }
  const params = uri
    ? await fromFile(uri)
    : await (await vscode.window.showQuickPick(origins(), { title: TITLE, placeHolder: 'Add which text? What is recognised in it is shown first' }))?.content();
  if (params === undefined) return;
  const ask = (asked: PreviewParams) =>
    vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: `Reading ${params.name}…` }, () =>
      client.sendRequest<PreviewResult>(Preview, asked),
    );
  const read = async (corrections?: PreviewParams['corrections']) => ask(corrections ? { name: params.name, text: preview.markdown, corrections } : params);
  let preview = await ask(params);
  if (preview.problem !== undefined) {
    await vscode.window.showErrorMessage(`${params.name} cannot be added: ${preview.problem}`);
    return;
  }
  try {
    for (;;) {
      await reports.show(REPORT, preview.report);
      const answer = await review(preview);
      if (answer === undefined) return;
      if (answer === 'keep') break;
      const next = await read(answer);
      if (next.problem === undefined) preview = next;
    }
    const home = vscode.Uri.joinPath(folder.uri, 'declarations');
    const id = await askForId(preview.id, home);
    if (id === undefined) return;
    if (id !== preview.id) preview = await read({ id });
    const file = vscode.Uri.joinPath(home, `${id}.md`);
    await vscode.workspace.fs.createDirectory(home);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(preview.markdown));
    await reports.close(REPORT);
    await vscode.window.showTextDocument(file, { preview: false });
  } finally {
    await reports.close(REPORT);
  }
}

type Corrections = NonNullable<PreviewParams['corrections']>;
interface Choice extends vscode.QuickPickItem {
  next(): Thenable<Corrections | 'again' | undefined> | 'keep' | undefined;
}

/** What to do with what is recognised: keep it, drop it (`undefined`), or put something right first. */
async function review(preview: PreviewResult): Promise<Corrections | 'keep' | undefined> {
  const counts = `${many(preview.paragraphs, 'paragraph')}, ${many(preview.terms, 'term')}, ${many(preview.commitments, 'commitment')}`;
  const isCounted = /counted/.test(preview.numbering);
  const choices: readonly Choice[] = [
    { label: '$(check) Keep it', description: 'write it into “declarations”', next: () => 'keep' },
    {
      label: '$(edit) Title',
      description: preview.title,
      next: async () => {
        const title = await input('What the declaration is called', preview.title);
        return title?.trim() ? { title: title.trim() } : 'again';
      },
    },
    {
      label: '$(edit) Other names',
      description: preview.aliases.join('; ') || 'none',
      next: async () => {
        const names = await input('Other names that documents use, with semicolons between them', preview.aliases.join('; '));
        return names === undefined ? 'again' : { aliases: names.split(';').flatMap((n) => n.trim() || []) };
      },
    },
    {
      label: '$(edit) Language',
      description: preview.language,
      next: async () => {
        const language = await input('Its code: en, fr, es …', preview.language, /^[a-z]{2,3}(-[\w-]+)?$/i, 'A code such as en, fr or pt-BR');
        return language === undefined ? 'again' : { language };
      },
    },
    {
      label: '$(edit) Numbering',
      description: preview.numbering,
      next: async () => {
        const own = { label: 'As the text numbers itself', counted: false };
        const count = { label: 'Body paragraphs, counted from the opening', counted: true };
        const items = isCounted ? [count, own] : [own, count];
        const chosen = await vscode.window.showQuickPick(items, { title: TITLE, placeHolder: 'How documents cite it', ignoreFocusOut: true });
        return chosen === undefined ? 'again' : { counted: chosen.counted };
      },
    },
    { label: '$(close) Do not keep it', next: () => undefined },
  ];
  for (;;) {
    const options = { title: `${TITLE}: ${preview.title}`, placeHolder: `${counts}. Keep it, or put something right first`, ignoreFocusOut: true };
    const answer = await (await vscode.window.showQuickPick(choices, options))?.next();
    if (answer !== 'again') return answer;
  }
}

const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

const input = (prompt: string, value: string, wanted?: RegExp, otherwise = ''): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: TITLE,
    prompt,
    value,
    ignoreFocusOut: true,
    ...(wanted ? { validateInput: (v) => (wanted.test(v) ? undefined : otherwise) } : {}),
  });

async function askForId(value: string, home: vscode.Uri): Promise<string | undefined> {
  const there = new Set((await entries(home)).map((n) => n.toLowerCase()));
  return vscode.window.showInputBox({
    title: TITLE,
    prompt: 'Its id: the name of its file, and what documents call it in their front matter',
    value,
    ignoreFocusOut: true,
    validateInput: (v) =>
      !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(v)
        ? 'Letters, digits and hyphens'
        : there.has(`${v.toLowerCase()}.md`)
          ? 'There is a declaration of this id already'
          : undefined,
  });
}

const entries = async (folder: vscode.Uri): Promise<readonly string[]> => {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return [];
  }
};
