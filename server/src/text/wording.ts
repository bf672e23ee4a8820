/** A quotation's wording: its words, and the places where brackets or an ellipsis say that it departs from its source. */

import { composed, foldTypography, lower } from './fold.ts';
import { matches } from './matches.ts';

export interface Word {
  /** Lower case, typography folded: what two words are compared by. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** Spans are in the text that was read. */
export type Item =
  | ({ readonly kind: 'word' } & Word)
  /** A word of which brackets show only a part to be changed: "[T]he", "the[]", "commit[s]". */
  | ({ readonly kind: 'part'; readonly before: string; readonly after: string } & Word)
  /** Words in brackets: the author's own, put in or put for others. */
  | { readonly kind: 'bracket'; readonly words: number; readonly start: number; readonly end: number }
  | { readonly kind: 'ellipsis'; readonly start: number; readonly end: number };

export interface Wording {
  /** The text, with remarks such as "[sic]" blanked out: no part of it and no change of it. */
  readonly text: string;
  readonly items: readonly Item[];
}

/** An ampersand, which is read as "and"; or a run of letters and digits: dots and apostrophes count between letters ("U.S", "Review's"), a comma between digits ("1,000"). */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['.][\p{L}\p{M}\p{N}]+|,\p{N}{3}(?!\p{N}))*|&/gu;
const IDEOGRAPH = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Scripts written without spaces give a word for each character. */
function addWord(out: Word[], form: string, start: number): void {
  if (form === '&') {
    out.push({ form: 'and', start, end: start + 1 });
    return;
  }
  if (!IDEOGRAPH.test(form)) {
    out.push({ form: composed(form), start, end: start + form.length });
    return;
  }
  let at = start;
  for (const piece of form.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu) ?? []) {
    out.push({ form: composed(piece), start: at, end: at + piece.length });
    at += piece.length;
  }
}

/** The words of a text, in order. Hyphens part words, so that "table-top" and "table top" differ in punctuation only. */
export function findWords(text: string): readonly Word[] {
  const out: Word[] = [];
  for (const m of matches(WORD, lower(foldTypography(text)))) addWord(out, m[0], m.index);
  return out;
}

/** Remarks that quoting authors put beside the words; they change nothing. */
const REMARK =
  /[[(](?:sic!?|(?:my |our )?(?:emphas[ie]s|italics?|bold|underlining)(?: (?:is |are )?(?:added|supplied|mine|ours|omitted|removed|in (?:the )?original|original))|(?:my|our|the author's) (?:emphas[ie]s|italics?)|(?:internal )?(?:foot|end)?(?:notes?|citations?|references?|quotation marks)(?: and \w+)? omitted)[.;]?[\])]/gi;

const ELLIPSIS = String.raw`[[(]\s?(?:…|⋯|\.\s?\.\s?\.(?:\s?\.)?)\s?[\])]|…\.?|⋯|\.(?:\s?\.){2,3}|\*\s\*\s\*`;
const PART = String.raw`(?:\[\p{L}{0,12}\])+[\p{L}\p{N}]+(?:\[\p{L}{0,12}\])?|[\p{L}\p{N}]+\[\p{L}{0,12}\][\p{L}\p{N}]*`;
const BRACKET = String.raw`\[[^[\]]{0,400}\](?:'s\b)?`;
const ITEM = new RegExp(`(?<ellipsis>${ELLIPSIS})|(?<part>${PART})|(?<bracket>${BRACKET})|(?<word>${WORD.source})`, 'gu');

/** Reads the words of a quotation and its marks of change. Total: unpaired brackets are punctuation. */
export function readWording(raw: string): Wording {
  const text = raw.replace(REMARK, (m) => ' '.repeat(m.length));
  const items: Item[] = [];
  for (const m of matches(ITEM, lower(foldTypography(text)))) {
    const [start, end] = [m.index, m.index + m[0].length];
    const groups = m.groups as Readonly<Record<string, string | undefined>>;
    if (groups.ellipsis) items.push({ kind: 'ellipsis', start, end });
    else if (groups.part) {
      const before = /^[^[]*/.exec(m[0])?.[0] ?? '';
      const after = /[^\]]*$/.exec(m[0])?.[0] ?? '';
      items.push({ kind: 'part', form: m[0].replace(/[[\]]/g, ''), before, after, start, end });
    } else if (groups.bracket) items.push({ kind: 'bracket', words: m[0].match(/[\p{L}\p{N}]+/gu)?.length ?? 0, start, end });
    else {
      const words: Word[] = [];
      addWord(words, m[0], start);
      for (const w of words) items.push({ kind: 'word', ...w });
    }
  }
  return { text, items };
}
