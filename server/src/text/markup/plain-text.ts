/** Plain text, hard-wrapped or not, letters and mail included: paragraphs, items, quoted lines, and notes where they are clear. */
import type { Span } from '../span.ts';
import type { Block, Markup } from './markup.ts';
import { type Comment, type Draft, Pen, toBlocks } from './reading.ts';

interface Line {
  /** Where the text begins, behind quotation marks of mail and white space. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly indent: number;
  /** How many `>` stand before it. */
  readonly depth: number;
}

const MAIL = /[ \t]{0,3}(?:>[ \t]?)+/y;
const ITEM = /(?:[-*•‣–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[ \t]+(?=\S)/y;
const NOTE = /(?:\[(\d{1,3}|[*†‡])\]|([¹²³⁰⁴-⁹]{1,3}))[ \t]*(?=\S)/y;
const HEADER = /^[A-Z][A-Za-z-]{1,20}:[ \t]+\S/;
const COMMENT = /^\[(declaration-lens-[\w-]+[^\]\n]*)\]\s*$/;
const ADDRESS = /\b(?:https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]|www\.[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,24}){1,4})/g;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let from = text.startsWith('\uFEFF') ? 1 : 0; from <= text.length; ) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    let start = from;
    let depth = 0;
    MAIL.lastIndex = from;
    const mail = MAIL.exec(text);
    if (mail && mail.index + mail[0].length <= end) {
      start = from + mail[0].length;
      for (const c of mail[0]) if (c === '>') depth++;
    }
    let indent = 0;
    for (; start < end && (text[start] === ' ' || text[start] === '\t' || text[start] === '\u3000'); start++) indent += text[start] === '\t' ? 4 : 1;
    let stop = end;
    while (stop > start && /\s/.test(text[stop - 1] as string)) stop--;
    lines.push({ from, start, end: stop, indent, depth });
    from = end + 1;
  }
  return lines;
}

/** Draws the lines of one block. */
function draw(text: string, lines: readonly Line[], first: number, noteIds: ReadonlySet<string>): Draft['reading'] {
  const pen = new Pen();
  const last = lines.at(-1) as Line;
  // Without marks of mail the lines are one stretch, and emphasis may span them.
  if (last.depth === 0) {
    drawLine(pen, text, first, last.end, noteIds);
    return pen.done();
  }
  lines.forEach((line, n) => {
    if (n > 0) pen.text('\n', (lines[n - 1] as Line).end);
    drawLine(pen, text, n === 0 ? first : line.start, line.end, noteIds);
  });
  return pen.done();
}

const PIECES = /\[(?:\d{1,3}|[*†‡])\]|[¹²³⁰⁴-⁹]{1,3}|(?<![-\w])-{2,3}(?!-)|(?<=\w)-{2,3}(?![-])|(?<![\w*_])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\w*_])/g;

function drawLine(pen: Pen, text: string, from: number, to: number, noteIds: ReadonlySet<string>): void {
  const source = text.slice(from, to);
  const cuts: { start: number; end: number; url: string }[] = [];
  if (source.includes('://') || source.includes('www.') || source.includes('@'))
    for (const m of source.matchAll(ADDRESS)) cuts.push({ start: m.index, end: m.index + m[0].length, url: m[0] });
  let pos = 0;
  const plain = (until: number): void => {
    const piece = source.slice(pos, until);
    let at = 0;
    let mark = '';
    for (const m of piece.matchAll(PIECES)) {
      const s = m[0];
      const a = from + pos + m.index;
      if (s === '*' || s === '_') {
        // Emphasis as people type it: only when the same mark closes soon after.
        const opening = mark === '' && closesLater(piece, m.index, s);
        if (!opening && mark !== s) continue;
        pen.text(piece.slice(at, m.index), from + pos + at);
        if (opening) pen.open('emphasis');
        else pen.close('emphasis');
        mark = opening ? s : '';
      } else if (s.startsWith('-')) {
        pen.text(piece.slice(at, m.index), from + pos + at).replace(s.length === 2 ? '–' : '—', a, a + s.length);
      } else {
        const id = s.startsWith('[') ? s.slice(1, -1) : s;
        if (!noteIds.has(id)) continue;
        pen.text(piece.slice(at, m.index), from + pos + at).noteReference({ start: a, end: a + s.length }, id);
      }
      at = m.index + s.length;
    }
    pen.text(piece.slice(at), from + pos + at);
    pos = until;
  };
  for (const c of cuts) {
    plain(c.start);
    pen.object(from + c.start, from + c.end, c.url.includes('://') ? c.url : c.url.includes('@') ? `mailto:${c.url}` : `https://${c.url}`);
    pos = c.end;
  }
  plain(source.length);
}

/** Whether the mark at `at` has its fellow within two hundred characters. */
const closesLater = (piece: string, at: number, mark: string): boolean => {
  for (const m of piece.slice(at + 1, at + 200).matchAll(/[^\s*_]([*_])(?![\w*_])/g)) if (m[1] === mark) return true;
  return false;
};

/** Ids of notes: a line that begins with `[1]` is one when `[1]` also stands inside the text before it. */
function findNotes(text: string, lines: readonly Line[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const ids = new Set<string>();
  for (const line of lines) {
    const source = text.slice(line.start, line.end);
    const label = noteLabel(source);
    if (label !== undefined && (seen.has(label.id) || ids.size > 0)) ids.add(label.id);
    for (const m of source.slice(label?.length ?? 0).matchAll(/(?<=\S)\s?\[(\d{1,3}|[*†‡])\]|(?<=\S)([¹²³⁰⁴-⁹]{1,3})/g)) seen.add((m[1] ?? m[2]) as string);
  }
  return ids;
}

function noteLabel(source: string): { readonly id: string; readonly length: number } | undefined {
  NOTE.lastIndex = 0;
  const m = NOTE.exec(source);
  return m ? { id: (m[1] ?? m[2]) as string, length: m[0].length } : undefined;
}

export function parsePlainText(text: string): Markup {
  const lines = linesOf(text);
  const noteIds = findNotes(text, lines);
  const drafts: Draft[] = [];
  const comments: Comment[] = [];
  // The margin: a block whose every line stands at least three columns further in is set off, as a quotation is.
  const indents = lines.filter((l) => l.end > l.start && l.depth === 0).map((l) => l.indent);
  const margin = indents.length > 0 ? indents.reduce((a, b) => Math.min(a, b)) : 0;
  let quote: { start: number; end: number; depth: number } | undefined;
  let note: string | undefined;
  let headers = lines
    .filter((l) => l.end > l.start)
    .slice(0, 2)
    .every((l) => HEADER.test(text.slice(l.start, l.end)));

  const emit = (kind: Block['kind'], block: readonly Line[], first: number): void => {
    const head = block[0] as Line;
    const last = block.at(-1) as Line;
    const depth = head.depth > 0 ? head.depth : kind === 'paragraph' && note === undefined && block.every((l) => l.indent >= margin + 3) ? -1 : 0;
    const span: Span = { start: head.start, end: last.end };
    if (depth === 0) quote = undefined;
    else if (quote?.depth === depth) quote.end = span.end;
    else quote = { start: head.from, end: span.end, depth };
    drafts.push({ kind, span, reading: draw(text, block, first, noteIds), at: 0, ...(note === undefined ? {} : { note }), ...(quote ? { quote } : {}) });
  };

  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line;
    const source = text.slice(line.start, line.end);
    if (source === '') {
      i++;
      headers = false;
      continue;
    }
    const comment = COMMENT.exec(source);
    if (comment) {
      comments.push({ span: { start: line.start, end: line.end }, text: (comment[1] as string).trim() });
      i++;
      continue;
    }
    if (/^([-=*_~#])\1{2,}$/.test(source.replace(/\s/g, ''))) {
      i++;
      continue;
    }
    const label = noteLabel(source);
    const isNote = label !== undefined && noteIds.has(label.id);
    ITEM.lastIndex = 0;
    const item = isNote ? null : ITEM.exec(source);
    if (isNote) note = label.id;
    else if (line.indent <= margin) note = undefined;
    let end = i + 1;
    const starts = (l: Line): boolean => {
      const s = text.slice(l.start, l.end);
      const n = noteLabel(s);
      ITEM.lastIndex = 0;
      return (
        s === '' ||
        l.depth !== line.depth ||
        (n !== undefined && noteIds.has(n.id)) ||
        (ITEM.test(s) && (item !== null || /^[-*•‣]/.test(s))) ||
        COMMENT.test(s)
      );
    };
    if (!(headers && HEADER.test(source))) while (end < lines.length && !starts(lines[end] as Line)) end++;
    let block = lines.slice(i, end);
    i = end;
    const underline = block.findIndex((l, n) => n > 0 && /^(=|-)\1{2,}$/.test(text.slice(l.start, l.end)));
    if (underline === 1) {
      emit('heading', block.slice(0, 1), line.start);
      block = block.slice(2);
      if (block.length === 0) continue;
      emit('paragraph', block, (block[0] as Line).start);
      continue;
    }
    const heading = block.length === 1 && !item && !isNote && line.depth === 0 && source.length <= 90 && /\p{Lu}{2}/u.test(source) && !/\p{Ll}/u.test(source);
    emit(heading ? 'heading' : item ? 'item' : 'paragraph', block, line.start + (isNote ? label.length : item ? markLength(item[0]) : 0));
  }
  return { format: 'plaintext', blocks: toBlocks(drafts), comments, bibliographies: [] };
}

/** How much of an item's mark is not prose. Bullets are dropped; numbers are kept, for the author may refer to them. */
const markLength = (mark: string): number => (/[\p{L}\d]/u.test(mark) ? 0 : mark.length);
