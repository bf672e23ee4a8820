/** Parts a sentence into the clauses that may each restate a promise: "Washington will …, and Seoul is to …". */

import type { Instrument } from '../instrument/instrument.ts';
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { UNDERTAKING } from './claim-sentences.ts';
import { findParties } from './parties.ts';

const JOINT =
  /;\s+|,?\s+(?:and|but|while|whereas|yet)\s+(?=(?:then\s+|so\s+|also\s+)?(?:it|they|he|she|that|the|both|neither|\p{Lu}))|[:—]\s+(?=\p{Lu}|the\b)/gu;
const PRONOUN = /^(?:then\s+|so\s+|also\s+|in\s+return\s+|for\s+its\s+part\s+)*(?:it|they|he|she)\b/i;

/** Clauses with an actor and a verb of their own, in order; the whole sentence alone when it has only one. Spans are in the sentence. */
export function findClauses(sentence: string, instrument: Instrument): readonly Span[] {
  const whole = [{ start: 0, end: sentence.length }];
  if (sentence.length > 2000) return whole;
  const joints = [...matches(JOINT, sentence)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  if (joints.length === 0) return whole;
  const parties = findParties(sentence, instrument);
  // "the one and the other side": two names in a row are one actor.
  const cuts = joints.filter(
    (c) => !(/^\s/.test(sentence.slice(c.start)) && parties.some((p) => p.span.end === c.start) && parties.some((p) => p.span.start === c.end)),
  );
  const stands = (s: Span): boolean => {
    const text = sentence.slice(s.start, s.end);
    const verb = UNDERTAKING.exec(text);
    if (!verb) return false;
    const actor = parties.find((p) => p.span.start >= s.start && p.span.end <= s.end);
    return PRONOUN.test(text) || (actor !== undefined && actor.span.start - s.start < 40 && actor.span.end - s.start <= verb.index + 2);
  };
  const out: Span[] = [];
  let start = 0;
  for (const cut of cuts) {
    const left = { start, end: cut.start };
    const next = cuts.find((c) => c.start > cut.start);
    // Only where a clause ends and another begins: what stands on neither side alone stays together.
    if (!stands(left) || !stands({ start: cut.end, end: next?.start ?? sentence.length })) continue;
    out.push(left);
    start = cut.end;
  }
  out.push({ start, end: sentence.length });
  return out;
}
