import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Folder, folderOf } from './run.ts';

let folder: Folder | undefined;
afterEach(() => folder?.remove());

describe('find', () => {
  it('prints the paragraph, its place, and some words of it', async () => {
    folder = folderOf({});
    const { code, out } = await folder.run('find pilot reports');
    expect(code).toBe(0);
    expect(out).toMatch(/^Harbour Declaration, paragraph 5\n {2}\S+harbour-declaration\.md:18:\d+\n {2}.*pilot reports/);
    const json = JSON.parse((await folder.run('find pilot reports --format json')).out);
    expect(json).toMatchObject({ version: 1, query: 'pilot reports', matching: 1, hits: [{ id: 'harbour-declaration', paragraph: '5', line: 18 }] });
    expect(await folder.run('find whales')).toEqual({ code: 1, out: '', err: '' });
    expect((await folder.run('find')).code).toBe(2);
    expect((await folder.run('find pilot --most none')).err).toMatch(/--most/);
  });
});

describe('import', () => {
  const PAGE =
    '<!doctype html><html><head><title>Lake Statement</title></head><body><article><h1>Lake Statement</h1><p>Iceland will publish its charts.</p></article></body></html>';
  it('writes the file whole, and over none unless told to', async () => {
    folder = folderOf({ 'page.html': PAGE });
    expect(await folder.run('import page.html --output lake.md')).toEqual({ code: 0, out: '', err: '' });
    const text = readFileSync(join(folder.path, 'lake.md'), 'utf8');
    expect(text).toMatch(/^---\nid: lake-statement\n[\s\S]*Iceland will publish its charts\.\n$/);
    expect(text).toBe((await folder.run('import page.html')).out);
    expect(await folder.run('import page.html --output lake.md --title Other')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/lake\.md: is there already/),
    });
    expect(readFileSync(join(folder.path, 'lake.md'), 'utf8')).toBe(text);
    expect((await folder.run('import page.html --output lake.md --title Other --force')).code).toBe(0);
    expect(readFileSync(join(folder.path, 'lake.md'), 'utf8')).toMatch(/title: Other/);
    mkdirSync(join(folder.path, 'sub'));
    expect((await folder.run('import page.html --output sub --force')).err).toMatch(/is a directory/);
    expect((await folder.run('import page.html --output nowhere/x.md')).err).toMatch(/no such file/);
    expect(readdirSync(folder.path).filter((n) => n.includes('tmp'))).toEqual([]);
  });

  it('is not needed where a page lies among the declarations', async () => {
    folder = folderOf({
      'declarations/page.html': PAGE,
      'brief.md': 'The Lake Statement is short. See para. 9 of the Lake Statement.\n',
      'declarations/bad.docx': 'no',
    });
    const { out, err } = await folder.run('check brief.md');
    expect(out).toMatch(/unknown-paragraph/);
    expect(err).toMatch(/bad\.docx: this is not a Word document/);
    expect(err.split('\n').filter((l) => l.includes('bad.docx'))).toHaveLength(1);
  });
});
