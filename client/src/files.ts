/** Reads files for a server that cannot: in the browser, a workspace may be a repository or a remote machine. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FindFiles, type FindFilesParams, type FindFilesResult, ReadFile, type ReadFileParams, type ReadFileResult } from '../../server/src/lsp/protocol.ts';

/** Folders that hold no prose of the user's. */
const SKIPPED = /^(?:\.|node_modules$|bower_components$)/;
/** A workspace of this many files is looked through no further: an answer that comes beats one that is complete. */
const MOST = 20_000;

export const answerFiles = (client: BaseLanguageClient): vscode.Disposable =>
  vscode.Disposable.from(
    client.onRequest(ReadFile, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
      try {
        return { base64: toBase64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))) };
      } catch {
        return null;
      }
    }),
    client.onRequest(FindFiles, async (params: FindFilesParams): Promise<FindFilesResult> => find(params)),
  );

/** Walks the folder itself: the editor's search needs a search service that not every workspace has. */
async function find({ folder, extensions, shallow }: FindFilesParams): Promise<FindFilesResult> {
  const found: string[] = [];
  const wanted = new Set(extensions);
  let waiting = [vscode.Uri.parse(folder, true)];
  let seen = 0;
  while (waiting.length > 0 && seen < MOST) {
    const listed = await Promise.all(waiting.map(async (at) => [at, await entries(at)] as const));
    waiting = [];
    for (const [at, list] of listed)
      for (const [name, type] of list) {
        seen++;
        const uri = () => vscode.Uri.joinPath(at, name);
        // A link to a folder may lead back to where we are; a link to a file is that file.
        if (type === vscode.FileType.Directory) {
          if (!shallow && !SKIPPED.test(name)) waiting.push(uri());
        } else if ((type & vscode.FileType.File) !== 0 && wanted.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())) found.push(uri().toString());
      }
  }
  return found.sort();
}

const entries = async (folder: vscode.Uri): Promise<[string, vscode.FileType][]> => {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
};

/** A worker has no Buffer; a string of a million arguments would overflow the stack. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
