/** Whom an author means by "Washington", "Seoul", "the two presidents", "each Party": those who are bound by an instrument, by everyday names. */

import { type Cast, castOf } from '../instrument/cast.ts';
import type { Commitment, Instrument } from '../instrument/instrument.ts';
import { STATES } from '../instrument/state-names.ts';
import { findStates } from '../instrument/states.ts';
import { foldTypography } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import { remember } from '../text/remember.ts';
import type { Span } from '../text/span.ts';

export interface Party {
  readonly name: string;
  readonly span: Span;
}

/** All parties at once: "both sides", "the Alliance", "the Parties to this Treaty", "the G7". */
export const ALL = '*';

/** What names all parties of any instrument; those that make sense only with a number of parties stand below. */
const TOGETHER =
  'both\\s+(?:sides|countries|parties|allies|governments|presidents|leaders|capitals|states|nations|(?:prime\\s+)?ministers)|(?:all|the)\\s+(?:(?:two|three|four|five|seven)\\s+)?(?:allies|sides|presidents|leaders|(?:prime\\s+)?ministers|governments|parties|capitals|partners|countries|signatories|heads\\s+of\\s+(?:state|government)|states|nations)|(?:all|the|both)\\s+(?:of\\s+them|two|three|four|five|seven)(?=\\s+(?:\\w+ly\\s+)?(?:will|shall|would|must|may|might|are|were|have|had|also|say|said|go|\\w+ed|commit|agree|pledge|promise|reaffirm|affirm|remain|intend|seek))|the\\s+alliance|(?:each|every|any|either)\\s+(?:side|party|ally|country|government|member|state\\s+party|signatory|of\\s+the\\s+(?:two|parties))|no\\s+(?:party|state\\s+party|member)|(?:two|three)\\s+(?:leaders|presidents|governments)|they|(?<=^\\W*)(?:leaders|parties|members|allies|all)(?=\\s+(?:\\w+ly\\s+)?(?:will|shall|must|are|have|agree|undertake|commit|pledge|promise|guarantee|intend|reaffirm)\\b)';

interface Known {
  readonly parties: readonly string[];
  readonly cast: Cast;
  /** Everyday names by their first word with a capital, with the party that each stands for. */
  readonly names: ReadonlyMap<string, readonly (readonly [string, string])[]>;
  readonly together: RegExp;
  /** Persons who speak for a party, by a part of their name in lower case. */
  readonly person: RegExp | undefined;
}

const knowledge = new WeakMap<Instrument, Known>();
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
/** Known by their capital or their seat, whether parties or not. */
const SEATS: readonly (readonly [string, string])[] = STATES.flatMap((s) => s.seats.map((seat) => [seat, s.name] as const));

/** "The North", "the South": of a country of which the table knows both halves. */
const HALVES: readonly (readonly [string, string])[] = STATES.flatMap((s) =>
  s.forms.flatMap((form) => {
    const half = /^(North|South|East|West) (\p{Lu}\p{L}+)$/u.exec(form);
    const twin: Readonly<Record<string, string>> = { North: 'South', South: 'North', East: 'West', West: 'East' };
    return half && STATES.some((o) => o.forms.includes(`${twin[half[1] as string]} ${half[2]}`)) ? [[`the ${half[1]}`, s.name] as const] : [];
  }),
);

function knownOf(instrument: Instrument): Known {
  const known = knowledge.get(instrument);
  if (known) return known;
  const cast = castOf(instrument.paragraphs, instrument);
  const acting = [...new Set(instrument.commitments.flatMap((c) => c.actors))];
  const role = cast.treaty ? [cast.role ?? 'Parties'] : [];
  const parties =
    instrument.parties.length > 0 ? instrument.parties : role.length > 0 && cast.parties.length < 2 ? role : cast.parties.length > 0 ? cast.parties : acting;
  const named = new Set([...parties, ...instrument.paragraphs.flatMap((p) => findStates(foldTypography(p.prose.text)).map((s) => s.name))]);
  const names = new Map<string, (readonly [string, string])[]>();
  for (const [seat, state] of [...SEATS, ...HALVES.filter(([, s]) => named.has(s))]) {
    const first = /\p{Lu}\p{L}*/u.exec(seat)?.[0] ?? seat;
    names.set(first, [...(names.get(first) ?? []), [seat, state]]);
  }
  // One body that speaks for itself ("G7", "Security Council") is all its parties; so are the parties of a treaty by their role.
  const own =
    parties.length === 1 ? [...parties, ...parties.flatMap((p) => /\b(?:Council|Assembly|Conference|Commission|Board|Committee)$/.exec(p)?.[0] ?? [])] : [];
  const roles = cast.role ? [cast.role, cast.role.replace(/ies$/, 'y').replace(/s$/, '')] : [];
  const whole = [
    ...own.flatMap((o) => [`the\\s+${escaped(o)}(?:\\s+(?:members?|countries|leaders|nations))?`, escaped(o)]),
    ...roles.map((r) => `(?:the|each|every|all|any|no)\\s+(?:of\\s+the\\s+)?(?:${escaped(r)})`),
  ];
  const people = [...cast.persons.keys()].filter((p) => /^\p{L}{3,}$/u.test(p)).map((p) => p.charAt(0).toUpperCase() + p.slice(1));
  const made: Known = {
    parties,
    cast,
    names,
    together: new RegExp(`(?<![\\p{L}])(?:${[...whole, TOGETHER].join('|')})(?![\\p{L}])`, 'giu'),
    person: people.length > 0 ? new RegExp(`(?<![\\p{L}-])(?:${people.map(escaped).join('|')})(?![\\p{L}])`, 'gu') : undefined,
  };
  knowledge.set(instrument, made);
  return made;
}

/** Those who are bound: as the front matter names them, else as the text does. Empty when neither tells. */
export const partiesOf = (instrument: Instrument): readonly string[] => knownOf(instrument).parties;

/** Whether all parties make the commitment together: several states, or a treaty's parties by their role, or a body that speaks as one. */
export function isJoint(commitment: Commitment, instrument: Instrument): boolean {
  const { parties, cast } = knownOf(instrument);
  if (commitment.actors.length !== 1) return commitment.actors.length > 1;
  const [actor] = commitment.actors;
  return parties.length === 1 ? actor === parties[0] : actor === cast.role || /^(?:States? )?(?:Contracting )?(?:Part(?:y|ies)|Members?)$/.test(actor ?? '');
}

const found = new WeakMap<Instrument, (text: string) => readonly Party[]>();

/** Parties of the instrument, and other states, in the order in which the text names them. */
export function findParties(text: string, instrument: Instrument): readonly Party[] {
  let read = found.get(instrument);
  if (!read) {
    read = remember((t) => readParties(t, instrument), 8000);
    found.set(instrument, read);
  }
  return read(text);
}

/** What a city names when it is no government: a text made there, a body that sits there. */
const NAMED_AFTER =
  /^(?:\s+(?:\p{Lu}\p{L}+\s+){0,2}(?:Declaration|Treaty|Charter|Statement|Principles|Convention|Agreement|Accords?|Protocol|Pact|Summit|Process|Communiqu[eé])\b|\s+(?:D\.?C\.?|State)\b)/u;

const CAPITAL = /\p{Lu}\p{L}*/gu;

function readParties(text: string, instrument: Instrument): readonly Party[] {
  const { names, together, person, cast } = knownOf(instrument);
  const out: Party[] = [];
  const folded = foldTypography(text);
  const add = (party: string, start: number, end: number): void => {
    if (!out.some((o) => o.span.start < end && start < o.span.end)) out.push({ name: party, span: { start, end } });
  };
  for (const m of matches(CAPITAL, folded))
    for (const [seat, state] of names.get(m[0]) ?? []) {
      const start = m.index - seat.indexOf(m[0]);
      const end = start + seat.length;
      if (
        !folded.startsWith(seat.slice(m.index - start), m.index) ||
        folded.slice(Math.max(0, start), m.index).toLowerCase() !== seat.slice(0, m.index - start)
      )
        continue;
      if (/[\p{L}-]/u.test(folded[start - 1] ?? ' ') || /\p{L}/u.test(folded[end] ?? ' ')) continue;
      if (NAMED_AFTER.test(folded.slice(end, end + 60))) continue;
      if (seat === 'America' && /\b(?:North|South|Central|Latin)\s+$/.test(folded.slice(0, start))) continue;
      add(state, start, end);
    }
  for (const s of findStates(folded)) add(s.name, s.span.start, s.span.end);
  if (person)
    for (const m of matches(person, folded)) {
      const state = cast.persons.get(m[0].toLowerCase());
      if (state) add(state, m.index, m.index + m[0].length);
    }
  for (const m of matches(together, folded)) add(ALL, m.index, m.index + m[0].length);
  return out.sort((a, b) => a.span.start - b.span.start);
}
