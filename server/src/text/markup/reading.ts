/** Readings: one block's prose with its inlines while a format draws it, and how drafts of blocks become the blocks of a markup. */
import { OBJECT, type Prose, ProseBuilder, shift } from '../prose.ts';
import type { Span } from '../span.ts';
import type { Block, Inline, KeyItem, Markup } from './markup.ts';

export type Comment = Markup['comments'][number];

/** A note written where it stands: its span, its reading, and which of the block's inlines points to it. */
export interface OwnNote {
  readonly span: Span;
  readonly reading: Reading;
  readonly inline: number;
}

/** What was read from one stretch of source. Offsets into the file are relative to where that stretch begins, so it can be kept. */
export interface Reading {
  readonly prose: Prose;
  readonly inlines: readonly Inline[];
  readonly comments: readonly Comment[];
  readonly notes: readonly OwnNote[];
}

/** A block before it has its place: `at` is where its reading begins in the file. */
export interface Draft {
  readonly kind: Block['kind'];
  readonly span: Span;
  readonly reading: Reading;
  readonly at: number;
  readonly note?: string;
  readonly quote?: Span;
  readonly level?: number;
}

type Open = { readonly kind: 'emphasis' | 'quote' | 'link'; readonly start: number; readonly url: string };

/** Draws one block: text, replacements, objects and inlines, in the order of the file. */
export class Pen {
  readonly #prose = new ProseBuilder();
  readonly #inlines: Inline[] = [];
  readonly #comments: Comment[] = [];
  readonly #notes: OwnNote[] = [];
  readonly #open: Open[] = [];

  get length(): number {
    return this.#prose.length;
  }

  /** Nothing is drawn yet, not even a reference to a note. */
  get empty(): boolean {
    return this.#prose.length === 0 && this.#inlines.length === 0;
  }

  text(raw: string, at: number): this {
    this.#prose.push(raw, at);
    return this;
  }

  replace(text: string, start: number, end: number): this {
    this.#prose.replace(text, start, end);
    return this;
  }

  /** Appends a text of which the source holds the very units, or, where their number differs, which the whole span stands for. */
  replaceWith(text: string, span: Span): this {
    return text.length === span.end - span.start ? this.text(text, span.start) : this.replace(text, span.start, span.end);
  }

  /** What is not language: one object character. */
  object(start: number, end: number, url?: string): this {
    const from = this.length;
    this.#prose.replace(OBJECT, start, end);
    this.#inlines.push({ kind: 'object', span: { start: from, end: from + 1 } });
    if (url !== undefined) this.#inlines.push({ kind: 'link', span: { start: from, end: from + 1 }, url });
    return this;
  }

  open(kind: Open['kind'], url = ''): this {
    this.#open.push({ kind, start: this.length, url });
    return this;
  }

  /** Closes the innermost open inline of the kind, and what was left open within it. */
  close(kind: Open['kind']): boolean {
    const i = this.#open.findLastIndex((o) => o.kind === kind);
    if (i < 0) return false;
    const open = this.#open[i] as Open;
    this.#open.length = i;
    const span = { start: open.start, end: this.length };
    if (span.end > span.start) this.#inlines.push(kind === 'link' ? { kind, span, url: open.url } : { kind: kind as 'emphasis', span });
    return true;
  }

  cite(start: number, items: readonly KeyItem[], narrative: boolean, foot = false): this {
    if (items.length > 0) this.#inlines.push({ kind: 'cite', span: { start, end: this.length }, items, narrative, foot });
    return this;
  }

  noteReference(source: Span, id: string): this {
    this.#prose.dropSpace();
    this.#inlines.push({ kind: 'note', span: { start: this.length, end: this.length }, source, id });
    return this;
  }

  /** A note written here: its reading is drawn by another pen. */
  note(source: Span, reading: Reading): this {
    this.#notes.push({ span: source, reading, inline: this.#inlines.length });
    return this.noteReference(source, '');
  }

  comment(span: Span, text: string): this {
    this.#comments.push({ span, text });
    return this;
  }

  done(): Reading {
    while (this.#open.length > 0) this.close((this.#open.at(-1) as Open).kind);
    const prose = this.#prose.build();
    return { prose, inlines: this.#inlines.map((i) => trimmed(i, prose.text)), comments: this.#comments, notes: this.#notes };
  }
}

/** An inline without the white space at its ends, and never beyond the text, whose own trailing space is gone. */
function trimmed(inline: Inline, text: string): Inline {
  let { start, end } = inline.span;
  end = Math.min(end, text.length);
  if (inline.kind === 'note') return { ...inline, span: { start: Math.min(start, end), end: Math.min(start, end) } };
  while (end > start && text[end - 1] === ' ') end--;
  while (start < end && text[start] === ' ') start++;
  if (inline.kind === 'cite') return { ...inline, span: { start, end }, items: inline.items.map((i) => trimmedItem(i, text)) };
  return start === inline.span.start && end === inline.span.end ? inline : { ...inline, span: { start: Math.min(start, end), end } };
}

/** Prefix and suffix without the white space at their ends; left out when nothing else is in them. */
function trimmedItem(item: KeyItem, text: string): KeyItem {
  const trim = (s: Span | undefined): Span | undefined => {
    if (!s) return undefined;
    let { start, end } = s;
    end = Math.min(end, text.length);
    while (end > start && text[end - 1] === ' ') end--;
    while (start < end && text[start] === ' ') start++;
    return end > start ? { start, end } : undefined;
  };
  const prefix = trim(item.prefix);
  const suffix = trim(item.suffix);
  return { key: item.key, span: item.span, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) };
}

/** Drafts in the order of the file as blocks: notes written in a paragraph stand behind it, every note knows its place in the order of reference. */
export function toBlocks(drafts: readonly Draft[]): readonly Block[] {
  const blocks: Block[] = [];
  let own = 0;
  const place = (d: Draft): void => {
    const { reading, at } = d;
    if (reading.prose.text === '' && reading.notes.length === 0 && reading.inlines.length === 0) return;
    const ids = reading.notes.map(() => `inline-${++own}`);
    let inlines = reading.inlines;
    if (inlines.some((i) => i.kind === 'note')) {
      inlines = inlines.map((i, index) => {
        if (i.kind !== 'note') return i;
        const n = reading.notes.findIndex((note) => note.inline === index);
        return { ...i, id: n < 0 ? i.id : (ids[n] as string), source: { start: i.source.start + at, end: i.source.end + at } };
      });
    }
    blocks.push({
      kind: d.kind,
      span: d.span,
      prose: placed(reading.prose, at),
      inlines,
      stream: d.note === undefined ? 'body' : 'notes',
      ...(d.note === undefined ? {} : { note: d.note }),
      ...(d.quote ? { quote: d.quote } : {}),
      ...(d.level === undefined ? {} : { level: d.level }),
    });
    reading.notes.forEach((note, n) => {
      const span = { start: note.span.start + at, end: note.span.end + at };
      place({ kind: 'paragraph', span, reading: note.reading, at, note: ids[n] as string });
    });
  };
  for (const d of drafts) place(d);
  return inOrder(blocks);
}

/** The prose at its place in the file; the last place of each prose is kept, so an unmoved block keeps its very object. */
const places = new WeakMap<Prose, { readonly at: number; readonly prose: Prose }>();
function placed(prose: Prose, at: number): Prose {
  if (at === 0) return prose;
  const known = places.get(prose);
  if (known?.at === at) return known.prose;
  const moved = shift(prose, at);
  places.set(prose, { at, prose: moved });
  return moved;
}

/** Gives each note's blocks the 1-based place of the note's first reference: the body first, then notes that notes refer to, then the rest. */
export function inOrder(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some((b) => b.note !== undefined)) return blocks;
  const order = new Map<string, number>();
  const see = (id: string): void => {
    if (!order.has(id)) order.set(id, order.size + 1);
  };
  for (const inBody of [true, false])
    for (const b of blocks) if ((b.note === undefined) === inBody) for (const i of b.inlines) if (i.kind === 'note') see(i.id);
  for (const b of blocks) if (b.note !== undefined) see(b.note);
  return blocks.map((b) => (b.note === undefined ? b : { ...b, order: order.get(b.note) as number }));
}
