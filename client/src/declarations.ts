/** Read-only documents: `declaration:/<id>.md` is the text of a declaration that has no file of its own. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { InstrumentText, type InstrumentTextParams, type InstrumentTextResult, SCHEME } from '../../server/src/lsp/protocol.ts';

/** "declaration:/washington-declaration.md" is "washington-declaration". */
export const idOf = (uri: vscode.Uri): string => uri.path.replace(/^\/+/, '').replace(/\.[^./]*$/, '');

interface Entry {
  readonly bytes: Uint8Array;
  readonly changed: number;
}

/**
 * A file system rather than a content provider: the editor then knows that the document cannot be written, says why, and
 * restores its tab after a reload.
 */
export function serveDeclarations(client: BaseLanguageClient, refreshed: vscode.Event<void>): vscode.Disposable {
  const known = new Map<string, Entry>();
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const created = Date.now();

  const ask = async (uri: vscode.Uri): Promise<Entry> => {
    await client.start();
    const params: InstrumentTextParams = { id: idOf(uri) };
    const answer = await client.sendRequest<InstrumentTextResult | null>(InstrumentText, params);
    if (answer === null) throw vscode.FileSystemError.FileNotFound(uri);
    const bytes = new TextEncoder().encode(answer.text);
    const before = known.get(uri.toString());
    if (before && same(before.bytes, bytes)) return before;
    const entry = { bytes, changed: before ? Date.now() : created };
    known.set(uri.toString(), entry);
    return entry;
  };
  const readOnly = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  const files: vscode.FileSystemProvider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => {}),
    async stat(uri) {
      if (uri.path === '/' || uri.path === '') return { type: vscode.FileType.Directory, ctime: created, mtime: created, size: 0 };
      const { bytes, changed } = known.get(uri.toString()) ?? (await ask(uri));
      return { type: vscode.FileType.File, ctime: created, mtime: changed, size: bytes.length, permissions: vscode.FilePermission.Readonly };
    },
    readFile: async (uri) => (await ask(uri)).bytes,
    readDirectory: () => [],
    createDirectory: readOnly,
    writeFile: readOnly,
    delete: readOnly,
    rename: readOnly,
  };
  /** The library changed: what is open is asked for again, and the editor is told only of texts that are different now. */
  const refresh = async () => {
    for (const [key, before] of [...known]) {
      const uri = vscode.Uri.parse(key, true);
      const now = await ask(uri).catch(() => undefined);
      if (now === undefined) known.delete(key);
      if (now !== before) changes.fire([{ type: now ? vscode.FileChangeType.Changed : vscode.FileChangeType.Deleted, uri }]);
    }
  };
  const why = new vscode.MarkdownString('This text is for reading. To correct a declaration or add notes to it, put your own copy into `declarations/`.');
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerFileSystemProvider(SCHEME, files, { isReadonly: why, isCaseSensitive: true }),
    refreshed(() => void refresh()),
  );
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((x, i) => x === b[i]);
