import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columns } from '../../server/src/cli/text.ts';
import { type Folder, folderOf } from './run.ts';

const BRIEF = [
  'It says that “The JHC will meet thrice each year” (Harbour Declaration, para. 4).',
  '',
  '항구는 깊다. See Harbour Declaration, para. 12.',
  '',
].join('\n');
let folder: Folder;
beforeAll(() => {
  folder = folderOf({
    'a brief, 100%.md': BRIEF,
    'sub/quiet.md': 'The Harbour Declaration is short.\n',
    'loud.json': '{"checks": {"unknown-paragraph": "error", "misquotation": "off"}}',
  });
});
afterAll(() => folder.remove());

describe('check', () => {
  it('draws carets under the prose, wide letters counted as terminals do, and sums up', async () => {
    const { code, out } = await folder.run('check .');
    expect(code).toBe(1);
    const lines = out.split('\n');
    const at = lines.findIndex((l) => l.includes('^ unknown-paragraph'));
    const [prose, carets] = [lines[at - 1] as string, lines[at] as string];
    expect(prose).toContain('항구는 깊다');
    expect(columns(prose.slice(0, prose.indexOf('para. 12')))).toBe(columns(/^ */.exec(carets)?.[0] ?? ''));
    expect(/\^+/.exec(carets)?.[0]).toHaveLength('para. 12'.length);
    expect(lines.at(-2)).toBe('2 findings in 1 of 2 files: 2 warnings.');
  });

  it('has exit codes by level, and settings from a file', async () => {
    expect((await folder.run('check sub')).code).toBe(0);
    expect((await folder.run('check . --fail-on error')).code).toBe(0);
    expect((await folder.run('check . --fail-on never')).code).toBe(0);
    const { code, out } = await folder.run('check . --fail-on error --config loud.json');
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('1 finding in 1 of 2 files: 1 error.') });
  });

  it('prints JSON with offsets, lines and fixes', async () => {
    const { documents } = JSON.parse((await folder.run('check . --format json')).out);
    const finding = documents[0].findings.find((f: { check: string }) => f.check === 'unknown-paragraph');
    expect(finding).toMatchObject({ line: 3, severity: 'warning' });
    expect(BRIEF.slice(finding.start, finding.end)).toBe('para. 12');
    expect(finding.fixes[0].edits[0]).toMatchObject({ text: expect.any(String) });
  });

  it('prints one GitHub annotation a line, escaped', async () => {
    const lines = (await folder.run('check . --format github')).out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const l of lines) expect(l).toMatch(/^::warning file=a brief%2C 100%25\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::.+$/);
  });

  it('prints SARIF that the official 2.1.0 schema accepts', async () => {
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(new URL('./sarif-2.1.0.schema.json', import.meta.url), 'utf8'));
    const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false }).compile(schema);
    for (const args of ['check . --format sarif', 'check sub --format sarif']) {
      const log = JSON.parse((await folder.run(args)).out);
      expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
    }
    const [run] = JSON.parse((await folder.run('check . --format sarif')).out).runs;
    expect(run.results.map((r: { ruleId: string }) => r.ruleId)).toEqual(['misquotation', 'unknown-paragraph']);
    expect(run.results[1].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'a%20brief%2C%20100%25.md' },
      region: { startLine: 3, snippet: { text: 'para. 12' } },
    });
    for (const r of run.results) expect(run.tool.driver.rules[r.ruleIndex].id).toBe(r.ruleId);
    // Each rule carries its own page, and leads to no address.
    for (const rule of run.tool.driver.rules) {
      expect(rule.help.markdown).toMatch(new RegExp(`^# ${rule.id}\n`));
      expect(rule.help.text).toContain('What to do');
    }
    expect(JSON.stringify(run.tool)).not.toMatch(/Uri"/);
    // The schema does refuse what is no SARIF.
    expect(valid({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });
});

describe('report', () => {
  it('says of each quotation where it stands and what became of it, with the text’s SHA-256', async () => {
    const { code, out } = await folder.run('report .');
    expect(code).toBe(0);
    expect(out).toMatch(/SHA-256 of the text compared: `[0-9a-f]{64}`/);
    expect(out).toContain('1. Line 1: quotation, changed, not shown');
    expect(out).toContain('> The JHC will meet **thrice** each year');
    expect(out).toContain('> The JHC will meet **twice** each year');
    expect(out).toContain('Line 3, warning *unknown-paragraph*');
  });

  it('is one HTML page that loads nothing and lets no text pretend to be markup', async () => {
    const f = folderOf({
      'x.md':
        '“<script>alert(1)</script> will meet twice each year” (Harbour Declaration, para. 4)\n\nIt says that “The JHC will meet twice & each year”, in the Harbour Declaration.',
    });
    const { out } = await f.run('report x.md --format html');
    f.remove();
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).not.toMatch(/<script|<link|src=|@import|url\(/);
    expect(out).toContain('<table>');
  });
});
