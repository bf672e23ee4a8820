/** The tokens of HTML: text, tags and comments with where they stand. As browsers do, a tag that never ends swallows the rest. */
import type { Span } from '../span.ts';

export type HtmlToken =
  | { readonly kind: 'text'; readonly span: Span }
  | { readonly kind: 'comment'; readonly span: Span; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly span: Span; readonly name: string; readonly attributes: string };

/** The offset behind the tag that opens at `at`, quotes in attributes heeded; -1 when it does not end before `to`. */
function tagEnd(text: string, at: number, to: number): number {
  for (let i = at; i < to; i++) {
    const c = text[i];
    if (c === '>') return i + 1;
    if ((c === '"' || c === "'") && text[i - 1] === '=') {
      const close = text.indexOf(c, i + 1);
      if (close < 0 || close >= to) return -1;
      i = close;
    }
  }
  return -1;
}

/** Elements whose content is never prose and is not markup either. */
const RAW = /^(?:script|style|textarea|template|noscript|iframe|title|xmp)$/;

/** Tokens of `text` from `from` to `to`, without a gap but for doctypes, instructions and the content of raw elements. */
export function* htmlTokens(text: string, from: number, to: number): Generator<HtmlToken> {
  let pos = from;
  let textStart = from;
  const noClose = new Set<string>();
  while (pos < to) {
    const at = text.indexOf('<', pos);
    if (at < 0 || at >= to) break;
    const next = text[at + 1] ?? '';
    const closing = next === '/';
    const isTag = /[A-Za-z]/.test(closing ? (text[at + 2] ?? '') : next);
    if (!isTag && next !== '!' && next !== '?') {
      pos = at + 1;
      continue;
    }
    if (at > textStart) yield { kind: 'text', span: { start: textStart, end: at } };
    if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4);
      const end = close < 0 || close + 3 > to ? to : close + 3;
      yield { kind: 'comment', span: { start: at, end }, text: text.slice(at + 4, close < 0 || close + 3 > to ? to : close).trim() };
      pos = textStart = end;
      continue;
    }
    const end = tagEnd(text, at + 1, to);
    pos = textStart = end < 0 ? to : end;
    if (end < 0 || !isTag) continue;
    const nameStart = at + (closing ? 2 : 1);
    let nameEnd = nameStart;
    while (nameEnd < end && /[\w:.-]/.test(text[nameEnd] as string)) nameEnd++;
    const name = text.slice(nameStart, nameEnd).toLowerCase();
    yield { kind: closing ? 'close' : 'open', span: { start: at, end }, name, attributes: text.slice(nameEnd, end - 1) };
    if (!closing && RAW.test(name) && text[end - 2] !== '/' && !noClose.has(name)) {
      const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
      close.lastIndex = end;
      const m = close.exec(text);
      if (m && m.index < to) pos = textStart = m.index;
      else noClose.add(name);
    }
  }
  if (textStart < to) yield { kind: 'text', span: { start: textStart, end: to } };
}

/** The value of an attribute, `undefined` when it is absent, '' when it has none. */
export function attribute(attributes: string, name: string): string | undefined {
  const m = new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))|(?=[\\s/>]|$))`, 'i').exec(attributes);
  return m ? (m[1] ?? m[2] ?? m[3] ?? '') : undefined;
}
