import { expect, it } from 'vitest';
import { Cites, Instruments, ReportOf } from '../../server/src/lsp/protocol.ts';
import { HARBOUR, hostOf, ROOT } from '../support/world.ts';
import { startEditor } from './client.ts';

it('says which declarations a document cites and why, which are known, and writes the audit of it', async () => {
  const host = hostOf(new Map([['/declarations/harbour-declaration.md', HARBOUR]]));
  const editor = await startEditor({ host, folder: ROOT, bundled: [] });
  const uri = `${ROOT}/brief.md`;
  await editor.open(uri, 'One.\n\nThe Harbour Declaration says that “The JHC will meet thrice each year” (para. 4).\n');
  expect(await editor.request(Cites, { uri })).toMatchObject({ cites: [{ id: 'harbour-declaration', why: 'named', line: 3 }], findings: 1 });
  expect(await editor.request(Instruments, {})).toEqual([
    { id: 'harbour-declaration', title: 'Harbour Declaration', date: '2019-05-04', paragraphs: 5, uri: `${ROOT}/declarations/harbour-declaration.md` },
  ]);
  const { text } = await editor.request<{ text: string }>(ReportOf, { uri, format: 'markdown' });
  expect(text).toMatch(/SHA-256 of the text compared: `[0-9a-f]{64}`/);
  expect(text).toContain('Line 3: quotation, changed, not shown');
  await editor.close();
});
