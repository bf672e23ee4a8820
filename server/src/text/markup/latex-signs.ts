/** LaTeX: the signs that are more than themselves — ties, dashes, quotation marks, comments, maths, escapes, accents. */
import { behindOptions } from './latex-arguments.ts';
import { ACCENTS } from './latex-commands.ts';
import type { Page } from './latex-page.ts';

/** A sign other than a backslash, at `at`. Gives the offset behind what it stands for. */
export function sign(page: Page, c: string, at: number, to: number): number {
  const { text } = page;
  const { pen } = page.sheet;
  switch (c) {
    case '{':
      page.open(() => {});
      return at + 1;
    case '}':
    case ']': {
      const top = page.frames.at(-1);
      if (top?.close === c) {
        page.frames.pop();
        top.done(at + 1);
      } else if (c === ']') pen.text(c, at);
      return at + 1;
    }
    case '%':
      return comment(page, at, to);
    case '~':
      pen.replace(' ', at, at + 1);
      return at + 1;
    case '&':
      if (page.inTable) page.cell(at + 1);
      else pen.text(c, at);
      return at + 1;
    case '$':
      return maths(page, at, to);
    case '`':
    case "'": {
      const two = text[at + 1] === c;
      pen.replace(c === '`' ? (two ? '“' : '‘') : two ? '”' : '’', at, at + (two ? 2 : 1));
      return at + (two ? 2 : 1);
    }
    case '"': {
      const german = text[at + 1];
      if (german === '`' || german === "'") {
        pen.replace(german === '`' ? '„' : '“', at, at + 2);
        return at + 2;
      }
      pen.text(c, at);
      return at + 1;
    }
    case '-': {
      const n = text.startsWith('---', at) ? 3 : text[at + 1] === '-' ? 2 : 1;
      if (n === 1) pen.text(c, at);
      else pen.replace(n === 3 ? '—' : '–', at, at + n);
      return at + n;
    }
    default: {
      // A line's end: a blank line ends the paragraph.
      const blank = /^\n(?:[ \t]*\r?\n)+/.exec(text.slice(at, at + 200));
      if (blank) page.paragraph(at);
      else pen.text(c, at);
      return at + (blank ? blank[0].length : 1);
    }
  }
}

function comment({ text, sheet }: Page, at: number, to: number): number {
  let end = text.indexOf('\n', at);
  if (end < 0 || end > to) end = to;
  const stop = text[end - 1] === '\r' ? end - 1 : end;
  sheet.comment(at, stop, text.slice(at + 1, stop));
  // The line's end is part of the comment, unless a paragraph ends there.
  let next = end + 1;
  while (next < to && (text[next] === ' ' || text[next] === '\t')) next++;
  sheet.skipTo(Math.min(next, to));
  return text[next] === '\n' || text[next] === '\r' ? end : Math.min(next, to);
}

function maths({ text, sheet }: Page, at: number, to: number): number {
  const mark = text[at + 1] === '$' ? '$$' : '$';
  for (let i = at + mark.length; i < to && i < at + 5000; i++) {
    if (text[i] === '\\') i++;
    else if (text.startsWith(mark, i)) {
      sheet.pen.object(at, i + mark.length);
      return i + mark.length;
    } else if (text[i] === '\n' && /^[ \t]*\r?\n/.test(text.slice(i + 1, i + 40))) break;
  }
  sheet.pen.text('$', at);
  return at + 1;
}

/** A command of one sign: an escaped, an accent, a space, a line's end, maths. */
export function escaped(page: Page, c: string, at: number, to: number): number {
  const { text } = page;
  const { pen } = page.sheet;
  if (c === '\\') {
    const next = behindOptions(text, text[at + 2] === '*' ? at + 3 : at + 2, to);
    if (page.inTable) page.cell(next);
    else pen.replace(' ', at, at + 2);
    return next;
  }
  if (c === '(' || c === '[') {
    const end = text.indexOf(c === '(' ? '\\)' : '\\]', at + 2);
    if (end < 0 || end > to || end - at > 5000) return at + 2;
    pen.object(at, end + 2);
    return end + 2;
  }
  if (ACCENTS[c] !== undefined) return accent(page, c, at, at + 2, to);
  if (/[\s,;:>]/.test(c)) pen.replace(' ', at, at + 2);
  else if (/[&%$#_{}]/.test(c)) pen.replace(c, at, at + 2);
  return at + 2;
}

/** The letter behind an accent, in braces or not, with the accent on it. */
export function accent(page: Page, name: string, at: number, next: number, to: number): number {
  const m = /^(?:\s*\{\s*\\?([A-Za-z\u0131])\s*\}|\s*\\([ij])(?![A-Za-z])|\s*([A-Za-z]))/.exec(page.text.slice(next, Math.min(to, next + 12)));
  if (!m) return next;
  const letter = (m[1] ?? m[2] ?? m[3]) as string;
  const end = next + m[0].length;
  page.sheet.pen.replace((letter + (ACCENTS[name] as string)).normalize('NFC'), at, end);
  return end;
}
