/** Fixes of a quotation that differs from the text: the words as they stand there, or brackets and ellipses that show the change. */
import type { Analysis, Change, Quotation } from '../document/analysis.ts';
import { fromSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { Edit, Fix } from './check.ts';
import { inFormat, quote, upperFirst } from './phrases.ts';
import { behindOf, rewritten } from './rewrite.ts';

/** Markup that would be cut in two when only the words change. */
const MARKUP = /[*_{}<>\\$#`|]/;
const hasMarkup = (old: string): boolean => MARKUP.test(old.replace(/\\[&%$#_{}]/g, ''));

/** An edit that puts `text` for the change's words, with the space that words need around them; `undefined` across markup. */
function put(analysis: Analysis, q: Quotation, c: Change, text: string): Edit | undefined {
  let { start, end } = c.span;
  const old = analysis.text.slice(start, end);
  if (hasMarkup(old)) return undefined;
  const plain = inFormat(analysis, curly(analysis) ? text : text.replace(/[‘’]/g, "'"));
  if (plain === '') {
    if (start > q.span.start) while (start > q.span.start && /\s/.test(analysis.text[start - 1] as string)) start--;
    else while (end < q.span.end && /\s/.test(analysis.text[end] as string)) end++;
    return { span: { start, end }, text: '' };
  }
  if (start === end) return { span: { start, end }, text: start > q.span.start ? ` ${plain}` : `${plain} ` };
  const first = start === q.span.start && /^\p{Lu}/u.test(old) && !/^\p{Lu}{2}/u.test(plain);
  return { span: { start, end }, text: first ? upperFirst(plain) : plain };
}

/** The author's apostrophes are curly, or would be. */
const curly = (analysis: Analysis): boolean => /[’“]/.test(analysis.text);

/** The words that stand there, with the stop of an abbreviation or a plural's apostrophe that belongs to the last one. */
export function wholeWords(analysis: Analysis, q: Quotation, c: Change): string {
  const source = analysis.library.get(q.source?.instrument ?? '')?.text ?? '';
  const mark = source[c.source.end] ?? '';
  const belongs =
    c.stands !== '' &&
    ((/[’']/.test(mark) && /^\s/.test(source.slice(c.source.end + 1)) && /s$/.test(c.stands)) || (mark === '.' && /\.\p{L}$/u.test(c.stands)));
  return belongs && !/^[.’']/.test(analysis.text.slice(c.span.end, c.span.end + 1)) ? c.stands + mark : c.stands;
}

/** The change undone, with the signs that stand beside the words in the text. */
function asThere(analysis: Analysis, q: Quotation, c: Change): Edit | undefined {
  const gap = c.kind === 'punctuation' || c.kind === 'case' ? undefined : gapsOf(analysis, q, c);
  if (!gap) return alone(analysis, q, c);
  const words = c.span.start === q.span.start && /^\p{Lu}/u.test(c.written) ? upperFirst(c.stands) : c.stands;
  const text = c.stands === '' ? gap.before : gap.before + words + gap.after;
  return rewritten(analysis, q.block, gap.here, curly(analysis) ? text : text.replace(/[‘’]/g, "'"));
}

/** The change undone, whatever stands beside it. */
const alone = (analysis: Analysis, q: Quotation, c: Change): Edit | undefined =>
  c.kind === 'punctuation' ? punctuate(analysis, q, c) : put(analysis, q, c, wholeWords(analysis, q, c));

/** All changes undone at once; `undefined` where one cannot be, or where two would touch the same signs. */
function allUndone(analysis: Analysis, q: Quotation, changes: readonly Change[]): readonly Edit[] | undefined {
  for (const undone of [asThere, alone]) {
    const edits = changes.flatMap((c) => undone(analysis, q, c) ?? []);
    if (edits.length === changes.length && areApart(edits)) return edits;
  }
  return undefined;
}

/** Some changes begin with the space before them. */
function trimmed(analysis: Analysis, c: Change): Change {
  let { start, end } = c.span;
  if (c.written === '' || c.kind === 'punctuation') return c;
  while (start < end && /\s/.test(analysis.text[start] as string)) start++;
  while (end > start && /\s/.test(analysis.text[end - 1] as string)) end--;
  return { ...c, span: { start, end } };
}

/** Between two words there may stand this much besides white space. */
const GAP = /^[\s,.;:!?’'”")(–—-]*$/;

interface Gaps {
  /** In the prose of the quotation's block: all that stands between the words on both sides of the change, which both sides have. */
  readonly here: Span;
  /** What stands in the text before the change's words, and behind them; the whole of it in `before` where the text has no words there. */
  readonly before: string;
  readonly after: string;
}

/** `undefined` where words are missing or too many at the ends of a quotation, and where brackets or an object stand beside the change. */
function gapsOf(analysis: Analysis, q: Quotation, c: Change): Gaps | undefined {
  const prose = analysis.markup.blocks[q.block]?.prose;
  const instrument = analysis.library.get(q.source?.instrument ?? '');
  const there = instrument?.paragraphs.find((p) => p.span.start <= c.source.start && c.source.end <= p.span.end)?.prose;
  if (!prose || !there) return undefined;
  const here = between(prose.text, fromSource(prose, c.span.start), fromSource(prose, c.span.end));
  const stands = between(there.text, fromSource(there, c.source.start), fromSource(there, c.source.end));
  // At its ends the quotation has no words beside the change, and the signs of its own sentence.
  const [first, last] = [here.outer.start <= q.inProse.start, here.outer.end >= q.inProse.end];
  if ((first || last) && (c.written === '' || c.stands === '')) return undefined;
  const outer = { start: first ? here.inner.start : here.outer.start, end: last ? here.inner.end : here.outer.end };
  const before = first ? '' : there.text.slice(stands.outer.start, stands.inner.start);
  const after = last ? '' : there.text.slice(stands.inner.end, stands.outer.end);
  const around = [prose.text.slice(outer.start, here.inner.start), prose.text.slice(here.inner.end, outer.end), before, after];
  return around.every((gap) => GAP.test(gap)) ? { here: outer, before: c.stands === '' ? before + after : before, after } : undefined;
}

const WORD = /[\p{L}\p{N}]/u;

/** The words from `start` to `end`, or the place, without (`inner`) and with (`outer`) what stands between them and the next words. */
function between(text: string, start: number, end: number): { readonly inner: Span; readonly outer: Span } {
  let from = start;
  while (from < end && /\s/.test(text[from] as string)) from++;
  const inner = { start: from, end };
  while (from > 0 && !WORD.test(text[from - 1] as string)) from--;
  let to = end;
  while (to < text.length && !WORD.test(text[to] as string)) to++;
  return { inner, outer: { start: from, end: to } };
}

/** An ellipsis where words are missing: behind the sign that stands before them in the text too, as in "in parallel, … Presidents". */
function leaveOut(analysis: Analysis, q: Quotation, c: Change): Edit {
  const ellipsis = ellipsisOf(analysis);
  const gap = gapsOf(analysis, q, c);
  const prose = analysis.markup.blocks[q.block]?.prose;
  if (!gap || !prose || gap.before.trim() === '' || prose.text.slice(gap.here.start, gap.here.end).trim() !== gap.before.trim())
    return { span: c.span, text: ` ${ellipsis}` };
  const at = behindOf(prose, gap.here.end);
  return { span: { start: at, end: at }, text: `${ellipsis} ` };
}

/** Edits that touch each other's words cannot be made at once. */
const areApart = (edits: readonly Edit[]): boolean => {
  const inOrder = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return inOrder.every((e, k) => k === 0 || e.span.start >= (inOrder[k - 1] as Edit).span.end);
};

/** Fix: the words as they stand. */
export function restoreWords(analysis: Analysis, q: Quotation, all: readonly Change[]): readonly Fix[] {
  const changes = all.map((c) => trimmed(analysis, c));
  const edits = allUndone(analysis, q, changes);
  if (!edits || edits.length === 0) return [];
  const only = changes.length === 1 ? (changes[0] as Change) : undefined;
  const title =
    only && only.kind !== 'punctuation' && only.stands !== ''
      ? `Quote the words that stand there: ${quote(only.stands, 60)}`
      : 'Quote the words as they stand there';
  return [{ title, edits, ...(q.attribution === 'implied' ? {} : { preferred: true }) }];
}

/** What stands between two words or in one, as the text has it: its own white space, where no markup stands there. */
function punctuate(analysis: Analysis, q: Quotation, c: Change): Edit | undefined {
  if (hasMarkup(analysis.text.slice(c.span.start, c.span.end))) return undefined;
  const own = analysis.library.get(q.source?.instrument ?? '')?.text.slice(c.source.start, c.source.end);
  if (own && own.replace(/\s+/g, ' ').trim() === c.stands) {
    const whole = /^\p{L}/u.test(own) ? wholeWords(analysis, q, c) : own;
    return { span: c.span, text: inFormat(analysis, (curly(analysis) ? whole : whole.replace(/[‘’]/g, "'")).replace(/\s+/g, ' ')) };
  }
  const glue = c.stands === '' ? ' ' : /^[-–—/’']$/.test(c.stands) || /^[([“‘]/.test(c.stands) ? c.stands : `${c.stands} `;
  return { span: c.span, text: /^[([“‘]/.test(glue) ? ` ${glue}` : inFormat(analysis, glue) };
}

/** Fix: keep the words, and show the change as quoting authors do. */
export function markChanges(analysis: Analysis, q: Quotation, all: readonly Change[]): readonly Fix[] {
  const changes = all.map((c) => trimmed(analysis, c));
  const edits: Edit[] = [];
  let shown = 0;
  for (const c of changes) {
    if (c.kind === 'punctuation' || c.kind === 'case') {
      const edit = asThere(analysis, q, c);
      if (!edit) return [];
      edits.push(edit);
      continue;
    }
    const old = analysis.text.slice(c.span.start, c.span.end);
    // Brackets around all of it would show nothing.
    if (hasMarkup(old) || /[[\]]/.test(old) || (c.span.start <= q.span.start && c.span.end >= q.span.end)) return [];
    shown++;
    edits.push(old === '' ? leaveOut(analysis, q, c) : { span: c.span, text: `[${old}]` });
  }
  if (shown === 0 || !areApart(edits)) return [];
  const title = changes.every((c) => c.written === '') ? 'Show the omission by an ellipsis' : 'Show the change by brackets';
  return [{ title, edits }];
}

/** The ellipsis that the author uses. */
function ellipsisOf(analysis: Analysis): string {
  const used = /\[…\]|\[\.\.\.\]|\\ldots\{\}|\. \. \.|…|\.\.\./.exec(analysis.text)?.[0];
  return used ?? (analysis.format === 'latex' ? '\\ldots{}' : '…');
}
