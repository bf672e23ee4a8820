/** What brackets offer as short forms, and how well each kind of short form must be spelt by the words before it. */

/**
 * One short form's characters; figures take commas, chemists' words brackets: "2,4-D", "GABA(A)", "[3H]QNB", "E:T". Then up to two further
 * tokens, which are letters, numbers or Greek: "TGF beta 1", "HCV RNA", "PI 3-kinase".
 */
const CORE =
  "(?:\\[(?:\\p{N}{1,3}\\p{L}{1,2}|\\p{L}{1,2}\\p{N}?[+-])\\]-?)?[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.&/+′’'$-]|,(?=\\p{N})|:(?=\\p{Lu})|\\((?:[\\p{L}\\p{N}+-]{1,4}|\\p{N}(?:,\\p{N}){1,4})\\)|\\[[\\p{L}\\p{N}]\\]){0,15}";
const MORE =
  '(?:\\s(?:\\p{Lu}{1,6}(?![\\p{Ll}])\\.?|[ab](?![\\p{L}])|[IVX]+|\\p{N}{1,4}(?:\\p{L}|-\\p{N}{1,2})?(?![\\p{L}\\p{N}])|\\p{N}-\\p{Ll}{3,9}|(?:alpha|alfa|beta|gamma|delta|epsilon|kappa|[αβγδεκ])(?:-?\\p{N}{1,2}\\p{Ll}?)?)){0,2}';
/** With what may introduce it and what may follow: “hereinafter the ‘NCG’”, “NCG, or the Group”, “NCG; see below”. */
const SHORT = new RegExp(`^["“”'‘«]?\\s?(\\p{Lu}\\.\\s\\p{Ll}{3,20}|${CORE}${MORE})(?:\\s(\\p{L}[\\p{L}-]{2,14}))?\\s?["“”'’»]?$`, 'u');
const INTRO =
  /^(?:(?:hereinafter|hereafter|henceforth|herein|abbreviated(?:\s+(?:as|to))?|also\s+known\s+as|known\s+as|aka|or|i\.e\.,?|called|(?:also\s+)?termed|designated(?:\s+as)?|referred\s+to\s+as|ci-après|(?:dénomm|désign|appel)ée?(?:\(e\))?s?|en\s+adelante|en\s+lo\s+sucesivo|denominad[oa]s?|the|le|la|les|el|an?(?=\s["“'‘«]))[\s,:]+|l[’']\s?(?=["“‘«])|["“'‘«]\s?(?=(?:the|la|le|les|el)\s))/i;
/** "GCS score 12", "GMFCS level II": what a scale says is no part of its letters. */
const DEGREE = /^(\p{Lu}{3,8})\s(?:level|score|grade|stage|class|scale|index|type|criteria|system|method)s?(?:\s.{0,20})?$/u;
const ITEM = /((?<![\p{N}'′]),|,(?!\p{N})|:(?!\p{Lu}$)|[;=]|\s(?:or|and|et|o|ou|und|hereinafter)\s)/u;

/** Capitals enough to be a short form wherever it stands; lower-case ones are known only by their pairing. */
export const looksShort = (s: string): boolean => /\p{Lu}/u.test(s) && !/^\p{Lu}\p{Ll}+$/u.test(s) && !/^(?:[IVX]+|\p{Lu}|[\p{N},.]+)$/u.test(s);
/** Little words that brackets hold and that letters of the words before may happen to spell. */
const REMARK =
  /^(?:see|and|or|in|not|for|now|per|one|two|six|ten|all|old|new|men|left|right|mean|range|a|as|at|by|to|of|on|is|was|with|from|here|also|only|both|each|total|least|most|part|sic|figs?|tab|refs?|eqs?|app|ch|age|aged|rats|mice|data|test|text|note|the|le|la)$/i;

/** Units and abbreviations of ordinary words. */
export const UNIT =
  /^(?:p\.m|a\.m|kg|km|mm|cm|mg|ml|ha|nos?|paras?|vol|ed|eds|pp?|art|arts|etc|e\.g|i\.e|op|cit|ibid|cf|viz|et al|n\.d|sic|see|Mr|Ms|Mrs|Dr|Ph\.?D|Jr|Sr|°C|%)\.?$/i;

/** "(Tyr960)": a place in a protein. */
const RESIDUE = /^(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val)-?\d+$/;

/** How well a short form of this look must be spelt by the words before it, to be theirs, 0 to 1; `undefined` where it can be none. */
export function thresholdOf(short: string): number | undefined {
  const bare = short.replace(/s$/, '');
  if (/^\p{Lu}$/u.test(short)) return 1;
  // Little words and Roman numerals are short forms only where every letter begins a word; so is a unit with a capital ("Km").
  const upper = /^\p{Lu}{2,4}$/u.test(bare);
  if (/^(?:NO|VOL|ART|ED)s?$/.test(short)) return 0.9;
  if (REMARK.test(short)) return upper ? 0.7 : undefined;
  if (UNIT.test(short)) return upper ? 0.52 : /^\p{Lu}[mg]$/u.test(short) ? 0.9 : undefined;
  // "(Section V)", "(Annex II)".
  if (/^\p{Lu}\p{Ll}{3,}\s(?:[IVXLC]+|\d+\p{Ll}?)$/u.test(short)) return undefined;
  if (RESIDUE.test(short)) return undefined;
  if (/^\p{Lu}\.\s\p{Ll}+$/u.test(short)) return 0.8;
  // Many letters in the right order are no chance, even where words go without.
  if (looksShort(short)) return short.length > 6 ? 0.42 : 0.5;
  if (/^(?:alpha|beta|gamma|delta)\s\p{N}\p{L}?$/u.test(short)) return 0.6;
  if (upper) return 0.9;
  if (/^(?:\p{Ll}\.){2,4}$/u.test(short)) return 0.65;
  if (/^\p{Lu}\p{Ll}{0,2}$/u.test(short)) return 0.6;
  if (/^\p{Lu}\p{Ll}{2}s$/u.test(short)) return 0.75;
  if (/^\p{Lu}\p{Ll}{3}$/u.test(short)) return 0.82;
  if (/^\p{Lu}\p{Ll}{4,7}$/u.test(short)) return 0.72;
  return /^[\p{Ll}\p{N}/-]{1,7}[\p{Ll}\p{N}]$/u.test(short) && /\p{L}/u.test(short) ? (short.length <= 3 ? 0.58 : 0.82) : undefined;
}

export interface Offer {
  readonly text: string;
  /** Where it stands in what the brackets hold. */
  readonly at: number;
  /** A word behind the letters, which the expansion must end with: "the INF Treaty", "L chain". */
  readonly noun: string | undefined;
}

/** What a parenthesis offers as short forms: its first items without introduction and quotation marks. */
export function offered(content: string): readonly Offer[] {
  // "receptors (A1, A2 and A3)": designations, not short forms.
  if (/^\p{L}\p{N}{1,2}(?:,|\s(?:and|or))\s(?:and\s|or\s)?\p{L}\p{N}{1,2}(?![\p{L}\p{N}])/u.test(content)) return [];
  const out: Offer[] = [];
  let at = 0;
  const items = content.split(ITEM);
  // "(CC, CT, TT)": of a row of letters only the first may be the name's.
  const row = items.length > 4 && items.every((item, i) => i % 2 === 1 || /^\s?[\p{Lu}\p{N}]{1,8}$/u.test(item));
  for (const item of items.slice(0, row ? 1 : 5)) {
    let rest = item;
    let from = at;
    at += item.length;
    for (let m = INTRO.exec(rest); m; m = INTRO.exec(rest)) {
      rest = rest.slice(m[0].length);
      from += m[0].length;
    }
    const m = SHORT.exec(rest.trim().replace(DEGREE, '$1'));
    const text = m?.[1]?.replace(/['’]$/, '');
    // Behind the first item only what looks like a short form: the others are remarks.
    if (text === undefined || thresholdOf(text) === undefined || (out.length > 0 && !looksShort(text))) continue;
    out.push({ text, at: from + rest.indexOf(text), noun: m?.[2] });
  }
  return out;
}
