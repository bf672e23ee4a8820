/** Drawing the inlines of one Markdown block: from the parser's tree to a reading. */
import type { SyntaxNodeRef, Tree } from '@lezer/common';
import { decodeEntity } from './entities.ts';
import { attribute } from './html-tokens.ts';
import { drawCiteGroup, drawNarrative } from './pandoc.ts';
import { Pen, type Reading } from './reading.ts';

/** Targets of `[label]: url`, by normalised label. */
export type References = ReadonlyMap<string, string>;

export const normalLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** Marks that stand for nothing in the prose. */
const DROPPED = /^(?:HeaderMark|QuoteMark|EmphasisMark|StrikethroughMark|SuperscriptMark|ListMark|TaskMarker|Attributes|TableDelimiter|ProcessingInstruction)$/;

interface OpenLink {
  readonly textEnd: number;
  readonly end: number;
  readonly link: boolean;
}

/** Draws what stands from `from` to `to`. The reading's offsets are relative to `base`. */
export function drawInlines(tree: Tree, source: string, from: number, to: number, base: number, references: References): Reading {
  const pen = new Pen();
  let pos = from;
  /** What lies before this offset is already dealt with. */
  let skip = from;
  const links: OpenLink[] = [];
  const html: { readonly name: string; readonly does: 'emphasis' | 'quote' | 'link' | undefined }[] = [];
  const missing = new Set<string>();

  const flush = (until: number): void => {
    if (until > pos) drawText(pen, source, pos, until, base);
    pos = Math.max(pos, until);
  };
  const past = (n: { readonly from: number; readonly to: number }): void => {
    flush(n.from);
    pos = Math.max(pos, n.to);
  };

  const openTag = (n: SyntaxNodeRef, name: string, attributes: string): void => {
    past(n);
    const a = n.from - base;
    const b = n.to - base;
    if (name === 'br') pen.replace(' ', a, b);
    else if (name === 'img') pen.object(a, b);
    else if (/^(?:code|kbd|samp|script|style|svg)$/.test(name) && !attributes.endsWith('/') && !missing.has(name)) {
      const close = source.indexOf(`</${name}`, n.to);
      const end = close < 0 || close >= to ? -1 : source.indexOf('>', close);
      if (end < 0 || end >= to) missing.add(name);
      else {
        pen.object(a, end + 1 - base);
        pos = skip = end + 1;
      }
    } else if (name === 'q') {
      pen.replace('“', a, b).open('quote');
      html.push({ name, does: 'quote' });
    } else if (/^(?:em|i|b|strong|cite|u|mark)$/.test(name)) {
      pen.open('emphasis');
      html.push({ name, does: 'emphasis' });
    } else if (name === 'a') {
      const href = attribute(attributes, 'href');
      if (href === undefined || href.startsWith('#')) return;
      pen.open('link', href);
      html.push({ name, does: 'link' });
    }
  };

  const tag = (n: SyntaxNodeRef): void => {
    const raw = source.slice(n.from, n.to);
    const name = /^<(\/?)([A-Za-z][\w.:-]*)/.exec(raw);
    if (!name?.[2]) {
      past(n);
      return;
    }
    if (!name[1]) {
      openTag(n, name[2].toLowerCase(), raw.slice(name[0].length, -1));
      return;
    }
    past(n);
    const i = html.findLastIndex((h) => h.name === name[2]?.toLowerCase());
    if (i < 0) return;
    for (const h of html.splice(i).reverse()) if (h.does) pen.close(h.does);
    if (name[2].toLowerCase() === 'q') pen.replace('”', n.from - base, n.to - base);
  };

  tree.iterate({
    from,
    to,
    enter(n) {
      if (n.to <= from || n.from >= to) return n.from <= from && n.to >= to;
      if (n.from < skip) return n.to > skip;
      const open = links.at(-1);
      if (open && n.from >= open.textEnd && n.to <= open.end) return false;
      const { name } = n;
      switch (name) {
        case 'Link': {
          const link = resolved(n, source, references);
          if (!link) return true;
          flush(n.from);
          pos = n.from + 1;
          if (link.url !== undefined) pen.open('link', link.url);
          links.push({ textEnd: link.textEnd, end: n.to, link: link.url !== undefined });
          return true;
        }
        case 'LinkMark':
          return false;
        case 'Image':
        case 'InlineCode':
        case 'Maths':
          past(n);
          pen.object(n.from - base, n.to - base);
          return false;
        case 'URL':
        case 'Autolink': {
          // The label of an undefined reference stays as written; an address is an object that is its own link.
          past(n);
          const url = source.slice(n.from, n.to).replace(/^<|>$/g, '');
          pen.object(n.from - base, n.to - base, /^[a-z][\w+.-]*:/i.test(url) ? url : url.includes('@') ? `mailto:${url}` : `https://${url}`);
          return false;
        }
        case 'Escape':
          past(n);
          pen.replace(source.slice(n.from + 1, n.to), n.from - base, n.to - base);
          return false;
        case 'Entity': {
          const decoded = decodeEntity(source.slice(n.from, n.to));
          if (decoded === undefined) return false;
          past(n);
          pen.replace(decoded, n.from - base, n.to - base);
          return false;
        }
        case 'HardBreak':
          past(n);
          pen.replace(' ', n.from - base, n.to - base);
          return false;
        case 'Comment':
          past(n);
          pen.comment({ start: n.from - base, end: n.to - base }, source.slice(n.from + 4, n.to - 3).trim());
          return false;
        case 'HTMLTag':
          tag(n);
          return false;
        case 'Emphasis':
        case 'StrongEmphasis':
          flush(n.from);
          pen.open('emphasis');
          return true;
        case 'CiteGroup':
          past(n);
          drawCiteGroup(pen, source, n.from, n.to, base);
          return false;
        case 'Narrative':
          past(n);
          drawNarrative(pen, source, n.from, n.to, base);
          return false;
        case 'NoteReference':
          past(n);
          pen.noteReference({ start: n.from - base, end: n.to - base }, source.slice(n.from + 2, n.to - 1));
          return false;
        case 'InlineNote':
          past(n);
          pen.note({ start: n.from - base, end: n.to - base }, drawInlines(tree, source, n.from + 2, n.to - 1, base, references));
          return false;
        default:
          if (!DROPPED.test(name)) return true;
          past(n);
          return false;
      }
    },
    leave(n) {
      if (n.from < from || n.to > to) return;
      if (n.name === 'Emphasis' || n.name === 'StrongEmphasis') {
        if (n.from < skip && n.to <= skip) return;
        flush(n.to);
        pen.close('emphasis');
      } else if (n.name === 'Link') {
        const open = links.at(-1);
        if (open?.end !== n.to) return;
        links.pop();
        flush(open.textEnd);
        pos = Math.max(pos, n.to);
        if (open.link) pen.close('link');
      }
    },
  });
  flush(to);
  return pen.done();
}

/** Where a link's text ends and its target; `undefined` for brackets that are no link, which stay in the prose. */
function resolved(n: SyntaxNodeRef, source: string, references: References): { readonly textEnd: number; readonly url: string | undefined } | undefined {
  const { node } = n;
  const mark = node.getChildren('LinkMark')[1];
  if (!mark) return undefined;
  const url = node.getChild('URL');
  const behind = source[mark.to];
  if (behind === '(' && n.to > mark.to)
    return { textEnd: mark.from, url: url && url.from > mark.from ? source.slice(url.from, url.to).replace(/^<|>$/g, '') : '' };
  const label = node.getChild('LinkLabel');
  const text = source.slice(n.from + 1, mark.from);
  const written = label ? source.slice(label.from + 1, label.to - 1) : '';
  const target = references.get(normalLabel(written.trim() === '' ? text : written));
  if (target !== undefined) return { textEnd: mark.from, url: target };
  // A span with attributes, as pandoc has them.
  return !label && /^\{[#.:\-\w=]/.test(source.slice(n.to, n.to + 2)) ? { textEnd: mark.from, url: undefined } : undefined;
}

/** Running text: two hyphens are an en dash and three an em dash to a reader, whatever the dialect draws. */
function drawText(pen: Pen, source: string, from: number, to: number, base: number): void {
  let pos = from;
  for (let at = source.indexOf('--', from); at >= 0 && at < to; at = source.indexOf('--', pos)) {
    let end = at + 2;
    while (end < to && source[end] === '-') end++;
    if (end > to) break;
    pen.text(source.slice(pos, at), pos - base);
    if (end - at > 3) pen.text(source.slice(at, end), at - base);
    else pen.replace(end - at === 2 ? '–' : '—', at - base, end - base);
    pos = end;
  }
  if (pos < to) pen.text(source.slice(pos, to), pos - base);
}
