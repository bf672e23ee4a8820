/** The outline of an instrument's file: each block told apart as heading, numbered or lettered item, bullet, furniture or body text. */
import type { Block, Markup } from '../text/markup/markup.ts';
import { join, type Prose, plainProse, slice } from '../text/prose.ts';
import { type Division, divisionOf, isHolder } from './divisions.ts';
import { hasVerb, isApart, isClosing, isDateLine, isForeword, isFurniture, isInstrument, isRule, isSignatures } from './furniture.ts';
import { type FoundMarker, type Marker, markerOf, slippedMarker } from './markers.ts';
import { cutAt, pieces, withoutMarks } from './pieces.ts';

export type { Division } from './divisions.ts';
export type { Marker } from './markers.ts';

export interface Unit {
  readonly block: Block;
  readonly role: 'heading' | 'text' | 'furniture' | 'closing';
  /** Without the marker. */
  readonly prose: Prose;
  readonly marker?: Marker;
  readonly division?: Division;
  /** Columns of white space before the marker: deeper items belong to shallower ones. */
  readonly indent: number;
}

/** Where emphasis that opens the block ends; 0 when none opens it. Emphasis parted by spaces or signs only is one. */
function emphasisEnd(block: Block): number {
  const text = block.prose.text;
  let end = 0;
  for (const i of [...block.inlines].sort((a, b) => a.span.start - b.span.start)) {
    if (i.kind !== 'emphasis') continue;
    if (i.span.start > end && /[\p{L}\p{N}]/u.test(text.slice(end, i.span.start))) break;
    end = Math.max(end, i.span.end);
  }
  return end;
}

/** True when emphasis covers all of the block: a heading in an archive that publishes headings as bold paragraphs. */
function emphasised(block: Block, raw: string): boolean {
  const text = block.prose.text;
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  if (!/[\p{L}\p{N}]/u.test(text.slice(emphasisEnd(block)))) return true;
  // Marks with a space inside are none to Markdown, though they are to the archive that wrote them.
  return (
    /^[\s\u00A0]*(\*\*|__)(?:(?!\1)[\s\S]){2,400}\1\s*$/.test(raw) ||
    /^\s*(?:\*\*|__)?<(u|span|b|strong|em|i)\b[^<>]{0,80}>[^<]{2,400}<\/\1>(?:\*\*|__)?\s*$/.test(raw)
  );
}

/** Lines that Markdown takes for code since they are indented: a text from a typewriter has no code. */
function* strays(text: string, from: number, to: number): Generator<Block> {
  if (to - from < 8 || !/(?:^|\n)(?: {4}|\t)[ \t]*\S/.test(text.slice(from, to))) return;
  let at = from;
  let start = -1;
  let end = -1;
  const block = (): Block => ({ kind: 'paragraph', span: { start, end }, prose: plainProse(text.slice(start, end), start), inlines: [], stream: 'body' });
  for (const line of text.slice(from, to).split('\n')) {
    if (/^(?: {4}|\t)[ \t]*[^\s<]/.test(line)) {
      if (start < 0) start = at;
      end = at + line.trimEnd().length;
    } else if (start >= 0 && line.trim() === '') {
      yield block();
      start = -1;
    }
    at += line.length + 1;
  }
  if (start >= 0) yield block();
}

/** Headings run into their text: "Article 3. The Parties shall …", "Preamble The States Parties …". */
const PREAMBLE =
  /^(?:Preamble|PREAMBLE|Préambule|PRÉAMBULE|Preámbulo|PREÁMBULO|Preambolo|Preâmbulo|Präambel|Преамбула|ПРЕАМБУЛА|序言)\s?[.:：]?\s*(?=["“«(]?[\p{Lu}\p{Lo}]|$)/u;

/** Behind which a number is one of the text's: "in January / 2023. We …" broken over two lines. */
const YEAR = /^(?:1[89]|20)\d\d[.)]$/;

export function outline(markup: Markup, text: string): readonly Unit[] {
  const units: Unit[] = [];
  let closed = false;
  let end = markup.frontMatter?.span.end ?? 0;
  let division: Division | undefined;
  /** True once a paragraph stands above. */
  let spoken = false;
  let number = 0;
  // A page laid out in a table says all that it says in cells.
  const length = (cells: boolean): number =>
    markup.blocks.reduce((n, b) => n + ((b.kind === 'cell') === cells && b.stream === 'body' ? b.prose.text.length : 0), 0);
  const laidOut = length(true) > 2 * length(false);
  const add = (unit: Unit): void => {
    units.push(unit);
    if (unit.role === 'text') spoken = true;
    if (unit.division) number = 0;
    else if (unit.marker?.kind === 'number' && !unit.marker.word) number = Number(unit.marker.label);
  };

  const take = (block: Block, between: string): void => {
    const raw = text.slice(block.span.start, block.span.end);
    const lineStart = text.lastIndexOf('\n', block.span.start - 1) + 1;
    // What stands behind "Article 2." on its line is not indented.
    const inLine = /[\p{L}\p{N}]/u.test(text.slice(Math.max(lineStart, block.span.start - 200), block.span.start));
    const indent = inLine ? 0 : block.span.start - lineStart + (/^[ \t>]*/.exec(raw)?.[0].length ?? 0);
    const whole = block.prose.text;
    const put = (role: Unit['role'], prose = block.prose, more: Partial<Unit> = {}): void => add({ block, role, prose, indent, ...more });

    if (isApart(block, raw) && !(block.kind === 'cell' && laidOut)) return;
    const marked = block.kind === 'heading' && whole.length < 250;
    // A sentence in italics opens many a statement; in bold it is a heading.
    const sentence = whole.length > 80 && whole.endsWith('.') && /^\s*([*_])(?!\1)/.test(raw) && hasVerb(whole);
    const bold = whole.length < 200 && !sentence && emphasised(block, raw);
    const found = block.kind === 'item' ? undefined : divisionOf(whole, marked || bold, emphasisEnd(block), division);
    if (found) {
      closed = false;
      division = found.division;
      if (found.body === undefined) {
        put('heading', block.prose, { division });
        return;
      }
      const [head, body] = cutAt(block, found.body);
      if (head) add({ block: head, role: 'heading', prose: head.prose, indent, division });
      if (body) take(body, '');
      return;
    }
    const preamble = PREAMBLE.exec(whole);
    if (preamble && block.kind !== 'item') {
      const [, body] = cutAt(block, preamble[0].length);
      if (body) take(body, '');
      else put('heading');
      return;
    }
    if (isClosing(whole) && spoken) closed = true;
    if (closed && !isInstrument(block)) {
      put('closing');
      return;
    }
    closed = false;
    const capitals = whole.length < 120 && whole === whole.toUpperCase() && /\p{Lu}{3}/u.test(whole) && !/^WE\b|[,;]$/.test(whole);
    const own = markerOf(whole);
    // An empty list item and then a paragraph: the number stands alone between two blocks.
    const alone = /^\(?\d{1,3}[.)]$/.test(between) ? markerOf(between) : undefined;
    const fromList = alone ?? (block.kind === 'item' ? markerOf(raw.trimStart().replace(/^[-*+]\s/, '- ')) : undefined);
    // "- First, …" is a bullet whose text says where it stands; "- (a) …" is lettered.
    // In plain text the number of an item is part of its prose, and is cut off like one that no list has seen.
    const same = own !== undefined && own.marker.kind === fromList?.marker.kind && own.marker.label === fromList.marker.label;
    const listed = fromList && !same && (fromList.marker.kind !== 'bullet' || !own || own.marker.word) ? fromList : undefined;
    const mended = own || listed ? undefined : slippedMarker(whole, number);
    const mark: FoundMarker | undefined = listed ?? own ?? mended;
    const prose = mark && !listed ? slice(block.prose, mark.length) : block.prose;
    const marker = mark ? { marker: mark.marker } : {};
    const title =
      (marked || bold || capitals || isHolder(whole)) && !/[,;]$/.test(whole) && (block.kind !== 'item' || (bold && mark?.marker.kind !== 'bullet'));
    // A bold lead-in with a colon introduces a list: readers count it with the list, as text.
    if (title && (marked || !/[:：]$/.test(whole))) put(isDateLine(whole) || isForeword(whole) ? 'furniture' : 'heading');
    // "…; and" without a number goes on with the list above it.
    else if (!mark && !title && /[;,，；]$/.test(units.at(-1)?.role === 'text' ? (units.at(-1)?.prose.text ?? '') : '') && whole.length > 20) put('text');
    else if (!mark && !title && (isFurniture(whole, !spoken) || isSignatures(block, text))) put('furniture');
    else put('text', prose, marker);
  };

  const rejoin = (year: string, at: number, block: Block | undefined): boolean => {
    const last = units.at(-1);
    if (last?.role !== 'text') return false;
    const prose = join([last.prose, plainProse(year, at), ...(block ? [block.prose] : [])]);
    // Its block grows with it, for a list inside a paragraph is drawn from its blocks.
    const grown = join([last.block.prose, plainProse(year, at), ...(block ? [block.prose] : [])]);
    const span = { start: last.block.span.start, end: block?.span.end ?? at + year.length };
    units[units.length - 1] = { ...last, prose, block: { ...last.block, span, prose: last.prose === last.block.prose ? prose : grown } };
    return true;
  };

  const reach = (from: number, to: number): string => {
    const gap = text.slice(Math.min(from, to), to);
    const between = gap.trim();
    if (YEAR.test(between) && rejoin(between, from + gap.indexOf(between), undefined)) return '';
    for (const stray of strays(text, Math.min(from, to), to)) for (const b of pieces(stray, text, number, division)) if (!isRule(b.prose.text)) take(b, '');
    return between;
  };

  for (const whole of markup.blocks) {
    if (whole.stream !== 'body') continue;
    for (const piece of pieces(whole, text, number, division)) {
      const block = { ...piece, prose: withoutMarks(piece.prose) };
      const between = reach(end, block.span.start);
      end = Math.max(end, block.span.end);
      if (block.prose.text.trim().length === 0 || isRule(block.prose.text)) continue;
      const year = block.kind === 'item' ? /^\s*(\d{4}[.)])\s/.exec(text.slice(block.span.start, block.span.end))?.[1] : undefined;
      if (year && YEAR.test(year) && rejoin(year, text.indexOf(year, block.span.start), block)) continue;
      take(block, between);
    }
  }
  reach(end, text.length);
  return settle(units);
}

/** Decimals and ordinal words are markers only where they number the text; else they are words of it: "1.5 million people …". */
function settle(units: readonly Unit[]): readonly Unit[] {
  const of = (test: (m: Marker) => boolean): readonly Unit[] => units.filter((u) => u.role === 'text' && u.marker !== undefined && test(u.marker));
  const decimals = of((m) => m.kind === 'decimal');
  const starts = new Set(decimals.map((u) => u.marker?.label));
  const byDecimals = decimals.length >= 3 && decimals.filter((u) => follows(u.marker?.label ?? '', starts)).length > 0.8 * decimals.length;
  const words = of((m) => m.word === true);
  const byWords = words.length >= 3 && words.every((u, i) => Number(u.marker?.label) === i + 1) && of((m) => m.kind === 'number' && !m.word).length < 3;
  return units.map((u, i) => {
    // "The leaders also" above a list is no title: the list completes it.
    const next = units[i + 1];
    if (u.role === 'furniture' && next?.role === 'text' && next.marker !== undefined && /^\p{Ll}/u.test(next.prose.text) && u.prose.text.includes(' '))
      return { ...u, role: 'text' };
    const drop = (u.marker?.kind === 'decimal' && !byDecimals) || (u.marker?.word === true && !byWords);
    if (!drop) return u;
    const { marker, ...rest } = u;
    return { ...rest, prose: u.block.prose };
  });
}

/** True when the number before a decimal's last level stands somewhere, or it is the first of its level. */
function follows(label: string, all: ReadonlySet<string | undefined>): boolean {
  const levels = label.split('.');
  const last = Number(levels.at(-1));
  return last === 1 || all.has([...levels.slice(0, -1), String(last - 1)].join('.'));
}
