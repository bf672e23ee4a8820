import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInLibrary } from '../server/src/find.ts';
import { countWords, isNear, packWords, unpackWords } from '../server/src/find-words.ts';
import { runs } from './properties.ts';
import { folderWith, many, text } from './support/folder.ts';
import { HARBOUR } from './support/world.ts';

type Started = ReturnType<ReturnType<typeof folderWith>['start']>;
const found = async ({ shelf }: Started, query: string) => (await findInLibrary(shelf, query)).hits.map((h) => `${h.instrument} ${h.paragraph}`).sort();

describe('a search through all texts', () => {
  it('finds paragraphs by all words, reading only what has them, and loads nothing', async () => {
    const f = folderWith({ ...many(60), 'harbour-declaration.md': HARBOUR });
    const s = f.start();
    const { hits, matching, read } = await findInLibrary(s.shelf, 'closures of the strait');
    expect(hits.map((h) => [h.instrument, h.paragraph])).toEqual([['harbour-declaration', '3']]);
    expect([matching, read]).toEqual([1, 1]);
    expect(hits[0]?.source.text.slice(hits[0].span.start, hits[0].span.end)).toMatch(/^(?:closure|strait)$/);
    expect(s.shelf.library().loaded).toEqual([]);
    expect((await findInLibrary(s.shelf, 'maintain pilotage', () => true)).hits).toEqual([]);
    expect((await findInLibrary(s.shelf, ' … ')).hits).toEqual([]);
  });
});

describe('the index of words', () => {
  const folder = () =>
    folderWith({ ...many(120), 'harbour-declaration.md': HARBOUR, 'a\nname.md': text(900, 'Odd names are searched like others, buoys and all.') });

  it('finds what a scan of all texts finds, and reads no others', async () => {
    const f = folder();
    const queries = [
      'closures of the strait',
      'dialogue number 17',
      'pilotage',
      'mainta',
      'buoy',
      'harbour declaration pilots',
      'nowhere',
      'Joint Harbour Council',
    ];
    const scanned = f.start();
    const expected = await Promise.all(queries.map((q) => found(scanned, q)));
    expect(f.cached('words')).toEqual([]);
    expect(expected[0]).toEqual(['harbour-declaration 3']);
    await scanned.shelf.indexed();
    expect(f.cached('words').length).toBeGreaterThan(1);
    for (const s of [scanned, f.start()]) expect(await Promise.all(queries.map((q) => found(s, q)))).toEqual(expected);
    const later = f.start();
    await later.shelf.scanned();
    const { read } = later.counted;
    await found(later, 'closures of the strait');
    expect(later.counted.read - read).toBe(1);
  });

  it('forgives a letter in a long word', async () => {
    const f = folder();
    const s = f.start();
    await s.shelf.indexed();
    expect(await found(s, 'clossure of the straits')).toEqual(['harbour-declaration 3']);
  });

  it('follows a change, and writes only the piece with the file', async () => {
    const f = folder();
    const s = f.start();
    await s.shelf.indexed();
    const before = new Map(f.cached('words').map((p) => [p, readFileSync(p)]));
    f.write('text-5.md', text(5, 'Lanterns are lit at dusk.'), new Date('2021-01-01'));
    rmSync(join(f.library, 'text-6.md'));
    s.shelf.changed(f.uri('text-5.md'));
    s.shelf.changed(f.uri('text-6.md'));
    expect(await found(s, 'lanterns')).toEqual(['text-5 1']);
    expect(await found(s, 'dialogue number 5')).not.toContain('text-5 1');
    expect(await found(s, 'dialogue number 6')).not.toContain('text-6 1');
    const { read } = s.counted;
    await s.shelf.indexed();
    expect(s.counted.read - read).toBe(1);
    expect(f.cached('words').filter((p) => !before.get(p)?.equals(readFileSync(p)))).toHaveLength(1);
    expect(await found(s, 'lanterns')).toEqual(['text-5 1']);
  });

  it.each([
    ['cut short', (b: Buffer) => b.subarray(0, b.length / 2)],
    ['cut to nothing', () => Buffer.alloc(0)],
    ['garbage', (b: Buffer) => Buffer.alloc(b.length, 7)],
    ['of another version', (b: Buffer) => Buffer.from(b.toString('latin1').replace(/words \d+/, 'words 0'), 'latin1')],
    ['with one byte changed', (b: Buffer) => Buffer.concat([b.subarray(0, -1), Buffer.from([(b.at(-1) ?? 0) ^ 1])])],
  ])('is scanned around, and made again, where a piece is %s', async (_, damage) => {
    const f = folder();
    await f.start().shelf.indexed();
    const good = new Map(f.cached('words').map((p) => [p, readFileSync(p)]));
    for (const [p, bytes] of good) writeFileSync(p, damage(bytes));
    const s = f.start();
    expect(await found(s, 'closures of the strait')).toEqual(['harbour-declaration 3']);
    await s.shelf.indexed();
    for (const [p, bytes] of good) expect(readFileSync(p).equals(bytes)).toBe(true);
  });

  it('is whole when two windows make it at once', async () => {
    const f = folder();
    await Promise.all([1, 2, 3].map(() => f.start().shelf.indexed()));
    const s = f.start();
    await s.shelf.indexed();
    expect(await found(s, 'closures of the strait')).toEqual(['harbour-declaration 3']);
    expect(f.cached('words').filter((p) => p.endsWith('.tmp'))).toEqual([]);
  });

  it('lets everything else have its turn while it is made', async () => {
    const f = folderWith(
      Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`text-${i}.md`, text(i, 'The Parties will maintain dialogue on pilotage. '.repeat(400))])),
    );
    const s = f.start();
    await s.shelf.scanned();
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const began = performance.now();
    await s.shelf.indexed();
    const took = performance.now() - began;
    clearInterval(beat);
    expect(longest).toBeLessThan(Math.max(150, took / 3));
  });

  it('is not made for few files, nor where there is no place for it', async () => {
    const f = folderWith(many(20));
    await f.start().shelf.indexed();
    const g = folder();
    const s = g.start(undefined, undefined, { cache: undefined });
    await s.shelf.indexed();
    expect([f.cached('words'), g.cached('words')]).toEqual([[], []]);
    expect(await found(s, 'closures of the strait')).toEqual(['harbour-declaration 3']);
  });
});

describe('words of some files, packed', () => {
  const counts = fc.array(fc.dictionary(fc.stringMatching(/^[a-zé0-9가-힣]{1,12}$/u), fc.integer({ min: 1, max: 100_000 })), { maxLength: 200 });

  it('are unpacked as they were', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const files = all.map((_, i) => ({ uri: `file:///${i}\n.md`, stamp: `${i} 0` }));
        const maps = all.map((c) => new Map(Object.entries(c)));
        const words = unpackWords(packWords(files, maps));
        expect(words?.files).toEqual(files);
        expect(words?.counts().map((c) => new Map([...c].sort()))).toEqual(maps.map((c) => new Map([...c].sort())));
        for (const w of maps.flatMap((m) => [...m.keys()]).slice(0, 20)) {
          expect(words?.terms(w, false).map((n) => words.term(n))).toEqual([w]);
          expect(words?.terms(w.slice(0, 1), true).map((n) => words.term(n))).toContain(w);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  it('are nothing when cut short, wherever', () => {
    const whole = packWords([{ uri: 'a', stamp: '1' }], [countWords('the harbours and the harbour of the free')]);
    expect(unpackWords(whole)?.counts()).toEqual([
      new Map([
        ['and', 1],
        ['free', 1],
        ['harbour', 2],
        ['of', 1],
        ['the', 3],
      ]),
    ]); // prettier-ignore
    for (let n = 0; n < whole.length; n++) expect(unpackWords(whole.subarray(0, n))).toBeUndefined();
  });

  it.each([
    ['strait', 'strait', true],
    ['strait', 'straits', true],
    ['strait', 'trait', true],
    ['strait', 'streit', true],
    ['strait', 'stairt', false],
    ['strait', 'strai', true],
    ['strait', 'straight', false],
  ])('%s and %s are near: %s', (a, b, near) => {
    expect(isNear(a, b)).toBe(near);
    expect(isNear(b, a)).toBe(near);
  });
});
