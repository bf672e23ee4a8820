/** Files of a library: what is known of one at a glance, and its text when it is cited or opened. */
import type { Host } from './host.ts';
import { FOREIGN, importFile, kindOf } from './import/import.ts';
import { type LoadReader, Unreadable } from './import/page.ts';
import type { InstrumentHead, InstrumentSource } from './instrument/instrument.ts';
import { readHead } from './instrument/read.ts';
import { type Entry, type Shelved, sizeOf } from './shelf-entries.ts';
import type { Known } from './shelf-index.ts';
import { sha256 } from './shelf-index.ts';
import { formatOfPath, parseMarkup } from './text/markup/index.ts';
import type { Format } from './text/markup/markup.ts';
import { canonical, decode } from './uri.ts';

/** Endings of the files that may hold a declaration. */
export const TEXTS = ['md', 'markdown', 'txt', ...Object.keys(FOREIGN)];
/** Front matter ends early; the head of a long text is read from its beginning. */
const HEAD = 20_000;
const START = 64 * 1024;
/** The longest treaty has a megabyte of text; what is much longer is something else, and would cost seconds. */
const LARGEST_TEXT = 8 << 20;
/** And so many lines with something in them, each of which may be a paragraph, with all that is known of one. */
const MOST_LINES = 60_000;

export const isReadme = (uri: string): boolean => /(?:^|\/)(?:readme|changelog|license|licence|contributing)(?:\.[^/]*)?$/i.test(uri);
export const termsOf = (uri: string): string => uri.replace(/\.[^./]*$/, '.terms.yaml');
const stemOf = (uri: string): string =>
  canonical(uri)
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, ''); // prettier-ignore
const endingOf = (uri: string): string => /\.([^./\\]+)$/.exec(uri)?.[1]?.toLowerCase() ?? '';

/** The head of a text, from its front matter, or its own title; a front matter that does not parse is a problem, and the file its own title. */
export function headOf(source: Pick<InstrumentSource, 'path' | 'text' | 'format'>): { readonly head: InstrumentHead; readonly problem?: string } {
  const front = /^\uFEFF?(?:---|\+\+\+)/.test(source.text) ? frontOf(source.text) : '';
  const { frontMatter } = parseMarkup(front, source.format);
  const head = readHead({ ...source, text: source.text.slice(0, HEAD) }, frontMatter?.data ?? {});
  return { head, ...(frontMatter?.error ? { problem: `front matter: ${frontMatter.error}` } : {}) };
}
const frontOf = (text: string): string => {
  const start = text.slice(0, HEAD);
  const end = start.slice(3).search(/\n(?:---|\.\.\.|\+\+\+)[ \t]*\r?(?:\n|$)/);
  return end < 0 ? '' : `${start.slice(0, end + 7)}\n`;
};

export interface Files {
  /** What is known of a file now; `before` is answered again when nothing changed. `undefined` for a file that is not there. */
  glance(uri: string, terms: boolean, before: Known | undefined): Promise<Known | undefined>;
  /** The text, imported where the file is foreign. Throws `Unreadable`. */
  source(known: Known): Promise<InstrumentSource>;
}

/** The text of a file that is known. What was imported has no file that shows its text: it is opened like the bundled ones. */
export const sourceOf = (known: Known, text: string): InstrumentSource =>
  known.foreign
    ? { path: canonical(known.uri), format: 'markdown', text }
    : { path: canonical(known.uri), uri: known.uri, format: formatOfPath(known.uri) ?? 'plaintext', text };

/** An entry as a search reads it. */
export function toShelved(e: Entry, files: Files, host: Host): Shelved {
  const held = e.source ?? e.instrument;
  const known = e.known as Known;
  const text = async () => {
    if (held) return held.text;
    if (known.foreign) return (await files.source(known).catch(() => undefined))?.text;
    const bytes = await host.read(known.uri);
    return bytes && decode(bytes);
  };
  return { head: e.head, size: sizeOf(e), ...(e.known && !e.source ? { file: known } : {}), text, source: (t) => e.source ?? sourceOf(known, t) };
}

const reasonOf = (e: unknown): string => (e instanceof Error ? (e.message.split('\n')[0] as string) : String(e));

export function createFiles(host: Host, load: LoadReader | undefined): Files {
  const stampOf = async (uri: string): Promise<{ readonly stamp: string; readonly size: number; readonly bytes?: Uint8Array } | undefined> => {
    if (host.stat) {
      const facts = await host.stat(uri);
      return facts && { stamp: `${facts.size} ${facts.changed}`, size: facts.size };
    }
    const bytes = await host.read(uri);
    return bytes && { stamp: await sha256(bytes), size: bytes.length, bytes };
  };
  /** A file that is written while it is read is read again: half of one text and half of another is neither. */
  const whole = async (uri: string): Promise<Uint8Array> => {
    for (let tries = 0; ; tries++) {
      const before = await host.stat?.(uri);
      if (before && before.size > LARGEST_TEXT && !FOREIGN[endingOf(uri)]) throw new Unreadable(tooLong);
      const bytes = await host.read(uri);
      if (bytes === undefined) throw new Unreadable('it cannot be read');
      const after = await host.stat?.(uri);
      if (tries === 3 || before === undefined || (before.size === after?.size && before.changed === after.changed && before.size === bytes.length))
        return bytes;
    }
  };
  const imported = async (uri: string, bytes: Uint8Array): Promise<string> => {
    if (load === undefined) throw new Unreadable('this kind of file is not read here: turn it into Markdown with “declaration-lens import”');
    const key = `imported/1-${await sha256(bytes)}.md`;
    const known = await host.cache?.read(key);
    // The last line is the mark of a whole file.
    if (known?.at(-1) === 10) return decode(known);
    // What cannot be read costs as much as what can, and will be no better the next time.
    const why = `imported/1-${await sha256(bytes)}.why`;
    const reason = await host.cache?.read(why);
    if (reason?.at(-1) === 10) throw new Unreadable(decode(reason).trimEnd());
    const text = await importFile(canonical(uri), bytes, load, { id: stemOf(uri) }).catch(async (e: unknown) => {
      if (e instanceof Error && e.name === 'Unreadable') await host.cache?.write(why, new TextEncoder().encode(`${reasonOf(e)}\n`));
      throw e;
    });
    if (/\S/.test(text.replace(/^---\n[\s\S]*?\n---\n/, ''))) await host.cache?.write(key, new TextEncoder().encode(text.endsWith('\n') ? text : `${text}\n`));
    return text.endsWith('\n') ? text : `${text}\n`;
  };
  const textOf = async (uri: string, bytes: Uint8Array): Promise<{ readonly text: string; readonly format: Format; readonly foreign: boolean }> => {
    if (kindOf(canonical(uri), bytes) !== undefined) return { text: bounded(await imported(uri, bytes)), format: 'markdown', foreign: true };
    return { text: readText(bytes), format: formatOfPath(uri) ?? 'plaintext', foreign: false };
  };

  return {
    async glance(uri, terms, before) {
      const at = await stampOf(uri);
      if (at === undefined) return undefined;
      const stamp = `${at.stamp}${terms ? ` ${(await stampOf(termsOf(uri)))?.stamp ?? ''}` : ''}`;
      if (before?.stamp === stamp) return before;
      const known = { uri, stamp, size: at.size };
      try {
        if (at.size > LARGEST_TEXT && !FOREIGN[endingOf(uri)]) throw new Unreadable(tooLong);
        const start = at.bytes ?? (await (host.start ? host.start(uri, Math.max(1, Math.min(START, at.size))) : host.read(uri)));
        if (start === undefined) throw new Unreadable('it cannot be read');
        const foreign = kindOf(canonical(uri), start) !== undefined;
        const { text, format } = await textOf(uri, foreign && at.bytes === undefined ? await whole(uri) : start);
        const { head, problem } = headOf({ path: canonical(uri), text, format });
        return { ...known, foreign, head, ...(problem ? { problem } : {}) };
      } catch (e) {
        return { ...known, foreign: false, problem: reasonOf(e) };
      }
    },
    async source(known) {
      const { text } = await textOf(known.uri, await whole(known.uri));
      const terms = await host.read(termsOf(known.uri));
      return { ...sourceOf(known, text), ...(terms === undefined ? {} : { terms: decode(terms) }) };
    },
  };
}

/** The text of a file that needs no import. Throws `Unreadable` for what is none, or too much for a declaration. */
export function readText(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_TEXT) throw new Unreadable(tooLong);
  const text = decode(bytes);
  if (text.slice(0, HEAD).includes('\0')) throw new Unreadable('it is no text: it holds zero bytes');
  return bounded(text);
}

/** Why a text that was read has U+FFFD in it. */
export const NOT_UTF8 = 'not all of it is UTF-8; what is not was read as U+FFFD';

function bounded(text: string): string {
  let lines = 0;
  for (const _ of text.matchAll(/\S[^\n]*/g)) if (++lines > MOST_LINES) throw new Unreadable(`it has more than ${MOST_LINES} lines, more than any declaration`);
  return text;
}

const tooLong = `it is larger than ${LARGEST_TEXT >> 20} MB, longer than any declaration`;
