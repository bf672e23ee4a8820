import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeCache } from '../server/src/cache-node.ts';
import type { Host } from '../server/src/host.ts';
import { nodeHost } from '../server/src/host-node.ts';
import type { LoadReader } from '../server/src/import/page.ts';
import { createShelf } from '../server/src/shelf.ts';
import { folderWith, many, text } from './support/folder.ts';
import { HARBOUR } from './support/world.ts';

const ids = (s: ReturnType<ReturnType<typeof folderWith>['start']>) =>
  s.shelf
    .library()
    .heads.map((h) => h.id)
    .sort();
const messages = (s: ReturnType<ReturnType<typeof folderWith>['start']>) =>
  Object.fromEntries(s.shelf.problems().map((p) => [p.uri.replace(/^.*\//, ''), p.message]));

describe('a file of the library that is not as it should be is named with its reason, and the others load', () => {
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    ['front matter that does not parse', 'broken.md', '---\ntitle: "unclosed\nid: [\n---\n\nOne paragraph.\n', /^front matter: /],
    ['a foreign file without a reader', 'page.html', '<!doctype html><p>One.', /not read here/],
    ['something else under the name of a PDF', 'page.pdf', 'no PDF', /not a PDF/],
    ['two with the same id', 'a-twin.md', HARBOUR, /already that of a-twin\.md/],
  ];
  it.each(cases)('%s', async (_, name, content, reason) => {
    const f = folderWith({ 'harbour-declaration.md': HARBOUR, [name]: content, 'README.md': '# Nothing' });
    const s = f.start();
    await s.shelf.scanned();
    expect(Object.values(messages(s))).toEqual([expect.stringMatching(reason)]);
    expect(s.log).toEqual(Object.entries(messages(s)).map(([n, m]) => `${join(f.library, n)}: ${m}`));
    expect((await s.shelf.instrument('harbour-declaration'))?.paragraphs).toHaveLength(5);
    expect(ids(s).filter((i) => i !== 'broken')).toEqual(['harbour-declaration']);
    rmSync(join(f.library, name));
    s.shelf.changed(f.uri(name));
    if (name !== 'a-twin.md') {
      await s.shelf.scanned();
      expect(s.shelf.problems()).toEqual([]);
    }
  });

  it('a declaration without a paragraph, when it is read', async () => {
    const f = folderWith({ 'empty.md': '---\nid: empty\ntitle: Empty\n---\n\n# Empty\n', 'harbour-declaration.md': HARBOUR });
    const s = f.start();
    await s.shelf.instrument('empty');
    expect(messages(s)).toEqual({ 'empty.md': 'no paragraph was recognised in it' });
  });

  it('a line of 50 MB, in no time', async () => {
    const f = folderWith({ 'harbour-declaration.md': HARBOUR, 'line.md': 'x '.repeat(25_000_000) });
    const s = f.start();
    const began = Date.now();
    await s.shelf.scanned();
    await s.shelf.load(['line', 'harbour-declaration']);
    expect(Date.now() - began).toBeLessThan(1500);
    expect(messages(s)).toEqual({ 'line.md': expect.stringMatching(/larger than 8 MB/) });
    expect(s.counted.read).toBeLessThan(8);
    expect(ids(s)).toEqual(['harbour-declaration']);
  });

  it('links that lead in a circle, or nowhere', async () => {
    const f = folderWith({ 'harbour-declaration.md': HARBOUR });
    mkdirSync(join(f.library, 'deeper'));
    symlinkSync(f.library, join(f.library, 'deeper', 'up'));
    symlinkSync(join(f.library, 'nowhere'), join(f.library, 'gone.md'));
    const s = f.start();
    await s.shelf.scanned();
    expect(ids(s)).toEqual(['harbour-declaration']);
    expect(s.shelf.problems()).toEqual([]);
  });

  it('a file that changes while it is read is read again', async () => {
    const f = folderWith({ 'text-1.md': text(1, 'First half, and') });
    const path = join(f.library, 'text-1.md');
    const node = nodeHost(() => {});
    let reads = 0;
    const s = f.start(undefined, undefined, {
      async read(uri) {
        const bytes = await node.read(uri);
        if (uri.endsWith('text-1.md') && ++reads === 1) appendFileSync(path, '\nthe second half, of the text.\n');
        return bytes;
      },
    });
    const read = await s.shelf.instrument('text-1');
    expect(read?.text).toBe(readFileSync(path, 'utf8'));
    expect(reads).toBe(2);
  });
});

describe('what comes, changes and goes', () => {
  it('is followed file by file', async () => {
    const f = folderWith(many(300));
    const s = f.start();
    await s.shelf.scanned();
    const before = { ...s.counted };
    f.write('text-0.md', text(1000), new Date());
    f.write('text-1000000.md', text(1_000_000), new Date());
    rmSync(join(f.library, 'text-2.md'));
    for (const name of ['text-0.md', 'text-1000000.md', 'text-2.md']) expect(s.shelf.changed(f.uri(name))).toBe(true);
    await s.shelf.scanned();
    expect(ids(s)).toHaveLength(300);
    expect(ids(s)).toContain('text-1000');
    expect(ids(s)).toContain('text-1000000');
    expect(ids(s)).not.toContain('text-0');
    expect(s.counted.start - before.start).toBe(2);
  });

  it('a folder that goes as a whole takes its texts along', async () => {
    const f = folderWith(many(3));
    const s = f.start();
    await s.shelf.scanned();
    expect(ids(s)).toHaveLength(3);
    rmSync(f.library, { recursive: true });
    expect(s.shelf.changed(f.uri('').replace(/\/$/, ''))).toBe(true);
    await s.shelf.scanned();
    expect(ids(s)).toEqual([]);
    expect(s.shelf.changed('file:///somewhere/else')).toBe(false);
  });

  it('a page is imported, once, and loads with its terms', async () => {
    const f = folderWith({ 'page.html': '<!doctype html><title>Page</title><p>x' });
    let imports = 0;
    const load: LoadReader = async () => ({
      read: async () => {
        imports++;
        return { title: 'Page of the Valley', markdown: 'The Parties will maintain a dialogue.\n' };
      },
    });
    for (let i = 0; i < 2; i++) {
      const s = f.start(undefined, load);
      const read = await s.shelf.instrument('page');
      expect([read?.title, read?.paragraphs.length, read?.uri]).toEqual(['Page of the Valley', 1, undefined]);
    }
    expect(imports).toBe(1);
    // Shown read-only under the scheme: opening it changes nothing.
    const s = f.start(undefined, load);
    await s.shelf.scanned();
    expect(s.shelf.holds('declaration:/page.md')).toBe(true);
    expect(s.shelf.touched('declaration:/page.md')).toBe(false);
    expect(s.shelf.holds(f.uri('page.html'))).toBe(false);
  });
});

describe('the index between sessions', () => {
  it('answers without a file being read', async () => {
    const f = folderWith(many(150));
    await f.start().shelf.scanned();
    expect(f.cached('index')).toHaveLength(1);
    const s = f.start({ changed: () => {} });
    await s.shelf.ready();
    expect(ids(s)).toHaveLength(150);
    expect(s.counted).toEqual({ read: 0, start: 0, stat: 0 });
    await s.shelf.scanned();
    expect(s.counted).toEqual({ read: 0, start: 0, stat: 0 });
  });

  it('is not believed where a file changed, and says so when it has looked', async () => {
    const f = folderWith(many(150));
    await f.start().shelf.scanned();
    f.write('text-7.md', text(7007), new Date());
    rmSync(join(f.library, 'text-8.md'));
    let told = 0;
    const s = f.start({ changed: () => told++ });
    await s.shelf.ready();
    expect(ids(s)).toContain('text-8');
    await s.shelf.scanned();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toBe(1);
    expect(ids(s)).toHaveLength(149);
    expect(ids(s)).toContain('text-7007');
  });

  it.each([
    ['cut short', (b: Buffer) => b.subarray(0, b.length / 2)],
    ['cut to nothing', () => Buffer.alloc(0)],
    ['garbage', () => Buffer.from(`${'\u0000\uFFFF{'.repeat(1000)}\n{}`)],
    ['of another version', (b: Buffer) => Buffer.from(b.toString().replace(/index \d+/, 'index 999'))],
    ['with one letter changed', (b: Buffer) => Buffer.from(b.toString().replace('Valley', 'Volley'))],
  ])('is made again when it is %s', async (_, damage) => {
    const f = folderWith(many(120));
    await f.start().shelf.scanned();
    const [file] = f.cached('index') as [string];
    const good = readFileSync(file);
    writeFileSync(file, damage(good));
    const s = f.start();
    await s.shelf.scanned();
    expect(ids(s)).toHaveLength(120);
    expect(s.shelf.library().head('text-5')?.title).toBe('Valley Declaration 5');
    expect(readFileSync(file)).toEqual(good);
  });

  it('is whole when two write it at once', async () => {
    const f = folderWith(many(200));
    await Promise.all([1, 2, 3].map(() => f.start().shelf.scanned()));
    expect(f.cached('index')).toHaveLength(1);
    const s = f.start();
    await s.shelf.scanned();
    expect(s.counted.start).toBe(0);
  });

  it('keeps what was seen when the look is cancelled', async () => {
    const f = folderWith(many(600));
    let seen = 0;
    const node = nodeHost(() => {});
    const slow = async (uri: string) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return node.stat?.(uri);
    };
    const report = (n: number) => {
      seen = n;
    };
    const events = { changed() {}, progress: () => ({ report, end() {}, cancelled: true }) };
    const s = f.start(events, undefined, { stat: slow });
    await s.shelf.scanned();
    expect(ids(s)).toHaveLength(seen);
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(600);
  });
});

it('what an editor opens while the folders are looked through for the first time is what the editor has', async () => {
  const f = folderWith({ 'text-1.md': text(1) });
  const open = new Map<string, string>();
  const node = nodeHost(() => {});
  const { own: _own, cache: _cache, ...host } = node;
  const slow: Host = {
    ...host,
    async start(uri, n) {
      const bytes = await node.start?.(uri, n);
      await new Promise((resolve) => setTimeout(resolve, 30));
      return bytes;
    },
  };
  const shelf = createShelf(slow, [], (uri) => open.get(uri));
  shelf.folders([pathToFileURL(f.path).href], []);
  const scanned = shelf.scanned();
  await new Promise((resolve) => setTimeout(resolve, 15));
  open.set(f.uri('text-1.md'), text(2));
  shelf.touched(f.uri('text-1.md'));
  await scanned;
  expect(shelf.library().heads.map((h) => h.id)).toEqual(['text-2']);
  expect((await shelf.at(f.uri('text-1.md')))?.text).toBe(text(2));
});

describe('instruments that were read', () => {
  const loaded = (shelf: { library(): { loaded: readonly { id: string }[] } }) => shelf.library().loaded.map((i) => i.id);

  it('leave memory when others were needed since, but for those that open documents cite', async () => {
    const f = folderWith(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`text-${i}.md`, `${text(i)}\n<!-- ${'x'.repeat(40_000)} -->\n`])));
    const { own: _own, ...host } = { ...nodeHost(() => {}), cache: nodeCache(join(f.path, 'cache')) };
    const shelf = createShelf(host, [], () => undefined, undefined, undefined, 100_000);
    shelf.folders([pathToFileURL(f.path).href], []);
    await shelf.scanned();
    for (let i = 0; i < 60; i++) await shelf.load([`text-${i}`], new Set(['text-3']));
    expect(loaded(shelf)).toContain('text-3');
    expect(loaded(shelf)).toContain('text-59');
    expect(loaded(shelf)).not.toContain('text-4');
    // Those of the last loads stay, whatever their size: whoever asked for them may not have read with them yet.
    expect(loaded(shelf).length).toBeLessThan(36);
    const { revision } = shelf.library();
    expect(await shelf.load(['text-4'])).toBe(true);
    expect(shelf.library().get('text-4')?.id).toBe('text-4');
    expect(shelf.library().revision).toBeGreaterThan(revision);
  });

  it('stay in a library that is small', async () => {
    const f = folderWith(many(20));
    const { shelf } = f.start();
    await shelf.scanned();
    await shelf.load(['text-3']);
    for (let i = 0; i < 40; i++) await shelf.load(['text-5']);
    expect(loaded(shelf)).toHaveLength(20);
  });
});
