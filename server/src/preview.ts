/** A preview: what is recognised in a text before it is kept as a declaration, and the Markdown that would be kept. */
import { parseDocument, stringify } from 'yaml';
import { escaped, nameOf } from './features/render.ts';
import { idOf, importFile, kindOf } from './import/import.ts';
import { languageOf } from './import/language.ts';
import type { LoadReader } from './import/page.ts';
import type { Instrument } from './instrument/instrument.ts';
import { ownTitle } from './instrument/own-title.ts';
import { readInstrument } from './instrument/read.ts';
import { parseMarkup } from './text/markup/index.ts';
import { decode } from './uri.ts';

export interface Preview {
  /** As it is read now; its text is the Markdown that would be kept. */
  readonly instrument: Instrument;
  /** What was recognised, as Markdown for a person. */
  readonly report: string;
}

/** What a person puts right before the text is kept; it is written into the front matter. */
export interface Corrections {
  readonly id?: string;
  readonly title?: string;
  readonly date?: string;
  readonly aliases?: readonly string[];
  readonly language?: string;
  /** Count the body paragraphs, whatever numbers the text has; `false`: as the text numbers itself. */
  readonly counted?: boolean;
}

/** Throws `Unreadable` for what cannot be read. `name` is a file's name, or what the text shall be called. */
export async function previewOf(name: string, content: Uint8Array | string, load: LoadReader | undefined, corrections: Corrections = {}): Promise<Preview> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const foreign = typeof content === 'string' && !/^\s*</.test(content) ? undefined : kindOf(name, bytes);
  if (foreign !== undefined && load === undefined) throw new Error('this kind of file is not read here: turn it into Markdown with “declaration-lens import”');
  const read =
    foreign === undefined ? withFront(typeof content === 'string' ? content : decode(bytes), name) : await importFile(name, bytes, load as LoadReader);
  const text = corrected(read, corrections);
  const instrument = readInstrument({ path: name, text, format: 'markdown' });
  return { instrument, report: reportOf(instrument) };
}

/** Front matter for a text that has none, so that what is known of it can be corrected; the first heading is the title. */
function withFront(text: string, name: string): string {
  if (parseMarkup(text.slice(0, 20_000), 'markdown').frontMatter) return text;
  const stem = name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const title = ownTitle(text, 'markdown') ?? /^#{1,2}[ \t]+(\S.*)$/m.exec(text.slice(0, 4000))?.[1]?.replace(/[*_`]/g, '').trim() ?? stem;
  return `---\n${stringify({ id: idOf(title), title, aliases: [], parties: [], language: languageOf(text) ?? 'en' })}---\n\n${text.replace(/^\uFEFF/, '').trimStart()}`;
}

/** Front matter that is no YAML is left alone: what is wrong with it is among the problems. */
function corrected(text: string, { counted, ...said }: Corrections): string {
  const front = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(---|\.\.\.)[ \t]*$/m.exec(text);
  if (front === null || front.index !== 0 || (counted === undefined && Object.keys(said).length === 0)) return text;
  const yaml = parseDocument(front[1] ?? '');
  if (yaml.errors.length > 0) return text;
  for (const [key, value] of Object.entries(said)) yaml.set(key, value);
  if (counted === true) yaml.set('numbering', 'counted');
  else if (counted === false) yaml.delete('numbering');
  return `---\n${yaml.toString()}${front[2]}${text.slice(front[0].length)}`;
}

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const cell = (text: string): string => escaped(text.replace(/\s+/g, ' '));
const short = (text: string): string => (text.length > 160 ? `${text.slice(0, text.lastIndexOf(' ', 158))} …` : text);

/** Counts first, then each paragraph with its label and beginning, the terms, and the commitments with the rule that read each. */
export function reportOf(i: Instrument): string {
  const facts = [i.date, i.parties.join(', ')].filter((x) => x !== undefined && x !== '');
  const parts = [
    `# What is recognised: ${escaped(i.title)}`,
    `${count(i.paragraphs.length, 'paragraph')}, ${count(i.terms.length, 'term')}, ${count(i.commitments.length, 'commitment')}.${facts.length > 0 ? ` ${cell(facts.join(' · '))}.` : ''}`,
    [
      i.aliases.length > 0 && `Other names: ${cell(i.aliases.join('; '))}.`,
      `Language: ${cell(i.language)}.`,
      i.numbering && `Numbering: ${escaped(i.numbering)}.`,
    ]
      .filter(Boolean)
      .join('  \n'),
    ...i.problems.map((p) => `**Not read:** ${escaped(p)}`),
    i.paragraphs.length === 0 && '**No paragraph was recognised.** Is the text of the declaration in it?',
    `## Paragraphs`,
    i.paragraphs.map((p) => `- **${cell(nameOf(p.label))}** ${cell(short(p.prose.text))}`).join('\n'),
    i.terms.length > 0 && `## Terms\n\n| short form | name | kind | paragraphs |\n| --- | --- | --- | --- |`,
  ].filter((p) => typeof p === 'string' && p !== '');
  const terms = i.terms.map((t) => `| ${cell(t.shortForms.join(', '))} | ${cell(t.long)} | ${t.kind} | ${cell(t.paragraphs.join(', '))} |`);
  const commitments = i.commitments.map(
    (c) => `| ${cell(c.paragraph)} | ${cell(c.actors.join(', '))} | ${c.force} | ${cell(short(c.text))} | ${cell(c.rule)} |`,
  );
  const table =
    commitments.length === 0
      ? ''
      : `\n\n## Commitments\n\n| paragraph | who | force | text | rule |\n| --- | --- | --- | --- | --- |\n${commitments.join('\n')}`;
  return `${parts.join('\n\n')}${terms.length > 0 ? `\n${terms.join('\n')}` : ''}${table}\n`;
}
