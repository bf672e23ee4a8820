/** Editors ask for hover, tokens and findings in one breath: each must see the declaration, whoever loaded it. */
import { expect, it } from 'vitest';
import { createService } from '../server/src/service.ts';
import { HARBOUR, hostOf, ROOT, uriOf } from './support/world.ts';

it('requests that come at once read the same as requests one after the other', async () => {
  const bundled = [{ path: 'harbour-declaration.md', format: 'markdown' as const, text: HARBOUR }];
  const service = createService(hostOf(new Map(), []), bundled);
  service.folders([ROOT]);
  service.open({ uri: uriOf('/brief.md'), languageId: 'markdown', version: 1, text: 'The Harbour Declaration, para. 9, is on the JHC.\n' });
  await Promise.all([1, 2, 3].map(() => service.read(uriOf('/brief.md'))));
  const reading = await service.read(uriOf('/brief.md'));
  expect(reading?.analysis.missing).toEqual([]);
  expect(reading && service.findings(reading).map((f) => f.check)).toEqual(['unknown-paragraph']);
});
