/** A client that starts, and one that types: messages in an order that leaves nothing out. */
import { describe, expect, it } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver';
import { InstrumentText, MarksOf, type MarksResult } from '../../server/src/lsp/protocol.ts';
import { startEditor } from './client.ts';

const uri = 'file:///brief.md';
const textDocument = { uri };
const TEXT = 'The Washington Declaration of April 2023 says so in para. 9. The United States “commits to make every effort to consult”.\n';
const ABLE = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true }, semanticTokens: { refreshSupport: true } } };

describe('a client that starts', () => {
  it('is told to ask again when it asked about a document before it opened it', async () => {
    const editor = await startEditor({ capabilities: ABLE });
    let refreshed: (() => void) | undefined;
    editor.connection.onRequest('workspace/semanticTokens/refresh', () => null);
    editor.connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed?.();
      return null;
    });
    const pull = async () => (await editor.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument })).items.length;
    expect(await pull()).toBe(0);
    const told = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    await editor.open(uri, TEXT);
    await told;
    expect(await pull()).toBe(1);
    await editor.close();
  });
});

describe('a client that types', () => {
  it('hears that it shall ask again for findings, not that there are none', async () => {
    // A folder that takes its time: the question waits while the text goes on.
    let found: (() => void) | undefined;
    const looked = new Promise<void>((resolve) => {
      found = resolve;
    });
    const host = { read: async () => undefined, find: () => looked.then(() => []), log: () => {} };
    const editor = await startEditor({ capabilities: ABLE, host, folder: 'file:///' });
    await editor.open(uri, TEXT);
    const asked = editor.request('textDocument/diagnostic', { textDocument }).catch((e: unknown) => e);
    await editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: `${TEXT}\n` }] });
    await editor.request(InstrumentText, { id: 'checks/misquotation' });
    found?.();
    const answer = await asked;
    expect(answer).toBeInstanceOf(Error);
    expect(answer).toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    await editor.close();
  });

  it('gets quotations with their outcome, and claims with their force, as far as they are highlighted', async () => {
    const text = `${TEXT}\nUnder the Washington Declaration the United States commits to consult with the ROK on any possible nuclear weapons employment.\n`;
    const editor = await startEditor({ capabilities: ABLE });
    await editor.open(uri, text);
    const marks = await editor.request<MarksResult>(MarksOf, { uri });
    expect(marks.quotations.map((q) => q.match)).toEqual(['verbatim']);
    expect(marks.claims.map((c) => c.force)).toEqual(['commits']);
    expect(marks.claims[0]?.range.start.line).toBe(2);
    await editor.close();
    const settings = { highlight: { quotations: false, claims: false } };
    const quiet = await startEditor({ capabilities: ABLE, initializationOptions: { settings } });
    await quiet.open(uri, text);
    expect(await quiet.request<MarksResult>(MarksOf, { uri })).toEqual({ quotations: [], claims: [] });
    await quiet.close();
  });
});
