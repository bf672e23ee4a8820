/** HTML: a page's or a fragment's blocks; tags, attributes, scripts, styles and preformatted text are not prose. */

import type { Span } from '../span.ts';
import { placeCells } from './cells.ts';
import { decodeEntity, ENTITY } from './entities.ts';
import { attribute, type HtmlToken, htmlTokens } from './html-tokens.ts';
import type { Block, Markup } from './markup.ts';
import { type Comment, type Draft, Pen, toBlocks } from './reading.ts';

const BLOCK =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
/** Elements that hold no prose though they hold text. */
const SILENT = /^(?:script|style|textarea|template|noscript|iframe|title|xmp|head|pre|svg|math|select|canvas|object|audio|video)$/;
/** Inline elements that are one object to the reader of prose. */
const OBJECTS = /^(?:code|kbd|samp|var|tt)$/;
const EMPHASIS = /^(?:em|i|b|strong|cite|u|mark)$/;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Draws text with character references decoded. */
export function drawHtmlText(pen: Pen, text: string, from: number, to: number, base: number): void {
  let pos = from;
  for (let at = text.indexOf('&', from); at >= 0 && at < to; at = text.indexOf('&', at + 1)) {
    ENTITY.lastIndex = at;
    const raw = ENTITY.exec(text)?.[0];
    const decoded = raw === undefined || at + raw.length > to ? undefined : decodeEntity(raw);
    if (raw === undefined || decoded === undefined) continue;
    pen.text(text.slice(pos, at), pos - base).replace(decoded, at - base, at + raw.length - base);
    pos = at + raw.length;
  }
  pen.text(text.slice(pos, to), pos - base);
}

export interface HtmlReading {
  readonly drafts: readonly Draft[];
  readonly comments: readonly Comment[];
  /** Block quotations that the fragment opens and does not close (positive) or closes without having opened them (negative). */
  readonly quotes: number;
}

/** Ids that note references of the text point to: what stands in the element with such an id is a note. */
function noteIds(text: string, from: number, to: number): ReadonlySet<string> {
  const ids = new Set<string>();
  if (!/\shref\s*=\s*["']?#/i.test(text.slice(from, to))) return ids;
  const link = /<a\s[^<>]{0,400}>/gi;
  link.lastIndex = from;
  for (let m = link.exec(text); m && m.index < to; m = link.exec(text)) {
    const id = noteReference(m[0].slice(2, -1), text, m.index + m[0].length);
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

/** The note id that a link refers to: by role, by class, by the form of the id, or because its text is only a number or a sign. */
function noteReference(attributes: string, text: string, behind: number): string | undefined {
  const href = attribute(attributes, 'href');
  if (!href?.startsWith('#') || href.length < 2) return undefined;
  const says = `${attribute(attributes, 'role') ?? ''} ${attribute(attributes, 'class') ?? ''} ${attribute(attributes, 'epub:type') ?? ''}`;
  if (/backlink|backref|footnote-back|reversefootnote/i.test(says)) return undefined;
  const id = href.slice(1);
  if (/noteref|footnote-ref|footnote/i.test(says)) return id;
  if (/ref/i.test(id) || !/^(?:_?e?d?ftn|fn|foot|note|endnote|en|n)[\w:.-]*\d/i.test(id)) return undefined;
  return /^(?:\s|<sup[^<>]*>)*[[(]?(?:\d{1,4}|[*†‡§]|[a-z])[\])]?\s*(?:<\/sup>\s*)?<\/a/i.test(text.slice(behind, behind + 200)) ? id : undefined;
}

/** Reads `text` from `from` to `to`. Total; a fragment need not be well formed. Offsets of the drafts are those of `text`. */
export function readHtml(text: string, from: number, to: number, quote?: Span): HtmlReading {
  const drafts: Draft[] = [];
  const comments: Comment[] = [];
  const ids = noteIds(text, from, to);
  const stack: { name: string; note?: string; quote?: { start: number; end: number } }[] = [];
  const inline: { name: string; does: 'emphasis' | 'quote' | 'link' | undefined }[] = [];
  let pen = new Pen();
  let blockStart = from;
  let quotes = 0;
  let silent = '';
  let silentDepth = 0;
  let objectStart = -1;
  let backlink = false;
  let noteLink = false;

  const flush = (end: number): void => {
    if (!pen.empty) {
      const note = stack.findLast((e) => e.note !== undefined)?.note;
      const inQuote = stack.findLast((e) => e.quote)?.quote ?? quote;
      const reading = pen.done();
      if (reading.prose.text !== '') {
        const names = stack.map((e) => e.name);
        const kind = kindOf(names);
        const level = /^h([1-6])$/.exec(names.findLast((n) => /^h[1-6]$/.test(n)) ?? '')?.[1];
        drafts.push({
          kind,
          span: { start: blockStart, end },
          reading,
          at: 0,
          ...(note === undefined ? {} : { note }),
          ...(inQuote ? { quote: inQuote } : {}),
          ...(kind === 'heading' && level ? { level: Number(level) } : {}),
        });
      }
    }
    pen = new Pen();
    inline.length = 0;
    blockStart = end;
  };

  const openTag = (t: HtmlToken & { kind: 'open' }): void => {
    const { name, span, attributes } = t;
    const selfClosed = attributes.endsWith('/') || VOID.test(name);
    if (SILENT.test(name)) {
      if (BLOCK.test(name)) flush(span.start);
      if (!selfClosed) {
        silent = name;
        silentDepth = 1;
      }
      return;
    }
    if (BLOCK.test(name)) {
      flush(span.start);
      if (/^(?:p|li|td|th|tr|dt|dd)$/.test(name)) closeImplied(name);
      if (selfClosed) return;
      const id = attribute(attributes, 'id');
      const role = attribute(attributes, 'role') ?? '';
      const note = id !== undefined && ids.has(id) ? id : /doc-(?:foot|end)note$/.test(role) ? (id ?? `html-${span.start}`) : undefined;
      const entry = { name, ...(note === undefined ? {} : { note }), ...(name === 'blockquote' ? { quote: { start: span.start, end: to } } : {}) };
      stack.push(entry);
      if (name === 'blockquote') quotes++;
      return;
    }
    if (name === 'br') pen.replace(' ', span.start, span.end);
    else if (name === 'img') pen.object(span.start, span.end);
    else if (OBJECTS.test(name) && !selfClosed) objectStart = span.start;
    else if (selfClosed || name === 'sup' || name === 'sub') return;
    else if (EMPHASIS.test(name)) {
      inline.push({ name, does: 'emphasis' });
      pen.open('emphasis');
    } else if (name === 'q') {
      pen.replace('“', span.start, span.end);
      inline.push({ name, does: 'quote' });
      pen.open('quote');
    } else if (name === 'a') {
      const href = attribute(attributes, 'href');
      const id = noteReference(attributes, text, span.end);
      if (id !== undefined) {
        const close = text.indexOf('</a', span.end);
        pen.noteReference({ start: span.start, end: close < 0 ? span.end : Math.min(to, close + 4) }, id);
        noteLink = true;
      } else if (/backlink|footnote-back|reversefootnote/i.test(attributes) || (href?.startsWith('#') && /^\s*[↩↑^]/.test(text.slice(span.end, span.end + 20))))
        backlink = true;
      else if (href !== undefined && !href.startsWith('#')) {
        inline.push({ name, does: 'link' });
        pen.open('link', decodeHref(href));
      }
    }
  };

  const closeImplied = (name: string): void => {
    const last = stack.at(-1);
    if (last?.name === 'p') stack.pop();
    const top = stack.at(-1)?.name;
    if ((name === 'li' && top === 'li') || (/^t[dh]$/.test(name) && /^t[dh]$/.test(top ?? '')) || (/^d[td]$/.test(name) && /^d[td]$/.test(top ?? '')))
      stack.pop();
    if (name === 'tr' && /^(?:td|th|tr)$/.test(top ?? '')) while (/^(?:td|th|tr)$/.test(stack.at(-1)?.name ?? '')) stack.pop();
  };

  const closeTag = (t: HtmlToken & { kind: 'close' }): void => {
    const { name, span } = t;
    if (BLOCK.test(name)) {
      flush(span.start);
      blockStart = span.end;
      // Nobody nests deeper in earnest; looking further would make a heap of stray end tags slow.
      const i = stack.findLastIndex((e, n) => e.name === name && stack.length - n < 200);
      if (name === 'blockquote') quotes--;
      if (i < 0) return;
      for (const e of stack.splice(i)) if (e.quote) e.quote.end = span.end;
      return;
    }
    if (OBJECTS.test(name) && objectStart >= 0) {
      pen.object(objectStart, span.end);
      objectStart = -1;
      return;
    }
    if (name === 'a') {
      backlink = false;
      noteLink = false;
    }
    const i = inline.findLastIndex((e) => e.name === name);
    if (i < 0) return;
    for (const e of inline.splice(i).reverse()) if (e.does) pen.close(e.does);
    if (name === 'q') pen.replace('”', span.start, span.end);
  };

  for (const t of htmlTokens(text, from, to)) {
    if (t.kind === 'comment') {
      comments.push({ span: t.span, text: t.text });
      continue;
    }
    if (silent) {
      if (t.kind !== 'text' && t.name === silent) silentDepth += t.kind === 'open' ? 1 : -1;
      if (silentDepth === 0) {
        silent = '';
        if (pen.empty) blockStart = t.span.end;
      }
      continue;
    }
    if (t.kind === 'open') openTag(t as HtmlToken & { kind: 'open' });
    else if (t.kind === 'close') closeTag(t as HtmlToken & { kind: 'close' });
    else if (t.kind === 'text' && objectStart < 0 && !backlink && !noteLink) {
      if (pen.empty && /^\s*$/.test(text.slice(t.span.start, Math.min(t.span.end, t.span.start + 200)).trim()) && t.span.end - t.span.start < 200) continue;
      drawHtmlText(pen, text, t.span.start, t.span.end, 0);
    }
  }
  flush(to);
  return { drafts, comments, quotes };
}

function kindOf(names: readonly string[]): Block['kind'] {
  for (let i = names.length - 1; i >= 0; i--) {
    const n = names[i] as string;
    if (/^h[1-6]$/.test(n)) return 'heading';
    if (n === 'li' || n === 'dd' || n === 'dt') return 'item';
    if (n === 'td' || n === 'th') return 'cell';
    if (n === 'caption' || n === 'figcaption') return 'caption';
  }
  return 'paragraph';
}

/** A link target with its character references decoded. */
const decodeHref = (href: string): string => href.replace(/&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});/g, (raw) => decodeEntity(raw) ?? raw);

export function parseHtml(text: string): Markup {
  const { drafts, comments } = readHtml(text, 0, text.length);
  return { format: 'html', blocks: placeCells(text, 'html', toBlocks(drafts)), comments, bibliographies: [] };
}
