/** The layers are held by the linter: a wall nobody checks is a line on the floor. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const forbidden: readonly (readonly [file: string, imported: string, says: string])[] = [
  ['server/src/text/align.ts', '../instrument/instrument.ts', 'text/ cannot import this'],
  ['server/src/text/markup/markdown.ts', '../../document/analysis.ts', 'text/ cannot import this'],
  ['server/src/text/align.ts', 'node:fs', 'nothing touches the world'],
  ['server/src/instrument/read.ts', '../document/analysis.ts', 'instrument/ cannot import this'],
  ['server/src/document/claims.ts', '../checks/check.ts', 'document/ cannot import this'],
  ['server/src/checks/misquotation.ts', '../features/hover.ts', 'checks/ cannot import this'],
  ['server/src/features/hover.ts', '../service.ts', 'features/ cannot import this'],
  ['server/src/features/hover.ts', '../lsp/protocol.ts', 'features/ cannot import this'],
  ['server/src/features/hover.ts', 'vscode-languageserver', 'Only server/src/lsp/ and the entries speak LSP'],
  ['server/src/features/hover.ts', 'vscode-languageserver-textdocument', 'Only server/src/lsp/ and the entries speak LSP'],
  ['server/src/service.ts', './lsp/server.ts', 'The façade cannot import this'],
  ['server/src/service.ts', 'vscode-languageserver/node', 'Only server/src/lsp/ and the entries speak LSP'],
  ['server/src/cli/main.ts', '../lsp/server.ts', 'stand side by side'],
  ['server/src/lsp/server.ts', 'vscode', 'Only client/ knows VS Code'],
  ['client/src/extension.ts', '../../server/src/service.ts', 'protocol.ts alone'],
];

const allowed: readonly (readonly [file: string, imported: string])[] = [
  ['server/src/features/hover.ts', '../document/analysis.ts'],
  ['server/src/document/claims.ts', '../text/span.ts'],
  ['server/src/document/claims.ts', './analysis.ts'],
  ['server/src/lsp/server.ts', 'vscode-languageserver'],
  ['server/src/lsp/server.ts', '../service.ts'],
  ['server/src/node.ts', 'vscode-languageserver/node'],
  ['client/src/extension.ts', '../../server/src/lsp/protocol.ts'],
  ['client/src/extension.ts', 'vscode'],
];

/** What the linter says, by "file imports module". */
let said: ReadonlyMap<string, string>;
let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'layers-')));
  copyFileSync('biome.json', path.join(folder, 'biome.json'));
  const imports = new Map<string, string[]>();
  for (const [file, imported] of [...forbidden, ...allowed]) imports.set(file, [...(imports.get(file) ?? []), imported]);
  for (const [file, list] of imports) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${list.map((imported, i) => `export * as x${i} from '${imported}';`).join('\n')}\n`);
  }
  const run = spawnSync(
    process.execPath,
    [path.resolve('node_modules/@biomejs/biome/bin/biome'), 'lint', '--only=style/noRestrictedImports', '--reporter=github', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  const found = new Map<string, string>();
  for (const m of run.stdout.matchAll(/^::error title=[^,]*noRestrictedImports,file=([^,]+),line=(\d+),[^:]*::(.*)$/gm)) {
    const file = path.relative(folder, path.resolve(folder, m[1] ?? '')).replaceAll('\\', '/');
    found.set(`${file} imports ${imports.get(file)?.[Number(m[2]) - 1]}`, m[3] ?? '');
  }
  said = found;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the linter', () => {
  it.each(forbidden)('does not let %s import %s', (file, imported, says) => {
    expect(said.get(`${file} imports ${imported}`)).toContain(says);
  });
  it.each(allowed)('lets %s import %s', (file, imported) => {
    expect(said.get(`${file} imports ${imported}`)).toBeUndefined();
  });
});
