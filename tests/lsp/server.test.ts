import { describe, expect, it } from 'vitest';
import { InstrumentText } from '../../server/src/lsp/protocol.ts';
import { startEditor } from './client.ts';

describe('the server', () => {
  it('opens a declaration for reading, with an outline of its paragraphs', async () => {
    const editor = await startEditor();
    const { text } = await editor.request<{ text: string }>(InstrumentText, { id: 'washington-declaration' });
    const uri = 'declaration:/washington-declaration.md';
    await editor.open(uri, text);
    const symbols = await editor.request<readonly { name: string }[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols.map((s) => s.name)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `Paragraph ${n}`));
    const folds = await editor.request<readonly unknown[]>('textDocument/foldingRange', { textDocument: { uri } });
    expect(folds).toHaveLength(8);
    await editor.close();
  });

  it('says nothing about a document that cites no declaration', async () => {
    const editor = await startEditor();
    const uri = 'file:///notes.md';
    await editor.open(uri, '# Notes\n\nNCG stands for Northern Cargo Guild. See para. 9.\n');
    const report = await editor.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri } });
    expect(report.items).toEqual([]);
    expect(await editor.request('textDocument/semanticTokens/full', { textDocument: { uri } })).toMatchObject({ data: [] });
    expect(await editor.request('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 1 } })).toBeNull();
    await editor.close();
  });
});
