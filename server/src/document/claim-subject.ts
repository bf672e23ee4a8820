/** Who acts in a restating sentence: the party before its verb, the one a cleft puts forward, or the agent of a passive. */
import type { Instrument } from '../instrument/instrument.ts';
import { matches } from '../text/matches.ts';
import { ALL, findParties, type Party, partiesOf } from './parties.ts';

export interface Subject extends Party {
  /** "Washington alone", "only Seoul", "on its own": the others are ruled out. */
  readonly alone: boolean;
}

const VERB =
  /\b(?:will|seeks?|sought|intends?|plans?|aims?|bears?|retains?|reiterates?|shall|would|must|is|are|was|were|has|have|had|may|might|could|can|commit\w*|promis\w+|pledg\w+|vow\w*|undert\w+|agree[sd]?|guarante\w+|(?:re)?affirm\w*|restat\w+|reiterat\w+|b(?:ou|i)nd\w*|announc\w+|offer\w*|renounc\w+|creat\w+|establish\w*|set\b|said|says|stays?|remains?|stands?|keeps?|holds?|decid\w+|accept\w*|oblig\w+|continu\w+|only|hope[sd]?|put(?:s)?|gave|gives?|swore|highlight\w+|stress\w*|\w{3,}ed)\b/i;
const HANGS =
  /\b(?:of|with|for|to|by|on|against|between|in|from|towards?|upon|under|inside|at|than|including|among|around|near|across|over|behind|off|as)\s+(?:the\s+|its\s+|their\s+|an?\s+)?(?:(?:president|prime\s+minister|chancellor|new|former|current|late|other|own|nearby|all)\s+)?$/i;
const ALONE_BEFORE = /\b(?:only|solely)\s+(?:the\s+)?(?:president\s+)?$/i;
const ALONE_BEHIND =
  /^(?:['’]s)?\s*,?\s*(?:alone|unilaterally|on\s+(?:its|his|her|their)\s+own|by\s+(?:itself|himself|herself)|acting\s+alone|and\s+(?:it|he)\s+alone)\b/i;

/** Behind the name of a state: what follows is the name of something of its own. */
export const OF_STATE =
  /^\s+(?!(?:President|Prime|Chancellor|Premier|Government|Administration|Secretary|Minister|Republic|States?|Part(?:y|ies)|Members?|I|It)\b)\p{Lu}\p{L}+/u;

/** "Seoul will be consulted", "Seoul gets a veto": who receives is not who undertakes. */
const RECEIVES =
  /^(?:\s+(?:now|thereby|thus|always|also))?\s+(?:(?:will|would|shall|must|can|may|might|should|has|have|had|is|are|was|were)\s+(?:always\s+|now\s+|first\s+|to\s+)?(?:be|been|being)\s+(?!able|ready|prepared|part|bound|obliged|required|committed|content|free)(?:\w+ly\s+)?\w+(?:ed|en|told)\b|(?:is|are|was|were)\s+(?:now\s+)?(?:given|granted|promised|guaranteed|assured|handed|consulted|offered|entitled)\b|(?:(?:will|would|can)\s+)?(?:gets?|got|gains?|gained|receives?|received|obtains?|obtained|wins?|won|enjoys?|enjoyed|has|have|had|count\s+on)\s+(?:now\s+)?(?:an?|the|its|their|equal|full|real)\s+(?:\w+\s+){0,3}?(?:veto|say|vote|voice|right|rights|guarantee|finger|hand|seat|control|promise|assurance|share)\b)/i;

const JOINED = /^(?:['’]s)?\s*(?:,|,?\s*and|&|\/|-)\s*(?:the\s+|(?:president|prime\s+minister|chancellor)\s+)*$/i;

/** The party and those joined to it by commas and "and". */
function rowFrom(first: Party, parties: readonly Party[], text: string): readonly Party[] {
  const row = [first];
  for (const p of parties.slice(parties.indexOf(first) + 1)) {
    const last = row[row.length - 1] as Party;
    if (p.name === last.name || p.name === ALL || !JOINED.test(text.slice(last.span.end, p.span.start))) break;
    row.push(p);
  }
  return row;
}

const BINDS =
  /\b(?:oblige[sd]?|binds?|bound|requires?|required|commit(?:s|ted)?|compel(?:s|led)?|forbids?|forbade|forces|forced|impos(?:es|ed|ing)\s+(?:up)?on|(?:obligations?|dut(?:y|ies))\s+(?:up)?on|allows|permits)\s+(?:both\s+)?(?:the\s+)?(?=\S)/gi;

/** `undefined` when nobody is named as acting. Parties that are not the instrument's are told too. */
export function subjectOf(text: string, instrument: Instrument): Subject | undefined {
  const parties = findParties(text, instrument);
  const of = (p: Party): Subject => ({
    ...p,
    alone: ALONE_BEFORE.test(text.slice(0, p.span.start)) || ALONE_BEHIND.test(text.slice(p.span.end, p.span.end + 40)),
  });
  const cleft = /\bit\s+(?:is|was|will\s+be|has\s+been)\s+(?:rather\s+|in\s+fact\s+|only\s+|now\s+)?(?:the\s+)?/i.exec(text);
  if (cleft && /\b(?:that|who|which)\b/.test(text.slice(cleft.index))) {
    const end = cleft.index + cleft[0].length;
    const put = parties.find((p) => p.span.start >= end - 4 && p.span.start <= end + 18);
    // A cleft rules the others out.
    if (put) return { ...put, alone: put.name !== ALL };
  }
  const first = parties.find((p) => {
    const before = text.slice(0, p.span.start);
    // What hangs on a preposition is not the subject, and an owner only where he is the sentence's.
    if (HANGS.test(before) && !/\b(?:so|and|but|declaration|text),?\s*$/i.test(before)) return false;
    const behind = text.slice(p.span.end, p.span.end + 80);
    // "U.S. Strategic Command will host": a body named after its state is not the state.
    if (OF_STATE.test(behind)) return false;
    return VERB.test(behind.slice(0, 60)) && !RECEIVES.test(behind);
  });
  if (first) {
    // "Biden and Yoon", "Tokyo, Seoul and Washington": single parties in a row are all of them.
    const own = partiesOf(instrument);
    const row = rowFrom(first, parties, text);
    if (row.length > 1 && row.every((p) => own.includes(p.name)))
      return { name: ALL, span: { start: first.span.start, end: row.at(-1)?.span.end ?? first.span.end }, alone: false };
    return of(first);
  }
  // "The text obliges the United States to …": whom a text binds is who undertakes.
  for (const m of matches(BINDS, text)) {
    const bound = parties.find((p) => p.span.start === m.index + m[0].length);
    if (bound) return of(bound);
  }
  const agent = /\bby\s+(?:the\s+)?/i.exec(text);
  const by = agent && parties.find((p) => p.span.start >= agent.index && p.span.start <= agent.index + agent[0].length + 2);
  return by ? of(by) : undefined;
}
