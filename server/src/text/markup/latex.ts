/** LaTeX: the prose of a document, its commands read as a reader of the printed page sees them. */
import type { Span } from '../span.ts';
import { type CitedKey, drawCitation } from './citation.ts';
import {
  ACCENTS,
  ACRONYMS,
  type CiteCommand,
  citeCommand,
  DECLARATIONS,
  DROPPED,
  EMPHASIS,
  ENVIRONMENT_ARGUMENTS,
  HEADINGS,
  LISTS,
  OBJECTS,
  QUOTES,
  SKIPPED,
  SYMBOLS,
  TABLES,
} from './latex-commands.ts';
import type { Markup } from './markup.ts';
import { Sheet } from './sheet.ts';

/** An open brace and what its closing does. */
interface Frame {
  readonly kind: 'group' | 'note' | 'block';
  /** The bracket that closes it. */
  readonly close: '}' | ']';
  readonly done: (at: number) => void;
}

const ARGUMENT = 20_000;

/** The offset behind the bracket that closes the one at `at`; -1 when none does within reach. */
function closing(text: string, at: number, to: number, reach = ARGUMENT): number {
  const open = text[at];
  const close = open === '{' ? '}' : ']';
  let depth = 0;
  let braces = 0;
  const end = Math.min(to, at + reach);
  for (let i = at; i < end; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === open && (open === '{' || braces === 0)) depth++;
    else if (c === close && (open === '{' || braces === 0)) {
      if (--depth === 0) return i + 1;
    } else if (open === '[' && c === '{') braces++;
    else if (open === '[' && c === '}' && --braces < 0) return -1;
    else if (c === '\n' && /^\s*\n/.test(text.slice(i + 1, i + 40)) && open === '[') return -1;
  }
  return -1;
}

const spaces = (text: string, at: number, to: number): number => {
  let i = at;
  while (i < to && (text[i] === ' ' || text[i] === '\t')) i++;
  if (text[i] === '\n' && !/^[ \t]*\r?\n/.test(text.slice(i + 1, i + 40))) {
    i++;
    while (i < to && (text[i] === ' ' || text[i] === '\t')) i++;
  }
  return i;
};

class Reader {
  readonly #text: string;
  readonly sheet: Sheet;
  #frames: Frame[] = [];
  readonly #environments: string[] = [];
  /** What the options of a displayed quotation cite is drawn where the quotation ends. */
  #cited: (() => void) | undefined;
  #quoteDepth = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.sheet = new Sheet(text);
  }

  /** Reads from `from` to `to`; braces that are open at the end are closed. */
  run(from: number, to: number): void {
    const outer = this.#frames;
    this.#frames = [];
    const text = this.#text;
    const plain = /[^\\{}%~$&`'\-\n\]"]+/y;
    let at = from;
    while (at < to) {
      plain.lastIndex = at;
      const run = plain.exec(text);
      if (run) {
        const end = Math.min(to, plain.lastIndex);
        this.sheet.pen.text(text.slice(at, end), at);
        at = end;
        continue;
      }
      at = Math.max(at + 1, this.#special(text[at] as string, at, to));
    }
    this.#unwind(0, to);
    this.#frames = outer;
  }

  #unwind(n: number, at: number): void {
    while (this.#frames.length > n) (this.#frames.pop() as Frame).done(at);
  }

  /** Closes the groups that a paragraph's end closes: all but those of a note. */
  #paragraph(at: number): void {
    const note = this.#frames.findLastIndex((f) => f.kind === 'note');
    this.#unwind(note + 1, at);
    this.sheet.begin(at, this.sheet.kind === 'item' || this.sheet.kind === 'cell' ? this.sheet.kind : 'paragraph');
  }

  #special(c: string, at: number, to: number): number {
    const text = this.#text;
    const { pen } = this.sheet;
    switch (c) {
      case '\\':
        return this.#command(at, to);
      case '{':
        this.#frames.push({ kind: 'group', close: '}', done: () => {} });
        return at + 1;
      case '}':
      case ']': {
        const top = this.#frames.at(-1);
        if (top?.close === c) (this.#frames.pop() as Frame).done(at + 1);
        else if (c === ']') pen.text(c, at);
        return at + 1;
      }
      case '%': {
        let end = text.indexOf('\n', at);
        if (end < 0 || end > to) end = to;
        const stop = text[end - 1] === '\r' ? end - 1 : end;
        this.sheet.comment(at, stop, text.slice(at + 1, stop));
        // The line's end is part of the comment, unless a paragraph ends there.
        let next = end + 1;
        while (next < to && (text[next] === ' ' || text[next] === '\t')) next++;
        this.sheet.skipTo(Math.min(next, to));
        return text[next] === '\n' || text[next] === '\r' ? end : Math.min(next, to);
      }
      case '~':
        pen.replace(' ', at, at + 1);
        return at + 1;
      case '&':
        if (this.#inTable()) this.#cell(at + 1);
        else pen.text(c, at);
        return at + 1;
      case '$':
        return this.#maths(at, to);
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
        if (blank) this.#paragraph(at);
        else pen.text(c, at);
        return at + (blank ? blank[0].length : 1);
      }
    }
  }

  #inTable(): boolean {
    return TABLES.has(this.#environments.at(-1) ?? '');
  }

  #cell(at: number): void {
    this.#unwind(this.#frames.findLastIndex((f) => f.kind === 'note') + 1, at);
    this.sheet.begin(at, 'cell');
  }

  #maths(at: number, to: number): number {
    const text = this.#text;
    const display = text[at + 1] === '$';
    const mark = display ? '$$' : '$';
    for (let i = at + mark.length; i < to && i < at + 5000; i++) {
      if (text[i] === '\\') i++;
      else if (text.startsWith(mark, i)) {
        this.sheet.pen.object(at, i + mark.length);
        return i + mark.length;
      } else if (text[i] === '\n' && /^[ \t]*\r?\n/.test(text.slice(i + 1, i + 40))) break;
    }
    this.sheet.pen.text('$', at);
    return at + 1;
  }

  #command(at: number, to: number): number {
    const text = this.#text;
    const { pen } = this.sheet;
    const c = text[at + 1] ?? '';
    if (!/[A-Za-z@]/.test(c)) return this.#sign(c, at, to);
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
    if (ACCENTS[name] !== undefined && /[\s{\\]/.test(text[next] ?? '')) return this.#accent(name, at, next, to);
    const cite = citeCommand(name);
    if (cite) return this.#cite(cite, at, next, to);
    if (bare === 'begin' || bare === 'end') return this.#environment(bare, at, next, to);
    if (bare === 'par') {
      this.#paragraph(at);
      return next;
    }
    if (bare === 'item' || bare === 'bibitem') {
      this.#unwind(this.#frames.findLastIndex((f) => f.kind === 'note') + 1, at);
      this.sheet.begin(at, 'item');
      next = spaces(text, next, to);
      if (text[next] === '[') {
        if (bare === 'item') {
          this.#frames.push({ kind: 'group', close: ']', done: (end) => this.sheet.pen.text(' ', end - 1) });
          return next + 1;
        }
        next = Math.max(next, closing(text, next, to));
      }
      return bare === 'bibitem' && text[next] === '{' ? Math.max(next, closing(text, next, to)) : next;
    }
    const level = HEADINGS.get(bare);
    if (level !== undefined) return this.#block('heading', at, next, to, level);
    if (bare === 'caption') return this.#block('caption', at, next, to);
    if (/^(?:footnote|footnotetext|endnote|sidenote|marginnote)$/.test(bare)) {
      next = this.#optional(spaces(text, next, to), to);
      if (text[next] !== '{') return next;
      this.sheet.openNote(at);
      this.#frames.push({ kind: 'note', close: '}', done: (end) => this.sheet.closeNote(end) });
      return next + 1;
    }
    if (/^(?:enquote|textquote|blockquote|foreignquote|textcquote|blockcquote|q)$/.test(bare)) return this.#enquote(bare, at, next, to);
    if (bare === 'url' || bare === 'href') return this.#link(bare, at, next, to);
    if (bare === 'iffalse') {
      const end = text.indexOf('\\fi', next);
      return end < 0 || end > to ? to : end + 3;
    }
    if (bare === 'def' || bare === 'let') {
      const end = /^\\?[A-Za-z@]+[^{}\n]{0,100}/.exec(text.slice(next, next + 140));
      return this.#groups(next + (end?.[0].length ?? 0), bare === 'def' ? 1 : 0, to);
    }
    if (ACRONYMS.has(name) && text[next] === '{') {
      this.#frames.push({ kind: 'group', close: '}', done: () => {} });
      return next + 1;
    }
    if (OBJECTS.has(bare)) {
      const end = this.#groups(next, bare === 'SI' || bare === 'qty' ? 2 : 1, to);
      if (end > next) pen.object(at, end);
      return end;
    }
    const dropped = DROPPED.get(name) ?? DROPPED.get(bare);
    if (dropped !== undefined) return this.#groups(next, dropped, to);
    if (EMPHASIS.has(bare)) {
      if (DECLARATIONS.has(bare)) {
        const top = this.#frames.at(-1);
        if (top?.kind === 'group') {
          pen.open('emphasis');
          this.#frames[this.#frames.length - 1] = { ...top, done: () => this.sheet.pen.close('emphasis') };
        }
        return spaces(text, next, to);
      }
      next = spaces(text, next, to);
      if (text[next] !== '{') return next;
      pen.open('emphasis');
      this.#frames.push({ kind: 'group', close: '}', done: () => this.sheet.pen.close('emphasis') });
      return next + 1;
    }
    // An unknown command: its options are not prose, its arguments most likely are.
    const behind = this.#optional(next, to);
    return text[behind] === '{' || behind > next ? behind : spaces(text, next, to);
  }

  /** A command of one sign: an escape, an accent, a space, a line's end, maths. */
  #sign(c: string, at: number, to: number): number {
    const text = this.#text;
    const { pen } = this.sheet;
    if (c === '\\') {
      const next = this.#optional(text[at + 2] === '*' ? at + 3 : at + 2, to);
      if (this.#inTable()) this.#cell(next);
      else pen.replace(' ', at, at + 2);
      return next;
    }
    if (c === '(' || c === '[') {
      const end = text.indexOf(c === '(' ? '\\)' : '\\]', at + 2);
      if (end < 0 || end > to || end - at > 5000) return at + 2;
      pen.object(at, end + 2);
      return end + 2;
    }
    if (ACCENTS[c] !== undefined) return this.#accent(c, at, at + 2, to);
    if (/[\s,;:>]/.test(c)) pen.replace(' ', at, at + 2);
    else if (/[&%$#_{}]/.test(c)) pen.replace(c, at, at + 2);
    return at + 2;
  }

  #accent(name: string, at: number, next: number, to: number): number {
    const m = /^(?:\s*\{\s*\\?([A-Za-z\u0131])\s*\}|\s*\\([ij])(?![A-Za-z])|\s*([A-Za-z]))/.exec(this.#text.slice(next, Math.min(to, next + 12)));
    if (!m) return next;
    const letter = (m[1] ?? m[2] ?? m[3]) as string;
    const end = next + m[0].length;
    this.sheet.pen.replace((letter + (ACCENTS[name] as string)).normalize('NFC'), at, end);
    return end;
  }

  #optional(at: number, to: number): number {
    let next = at;
    while (this.#text[next] === '[') {
      const end = closing(this.#text, next, to, 2000);
      if (end < 0) break;
      next = end;
    }
    return next;
  }

  /** Behind `n` arguments in braces and the options before and between them. A bare command may stand for an argument. */
  #groups(at: number, n: number, to: number): number {
    let next = this.#optional(at, to);
    for (let i = 0; i < n; i++) {
      const from = spaces(this.#text, next, to);
      const bare = this.#text[from] === '\\' ? /^\\[A-Za-z@]+/.exec(this.#text.slice(from, from + 60)) : null;
      const end = this.#text[from] === '{' ? closing(this.#text, from, to) : bare && n > 1 ? from + bare[0].length : -1;
      if (end < 0) return next;
      next = this.#optional(end, to);
    }
    return next;
  }

  #block(kind: 'heading' | 'caption', at: number, next: number, to: number, level?: number): number {
    const from = this.#optional(spaces(this.#text, next, to), to);
    if (this.#text[from] !== '{') return from;
    this.#unwind(kind === 'heading' ? 0 : this.#frames.findLastIndex((f) => f.kind === 'note') + 1, at);
    while (kind === 'heading' && this.sheet.inNote) this.sheet.closeNote(at);
    this.sheet.begin(at, kind, level);
    this.#frames.push({ kind: 'block', close: '}', done: (end) => this.sheet.begin(end, this.#inTable() ? 'cell' : 'paragraph') });
    return from + 1;
  }

  #link(name: string, at: number, next: number, to: number): number {
    const text = this.#text;
    const from = this.#optional(next, to);
    const end = text[from] === '{' ? closing(text, from, to, 3000) : -1;
    if (end < 0) return from;
    const url = text.slice(from + 1, end - 1).replace(/\\([%#&_~])/g, '$1');
    if (name === 'url') {
      this.sheet.pen.object(at, end, url);
      return end;
    }
    if (text[end] !== '{') return end;
    this.sheet.pen.open('link', url);
    this.#frames.push({ kind: 'group', close: '}', done: () => this.sheet.pen.close('link') });
    return end + 1;
  }

  /** csquotes: `\enquote{…}`, `\textquote[cite]{…}`, `\textcquote[post]{key}{…}`. */
  #enquote(name: string, at: number, next: number, to: number): number {
    const text = this.#text;
    const options: Span[] = [];
    let from = next;
    while (text[from] === '[') {
      const end = closing(text, from, to, 2000);
      if (end < 0) break;
      options.push({ start: from + 1, end: end - 1 });
      from = end;
    }
    let key: Span | undefined;
    if (/c?quote$/.test(name) && (name.endsWith('cquote') || name === 'foreignquote') && text[from] === '{') {
      const end = closing(text, from, to, 500);
      if (end < 0) return from;
      if (name !== 'foreignquote') key = { start: from + 1, end: end - 1 };
      from = end;
    }
    if (text[from] !== '{') return from;
    const outer = this.#quoteDepth++ % 2 === 0;
    this.sheet.pen.replace(outer ? '“' : '‘', at, from + 1).open('quote');
    this.#frames.push({
      kind: 'group',
      close: '}',
      done: (end) => {
        this.#quoteDepth--;
        this.sheet.pen.close('quote');
        if (text[end - 1] !== '}') return;
        this.sheet.pen.replace(outer ? '”' : '’', end - 1, end);
        if (key) {
          this.sheet.pen.replace(' ', end, end);
          const [first, second] = options;
          this.#draw({ start: at, end }, [this.#key(key, second ? first : undefined, second ?? first)], { narrative: false, foot: false, many: false });
        } else if (options[0] && this.#depth < 3) {
          this.sheet.pen.replace(' ', end, end);
          this.#within(options[0]);
        }
      },
    });
    return from + 1;
  }

  /** The options of `\begin{displayquote}[cite]` and `\begin{displaycquote}[pre][post]{key}`. */
  #displayed(name: string, at: number, behind: number, to: number): number {
    const text = this.#text;
    const options: Span[] = [];
    let next = behind;
    while (text[next] === '[') {
      const end = closing(text, next, to, 2000);
      if (end < 0) break;
      options.push({ start: next + 1, end: end - 1 });
      next = end;
    }
    const [first, second] = options;
    const close = name === 'displaycquote' && text[next] === '{' ? closing(text, next, to, 500) : -1;
    const key = close < 0 ? undefined : this.#key({ start: next + 1, end: close - 1 }, second ? first : undefined, second ?? first);
    if (close >= 0) next = close;
    this.#cited = () => {
      this.#cited = undefined;
      this.sheet.pen.replace(' ', next, next);
      if (key) this.#draw({ start: at, end: next }, [key], { narrative: false, foot: false, many: false });
      else if (first) this.#within(first);
    };
    this.sheet.skipTo(next);
    return next;
  }

  #within(s: Span): void {
    if (this.#depth >= 3) {
      this.sheet.pen.text(this.#text.slice(s.start, s.end), s.start);
      return;
    }
    this.#depth++;
    this.run(s.start, s.end);
    this.#depth--;
  }

  #key(s: Span, prefix?: Span, suffix?: Span): CitedKey {
    const raw = this.#text.slice(s.start, s.end);
    const start = s.start + (raw.length - raw.trimStart().length);
    const key = raw.trim();
    const filled = (x: Span | undefined): boolean => x !== undefined && this.#text.slice(x.start, x.end).trim() !== '';
    return { key, span: { start, end: start + key.length }, ...(prefix && filled(prefix) ? { prefix } : {}), ...(suffix && filled(suffix) ? { suffix } : {}) };
  }

  #draw(whole: Span, keys: readonly CitedKey[], cite: CiteCommand): void {
    if (cite.narrative)
      keys.forEach((k, n) => {
        if (n > 0) this.sheet.pen.replace('; ', k.span.start, k.span.start);
        drawCitation(this.sheet.pen, whole, [k], true, cite.foot, (s) => this.#within(s));
      });
    else drawCitation(this.sheet.pen, whole, keys, false, cite.foot, (s) => this.#within(s));
  }

  #cite(cite: CiteCommand, at: number, next: number, to: number): number {
    const text = this.#text;
    const keys: CitedKey[] = [];
    let from = next;
    if (cite.many) while (text[from] === '(') from = Math.max(from + 1, text.indexOf(')', from) + 1);
    let end = from;
    for (let first = true; first || cite.many; first = false) {
      const options: Span[] = [];
      let i = first ? spaces(text, end, to) : end;
      while (text[i] === '[' && options.length < 2) {
        const close = closing(text, i, to, 2000);
        if (close < 0) break;
        options.push({ start: i + 1, end: close - 1 });
        i = close;
      }
      i = spaces(text, i, to);
      const close = text[i] === '{' ? closing(text, i, to, 2000) : -1;
      if (close < 0) break;
      const [one, two] = options;
      const list = text.slice(i + 1, close - 1).split(',');
      let start = i + 1;
      list.forEach((raw, n) => {
        const span = { start, end: start + raw.length };
        start += raw.length + 1;
        if (raw.trim() === '') return;
        keys.push(this.#key(span, n === 0 && two ? one : undefined, n === list.length - 1 ? (two ?? one) : undefined));
      });
      end = close;
    }
    if (keys.length > 0) this.#draw({ start: at, end }, keys, cite);
    return Math.max(end, next);
  }

  #environment(which: 'begin' | 'end', at: number, next: number, to: number): number {
    const text = this.#text;
    const m = /^\s?\{([A-Za-z]{1,40}\*?)\}/.exec(text.slice(next, next + 50));
    if (!m) return next;
    const name = m[1] as string;
    let behind = next + m[0].length;
    if (which === 'end') {
      if (name.startsWith('display')) this.#cited?.();
      this.#paragraph(at);
      if (QUOTES.has(name) && this.sheet.inQuote) this.sheet.closeQuote(behind);
      else this.sheet.begin(behind);
      const i = this.#environments.lastIndexOf(name);
      if (i >= 0) this.#environments.length = i;
      if (LISTS.has(this.#environments.at(-1) ?? '')) this.sheet.begin(behind, 'item');
      return name === 'document' ? to : behind;
    }
    if (SKIPPED.has(name)) {
      const end = text.indexOf(`\\end{${name}}`, behind);
      const stop = end < 0 || end > to ? to : end + name.length + 6;
      if (/^(?:equation|align|gather|multline|displaymath|math|eqnarray|flalign|alignat)/.test(name)) this.sheet.pen.object(at, stop);
      else {
        this.#paragraph(at);
        this.sheet.skipTo(stop);
      }
      return stop;
    }
    this.#paragraph(at);
    if (this.#environments.length < 1000) this.#environments.push(name);
    if (name === 'frame') {
      behind = this.#optional(behind, to);
      return text[behind] === '{' ? this.#block('heading', at, behind, to, 2) : behind;
    }
    if (QUOTES.has(name)) {
      this.sheet.openQuote(at);
      return name.startsWith('display') ? this.#displayed(name, at, behind, to) : this.#optional(behind, to);
    }
    behind = this.#groups(behind, ENVIRONMENT_ARGUMENTS.get(name) ?? 0, to);
    this.sheet.begin(behind, TABLES.has(name) ? 'cell' : 'paragraph');
    return behind;
  }
}

/** Total. With a preamble only what follows `\begin{document}` is prose; its comments and bibliographies count all the same. */
export function parseLatex(text: string): Markup {
  const reader = new Reader(text);
  const begin = /^[^%\n]*\\begin\{document\}/m.exec(text);
  const body = begin ? begin.index + begin[0].length : 0;
  if (body > 0)
    for (const m of text.slice(0, body).matchAll(/^((?:[^%\\\r\n]|\\.)*)%(.*)$/gm))
      reader.sheet.comment(m.index + (m[1] as string).length, m.index + m[0].trimEnd().length, m[2] as string);
  reader.sheet.skipTo(body);
  reader.run(body, text.length);
  for (const m of text.matchAll(/^(?:[^%\\\n]|\\(?!addbib|bibliography\b).)*?\\(addbibresource|bibliography)(?:\[[^\]\n]*\])?\{([^{}]*)\}/gm))
    for (const name of (m[2] as string).split(','))
      if (name.trim()) reader.sheet.bibliographies.push(/\.\w+$/.test(name.trim()) ? name.trim() : `${name.trim()}.bib`);
  return reader.sheet.done('latex');
}
