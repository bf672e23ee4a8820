/** Pandoc's citations, the form in which every format's citations read in prose: finding them in Markdown and drawing them. */
import type { KeyItem } from './markup.ts';
import type { Pen } from './reading.ts';

/** A key with its sign, as pandoc's manual defines it: letters, digits and `_`, single punctuation inside, or anything in braces. */
export const KEY = /@(?:\{[^{}\s]{1,200}\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])){0,200})/uy;
const MAX = 2000;

/** The offset behind the bracket that closes the one at `at`; -1 when there is none within reach. */
export function closeBracket(text: string, at: number, reach = MAX): number {
  let depth = 0;
  const end = Math.min(text.length, at + reach);
  for (let i = at; i < end; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '[') depth++;
    else if (c === ']' && --depth === 0) return i + 1;
  }
  return -1;
}

/** The keys of `text` from `from` to `to` with where they stand: not in the middle of a word, as in an address of mail. */
function keysIn(text: string, from: number, to: number): { readonly start: number; readonly end: number }[] {
  const keys: { start: number; end: number }[] = [];
  for (let at = text.indexOf('@', from); at >= 0 && at < to; at = text.indexOf('@', at + 1)) {
    KEY.lastIndex = at;
    if (at > from && /[\p{L}\p{N}_]/u.test(text[at - 1] as string)) continue;
    const m = KEY.exec(text);
    if (m && at + m[0].length <= to) {
      keys.push({ start: at, end: at + m[0].length });
      at += m[0].length - 1;
    }
  }
  return keys;
}

/** The end of a bracketed citation group that begins at `at`: `[see @a, p. 3; -@b]`; -1 when there is none. A link is none. */
export function citeGroupEnd(text: string, at: number): number {
  const first = text.indexOf('@', at);
  if (first < 0 || first - at > 200) return -1;
  const end = closeBracket(text, at);
  if (end < 0 || first >= end || text[end] === '(') return -1;
  if (text[end] === '[' && text[end + 1] !== '^') return -1;
  return keysIn(text, at + 1, end - 1).length > 0 ? end : -1;
}

/** Draws source text without inline marks. */
function plain(pen: Pen, text: string, from: number, to: number, base: number): void {
  for (let i = from; i < to; ) {
    const c = text[i] as string;
    if (c === '*' || c === '`' || (c === '\\' && i + 1 < to)) i++;
    else if (c === '\n') {
      pen.text(c, i - base);
      i++;
      // Marks of a block quotation that goes on below.
      while (i < to && /[ \t>]/.test(text[i] as string)) i++;
    } else if (text.startsWith('--', i)) {
      const long = text[i + 2] === '-' && i + 3 <= to;
      pen.replace(long ? '—' : '–', i - base, i - base + (long ? 3 : 2));
      i += long ? 3 : 2;
    } else {
      pen.text(c, i - base);
      i++;
    }
  }
}

/** Draws one item `prefix @key, suffix` that stands from `from` to `to`; `undefined` when it holds no key. */
function drawItem(pen: Pen, text: string, from: number, to: number, base: number): KeyItem | undefined {
  const key = keysIn(text, from, to)[0];
  if (!key) {
    plain(pen, text, from, to, base);
    return undefined;
  }
  const prefixStart = pen.length;
  const bare = text[key.start - 1] === '-' ? key.start - 1 : key.start;
  plain(pen, text, from, bare, base);
  const prefixEnd = pen.length;
  pen.text(text.slice(bare, key.start), bare - base);
  const start = pen.length;
  pen.text(text.slice(key.start, key.end), key.start - base);
  const end = pen.length;
  const comma = /^[\s,]*/.exec(text.slice(key.end, to))?.[0].length ?? 0;
  plain(pen, text, key.end, key.end + comma, base);
  const suffixStart = pen.length;
  plain(pen, text, key.end + comma, to, base);
  const suffixEnd = pen.length;
  const name = text.slice(key.start + 1, key.end);
  return {
    key: name.startsWith('{') ? name.slice(1, -1) : name,
    span: { start, end },
    ...(text.slice(from, bare).trim() ? { prefix: { start: prefixStart, end: prefixEnd } } : {}),
    ...(suffixEnd > suffixStart ? { suffix: { start: suffixStart, end: suffixEnd } } : {}),
  };
}

/** Draws the group `[…; …]` that stands from `from` to `to`. */
export function drawCiteGroup(pen: Pen, text: string, from: number, to: number, base: number): void {
  const start = pen.length;
  pen.text('[', from - base);
  const items: KeyItem[] = [];
  let at = from + 1;
  while (at < to) {
    let end = text.indexOf(';', at);
    // A semicolon that no key follows belongs to the suffix: "[@a, paras. 3; 5]".
    while (end >= 0 && end < to - 1 && keysIn(text, end + 1, nextItem(text, end + 1, to - 1)).length === 0) end = text.indexOf(';', end + 1);
    if (end < 0 || end >= to - 1) end = to - 1;
    const item = drawItem(pen, text, at, end, base);
    if (item) items.push(item);
    pen.text(text[end] as string, end - base);
    at = end + 1;
  }
  pen.cite(start, items, false);
}

const nextItem = (text: string, from: number, to: number): number => {
  const at = text.indexOf(';', from);
  return at < 0 || at > to ? to : at;
};

/** The end of `@key` or `@key [suffix]` at `at`; -1 when no key stands there. */
export function narrativeEnd(text: string, at: number): number {
  if (at > 0 && /[\p{L}\p{N}_@/.]/u.test(text[at - 1] as string)) return -1;
  KEY.lastIndex = at;
  const m = KEY.exec(text);
  if (!m) return -1;
  const end = at + m[0].length;
  const open = text[end] === ' ' || text[end] === '\n' ? end + 1 : end;
  if (text[open] !== '[' || text[open + 1] === '^') return end;
  const close = closeBracket(text, open);
  return close < 0 || text[close] === '(' || text[close] === '[' || text[close] === '{' ? end : close;
}

/** Draws `@key` or `@key [suffix]`. */
export function drawNarrative(pen: Pen, text: string, from: number, to: number, base: number): void {
  KEY.lastIndex = from;
  const m = KEY.exec(text);
  const keyEnd = m ? Math.min(to, from + m[0].length) : to;
  const start = pen.length;
  pen.text(text.slice(from, keyEnd), from - base);
  const span = { start, end: pen.length };
  const name = text.slice(from + 1, keyEnd);
  const key = name.startsWith('{') ? name.slice(1, -1) : name;
  const open = text.indexOf('[', keyEnd);
  if (open < 0 || open >= to) {
    pen.cite(start, [{ key, span }], true);
    return;
  }
  pen.text(text.slice(keyEnd, open + 1), keyEnd - base);
  const suffix = pen.length;
  plain(pen, text, open + 1, to - 1, base);
  const suffixEnd = pen.length;
  pen.text(']', to - 1 - base);
  pen.cite(start, [{ key, span, ...(suffixEnd > suffix ? { suffix: { start: suffix, end: suffixEnd } } : {}) }], true);
}
