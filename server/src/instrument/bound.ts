/** Who can be bound: subjects, those who speak for a party, and those named by a possessive. */
import type { Span } from '../text/span.ts';
import { findSpeakers, type Speaker } from './actors.ts';
import type { Cast } from './cast.ts';
import type { Operative } from './operative.ts';
import { isAmong } from './states.ts';

export interface Subject {
  readonly start: number;
  readonly actors: readonly string[];
  readonly elided: boolean;
}

/** Operative words in their sentence: what is asked whose they are. */
export interface Clause {
  /** The sentence, its typography folded, and its lower case. */
  readonly text: string;
  readonly low: string;
  readonly op: Operative;
  readonly speakers: readonly Speaker[];
  readonly cast: Cast;
  /** The undertaking before it in the sentence. */
  readonly previous?: (Subject & { readonly op: Operative }) | undefined;
  /** The subject that an introduction gave to its items. */
  readonly given?: readonly string[] | undefined;
}

export interface Speaking {
  readonly speaker: Speaker;
  readonly start: number;
  readonly elided: boolean;
}

export const isParty = (s: Speaker, cast: Cast): boolean =>
  s.kind === 'role' ||
  // "They undertake: …" behind "the other parties".
  (cast.treaty && s.third !== undefined && s.actors.length > 0 && s.actors.every((a) => /\b(?:part(?:y|ies)|states?|members?)\b/i.test(a))) ||
  s.kind === 'body' ||
  cast.parties.length === 0 ||
  s.actors.some((a) => isAmong(a, cast.parties) || a === cast.role);

/** Those named by a possessive as bound; `null` when they are no party. */
export function boundTo(text: string, bound: Span, cast: Cast): readonly string[] | null | undefined {
  const named = findSpeakers(`${text.slice(bound.start, bound.end).replace(/['s]+$/, '')} `, cast).filter((s) => s.kind !== 'pronoun');
  const adjective = /^(?:the )?(U\.S\.|U\.K\.|US|UK|EU|ROK)/.exec(text.slice(bound.start, bound.end));
  const actors = named[0]?.actors ?? (adjective ? findSpeakers(`${adjective[1]} `, cast)[0]?.actors : undefined);
  if (!actors || actors.length === 0) return undefined;
  return cast.parties.length === 0 || actors.some((a) => isAmong(a, cast.parties)) ? actors : null;
}
