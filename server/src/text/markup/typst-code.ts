/** Typst's code: calls, variables and statements are not prose, but the content they are given is. */
import { type Call, closing, type Page } from './typst-page.ts';

const EMPHASIS = /^(?:emph|strong|underline|highlight|smallcaps)$/;
const INLINE = /^(?:super|sub|text|smallcaps|strike|overline|box|lower|upper|h|link|emph|strong|underline|highlight)$/;
const HIDDEN = /(?:^|\.)(?:hide|todo|speaker-note|note-to-self|raw|pdfpc|metadata)$/;
const KEYWORD = /^(?:let|set|show|import|include|if|else|for|while|return|context)$/;

/** Code in markup: a call, a variable, or a statement that ends with its line. */
export function hash(page: Page, at: number, to: number): number {
  const { text } = page;
  const name = /^#([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)/.exec(text.slice(at, at + 120))?.[1];
  if (name === undefined) {
    const c = text[at + 1];
    if (c !== '{' && c !== '(' && c !== '[' && c !== '"') {
      if (!/\d/.test(c ?? '')) page.sheet.pen.text('#', at);
      return at + 1;
    }
    if (c === '[') {
      page.content(() => {});
      return at + 2;
    }
    const end = c === '"' ? text.indexOf('"', at + 2) + 1 : closing(text, at + 1, to, 50_000);
    return end <= at ? at + 2 : end;
  }
  const next = at + 1 + name.length;
  if (KEYWORD.test(name)) return statement(page, at, next, to);
  if (name === 'cite' && text[next] === '(') return citeCall(page, at, next, to);
  if (text[next] === '(') {
    return page.call(name, at, next + 1);
  }
  if (text[next] === '[') return content(page, name, '', at, next, to);
  // A variable stands for text that is not here.
  page.sheet.pen.object(at, next);
  return next;
}

/** `#set`, `#let`, `#show`, `#import`: to the end of the line, or further while a bracket is open. */
function statement(page: Page, at: number, next: number, to: number): number {
  const { text } = page;
  let i = next;
  for (; i < to && text[i] !== '\n'; i++) {
    const c = text[i] as string;
    if (c === '"') {
      const close = text.indexOf('"', i + 1);
      if (close > 0 && close < to) i = close;
    } else if (/[([{]/.test(c)) {
      const end = closing(text, i, to, 50_000);
      if (end > 0) i = end - 1;
    } else if (c === ']' || c === ';') break;
    else if (c === '/' && text[i + 1] === '/') break;
  }
  const bibliography = /bibliography\(\s*"([^"\n]{1,300})"/.exec(text.slice(at, Math.min(i, at + 2000)));
  if (bibliography) page.sheet.bibliographies.push(bibliography[1] as string);
  page.sheet.skipTo(i);
  return text[i] === ';' ? i + 1 : i;
}

/** `#cite(<key>, supplement: [para. 4], form: "prose")`. */
function citeCall(page: Page, at: number, next: number, to: number): number {
  const { text } = page;
  const end = closing(text, next, to, 4000);
  if (end < 0) return next + 1;
  const source = text.slice(next, end);
  const label = /<([^<>\s]{1,200})>|label\(\s*"([^"]{1,200})"/.exec(source);
  if (!label) return end;
  const name = (label[1] ?? label[2]) as string;
  const start = next + label.index + label[0].indexOf(name);
  const supplement = /supplement:\s*(?=[["])/.exec(source);
  const from = supplement ? next + supplement.index + supplement[0].length : -1;
  const close = from < 0 ? -1 : text[from] === '[' ? closing(text, from, end, 2000) : text.indexOf('"', from + 1) + 1;
  const key = { key: name, span: { start, end: start + name.length } };
  const narrative = /form:\s*"(?:prose|author|year|full)"/.test(source);
  page.cite({ start: at, end }, close > from && from >= 0 ? { ...key, suffix: { start: from + 1, end: close - 1 } } : key, narrative);
  return end;
}

/** One step of code: only the content blocks, strings' ends and brackets matter. */
export function code(page: Page, at: number, to: number): number {
  const { text } = page;
  const call = page.frames.at(-1) as Call;
  const skip = /[^"()[\]{}/\n\w$`]+/y;
  skip.lastIndex = at;
  const run = skip.exec(text);
  if (run) return Math.min(to, skip.lastIndex);
  const c = text[at] as string;
  if (c === '"') {
    const end = text.indexOf('"', at + 1);
    return end < 0 || end >= to ? at + 1 : end + 1;
  }
  if (c === '/') return page.slash(at, to);
  if (c === '[') {
    const before = text.slice(Math.max(call.from, at - 40), at);
    return content(page, call.name, text.slice(call.from, Math.min(at, call.from + 2000)), at, at, to, /([a-z-]+):\s*$/.exec(before)?.[1] ?? '');
  }
  if (c === '(') {
    return page.call(call.name, at, at + 1);
  }
  if (c === ')') {
    page.frames.pop();
    const { name } = call;
    const given = text.slice(call.from, Math.min(at, call.from + 2000));
    if (name === 'bibliography') for (const m of given.matchAll(/"([^"\n]{1,300}\.\w{2,5})"/g)) page.sheet.bibliographies.push(m[1] as string);
    if (text[at + 1] === '[') return content(page, name, given || ' ', call.at, at + 1, to);
    if (name === 'link') page.sheet.pen.object(call.at, at + 1, /"([^"]*)"/.exec(given)?.[1] ?? '');
    page.sheet.skipTo(at + 1);
    return at + 1;
  }
  if (c === '\n') {
    // A call that is still being typed must not swallow the chapters behind it.
    if (/^\n\s*\n=+ /.test(text.slice(at, at + 80))) while (page.frames.at(-1)?.kind === 'call') page.frames.pop();
    return at + 1;
  }
  const word = /[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*/y;
  word.lastIndex = at;
  const name = word.exec(text)?.[0];
  if (name === undefined) return at + 1;
  const next = at + name.length;
  if (text[next] === '(') {
    return page.call(name, at, next + 1);
  }
  return text[next] === '[' ? content(page, name, ' ', at, next, to) : next;
}

/** Content in brackets at `open`, given to the call `name` whose arguments are `given`; `argument` is its name, if it has one. */
function content(page: Page, name: string, given: string, at: number, open: number, to: number, argument = ''): number {
  const { text, sheet } = page;
  if (HIDDEN.test(name) || /^(?:supplement|numbering|header|footer|title|author|date|keywords)$/.test(argument)) {
    const end = closing(text, open, to, 50_000);
    return end < 0 ? open + 1 : end;
  }
  if (name === 'footnote') {
    sheet.openNote(at);
    page.content((end) => sheet.closeNote(end));
  } else if (name === 'quote' && argument === '' && !/block:\s*true/.test(given)) {
    sheet.pen.replace('“', at, open + 1).open('quote');
    page.content((end, closed) => {
      sheet.pen.close('quote');
      if (closed) sheet.pen.replace('”', end - 1, end);
    });
  } else if (name === 'quote' && argument === '') {
    const label = /attribution:\s*<([^<>\s]{1,200})>/.exec(given);
    sheet.openQuote(at);
    page.content((end) => {
      if (label) {
        // The source that an attribution names is drawn where it is printed: below the words.
        const start = at + text.slice(at, open).lastIndexOf(label[1] as string);
        sheet.pen.text(' ', end - 1);
        page.cite(
          { start, end: start + (label[1] as string).length },
          { key: label[1] as string, span: { start, end: start + (label[1] as string).length } },
          false,
        );
      }
      sheet.closeQuote(end);
    });
  } else if (EMPHASIS.test(name)) {
    sheet.pen.open('emphasis');
    page.content(() => sheet.pen.close('emphasis'));
  } else if (name === 'link') {
    sheet.pen.open('link', /"([^"]*)"/.exec(given)?.[1] ?? '');
    page.content(() => sheet.pen.close('link'));
  } else if (INLINE.test(name) || (text[at] === '#' && argument === '' && given === '' && !/^(?:figure|table|block|align|grid|heading|list|enum)/.test(name)))
    page.content(() => {});
  else {
    const level = name === 'heading' ? Number(/level:\s*(\d)/.exec(given)?.[1] ?? 1) : undefined;
    const kind =
      argument === 'caption'
        ? 'caption'
        : /(?:^|\.)(?:table|grid|cell|header)$/.test(name)
          ? 'cell'
          : name === 'heading'
            ? 'heading'
            : /^(?:list|enum|terms)/.test(name)
              ? 'item'
              : 'paragraph';
    sheet.begin(open, kind, level);
    page.content((end) => sheet.begin(end));
  }
  return open + 1;
}
