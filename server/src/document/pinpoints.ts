/** The grammar of pinpoints: finds "paras. 3–5", "Art. VI(1)", "its last paragraph", "4항" in prose, and more. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { joinArticle } from './article-paragraphs.ts';
import { coverOf } from './cover.ts';
import { findElliptic } from './elliptic.ts';

export type Unit = 'paragraph' | 'point' | 'sign' | 'article' | 'principle' | 'recital' | 'operative' | 'preamble' | 'section' | 'annex';

/** One member of a pinpoint: "VI(1)" is main "VI", subs ["1"]. Ordinals from the end are "last" and "penultimate". */
export interface Member {
  readonly main: string;
  readonly subs: readonly string[];
  /** "2.1" as written: a paragraph of that number where the text numbers by levels; else sentence 1 of paragraph 2. */
  readonly decimal?: string;
  /** "Article 5, paragraph 1": of a text that does not number the paragraphs of its articles, the article is meant. */
  readonly loose?: true;
}

/** A pinpoint found in prose; `span` is in the prose. */
export interface FoundPinpoint {
  readonly span: Span;
  readonly unit: Unit;
  readonly members: readonly Member[];
  readonly sentence?: number;
  /** "the fourth paragraph": said in words, so it may also speak of another text. */
  readonly ordinal: boolean;
}

const WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
const KOREAN = ['첫', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];

const UNITS: readonly (readonly [Unit, string])[] = [
  ['operative', 'operative (?:paragraphs?|paras?\\.?)|OPs?(?=\\s?\\d)'],
  ['recital', 'preambular (?:paragraphs?|paras?\\.?)|PPs?(?=\\s?\\d)|recitals?|considérants?'],
  ['paragraph', '¶{1,2}|paragraph(?:s|es?)?|paras?\\b\\.?|pars?\\.(?=\\s*\\d)|párrafos?|párrs?\\.|parágrafos?|Absätze|Absatz|Abs\\.|alinéas?'],
  ['sign', '§{1,2}'],
  ['point', 'points?|pts?\\b\\.?'],
  ['article', 'articles?|arts?\\b\\.?|artículos?|Artikel'],
  ['principle', 'principles?|principios?|principes?'],
  ['section', 'sections?|secs?\\.'],
  ['annex', 'annex(?:es?)?|appendix'],
];
const UNIT = UNITS.map(([, source]) => `(${source})`).join('|');
const SPELT = WORDS.map((w) => `[${w[0]}${(w[0] as string).toUpperCase()}]${w.slice(1)}`).join('|');
const NUMBER = `\\d{1,3}(?!\\d)(?:\\.\\d{1,2}(?!\\d)){0,3}|(?<![\\p{L}])[IVXLC]{1,7}(?![\\p{L}])|(?<![\\p{L}])(?:${SPELT})(?![\\p{L}])|(?<![\\p{L}])[A-Z](?![\\p{L}.])`;
const SUBS = '(?:\\s?\\((?:\\d{1,2}|[a-z]|[ivx]{2,4})\\))*';
const MEMBER = `\\(?(?:${NUMBER})\\)?${SUBS}(?:\\s?(?:bis|ter))?`;
const JOINT = '\\s*(?:,\\s*(?:and|or)\\s+|[,;&]\\s*|[-–—‑]{1,2}|\\s+(?:and|or|to|through|thru|und|et|y)\\s+)\\s*';
const HEAD = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${UNIT})(?![\\p{L}])\\s{0,2}(?:(?:no\\.|nos\\.|number)\\s?)?(?=[\\d(IVXLCA-Z]|${WORDS.join('|')})`, 'giu');
const LIST = new RegExp(`${MEMBER}(?:${JOINT}${MEMBER})*`, 'yu');
/** "¶ 3, ¶ 5": a list of signs may repeat its own, and no other list takes one up: "Art. II; ¶ 5" are two. */
const SIGNED = new RegExp(`${MEMBER}(?:${JOINT}(?:¶{1,2}\\s*|§{1,2}\\s*)?${MEMBER})*`, 'yu');
const ORDINAL = new RegExp(
  `(?:(?<![\\p{L}])(?:the|its|their|that|whose|in)\\s+|(?<=[,(]\\s?)\\b)((?:(?:very|long|short|brief|crucial|key)\\s+)?(?:${ORDINALS.join('|')}|last|final|closing|concluding|opening|penultimate|second-to-last|\\d{1,2}(?:st|nd|rd|th))(?:(?:\\s+and\\s+|\\s+to\\s+|,\\s+)(?:the\\s+)?(?:${ORDINALS.join('|')}|last|final|\\d{1,2}(?:st|nd|rd|th))){0,9})\\s+(?:(?:operative|preambular|body|numbered|and longest|and last)\\s+)?(paragraphs?|paras?\\b\\.?|articles?)(?![\\p{L}])`,
  'giu',
);
const SEVERAL = /(?<![\p{L}])(?:(?:the|its|their)\s+)?(first|last|final|closing|opening)\s+(two|three|four|five|[2-5])\s+paragraphs(?![\p{L}])/giu;
const POSSESSIVE = new RegExp(
  `(?<=[’']s?\\s(?:own\\s)?)((?:${ORDINALS.join('|')}|last|final|closing|concluding|opening|penultimate|\\d{1,2}(?:st|nd|rd|th))(?:(?:\\s+and\\s+|\\s+to\\s+|,\\s+)(?:${ORDINALS.join('|')}|last|\\d{1,2}(?:st|nd|rd|th))){0,4})\\s+(?:paragraphs?|paras?\\b\\.?)(?![\\p{L}])`,
  'giu',
);
const HANGUL =
  /(제\s?)?(\d{1,3})(?:\s?((?:항|조|문단|단락)?\s?(?:에서|부터|내지)|[-~–∼〜·,])\s?(?:제\s?)?(\d{1,3}))?\s?(항|조|문단|단락)(?![가-힣]*위원회)((?:(?:과|와|,|및|·|\s및)\s?(?:제\s?)?\d{1,3}\s?(?:항|문단|단락)){0,8})|(첫|마지막|(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열)(?=\s?번째))\s?(?:번째\s?)?(?:문단|단락|항)/gu;
const SENTENCE = new RegExp(`^,?\\s+(?:at\\s+)?(?:the\\s+)?(${ORDINALS.slice(0, 9).join('|')}|last|\\d(?:st|nd|rd|th))\\s+sentence`, 'i');

const numeral = (text: string): string => {
  const t = text.toLowerCase();
  const word = WORDS.indexOf(t);
  if (word >= 0) return String(word + 1);
  const ordinal = ORDINALS.indexOf(t);
  if (ordinal >= 0) return String(ordinal + 1);
  return text;
};

export function romanValue(roman: string): number | undefined {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  if (!/^[IVXLC]+$/.test(roman)) return undefined;
  let total = 0;
  for (let i = 0; i < roman.length; i++) {
    const value = values[roman[i] as string] as number;
    total += value < (values[roman[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}

const toRoman = (n: number): string => {
  let rest = n;
  let out = '';
  for (const [value, sign] of [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const)
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  return out;
};

/** The longest range that is spelt out member by member; a longer one is an error of the author's, and only its ends are kept. */
const LONGEST = 40;

function members(list: string): { readonly members: readonly Member[]; readonly sentence?: number } {
  const out: Member[] = [];
  let sentence: number | undefined;
  let range = false;
  for (const m of list.matchAll(new RegExp(`(${NUMBER})\\)?(${SUBS})|([-–—‑]{1,2}|\\bto\\b|\\bthrough\\b|\\bthru\\b)`, 'gu'))) {
    if (m[3] !== undefined) {
      range = out.length > 0;
      continue;
    }
    const raw = (m[1] as string).replace(/\)$/, '');
    const decimal = /^(\d{1,3})\.(\d{1,2})$/.exec(raw);
    if (decimal) sentence = Number(decimal[2]);
    const main = decimal ? (decimal[1] as string) : numeral(raw);
    const levels = /^\d{1,3}(?:\.\d{1,2}){1,3}$/.test(raw) ? { decimal: raw } : {};
    const subs = [...(m[2] ?? '').matchAll(/\(([^)]+)\)/g)].map((x) => x[1] as string);
    const before = out.at(-1);
    if (range && before) {
      const from = Number(before.main) || romanValue(before.main) || 0;
      const to = Number(main) || romanValue(main) || 0;
      const roman = Number.isNaN(Number(main)) && romanValue(main) !== undefined;
      // "paras. 12–5" is a slip, not a range: only what is written counts.
      if (from && to > from && to - from <= LONGEST) for (let n = from + 1; n < to; n++) out.push({ main: roman ? toRoman(n) : String(n), subs: [] });
    }
    range = false;
    out.push({ main, subs, ...levels });
  }
  return { members: out, ...(sentence === undefined ? {} : { sentence }) };
}

const listAt = (text: string, at: number, list: RegExp): RegExpExecArray | null => {
  list.lastIndex = at;
  return list.exec(text);
};

const SPELT_NEXT = new RegExp(`\\s*[,;]\\s*(?:(?:and|or)\\s+)?(?:${SPELT})\\)?$|\\s*(?:[,;&]|[–—-]{1,2}|\\s(?:and|or|to))\\s*(?:${SPELT})\\b`, 'u');
const SEVERAL_UNITS = /(?:s\.?|¶¶|§§)\s*$/i;

/**
 * Where a list really ends: "para. 6; three papers" and "para. 5, 12 months later" go on with other numbers. `unit` as written with the list
 * behind it, and what follows.
 */
function ends(unit: string, list: string, behind: string): number {
  // A number in words does not continue one in figures, nor, behind a comma, the number of a single paragraph.
  const figures = /^\(?\d/.test(list);
  const spelt = SPELT_NEXT.exec(list);
  if (spelt && spelt.index > 0 && (figures || (!SEVERAL_UNITS.test(unit) && /^\s*[,;]/.test(spelt[0])))) return spelt.index;
  const last = /\s*[,;]\s*\d{1,3}(?:,\d{3})*$/.exec(list);
  if (last && last.index > 0 && !SEVERAL_UNITS.test(unit) && /^(?:,\d{3})?(?:\s+|-)(?!and\b|or\b|of\b|above\b|below\b)\p{Ll}{3,}/u.test(behind))
    return last.index;
  return list.length;
}

/** Pinpoints of the prose in order, overlapping nothing. Total. */
export function findPinpoints(text: string): readonly FoundPinpoint[] {
  const found: FoundPinpoint[] = [];
  const cover = coverOf(text.length);
  const add = (p: FoundPinpoint): void => {
    if (!cover.free(p.span)) return;
    found.push(p);
    cover.add(p.span);
  };
  const tail = (end: number): { readonly end: number; readonly sentence?: number } => {
    const m = SENTENCE.exec(text.slice(end, end + 40));
    if (!m) return { end };
    const n = Number.parseInt(m[1] as string, 10) || ORDINALS.indexOf((m[1] as string).toLowerCase()) + 1;
    return { end: end + m[0].length, ...(n > 0 ? { sentence: n } : {}) };
  };
  let until = 0;
  for (const m of matches(HEAD, text)) {
    // "¶ 3, ¶ 5": the second sign is part of the first one's list.
    if (m.index < until) continue;
    const unit = (UNITS[m.slice(1, UNITS.length + 1).findIndex((g) => g !== undefined)] as (typeof UNITS)[number])[0];
    const from = m.index + m[0].length;
    const list = listAt(text, from, /^[¶§]/.test(m[0]) ? SIGNED : LIST);
    if (!list) continue;
    let written = list[0];
    // A lone capital is a label of an annex only; "Section A" and "Article I" are told apart from "Paragraph A …" by the unit.
    if (/^[A-Z]$/.test(written) && unit !== 'annex' && unit !== 'section' && romanValue(written) === undefined) continue;
    if (/^[IVXLC]/.test(written) && (unit === 'paragraph' || unit === 'point') && !/^[IVXLC]{2,}/.test(written)) continue;
    if (/^[a-z]/.test(m[0]) && /^[A-Z]$/.test(written) && unit !== 'annex') continue;
    // "paragraphs 3, 5, and 2023" never runs on into a year, nor "para. 3, 26 April" into a date.
    const date =
      /,?\s+\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/.exec(
        text.slice(from + written.length - 4, from + written.length + 14),
      );
    if (date && /,\s*\d{1,2}$/.test(written)) written = written.replace(/,\s*\d{1,2}$/, '');
    written = written.slice(0, ends(m[0], written, text.slice(from + written.length, from + written.length + 24)));
    written = written.replace(/[\s,;&(–—-]+$/, '');
    const read = members(written);
    if (read.members.length === 0) continue;
    const open = (written.match(/\(/g) ?? []).length - (written.match(/\)/g) ?? []).length;
    const stop = from + written.length - (open < 0 ? 1 : 0);
    const end = tail(stop);
    const before = new RegExp(`(?:the\\s+)?(${ORDINALS.slice(0, 9).join('|')}|last)\\s+sentence\\s+of\\s+$`, 'i').exec(
      text.slice(Math.max(0, m.index - 40), m.index),
    );
    const sentence = read.sentence ?? end.sentence ?? (before ? ORDINALS.indexOf((before[1] as string).toLowerCase()) + 1 || undefined : undefined);
    const only = read.members.length === 1 && read.sentence === undefined && end.end === stop ? read.members[0] : undefined;
    const joined = only && joinArticle(unit, only, text.slice(stop, stop + 60));
    if (joined) {
      until = stop + joined.length;
      add({ span: { start: m.index, end: until }, unit: 'article', members: [joined.member], ordinal: false });
      continue;
    }
    until = end.end;
    add({ span: { start: m.index, end: end.end }, unit, members: read.members, ordinal: false, ...(sentence ? { sentence } : {}) });
  }
  const ordinals = (words: string): readonly Member[] =>
    [...words.matchAll(/[\p{L}-]+|\d+/gu)]
      .map((w) => w[0].toLowerCase())
      .flatMap((w): Member[] => {
        if (/^(?:last|final|closing|concluding)$/.test(w)) return [{ main: 'last', subs: [] }];
        if (/^(?:penultimate|second-to-last)$/.test(w)) return [{ main: 'penultimate', subs: [] }];
        if (w === 'opening') return [{ main: '1', subs: [] }];
        const n = ORDINALS.indexOf(w) + 1 || Number(w);
        return n > 0 ? [{ main: String(n), subs: [] }] : [];
      });
  for (const m of matches(ORDINAL, text))
    add({
      span: { start: m.index, end: m.index + m[0].length },
      unit: /^art/i.test(m[2] as string) ? 'article' : 'paragraph',
      members: ordinals(m[1] as string),
      ordinal: true,
    });
  for (const m of matches(SEVERAL, text)) {
    const n = Number(numeral(m[2] as string));
    const front = /^(?:first|opening)$/i.test(m[1] as string);
    const list = Array.from({ length: n }, (_, i): Member => ({ main: front ? String(i + 1) : n - i === 1 ? 'last' : `last-${n - i - 1}`, subs: [] }));
    add({ span: { start: m.index, end: m.index + m[0].length }, unit: 'paragraph', members: list, ordinal: true });
  }
  for (const m of matches(POSSESSIVE, text))
    add({ span: { start: m.index, end: m.index + m[0].length }, unit: 'paragraph', members: ordinals(m[1] as string), ordinal: true });
  for (const m of matches(HANGUL, text)) {
    const span = { start: m.index, end: m.index + m[0].length };
    if (m[7] !== undefined)
      add({ span, unit: 'paragraph', members: [{ main: m[7] === '마지막' ? 'last' : String(KOREAN.indexOf(m[7]) + 1), subs: [] }], ordinal: true });
    // "제60조 제1항": the paragraph of an article.
    else if (m[5] !== '조' && /\d\s?조(?:의)?\s?$/.test(text.slice(Math.max(0, m.index - 6), m.index))) continue;
    else {
      const first = m[4] ? members(/[·,]/.test(m[3] as string) ? `${m[2]}, ${m[4]}` : `${m[2]}–${m[4]}`).members : members(m[2] as string).members;
      const more = [...(m[6] as string).matchAll(/\d+/g)].map((d): Member => ({ main: d[0], subs: [] }));
      add({ span, unit: m[5] === '조' ? 'article' : 'paragraph', members: [...first, ...more], ordinal: false });
    }
  }
  found.sort((a, b) => a.span.start - b.span.start);
  for (const e of findElliptic(text, found)) add({ span: { start: e.start, end: e.end }, unit: 'paragraph', members: ordinals(e.ordinal), ordinal: true });
  return found.sort((a, b) => a.span.start - b.span.start);
}
