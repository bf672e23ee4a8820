/** Markup: what a file's format says about its prose. One file per format turns text into this; nothing above `text/` knows formats. */
import type { Prose } from '../prose.ts';
import type { Span } from '../span.ts';

export type Format = 'markdown' | 'plaintext' | 'latex' | 'typst' | 'asciidoc' | 'restructuredtext' | 'org' | 'html' | 'notebook';

/**
 * One key of a citation group. Spans are in the block's prose, where every format's citation reads in pandoc's form:
 * `\cite[see][para.~3]{wd2023}` and `#cite(<wd2023>, supplement: [para. 3])` both read `[@wd2023, para. 3]` in the prose.
 */
export interface KeyItem {
  readonly key: string;
  /** `@key` with its sign, without a `-` before it. */
  readonly span: Span;
  /** What stands before the key in its item ("see"), if anything. */
  readonly prefix?: Span;
  /** What stands behind the key in its item, the comma excluded ("para. 3"), if anything. */
  readonly suffix?: Span;
}

/** Spans of inlines are in the block's prose. */
export type Inline =
  | { readonly kind: 'link'; readonly span: Span; readonly url: string }
  /** A note reference: zero width in the prose, at `span.start`; `source` is where it stands in the file. */
  | { readonly kind: 'note'; readonly span: Span; readonly source: Span; readonly id: string }
  | { readonly kind: 'cite'; readonly span: Span; readonly items: readonly KeyItem[]; readonly narrative: boolean; readonly foot: boolean }
  /** A quotation that the format itself marks (\enquote, <q>); the span is without marks. */
  | { readonly kind: 'quote'; readonly span: Span }
  | { readonly kind: 'emphasis'; readonly span: Span }
  /** Inline code, maths, an image: one OBJECT character in the prose. */
  | { readonly kind: 'object'; readonly span: Span };

export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell' | 'caption';
  /** In the file, markers included. */
  readonly span: Span;
  readonly prose: Prose;
  readonly inlines: readonly Inline[];
  /** `body`, or the name of a sequence of notes: back-references resolve within one stream. */
  readonly stream: string;
  /** The id of the note this block is (part of). */
  readonly note?: string;
  /** For notes: the 1-based place of the note in the order in which the document refers to its notes; the order of "ibid.". */
  readonly order?: number;
  /** The block quotation around the block: its span in the file. Blocks of one quotation share the object. */
  readonly quote?: Span;
  /** 1–6 for headings. */
  readonly level?: number;
  /** For cells: the table, and the place in it, each counted from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
}

export interface Markup {
  readonly format: Format;
  /** In the order of the file; never overlapping, but for notes written inside a paragraph, which stand behind it. */
  readonly blocks: readonly Block[];
  /** Front matter as data, `undefined` when there is none; `error` when it does not parse (then `data` is an empty object). */
  readonly frontMatter?: { readonly span: Span; readonly data: Readonly<Record<string, unknown>>; readonly error?: string };
  /** Comments of the format, for magic words: the span in the file with delimiters, the text without. */
  readonly comments: readonly { readonly span: Span; readonly text: string }[];
  /** Bibliography files that the document names, as written. */
  readonly bibliographies: readonly string[];
}

/** What can be kept from an earlier reading of (nearly) the same text: the `Markup` it gave. Never needed for a right answer. */
export interface MarkupMemo {
  readonly format: Format;
}
