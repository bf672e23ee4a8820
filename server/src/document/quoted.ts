/** Finds what stands in quotation marks, in every language's marks, and what is set off as a block quotation. */
import type { Block, Markup } from '../text/markup/markup.ts';
import { remember } from '../text/remember.ts';
import type { Span } from '../text/span.ts';

/** Words that make a quotation; what is shorter is a term, and counts only when it is cited. */
export const QUOTATION = 4;

export interface Quoted {
  /** Index into `markup.blocks`. */
  readonly block: number;
  /** Between the marks, without space at the edges and without a closing comma or stop; in the block's prose. */
  readonly inner: Span;
  /** With the marks; the whole prose of the block for a block quotation. */
  readonly outer: Span;
  readonly form: 'marks' | 'block';
}

/** Opening marks and the marks that close them. » and ‘ close in some languages what they open in others. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '"': '"',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
  '＂': '＂',
};
const LETTER = /[\p{L}\p{N}]/u;
const SINGLE = /['‘‚’]/;
const OPENER = /[“„‟«»‹「『《〈"‘‚'＂]|``(?=\S)/g;
/** No quotation is longer than this; an unclosed mark is given up there. */
const LONGEST = 4000;
const LONGEST_SINGLE = 700;
const MOST = 60;

/** True when the mark at `at` can open: white space, a bracket, a dash or nothing before it, and a word, bracket or dots behind it. */
function opens(text: string, at: number): boolean {
  const mark = text[at] as string;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (/[「『《〈„‚“‟«‹]/.test(mark)) return mark === '‚' ? !LETTER.test(before) : true;
  if (LETTER.test(before)) return false;
  if (mark === '»') return /[\s([—–-]/.test(before) && LETTER.test(after);
  if (SINGLE.test(mark)) return /[\s([{—–\-/“"«„:]/.test(before) && /[\p{L}[…(.]/u.test(after);
  return !/\s/.test(after) && !/[)\]}.,;:!?]/.test(before) && /[\p{L}\p{N}[…(.\\$*_\uFFFC‘']/u.test(after);
}

/** Words that may follow a closing mark, and never a possessive. */
const FOLLOWS =
  /^(?:and|or|but|nor|as|at|by|for|from|in|into|of|on|to|with|without|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|it|its|he|she|they|we|that|this|these|those|the|a|an|which|who|when|where|while|if|so|than|then|not|said|says)$/;

/** Offset of the mark that closes the one at `at`; -1 when none does. Marks of the same pair nest; an apostrophe does not close. */
function findClose(text: string, at: number): number {
  const mark = text[at] as string;
  const closers = CLOSERS[mark] as string;
  const single = SINGLE.test(mark);
  const end = Math.min(text.length, at + (single ? LONGEST_SINGLE : LONGEST));
  let depth = 0;
  let possible = -1;
  let passed = 0;
  for (let i = at + 1; i < end; i++) {
    const c = text[i] as string;
    // So many marks that do not close it mean that it opens nothing.
    if (CLOSERS[c] !== undefined && ++passed > MOST) return possible;
    if (single) {
      if (c === '“' || c === '„') {
        const inner = findClose(text, i);
        if (inner > 0) i = inner;
        continue;
      }
      if (!closers.includes(c)) {
        // A further opening mark means that the first was an apostrophe or that what we took for one closed it.
        if (c === '‘' && possible >= 0) return possible;
        continue;
      }
      const before = text[i - 1] as string;
      const after = text[i + 1] ?? ' ';
      if (/\s/.test(before) || LETTER.test(after)) continue;
      // "the Presidents’ commitments": a possessive, when a noun follows and something closes later.
      const word = /^\s(\p{Ll}+)/u.exec(text.slice(i + 1, i + 24))?.[1];
      if (/[sS]/.test(before) && word !== undefined && !FOLLOWS.test(word)) {
        if (possible < 0) possible = i;
        else return i;
        continue;
      }
      return i;
    }
    if (c === mark && !closers.includes(c)) depth++;
    else if (closers.includes(c)) {
      if (mark === '"' && (/[\s([]/.test(text[i - 1] as string) || LETTER.test(text[i + 1] ?? ' '))) continue;
      if (mark === '“' && c === '"') {
        // A straight mark closes a curly one only when no curly one does.
        if (possible < 0) possible = i;
        continue;
      }
      if (depth === 0) return i;
      depth--;
    }
  }
  return possible;
}

/** The span without white space at its edges, inner guillemet spaces and a closing comma, stop, colon or semicolon. */
function trim(text: string, s: Span): Span {
  let { start, end } = s;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (end > start && /[,;:]/.test(text[end - 1] as string)) end--;
  else if (end > start && text[end - 1] === '.' && !/(?:\.\s?\.\s?|\b\p{Lu}\.\p{Lu})\.$/u.test(text.slice(Math.max(start, end - 6), end))) end--;
  return { start, end };
}

/** ``as on a typewriter'': offset of the two strokes that close; -1 when none do before the next two that open. */
function typedClose(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST).search(/''|``/);
  return end >= 0 && text[from + end] === "'" ? from + end : -1;
}

/** Quoted stretches of a text in order, outermost only: what is quoted within a quotation is part of it. */
export const findMarks = remember(readMarks, 4000);

function readMarks(text: string): readonly { readonly inner: Span; readonly outer: Span }[] {
  const out: { inner: Span; outer: Span }[] = [];
  OPENER.lastIndex = 0;
  for (let m = OPENER.exec(text); m; m = OPENER.exec(text)) {
    const typed = m[0].length > 1;
    if (!typed && !opens(text, m.index)) continue;
    const close = typed ? typedClose(text, m.index + 2) : findClose(text, m.index);
    if (close < 0) continue;
    const inner = trim(text, { start: m.index + m[0].length, end: close });
    const end = close + m[0].length;
    if (inner.end > inner.start) out.push({ inner, outer: { start: m.index, end } });
    OPENER.lastIndex = end;
  }
  return out;
}

/** A block quotation that is itself in quotation marks, or not at all: then all of it is quoted, but for its attribution. */
function findBlockQuotation(block: Block, index: number, marks: readonly { inner: Span; outer: Span }[]): Quoted | undefined {
  const text = block.prose.text;
  // "— Washington Declaration, para. 5", "(para. 5)", "[@key, para. 5]" behind the words are not the words.
  const tail =
    /\s*(?:(?:^|\s)[—–―-]{1,3}\s?[^—–―.;“”"]{3,120}|(?<=[.!?…"”’)]\s{1,3})[—–―-]{1,3}\s?(?:[^—–―.;“”"]|\.(?=\s?[\d\p{Ll}(]|\p{Lu}\.|,)){3,120}|[([][^()[\]]{0,160}(?:\([^()]{0,40}\)[^()[\]]{0,60})?[)\]])\.?$/u.exec(
      text,
    );
  let end = text.length;
  if (tail && tail.index > 0 && /[\p{L}¶§]/u.test(tail[0])) end = tail.index;
  for (const i of block.inlines) if (i.kind === 'cite' && i.span.start > 0 && i.span.end >= end - 2) end = Math.min(end, i.span.start);
  const inner = trim(text, { start: 0, end });
  if (inner.end <= inner.start) return undefined;
  const whole = marks.find((m) => m.outer.start <= 1 && m.outer.end >= inner.end - 1);
  if (whole) return { block: index, inner: whole.inner, outer: { start: 0, end: text.length }, form: 'block' };
  return { block: index, inner, outer: { start: 0, end: text.length }, form: 'block' };
}

/**
 * All quoted stretches, in the order of blocks. A block within a block quotation gives one of form "block" and, as further
 * entries, what stands in marks inside it: whoever reads them decides which of the two is meant.
 */
export function findQuoted(markup: Markup): readonly Quoted[] {
  const out: Quoted[] = [];
  markup.blocks.forEach((block, index) => {
    if (block.kind === 'heading') return;
    const text = block.prose.text;
    const marks = [...findMarks(text)];
    for (const i of block.inlines) {
      if (i.kind !== 'quote' || marks.some((m) => m.outer.start < i.span.end && i.span.start < m.outer.end)) continue;
      const inner = trim(text, i.span);
      if (inner.end > inner.start) marks.push({ inner, outer: i.span });
    }
    marks.sort((a, b) => a.outer.start - b.outer.start);
    // A quotation of several paragraphs opens in each, and closes in the last.
    if (marks.length === 0 && /^[“„«]/.test(text) && text.length < LONGEST && markup.blocks[index + 1]?.prose.text[0] === text[0]) {
      const inner = trim(text, { start: 1, end: text.length });
      if (inner.end > inner.start) marks.push({ inner, outer: { start: 0, end: text.length } });
    }
    if (block.quote) {
      const whole = findBlockQuotation(block, index, marks);
      if (whole) out.push(whole);
    }
    for (const m of marks) out.push({ block: index, ...m, form: 'marks' });
  });
  return out;
}
