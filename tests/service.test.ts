import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createService, type Reading } from '../server/src/service.ts';
import { runs } from './properties.ts';
import { HARBOUR, hostOf, ROOT, uriOf } from './support/world.ts';

const BRIEF = 'The Harbour Declaration is short. See para. 3, and para. 9 too.\n';

function start(files: Readonly<Record<string, string | Uint8Array>>, log: string[] = []) {
  const map = new Map(Object.entries(files));
  const host = hostOf(map, log);
  const counted = { reads: 0, finds: 0 };
  const service = createService(
    {
      ...host,
      read: (uri) => {
        counted.reads++;
        return host.read(uri);
      },
      find: (...args) => {
        counted.finds++;
        return host.find(...args);
      },
    },
    [],
  );
  service.folders([ROOT]);
  let version = 0;
  const read = async (text: string, path = '/brief.md', languageId = 'markdown') => {
    service.open({ uri: uriOf(path), languageId, version: ++version, text });
    return (await service.read(uriOf(path))) as Reading;
  };
  return { service, files: map, read, counted };
}
const DECLARATION = '/declarations/harbour-declaration.md';
const found = (r: Reading, s: ReturnType<typeof start>['service']) => s.findings(r).map((f) => f.check);

describe('the service', () => {
  it('answers the same question once', async () => {
    const { service, read } = start({ [DECLARATION]: HARBOUR });
    const first = await read(BRIEF);
    expect(await service.read(first.uri)).toBe(first);
    expect(service.findings(first)).toBe(service.findings(first));
    expect((await read(`${BRIEF} `)).analysis).not.toBe(first.analysis);
  });

  it('follows the library: a declaration that comes, changes and goes', async () => {
    const { service, files, read } = start({});
    expect((await read(BRIEF)).analysis.cites).toEqual([]);
    const change = async (text: string | undefined) => {
      if (text === undefined) files.delete(DECLARATION);
      else files.set(DECLARATION, text);
      expect(service.filesChanged([uriOf(DECLARATION)])).toBe(true);
      return found((await service.read(uriOf('/brief.md'))) as Reading, service);
    };
    expect(await change(HARBOUR)).toEqual(['unknown-paragraph']);
    expect(await change(`${HARBOUR}\nSix.\n\nSeven.\n\nEight.\n\nNine.\n`)).toEqual([]);
    expect(await change(undefined)).toEqual([]);
    expect((await service.read(uriOf('/brief.md')))?.analysis.cites).toEqual([]);
  });

  it('follows the settings', async () => {
    const { service, read } = start({ [DECLARATION]: HARBOUR });
    expect(found(await read(BRIEF), service)).toEqual(['unknown-paragraph']);
    service.configure({ ...service.settings, checks: { 'unknown-paragraph': 'off' } });
    expect(found((await service.read(uriOf('/brief.md'))) as Reading, service)).toEqual([]);
  });

  it('looks for nothing on behalf of a document that cites nothing', async () => {
    const { read, counted } = start({ [DECLARATION]: HARBOUR });
    await read(BRIEF, '/first.md');
    const before = { ...counted };
    const { analysis } = await read('Nothing of the kind, para. 3. Mail me@example.org.\n');
    expect([analysis.markup.blocks, analysis.cites]).toEqual([[], []]);
    expect(counted.reads).toBe(before.reads);
  });

  it('reads no format that it does not know', async () => {
    const { service } = start({ [DECLARATION]: HARBOUR });
    service.open({ uri: uriOf('/x.py'), languageId: 'python', version: 1, text: BRIEF });
    expect(await service.read(uriOf('/x.py'))).toBeUndefined();
    expect(await service.read(uriOf('/nobody.md'))).toBeUndefined();
  });

  it('names a file of the library that cannot be read, and loads the others', async () => {
    const log: string[] = [];
    const { service, read } = start({ [DECLARATION]: HARBOUR, '/declarations/broken.pdf': Uint8Array.from([1, 2, 3]) }, log);
    expect(found(await read(BRIEF), service)).toEqual(['unknown-paragraph']);
    expect(log).toEqual([expect.stringMatching(/broken\.pdf: this is not a PDF$/)]);
  });

  it.each([
    ['/refs/mine.bib', '@misc{hd, title = {Harbour Declaration}, year = {2019}}', '---\nbibliography: refs/mine.bib\n---\n\nAs said [@hd, para. 9].\n'],
    ['/beside.bib', '@misc{hd, title = {Harbour Declaration}, year = {2019}}', 'As said [@hd, para. 9].\n'],
    ['/references.json', '[{"id":"hd","title":"Harbour Declaration","issued":{"date-parts":[[2019]]}}]', 'As said [@hd, para. 9].\n'],
    ['/references.yml', 'hd:\n  type: report\n  title: Harbour Declaration\n  date: 2019-05-04\n', 'As said [@hd, para. 9].\n'],
  ])('resolves keys through %s, and follows it', async (path, bibliography, text) => {
    const { service, files, read } = start({ [DECLARATION]: HARBOUR, [path]: bibliography });
    expect(found(await read(text), service)).toEqual(['unknown-paragraph']);
    files.set(path, bibliography.replace('Harbour Declaration', 'Another Text'));
    expect(service.filesChanged([uriOf(path)])).toBe(true);
    expect(found((await service.read(uriOf('/brief.md'))) as Reading, service)).toEqual([]);
  });

  it('reads warm as it reads cold, after any edits', async () => {
    const piece = fc.constantFrom(
      'The Harbour Declaration',
      ', para. 3',
      ' ibid. ',
      '“make every effort to consult with Norway”',
      '\n\n',
      '> ',
      '[^1]',
      '\n\n[^1]: See ¶ 9.\n',
      ' JHC ',
      '. ',
      'Iceland will consult Norway.',
      '`code`',
      '<!-- ',
      ' -->',
    );
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(40), put: fc.array(piece, { maxLength: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), fc.array(edit, { minLength: 1, maxLength: 5 }), async (pieces, edits) => {
        const warm = start({ [DECLARATION]: HARBOUR });
        let text = pieces.join('');
        await warm.read(text);
        for (const e of edits) {
          const at = Math.floor(e.at * text.length);
          text = text.slice(0, at) + e.put.join('') + text.slice(at + e.cut);
          const a = await warm.read(text);
          const cold = start({ [DECLARATION]: HARBOUR });
          const b = await cold.read(text);
          for (const key of ['cites', 'citations', 'mentions', 'quotations', 'claims'] as const) expect(a.analysis[key]).toEqual(b.analysis[key]);
          expect(warm.service.findings(a)).toEqual(cold.service.findings(b));
        }
      }),
      { numRuns: runs(40) },
    );
  });
});
