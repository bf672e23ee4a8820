/** Markers: what stands before a paragraph or an item and numbers it — "3.", "1.2", "(a)", "iv.", "First,", "三、", a bullet. */

export interface Marker {
  /** `decimal` numbers by levels: "1.2", "3.1.4". */
  readonly kind: 'number' | 'decimal' | 'letter' | 'roman' | 'bullet';
  /** "3", "1.2", "a", "iv"; empty for bullets. */
  readonly label: string;
  /** "First, …": the number is a word of the text itself. */
  readonly word?: boolean;
}

const NUMBER = /^(?:\(?(\d{1,3})[.)]{1,2}[-–—]?|(\d{1,3})\.(?=[\p{Lu}])|(\d{1,3})°\.?|§\s?(\d{1,3})\.?)(?:\s+|(?=[\p{L}“"(])|$)/u;
const DECIMAL = /^\(?(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?(?:\s+(?=[\p{L}“"‘«(\d])|$)/u;
const LETTER = /^(?:\(?([a-z]|[ivx]{1,5})\)\s*|\(?([A-Z])\)\s*|([a-z]|[ivx]{2,5})\.\s+)/;
const ROMAN = /^\(?([IVX]{1,5})[.)]{1,2}(?:\s+|$)/;
const BULLET = /^(?:[-–—•·●▪■◦‣⁃∙*]|o(?=\s{2}))\s+/;

/** Numbers as Chinese and Japanese texts write them: "一、" numbers a paragraph, "（一）" an item of it. */
const HAN = /^(?:([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)])\s*/;
const HAN_DIGITS = '一二三四五六七八九';

/** "十二" is 12; 0 for what is no such number below a hundred. */
export function hanNumber(text: string): number {
  const m = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!m || text === '' || (!m[2] && m[1] && m[3])) return 0;
  const digit = (s: string | undefined): number => (s ? HAN_DIGITS.indexOf(s) + 1 : 0);
  return m[2] ? (m[1] ? digit(m[1]) : 1) * 10 + digit(m[3]) : digit(m[1] ?? m[3]);
}

/** "First, …; Second, …": points that number themselves in words, which stay part of the text. */
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];
const ORDINAL = /^(\p{L}{5,8})(?:ly)?[,:.]\s/u;

export interface FoundMarker {
  readonly marker: Marker;
  /** How much of the text it is, white space behind it included; 0 where it is part of what is said. */
  readonly length: number;
}

/** The marker that opens a text, if one does. */
export function markerOf(text: string): FoundMarker | undefined {
  const decimal = DECIMAL.exec(text);
  if (decimal) return { marker: { kind: 'decimal', label: decimal[1] as string }, length: decimal[0].length };
  const number = NUMBER.exec(text);
  if (number) return { marker: { kind: 'number', label: (number[1] ?? number[2] ?? number[3] ?? number[4]) as string }, length: number[0].length };
  const han = HAN.exec(text);
  const value = hanNumber(han?.[1] ?? han?.[2] ?? '');
  if (han && value > 0) return { marker: { kind: han[1] ? 'number' : 'letter', label: String(value) }, length: han[0].length };
  const roman = ROMAN.exec(text);
  // "(I)" and "I." are numbers, "C)" and "(D)" are letters; of "V)" and "X)" the reader of the list decides, who has seen those before.
  if (roman && !/^\(?[VX]\)/.test(text)) return { marker: { kind: 'roman', label: roman[1] as string }, length: roman[0].length };
  const letter = LETTER.exec(text);
  if (letter) {
    const label = (letter[1] ?? letter[2] ?? letter[3]) as string;
    return { marker: { kind: /^[ivx]{2,}$|^i$/.test(label) ? 'roman' : 'letter', label }, length: letter[0].length };
  }
  const ordinal = ORDINALS.indexOf(ORDINAL.exec(text)?.[1]?.toLowerCase() ?? '');
  if (ordinal >= 0) return { marker: { kind: 'number', label: String(ordinal + 1), word: true }, length: 0 };
  const bullet = BULLET.exec(text);
  return bullet ? { marker: { kind: 'bullet', label: '' }, length: bullet[0].length } : undefined;
}

/** "3, We": a comma for the point behind a number, to be believed only where it is the next one. */
export function slippedMarker(text: string, before: number): FoundMarker | undefined {
  const m = /^(\d{1,3}),\s+(?=\p{Lu})/u.exec(text);
  return m && Number(m[1]) > 1 && Number(m[1]) === before + 1 ? { marker: { kind: 'number', label: m[1] as string }, length: m[0].length } : undefined;
}
