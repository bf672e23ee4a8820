/** What stands in an instrument's file and is no paragraph: titles, places and dates, signatures, captions, notes, the words of an archive. */
import type { Block } from '../text/markup/markup.ts';
import { OBJECT } from '../text/prose.ts';

/** The formula that closes a treaty, after which come signatures: not a paragraph anyone cites. */
const CLOSING =
  /^(?:in witness (?:whereof|thereof)|in faith whereof|en foi de quoi|en fe de lo cual|en testimonio de lo cual|em testemunho|in fede di che|zu urkund dessen|в удостоверение чего|이상의 증거로|以资证明|(?:done|fait|hecho|feito|fatto|geschehen|совершено)\s(?:at|in|à|en|em|a|zu|в|this)\s|signed\s(?:at|in|on|this)\b.{0,80}\d|.{0,30}[在于].{1,12}签[订署].{0,20}(?:份|文本))/iu;
/** What a press office adds below the text. */
const PRESS = /^(?:notes? (?:to|for) editors|media contacts?|press contacts?|for (?:further|more) information|about the)\b.{0,40}$/i;
export const isClosing = (text: string): boolean => CLOSING.test(text) || PRESS.test(text);

/** What a second instrument printed behind the first is called in its heading. */
const INSTRUMENT = /\b(?:Act|Protocol|Declaration|Agreement|Memorandum|Exchange of|Resolution|Minutes?|Understanding|Statement|Reservations)\b/;
export const isInstrument = (block: Block): boolean => {
  const title = block.prose.text;
  return block.kind === 'heading' && (block.level ?? 9) <= 2 && title.length < 100 && !title.endsWith(':') && INSTRUMENT.test(title);
};

/** Rules, "###", "* * *", "END", "End of text.", "Begin text:". */
const RULE = /^(?:[#*_\-–—=~.\s]+|\(?(?:begin|end)(?:\s(?:of\s)?(?:the\s)?(?:text|statement|declaration))?\)?[.:]?)$/i;
export const isRule = (text: string): boolean => RULE.test(text);

/** An archive's own sentence above the text that it prints. */
const FOREWORD = /^the (?:full )?text of the following\b.{0,400}\b(?:statement|declaration|communiqu[ée]|release)\b/i;
const FOLLOWS = /^(?:the )?following is (?:the|a) (?:full )?text of\b/i;
export const isForeword = (text: string): boolean => FOREWORD.test(text) || FOLLOWS.test(text);

const FINAL = /[,.;:!?…”"’)\]。；：，、？！）」』》]$/;
/** Words that only a sentence holds: auxiliaries, pronouns of those who speak, and the verbs of declarations. */
const VERB =
  /\b(?:will|shall|must|may|should|would|can|could|[Ww]e|[Oo]ur|is|are|was|were|be|been|have|has|had|do|does|did|(?:re)?affirm(?:s|ed)?|agree[ds]?|welcome[ds]?|commit(?:s|ted)?|decide[ds]?|recogni[sz]e[ds]?|support(?:s|ed)|note[ds]?|express(?:es|ed)|emphasi[sz]e[ds]?|underlined?|underscore[ds]?|stress(?:es|ed)|reiterate[ds]?|discussed|reviewed|exchanged|met|declare[ds]?|resolve[ds]|pledge[ds]|undertakes?|condemn(?:s|ed)?|call(?:s|ed) (?:on|for|upon)|[Nn]ous|sommes|seront?|sera|doit|doivent|será|serán|deberá)\b/u;
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
const DATE_LINE = new RegExp(
  `^[^.;!?]{0,70}?(?:\\d{1,2}(?:st|nd|rd|th|er)?(?:[–-]\\d{1,2})?(?:\\s(?:de|of))?\\s${MONTH}(?:\\sde)?,?\\s\\d{4}|${MONTH}\\s\\d{1,2}(?:[–-]\\d{1,2})?,?\\s\\d{4}|\\d{4}年\\s?\\d{1,2}月\\s?\\d{1,2}日(?:[，,、于在 ][^。]{1,12})?|\\d{4}년\\s?\\d{1,2}월\\s?\\d{1,2}일)[.)）]?$`,
  'iu',
);
/** "Lisbon, 4 May 2020." */
export const isDateLine = (text: string): boolean => text.length < 110 && DATE_LINE.test(text);
const SIGNED = /[(（](?:signed|signé|firmado|s\.|l\.\s?s\.|sgd\.?|签字|署名|서명)[)）]|^\/s\//iu;

/** True for what only a sentence holds: a finite verb, or those who speak. */
export const hasVerb = (text: string): boolean => VERB.test(text);

/** "What We Will Do Together": each word of weight has a capital, and nothing closes the line. */
function isTitleCase(text: string): boolean {
  const words = text.length < 100 && !FINAL.test(text) ? (text.match(/\p{L}{4,}/gu) ?? []) : [];
  return words.length >= 2 && words.every((w) => /^\p{Lu}\p{Ll}/u.test(w));
}

/** Places, dates, addressees, names of signatories: short, and not a sentence. `first`: nothing of the text stands before it. */
export function isFurniture(text: string, first: boolean): boolean {
  if (text.length >= 150) return false;
  if (SIGNED.test(text) && !/[.;]$/.test(text)) return true;
  if (isTitleCase(text)) return true;
  if (VERB.test(text)) return false;
  // Above the text stand titles, which may end with a name in quotation marks or a country in parentheses.
  return !FINAL.test(text) || (first && /[”"’)\]]$/.test(text) && !/[.;:]["”’)\]]$/.test(text)) || isDateLine(text);
}

/** Lines of a block as its author broke them, by two spaces, a backslash or `<br>`. */
const HARD_BREAK = /(?<= {2}|\\|<br>|<br \/>|<br\/>)\r?\n/;

/** Names of those who signed, one under another: at least three short lines none of which is a sentence. */
export function isSignatures(block: Block, source: string): boolean {
  if (block.kind !== 'paragraph' || block.prose.text.length > 6000) return false;
  const lines = source
    .slice(block.span.start, block.span.end)
    .split(HARD_BREAK)
    .map((l) => l.replace(/[\s*_]+/g, ' ').trim())
    .filter((l) => l !== '');
  return lines.length >= 3 && lines.every((l) => l.length < 130 && /^["“(]?[\p{Lu}\p{Lo}_]/u.test(l) && !/[.;:!?]$/.test(l) && !VERB.test(l));
}

/** A caption, a cell of a table, or a note to the text: "[1] …", "<sup>1</sup> …", "* …" behind the text. */
export function isApart(block: Block, raw: string): boolean {
  if (block.kind === 'caption' || block.kind === 'cell') return true;
  const text = block.prose.text;
  if (text.startsWith(OBJECT)) return text.length < 200;
  if (block.kind === 'item') return false;
  return /^\s*(?:<sup>\s*(?:\\?[[(])?(?:\d{1,2}|\*{1,3}|[a-z])(?:\\?[\])])?\s*<\/sup>|\\?\[\d{1,2}\\?\]\s)/.test(raw);
}
