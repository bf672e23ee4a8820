/** Ties a restating sentence to the commitment that it restates: weighted concepts in common, actors, and the paragraph cited beside it. */
import type { Commitment, Instrument } from '../instrument/instrument.ts';
import { type Matcher, matcherOf } from '../instrument/term-matcher.ts';
import { remember } from '../text/remember.ts';
import { conceptsOf } from './lexicon.ts';
import { ALL, findParties, type Party } from './parties.ts';

export interface Prepared {
  readonly commitment: Commitment;
  readonly index: number;
  readonly concepts: ReadonlySet<string>;
  readonly total: number;
}

export interface Field {
  readonly prepared: readonly Prepared[];
  readonly weight: (concept: string) => number;
  /** Every concept of the instrument's text. */
  readonly vocabulary: ReadonlySet<string>;
}

const names = new WeakMap<Instrument, Matcher<string>>();

function namesOf(instrument: Instrument): Matcher<string> {
  const known = names.get(instrument);
  if (known) return known;
  const made = matcherOf(
    instrument.terms
      .filter((t) => t.kind !== 'state' && t.kind !== 'region' && t.kind !== 'concept' && t.kind !== 'role')
      .flatMap((t) => [
        ...t.shortForms.map((text) => ({ text, short: true, value: t.long })),
        ...[t.long, ...t.aliases].map((text) => ({ text, short: false, value: t.long })),
      ]),
  );
  names.set(instrument, made);
  return made;
}

const contents = new WeakMap<Instrument, (text: string) => ReadonlySet<string>>();

/** Concepts of a text, and the states in it that are not parties: whom a promise is about tells it from others. */
export function contentOf(text: string, instrument: Instrument): ReadonlySet<string> {
  let read = contents.get(instrument);
  if (!read) {
    read = remember((t) => readContent(t, instrument), 8000);
    contents.set(instrument, read);
  }
  return read(text);
}

function readContent(text: string, instrument: Instrument): ReadonlySet<string> {
  const out = new Set(conceptsOf(text).keys());
  // A body by its name or its short form is one thing to a reader.
  for (const m of namesOf(instrument).find(text)) out.add(`#${m.surface.value}`);
  for (const p of findParties(text, instrument)) if (p.name !== ALL && !instrument.parties.includes(p.name)) out.add(`@${p.name}`);
  return out;
}

const fields = new WeakMap<Instrument, Field>();

/** Rarity among the instrument's commitments is what makes a concept telling (inverse document frequency, Spärck Jones 1972). */
export function fieldOf(instrument: Instrument): Field {
  const known = fields.get(instrument);
  if (known) return known;
  const sets = instrument.commitments.map((c) => contentOf(c.text, instrument));
  const vocabulary = new Set(instrument.paragraphs.flatMap((p) => [...contentOf(p.prose.text, instrument)]));
  const frequency = new Map<string, number>();
  for (const s of sets) for (const c of s) frequency.set(c, (frequency.get(c) ?? 0) + 1);
  const n = sets.length;
  const weight = (concept: string): number => {
    const f = frequency.get(concept);
    // A word that the instrument does not use tells little about which commitment is meant, but something against all.
    if (f === undefined) return vocabulary.has(concept) ? 0.5 : 0.45;
    return Math.log(1 + n / f);
  };
  const prepared = instrument.commitments.map((commitment, index) => {
    const concepts = sets[index] as ReadonlySet<string>;
    return { commitment, index, concepts, total: [...concepts].reduce((sum, c) => (c.startsWith('#') ? sum : sum + weight(c)), 0) };
  });
  const field = { prepared, weight, vocabulary };
  fields.set(instrument, field);
  return field;
}

export interface Tie {
  readonly index: number;
  readonly score: number;
  readonly common: readonly string[];
}

/** Who acts in the sentence: the first party before the verb, or the one that a cleft puts forward; `undefined` when none is named. */
export function subjectOf(text: string, instrument: Instrument): Party | undefined {
  const parties = findParties(text, instrument);
  const cleft = /\bit\s+(?:is|was|will\s+be|has\s+been)\s+(?:rather\s+|in\s+fact\s+)?(?:the\s+)?/i.exec(text);
  if (cleft && /\b(?:that|who|which)\b/.test(text.slice(cleft.index))) {
    const put = parties.find((p) => p.span.start >= cleft.index + cleft[0].length - 4 && p.span.start <= cleft.index + cleft[0].length + 18);
    if (put) return put;
  }
  // "by the two presidents": the agent of a passive.
  const verb =
    /\b(?:will|shall|would|must|is|are|was|were|has|have|had|commit\w*|promis\w+|pledg\w+|vow\w*|undert\w+|agree[sd]?|guarantee\w*|reaffirm\w*|affirm\w*|restat\w+|bound|bind\w*|announc\w+|offer\w*|renounc\w+|creat\w+|establish\w*|set\b|said|stays?|remains?|stand[s]?|keep[s]?|may|might|could|decid\w+|accept\w*|oblig\w+|continu\w+|only)\b/i;
  const first = parties.find((p) => {
    const before = text.slice(0, p.span.start);
    // What hangs on a preposition is not the subject.
    if (
      /\b(?:of|with|for|to|by|on|against|between|in|from|toward|towards|upon|under|inside|at)\s+(?:the\s+|its\s+|their\s+|an?\s+)?(?:[\w-]+\s+){0,1}$/i.test(
        before,
      ) &&
      !/\b(?:so|and|but|declaration|text),?\s*$/i.test(before)
    )
      return false;
    return verb.test(text.slice(p.span.end, p.span.end + 60));
  });
  if (first) {
    // "Biden and Yoon", "the United States and the ROK": two single parties in a row are both.
    const next = parties.find(
      (p) =>
        p.span.start > first.span.end &&
        p.name !== first.name &&
        /^(?:['’]s)?\s*(?:,|and|&|\/|-)\s*(?:the\s+|president\s+)?$/i.test(text.slice(first.span.end, p.span.start)),
    );
    if (next && instrument.parties.includes(next.name) && instrument.parties.includes(first.name))
      return { name: ALL, span: { start: first.span.start, end: next.span.end } };
    return first;
  }
  const agent = /\bby\s+(?:the\s+)?/i.exec(text);
  return agent ? parties.find((p) => p.span.start >= agent.index && p.span.start <= agent.index + agent[0].length + 2) : undefined;
}

/** The commitments that the sentence may restate, best first. `labels`: paragraphs cited in or right before the sentence. */
export function ties(
  text: string,
  instrument: Instrument,
  labels: readonly string[],
  subject: Party | undefined,
  nearby: readonly string[] = [],
): readonly Tie[] {
  const field = fieldOf(instrument);
  const own = [...contentOf(text, instrument)];
  const length = own.reduce((sum, c) => sum + field.weight(c), 0);
  if (own.length < 2) return [];
  const founding = /\b(?:creat(?:ed|es|ing)|set(?:s|ting)?\s+up|found(?:ed|ing)|establish(?:ed|es|ing)|launch(?:ed|es)|institut(?:ed|es))\b/i.test(text);
  return field.prepared
    .map(({ commitment, index, concepts, total }): Tie => {
      const common = own.filter((c) => concepts.has(c));
      const shared = common.reduce((sum, c) => sum + field.weight(c), 0);
      let score = shared / (0.3 * total + 0.7 * length + 0.8);
      if (labels.length > 0) score += labels.includes(commitment.paragraph) ? 0.14 : -0.3;
      else if (nearby.includes(commitment.paragraph)) score += 0.06;
      const all = commitment.actors.length > 1;
      if (subject) score += (subject.name === ALL ? all : commitment.actors.includes(subject.name)) ? 0.05 : 0;
      // Founding verbs speak of founding acts.
      if (founding && commitment.force === 'enacts') score += 0.12;
      return { index, score: common.length === 0 ? 0 : score, common };
    })
    .sort((a, b) => b.score - a.score);
}
