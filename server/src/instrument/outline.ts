/** The outline of an instrument's file: each block told apart as heading, numbered or lettered item, bullet, furniture or body text. */
import type { Block, Markup } from '../text/markup/markup.ts';
import { type Prose, slice } from '../text/prose.ts';

export interface Marker {
  readonly kind: 'number' | 'letter' | 'roman' | 'bullet';
  /** "3", "a", "iv"; empty for bullets. */
  readonly label: string;
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
const NUMBER = /^(?:\(?(\d{1,3})[.)]|(\d{1,3})\.(?=[\p{Lu}]))(?:\s+|(?=[\p{L}“"(])|$)/u;
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
  if (ordinal >= 0) return { marker: { kind: 'number', label: String(ordinal + 1) }, length: 0 };
  const bullet = BULLET.exec(text);
  return bullet ? { marker: { kind: 'bullet', label: '' }, length: bullet[0].length } : undefined;
}

function divisionOf(text: string): Division | undefined {
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
const furniture = (text: string): boolean => text.length < 150 && !/[.;:!?…”"’)\]。]$/.test(text) && !/\b(?:will|shall|we|is|are|have|has)\b/i.test(text);

export function outline(markup: Markup, text: string): readonly Unit[] {
  const units: Unit[] = [];
  let closed = false;
  for (const block of markup.blocks) {
    if (block.stream !== 'body' || block.prose.text.trim().length === 0 || RULE.test(block.prose.text)) continue;
    const raw = text.slice(block.span.start, Math.min(block.span.end, block.span.start + 200));
    const column = /^[ \t>]*/.exec(raw)?.[0].length ?? 0;
    const lineStart = text.lastIndexOf('\n', block.span.start - 1) + 1;
    const indent = block.span.start - lineStart + column;
    const whole = block.prose.text;
    const division = block.kind !== 'item' && whole.length < 160 ? divisionOf(whole) : undefined;
    if (division) closed = false;
    if (CLOSING.test(whole) && units.length > 0) closed = true;
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
      const fromList = block.kind === 'item' ? markerOf(raw.trimStart().replace(/^[-*+]\s/, '- ')) : undefined;
      const found = own ?? fromList;
      const prose = own ? slice(block.prose, own.length) : block.prose;
      units.push({ block, role: !found && furniture(whole) ? 'furniture' : 'text', prose, indent, ...(found ? { marker: found.marker } : {}) });
    }
  }
  return units;
}
