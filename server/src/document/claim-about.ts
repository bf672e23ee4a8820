/** Which of the cited instruments a sentence speaks of, and by what it shows that it speaks of another text, of other parties or of the past. */

import type { Instrument } from '../instrument/instrument.ts';
import { matches } from '../text/matches.ts';
import type { Citation, Resolved } from './analysis.ts';
import { partiesOf } from './parties.ts';

/** The one instrument that the sentence, which starts at `start`, speaks of; none where another text was named last. */
export function aboutWhich(inside: readonly Citation[], before: Citation | undefined, cites: Resolved['cites'], start: number): Instrument | undefined {
  const ours = [...new Set(inside.map((c) => c.instrument).filter((i) => i !== undefined))];
  if (ours.length === 1) return cites.find((c) => c.instrument.id === ours[0])?.instrument;
  if (ours.length > 1) return undefined;
  // A treaty that the instrument itself recalls may be named in passing; another declaration takes the sentence over.
  // So may any other that it speaks of, once the sentence has said who acts.
  const named = (c: Citation): boolean => c.inProse.start - start > HEAD && cites.some((s) => speaksOf(s.instrument, c.other ?? ''));
  if (inside.some((c) => c.other !== undefined && !recalled(c.other, cites) && !named(c))) return undefined;
  if (before && before.instrument === undefined && before.other !== undefined && !recalled(before.other, cites)) return undefined;
  // "Under Article 3 of the treaty, …. Each party …": what follows goes on about that treaty.
  if (before && before.instrument === undefined && before.pinpoints.length > 0) return undefined;
  if (before?.instrument !== undefined) return cites.find((c) => c.instrument.id === before.instrument)?.instrument;
  return cites.length === 1 ? cites[0]?.instrument : undefined;
}

/** In UTF-16 units: what a sentence opens with stands within so many. */
const HEAD = 25;
function speaksOf(instrument: Instrument, name: string): boolean {
  // "UN Charter" for "Charter of the United Nations".
  const words = name.replace(/\bUN\b/, 'United Nations').match(/\p{Lu}[\p{L}-]+/gu) ?? [];
  return words.length > 1 && instrument.commitments.some((c) => words.every((w) => c.text.includes(w)));
}

export const recalled = (name: string, cites: Resolved['cites']): boolean =>
  cites.some((c) =>
    c.instrument.terms.some((t) => [t.long, ...t.shortForms, ...t.aliases].some((n) => n.length > 2 && (name.includes(n) || n.includes(name)))),
  );

const NUMBER_OF_PARTIES =
  /\b(two|three|four|five|seven)\s+(?:leaders|countries|governments|presidents|parties|states|nations|allies)\b|\b(bilateral|trilateral|quadrilateral)\b/gi;
const NUMBERS: Readonly<Record<string, number>> = { two: 2, bilateral: 2, three: 3, trilateral: 3, four: 4, quadrilateral: 4, five: 5, seven: 7 };

/** "The three leaders", of a text of two: another text is spoken of. */
export function countsOthers(text: string, instrument: Instrument): boolean {
  const own = partiesOf(instrument).length;
  if (own < 2 || own > 3) return false;
  const counts = [...matches(NUMBER_OF_PARTIES, text)].map((m) => (m[1] ?? m[2] ?? '').toLowerCase()).filter((word) => (NUMBERS[word] ?? 0) > own);
  // A text of two may itself promise something "trilateral".
  return counts.some((word) => !instrument.paragraphs.some((p) => p.prose.text.toLowerCase().includes(word)));
}

const YEAR = /\b(?:since|in|until|from|during|by|of|the)\s+(?:early\s+|late\s+|the\s+)?(?:\p{Lu}\p{L}+\s+)?((?:19|20)\d\d)(?:s\b|\b)/giu;

const LONG_AGO =
  /\b(?:the|a)\s+(?:year|month|week|decade|day)\s+(?:before|earlier)\b\s*(?:[,;.]|$)|\b(?:years?|months?|decades?|weeks?)\s+(?:earlier|ago)\b|\bpreviously\b/i;
const LATER =
  /\b(?:on|in|(?<!\b(?:end|middle|start|beginning|close)\s)of)\s+(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\d{1,2},\s+)?((?:19|20)\d\d)\b/g;
const HEADED = /^\W*(?:on|in)\s+(?:\d{1,2}\s+)?(?:\p{Lu}\p{L}+\s+)?(?:\d{1,2},\s+)?((?:19|20)\d\d)\b/iu;
const AHEAD = /\b(?:will|shall|would|must|to|plans?|intends?|undert\w+|commit\w*|promis\w+|pledg\w+|agree[sd]?)\b/i;

/** A year before the instrument's own, or a day after it on which something was done: the sentence tells what was, not what is promised. */
export function speaksOfThePast(text: string, instrument: Instrument): boolean {
  const own = Number(instrument.date?.slice(0, 4));
  if (LONG_AGO.test(text)) return true;
  if (!(own > 0)) return false;
  // "In 1995 the parties decided to …", of a text of 1968.
  const headed = Number(HEADED.exec(text)?.[1] ?? 0);
  if (headed > own && !/\b(?:will|shall|would)\b/i.test(text)) return true;
  return [...matches(YEAR, text)].some((m) => Number(m[1]) < own) || (!AHEAD.test(text) && [...matches(LATER, text)].some((m) => Number(m[1]) > own));
}
