/** A document that cites a declaration, in the real editor: hover, jump, colours, findings and their fixes. */
import * as vscode from 'vscode';
import { codeOf, equal, eventually, fileUri, hoverAt, includes, inside, ok, ours, rangeOf, SCHEME, show, targetsAt, tokensOf, WASHINGTON } from './world.ts';

/** Three lines with their wraps folded: the declaration's lines are short. */
const textFrom = (document: vscode.TextDocument, { start }: vscode.Range): string =>
  document.getText(new vscode.Range(start.line, 0, start.line + 3, 0)).replace(/\s+/g, ' ');

describe('In a document that cites a declaration', () => {
  let brief: vscode.TextDocument;
  before(async () => {
    brief = await show('brief.md');
    // One wait for the server to be up, so that a server that is not fails once.
    await hoverAt(brief, inside(rangeOf(brief, 'para. 4')), 'The Alliance');
  });

  it('an acronym says on hover what it stands for, and the hover is exactly as wide as the acronym', async () => {
    const ncg = rangeOf(brief, 'NCG', 'The ');
    const hover = await hoverAt(brief, inside(ncg), 'Nuclear Consultative Group');
    equal(hover.range && brief.getText(hover.range), 'NCG');
  });

  it('a pinpoint shows the paragraph, and says how paragraphs are counted', async () => {
    const hover = await hoverAt(brief, inside(rangeOf(brief, 'para. 4')), 'deeper, cooperative');
    equal(hover.range && brief.getText(hover.range), 'para. 4');
    includes(hover.text, 'counted');
  });

  it('a pinpoint to a paragraph that there is not says which there are', async () => {
    await hoverAt(brief, inside(rangeOf(brief, 'para. 9')), '7 paragraphs');
  });

  it('links in hovers run one named command and no other', async () => {
    const hover = await hoverAt(brief, inside(rangeOf(brief, 'para. 4')), 'deeper, cooperative');
    const linking = hover.contents.find((c) => c.value.includes('(command:declarationLens.openPassage?'));
    ok(linking, `The hover has no link: ${hover.text}`);
    equal(linking.isTrusted, { enabledCommands: ['declarationLens.openPassage'] });
    const [uri, range] = JSON.parse(decodeURIComponent(/\(command:declarationLens\.openPassage\?([^)]*)\)/.exec(linking.value)?.[1] ?? '[]'));
    await vscode.commands.executeCommand('declarationLens.openPassage', uri, range);
    const editor = await eventually('the declaration to open', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === SCHEME ? active : undefined;
    });
    includes(
      editor.document.getText(new vscode.Range(editor.selection.start, editor.document.lineAt(editor.selection.start.line).range.end)),
      'The Alliance commits to engage in deeper',
    );
    await show('brief.md');
  });

  for (const command of ['vscode.executeDefinitionProvider', 'vscode.executeDeclarationProvider'])
    it(`${command} leads from a pinpoint to the paragraph in the read-only declaration`, async () => {
      const [target] = await targetsAt(command, brief, inside(rangeOf(brief, 'para. 4')));
      ok(target, 'No target');
      equal(target.uri.toString(), WASHINGTON.toString());
      const declaration = await vscode.workspace.openTextDocument(target.uri);
      includes(declaration.lineAt(target.range.start.line).text, 'The Alliance commits to engage in deeper');
    });

  it('an acronym leads to its definition', async () => {
    const [target] = await targetsAt('vscode.executeDefinitionProvider', brief, inside(rangeOf(brief, 'NCG', 'The ')));
    ok(target, 'No target');
    const declaration = await vscode.workspace.openTextDocument(target.uri);
    includes(textFrom(declaration, target.range), 'Nuclear Consultative Group (NCG)');
  });

  it('a quotation leads to the words of the declaration', async () => {
    const [target] = await targetsAt('vscode.executeDefinitionProvider', brief, inside(rangeOf(brief, 'on any possible')));
    ok(target, 'No target');
    const declaration = await vscode.workspace.openTextDocument(target.uri);
    includes(textFrom(declaration, target.range), 'make every effort to consult');
  });

  it('terms, citations, pinpoints and quotations are tokens, and what is in code is not', async () => {
    const tokens = await eventually('tokens', async () => {
      const found = await tokensOf(brief);
      return found.length > 0 ? found : undefined;
    });
    const typeOf = (text: string) => tokens.filter((t) => t.text === text).map((t) => t.type);
    equal(new Set(typeOf('NCG')).size, 1);
    equal(typeOf('NCG')[0], 'declarationTerm');
    equal(typeOf('NCG').length, 2, 'NCG in prose');
    equal(typeOf('para. 4'), ['declarationPinpoint']);
    ok(typeOf('Washington Declaration').includes('declarationCitation'), 'The name is no citation');
    ok(tokens.find((t) => t.text === 'para. 9')?.modifiers.includes('unresolved'), 'para. 9 is not marked as unresolved');
    ok(
      tokens.some((t) => t.type === 'declarationQuotation' && t.modifiers.includes('verbatim')),
      'No verbatim quotation',
    );
    ok(
      tokens.some((t) => t.type === 'declarationQuotation' && t.modifiers.includes('altered')),
      'No altered quotation',
    );
  });

  it('a setting switches a kind of highlighting off and on again', async () => {
    const settings = vscode.workspace.getConfiguration('declarationLens', brief.uri);
    const hasTerms = async () => (await tokensOf(brief)).some((t) => t.type === 'declarationTerm');
    await eventually('terms', hasTerms);
    await settings.update('highlight.terms', false, vscode.ConfigurationTarget.Workspace);
    await eventually('terms to go', async () => !(await hasTerms()));
    await settings.update('highlight.terms', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually('terms to come back', hasTerms);
  });

  it('findings are in Problems, each with its code, and a fix mends a misquotation', async () => {
    await eventually('findings', () => ['unknown-paragraph', 'misquotation'].every((code) => ours(brief.uri).some((d) => codeOf(d) === code)) || undefined);
    const finding = ours(brief.uri).find((d) => codeOf(d) === 'misquotation');
    ok(finding, 'No misquotation');
    const actions = await eventually('a fix', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', brief.uri, finding.range);
      const fixes = found.filter((a) => a.edit && a.kind?.contains(vscode.CodeActionKind.QuickFix));
      return fixes.length > 0 ? fixes : undefined;
    });
    const fix = actions.find((a) => a.isPreferred) ?? actions[0];
    ok(fix?.edit, 'The fix edits nothing');
    await vscode.workspace.applyEdit(fix.edit);
    includes(brief.getText().replace(/\s+/g, ' '), 'robust communication infrastructure');
    await eventually('the finding to go', () => !ours(brief.uri).some((d) => codeOf(d) === 'misquotation'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('the finding to come back', () => ours(brief.uri).some((d) => codeOf(d) === 'misquotation'));
  });

  it('all mentions of the term under the cursor light up', async () => {
    const lit = await eventually('document highlights', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        brief.uri,
        inside(rangeOf(brief, 'NCG', 'The ')),
      );
      return found && found.length > 1 ? found : undefined;
    });
    const words = lit.map((h) => brief.getText(h.range));
    equal(words.filter((w) => w === 'NCG').length, 2, `Lit: ${words.join(', ')}`);
    ok(
      lit.every((h) => !brief.lineAt(h.range.start.line).text.includes('in code')),
      'Code lights up',
    );
  });

  it('the outline names the declaration and where it is cited', async () => {
    await eventually('an outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', brief.uri);
      return found?.some((s) => s.name === 'Washington Declaration') || undefined;
    });
  });

  it('a declaration in the workspace’s own folder is known without a word of code', async () => {
    const hover = await hoverAt(brief, inside(rangeOf(brief, 'para. 2')), 'Shoreline Survey Commission');
    includes(hover.text, 'command:declarationLens.openPassage');
    const [target] = await targetsAt('vscode.executeDefinitionProvider', brief, inside(rangeOf(brief, 'para. 2')));
    equal(target?.uri.toString(), fileUri('declarations/shoreline-compact.md').toString());
  });

  for (const [format, title, words] of [
    ['HTML', 'Lantern Accord', 'every lantern lit'],
    ['PDF', 'Beacon Pact', 'every beacon burning'],
    ['Word', 'Gangway Protocol', 'lower every gangway'],
  ] as const)
    it(`a declaration in ${format} is read by its reader`, async () => {
      const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: `See ${title}, para. 2, on the lights.\n` });
      await vscode.window.showTextDocument(untitled);
      await hoverAt(untitled, inside(rangeOf(untitled, 'para. 2')), words);
    });

  it('a declaration in Akoma Ntoso XML is read by its reader', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'See Mooring Act, Article 2, on the ropes.\n' });
    await vscode.window.showTextDocument(untitled);
    await hoverAt(untitled, inside(rangeOf(untitled, 'Article 2')), 'every rope dry');
  });

  it('the code of a finding leads to the page of its check', async () => {
    await show(brief.uri);
    const found = await eventually('the finding', () => ours(brief.uri).find((d) => codeOf(d) === 'unknown-paragraph'));
    const target = typeof found.code === 'object' ? found.code.target : undefined;
    equal(target?.toString(), 'declaration:/checks/unknown-paragraph.md');
    const page = await show(target as vscode.Uri);
    includes(page.getText(), '# unknown-paragraph');
  });

  it('a new document that was never saved is read too', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'See Washington Declaration, para. 8, on the NCG.\n' });
    await vscode.window.showTextDocument(untitled);
    await hoverAt(untitled, inside(rangeOf(untitled, 'NCG')), 'Nuclear Consultative Group');
    await eventually('the finding', () => ours(untitled.uri).some((d) => codeOf(d) === 'unknown-paragraph'));
  });

  it('the Markdown cells of a notebook are read as one text', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(fileUri('notes.ipynb'));
    await vscode.window.showNotebookDocument(notebook);
    const cell = notebook.getCells().at(-1)?.document;
    ok(cell, 'No cell');
    await hoverAt(cell, inside(rangeOf(cell, 'para. 4')), 'deeper, cooperative');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

describe('A document that cites no declaration', () => {
  it('is left alone: no finding, no token, no hover', async () => {
    const harbour = await show('harbour.md');
    const brief = await vscode.workspace.openTextDocument(fileUri('brief.md'));
    await vscode.window.showTextDocument(brief, vscode.ViewColumn.Two);
    // The brief was asked about later and its findings are there: the harbour's have had their time.
    await eventually('the findings of another document', () => ours(brief.uri).length > 0);
    equal(await tokensOf(harbour), []);
    equal(ours(harbour.uri).length, 0);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', harbour.uri, inside(rangeOf(harbour, 'NCG')));
    equal(hovers.length, 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
