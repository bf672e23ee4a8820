/** Attaches pinpoints to what they stand beside: the grammar of gaps between a name and its pinpoint. */
import type { Instrument } from '../instrument/instrument.ts';
import type { Span } from '../text/span.ts';
import { initials } from './short-forms.ts';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\.?';
const DATE = `(?:(?:of|from)\\s+)?(?:\\d{1,2}\\s+)?(?:${MONTH}\\s+)?(?:\\d{1,2},?\\s+)?\\d{4}`;
const BEHIND = new RegExp(
  `^[,.]?[”"’'»*_)\\]]{0,3}(?:\\s*[([](?:[^()[\\]]{0,60})[)\\]])?[\\s,;:(\\[–—.-]*(?:${DATE}[\\s,;:)(]*)?(?:(?:supra|above)(?:\\s+(?:note|n\\.?)\\s*\\d+)?[\\s,]*)?(?:(?:at|in|see|esp\\.|especially|particularly|under|its|[’']s|s[’']|의|op\\.?\\s?cit\\.?|loc\\.?\\s?cit\\.?|cit\\.|U\\.S\\.-ROK)[\\s,]*)*[([]?\\s*$`,
  'u',
);
const AHEAD =
  /^[”"’']?\s*\)?\s*,?\s*(?:(?:exists?|stands?|is|are|appears?|occurs?|belongs?)\s+(?:only\s+)?)?(?:of|in|to|from|under|into|de|du|des|dans)\s+(?:the\s+|this\s+|that\s+|its\s+|la\s+|both\s+)?["“'‘«*_]?(?:(?:U\.S\.[-–]?\w*|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|\d{4}|\d{1,2}(?:st|nd|rd|th)?|\p{Lu}\p{L}+[-–]\p{Lu}\p{L}+|joint|bilateral|trilateral|new|short|brief|first|second|third|earlier|later|recent|so-called|now-famous|full|unsigned|non-binding|political)\s+)*$/u;

/** True when the reference is the end of a longer quotation: what stands behind the mark cites the quotation. */
const endsQuotation = (text: string, reference: Span): boolean =>
  /^[,.]?(?:[”"»]|[’'](?=[,.]?\s*[([]))/.test(text.slice(reference.end, reference.end + 8)) &&
  !/[“"‘'«][\s*_]*(?:the\s+)?[*_]*$/i.test(text.slice(Math.max(0, reference.start - 8), reference.start));

/** True when nothing but punctuation, a date, "supra note 1" or "at" stands between a reference and a pinpoint behind it. */
export const followsClosely = (text: string, reference: Span, pinpoint: Span): boolean =>
  pinpoint.start >= reference.end &&
  pinpoint.start - reference.end <= 110 &&
  BEHIND.test(text.slice(reference.end, pinpoint.start)) &&
  !endsQuotation(text, reference) &&
  // In brackets behind a full stop it cites the sentence, or the words quoted, not the name that happens to end them.
  !/^[”"’'»]?\.[”"’'»]{0,2}\s+[([]/.test(text.slice(reference.end, pinpoint.start)) &&
  // A capital behind a full stop begins another sentence.
  !(
    /[^.]\.[”"’)\]]?\s+$/u.test(text.slice(reference.end - 1, pinpoint.start)) &&
    /^\p{Lu}/u.test(text[pinpoint.start] ?? '') &&
    /\p{Ll}$/u.test(text.slice(0, reference.end))
  );

/** True when the pinpoint is said to be "of" the reference that follows it. */
export const leadsTo = (text: string, pinpoint: Span, reference: Span): boolean =>
  reference.start >= pinpoint.end && reference.start - pinpoint.end <= 60 && AHEAD.test(text.slice(pinpoint.end, reference.start));

const OTHER_NOUN =
  '(?:white\\s+paper|codebook|report|briefs?|memo(?:randum)?|draft|article|paper|chapter|essay|book|textbook|judge?ment|ruling|opinion|resolution|law|bill|contract|letter|guidelines?|readout|fact\\s+sheet|speech|transcript|press\\s+release|op-ed|study|complaint|affidavit|statute|budget|joint\\s+statement|communiqu[ée]|appendix|handbook|column|post|commentary|editorial|lecture|interview|petition|dissent|manual|regulations?|ordinance|decision|minutes|submissions?|testimony|argument|pleadings?|motion)';
const BEFORE_OTHER = new RegExp(
  `(?<![\\p{L}])${OTHER_NOUN}(?:\\s+(?:[Nn]o\\.\\s?)?\\d[\\d/.-]{0,8})?(?:\\s+(?:of|from|by|dated)\\s[\\p{L}\\d .’'-]{1,30})?(?:\\s+\\([^()]{0,40}\\))?(?:[’']s?(?:\\s+own)?)?[\\s,;:(–—-]*(?:at|in|see)?\\s*$`,
  'iu',
);
const BEHIND_OTHER = new RegExp(
  `^\\s*(?:of|in|from|to)\\s+(?:(?:the|this|that|a|an|its|his|her|their|our|my|your|last|latest|earlier|same)\\s+)*(?:[\\p{L}\\d’'-]+\\s+){0,2}${OTHER_NOUN}(?![\\p{L}])`,
  'iu',
);
const LABELLED =
  /(?<![\p{L}])(?:(?:annex|appendix|tab|schedule|exhibit|attachment|enclosure|slide|chapter|part|table|figure|footnote|fn\.|comment|question|item|recommendation)\s+[A-Z\d]{1,3}[\s,;:(]*(?:at|in)?\s*|pp?\.\s?\d{1,4}[,;]?\s*|(?:our|my|his|her|your)\s+(?:own\s+)?)$/iu;
const SELF =
  /^\s*(?:[()]?,?\s*)?(?:above|below|infra|(?:of|in)\s+(?:this|my|our|the\s+present)\s+(?:paper|brief|memo(?:randum)?|article|note|chapter|essay|section|report|document|post|letter|thesis|dissertation))(?![\p{L}])/iu;

/** What a declaration may be called without its name. */
const OURS =
  /(?<![\p{L}])(?:declaration|text|document|statement|instrument|accord|agreement|communiqu[ée]|pledge|deal|treaty|charter|principles|memorandum|commitment|convention|protocol|선언)(?![\p{L}])/iu;
const OWNER =
  /^\s+of\s+(?!course\b|which\b|it\b|them\b|these\b|those\b)(?:(the|this|that|a|an|its|his|her|their|our|my|your|each|every)\s+)?((?:[\p{L}\p{N}’'.-]+\s?){1,4})/iu;

const APART =
  /^\s+of\s+(?:(?:an?|another|each|every)\s|(?:their|its)\s+(?!own\b|joint\b|new\b)[\p{Ll}\d’'-]+\s+(?:declaration|statement|communiqu[ée]|text|document)(?![\p{L}]))/u;

/** True when the pinpoint is the document's own ("para. 3 above"), or of something that is no declaration ("paragraph 4 of his column"). */
export function isElsewhere(text: string, pinpoint: Span): boolean {
  const behind = text.slice(pinpoint.end, pinpoint.end + 70);
  if (SELF.test(behind)) return true;
  if (BEHIND_OTHER.test(behind)) return true;
  const owner = OWNER.exec(behind);
  if (owner && /^(?:my|our|your|his|her)$/i.test(owner[1] ?? '')) return true;
  // "paragraph 5 of their summit declaration", "of an earlier declaration": told apart from the one that is spoken of.
  if (owner && APART.test(owner[0])) return true;
  return owner !== null && !OURS.test(owner[2] as string) && /\p{Ll}/u.test((owner[2] as string)[0] ?? '') && owner[1] !== undefined;
}

/** True when what stands right before the pinpoint is another text that is only called by a common noun ("white paper, para. 12"). */
export const isOfAnother = (text: string, pinpoint: Span): boolean => {
  const before = text.slice(Math.max(0, pinpoint.start - 60), pinpoint.start);
  return BEFORE_OTHER.test(before) || LABELLED.test(before) || BY_WORD.test(before);
};

/** 'Camp David "Spirit" ¶ 9': a text called by a place and one word of its title. */
const BY_WORD = /(?:^|\s)\p{Lu}[\p{L}.’'-]*\s+["“‘«]\p{Lu}[\p{L}\s’'-]{1,40}["”’»],?\s*(?:at|in)?\s*$/u;

/** The subject of a sentence that is another text, though no name shows it: "The alliance’s communiqué said “…” (para. 2)". */
const ANOTHER_SUBJECT =
  /(?:^|[\s(“"])(?:[Tt]he|[Ii]ts|[Tt]heir|\p{Lu}\S*[’']s?)\s+(?:[\p{L}’'-]+\s+){0,3}?(?:communiqu[ée]s?|fact\s+sheet|readout|joint\s+statement|press\s+release|white\s+paper|resolution)(?![\p{L}])/u;

/** True when the pinpoint stands in a sentence about another text; `from` is where the last reference to a text ends. */
export function isInAnothersSentence(text: string, pinpoint: Span, from: number): boolean {
  const window = text.slice(Math.max(0, pinpoint.start - 400), pinpoint.start);
  const stops = [...window.matchAll(/[.!?][”"’)\]]{0,2}\s+(?=[“"‘(]?\p{Lu})/gu)];
  const last = stops.at(-1);
  const start = pinpoint.start - window.length + (last ? last.index + last[0].length : 0);
  return from <= start && ANOTHER_SUBJECT.test(text.slice(start, pinpoint.start));
}

const ACRONYM_BEFORE = /(?:^|[\s(;[])(?![IVXLC]+\b)([A-Z][A-Z\d]{1,7}),?\s(?:at\s|in\s)?$/;

/** "P5, para. 2", "the RJS, at para. 7": attached to an acronym that is no term of the text's, nor its own name. */
export function isBehindAnotherAcronym(text: string, pinpoint: Span, { terms, title }: Instrument): boolean {
  const acronym = ACRONYM_BEFORE.exec(text.slice(Math.max(0, pinpoint.start - 16), pinpoint.start))?.[1];
  return acronym !== undefined && acronym !== initials(title) && !terms.some((t) => t.shortForms.includes(acronym));
}

const SIGNAL = /^(?:[Ss]ee|[Cc]f|[Cc]ompare|[Aa]nd|[Bb]ut|[Aa]lso|[Aa]ccord|[Cc]ontra|[Ee]\.?g|[Ii]n|[Aa]t|[Ee]sp|[Ee]specially|[Oo]nly|[Oo]r|vgl)[.,]?$/u;
/** A signal that begins another reference. */
const SIGNALLED = /(?:^|[.;]\s+)(?=(?:(?:But\s+)?[Ss]ee|[Cc]f\.|[Cc]ompare|[Aa]ccord|[Cc]ontra)\s)/g;

/**
 * Where a reference to a work that we do not know begins: the words before the pinpoint, in its parenthesis, behind "see also" or, in a note,
 * since the last semicolon: "Kim, Living with Risk, para. 5". -1 when they make up none.
 */
export function unknownWorkAt(text: string, pinpoint: Span, inNote: boolean): number {
  const from = Math.max(0, pinpoint.start - 160);
  const signal = [...text.slice(from, pinpoint.start).matchAll(SIGNALLED)].at(-1);
  const open = Math.max(opening(text, from, pinpoint.start), signal ? from + signal.index + signal[0].length : -1);
  if (open < 0 && (!inNote || from > 0)) return -1;
  const words = text
    .slice(Math.max(0, open), pinpoint.start)
    .trim()
    .split(/\s+/)
    .filter((w) => !SIGNAL.test(w));
  if (words.length < 2 || !/,$/.test(words.at(-1) as string) || !/^[“"‘'*_]?\p{Lu}/u.test(words[0] as string)) return -1;
  return words.filter((w) => /^\P{L}*(?:\p{Lu}|\d)/u.test(w)).length * 2 > words.length ? Math.max(0, open) : -1;
}

/** Where the parenthesis around `at` begins, or the part behind a semicolon; -1 for none within reach. */
export function opening(text: string, from: number, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= from; i--) {
    const c = text[i];
    if (c === ')' || c === ']') depth++;
    else if (c === '(' || c === '[') {
      if (depth === 0) return i + 1;
      depth--;
    } else if (c === ';' && depth === 0) return i + 1;
  }
  return -1;
}
