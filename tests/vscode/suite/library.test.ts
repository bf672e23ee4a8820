/** The library in the real editor: found in, added to, and alive while files come, change and go. */
import * as vscode from 'vscode';
import { equal, eventually, fileUri, hoverAt, includes, inside, ok, ours, rangeOf, SCHEME, show } from './world.ts';

const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
const next = () => vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
const write = (name: string, text: string) => vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
const previewTab = () => vscode.window.tabGroups.all.flatMap((g) => g.tabs).find((t) => t.label.includes('What is recognised'));
const previewText = async () =>
  (await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'declaration-report', path: '/What is recognised.md' }))).getText();
const written = async (content: string, language = 'markdown') => {
  const document = await vscode.workspace.openTextDocument({ language, content });
  return vscode.window.showTextDocument(document);
};

const PIER = `# Pier Understanding

1. The Parties recognize that a pier is longer than it looks.

2. The Parties shall mend every plank before winter.

3. The Parties will count the planks in spring.
`;

describe('The library', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is searched for the words that are selected, and the chosen paragraph opens', async () => {
    const editor = await written('Somebody shall meet once a year in the Commission.\n');
    const words = rangeOf(editor.document, 'shall meet once a year');
    editor.selection = new vscode.Selection(words.start, words.end);
    await vscode.commands.executeCommand('declarationLens.findInDeclarations');
    const opened = await eventually('the paragraph', async () => {
      await accept();
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('/shoreline-compact.md') ? active : undefined;
    });
    includes(opened.document.lineAt(opened.selection.start.line).text, 'shall meet once a year');
  });

  it('takes a selected text after a look at it, its title put right first; and documents can cite it at once', async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    const editor = await written(PIER);
    editor.selection = new vscode.Selection(new vscode.Position(0, 0), editor.document.lineAt(editor.document.lineCount - 1).range.end);
    void vscode.commands.executeCommand('declarationLens.addDeclaration');
    // The selected text is the first choice. It is not chosen twice: behind it stands the choice to keep.
    let again = Date.now() + 500;
    await eventually('the preview', async () => {
      if (previewTab()) return true;
      if (Date.now() < again) return undefined;
      again = Date.now() + 4000;
      await accept();
      return undefined;
    });
    const report = await previewText();
    includes(report, '3 paragraphs');
    includes(report, 'Pier Understanding');
    // Title: the second choice; then its box, whose value is kept as it is.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await next();
    await accept();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await accept();
    const kept = fileUri('declarations/pier-understanding.md');
    await eventually('the file', async () => {
      const there = await Promise.resolve(vscode.workspace.fs.stat(kept)).then(
        () => true,
        () => false,
      );
      if (there) return true;
      await new Promise((resolve) => setTimeout(resolve, 500));
      await accept();
      return undefined;
    });
    const opened = await eventually('its editor', () => vscode.window.visibleTextEditors.find((e) => e.document.uri.path.endsWith('/pier-understanding.md')));
    includes(opened.document.getText(), 'title: Pier Understanding');
    await eventually('the preview to go', () => previewTab() === undefined);
    const citing = await written('See Pier Understanding, para. 2, on the planks.\n');
    await hoverAt(citing.document, inside(rangeOf(citing.document, 'para. 2')), 'mend every plank');
  });

  it('shows what is recognised in a file of the explorer, and keeps nothing when that is not wanted', async () => {
    const before = (await vscode.workspace.fs.readDirectory(fileUri('declarations'))).length;
    void vscode.commands.executeCommand('declarationLens.addDeclaration', fileUri('declarations/gangway-protocol.docx'));
    await eventually('the preview', previewTab);
    await eventually('the report', async () => (await previewText()).includes('What is recognised: Gangway Protocol'));
    await eventually('the preview to go', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return previewTab() === undefined;
    });
    equal((await vscode.workspace.fs.readDirectory(fileUri('declarations'))).length, before);
  });

  it('shows what changed in a file, and no more of one that is gone', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write('declarations/lock-pledge.md', '---\ntitle: Lock Pledge\n---\n\n1. Locks open.\n\n2. The Parties will oil the gates.\n\n3. Locks close.\n');
    const { document } = await written('See Lock Pledge, para. 2, on the gates. See para. 9 too.\n');
    const at = inside(rangeOf(document, 'para. 2'));
    await hoverAt(document, at, 'oil the gates');
    await eventually('the finding', () => ours(document.uri).length === 1);
    await write('declarations/lock-pledge.md', '---\ntitle: Lock Pledge\n---\n\n1. Locks open.\n\n2. The Parties will paint the gates.\n\n3. Locks close.\n');
    await hoverAt(document, at, 'paint the gates');
    await vscode.workspace.fs.delete(fileUri('declarations/lock-pledge.md'));
    await eventually('its findings to go', () => ours(document.uri).length === 0);
    equal((await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at)).length, 0);
  });

  it('names a file that cannot be read in Problems, with the reason, and the others are still read', async () => {
    const broken = fileUri('declarations/torn.docx');
    await write('declarations/torn.docx', 'no archive at all');
    const { document } = await written('See Gangway Protocol, para. 2, on the gangway.\n');
    await hoverAt(document, inside(rangeOf(document, 'para. 2')), 'lower every gangway');
    const [problem] = await eventually('the problem', () => (ours(broken).length > 0 ? ours(broken) : undefined));
    ok(problem, 'No problem');
    includes(problem.message, 'this is not a Word document');
    await vscode.workspace.fs.delete(broken);
    await eventually('the problem to go', () => ours(broken).length === 0);
  });

  it('shows the audit of a document as a page that is no document of its own', async () => {
    await show('brief.md');
    const uri = vscode.Uri.from({ scheme: 'declaration-report', path: '/Audit of brief.md' });
    void vscode.commands.executeCommand('declarationLens.showReport');
    await eventually('the page', () => vscode.window.tabGroups.all.some((g) => g.tabs.some((t) => t.label.includes('Audit of brief'))));
    const report = await vscode.workspace.openTextDocument(uri);
    includes(report.getText(), '# Audit of quotations and claims');
    includes(report.getText().replaceAll('*', ''), 'robust communications infrastructure');
    equal(ours(uri).length, 0);
    equal(report.isDirty, false);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('asks for the declaration again when its text changed under the same name', async () => {
    const shipped = vscode.Uri.from({ scheme: SCHEME, path: '/washington-declaration.md' });
    const document = await show(shipped);
    includes(document.getText(), 'Nuclear Consultative');
    await write('declarations/own.md', '---\nid: washington-declaration\ntitle: Washington Declaration\n---\n\nA text of our own, for once.\n');
    await eventually('the text of our own', () => document.getText().includes('A text of our own'));
    await vscode.workspace.fs.delete(fileUri('declarations/own.md'));
    await eventually('the text that was shipped', () => document.getText().includes('Nuclear Consultative'));
  });
});
