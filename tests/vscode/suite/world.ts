/** What the tests in the editor stand on: the workspace's documents, places in them, and waiting for what takes its time. */
import * as vscode from 'vscode';

export const SCHEME = 'declaration';
export const WASHINGTON = vscode.Uri.from({ scheme: SCHEME, path: '/washington-declaration.md' });

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

export function equal<T>(found: T, wanted: T, message = 'Not equal'): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${message}: found ${a}, wanted ${b}`);
}

export function includes(found: string, wanted: string): void {
  if (!found.includes(wanted)) throw new Error(`“${wanted}” is not in: ${found}`);
}

const PATIENCE = 60_000;

/** Asks again until the answer is something; a loaded machine is slow, not wrong. */
export async function eventually<T>(what: string, ask: () => Thenable<T | undefined> | T | undefined): Promise<NonNullable<T>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && (answer as unknown) !== false) return answer as NonNullable<T>;
    if (Date.now() > end) throw new Error(`Waited ${PATIENCE / 1000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'The tests need their workspace open');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function show(at: string | vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(typeof at === 'string' ? fileUri(at) : at);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The range of a text that stands in the document; `after` says after which other text to look. */
export function rangeOf(document: vscode.TextDocument, text: string, after = ''): vscode.Range {
  const whole = document.getText();
  const from = whole.indexOf(after) + after.length;
  const start = whole.indexOf(text, from);
  ok(start >= 0, `“${text}” is not in ${document.uri.toString()}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export const inside = (range: vscode.Range): vscode.Position => range.start.translate(0, 1);

export interface Hovered {
  readonly text: string;
  readonly range: vscode.Range | undefined;
  readonly contents: readonly vscode.MarkdownString[];
}

/** What is said on hover by this extension: others (Markdown's own) may speak too, so the wanted words choose. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position, words: string): Promise<Hovered> {
  let last = 'nothing';
  try {
    return await eventually(`a hover that says “${words}”`, async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
      for (const hover of hovers) {
        const contents = hover.contents.filter((c): c is vscode.MarkdownString => typeof c === 'object' && 'value' in c);
        const text = contents.map((c) => c.value).join('\n');
        last = text;
        if (text.replaceAll('\\', '').includes(words)) return { text, range: hover.range, contents };
      }
      return undefined;
    });
  } catch (e) {
    throw new Error(`${e instanceof Error ? e.message : e}; the last one said: ${last}`);
  }
}

export async function targetsAt(command: string, document: vscode.TextDocument, position: vscode.Position): Promise<readonly vscode.Location[]> {
  const answer = await eventually(`${command} to lead somewhere`, async () => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(command, document.uri, position);
    return found.length > 0 ? found : undefined;
  });
  return answer.map((l) => ('targetUri' in l ? new vscode.Location(l.targetUri, l.targetSelectionRange ?? l.targetRange) : l));
}

export interface Token {
  readonly text: string;
  readonly type: string;
  readonly modifiers: readonly string[];
}

export async function tokensOf(document: vscode.TextDocument): Promise<readonly Token[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', document.uri);
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri);
  if (!legend || !tokens) return [];
  const out: Token[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i + 4 < tokens.data.length; i += 5) {
    const [down = 0, along = 0, length = 0, type = 0, modifiers = 0] = tokens.data.subarray(i, i + 5);
    character = down > 0 ? along : character + along;
    line += down;
    out.push({
      text: document.getText(new vscode.Range(line, character, line, character + length)),
      type: legend.tokenTypes[type] ?? '?',
      modifiers: legend.tokenModifiers.filter((_, bit) => (modifiers >> bit) & 1),
    });
  }
  return out;
}

export const ours = (uri: vscode.Uri): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter((d) => /declaration/i.test(d.source ?? ''));

export const codeOf = (d: vscode.Diagnostic): string => String(typeof d.code === 'object' ? d.code.value : d.code);
