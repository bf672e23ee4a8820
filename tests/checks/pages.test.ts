/** Every check has a page, and the examples on it are executed. UPDATE_PAGES=1 writes what is reported into the pages. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import declarations from 'virtual:declarations';
import { describe, expect, it } from 'vitest';
import { CHECKS, runChecks } from '../../server/src/checks/index.ts';
import { analyseText, libraryOf } from '../../server/src/service.ts';
import { DEFAULTS } from '../../server/src/settings.ts';
import { formatOfLanguage } from '../../server/src/text/markup/index.ts';
import type { Format } from '../../server/src/text/markup/markup.ts';
import { annotate, draw, readAnnotated } from '../support/notation.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/checks');
const pages = readdirSync(folder).filter((n) => n.endsWith('.md'));
const library = libraryOf(declarations);

interface Example {
  readonly format: Format;
  readonly source: string;
}

/** The fenced examples below a heading, up to the next heading of the same level. */
function examplesOf(page: string, heading: string): readonly Example[] {
  const section = new RegExp(`^## ${heading}\\s*$([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(page)?.[1] ?? '';
  return [...section.matchAll(/^(`{3,})(\w*)\n([\s\S]*?)\n\1$/gm)].map((m) => ({
    format: formatOfLanguage(m[2] as string) ?? 'plaintext',
    source: m[3] as string,
  }));
}

function findingsOf(id: string, { text, format }: { readonly text: string; readonly format: Format }) {
  const check = CHECKS.find((c) => c.id === id);
  const settings = { ...DEFAULTS, checks: check?.off ? { [id]: check.severity } : {} };
  return runChecks(analyseText(text, format, library, settings)).filter((f) => f.check === id);
}

/** What the check reports, in the notation; without messages where the example leaves them out. */
function redraw(id: string, example: Example): string {
  const { text, annotations } = readAnnotated(example.source);
  const bare = annotations.length > 0 && annotations.every((a) => !a.label.includes(': '));
  const drawn = findingsOf(id, { text, format: example.format }).map(annotate);
  return draw(text, bare ? drawn.map((a) => ({ ...a, label: annotations[0]?.label === '' ? '' : id })) : drawn);
}

it('every check has a page, and every page a check', () => {
  expect(pages.map((n) => n.replace(/\.md$/, '')).toSorted()).toEqual(CHECKS.map((c) => c.id).toSorted());
});

describe.each(pages)('%s', (name) => {
  const id = name.replace(/\.md$/, '');
  const file = path.join(folder, name);
  const page = readFileSync(file, 'utf8');
  const reported = examplesOf(page, 'Reported');
  const accepted = examplesOf(page, 'Accepted');

  it('shows what is reported and what is accepted', () => {
    expect(reported.length).toBeGreaterThan(0);
    expect(accepted.length).toBeGreaterThan(0);
  });

  it.each(reported.map((e, i) => [i + 1, e] as const))('reports in example %i what the page says', (_, example) => {
    const drawn = redraw(id, example);
    if (process.env.UPDATE_PAGES) {
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(example.source, () => drawn),
      );
      return;
    }
    expect(readAnnotated(example.source).annotations.length).toBeGreaterThan(0);
    expect(drawn).toBe(example.source);
  });

  it.each(accepted.map((e, i) => [i + 1, e] as const))('accepts example %i', (_, example) => {
    expect(redraw(id, example)).toBe(example.source);
  });
});
