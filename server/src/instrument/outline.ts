/** The outline of an instrument's file: each block told apart as heading, numbered or lettered item, bullet, furniture or body text. */
import type { Block, Markup } from '../text/markup/markup.ts';
import { fromSource, type Prose, slice, toSource } from '../text/prose.ts';

export interface Marker {
  readonly kind: 'number' | 'letter' | 'roman' | 'bullet';
  /** "3", "a", "iv"; empty for bullets. */
  readonly label: string;
  /** "First, …": the number is a word of the text itself. */
  readonly word?: boolean;
}

/** A heading that numbers what stands under it: "Article VI", "Principle 10", "Annex A". */
export interface Division {
  readonly keyword: string;
  readonly label: string;
  readonly title: string;
}

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

const KEYWORDS: Readonly<Record<string, string>> = {
  article: 'Article',
  art: 'Article',
  artikel: 'Article',
  artículo: 'Article',
  articulo: 'Article',
  principle: 'Principle',
  principio: 'Principle',
  principe: 'Principle',
  rule: 'Rule',
  guideline: 'Guideline',
  regulation: 'Regulation',
  point: 'Point',
  goal: 'Goal',
  annex: 'Annex',
  annexe: 'Annex',
  appendix: 'Appendix',
  protocol: 'Protocol',
  section: 'Section',
  commitment: 'Commitment',
};
const DIVISION = new RegExp(
  `^(${Object.keys(KEYWORDS).join('|')})\\.?\\s+(\\d{1,3}(?:\\s?bis)?|[IVXLC]{1,7}|[A-Z])(?:er)?\\b[.:]?(?:\\s*[-–—:.]?\\s+(.{0,120}))?$`,
  'i',
);
const ANNEX = /^(annexe?|appendix|schedule)\b\.?$/i;
const NUMBER = /^(?:\(?(\d{1,3})[.)]\.?|(\d{1,3})\.(?=[\p{Lu}]))(?:\s+|(?=[\p{L}“"(])|$)/u;
const SLIP = /^(\d{1,3}),\s+(?=\p{Lu})/u;
const LETTER = /^\(?([a-z]|[ivx]{1,5})\)\s*/;
const ROMAN = /^([IVX]{1,5})[.)]\s+/;
const BULLET = /^[-–—•·*]\s+/;
/** The formula that closes a treaty, after which come signatures: not a paragraph anyone cites. */
const CLOSING = /^(?:in witness whereof|in faith whereof|done (?:at|in)\b|en foi de quoi|fait (?:à|en)\b|en fe de lo cual|hecho en\b|signed at\b.*\bon\b)/i;
/** Rules, "###", "* * *", "END". */
const RULE = /^(?:[#*_\-–—\s]+|end)$/i;

/** "First, …; Second, …": points that number themselves in words, which stay part of the text. */
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
const ORDINAL = /^(\p{L}{5,8})(?:ly)?[,:.]\s/u;

function markerOf(text: string): { readonly marker: Marker; readonly length: number } | undefined {
  const number = NUMBER.exec(text);
  if (number) return { marker: { kind: 'number', label: (number[1] ?? number[2]) as string }, length: number[0].length };
  const letter = LETTER.exec(text);
  if (letter)
    return { marker: { kind: /^[ivx]{2,}$|^i$/.test(letter[1] as string) ? 'roman' : 'letter', label: letter[1] as string }, length: letter[0].length };
  const roman = ROMAN.exec(text);
  if (roman) return { marker: { kind: 'roman', label: roman[1] as string }, length: roman[0].length };
  const ordinal = ORDINALS.indexOf(ORDINAL.exec(text)?.[1]?.toLowerCase() ?? '');
  if (ordinal >= 0) return { marker: { kind: 'number', label: String(ordinal + 1), word: true }, length: 0 };
  const bullet = BULLET.exec(text);
  return bullet ? { marker: { kind: 'bullet', label: '' }, length: bullet[0].length } : undefined;
}

function divisionOf(text: string, heading: boolean): Division | undefined {
  const number = heading ? /^(\d{1,3}|[IVXLC]{1,7})\.?$/.exec(text) : null;
  if (number) return { keyword: '', label: number[1] as string, title: '' };
  const m = DIVISION.exec(text);
  if (m) return { keyword: KEYWORDS[(m[1] as string).toLowerCase()] as string, label: (m[2] as string).toUpperCase(), title: m[3] ?? '' };
  return ANNEX.test(text) ? { keyword: 'Annex', label: '', title: '' } : undefined;
}

/** True when emphasis covers all of the block: a heading in an archive that publishes headings as bold paragraphs. */
const emphasised = (block: Block): boolean => {
  const covered = block.inlines.reduce((n, i) => (i.kind === 'emphasis' ? Math.max(n, i.span.end - i.span.start) : n), 0);
  return block.prose.text.length > 0 && covered >= block.prose.text.replace(/[\s:]+$/, '').length - 1;
};

/** Places, dates, addressees, names of signatories: short, and not a sentence. */
const furniture = (text: string): boolean => text.length < 150 && !/[,.;:!?…”"’)\]。]$/.test(text) && !/\b(?:will|shall|we|is|are|have|has)\b/i.test(text);

/** A line that looks blank though it holds no-break spaces, which archives use to part paragraphs. */
const BLANK = /^[ \t>]*\u00A0[\s\u00A0]*$/;
const LINE_NUMBER = /^[ \t]*\(?(\d{1,3})[.)]\s*/;

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

/** Emphasis that an archive opened and never closed leaves its marks in the text; they are no part of it. */
function withoutMarks(prose: Prose): Prose {
  if (!prose.text.includes('**')) return prose;
  const kept: Prose[] = [];
  let at = 0;
  for (const m of prose.text.matchAll(/ ?\*{2,3} ?/g)) {
    // One space of two around the marks stays.
    const spaced = m[0].startsWith(' ') ? 1 : 0;
    kept.push(slice(prose, at, m.index + spaced));
    at = m.index + m[0].length - (spaced || m.index === 0 ? 0 : m[0].endsWith(' ') ? 1 : 0);
  }
  kept.push(slice(prose, at));
  return {
    text: kept.map((p) => p.text).join(''),
    starts: Int32Array.from(kept.flatMap((p) => [...p.starts])),
    ends: Int32Array.from(kept.flatMap((p) => [...p.ends])),
  };
}

/**
 * A block as the outline sees it: cut where a line only looks blank, and where a line begins with the number that follows the
 * last one, which Markdown does not take for a list when it interrupts a paragraph.
 */
function pieces(block: Block, text: string, lastNumber: number): readonly Block[] {
  const cuts: number[] = [];
  let number = lastNumber;
  let at = block.span.start;
  let first = true;
  for (const line of text.slice(block.span.start, block.span.end).split('\n')) {
    const m = LINE_NUMBER.exec(line);
    if (BLANK.test(line)) cuts.push(at);
    else if (m) {
      const n = Number(m[1]);
      if (!first && n === number + 1 && /^(?:\p{Lu}|["“(]|$)/u.test(line.slice(m[0].length))) {
        cuts.push(at);
        number = n;
      } else if (first) number = n;
    }
    first = false;
    at += line.length + 1;
  }
  const lead = leadIn(block, text);
  if (lead !== undefined) cuts.unshift(lead);
  if (cuts.length === 0) return [block];
  const edges = [0, ...cuts.map((c) => fromSource(block.prose, c)), block.prose.text.length];
  const out: Block[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    let start = edges[i] as number;
    let end = edges[i + 1] as number;
    while (start < end && block.prose.text[start] === ' ') start++;
    while (end > start && block.prose.text[end - 1] === ' ') end--;
    if (start >= end) continue;
    const prose = slice(block.prose, start, end);
    const inlines = block.inlines
      .filter((x) => x.span.start >= start && x.span.end <= end)
      .map((x) => ({ ...x, span: { start: x.span.start - start, end: x.span.end - start } }));
    const span = toSource(block.prose, { start, end });
    out.push({ ...block, kind: i === 0 ? block.kind : 'paragraph', span: i === 0 ? { start: block.span.start, end: span.end } : span, prose, inlines });
  }
  return out;
}

export function outline(markup: Markup, text: string): readonly Unit[] {
  const units: Unit[] = [];
  let closed = false;
  let end = 0;
  const numberBefore = (): number => Number(units.findLast((u) => u.marker?.kind === 'number' || u.division)?.marker?.label ?? 0);
  const blocks = function* (): Generator<Block> {
    for (const b of markup.blocks)
      for (const piece of b.stream === 'body' ? pieces(b, text, numberBefore()) : [b]) yield { ...piece, prose: withoutMarks(piece.prose) };
  };
  for (const block of blocks()) {
    if (block.stream !== 'body' || block.prose.text.trim().length === 0 || RULE.test(block.prose.text)) continue;
    const raw = text.slice(block.span.start, Math.min(block.span.end, block.span.start + 200));
    const between = text.slice(Math.min(end, block.span.start), block.span.start).trim();
    end = Math.max(end, block.span.end);
    const column = /^[ \t>]*/.exec(raw)?.[0].length ?? 0;
    const lineStart = text.lastIndexOf('\n', block.span.start - 1) + 1;
    const indent = block.span.start - lineStart + column;
    const whole = block.prose.text;
    const division = block.kind !== 'item' && whole.length < 160 ? divisionOf(whole, block.kind === 'heading') : undefined;
    if (division) closed = false;
    if (CLOSING.test(whole) && units.filter((u) => u.role === 'text').length > 0) closed = true;
    const heading =
      block.kind === 'heading' ||
      division !== undefined ||
      (whole.length < 200 && emphasised(block)) ||
      (whole.length < 120 && whole === whole.toUpperCase() && /\p{Lu}{3}/u.test(whole));
    if (closed) units.push({ block, role: 'closing', prose: block.prose, indent });
    else if (heading) {
      // A bold lead-in with a colon introduces a list: readers count it with the list, as text.
      if (/:$/.test(whole) && block.kind !== 'heading' && !division) units.push({ block, role: 'text', prose: block.prose, indent });
      else units.push({ block, role: 'heading', prose: block.prose, indent, ...(division ? { division } : {}) });
    } else {
      const own = markerOf(whole);
      // An empty list item and then a paragraph: the number stands alone between two blocks.
      const alone = /^\(?\d{1,3}[.)]$/.test(between) ? markerOf(between) : undefined;
      const fromList = alone ?? (block.kind === 'item' ? markerOf(raw.trimStart().replace(/^[-*+]\s/, '- ')) : undefined);
      const listed = fromList && (fromList.marker.kind !== 'bullet' || !own) ? fromList : undefined;
      // "11, We": a comma for the point behind a number, believed only where it is the next one.
      const slip = own || listed ? null : SLIP.exec(whole);
      const next = slip && Number(slip[1]) > 1 && Number(slip[1]) === numberBefore() + 1 ? slip : undefined;
      const mended = next && { marker: { kind: 'number' as const, label: next[1] as string }, length: next[0].length };
      const found = listed ?? own ?? mended;
      const prose = found && !listed ? slice(block.prose, found.length) : block.prose;
      units.push({ block, role: !found && furniture(whole) ? 'furniture' : 'text', prose, indent, ...(found ? { marker: found.marker } : {}) });
    }
  }
  return units;
}
