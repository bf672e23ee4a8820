/** Typst: markup mode is prose, code mode is not, and content blocks inside code are prose again. */
import type { Markup } from './markup.ts';
import { code, hash } from './typst-code.ts';
import { closing, Page } from './typst-page.ts';

const LABEL = /<[\p{L}_][\p{L}\p{N}_:.-]{0,200}>/uy;
const REFERENCE = /@[\p{L}\p{N}_](?:[\p{L}\p{N}_-]|[:.](?=[\p{L}\p{N}_])){0,200}/uy;
const PLAIN = /[^\\#@$`*_~"'\-.\n[\]</]+/y;

/** Total. */
export function parseTypst(text: string): Markup {
  const page = new Page(text, run);
  run(page, text.startsWith('\uFEFF') ? 1 : 0, text.length);
  return page.sheet.done('typst');
}

function run(page: Page, from: number, to: number): void {
  const { frames, marks } = page;
  page.frames = [];
  page.marks = [];
  let at = lineStart(page, from, to);
  while (at < to) at = Math.max(at + 1, page.frames.at(-1)?.kind === 'call' ? code(page, at, to) : markup(page, at, to));
  while (page.frames.length > 0) page.pop(to, false);
  page.frames = frames;
  page.marks = marks;
}

/** What a line begins with, from behind its indentation: a heading, an item or nothing. Gives where its text begins. */
function lineStart(page: Page, from: number, to: number): number {
  const m = /^([ \t]*)(?:(={1,6})[ \t]+|([-+]|\d{1,3}\.)[ \t]+|(\/)[ \t]+(?=[^:\n]{1,200}:))?/.exec(page.text.slice(from, Math.min(to, from + 260)));
  if (!m || from + m[0].length > to) return from;
  const at = from + (m[1] as string).length;
  if (m[2]) {
    page.paragraph(at);
    page.sheet.begin(at, 'heading', m[2].length);
  } else if (m[3] || m[4]) page.paragraph(at, 'item');
  else if (m[1] === '' && page.sheet.kind === 'item') page.paragraph(at);
  return from + m[0].length;
}

function markup(page: Page, at: number, to: number): number {
  const { text } = page;
  const { pen } = page.sheet;
  const url = page.addressFrom(at);
  if (url && url.start <= at && url.end <= to) {
    pen.object(at, url.end, text.slice(url.start, url.end));
    return url.end;
  }
  PLAIN.lastIndex = at;
  const run = PLAIN.exec(text);
  if (run) {
    const end = Math.min(to, PLAIN.lastIndex, url && url.start > at ? url.start : Infinity);
    pen.text(text.slice(at, end), at);
    return end;
  }
  const c = text[at] as string;
  const next = text[at + 1] ?? '';
  switch (c) {
    case '\\': {
      const written = /^\\u\{([0-9A-Fa-f]{1,6})\}/.exec(text.slice(at, at + 12));
      const point = written ? Number.parseInt(written[1] as string, 16) : 0;
      if (written) pen.replace(point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD', at, at + written[0].length);
      else pen.replace(next === '' ? '' : /\s/.test(next) ? ' ' : next, at, at + 2);
      return at + (written ? written[0].length : 2);
    }
    case '#':
      return hash(page, at, to);
    case '@':
      return reference(page, at, to);
    case '$':
      return object(page, at, '$', to, 3000);
    case '`': {
      const fence = /^`{3,}/.exec(text.slice(at, at + 20))?.[0];
      if (!fence) return next === '`' ? at + 2 : object(page, at, '`', to, 3000);
      const end = text.indexOf(fence, at + fence.length);
      let stop = end < 0 || end > to ? to : end + fence.length;
      while (stop > at + fence.length && /\s/.test(text[stop - 1] as string)) stop--;
      if (text.slice(at, stop).includes('\n')) {
        page.paragraph(at);
        page.sheet.skipTo(stop);
      } else pen.object(at, stop);
      return stop;
    }
    case '*':
    case '_':
      return emphasis(page, c, at);
    case '~':
      pen.replace(' ', at, at + 1);
      return at + 1;
    case '"':
    case "'": {
      const opens = at === 0 || /[\s([{“‘—–/-]/.test(text[at - 1] as string);
      pen.replace(c === '"' ? (opens ? '“' : '”') : opens ? '‘' : '’', at, at + 1);
      return at + 1;
    }
    case '-': {
      const n = text.startsWith('---', at) ? 3 : next === '-' ? 2 : next === '?' ? -2 : 1;
      if (n === 1) pen.text(c, at);
      else if (n > 1) pen.replace(n === 3 ? '—' : '–', at, at + n);
      return at + Math.abs(n);
    }
    case '.': {
      if (text.startsWith('...', at)) {
        pen.replace('…', at, at + 3);
        return at + 3;
      }
      pen.text(c, at);
      return at + 1;
    }
    case '<': {
      LABEL.lastIndex = at;
      const label = LABEL.exec(text)?.[0];
      if (label === undefined) pen.text(c, at);
      return at + (label?.length ?? 1);
    }
    case '/':
      return page.slash(at, to);
    case '[':
      page.frames.push({ kind: 'literal' });
      pen.text(c, at);
      return at + 1;
    case ']': {
      if (page.frames.length === 0 || page.frames.at(-1)?.kind === 'literal') {
        page.frames.pop();
        pen.text(c, at);
        return at + 1;
      }
      page.pop(at + 1, true);
      // A call may take several blocks of content; the next one has the same meaning as text.
      return at + 1;
    }
    default:
      return newline(page, at, to);
  }
}

function newline(page: Page, at: number, to: number): number {
  const blank = /^\n(?:[ \t]*\r?\n)+/.exec(page.text.slice(at, at + 200));
  if (blank) page.paragraph(at);
  else if (page.sheet.kind === 'heading') page.paragraph(at);
  else page.sheet.pen.text('\n', at);
  return lineStart(page, at + (blank ? blank[0].length : 1), to);
}

function emphasis(page: Page, c: string, at: number): number {
  const { text } = page;
  const { pen } = page.sheet;
  const word = (s: string | undefined): boolean => s !== undefined && /[\p{L}\p{N}]/u.test(s);
  if (word(text[at - 1]) && word(text[at + 1])) {
    pen.text(c, at);
    return at + 1;
  }
  const open = page.marks.lastIndexOf(c);
  if (open >= 0) {
    page.marks.length = open;
    pen.close('emphasis');
  } else if (/\S/.test(text[at + 1] ?? ' ')) {
    page.marks.push(c);
    pen.open('emphasis');
  } else pen.text(c, at);
  return at + 1;
}

function object(page: Page, at: number, mark: string, to: number, reach: number): number {
  for (let i = at + 1; i < to && i < at + reach; i++) {
    if (page.text[i] === '\\' && mark === '$') i++;
    else if (page.text[i] === mark) {
      page.sheet.pen.object(at, i + 1);
      return i + 1;
    }
  }
  page.sheet.pen.text(mark, at);
  return at + 1;
}

/** `@key` or `@key[supplement]`. */
function reference(page: Page, at: number, to: number): number {
  const { text } = page;
  REFERENCE.lastIndex = at;
  const m = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? null : REFERENCE.exec(text);
  if (!m) {
    page.sheet.pen.text('@', at);
    return at + 1;
  }
  const end = at + m[0].length;
  const close = text[end] === '[' ? closing(text, end, to, 2000) : -1;
  const key = { key: m[0].slice(1), span: { start: at + 1, end } };
  const whole = { start: at, end: close < 0 ? end : close };
  page.cite(whole, close < 0 ? key : { ...key, suffix: { start: end + 1, end: close - 1 } }, false);
  return whole.end;
}
