/** Typst: markup mode is prose, code mode is not, and content blocks inside code are prose again. */
import type { Span } from '../span.ts';
import { type CitedKey, drawCitation } from './citation.ts';
import type { Markup } from './markup.ts';
import { Sheet } from './sheet.ts';

type Frame =
  | { readonly kind: 'content'; readonly done: (at: number) => void }
  /** A bracket that is only a bracket. */
  | { readonly kind: 'literal' }
  /** The arguments of a call, and where they begin. */
  | { readonly kind: 'call'; readonly name: string; readonly at: number; readonly from: number };

const EMPHASIS = /^(?:emph|strong|underline|highlight|smallcaps)$/;
const INLINE = /^(?:super|sub|text|smallcaps|strike|overline|box|lower|upper|h|link|emph|strong|underline|highlight)$/;
const HIDDEN = /(?:^|\.)(?:hide|todo|speaker-note|note-to-self|raw|pdfpc|metadata)$/;
const KEYWORD = /^(?:let|set|show|import|include|if|else|for|while|return|context)$/;
const LABEL = /<[\p{L}_][\p{L}\p{N}_:.-]{0,200}>/uy;
const REFERENCE = /@[\p{L}\p{N}_](?:[\p{L}\p{N}_-]|[:.](?=[\p{L}\p{N}_])){0,200}/uy;
const PLAIN = /[^\\#@$`*_~"'\-.\n[\]</]+/y;

class Reader {
  readonly sheet: Sheet;
  readonly #text: string;
  #frames: Frame[] = [];
  #depth = 0;
  readonly #urls: readonly Span[];
  #url = 0;
  #marks: string[] = [];

  constructor(text: string) {
    this.#text = text;
    this.sheet = new Sheet(text);
    const urls: Span[] = [];
    for (const m of text.matchAll(/(?<!["\w])https?:\/\/[^\s[\]<>"]{1,1000}[^\s[\]<>".,;:!?)']/g)) urls.push({ start: m.index, end: m.index + m[0].length });
    this.#urls = urls;
  }

  run(from: number, to: number): void {
    const outer = this.#frames;
    const marks = this.#marks;
    this.#frames = [];
    this.#marks = [];
    let at = this.#lineStart(from, to);
    while (at < to) at = Math.max(at + 1, this.#frames.at(-1)?.kind === 'call' ? this.#code(at, to) : this.#markup(at, to));
    while (this.#frames.length > 0) this.#pop(to);
    this.#frames = outer;
    this.#marks = marks;
  }

  #pop(at: number): Frame | undefined {
    const frame = this.#frames.pop();
    if (frame?.kind === 'content') frame.done(at);
    return frame;
  }

  #paragraph(at: number, kind: 'paragraph' | 'item' = 'paragraph'): void {
    while (this.#frames.at(-1)?.kind === 'literal') this.#frames.pop();
    this.#marks.length = 0;
    this.sheet.begin(at, kind);
  }

  /** What a line begins with, from behind its indentation: a heading, an item or nothing. Gives where its text begins. */
  #lineStart(from: number, to: number): number {
    const m = /^([ \t]*)(?:(={1,6})[ \t]+|([-+]|\d{1,3}\.)[ \t]+|(\/)[ \t]+(?=[^:\n]{1,200}:))?/.exec(this.#text.slice(from, Math.min(to, from + 260)));
    if (!m || from + m[0].length > to) return from;
    const at = from + (m[1] as string).length;
    if (m[2]) {
      this.#paragraph(at);
      this.sheet.begin(at, 'heading', m[2].length);
    } else if (m[3] || m[4]) this.#paragraph(at, 'item');
    else if (m[1] === '' && this.sheet.kind === 'item') this.#paragraph(at);
    return from + m[0].length;
  }

  #markup(at: number, to: number): number {
    const text = this.#text;
    const { pen } = this.sheet;
    while ((this.#urls[this.#url]?.end ?? Infinity) <= at) this.#url++;
    const url = this.#urls[this.#url];
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
        const code = /^\\u\{([0-9A-Fa-f]{1,6})\}/.exec(text.slice(at, at + 12));
        const point = code ? Number.parseInt(code[1] as string, 16) : 0;
        if (code) pen.replace(point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD', at, at + code[0].length);
        else pen.replace(next === '' ? '' : /\s/.test(next) ? ' ' : next, at, at + 2);
        return at + (code ? code[0].length : 2);
      }
      case '#':
        return this.#hash(at, to);
      case '@':
        return this.#reference(at, to);
      case '$':
        return this.#object(at, '$', to, 3000);
      case '`': {
        const fence = /^`{3,}/.exec(text.slice(at, at + 20))?.[0];
        if (!fence) return next === '`' ? at + 2 : this.#object(at, '`', to, 3000);
        const end = text.indexOf(fence, at + fence.length);
        let stop = end < 0 || end > to ? to : end + fence.length;
        while (stop > at + fence.length && /\s/.test(text[stop - 1] as string)) stop--;
        if (text.slice(at, stop).includes('\n')) {
          this.#paragraph(at);
          this.sheet.skipTo(stop);
        } else pen.object(at, stop);
        return stop;
      }
      case '*':
      case '_':
        return this.#emphasis(c, at);
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
        return this.#slash(at, to);
      case '[':
        this.#frames.push({ kind: 'literal' });
        pen.text(c, at);
        return at + 1;
      case ']': {
        if (this.#frames.length === 0 || this.#frames.at(-1)?.kind === 'literal') {
          this.#frames.pop();
          pen.text(c, at);
          return at + 1;
        }
        this.#pop(at + 1);
        // A call may take several blocks of content; the next one has the same meaning as text.
        return at + 1;
      }
      default:
        return this.#newline(at, to);
    }
  }

  #newline(at: number, to: number): number {
    const blank = /^\n(?:[ \t]*\r?\n)+/.exec(this.#text.slice(at, at + 200));
    if (blank) this.#paragraph(at);
    else if (this.sheet.kind === 'heading') this.#paragraph(at);
    else this.sheet.pen.text('\n', at);
    return this.#lineStart(at + (blank ? blank[0].length : 1), to);
  }

  #emphasis(c: string, at: number): number {
    const text = this.#text;
    const { pen } = this.sheet;
    const word = (s: string | undefined): boolean => s !== undefined && /[\p{L}\p{N}]/u.test(s);
    if (word(text[at - 1]) && word(text[at + 1])) {
      pen.text(c, at);
      return at + 1;
    }
    const open = this.#marks.lastIndexOf(c);
    if (open >= 0) {
      this.#marks.length = open;
      pen.close('emphasis');
    } else if (/\S/.test(text[at + 1] ?? ' ')) {
      this.#marks.push(c);
      pen.open('emphasis');
    } else pen.text(c, at);
    return at + 1;
  }

  #object(at: number, mark: string, to: number, reach: number): number {
    for (let i = at + 1; i < to && i < at + reach; i++) {
      if (this.#text[i] === '\\' && mark === '$') i++;
      else if (this.#text[i] === mark) {
        this.sheet.pen.object(at, i + 1);
        return i + 1;
      }
    }
    this.sheet.pen.text(mark, at);
    return at + 1;
  }

  /** A comment, or only a slash. */
  #slash(at: number, to: number): number {
    const text = this.#text;
    const next = text[at + 1];
    if (next === '/') {
      let end = text.indexOf('\n', at);
      if (end < 0 || end > to) end = to;
      const stop = text[end - 1] === '\r' ? end - 1 : end;
      this.sheet.comment(at, stop, text.slice(at + 2, stop));
      this.sheet.skipTo(end);
      return end;
    }
    if (next === '*') {
      const close = text.indexOf('*/', at + 2);
      const end = close < 0 || close > to ? to : close + 2;
      this.sheet.comment(at, end, text.slice(at + 2, close < 0 ? end : end - 2));
      this.sheet.skipTo(end);
      return end;
    }
    if (this.#frames.at(-1)?.kind !== 'call') this.sheet.pen.text('/', at);
    return at + 1;
  }

  /** `@key` or `@key[supplement]`. */
  #reference(at: number, to: number): number {
    const text = this.#text;
    REFERENCE.lastIndex = at;
    const m = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? null : REFERENCE.exec(text);
    if (!m) {
      this.sheet.pen.text('@', at);
      return at + 1;
    }
    const end = at + m[0].length;
    const close = text[end] === '[' ? this.#closing(end, to, 2000) : -1;
    const key = { key: m[0].slice(1), span: { start: at + 1, end } };
    const whole = { start: at, end: close < 0 ? end : close };
    this.#cite(whole, close < 0 ? key : { ...key, suffix: { start: end + 1, end: close - 1 } }, false);
    return whole.end;
  }

  #cite(whole: Span, key: CitedKey, narrative: boolean): void {
    drawCitation(this.sheet.pen, whole, [key], narrative, false, (s) => {
      if (this.#depth >= 3) this.sheet.pen.text(this.#text.slice(s.start, s.end), s.start);
      else {
        this.#depth++;
        this.run(s.start, s.end);
        this.#depth--;
      }
    });
  }

  /** The offset behind the bracket that closes the one at `at`, strings and nesting heeded; -1 when none does within reach. */
  #closing(at: number, to: number, reach: number): number {
    const text = this.#text;
    let depth = 0;
    const end = Math.min(to, at + reach);
    for (let i = at; i < end; i++) {
      const c = text[i] as string;
      if (c === '\\') i++;
      else if (c === '"' && text[at] !== '[') {
        const close = text.indexOf('"', i + 1);
        if (close < 0 || close >= end) return -1;
        i = close;
      } else if (/[([{]/.test(c)) depth++;
      else if (/[)\]}]/.test(c) && --depth === 0) return i + 1;
    }
    return -1;
  }

  /** Code in markup: a call, a variable, or a statement that ends with its line. */
  #hash(at: number, to: number): number {
    const text = this.#text;
    const name = /^#([A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)/.exec(text.slice(at, at + 120))?.[1];
    if (name === undefined) {
      const c = text[at + 1];
      if (c !== '{' && c !== '(' && c !== '[' && c !== '"') {
        if (!/\d/.test(c ?? '')) this.sheet.pen.text('#', at);
        return at + 1;
      }
      if (c === '[') {
        this.#frames.push({ kind: 'content', done: () => {} });
        return at + 2;
      }
      const end = c === '"' ? text.indexOf('"', at + 2) + 1 : this.#closing(at + 1, to, 50_000);
      return end <= at ? at + 2 : end;
    }
    const next = at + 1 + name.length;
    if (KEYWORD.test(name)) return this.#statement(at, next, to);
    if (name === 'cite' && text[next] === '(') return this.#citeCall(at, next, to);
    if (text[next] === '(') {
      this.#frames.push({ kind: 'call', name, at, from: next + 1 });
      return next + 1;
    }
    if (text[next] === '[') return this.#content(name, '', at, next, to);
    // A variable stands for text that is not here.
    this.sheet.pen.object(at, next);
    return next;
  }

  /** `#set`, `#let`, `#show`, `#import`: to the end of the line, or further while a bracket is open. */
  #statement(at: number, next: number, to: number): number {
    const text = this.#text;
    let i = next;
    for (; i < to && text[i] !== '\n'; i++) {
      const c = text[i] as string;
      if (c === '"') {
        const close = text.indexOf('"', i + 1);
        if (close > 0 && close < to) i = close;
      } else if (/[([{]/.test(c)) {
        const end = this.#closing(i, to, 50_000);
        if (end > 0) i = end - 1;
      } else if (c === ']' || c === ';') break;
      else if (c === '/' && text[i + 1] === '/') break;
    }
    const bibliography = /bibliography\(\s*"([^"\n]{1,300})"/.exec(text.slice(at, Math.min(i, at + 2000)));
    if (bibliography) this.sheet.bibliographies.push(bibliography[1] as string);
    this.sheet.skipTo(i);
    return text[i] === ';' ? i + 1 : i;
  }

  /** `#cite(<key>, supplement: [para. 4], form: "prose")`. */
  #citeCall(at: number, next: number, to: number): number {
    const text = this.#text;
    const end = this.#closing(next, to, 4000);
    if (end < 0) return next + 1;
    const source = text.slice(next, end);
    const label = /<([^<>\s]{1,200})>|label\(\s*"([^"]{1,200})"/.exec(source);
    if (!label) return end;
    const name = (label[1] ?? label[2]) as string;
    const start = next + label.index + label[0].indexOf(name);
    const supplement = /supplement:\s*(?=[["])/.exec(source);
    const from = supplement ? next + supplement.index + supplement[0].length : -1;
    const close = from < 0 ? -1 : text[from] === '[' ? this.#closing(from, end, 2000) : text.indexOf('"', from + 1) + 1;
    const key = { key: name, span: { start, end: start + name.length } };
    const narrative = /form:\s*"(?:prose|author|year|full)"/.test(source);
    this.#cite({ start: at, end }, close > from && from >= 0 ? { ...key, suffix: { start: from + 1, end: close - 1 } } : key, narrative);
    return end;
  }

  /** Content in brackets at `open`, given to the call `name` whose arguments are `given`; `argument` is its name, if it has one. */
  #content(name: string, given: string, at: number, open: number, to: number, argument = ''): number {
    const { sheet } = this;
    const push = (done: (end: number) => void): void => void this.#frames.push({ kind: 'content', done });
    const text = this.#text;
    if (HIDDEN.test(name) || /^(?:supplement|numbering|header|footer|title|author|date|keywords)$/.test(argument)) {
      const end = this.#closing(open, to, 50_000);
      return end < 0 ? open + 1 : end;
    }
    if (name === 'footnote') {
      sheet.openNote(at);
      push((end) => sheet.closeNote(end));
    } else if (name === 'quote' && argument === '' && !/block:\s*true/.test(given)) {
      sheet.pen.replace('“', at, open + 1).open('quote');
      push((end) => {
        sheet.pen.close('quote');
        if (text[end - 1] === ']') sheet.pen.replace('”', end - 1, end);
      });
    } else if (name === 'quote' && argument === '') {
      const label = /attribution:\s*<([^<>\s]{1,200})>/.exec(given);
      sheet.openQuote(at);
      push((end) => {
        if (label) {
          // The source that an attribution names is drawn where it is printed: below the words.
          const start = at + text.slice(at, open).lastIndexOf(label[1] as string);
          sheet.pen.text(' ', end - 1);
          this.#cite(
            { start, end: start + (label[1] as string).length },
            { key: label[1] as string, span: { start, end: start + (label[1] as string).length } },
            false,
          );
        }
        sheet.closeQuote(end);
      });
    } else if (EMPHASIS.test(name)) {
      sheet.pen.open('emphasis');
      push(() => sheet.pen.close('emphasis'));
    } else if (name === 'link') {
      sheet.pen.open('link', /"([^"]*)"/.exec(given)?.[1] ?? '');
      push(() => sheet.pen.close('link'));
    } else if (INLINE.test(name) || (text[at] === '#' && argument === '' && given === '' && !/^(?:figure|table|block|align|grid|heading|list|enum)/.test(name)))
      push(() => {});
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
      push((end) => sheet.begin(end));
    }
    return open + 1;
  }

  /** One step of code: only the content blocks, strings' ends and brackets matter. */
  #code(at: number, to: number): number {
    const text = this.#text;
    const call = this.#frames.at(-1) as Frame & { kind: 'call' };
    const skip = /[^"()[\]{}/\n\w$`]+/y;
    skip.lastIndex = at;
    const run = skip.exec(text);
    if (run) return Math.min(to, skip.lastIndex);
    const c = text[at] as string;
    if (c === '"') {
      const end = text.indexOf('"', at + 1);
      return end < 0 || end >= to ? at + 1 : end + 1;
    }
    if (c === '/') return this.#slash(at, to);
    if (c === '[') {
      const before = text.slice(Math.max(call.from, at - 40), at);
      return this.#content(call.name, text.slice(call.from, Math.min(at, call.from + 2000)), at, at, to, /([a-z-]+):\s*$/.exec(before)?.[1] ?? '');
    }
    if (c === '(') {
      this.#frames.push({ kind: 'call', name: call.name, at, from: at + 1 });
      return at + 1;
    }
    if (c === ')') {
      this.#frames.pop();
      const { name } = call;
      const given = text.slice(call.from, Math.min(at, call.from + 2000));
      if (name === 'bibliography') for (const m of given.matchAll(/"([^"\n]{1,300}\.\w{2,5})"/g)) this.sheet.bibliographies.push(m[1] as string);
      if (text[at + 1] === '[') return this.#content(name, given || ' ', call.at, at + 1, to);
      if (name === 'link') this.sheet.pen.object(call.at, at + 1, /"([^"]*)"/.exec(given)?.[1] ?? '');
      this.sheet.skipTo(at + 1);
      return at + 1;
    }
    if (c === '\n') {
      // A call that is still being typed must not swallow the chapters behind it.
      if (/^\n\s*\n=+ /.test(text.slice(at, at + 80))) while (this.#frames.at(-1)?.kind === 'call') this.#frames.pop();
      return at + 1;
    }
    const word = /[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*/y;
    word.lastIndex = at;
    const name = word.exec(text)?.[0];
    if (name === undefined) return at + 1;
    const next = at + name.length;
    if (text[next] === '(') {
      this.#frames.push({ kind: 'call', name, at, from: next + 1 });
      return next + 1;
    }
    return text[next] === '[' ? this.#content(name, ' ', at, next, to) : next;
  }
}

/** Total. */
export function parseTypst(text: string): Markup {
  const reader = new Reader(text);
  reader.run(text.startsWith('\uFEFF') ? 1 : 0, text.length);
  return reader.sheet.done('typst');
}
