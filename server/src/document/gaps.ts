/** Attaches pinpoints to what they stand beside: the grammar of gaps between a name and its pinpoint. */
import type { Span } from '../text/span.ts';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\.?';
const DATE = `(?:(?:of|from)\\s+)?(?:\\d{1,2}\\s+)?(?:${MONTH}\\s+)?(?:\\d{1,2},?\\s+)?\\d{4}`;
const BEHIND = new RegExp(
  `^[”"’'»*_)\\]]{0,3}(?:\\s*[([](?:[^()[\\]]{0,60})[)\\]])?[\\s,;:(\\[–—.-]*(?:${DATE}[\\s,;:)(]*)?(?:(?:supra|above)(?:\\s+(?:note|n\\.?)\\s*\\d+)?[\\s,]*)?(?:(?:at|in|see|esp\\.|especially|particularly|under|its|[’']s|s[’']|의|op\\.?\\s?cit\\.?|loc\\.?\\s?cit\\.?|cit\\.|U\\.S\\.-ROK)[\\s,]*)*[([]?\\s*$`,
  'u',
);
const AHEAD =
  /^[”"’']?\s*\)?\s*,?\s*(?:(?:exists?|stands?|is|are|appears?|occurs?|belongs?)\s+(?:only\s+)?)?(?:of|in|to|from|under|into|de|du|des|dans)\s+(?:the\s+|this\s+|that\s+|its\s+|la\s+|both\s+)?["“'‘«*_]?(?:(?:U\.S\.[-–]?\w*|April|\d{4}|\d{1,2}|Biden[-–]Yoon)\s+)*$/u;

/** True when nothing but punctuation, a date, "supra note 1" or "at" stands between a reference and a pinpoint behind it. */
export const followsClosely = (text: string, reference: Span, pinpoint: Span): boolean =>
  pinpoint.start >= reference.end && pinpoint.start - reference.end <= 110 && BEHIND.test(text.slice(reference.end, pinpoint.start));

/** True when the pinpoint is said to be "of" the reference that follows it. */
export const leadsTo = (text: string, pinpoint: Span, reference: Span): boolean =>
  reference.start >= pinpoint.end && reference.start - pinpoint.end <= 60 && AHEAD.test(text.slice(pinpoint.end, reference.start));

const OTHER_NOUN =
  '(?:white\\s+paper|codebook|report|briefs?|memo(?:randum)?|draft|article|paper|chapter|essay|book|textbook|judge?ment|ruling|opinion|resolution|law|bill|contract|letter|guidelines?|readout|fact\\s+sheet|speech|transcript|press\\s+release|op-ed|study|complaint|affidavit|statute|budget|joint\\s+statement|communiqu[ée]|appendix|handbook|manual|regulations?|ordinance|decision|minutes|submission|testimony)';
const BEFORE_OTHER = new RegExp(`(?<![\\p{L}])${OTHER_NOUN}(?:\\s+\\([^()]{0,40}\\))?[\\s,;:(–—-]*(?:at|in|see)?\\s*$`, 'iu');
const BEHIND_OTHER = new RegExp(
  `^\\s*(?:of|in|from|to)\\s+(?:(?:the|this|that|a|an|its|his|her|their|our|my|your|last|latest|earlier|same)\\s+)*(?:[\\p{L}-]+\\s+){0,2}${OTHER_NOUN}(?![\\p{L}])`,
  'iu',
);
const SELF =
  /^\s*(?:\)?,?\s*)?(?:above|below|infra|(?:of|in)\s+(?:this|my|our|the\s+present)\s+(?:paper|brief|memo(?:randum)?|article|note|chapter|essay|section|report|document|post|letter))(?![\p{L}])/iu;

/** True when the pinpoint is the document's own ("para. 3 above") or of a text that is only called by a common noun ("white paper, para. 12"). */
export const isElsewhere = (text: string, pinpoint: Span): boolean =>
  SELF.test(text.slice(pinpoint.end, pinpoint.end + 50)) ||
  BEHIND_OTHER.test(text.slice(pinpoint.end, pinpoint.end + 70)) ||
  BEFORE_OTHER.test(text.slice(Math.max(0, pinpoint.start - 60), pinpoint.start));
