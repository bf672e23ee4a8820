/** Reports set as pages: documents that nobody has to save, and that are not read as documents that cite something. */
import * as vscode from 'vscode';

const SCHEME = 'declaration-report';

export interface Reports extends vscode.Disposable {
  /** Shows a report beside what is there; one that is shown already changes where it stands. */
  show(name: string, markdown: string): Promise<void>;
  close(name: string): Promise<void>;
}

export function createReports(): Reports {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const uriOf = (name: string) => vscode.Uri.from({ scheme: SCHEME, path: `/${name.replace(/[/\\]/g, '-')}.md` });
  const tabs = (name: string): readonly vscode.Tab[] =>
    vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter((tab) => tab.label.includes(uriOf(name).path.slice(1))));
  const registered = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
    }),
  );
  return {
    async show(name, markdown) {
      const uri = uriOf(name);
      texts.set(uri.path, markdown);
      changed.fire(uri);
      if (tabs(name).length > 0) return;
      // As a page where the editor can set it; its Markdown otherwise.
      const set = await vscode.commands.executeCommand('markdown.showPreviewToSide', uri).then(
        () => true,
        () => false,
      );
      if (!set) await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true });
    },
    async close(name) {
      await vscode.window.tabGroups.close(tabs(name), true);
    },
    dispose: () => registered.dispose(),
  };
}
