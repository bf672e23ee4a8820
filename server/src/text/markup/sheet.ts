/** A sheet: the blocks of a file while the reader of a format walks it from top to bottom. */
import type { Span } from '../span.ts';
import { placeCells } from './cells.ts';
import type { Block, Format, Markup } from './markup.ts';
import { type Comment, type Draft, Pen, toBlocks } from './reading.ts';

const DEEPEST = 8;

export class Sheet {
  pen = new Pen();
  readonly comments: Comment[] = [];
  readonly bibliographies: string[] = [];
  /** The note whose blocks are being read, when notes are blocks of their own. */
  note: string | undefined;
  readonly #text: string;
  readonly #drafts: Draft[] = [];
  readonly #quotes: { start: number; end: number }[] = [];
  readonly #outer: { readonly pen: Pen; readonly start: number }[] = [];
  #ignored = 0;
  #quotesInNote = 0;
  #start = 0;
  #kind: Block['kind'] = 'paragraph';
  #level: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get inNote(): boolean {
    return this.#outer.length > 0;
  }

  get inQuote(): boolean {
    return this.#quotes.length > 0;
  }

  get kind(): Block['kind'] {
    return this.#kind;
  }

  /** Ends the block before `at`; the next one begins there. Inside a note that stands in a paragraph this is but a space. */
  begin(at: number, kind: Block['kind'] = 'paragraph', level?: number): void {
    if (this.inNote) {
      this.pen.text(' ', at);
      return;
    }
    const reading = this.pen.done();
    if (reading.prose.text !== '' || reading.notes.length > 0 || reading.inlines.length > 0) {
      let start = this.#start;
      let end = Math.max(start, at);
      while (start < end && /\s/.test(this.#text[start] as string)) start++;
      while (end > start && /\s/.test(this.#text[end - 1] as string)) end--;
      const quote: Span | undefined = this.#quotes.at(-1);
      this.#drafts.push({
        kind: this.#kind,
        span: { start, end },
        reading,
        at: 0,
        ...(this.note === undefined ? {} : { note: this.note }),
        ...(quote ? { quote } : {}),
        ...(this.#level === undefined ? {} : { level: this.#level }),
      });
    }
    this.pen = new Pen();
    this.#start = at;
    this.#kind = kind;
    this.#level = level;
  }

  /** What stands before `at` belongs to no block. */
  skipTo(at: number): void {
    if (!this.inNote && this.pen.empty) this.#start = at;
  }

  openQuote(at: number): void {
    this.begin(at);
    // A quotation inside a note that stands in a paragraph is part of the note.
    if (this.inNote) {
      this.#quotesInNote++;
      return;
    }
    this.#quotes.push({ start: at, end: this.#text.length });
  }

  closeQuote(at: number): void {
    if (this.#quotesInNote > 0) {
      this.#quotesInNote--;
      return;
    }
    // A note that is still open where the quotation around it ends was never closed.
    while (this.inNote) this.closeNote(at);
    this.begin(at);
    const quote = this.#quotes.pop();
    if (quote) quote.end = at;
  }

  /** What is drawn from here to `closeNote` is a note that stands in the paragraph. */
  openNote(at: number): void {
    // Notes in notes in notes are a slip of the keyboard: deeper ones are drawn in place.
    if (this.#outer.length >= DEEPEST) {
      this.#ignored++;
      return;
    }
    if (this.#outer.length === 0) this.#quotesInNote = 0;
    this.#outer.push({ pen: this.pen, start: at });
    this.pen = new Pen();
  }

  closeNote(at: number): void {
    if (this.#ignored > 0) {
      this.#ignored--;
      return;
    }
    const outer = this.#outer.pop();
    if (!outer) return;
    if (this.#outer.length === 0) this.#quotesInNote = 0;
    const reading = this.pen.done();
    this.pen = outer.pen;
    let end = at;
    while (end > outer.start + 1 && /\s/.test(this.#text[end - 1] as string)) end--;
    this.pen.note({ start: outer.start, end }, reading);
  }

  comment(start: number, end: number, text: string): void {
    this.comments.push({ span: { start, end }, text: text.trim() });
  }

  done(format: Format, frontMatter?: Markup['frontMatter']): Markup {
    this.#ignored = 0;
    while (this.inNote) this.closeNote(this.#text.length);
    this.begin(this.#text.length);
    return {
      format,
      blocks: placeCells(this.#text, format, toBlocks(this.#drafts)),
      ...(frontMatter ? { frontMatter } : {}),
      comments: this.comments,
      bibliographies: this.bibliographies,
    };
  }
}
