import { expect, it } from 'vitest';
import { Find, type FindResult, Preview, type PreviewResult } from '../../server/src/lsp/protocol.ts';
import { HARBOUR, hostOf, ROOT, uriOf } from '../support/world.ts';
import { startEditor } from './client.ts';

const FILE = '/declarations/harbour-declaration.md';

async function start(files: Readonly<Record<string, string | Uint8Array>>) {
  const map = new Map(Object.entries(files));
  const published: { uri: string; diagnostics: readonly { message: string }[] }[] = [];
  const editor = await startEditor({ host: hostOf(map), folder: ROOT, bundled: [] });
  editor.connection.onNotification('textDocument/publishDiagnostics', (p) => void published.push(p));
  const until = async (done: () => boolean) => {
    for (let i = 0; i < 200 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  return { editor, map, published, until };
}

it('finds a paragraph by its words, and says where it stands in the file', async () => {
  const { editor } = await start({ [FILE]: HARBOUR });
  const { hits, matching } = await editor.request<FindResult>(Find, { query: 'pilot reports' });
  expect(matching).toBe(1);
  expect(hits.map((h) => [h.id, h.name, h.uri])).toEqual([['harbour-declaration', 'paragraph 5', uriOf(FILE)]]);
  const [hit] = hits as [FindResult['hits'][number]];
  const { start: from, end } = hit.range;
  expect(HARBOUR.split('\n')[from.line]?.slice(from.character, end.character)).toBe('pilot');
  expect((await editor.request<FindResult>(Find, { query: 'pilot whales' })).hits).toEqual([]);
  await editor.close();
});

it('previews a text that may become a declaration, with front matter to be corrected', async () => {
  const { editor } = await start({});
  const text = '# Declaration of the Lake\n\nIceland will publish its charts.\n\nNorway intends to share pilot reports.\n';
  const p = await editor.request<PreviewResult>(Preview, { name: 'lake.md', text });
  expect(p).toMatchObject({ id: 'declaration-of-the-lake', title: 'Declaration of the Lake', paragraphs: 2, commitments: 2 });
  expect(p.markdown).toBe(`---\nid: declaration-of-the-lake\ntitle: Declaration of the Lake\naliases: []\nparties: []\nlanguage: en\n---\n\n${text}`);
  expect(p.report).toContain('2 paragraphs, 0 terms, 2 commitments.');
  const same = await editor.request<PreviewResult>(Preview, { name: 'harbour.md', base64: Buffer.from(HARBOUR).toString('base64') });
  expect([same.markdown, same.paragraphs]).toEqual([HARBOUR, 5]);
  const bad = await editor.request<PreviewResult>(Preview, { name: 'x.pdf', base64: Buffer.from('no').toString('base64') });
  expect(bad).toMatchObject({ markdown: '', problem: 'this is not a PDF' });
  await editor.close();
});

it('publishes on its own file what cannot be read, and takes it back when the file goes', async () => {
  const bad = '/declarations/broken.pdf';
  const { editor, map, published, until } = await start({ [FILE]: HARBOUR, [bad]: new Uint8Array([1, 2, 3]) });
  await until(() => published.length > 0);
  expect(published).toEqual([{ uri: uriOf(bad), diagnostics: [expect.objectContaining({ message: expect.stringMatching(/this is not a PDF$/) })] }]);
  map.delete(bad);
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(bad), type: 3 }] });
  await until(() => published.length > 1);
  expect(published[1]).toEqual({ uri: uriOf(bad), diagnostics: [] });
  await editor.close();
});
