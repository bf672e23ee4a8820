/** The title that a text gives itself where its front matter gives none: its heading, or the line that stands alone above it. */
import type { Format } from '../text/markup/markup.ts';

/** A title stands at the beginning, if anywhere. */
const BEGINNING = 4000;
/** Words of many titles, and of those who publish them: nothing is told apart by them alone. */
const KIND =
  /^(?:the|an?|of|on|and|to|for|joint|final|common|leaders?['’]?s?|heads|state|government|statement|declaration|communiqu[eé]|charter|treaty|agreement|protocol|convention|principles|resolution|memorandum|understanding|document|text|preamble|introduction|annex|article|chapter|part|section|contents|page|white|house|briefing|room|immediate|release|press|office|secretary|department|ministry|foreign|affairs|fact|sheet)$/i;
/** What a line that is only set apart must call itself to be a title, and no name, place or letterhead. */
const NOUN =
  /\b(?:statement|declaration|d[eé]claration|declaraci[oó]n|communiqu[eé]|comunicado|charter|charte|carta|treaty|trait[eé]|tratado|agreement|accord|acuerdo|protocole?|protocolo|convention|convenci[oó]n|covenant|pact|pacte|principles|resolution|memorandum|framework|vision|act|acte|constitution|concept|commitment|compact)\b/iu;
/** The heading of a division: "Part I – Safety", "2. Trade", "A. Security". */
const DIVISION = /^(?:(?:part|title|chapter|section|article|annex|appendix|principle)\s+(?:[IVXLC]+|\d+|[A-Z])\b|(?:[IVXLC]+|\d+|[A-Z])[.):]\s)/iu;
/** "(14 August 1941)", ", 4 May 2019": nobody who cites the text says it with the title. */
const DATED = /(?:,? \(|, )(?:\d{1,2}\.? )?\p{L}{3,12}(?: \d{1,2},)? \d{4}\)?$/u;
const SMALL = /^(?:the|an?|of|on|and|or|to|for|in|at|by|with|between|among|from|under|concerning|regarding|against|de|la|le|les|des|du|et|y|del)$/i;

/**
 * `undefined` where the text begins otherwise, or its title is one that many texts bear. White space is folded; a title all in capitals is
 * given small letters.
 */
export function ownTitle(text: string, format: Format): string | undefined {
  const whole = text.slice(0, BEGINNING).replace(/^\uFEFF/, '');
  const front = /^---[ \t]*\r?\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/.exec(whole);
  // Front matter that does not parse, as while it is written, says its title all the same.
  const said = /^title:[ \t]*["']?([^\n"']{2,200})/m.exec(front?.[1] ?? '')?.[1]?.trim();
  if (said !== undefined) return said;
  const start = front ? whole.slice(front[0].length) : whole;
  const first = /^\s*([^\n]{1,400})(?:\n|$)([^\n]{0,400})/.exec(start);
  if (!first) return undefined;
  const line = (first[1] as string).trim();
  const below = (first[2] as string).trim();
  if (format === 'markdown') {
    const heading = /^#{1,2}[ \t]+(\S.*)$/.exec(line)?.[1] ?? (/^(?:=+|-+)$/.test(below) ? line : /^(\*\*|__)(.+)\1$/.exec(line)?.[2]);
    if (heading !== undefined) return title(heading.replace(/[ \t]+#+$/, '').replace(/\\(?=[^\w\s])|[*_`]/g, ''), false);
  }
  return below === '' || /^[-=*_]{3,}$/.test(below) ? title(line, true) : undefined;
}

/** `strict`: nothing but its looks says that it is a title. */
function title(line: string, strict: boolean): string | undefined {
  const folded = line.replace(/\s+/g, ' ').trim().replace(DATED, '');
  const words = folded.split(' ');
  if (words.length < 2 || words.length > 20 || /[.:;,?!]$/.test(folded) || DIVISION.test(folded) || words.every((w) => KIND.test(w) || !/\p{L}/u.test(w)))
    return undefined;
  const heavy = words.filter((w) => !SMALL.test(w) && /\p{L}/u.test(w));
  if (strict && (!NOUN.test(folded) || heavy.some((w) => /^\p{Ll}/u.test(w)))) return undefined;
  return /\p{Ll}/u.test(folded) || !/\p{Lu}{2}/u.test(folded) ? folded : words.map((w, k) => lessened(w, k === 0)).join(' ');
}

/** "HARBOUR" to "Harbour", "U.S.-ROK" as it is: what stands in stops is a short form, and so is what has no vowel. */
const lessened = (word: string, first: boolean): string =>
  !first && SMALL.test(word)
    ? word.toLowerCase()
    : SMALL.test(word)
      ? word.slice(0, 1) + word.slice(1).toLowerCase()
      : word.replace(/\p{Lu}[\p{Lu}’']*(?![.\p{Lu}])/gu, (w, at: number) =>
          word[at - 1] === '.' || w.length < 4 || !/[AEIOUYÀ-Ý]/.test(w) ? w : w[0] + w.slice(1).toLowerCase(),
        );
