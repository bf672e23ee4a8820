/** The declaration itself, in the real editor: a read-only document with an outline, folding, colours, and all its citations. */
import * as vscode from 'vscode';
import { equal, eventually, hoverAt, includes, inside, ok, rangeOf, SCHEME, show, tokensOf, WASHINGTON } from './world.ts';

describe('The declaration opened for reading', () => {
  let text: vscode.TextDocument;
  before(async () => {
    text = await show(WASHINGTON);
  });

  it('is its text, and cannot be written', async () => {
    includes(text.getText().replace(/\s+/g, ' '), 'Nuclear Consultative Group');
    equal(text.languageId, 'markdown');
    equal(vscode.workspace.fs.isWritableFileSystem(SCHEME), false);
    const written = await Promise.resolve(vscode.workspace.fs.writeFile(WASHINGTON, new Uint8Array())).then(
      () => true,
      () => false,
    );
    equal(written, false);
  });

  it('has an outline of its paragraphs, with their commitments and terms', async () => {
    const outline = await eventually('an outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', WASHINGTON);
      return found?.length === 7 ? found : undefined;
    });
    const fourth = outline[3];
    ok(fourth && 'children' in fourth, 'No fourth paragraph');
    includes(fourth.name, '4');
    ok(
      fourth.children.some((c) => c.name === 'NCG'),
      'The NCG is not in the outline of paragraph 4',
    );
    ok(fourth.children.length > 1, 'No commitment is in the outline of paragraph 4');
  });

  it('folds by paragraph', async () => {
    const ranges = await eventually('folding ranges', async () => {
      const found = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', WASHINGTON);
      return found && found.length > 0 ? found : undefined;
    });
    ok(
      ranges.every((r) => r.end > r.start),
      'A range that folds nothing',
    );
  });

  it('shows its terms and commitments in colours, and explains them on hover', async () => {
    const tokens = await eventually('tokens', async () => {
      const found = await tokensOf(text);
      return found.length > 0 ? found : undefined;
    });
    ok(
      tokens.some((t) => t.type === 'declarationTerm' && t.text === 'NCG'),
      'NCG is no term',
    );
    ok(
      tokens.some((t) => t.type === 'declarationCommitment' && t.modifiers.includes('commits')),
      'Nobody commits to anything',
    );
    ok(
      tokens.some((t) => t.type === 'declarationCommitment' && t.modifiers.includes('hedged')),
      'Nothing is hedged',
    );
    await hoverAt(text, inside(rangeOf(text, 'commits to')), 'Force');
  });

  it('finds all citations of a paragraph in the workspace, also in files that are not open', async () => {
    const fourth = rangeOf(text, 'The Alliance commits to engage in deeper');
    const names = await eventually('references', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', WASHINGTON, inside(fourth));
      const citing = found.filter((l) => l.uri.scheme !== SCHEME);
      const files = [...new Set(citing.map((l) => l.uri.path.split('/').at(-1)))].sort();
      return files.includes('brief.md') && files.includes('note.txt') ? files : undefined;
    });
    ok(!names.includes('harbour.md'), 'A document that does not cite the declaration is among its citations');
  });
});
