/** Ties a restating sentence to the commitment that it restates: weighted concepts in common, actors, and the paragraph cited beside it. */
import type { Commitment, Instrument } from '../instrument/instrument.ts';
import { type Matcher, matcherOf } from '../instrument/term-matcher.ts';
import { remember } from '../text/remember.ts';
import { conceptsOf } from './lexicon.ts';
import { ALL, findParties, isJoint, type Party, partiesOf } from './parties.ts';

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
  /** Whether only one commitment has the concept. */
  readonly unique: (concept: string) => boolean;
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
  const parties = findParties(text, instrument);
  const own = partiesOf(instrument);
  // Who acts is weighed apart: names of parties and of those who speak for them are no content.
  let said = text;
  for (const p of parties) if (p.name !== ALL) said = said.slice(0, p.span.start) + ' '.repeat(p.span.end - p.span.start) + said.slice(p.span.end);
  const out = new Set(conceptsOf(said).keys());
  // A body by its name or its short form is one thing to a reader.
  for (const m of namesOf(instrument).find(text)) out.add(`#${m.surface.value}`);
  for (const p of parties) if (p.name !== ALL && !own.includes(p.name)) out.add(`@${p.name}`);
  return out;
}

const fields = new WeakMap<Instrument, Field>();

/** Rarity among the instrument's commitments is what makes a concept telling (inverse document frequency, Spärck Jones 1972). */
export function fieldOf(instrument: Instrument): Field {
  const known = fields.get(instrument);
  if (known) return known;
  // What only points to a concept is for readers of claims: the instrument's own words are taken as they are.
  const plain = (text: string): ReadonlySet<string> => new Set([...contentOf(text, instrument)].filter((c) => !c.startsWith('+')));
  const sets = instrument.commitments.map((c) => plain(c.text));
  const vocabulary = new Set(instrument.paragraphs.flatMap((p) => [...plain(p.prose.text)]));
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
  const field = { prepared, weight, vocabulary, unique: (concept: string): boolean => frequency.get(concept) === 1 };
  fields.set(instrument, field);
  return field;
}

/** A long commitment is restated in part: of what it says, no more counts against the sentence than so many times what that says. */
const MOST = 3;

/** What a concept weighs to which a phrase only points. */
const POINTED = 0.5;

export interface Tie {
  readonly index: number;
  readonly score: number;
  /** Concepts that both have, those merely pointed to last. */
  readonly common: readonly string[];
  /** How many of them the sentence says itself. */
  readonly said: number;
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
  const content = [...contentOf(text, instrument)];
  const own = content.filter((c) => !c.startsWith('+'));
  const pointed = content.flatMap((c) => (c.startsWith('+') && !own.includes(c.slice(1)) ? [c.slice(1)] : []));
  const length = own.reduce((sum, c) => sum + field.weight(c), 0);
  if (content.length < 2) return [];
  const founding = /\b(?:creat(?:ed|es|ing)|set(?:s|ting)?\s+up|found(?:ed|ing)|establish(?:ed|es|ing)|launch(?:ed|es)|institut(?:ed|es))\b/i.test(text);
  return field.prepared
    .map(({ commitment, index, concepts, total }): Tie => {
      const said = own.filter((c) => concepts.has(c));
      const hinted = pointed.filter((c) => concepts.has(c));
      const common = [...said, ...hinted];
      const shared = said.reduce((sum, c) => sum + field.weight(c), 0) + POINTED * hinted.reduce((sum, c) => sum + field.weight(c), 0);
      let score = shared / (0.3 * Math.min(total, MOST * length) + 0.7 * length + 0.8);
      if (labels.length > 0) score += labels.includes(commitment.paragraph) ? 0.14 : -0.3;
      else if (nearby.includes(commitment.paragraph)) score += 0.06;
      if (subject)
        score +=
          subject.name === ALL
            ? isJoint(commitment, instrument)
              ? 0.05
              : 0
            : commitment.actors.includes(subject.name)
              ? commitment.actors.length === 1
                ? 0.08
                : 0.03
              : 0;
      // Founding verbs speak of founding acts.
      if (commitment.force === 'enacts') score += founding ? 0.12 : said.some((c) => c.startsWith('#')) ? 0 : -0.05;
      return { index, score: common.length === 0 ? 0 : score, common, said: said.length };
    })
    .sort((a, b) => b.score - a.score);
}
