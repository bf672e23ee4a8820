/** Markdown in its dialects: GFM, pandoc, Quarto, R Markdown, MDX, Marp. The parser is incremental; blocks are read once by their text. */

import { type Tree, TreeFragment } from '@lezer/common';
import type { Span } from '../span.ts';
import { placeCells } from './cells.ts';
import { frontBibliographies, readFrontMatter } from './front-matter.ts';
import { readHtml } from './html.ts';
import { drawInlines, normalLabel, type References } from './markdown-draw.ts';
import { blunt, GHOST, maskMarkdown } from './markdown-mask.ts';
import { markdownParser } from './markdown-syntax.ts';
import type { Block, Markup, MarkupMemo } from './markup.ts';
import { type Comment, type Draft, type Reading, toBlocks } from './reading.ts';

interface Kept {
  readonly parsed: string;
  readonly fragments: readonly TreeFragment[];
  readonly definitions: string;
  readonly readings: ReadonlyMap<string, Reading>;
}

const kept = new WeakMap<MarkupMemo, Kept>();

/** Total. With the markup of an earlier reading only what an edit touched is parsed and read again; the answer is the same. */
export function parseMarkdown(text: string, memo?: MarkupMemo): Markup {
  const frontMatter = readFrontMatter(text);
  const { masked, comments } = maskMarkdown(text, frontMatter?.span.end ?? 0);
  const before = memo === undefined ? undefined : kept.get(memo);
  const parsed = blunt(masked);
  const tree = markdownParser.parse(parsed, before ? changed(before, parsed) : []);
  const references = masked.includes(']:') ? findReferences(tree, masked) : new Map<string, string>();
  const definitions = JSON.stringify([...references]);
  const old = before && before.definitions === definitions ? before.readings : new Map<string, Reading>();
  const readings = new Map<string, Reading>();
  const drafts = collect(tree, masked, references, comments, (key, draw) => {
    // Where the parser saw another text, a block's reading hangs on more than the block.
    if (parsed !== masked) return draw();
    const reading = readings.get(key) ?? old.get(key) ?? draw();
    readings.set(key, reading);
    return reading;
  });
  const markup: Markup = {
    format: 'markdown',
    blocks: placeCells(text, 'markdown', toBlocks(drafts)),
    ...(frontMatter ? { frontMatter } : {}),
    comments: comments.map((c) => ({ ...c, text: c.text.replaceAll(GHOST, '').trim() })).sort((a, b) => a.span.start - b.span.start),
    bibliographies: frontBibliographies(frontMatter),
  };
  kept.set(markup, { parsed, fragments: TreeFragment.addTree(tree), definitions, readings });
  return markup;
}

const STRIDE = 1000;

/** The earlier fragments that one edit leaves standing: the edit is what lies between the common beginning and the common end. */
function changed(before: Kept, parsed: string): readonly TreeFragment[] {
  const a = before.parsed;
  const b = parsed;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  // By the thousand first, and then by the letter.
  while (start + STRIDE <= shorter && a.slice(start, start + STRIDE) === b.slice(start, start + STRIDE)) start += STRIDE;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (start === a.length && start === b.length) return before.fragments;
  let end = 0;
  while (end + STRIDE <= shorter - start && a.slice(a.length - end - STRIDE, a.length - end) === b.slice(b.length - end - STRIDE, b.length - end))
    end += STRIDE;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return TreeFragment.applyChanges(before.fragments, [{ fromA: start, toA: a.length - end, fromB: start, toB: b.length - end }]);
}

const LEAF =
  /^(?:Paragraph|ATXHeading[1-6]|SetextHeading[12]|TableCell|HTMLBlock|CommentBlock|ProcessingInstructionBlock|LinkReference|FencedCode|CodeBlock|HorizontalRule|Task)$/;

/** Targets of reference links; the first of two with the same label counts. */
function findReferences(tree: Tree, masked: string): References {
  const found = new Map<string, string>();
  tree.iterate({
    enter(n) {
      if (n.name === 'LinkReference') {
        const label = n.node.getChild('LinkLabel');
        const url = n.node.getChild('URL');
        const key = label ? normalLabel(masked.slice(label.from + 1, label.to - 1)) : '';
        if (key && url && !found.has(key)) found.set(key, masked.slice(url.from, url.to).replace(/^<|>$/g, ''));
        return false;
      }
      return !LEAF.test(n.name);
    },
  });
  return found;
}

/** Walks the blocks of the tree. Comments that are blocks of their own or stand in one are added to `comments`. */
function collect(
  tree: Tree,
  masked: string,
  references: References,
  comments: Comment[],
  remembered: (key: string, draw: () => Reading) => Reading,
): readonly Draft[] {
  const drafts: Draft[] = [];
  const quotes: Span[] = [];
  const htmlQuotes: { start: number; end: number }[] = [];
  const notes: string[] = [];
  const items: number[] = [];
  let noteStart = -1;

  /** A block begins: no marker of the items and notes around it stands before the next one. */
  const begun = (): void => {
    items.fill(-1);
    noteStart = -1;
  };

  const add = (kind: Block['kind'], from: number, to: number, textFrom: number, textTo: number, name: string, level?: number): void => {
    const reading = remembered(`${name}\n${masked.slice(textFrom, textTo)}`, () => drawInlines(tree, masked, textFrom, textTo, textFrom, references));
    for (const c of reading.comments) comments.push({ span: { start: c.span.start + textFrom, end: c.span.end + textFrom }, text: c.text });
    const note = notes.at(-1);
    const quote = quotes.at(-1) ?? htmlQuotes.at(-1);
    drafts.push({
      kind,
      span: { start: from, end: to },
      reading,
      at: textFrom,
      ...(note === undefined ? {} : { note }),
      ...(quote ? { quote } : {}),
      ...(level === undefined ? {} : { level }),
    });
  };

  const html = (from: number, to: number): void => {
    begun();
    const read = readHtml(masked, from, to, quotes.at(-1) ?? htmlQuotes.at(-1));
    const note = notes.at(-1);
    for (const d of read.drafts) drafts.push(note === undefined ? d : { ...d, note });
    comments.push(...read.comments);
    for (let n = read.quotes; n > 0; n--) htmlQuotes.push({ start: from, end: masked.length });
    for (let n = read.quotes; n < 0; n++) {
      const open = htmlQuotes.pop();
      if (open) open.end = to;
    }
  };

  tree.iterate({
    enter(n) {
      const { name, from, to } = n;
      switch (name) {
        case 'Blockquote':
          quotes.push({ start: from, end: to });
          return true;
        case 'NoteDefinition':
          noteStart = from;
          notes.push('');
          return true;
        case 'NoteLabel':
          notes[notes.length - 1] = masked.slice(from + 2, masked.indexOf(']', from));
          return false;
        case 'ListItem':
          items.push(from);
          return true;
        case 'Paragraph':
        case 'Task': {
          // The marker before a list item's or note's first words belongs to their block, but a quotation inside begins behind it.
          const marker = items.length > 0 && (items.at(-1) as number) >= 0 ? (items.at(-1) as number) : noteStart >= 0 ? noteStart : from;
          const start = Math.max(marker, quotes.at(-1)?.start ?? 0);
          begun();
          const image = imageAlone(masked, from, to);
          if (image) add('caption', start, to, image.start, image.end, 'Image');
          else add(items.length > 0 ? 'item' : 'paragraph', start, to, from, to, 'Text');
          return false;
        }
        case 'TableCell':
          begun();
          add('cell', from, to, from, to, 'Text');
          return false;
        case 'HTMLBlock':
        case 'CommentBlock':
          html(from, to);
          return false;
        case 'LinkReference': {
          const comment = /^\[(?:\/\/|comment)\]:\s*\S+\s+["'(]([\s\S]*)["')]\s*$/i.exec(masked.slice(from, to));
          if (comment) comments.push({ span: { start: from, end: to }, text: (comment[1] as string).trim() });
          return false;
        }
        default: {
          const level = /^(?:ATX|Setext)Heading([1-6])$/.exec(name)?.[1];
          if (level) {
            begun();
            add('heading', from, to, from, headingEnd(masked, from, to), name, Number(level));
          }
          return !LEAF.test(name);
        }
      }
    },
    leave(n) {
      if (n.name === 'Blockquote') quotes.pop();
      else if (n.name === 'NoteDefinition') {
        notes.pop();
        noteStart = -1;
      } else if (n.name === 'ListItem') items.pop();
    },
  });
  return drafts;
}

/** Where a heading's text ends: before `{#id .class}`. */
function headingEnd(masked: string, from: number, to: number): number {
  const m = /[ \t]*\{[#.:\-\w=][^{}\n]{0,300}\}[ \t]*(?=#*[ \t]*$|\n)/.exec(masked.slice(from, to));
  return m ? from + m.index : to;
}

/** A paragraph that is one image: its alternative text is the caption that stands below it. */
function imageAlone(masked: string, from: number, to: number): Span | undefined {
  if (masked[from] !== '!' || masked[from + 1] !== '[') return undefined;
  const m = /^!\[([^[\]\n]{1,1000})\](?:\([^()\n]{0,1000}\))?(?:\{[^{}\n]{0,300}\})?\s*$/.exec(masked.slice(from, Math.min(to, from + 2400)));
  return m && to - from <= 2400 ? { start: from + 2, end: from + 2 + (m[1] as string).length } : undefined;
}
