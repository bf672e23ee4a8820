/** Every mention of a short form in a text, defined there or not, without units, numerals, numbers of documents and capitals of headings. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { UNIT } from './acronyms-offers.ts';

const ROMAN = /^(?:[IVX]{1,6}|[LC]?X{0,3}(?:IX|IV|V?I{0,3}))$/;
const TOKEN =
  /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.){2,}|(?:UN|US|EU)(?:[-/ ](?:Women|Habitat|REDD|GTRs?))|[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*(?:[-&/.′][\p{L}\p{N}]+)*)(?:['’]s(?![\p{L}])|\$)?/gu;

/** Little words that only a heading sets in capitals. */
const LITTLE = /^(?:A|AN|AND|AS|AT|BY|DE|FOR|FROM|IN|INTO|IS|LA|NOT|OF|ON|OR|THAT|THE|TO|WITH)$/;
const RUN_BEFORE = /(?:(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}’'-]+ ){1,3}$/u;
const RUN_AFTER = /^(?: \p{Lu}[\p{Lu}’'-]+(?![\p{L}\p{N}])){1,3}/u;

/** True when the token stands in a run of at least three words all in capitals, a space between them: a heading, where capitals say nothing. */
function inCapitals(text: string, start: number, end: number): boolean {
  const before =
    RUN_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[0]
      .trim()
      .split(' ') ?? [];
  const after =
    RUN_AFTER.exec(text.slice(end, end + 40))?.[0]
      .trim()
      .split(' ') ?? [];
  return before.length + after.length >= 2 && [...before, ...after].some((w) => w.length > 2);
}

/** `defined` are short forms that the text pairs, which are mentions however they look. Spans have the plural or possessive. */
export function mentionsOf(text: string, defined: ReadonlySet<string>): readonly Span[] {
  const out: Span[] = [];
  for (const m of matches(TOKEN, text)) {
    const token = m[0].replace(/['’]s$/, '');
    const span = { start: m.index, end: m.index + m[0].length };
    if (defined.has(token) || defined.has(token.replace(/s$/, ''))) {
      out.push(span);
      continue;
    }
    const capitals = token.match(/\p{Lu}/gu)?.length ?? 0;
    if (capitals < 2 || token.length < 2 || token.length > 14) continue;
    if (UNIT.test(token) || ROMAN.test(token) || LITTLE.test(token) || /^\p{Lu}{12,}$/u.test(token)) continue;
    // Numbers of documents (“A/57/156”, “E/CN.4/2005/10”) and hyphened names (“Jean-Paul”) are none.
    if (
      /^[A-Z]\/\d/.test(token) ||
      /\/\d{2,}/.test(token) ||
      /^\p{Lu}\p{Ll}+(?:[-/]\p{Lu}\p{Ll}+)+$/u.test(token) ||
      /^(?:Mc|Mac|O['’]|De|Di|La|Le|Van)\p{Lu}\p{Ll}+$/u.test(token)
    )
      continue;
    if (/^\p{Lu}\.\p{Lu}\.$/u.test(token) && !/^(?:U\.S\.|U\.N\.|U\.K\.|E\.U\.)$/.test(token)) continue;
    if (/^\p{Lu}+$/u.test(token) && inCapitals(text, span.start, span.end)) continue;
    out.push(span);
  }
  return out;
}
