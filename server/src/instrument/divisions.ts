/** Divisions: headings that number what stands under them — "Article VI", "Principle 10", "Annex A", "第三条" — alone, with a title or before their text. */
import { hanNumber } from './markers.ts';

export interface Division {
  readonly keyword: string;
  readonly label: string;
  readonly title: string;
}

/** Keywords and the English one under which labels are kept; parts and chapters only hold articles and number nothing themselves. */
const KEYWORDS: Readonly<Record<string, string>> = {
  article: 'Article',
  art: 'Article',
  artikel: 'Article',
  artículo: 'Article',
  articulo: 'Article',
  artigo: 'Article',
  articolo: 'Article',
  статья: 'Article',
  principle: 'Principle',
  principio: 'Principle',
  principe: 'Principle',
  принцип: 'Principle',
  rule: 'Rule',
  guideline: 'Guideline',
  regulation: 'Regulation',
  point: 'Point',
  goal: 'Goal',
  pillar: 'Pillar',
  action: 'Action',
  recommendation: 'Recommendation',
  annex: 'Annex',
  annexe: 'Annex',
  anexo: 'Annex',
  anhang: 'Annex',
  приложение: 'Annex',
  appendix: 'Appendix',
  attachment: 'Attachment',
  schedule: 'Schedule',
  protocol: 'Protocol',
  section: 'Section',
  sección: 'Section',
  clause: 'Clause',
  paragraph: '',
  commitment: 'Commitment',
};
const WORDS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  first: '1',
  premier: '1',
  première: '1',
  primero: '1',
  primer: '1',
  único: '1',
  unique: '1',
};
const capital = (w: string): string => `${(w[0] as string).toUpperCase()}${w.slice(1)}`;
const cased = (words: readonly string[]): string => words.flatMap((w) => [capital(w), w.toUpperCase()]).join('|');
const LATIN = new RegExp(
  `^(${cased(Object.keys(KEYWORDS))})\\.?\\s+(?:(\\d{1,3})(?:\\s?(er|re|ère|º|°|\\.º))?(?:[\\s-]?(bis|ter|quater|[A-Z](?![\\p{L}\\d])))?|([IVXLC]{1,8})(?:[\\s-]?(bis|ter|quater))?|([A-Z])|(${[...Object.keys(WORDS), cased(Object.keys(WORDS))].join('|')}))(?![\\p{L}\\d])`,
  'u',
);
const EASTERN_ANNEX = /^附(?:件|录|錄)?\s?([一二三四五六七八九十]{1,3}|\d{1,2})(?=[《：:\s]|$)/u;
const EASTERN = /^(?:第\s?([一二三四五六七八九十]{1,3}|\d{1,3})\s?[条條]|제\s?(\d{1,3})\s?조)/u;
const BARE_ANNEX = /^(annexe?|anexo|anhang|appendix|schedule|attachment|приложение|附件|부속서)\b\.?$/iu;
const TITLED_ANNEX =
  /^(Annexe?|ANNEXE?|Anexo|ANEXO|Appendix|APPENDIX|Schedule|SCHEDULE|Attachment|ATTACHMENT)(?:\s*[:–—-]\s+|\s+(?=(?:on|to|of|sur|relatif|relative)\s))(.{2,120})$/;
/** What holds articles: a heading wherever it stands, however it is typed. */
const HOLDER =
  /^(?:chapter|part|title|book|chapitre|partie|titre|capítulo|capitulo|parte|título|teil|kapitel|глава|раздел|часть)\s+(?:\d{1,3}|[ivxlc]{1,8}|[a-z]|one|two|three|four|five|six|first|second|premier|première|primera?|segunda?)\b|^第\s?[一二三四五六七八九十\d]{1,3}\s?[章编節节]|^제\s?\d{1,3}\s?[장편절]/iu;

/** True for "Chapter II", "PART ONE — General": a heading that numbers no paragraph. */
export const isHolder = (text: string): boolean => text.length < 120 && HOLDER.test(text);

/** A title rather than a sentence: short, and not closed as one. */
const titled = (text: string): boolean => text.length <= 120 && !/[.;:,!?。；：，]$/.test(text);

export interface FoundDivision {
  readonly division: Division;
  /** Where the division's text begins, when it stands in the same block: "Article 3. The Parties shall …". */
  readonly body?: number;
}

function named(text: string): { readonly keyword: string; readonly label: string; readonly length: number } | undefined {
  const m = LATIN.exec(text);
  if (m) {
    const keyword = KEYWORDS[(m[1] as string).toLowerCase()] as string;
    const suffix = m[4] ?? m[6];
    const label = m[2] ?? m[5] ?? m[7] ?? WORDS[(m[8] as string).toLowerCase()] ?? '';
    return { keyword, label: suffix ? (suffix.length === 1 ? `${label}${suffix}` : `${label} ${suffix}`) : label, length: m[0].length };
  }
  const a = EASTERN_ANNEX.exec(text);
  if (a) return { keyword: 'Annex', label: String(hanNumber(a[1] as string) || a[1]), length: a[0].length };
  const e = EASTERN.exec(text);
  if (!e) return undefined;
  const han = e[1] && !/\d/.test(e[1]) ? hanNumber(e[1]) : Number(e[1] ?? e[2]);
  return han > 0 ? { keyword: 'Article', label: String(han), length: e[0].length } : undefined;
}

/** 1, 2, … for "1", "I", "one"; `undefined` for letters. */
export function ordinalOf(label: string): number | undefined {
  const digits = /^\d+/.exec(label);
  if (digits) return Number(digits[0]);
  if (!/^[IVXLC]+/.test(label)) return undefined;
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  let total = 0;
  const roman = /^[IVXLC]+/.exec(label)?.[0] ?? '';
  for (let i = 0; i < roman.length; i++) {
    const v = values[roman[i] as string] as number;
    total += v < (values[roman[i + 1] ?? ''] ?? 0) ? -v : v;
  }
  return total;
}

/**
 * The division that a block opens. `heading`: the block is marked as a heading; `emphasis`: where emphasis that opens the block ends,
 * else 0; `last`: the division before it. A sentence behind the number is the division's text, a short phrase its title; where nothing
 * parts number and sentence, the number must be the next one, for "Article 5 Commitments …" may open a sentence too.
 */
export function divisionOf(text: string, heading: boolean, emphasis: number, last?: Division): FoundDivision | undefined {
  const number = heading ? /^(\d{1,3}|[IVXLC]{1,7})\.?$/.exec(text) : null;
  if (number) return { division: { keyword: '', label: number[1] as string, title: '' } };
  const bare = BARE_ANNEX.exec(text);
  if (bare) return { division: { keyword: KEYWORDS[(bare[1] as string).toLowerCase()] ?? 'Annex', label: '', title: '' } };
  const found = named(text);
  if (!found) {
    const annex = titled(text) ? TITLED_ANNEX.exec(text) : null;
    return annex && (heading || /[:–—-]/.test(text))
      ? { division: { keyword: KEYWORDS[(annex[1] as string).toLowerCase()] as string, label: '', title: annex[2] as string } }
      : undefined;
  }
  const { keyword, label } = found;
  const rest = text.slice(found.length);
  const parted = /^(?:\s*[（(]([^()（）]{1,80})[)）])?\s*[.:：–—-]*\s*/u.exec(rest)?.[0] ?? '';
  const inParentheses = /[（(]([^()（）]{1,80})[)）]/.exec(parted)?.[1] ?? '';
  const body = found.length + parted.length;
  const words = text.slice(body);
  if (words === '') return { division: { keyword, label, title: inParentheses } };
  // "**Article 3. Ports.** The Parties shall …": emphasis says where the title ends.
  if (emphasis >= found.length && emphasis < text.length) {
    const title = text.slice(body, emphasis).replace(/[\s.:–—-]+$/, '');
    const from = emphasis + (/^\s+/.exec(text.slice(emphasis))?.[0].length ?? 0);
    return { division: { keyword, label, title: title || inParentheses }, body: from };
  }
  // "Article 5 of the Treaty and its reading" is a heading about an article.
  if (parted.trim() === '' && /^\p{Ll}/u.test(words)) return undefined;
  const separated = /[.:：–—-]|[)）]\s*$/.test(parted) || (/^(?:第|제)/.test(text) && parted !== '');
  if (heading || (titled(words) && (separated || /^\p{Lu}/u.test(words)))) return { division: { keyword, label, title: words } };
  const next = ordinalOf(label) === (last?.keyword === keyword ? (ordinalOf(last.label) ?? 0) + 1 : 1);
  if (/^(?:Section|Point|Action||Protocol|Schedule|Clause)$/.test(keyword) && !next) return undefined;
  return (separated || next) && /^[\p{Lu}\p{Lo}\d“"«(]/u.test(words) ? { division: { keyword, label, title: inParentheses }, body } : undefined;
}
