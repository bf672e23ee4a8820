/** LaTeX: the prose of a document, its commands read as a reader of the printed page sees them. */
import { behindArguments, behindOptions, closing, spaces } from './latex-arguments.ts';
import { cite, enquote, QUOTING } from './latex-citations.ts';
import { ACCENTS, ACRONYMS, citeCommand, DECLARATIONS, DROPPED, EMPHASIS, HEADINGS, OBJECTS, SYMBOLS } from './latex-commands.ts';
import { environment } from './latex-environments.ts';
import { Page } from './latex-page.ts';
import { accent, escaped, sign } from './latex-signs.ts';
import type { Markup } from './markup.ts';

/** Total. With a preamble only what follows `\begin{document}` is prose; its comments and bibliographies count all the same. */
export function parseLatex(text: string): Markup {
  const page = new Page(text, run);
  const { sheet } = page;
  const begin = /^[^%\n]*\\begin\{document\}/m.exec(text);
  const body = begin ? begin.index + begin[0].length : 0;
  if (body > 0)
    for (const m of text.slice(0, body).matchAll(/^((?:[^%\\\r\n]|\\.)*)%(.*)$/gm))
      sheet.comment(m.index + (m[1] as string).length, m.index + m[0].trimEnd().length, m[2] as string);
  // The title stands in the preamble, and is printed on the first page.
  for (const m of text.slice(0, body).matchAll(/^((?:[^%\\\n]|\\.)*?)(\\(?:sub)?title\s*)(?=[[{])/gm)) {
    const at = m.index + (m[1] as string).length;
    const end = closing(text, behindOptions(text, at + (m[2] as string).length, body), body);
    if (end < 0) continue;
    sheet.skipTo(at);
    run(page, at, end);
  }
  sheet.skipTo(body);
  run(page, body, text.length);
  for (const m of text.matchAll(/^(?:[^%\\\n]|\\(?!addbib|bibliography\b).)*?\\(addbibresource|bibliography)(?:\[[^\]\n]*\])?\{([^{}]*)\}/gm))
    for (const name of (m[2] as string).split(',')) if (name.trim()) sheet.bibliographies.push(/\.\w+$/.test(name.trim()) ? name.trim() : `${name.trim()}.bib`);
  return sheet.done('latex');
}

/** Reads from `from` to `to`; braces that are open at the end are closed. */
function run(page: Page, from: number, to: number): void {
  const outer = page.frames;
  page.frames = [];
  const { text } = page;
  const plain = /[^\\{}%~$&`'\-\n\]"]+/y;
  let at = from;
  while (at < to) {
    plain.lastIndex = at;
    if (plain.test(text)) {
      const end = Math.min(to, plain.lastIndex);
      page.sheet.pen.text(text.slice(at, end), at);
      at = end;
      continue;
    }
    const c = text[at] as string;
    at = Math.max(at + 1, c === '\\' ? command(page, at, to) : sign(page, c, at, to));
  }
  page.unwind(0, to);
  page.frames = outer;
}

function command(page: Page, at: number, to: number): number {
  const { text } = page;
  const { pen } = page.sheet;
  const c = text[at + 1] ?? '';
  if (!/[A-Za-z@]/.test(c)) return escaped(page, c, at, to);
  const word = /[A-Za-z@]+\*?/y;
  word.lastIndex = at + 1;
  const name = word.exec(text)?.[0] ?? '';
  const bare = name.replace('*', '');
  let next = at + 1 + name.length;
  if (name === 'verb' || name === 'verb*' || ((bare === 'lstinline' || bare === 'mintinline') && text[next] !== '{' && text[next] !== '[')) {
    const mark = text[next] ?? '';
    const end = text.indexOf(mark, next + 1);
    const stop = mark === '' || end < 0 || end >= to || end - next > 1000 ? next : end + 1;
    pen.object(at, stop);
    return stop;
  }
  const symbol = SYMBOLS.get(name);
  if (symbol !== undefined) {
    next = text.startsWith('{}', next) ? next + 2 : symbol === ' ' ? next : spaces(text, next, to);
    if (bare === 'hspace' && text[next] === '{') next = Math.max(next, closing(text, next, to));
    pen.replace(symbol, at, next > at + 1 + name.length && text[next - 1] === '}' ? next : at + 1 + name.length);
    return next;
  }
  if (ACCENTS[name] !== undefined && /[\s{\\]/.test(text[next] ?? '')) return accent(page, name, at, next, to);
  const citing = citeCommand(name);
  if (citing) return cite(page, citing, at, next, to);
  if (bare === 'begin' || bare === 'end') return environment(page, bare, at, next, to);
  if (bare === 'par') {
    page.paragraph(at);
    return next;
  }
  if (bare === 'item' || bare === 'bibitem') return item(page, bare, at, next, to);
  const level = HEADINGS.get(bare);
  if (level !== undefined) return page.block('heading', at, next, to, level);
  if (bare === 'caption') return page.block('caption', at, next, to);
  if (/^(?:footnote|footnotetext|endnote|sidenote|marginnote)$/.test(bare)) {
    next = behindOptions(text, spaces(text, next, to), to);
    if (text[next] !== '{') return next;
    page.sheet.openNote(at);
    page.open((end) => page.sheet.closeNote(end), 'note');
    return next + 1;
  }
  if (bare === 'epigraph') return epigraph(page, at, next, to);
  if (bare === 'textins' || bare === 'textelp') return inserted(page, bare, at, next, to);
  if (QUOTING.test(bare)) return enquote(page, bare, at, next, to);
  if (bare === 'url' || bare === 'href') return link(page, bare, at, next, to);
  if (bare === 'iffalse') {
    const end = text.indexOf('\\fi', next);
    return end < 0 || end > to ? to : end + 3;
  }
  if (bare === 'def' || bare === 'let') {
    const end = /^\\?[A-Za-z@]+[^{}\n]{0,100}/.exec(text.slice(next, next + 140));
    return behindArguments(text, next + (end?.[0].length ?? 0), bare === 'def' ? 1 : 0, to);
  }
  if (ACRONYMS.has(name) && text[next] === '{') {
    page.open(() => {});
    return next + 1;
  }
  if (OBJECTS.has(bare)) {
    const end = behindArguments(text, next, bare === 'SI' || bare === 'qty' ? 2 : 1, to);
    if (end > next) pen.object(at, end);
    return end;
  }
  const dropped = DROPPED.get(name) ?? DROPPED.get(bare);
  if (dropped !== undefined) return behindArguments(text, next, dropped, to);
  if (EMPHASIS.has(bare)) return emphasis(page, bare, next, to);
  // An unknown command: its options are not prose, its arguments most likely are.
  const behind = behindOptions(text, next, to);
  return text[behind] === '{' || behind > next ? behind : spaces(text, next, to);
}

function item(page: Page, bare: 'item' | 'bibitem', at: number, behind: number, to: number): number {
  const { text } = page;
  page.unwindToNote(at);
  page.sheet.begin(at, 'item');
  let next = spaces(text, behind, to);
  if (text[next] === '[') {
    if (bare === 'item') {
      page.open((end) => page.sheet.pen.text(' ', end - 1), 'group', ']');
      return next + 1;
    }
    next = Math.max(next, closing(text, next, to));
  }
  return bare === 'bibitem' && text[next] === '{' ? Math.max(next, closing(text, next, to)) : next;
}

/** `\emph{…}`, or `{\em …}`, which lasts as long as the group. */
function emphasis(page: Page, bare: string, behind: number, to: number): number {
  const { text, sheet, frames } = page;
  const close = () => sheet.pen.close('emphasis');
  const next = spaces(text, behind, to);
  if (DECLARATIONS.has(bare)) {
    const top = frames.at(-1);
    if (top?.kind === 'group') {
      sheet.pen.open('emphasis');
      frames[frames.length - 1] = { ...top, done: close };
    }
    return next;
  }
  if (text[next] !== '{') return next;
  sheet.pen.open('emphasis');
  page.open(close);
  return next + 1;
}

/** `\textins{…}` and `\textelp{…}` of csquotes: words in brackets, behind an ellipsis. */
function inserted(page: Page, bare: 'textins' | 'textelp', at: number, next: number, to: number): number {
  const { text } = page;
  const { pen } = page.sheet;
  const end = text[next] === '{' ? closing(text, next, to) : -1;
  if (end < 0) return next;
  if (text.slice(next + 1, end - 1).trim() === '') {
    pen.replace(bare === 'textelp' ? '[…]' : '', at, end);
    return end;
  }
  pen.replace(bare === 'textelp' ? '[…] [' : '[', at, next + 1);
  page.open((stop) => pen.replace(']', stop - 1, stop));
  return next + 1;
}

/** `\epigraph{words}{source}`: a quotation and the line beneath it. */
function epigraph(page: Page, at: number, next: number, to: number): number {
  const { text, sheet } = page;
  const from = spaces(text, next, to);
  const middle = text[from] === '{' ? closing(text, from, to) : -1;
  const source = middle < 0 ? -1 : spaces(text, middle, to);
  const end = source >= 0 && text[source] === '{' ? closing(text, source, to) : -1;
  if (end < 0) return next;
  page.paragraph(at);
  sheet.openQuote(at);
  page.within({ start: from + 1, end: middle - 1 });
  sheet.begin(source);
  sheet.pen.replace('— ', source, source + 1);
  page.within({ start: source + 1, end: end - 1 });
  sheet.closeQuote(end);
  return end;
}

function link(page: Page, name: 'url' | 'href', at: number, next: number, to: number): number {
  const { text, sheet } = page;
  const from = behindOptions(text, next, to);
  const end = text[from] === '{' ? closing(text, from, to, 3000) : -1;
  if (end < 0) return from;
  const url = text.slice(from + 1, end - 1).replace(/\\([%#&_~])/g, '$1');
  if (name === 'url') {
    sheet.pen.object(at, end, url);
    return end;
  }
  if (text[end] !== '{') return end;
  sheet.pen.open('link', url);
  page.open(() => sheet.pen.close('link'));
  return end + 1;
}
