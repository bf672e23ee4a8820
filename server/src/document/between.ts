/** The grammar of what stands between a quotation and a citation: whether the one is said to be of the other. */
import type { Block } from '../text/markup/markup.ts';
import type { Quoted } from './quoted.ts';

/** Nothing but the quotation stands in its block. */
export const isAlone = (q: Quoted, block: Block): boolean =>
  // One side after the other: put together, a long block would be written anew for each of its quotations.
  !WORD.test(block.prose.text.slice(0, q.outer.start)) && !WORD.test(block.prose.text.slice(q.outer.end));
const WORD = /[\p{L}\p{N}]/u;

/** Right before a citation that is only to be compared, and a source of its own that ends before the citation begins. */
export const COMPARES =
  /(?:^|[.;:(]\s*)(?:but\s+)?(?:(?:see\s+(?:also|generally))|cf\.?|compare|contrast|contra)[,\s][^.;]{0,50}$|\((?:discussing|interpreting|construing|noting|commenting on|referring to|explaining|analy[sz]ing|critici[sz]ing)\s[^()]{0,60}$/i;
export const ANOTHER_SOURCE =
  /(?:\b(?:19|20)\d{2}\b|\bpp?\.\s?\d|\b(?:interview|press conference|speech|remarks|testimony|briefing|conversation)\b)[^.;]{0,60}[.;]\s[^.;]{0,40}$/i;

/** A line that only says whose words stand above it. */
export const isAttribution = (block: Block): boolean => /^\W{0,3}[—–―(-]/.test(block.prose.text) && block.prose.text.length < 160;

/** Between a quotation and the citation on it. */
export const DIRECT =
  /^[\s.,:!?…]*(?:;\s*(?=see|cf|id|ibid))?(?:\(|\[|[—–-]{1,3}|[→⇒➔]|=+>|-+>|\|)?\s*(?:(?:see|cf\.?|accord|quoting|citing|from|in|of|at|under|per|via|source:?|is|the|words?|phrase|term|its|comes|taken|stands?|appears?|says|say|reads?|runs|are|both|also|e\.g\.,?|i\.e\.,?|often|given|as|quoted|found)\s+){0,4}$/i;

/** Between the citation that opens a sentence and a quotation: another clause, with another subject. */
export const parted = (gap: string): boolean =>
  /;|\s[—–]\s|,\s(?:and|but|while|whereas|yet|so|though|although)\s[\s\S]{16,}$/.test(gap.replace(/^[^()[\]]{0,160}\]|\[[^[\]]{0,200}\]/g, ' '));

export const BRACKETS = /\([^()]{0,160}\)|\[[^[\]]{0,200}\]/g;

/** What stands between a citation and the next quotation, when the citation is the subject that says it. */
export const leadsIn = (gap: string): boolean => gap.length < 90 && /\p{L}{2}/u.test(gap) && !/^[^(]+\)|[,;]/.test(gap);

/** The same, or nothing but a colon. */
export const leadsTo = (gap: string): boolean => leadsIn(gap) || /^\s*:\s*$/.test(gap);

/** True when a bracket is open at the offset, looking no further back than a sentence. */
export function inBrackets(text: string, at: number): boolean {
  const left = text.slice(Math.max(0, at - 240), at);
  let depth = 0;
  for (let i = left.length - 1; i >= 0; i--) {
    const c = left[i];
    if (c === ')' || c === ']') depth++;
    else if (c === '(' || c === '[') {
      if (depth === 0) return true;
      depth--;
    }
  }
  return false;
}
