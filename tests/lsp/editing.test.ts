import { describe, expect, it } from 'vitest';
import { OPEN_COMMAND } from '../../server/src/lsp/protocol.ts';
import { HARBOUR, hostOf, ROOT } from '../support/world.ts';
import { type Editor, type EditorOptions, startEditor } from './client.ts';

const BRIEF = '# Brief\n\nIt is short (Harbour Declaration, para. 3).\n\nPieces cite para. 9 of the Harbour Declaration too.\n';
const uri = `${ROOT}/brief.md`;
const textDocument = { uri };

async function withEditor(run: (editor: Editor) => Promise<void>, options: EditorOptions = {}) {
  const host = hostOf(
    new Map([
      ['/declarations/harbour-declaration.md', HARBOUR],
      ['/other.md', 'The Harbour Declaration, para. 3.\n'],
    ]),
  );
  const editor = await startEditor({ host, folder: ROOT, bundled: [], ...options });
  try {
    await editor.open(uri, BRIEF);
    await run(editor);
  } finally {
    await editor.close();
  }
}

const at = (words: string) => {
  const offset = BRIEF.indexOf(words) + 1;
  const before = BRIEF.slice(0, offset).split('\n');
  return { textDocument, position: { line: before.length - 1, character: (before.at(-1) as string).length } };
};
const declaration = `${ROOT}/declarations/harbour-declaration.md`;

describe('a document in an editor', () => {
  it('is hovered: exactly the pinpoint', () =>
    withEditor(async (e) => {
      const h = await e.request<{ contents: { kind: string; value: string }; range: unknown }>('textDocument/hover', at('para. 3'));
      expect(h.contents.value).toContain('Iceland **commits to**');
      expect(h.contents.value).toContain(`(${declaration}#L14)`);
      expect(h.range).toEqual({ start: { line: 2, character: 34 }, end: { line: 2, character: 41 } });
    }));

  it('is hovered in plain text where the editor knows no Markdown, and with commands where it has the command', async () => {
    await withEditor(
      async (e) => {
        const h = await e.request<{ contents: { kind: string; value: string } }>('textDocument/hover', at('para. 3'));
        expect(h.contents).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('Iceland commits to make') });
      },
      { capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } },
    );
    await withEditor(
      async (e) => {
        const h = await e.request<{ contents: { value: string } }>('textDocument/hover', at('para. 3'));
        const link = new RegExp(`command:${OPEN_COMMAND}\\?([^)]*)\\)`).exec(h.contents.value)?.[1] ?? '';
        expect(JSON.parse(decodeURIComponent(link))).toEqual([declaration, { start: { line: 13, character: 0 }, end: { line: 13, character: 0 } }]);
      },
      { initializationOptions: { openCommand: true } },
    );
  });

  it('leads to the paragraph, by links or by locations as the editor can', async () => {
    await withEditor(async (e) => {
      const [link] = await e.request<{ targetUri: string; targetSelectionRange: { start: unknown }; originSelectionRange: unknown }[]>(
        'textDocument/definition',
        at('para. 3'),
      );
      expect(link).toMatchObject({ targetUri: declaration, targetSelectionRange: { start: { line: 13, character: 0 } } });
    });
    await withEditor(
      async (e) => {
        const locations = await e.request('textDocument/declaration', at('para. 3'));
        expect(locations).toEqual([{ uri: declaration, range: { start: { line: 13, character: 0 }, end: { line: 13, character: 0 } } }]);
      },
      { capabilities: {} },
    );
  });

  it('answers a pull for diagnostics, with page, fix and nothing new when nothing changed', () =>
    withEditor(async (e) => {
      const report = await e.request<{ resultId: string; items: { code: string; range: unknown; codeDescription: { href: string } }[] }>(
        'textDocument/diagnostic',
        { textDocument },
      );
      expect(report.items.map((d) => [d.code, d.range])).toEqual([
        ['unknown-paragraph', { start: { line: 4, character: 12 }, end: { line: 4, character: 19 } }],
      ]);
      expect(report.items[0]?.codeDescription.href).toBe('declaration:/checks/unknown-paragraph.md');
      const again = await e.request('textDocument/diagnostic', { textDocument, previousResultId: report.resultId });
      expect(again).toEqual({ kind: 'unchanged', resultId: report.resultId });
      const range = report.items[0]?.range;
      const actions = await e.request<{ edit: { changes: Record<string, unknown[]> } }[]>('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [] },
      });
      expect(actions.length).toBeGreaterThan(1);
      for (const a of actions) expect(Object.keys(a.edit.changes)).toEqual([uri]);
    }));

  it('opens the page of a check as a text of its own, in which nothing is found', () =>
    withEditor(async (e) => {
      const page = await e.request<{ text: string; title: string; languageId: string }>('declarationLens/instrumentText', { id: 'checks/unknown-paragraph' });
      expect(page).toMatchObject({ title: 'unknown-paragraph', languageId: 'markdown' });
      expect(page.text).toMatch(/^# unknown-paragraph\n/);
      for (const id of ['checks/', 'checks/no-such-check', 'checks/constructor', 'unknown-paragraph'])
        expect(await e.request('declarationLens/instrumentText', { id })).toBeNull();
      const shown = 'declaration:/checks/unknown-paragraph.md';
      await e.open(shown, page.text);
      expect(await e.request('textDocument/diagnostic', { textDocument: { uri: shown } })).toEqual({ kind: 'full', items: [] });
    }));

  it.each([
    ['a file, where there is one', (check: string) => `file:///docs/${check}.md`, { href: 'file:///docs/unknown-paragraph.md' }],
    ['nothing, where there is none', () => undefined, undefined],
  ])('leads an editor without the scheme from a finding to %s', (_, pageFileOf, expected) =>
    withEditor(
      async (e) => {
        const report = await e.request<{ items: { codeDescription?: unknown }[] }>('textDocument/diagnostic', { textDocument });
        expect(report.items[0]?.codeDescription).toEqual(expected);
      },
      { initializationOptions: {}, pageFileOf },
    ),
  );

  it('is pushed diagnostics with their version where the editor cannot pull', () =>
    withEditor(
      async (e) => {
        const pushed = new Promise<{ uri: string; version: number; diagnostics: { code: string }[] }>((resolve) =>
          e.connection.onNotification('textDocument/publishDiagnostics', (p) => {
            if (p.version === 2) resolve(p);
          }),
        );
        await e.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges: [{ range: { start: { line: 4, character: 18 }, end: { line: 4, character: 19 } }, text: '8' }],
        });
        expect(await pushed).toMatchObject({ uri, version: 2, diagnostics: [{ code: 'unknown-paragraph' }] });
      },
      { capabilities: {} },
    ));

  it('is read anew after an edit', () =>
    withEditor(async (e) => {
      const pull = async () => (await e.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument })).items.length;
      expect(await pull()).toBe(1);
      await e.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: { start: { line: 4, character: 18 }, end: { line: 4, character: 19 } }, text: '4' }],
      });
      expect(await pull()).toBe(0);
    }));

  it('gives way to a cancellation, and to an edit that came meanwhile', () =>
    withEditor(async (e) => {
      const asked = e.connection.sendRequest('textDocument/hover', at('para. 3'));
      await e.connection.sendNotification('$/cancelRequest', { id: 1 });
      await e.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'All new.' }] });
      await expect(asked).rejects.toMatchObject({ code: expect.toBeOneOf([-32800, -32801]) });
    }));

  it('has references in files that are not open', () =>
    withEditor(async (e) => {
      const found = await e.request<{ uri: string }[]>('textDocument/references', { ...at('para. 3'), context: { includeDeclaration: true } });
      expect(found.map((l) => l.uri).sort()).toEqual([uri, declaration, `${ROOT}/other.md`].sort());
    }));

  it('sees an edit to an open declaration at once', () =>
    withEditor(async (e) => {
      const pull = async () => (await e.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument })).items.length;
      await e.open(declaration, `${HARBOUR}\nSix.\n\nSeven.\n\nEight.\n\nThe ninth paragraph.\n`);
      expect(await pull()).toBe(0);
      await e.connection.sendNotification('textDocument/didClose', { textDocument: { uri: declaration } });
      expect(await pull()).toBe(1);
    }));

  it('has tokens that go line by line and decode to its words', () =>
    withEditor(async (e) => {
      const { data } = await e.request<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
      const lines = BRIEF.split('\n');
      const words: string[] = [];
      let [line, character] = [0, 0];
      for (let i = 0; i < data.length; i += 5) {
        const [dl, dc, n] = data.slice(i, i + 3) as [number, number, number];
        line += dl;
        character = dl === 0 ? character + dc : dc;
        words.push((lines[line] as string).slice(character, character + n));
      }
      expect(words).toEqual(expect.arrayContaining(['Harbour Declaration', 'para. 3', 'para. 9']));
    }));

  it('reads a notebook’s cells as one text', () =>
    withEditor(async (e) => {
      const cell = (n: number) => `vscode-notebook-cell:${ROOT.slice(5)}/n.ipynb#c${n}`;
      const notebook = { uri: `${ROOT}/n.ipynb`, notebookType: 'jupyter-notebook', version: 1, cells: [1, 2].map((n) => ({ kind: 1, document: cell(n) })) };
      const texts = ['The Harbour Declaration is short.', 'Its council is in para. 2.\n\nPara. 9 of the Harbour Declaration is not there.'];
      await e.connection.sendNotification('notebookDocument/didOpen', {
        notebookDocument: notebook,
        cellTextDocuments: texts.map((text, i) => ({ uri: cell(i + 1), languageId: 'markdown', version: 1, text })),
      });
      const report = await e.request<{ items: { range: unknown }[] }>('textDocument/diagnostic', { textDocument: { uri: cell(2) } });
      expect(report.items.map((d) => d.range)).toEqual([{ start: { line: 2, character: 0 }, end: { line: 2, character: 7 } }]);
      const hover = await e.request<{ range: unknown }>('textDocument/hover', { textDocument: { uri: cell(1) }, position: { line: 0, character: 8 } });
      expect(hover.range).toEqual({ start: { line: 0, character: 4 }, end: { line: 0, character: 23 } });
    }));

  it.each([
    ['an empty file', ''],
    [
      'one line of a megabyte',
      `${'The ferries went out again, as they do, and came back. '.repeat(450)}The Harbour Declaration says so in para. 3. `.repeat(42),
    ],
    ['a NUL byte and a lone surrogate', 'The Harbour Declaration\u0000, para. 3 \ud800.'],
    ['front matter that does not parse', '---\na: [\n---\nThe Harbour Declaration, para. 3.'],
    ['CRLF and a byte order mark', '\uFEFFThe Harbour\r\nDeclaration, para.\r\n9.'],
  ])('survives %s', (_, text) =>
    withEditor(async (e) => {
      const odd = `${ROOT}/odd.md`;
      await e.open(odd, text);
      for (const method of ['semanticTokens/full', 'documentSymbol', 'foldingRange', 'documentLink', 'diagnostic'])
        await e.request(`textDocument/${method}`, { textDocument: { uri: odd } });
      for (const position of [
        { line: 0, character: 10 },
        { line: 99, character: 0 },
        { line: 0, character: 1e9 },
      ])
        for (const method of ['hover', 'definition', 'documentHighlight', 'completion'])
          await e.request(`textDocument/${method}`, { textDocument: { uri: odd }, position });
    }),
  );
});
