/** From a foreign file to a declaration in clean Markdown: finds the kind, loads its reader, writes front matter. */
import { stringify } from 'yaml';
import { ownTitle } from '../instrument/own-title.ts';
import { languageOf } from './language.ts';
import { type Kind, LIMITS, type LoadReader, type Page, Unreadable } from './page.ts';

export const FOREIGN: Readonly<Record<string, Kind>> = { html: 'html', htm: 'html', xhtml: 'html', docx: 'docx', pdf: 'pdf', xml: 'akn', akn: 'akn' };

/** The kind of a file by its first bytes, and only then by its name; `undefined` for text that needs no import. */
export function kindOf(path: string, bytes: Uint8Array): Kind | undefined {
  // Thousands of texts are asked, and hardly any begins like something else.
  const first = bytes[bytes[0] === 0xef ? 3 : 0] ?? 0;
  const head = first > 60 && first !== 80 ? '' : new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'docx';
  if (/^(?:\xEF\xBB\xBF)?\s*<\?xml/.test(head) && /akomaNtoso/.test(head)) return 'akn';
  const byName = FOREIGN[/\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];
  if (byName === 'pdf' || byName === 'docx') throw new Unreadable(byName === 'pdf' ? 'this is not a PDF' : 'this is not a Word document');
  if (byName) return byName;
  return /^(?:\xEF\xBB\xBF)?\s*(?:<!doctype html|<html)/i.test(head) ? 'html' : undefined;
}

export interface ImportOptions {
  readonly id?: string;
  readonly title?: string;
  readonly date?: string;
  readonly language?: string;
}

/** "The Arms Trade Treaty" to "the-arms-trade-treaty": lower case, letters and digits of any script, hyphens. */
export const idOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'declaration';

/** "Bergen Accord | Ministry of Foreign Affairs": the site's name goes where the rest stands on a line of its own. */
function withoutSite(title: string, markdown: string): string {
  const [first, ...rest] = title.split(/\s+[|–—·-]\s+/);
  const own = (line: string) => line.replace(/^[#*_\s]+|[#*_\s]+$/g, '').replace(/\s+/g, ' ');
  return first !== undefined &&
    rest.length > 0 &&
    markdown
      .slice(0, 4000)
      .split('\n')
      .some((line) => own(line) === own(first))
    ? first
    : title;
}

export function toMarkdown(page: Page, path: string, options: ImportOptions = {}): string {
  const stem = path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const title = options.title ?? (page.title === undefined ? undefined : withoutSite(page.title, page.markdown)) ?? ownTitle(page.markdown, 'markdown') ?? stem;
  const front: Record<string, unknown> = { id: options.id ?? idOf(title), title, aliases: [] };
  const date = options.date ?? page.date;
  if (date) front.date = date;
  front.parties = [];
  if (page.sourceUrl) front.source_url = page.sourceUrl;
  front.language = options.language ?? page.language ?? languageOf(page.markdown) ?? 'en';
  return `---\n${stringify(front)}---\n\n${page.markdown}`;
}

/** Total but for `Unreadable`, whose message says in one line why; the caller names the file. */
export async function importFile(path: string, bytes: Uint8Array, load: LoadReader, options: ImportOptions = {}): Promise<string> {
  if (bytes.length > LIMITS.bytes) throw new Unreadable(`the file is larger than ${LIMITS.bytes >> 20} MB`);
  if (bytes.length === 0) throw new Unreadable('the file is empty');
  const kind = kindOf(path, bytes);
  if (!kind) throw new Unreadable('this kind of file is not read: HTML, DOCX, PDF and Akoma Ntoso XML are');
  const reader = await load(kind);
  return toMarkdown(await reader.read(bytes), path, options);
}
