/** Cuts a block of the markup into what its author meant as blocks: a line that only looks blank, a heading above a hard break, numbers at line starts. */
import type { Block, Inline } from '../text/markup/markup.ts';
import { fromSource, type Prose, slice, toSource } from '../text/prose.ts';
import { type Division, divisionOf, isHolder } from './divisions.ts';
import { isFurniture } from './furniture.ts';

/** A line that looks blank though it holds no-break spaces, which archives use to part paragraphs. */
const BLANK = /^[ \t>]*\u00A0[\s\u00A0]*$/;
const LINE_NUMBER = /^[ \t]*\(?(\d{1,3})[.)]{1,2}\s*/;
const LINE_DECIMAL = /^[ \t]*\d{1,2}(?:\.\d{1,2}){1,3}\.?[ \t]+(?=\p{Lu})/u;
const SENTENCE_END = /[.:;!?。；：！？]["”’)\]]?[ \t]*\r?$/;
/** Longer than anybody wraps: such a line is a paragraph by itself, though no blank line parts it from the next. */
const UNWRAPPED = 120;

/** A bold line with hard breaks or the block's ends around it: a heading, whatever stands above and below it in the same block. */
const BOLD_LINE = /(?:^|(?<= {2}|\\)\r?\n)[ \t\u00A0]*(\*\*|__)(?=\S|\r?\n\S)((?:(?!\1)[\s\S]){2,420}?)\1(?= {2,}\r?\n|\\\r?\n|[ \t]*$)/g;

/** The part of a block between two of its prose's offsets; `first` keeps the markers that stand before the prose. */
function part(block: Block, from: number, to: number, first: boolean): Block | undefined {
  let start = from;
  let end = to;
  while (start < end && block.prose.text[start] === ' ') start++;
  while (end > start && block.prose.text[end - 1] === ' ') end--;
  if (start >= end) return undefined;
  if (start === 0 && end === block.prose.text.length) return block;
  const prose = slice(block.prose, start, end);
  const inlines = block.inlines
    .filter((x) => x.span.start >= start && x.span.end <= end)
    .map((x) => ({ ...x, span: { start: x.span.start - start, end: x.span.end - start } }));
  const span = toSource(block.prose, { start, end });
  return { ...block, kind: first ? block.kind : 'paragraph', span: first ? { start: block.span.start, end: span.end } : span, prose, inlines };
}

/** Cuts at offsets of the file. */
function cut(block: Block, at: readonly number[]): readonly Block[] {
  if (at.length === 0) return [block];
  const edges = [0, ...[...at].sort((a, b) => a - b).map((c) => fromSource(block.prose, c)), block.prose.text.length];
  const out: Block[] = [];
  // Inlines in order: each piece looks only at those that begin in it.
  const inlines = [...block.inlines].sort((a, b) => a.span.start - b.span.start);
  let k = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i] as number;
    const to = edges[i + 1] as number;
    while (k < inlines.length && (inlines[k] as Inline).span.start < from) k++;
    const first = k;
    while (k < inlines.length && (inlines[k] as Inline).span.start < to) k++;
    const piece = part({ ...block, inlines: inlines.slice(first, k) }, from, to, i === 0);
    if (piece) out.push(piece);
  }
  return out;
}

/** Cuts at an offset of the prose: a heading and the text behind it. */
export const cutAt = (block: Block, at: number): readonly [Block | undefined, Block | undefined] => [
  part(block, 0, at, true),
  part(block, at, block.prose.text.length, false),
];

/** Where the text begins, in the file, when a block opens with an emphasised line and a hard break: a heading and its paragraph in one. */
function leadIn(block: Block, text: string): number | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const emphasis = block.inlines.find((i) => i.kind === 'emphasis' && i.span.start === 0 && i.span.end + 1 < block.prose.text.length);
  if (emphasis === undefined || emphasis.span.end < 3) return undefined;
  let next = emphasis.span.end;
  while (block.prose.text[next] === ' ') next++;
  const from = block.prose.ends[emphasis.span.end - 1] as number;
  const to = block.prose.starts[next] as number;
  return /(?: {2}|\\|<br\s*\/?>)\r?\n/.test(text.slice(from, to)) ? to : undefined;
}

function* linesOf(block: Block, text: string): Generator<{ readonly at: number; readonly line: string; readonly first: boolean }> {
  let at = block.span.start;
  let first = true;
  for (const line of text.slice(block.span.start, block.span.end).split('\n')) {
    yield { at, line, first };
    first = false;
    at += line.length + 1;
  }
}

/** The same in HTML: `<span style="text-decoration: underline">…</span>`, `<u>…</u>`. */
const UNDERLINED_LINE =
  /(?:^|(?<= {2}|\\)\r?\n)[ \t\u00A0]*((?:\*\*|__)?<(u|span|b|strong)\b[^<>]{0,80}>[^<]{2,300}<\/\2>(?:\*\*|__)?)(?= {2,}\r?\n|\\\r?\n|[ \t]*$)/g;

function boldLines(block: Block, text: string): readonly number[] {
  if (block.kind === 'heading') return [];
  const raw = text.slice(block.span.start, block.span.end);
  const cuts: number[] = [];
  if (raw.includes('</'))
    for (const m of raw.matchAll(UNDERLINED_LINE)) {
      const to = block.span.start + m.index + m[0].length;
      cuts.push(to - (m[1] as string).length, to);
    }
  if (!raw.includes('**') && !raw.includes('__')) return cuts.filter((c) => c > block.span.start && c < block.span.end);
  for (const m of raw.matchAll(BOLD_LINE)) {
    const inside = m[2] as string;
    if (inside.replace(/\s+/g, ' ').trim().length > 200) continue;
    const to = block.span.start + m.index + m[0].length;
    cuts.push(to - inside.length - 4, to);
  }
  return cuts.filter((c) => c > block.span.start && c < block.span.end);
}

/** A line that goes on below: "… in the Charter of the". */
const OPEN_END = /\b(?:of|the|and|or|to|in|on|a|an|for|by|with|as|at|that|which|its|their|de|la|le|les|des|du|et|el|los|las|y)$/i;

/** Numbers at line starts, where each follows the last; lines too long to be wrapped; "Article 3" alone on a line, and its title. */
function lineStarts(block: Block, text: string, lastNumber: number, last: Division | undefined): readonly number[] {
  const cuts: number[] = [];
  const lines = [...linesOf(block, text)];
  // Where no line is wrapped and some are too long for that, each line is a paragraph.
  const long = (line: string): boolean => line.length > UNWRAPPED && line.replace(/\]\([^()]*\)|<[^<>]*>/g, '').length > UNWRAPPED;
  const wrapped = (i: number): boolean => !SENTENCE_END.test(lines[i]?.line ?? '') && /^[ \t]*\p{Ll}/u.test(lines[i + 1]?.line ?? '');
  const loose = lines.length > 1 && lines.some((l) => long(l.line)) && !lines.some((_, i) => wrapped(i));
  let number = lastNumber;
  let division = last;
  let before = '';
  // Behind "Article 3" alone on its line stands its text, or its title where the line below that begins anew.
  let behind: 'division' | 'title' | undefined;
  for (const { at, line, first } of lines) {
    const m = LINE_NUMBER.exec(line);
    const words = line.trim();
    const anew = /^["“(\p{Lu}\p{Lo}\d]/u.test(words);
    const ended = SENTENCE_END.test(before);
    const unwrapped = loose && !first && anew && (ended || isFurniture(before.trim(), false));
    const found = words.length < 100 && (first || ended || isHolder(before.trim())) ? divisionOf(words, false, 0, division) : undefined;
    const starts = found?.body === undefined ? found !== undefined : ended;
    if (behind === 'division' && !starts) {
      cuts.push(at);
      behind = !m && isFurniture(words, false) && !OPEN_END.test(words) ? 'title' : undefined;
      if (m) number = Number(m[1]);
    } else if (behind === 'title' && !starts) {
      if (anew) cuts.push(at);
      behind = undefined;
      if (m) number = Number(m[1]);
    } else if (found && starts) {
      if (!first) cuts.push(at);
      division = found.division;
      number = 0;
      behind = found.body === undefined && found.division.title === '' ? 'division' : undefined;
      if (found.body === undefined && found.division.title !== '') behind = 'title';
    } else if (m) {
      const n = Number(m[1]);
      if (first) number = n;
      else if (n === number + 1 && /^(?:\p{Lu}|["“(]|$)/u.test(line.slice(m[0].length))) {
        cuts.push(at);
        number = n;
      } else if (unwrapped) cuts.push(at);
    } else if (unwrapped || (!first && ended && LINE_DECIMAL.test(line))) cuts.push(at);
    before = line;
  }
  return cuts;
}

/** A block as the outline sees it, in pieces; `lastNumber` and `last` are the number and the division that stand before it. */
export function pieces(block: Block, text: string, lastNumber: number, last: Division | undefined): readonly Block[] {
  const blank: number[] = [];
  for (const { at, line } of linesOf(block, text)) if (BLANK.test(line)) blank.push(at);
  return cut(block, blank)
    .flatMap((b) => cut(b, boldLines(b, text)))
    .flatMap((b) => {
      const lead = leadIn(b, text);
      return lead === undefined ? [b] : cut(b, [lead]);
    })
    .flatMap((b) => (b.kind === 'heading' ? [b] : cut(b, lineStarts(b, text, lastNumber, last))));
}

/** Emphasis that an archive opened and never closed leaves its marks in the text; they are no part of it. */
export function withoutMarks(prose: Prose): Prose {
  if (!prose.text.includes('*')) return prose;
  const kept: Prose[] = [];
  let at = 0;
  for (const m of prose.text.matchAll(
    / ?\*{2,3} ?|(?<=[\p{L}\p{P}]) ?\*(?=[\p{L}.,;:])|(?<=[ (“])\*(?=\p{L})|(?<=\p{L})\*(?=[\s.,;:)])|(?<=[.,;:!?])\*(?=\s|$)/gu,
  )) {
    // One space of two around the marks stays.
    const spaced = m[0].startsWith(' ') ? 1 : 0;
    kept.push(slice(prose, at, m.index + spaced));
    at = m.index + m[0].length - (spaced || m.index === 0 ? 0 : m[0].endsWith(' ') ? 1 : 0);
  }
  if (kept.length === 0) return prose;
  kept.push(slice(prose, at));
  const whole = {
    text: kept.map((p) => p.text).join(''),
    starts: Int32Array.from(kept.flatMap((p) => [...p.starts])),
    ends: Int32Array.from(kept.flatMap((p) => [...p.ends])),
  };
  const lead = whole.text.length - whole.text.trimStart().length;
  return slice(whole, lead, Math.max(lead, whole.text.trimEnd().length));
}
