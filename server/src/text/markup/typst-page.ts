/** The page that Typst is drawn on: the sheet, what is open on it, and the steps that markup and code have in common. */
import type { Span } from '../span.ts';
import { type CitedKey, drawCitation } from './citation.ts';
import { Sheet } from './sheet.ts';

/** The arguments of a call, and where they begin. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly at: number;
  readonly from: number;
}

type Frame =
  | Call
  | { readonly kind: 'content'; readonly done: (at: number, closed: boolean) => void }
  /** A bracket that is only a bracket. */
  | { readonly kind: 'literal' };

/** Supplements within supplements are a slip of the keyboard: deeper ones are drawn as they stand. */
const DEEPEST = 3;

const ADDRESS = /(?<!["\w])https?:\/\/[^\s[\]<>"]{1,1000}[^\s[\]<>".,;:!?)']/g;

export class Page {
  readonly text: string;
  readonly sheet: Sheet;
  frames: Frame[] = [];
  /** Marks of emphasis that are open in this paragraph. */
  marks: string[] = [];
  readonly #run: (page: Page, from: number, to: number) => void;
  readonly #addresses: readonly Span[];
  #address = 0;
  #depth = 0;

  constructor(text: string, run: (page: Page, from: number, to: number) => void) {
    this.text = text;
    this.sheet = new Sheet(text);
    this.#run = run;
    this.#addresses = [...text.matchAll(ADDRESS)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  }

  /** The next bare address that ends behind `at`; asked from left to right. */
  addressFrom(at: number): Span | undefined {
    while ((this.#addresses[this.#address]?.end ?? Infinity) <= at) this.#address++;
    return this.#addresses[this.#address];
  }

  /** Ends what was opened last, by its bracket before `at` or because the text ends there. */
  pop(at: number, closed: boolean): void {
    const frame = this.frames.pop();
    if (frame?.kind === 'content') frame.done(at, closed);
  }

  /** Content begins, which `done` ends. */
  content(done: (at: number, closed: boolean) => void): void {
    this.frames.push({ kind: 'content', done });
  }

  /** The arguments of the call `name`, which begins at `at`, begin at `from`. */
  call(name: string, at: number, from: number): number {
    this.frames.push({ kind: 'call', name, at, from });
    return from;
  }

  paragraph(at: number, kind: 'paragraph' | 'item' = 'paragraph'): void {
    while (this.frames.at(-1)?.kind === 'literal') this.frames.pop();
    this.marks.length = 0;
    this.sheet.begin(at, kind);
  }

  cite(whole: Span, key: CitedKey, narrative: boolean): void {
    drawCitation(this.sheet.pen, whole, [key], narrative, false, (s) => {
      if (this.#depth >= DEEPEST) this.sheet.pen.text(this.text.slice(s.start, s.end), s.start);
      else {
        this.#depth++;
        this.#run(this, s.start, s.end);
        this.#depth--;
      }
    });
  }

  /** A comment, or only a slash. Gives the offset behind it. */
  slash(at: number, to: number): number {
    const { text, sheet } = this;
    const next = text[at + 1];
    if (next === '/') {
      let end = text.indexOf('\n', at);
      if (end < 0 || end > to) end = to;
      const stop = text[end - 1] === '\r' ? end - 1 : end;
      sheet.comment(at, stop, text.slice(at + 2, stop));
      sheet.skipTo(end);
      return end;
    }
    if (next === '*') {
      const close = text.indexOf('*/', at + 2);
      const end = close < 0 || close > to ? to : close + 2;
      sheet.comment(at, end, text.slice(at + 2, close < 0 ? end : end - 2));
      sheet.skipTo(end);
      return end;
    }
    if (this.frames.at(-1)?.kind !== 'call') sheet.pen.text('/', at);
    return at + 1;
  }
}

/** The offset behind the bracket that closes the one at `at`, strings and nesting heeded; -1 when none does within reach. */
export function closing(text: string, at: number, to: number, reach: number): number {
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
