/** The page that LaTeX is drawn on: the sheet, and the groups and environments that are open on it. */
import type { Span } from '../span.ts';
import { behindOptions, spaces } from './latex-arguments.ts';
import { TABLES } from './latex-commands.ts';
import { Sheet } from './sheet.ts';

/** An open brace and what its closing does. */
interface Frame {
  readonly kind: 'group' | 'note' | 'block';
  /** The bracket that closes it. */
  readonly close: '}' | ']';
  readonly done: (at: number) => void;
}

/** Options within options within options are a slip of the keyboard: deeper ones are drawn as they stand. */
const DEEPEST = 3;

export class Page {
  readonly text: string;
  readonly sheet: Sheet;
  frames: Frame[] = [];
  readonly environments: string[] = [];
  /** What the options of a displayed quotation cite is drawn where the quotation ends. */
  cited: (() => void) | undefined;
  /** Quotations in the line that are open in one another. */
  quotes = 0;
  readonly #run: (page: Page, from: number, to: number) => void;
  #depth = 0;

  constructor(text: string, run: (page: Page, from: number, to: number) => void) {
    this.text = text;
    this.sheet = new Sheet(text);
    this.#run = run;
  }

  open(done: (at: number) => void, kind: Frame['kind'] = 'group', close: Frame['close'] = '}'): void {
    this.frames.push({ kind, close, done });
  }

  /** Closes all groups but the first `n`. */
  unwind(n: number, at: number): void {
    while (this.frames.length > n) (this.frames.pop() as Frame).done(at);
  }

  /** Closes the groups that the end of a paragraph, a cell or an item closes: all but those of a note. */
  unwindToNote(at: number): void {
    this.unwind(this.frames.findLastIndex((f) => f.kind === 'note') + 1, at);
  }

  paragraph(at: number): void {
    this.unwindToNote(at);
    this.sheet.begin(at, this.sheet.kind === 'item' || this.sheet.kind === 'cell' ? this.sheet.kind : 'paragraph');
  }

  get inTable(): boolean {
    return TABLES.has(this.environments.at(-1) ?? '');
  }

  cell(at: number): void {
    this.unwindToNote(at);
    this.sheet.begin(at, 'cell');
  }

  /** A heading or a caption, whose argument begins at or behind `next`. */
  block(kind: 'heading' | 'caption', at: number, next: number, to: number, level?: number): number {
    const from = behindOptions(this.text, spaces(this.text, next, to), to);
    if (this.text[from] !== '{') return from;
    if (kind === 'heading') this.unwind(0, at);
    else this.unwindToNote(at);
    while (kind === 'heading' && this.sheet.inNote) this.sheet.closeNote(at);
    this.sheet.begin(at, kind, level);
    this.open((end) => this.sheet.begin(end, this.inTable ? 'cell' : 'paragraph'), 'block');
    return from + 1;
  }

  /** Draws a stretch that stands elsewhere in the text, such as an option. */
  within(s: Span): void {
    if (this.#depth >= DEEPEST) {
      this.sheet.pen.text(this.text.slice(s.start, s.end), s.start);
      return;
    }
    this.#depth++;
    this.#run(this, s.start, s.end);
    this.#depth--;
  }

  get deep(): boolean {
    return this.#depth >= DEEPEST;
  }
}
