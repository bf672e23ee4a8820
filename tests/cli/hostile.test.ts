/** A library of hostile files, read by the real command line in a process with little memory: each is named with its reason, all others are read. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BuildOptions, build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'lens-hostile-'));
const library = join(folder, 'declarations');
const bundle = join(folder, 'bundle');

beforeAll(async () => {
  const { esbuildDeclarations } = await import('../../scripts/bundled.mjs' as string);
  const common: BuildOptions = { bundle: true, plugins: [esbuildDeclarations], define: { VERSION: '"test"' }, logLevel: 'error' };
  await build({ ...common, entryPoints: { cli: 'server/src/cli.ts' }, outdir: bundle, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] });
  const readers = Object.fromEntries(['html', 'docx', 'pdf', 'akn'].map((kind) => [kind, `server/src/import/${kind}.ts`]));
  await build({
    ...common,
    entryPoints: readers,
    outdir: join(bundle, 'readers'),
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    splitting: true,
    external: ['fs', 'path', 'canvas', 'node:*'],
  });
  mkdirSync(library);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const beacon = (id: string, front = '') =>
  `---\nid: ${id}\ntitle: ${id[0]?.toUpperCase()}${id.slice(1)} Accord\n${front}---\n\n1. The Parties will maintain the ${id} beacon.\n`;
const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const aliases = `a0: &a0 [x, x, x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]\n`).join('')}`;

/** A PDF of empty pages. */
function pages(count: number): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, i) => `${i + 3} 0 R`).join(' ')}] >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'),
  ];
  let out = '%PDF-1.4\n';
  const rows = objects.map((o, i) => {
    const row = `${String(out.length).padStart(10, '0')} 00000 n \n`;
    out += `${i + 1} 0 obj\n${o}\nendobj\n`;
    return row;
  });
  const size = objects.length + 1;
  return `${out}xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF`;
}

const BAD: Readonly<Record<string, readonly [string | Uint8Array, RegExp]>> = {
  'bomb.docx': [zipSync({ 'word/document.xml': new Uint8Array(64 << 20) }, { level: 1 }), /^the text of the Word document is larger than 32 MB$/],
  'cut.docx': [zipSync({ 'word/document.xml': strToU8('<w/>'.repeat(999)) }).subarray(0, 60), /^the archive is damaged$/],
  'laughs.xml': [`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "l">${laughs}]><akomaNtoso><p>&l9;</p></akomaNtoso>`, /declares entities/],
  'outside.xml': ['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&x;</p></akomaNtoso>', /declares entities/],
  'deep.xml': [`<akomaNtoso>${'<p>'.repeat(100_000)}`, /nested deeper than 2000/],
  'pages.pdf': [pages(2000), /^the PDF has 2000 pages, more than 1000$/],
  'line.md': [new Uint8Array(50 << 20).fill(120), /^it is larger than 8 MB, longer than any declaration$/],
  'line.html': [Buffer.concat([Buffer.from('<!doctype html><p>'), Buffer.alloc(50 << 20, 'x ')]), /^the page is larger than 8 MB/],
  'lines.md': ['1. x\n'.repeat(300_000), /^it has more than 60000 lines, more than any declaration$/],
  'zero.md': ['\0'.repeat(5000), /^it is no text: it holds zero bytes$/],
  'aliases.md': [beacon('aliases', aliases), /^front matter: .*alias/],
  'deep-yaml.md': [beacon('deep-yaml', `x: ${'['.repeat(9000)}\n`), /^front matter: \S/],
  'latin.md': [Buffer.from(beacon('latin').replace('beacon', 'phare de la Réunion'), 'latin1'), /^not all of it is UTF-8/],
  'terms.md': [beacon('terms'), /^terms file: \S/],
  'twin.md': [beacon('good'), /^the id “good” is already that of good\.md$/],
  'empty.md': ['', /^no paragraph was recognised in it$/],
};
/** What is wrong with these shows only behind their first lines. The last cannot be read at all. */
const WHEN_READ = ['latin.md', 'terms.md', 'empty.md', 'lines.md'];
const GOOD: Readonly<Record<string, string | Uint8Array>> = {
  'good.md': beacon('good'),
  'deep.html': `<!doctype html><title>deep</title>${'<div>'.repeat(100_000)}<p>The Parties will maintain the deep beacon.</p>`,
  'new\nline.md': beacon('new-line'),
  'a 🚀 flies.md': beacon('rocket'),
  'per%cent%20?#.md': beacon('percent'),
  'sixteen.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(beacon('sixteen'), 'utf16le')]),
  'alias-1.md': beacon('alias-1', 'aliases: [The Pact]\n'),
  'alias-2.md': beacon('alias-2', 'aliases: [The Pact]\n'),
  'prototype.md': beacon('prototype', '__proto__: {id: other}\nconstructor: 1\nparties: 7\ndate: [1]\n'),
  'folder.md/inside.md': beacon('inside'),
  'piped.md': beacon('piped'),
};

const run = async (...args: readonly string[]) => {
  const began = Date.now();
  const env = { ...process.env, DECLARATION_LENS_CACHE: join(folder, 'cache'), DECLARATION_LENS_LIBRARY: join(folder, 'none') };
  const child = promisify(execFile)(process.execPath, ['--max-old-space-size=256', join(bundle, 'cli.js'), ...args], {
    cwd: folder,
    env,
    timeout: 60_000,
    maxBuffer: 1 << 26,
  });
  const { stdout, stderr, code } = await child.then(
    (r) => ({ ...r, code: 0 }),
    (e: { stdout: string; stderr: string; code: number }) => e,
  );
  // Said by pdf.js of a runtime that it runs in all the same; the build leaves it out.
  const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Warning: Please use the `legacy` build'));
  return { out: stdout, said, code, took: Date.now() - began };
};

it.skipIf(process.platform === 'win32')(
  'a library of hostile files is read in bounded time and memory, each bad one named in one line, and the others are there',
  async () => {
    mkdirSync(join(library, 'folder.md'));
    for (const [name, content] of [...Object.entries(BAD).map(([n, [c]]) => [n, c] as const), ...Object.entries(GOOD)]) {
      writeFileSync(join(library, name), content);
      utimesSync(join(library, name), 1, 1_500_000_000);
    }
    writeFileSync(join(library, 'terms.terms.yaml'), 'terms: [\n- {');
    execFileSync('mkfifo', [join(library, 'pipe.md'), join(library, 'piped.terms.yaml')]);
    symlinkSync(library, join(library, 'loop'));
    symlinkSync('around', join(library, 'around'));
    symlinkSync('/dev/zero', join(library, 'endless.md'));
    writeFileSync(join(folder, 'brief.md'), 'The Good Accord, para. 9, says so.\n');

    const checked = await run('check', 'brief.md', '--format', 'json');
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.out).documents[0].findings).toHaveLength(1);
    const reasonsOf = (said: readonly string[]) => {
      const reasons = said.map((line) => [/declarations\/(.*?): /.exec(line)?.[1], line.replace(/^.*?declarations\/.*?: /, '')] as const);
      expect(new Set(reasons.map(([name]) => name)).size).toBe(said.length);
      return Object.fromEntries(reasons);
    };
    const expected = (names: readonly string[]) => Object.fromEntries(names.map((n) => [n, expect.stringMatching((BAD[n] as readonly [unknown, RegExp])[1])]));
    const known = Object.keys(BAD).filter((n) => !WHEN_READ.includes(n));
    expect(reasonsOf(checked.said)).toEqual(expected(known));
    // A text is read when it is asked for, and not before.
    const read = await run('instrument', ...WHEN_READ.map((n) => n.replace('.md', '')));
    expect(read.code).toBe(2);
    expect(reasonsOf(read.said.filter((line) => !line.includes('no known declaration')))).toEqual(expected(Object.keys(BAD)));
    expect(checked.took).toBeLessThan(45_000);

    const found = JSON.parse((await run('find', 'beacon', '--format', 'json', '--most', '50')).out);
    const ids = new Set(found.hits.map((h: { id: string }) => h.id));
    expect([...ids].sort()).toEqual([
      'alias-1',
      'alias-2',
      'aliases',
      'deep',
      'deep-yaml',
      'good',
      'inside',
      'new-line',
      'percent',
      'piped',
      'prototype',
      'rocket',
      'sixteen',
      'terms',
    ]); // prettier-ignore
  },
  120_000,
);

it('the same files named on the command line end in one line and exit code 2', async () => {
  for (const name of ['bomb.docx', 'pages.pdf', 'lines.md']) {
    writeFileSync(join(folder, name), BAD[name]?.[0] ?? '');
    const { code, said, out } = await run('instrument', name);
    expect([name, code, out, said]).toEqual([name, 2, '', [expect.stringMatching(new RegExp(`^declaration-lens: ${name}: \\S`))]]);
  }
}, 60_000);
