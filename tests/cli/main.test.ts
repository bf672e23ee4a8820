import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/src/checks/index.ts';
import { type Folder, folderOf } from './run.ts';

const BRIEF = 'The Harbour Declaration says much. It made the JHC (Harbour Declaration, para. 2).\n';
let folder: Folder;
const inFolder = (files: Parameters<typeof folderOf>[0]) => {
  folder = folderOf(files);
  return folder;
};
afterEach(() => folder?.remove());

it('says what of a config file is not understood, and goes on', async () => {
  const config = { checks: { misquotatoin: 'off', 'wrong-actor': 'loud' }, chekcs: {}, highlight: { term: true }, instruments: ['nobody'] };
  const f = inFolder({
    'a.md': BRIEF,
    'c.json': JSON.stringify(config),
    'good.yaml': 'checks: { undefined-acronym: hint }\ninstruments: [harbour-declaration]\n',
  });
  const { code, err } = await f.run('check a.md --config c.json');
  expect(code).toBe(0);
  expect(err.trimEnd().split('\n')).toEqual([
    'declaration-lens: c.json: there is no setting “chekcs”',
    'declaration-lens: c.json: there is no setting “highlight.term”',
    'declaration-lens: c.json: there is no check “misquotatoin”',
    'declaration-lens: c.json: checks.wrong-actor is error, warning, information, hint, off, default, not “loud”',
    'declaration-lens: c.json: no declaration has the id “nobody”, which is among instruments',
  ]);
  expect((await f.run('check a.md --config good.yaml')).err).toBe('');
});

it('reads settings as an editor’s file has them', async () => {
  const f = inFolder({
    'a.md': 'The Harbour Declaration says the JHC “will meet three times each year and will publish its minutes” (para. 4).\n',
    'c.json': '{"declarationLens.checks.misquotation": "off", "declarationLens.highlight.terms": false}',
    'd.json': '{"declarationLens": {"checks": {"misquotation": "off"}}}',
  });
  expect((await f.run('check a.md')).code).toBe(1);
  for (const file of ['c.json', 'd.json']) expect(await f.run(`check a.md --config ${file}`)).toMatchObject({ code: 0, err: '' });
});

it('imports text as Markdown with front matter that can be corrected', async () => {
  const f = inFolder({ 'charter.txt': 'THE BERGEN CHARTER\n\nThe Parties shall maintain open berths.\n', 'broken.md': '---\ntitle: "x\n---\n\nText.\n' });
  const { code, out, err } = await f.run('import charter.txt --date 2019-05-04 --id bergen');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    /^---\nid: bergen\ntitle: The Bergen Charter\naliases: \[\]\n[\s\S]*date: "?2019-05-04"?\n---\n\nTHE BERGEN CHARTER\n\nThe Parties shall/,
  );
  expect((await f.run('import broken.md')).err).toContain('broken.md: front matter: ');
});

it('a text without front matter is cited by the title that stands above it, not by the name of its file', async () => {
  const f = inFolder({
    'declarations/bergen.txt': 'BERGEN HARBOUR CHARTER\n\n1. Iceland and Norway will maintain open berths for the ferries of both nations.\n',
    'a.md': 'We met in Bergen. The Bergen Harbour Charter says they “will maintain closed berths for the ferries of both nations” (para. 1).\n',
  });
  const { out } = await f.run('annotate a.md');
  expect(JSON.parse(out).documents[0].citations[0]).toMatchObject({ text: 'Bergen Harbour Charter', instrument: 'bergen' });
  expect((await f.run('check a.md')).out).toContain('(Bergen Harbour Charter, para. 1)');
});

describe('the command line', () => {
  it('prints its version and help, and help for every command', async () => {
    const f = inFolder({});
    expect(await f.run('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    const { out } = await f.run('--help');
    const names = [...out.matchAll(/^ {2}(\w+) {2}/gm)].map((m) => m[1] as string);
    expect(names).toEqual(expect.arrayContaining(['annotate', 'check', 'instrument', 'acronyms', 'report', 'explain', 'lsp']));
    for (const name of names)
      expect(await f.run(`${name} --help`)).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`declaration-lens ${name}`) });
  });

  it.each([
    ['annotate nowhere.md', 'nowhere.md: no such file or directory'],
    ['check', 'check: name a file or a folder'],
    ['check --format pdf a.md', '--format is text, json, sarif, github, not “pdf”'],
    ['check --nonsense', "Unknown option '--nonsense' (see: declaration-lens check --help)"],
    ['check --formta json a.md', "Unknown option '--formta' (“--format”?)"],
    ['frobnicate', 'there is no command “frobnicate” (see'],
    ['chekc a.md', 'there is no command “chekc” (“check”?)'],
    ['help chekc', 'there is no command “chekc” (“check”?)'],
    ['explain misquotatoin', '(“misquotation”?)'],
    ['check . --config list.json', 'list.json: the settings are no mapping'],
    ['import picture.png', 'picture.png: this kind of file is not read'],
    ['import empty.md', 'empty.md: the file is empty'],
    ['import picture.png --date tomorrow', '--date is a day as 2023-04-26, not “tomorrow”'],
    ['check . --library nowhere', 'nowhere: no such file or directory'],
    ['check . --config nowhere.json', 'nowhere.json: no such file or directory'],
    ['check . --config broken.json', 'broken.json: '],
    ['instrument nobody', 'nobody: no file and no known declaration of this name'],
    ['annotate picture.png', 'picture.png: this kind of file is not read'],
    ['explain nonsense', 'there is no check “nonsense”'],
    ['lsp', 'lsp speaks over standard input and output'],
  ])('answers “%s” with one line and exit code 2', async (args, says) => {
    const f = inFolder({ 'a.md': BRIEF, 'empty.md': '', 'picture.png': 'x', 'broken.json': '{"a": [', 'list.json': '[1]' });
    const { code, out, err } = await f.run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('explains every check that has a page, and lists them all', async () => {
    const f = inFolder({});
    const { out } = await f.run('explain');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((l) => l.split(' ')[0]),
    ).toEqual(CHECKS.map((c) => c.id));
    expect((await f.run('explain misquotation')).out).toMatch(/^# /);
  });
});

describe('annotate', () => {
  it('prints one object a document, in the order of the paths', async () => {
    const f = inFolder({ 'b/two.md': BRIEF, 'b/one.txt': 'Nothing here.\n', 'a.md': BRIEF });
    const { code, out } = await f.run('annotate b a.md');
    const { version, documents } = JSON.parse(out);
    expect({ code, version }).toEqual({ code: 0, version: 1 });
    expect(documents.map((d: { path: string }) => d.path)).toEqual([join('b', 'one.txt'), join('b', 'two.md'), 'a.md']);
    const lines = (await f.run('annotate b a.md --format ndjson')).out.trimEnd().split('\n');
    expect(lines.map((l) => JSON.parse(l))).toEqual(documents);
  });

  it('answers line for line, with errors in their place', async () => {
    const f = inFolder({});
    const lines = [{ path: 'a.md', text: BRIEF }, 7, { path: 'b.md' }, { path: 'c.xyz', text: '' }, { path: 'c.xyz', text: '', language: 'latex' }];
    const { code, out } = await f.run('annotate --stdin-ndjson', `${lines.map((l) => JSON.stringify(l)).join('\n')}\n{"path":\n`);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(code).toBe(2);
    expect(answers.map((a) => [a.path, a.error ?? a.language])).toEqual([
      ['a.md', 'markdown'],
      [null, 'not a JSON object'],
      ['b.md', 'no "text"'],
      ['c.xyz', 'this kind of file is not read'],
      ['c.xyz', 'latex'],
      [null, 'not a JSON object'],
    ]);
  });

  it('keeps a byte order mark and CRLF in the offsets', async () => {
    const text = `\uFEFF${BRIEF.replace(/ says/, '\r\nsays')}`;
    const f = inFolder({ 'a.md': text });
    const [d] = JSON.parse((await f.run('annotate a.md')).out).documents;
    for (const x of [...d.citations, ...d.terms]) expect(text.slice(x.start, x.end).replace(/\s+/g, ' ')).toBe(x.text.replace(/\s+/g, ' '));
  });

  it('says that a file is no UTF-8, and reads what it can', async () => {
    const f = inFolder({ 'a.md': Uint8Array.from([0x48, 0x69, 0xff, 0xfe, 0x0a, 0x00]) });
    const { code, out, err } = await f.run('annotate a.md');
    expect(code).toBe(0);
    expect(JSON.parse(out).documents).toHaveLength(1);
    expect(err).toBe('declaration-lens: a.md: not all of it is UTF-8; what is not was read as U+FFFD\n');
  });

  it('names a file that it may not read and goes on', async () => {
    const f = inFolder({ 'a.md': BRIEF, 'b.md': BRIEF });
    chmodSync(join(f.path, 'a.md'), 0);
    const { code, out, err } = await f.run('annotate .');
    // The superuser may read everything.
    if (process.getuid?.() === 0) return expect(code).toBe(0);
    expect({ code, n: JSON.parse(out).documents.length, err }).toEqual({ code: 2, n: 1, err: 'declaration-lens: a.md: permission denied\n' });
  });
});

describe('directories', () => {
  it('are walked as git sees them: nested ignore files, exceptions, no links in circles', async () => {
    const f = inFolder({
      '.git/HEAD': 'x',
      '.gitignore': 'build/\n*.txt\n!keep.txt\n',
      'a.md': BRIEF,
      'notes.txt': BRIEF,
      'keep.txt': BRIEF,
      'build/b.md': BRIEF,
      'sub/.gitignore': 'c.md\n',
      'sub/c.md': BRIEF,
      'sub/d.md': BRIEF,
      'node_modules/x/readme.md': BRIEF,
    });
    mkdirSync(join(f.path, 'loop'));
    symlinkSync(f.path, join(f.path, 'loop', 'back'));
    const paths = async (args: string) => JSON.parse((await f.run(args)).out).documents.map((d: { path: string }) => d.path);
    expect(await paths('annotate .')).toEqual(['a.md', 'keep.txt', join('sub', 'd.md')]);
    expect(await paths('annotate sub')).toEqual([join('sub', 'd.md')]);
    // A file that is named is read, whatever git thinks of it.
    expect(await paths('annotate notes.txt')).toEqual(['notes.txt']);
  });
});

describe('instrument', () => {
  it('reads a file or an id, as data and as a table', async () => {
    const f = inFolder({});
    const byId = JSON.parse((await f.run('instrument harbour-declaration')).out).instruments[0];
    const byFile = JSON.parse((await f.run('instrument declarations/harbour-declaration.md --id other --language fr')).out).instruments[0];
    expect(byId.paragraphs.map((p: { label: string }) => p.label)).toEqual(['1', '2', '3', '4', '5']);
    expect(byFile).toMatchObject({ id: 'other', paragraphs: byId.paragraphs });
    const csv = (await f.run('instrument harbour-declaration --format csv')).out;
    expect(csv.split('\r\n')[0]).toBe('instrument,paragraph,actors,beneficiary,force,verb,hedges,condition,text');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(byId.commitments.length + 1);
    const markdown = (await f.run('instrument harbour-declaration --format markdown')).out;
    expect(markdown.trimEnd().split('\n')).toHaveLength(byId.commitments.length + 4);
  });
});

describe('acronyms', () => {
  it('answers line for line', async () => {
    const f = inFolder({});
    const { code, out } = await f.run('acronyms --stdin-ndjson', '{"id":"1","text":"The Joint Harbour Council (JHC) met."}\nnonsense\n');
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(Object.keys(first)).toEqual(['id', 'short', 'long', 'pairs']);
    expect({ code, second }).toEqual({ code: 2, second: { id: null, error: 'not a JSON object' } });
  });
});
