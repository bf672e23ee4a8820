/** Compares a restated commitment with the text: who acts, force, hedges, what is added, and whether a future act is told as done. */

import type { Commitment, Force, Instrument } from '../instrument/instrument.ts';
import { canonicalParty, findStates, type StateName } from '../instrument/states.ts';
import { foldTypography } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import type { Verdict } from './analysis.ts';
import { additionsTo, stands } from './claim-additions.ts';
import { forceOf, isToDo, keepsEffort, leavesRoom, rank, toldAsDone, weakened } from './claim-force.ts';
import { wrongRole } from './claim-roles.ts';
import type { Subject } from './claim-subject.ts';
import { widenedBy } from './claim-widened.ts';
import { ALL, isJoint, partiesOf } from './parties.ts';

export interface Comparison {
  readonly verdict: Verdict;
  readonly force: Force;
  /** In the claim's text. */
  readonly operative: Span;
  readonly reasons: readonly string[];
}

/** Where the commitment stands: its sentence, for what is granted beside the promise, and its paragraph. */
export interface Setting {
  readonly sentence: string;
  readonly paragraph: string;
  /** Neither a party nor the text is named: stronger words may be somebody else's, and say nothing against the sentence by themselves. */
  readonly loose?: boolean;
  /** The whole sentence is the text's own. */
  readonly verbatim: boolean;
}

const quoted = (text: string): string => `“${text}”`;
const nameOf = (party: string): string => (/^(?:United|Republic|Democratic|Philippines|Netherlands)/.test(party) ? `the ${party}` : party);
/** Right before "must": a duty of somebody beside the parties. */
const OTHERS_DUTY = /\b(?:Congress|Senate|Parliament|Assembly|Diet|Bundestag|lawmakers|legislators|parliaments|voters|taxpayers|courts?|NATO|EU|Council)\s+$/;
/** More than so many are counted, not named. */
const FEW = 4;
const listOf = (parties: readonly string[]): string =>
  parties.length > FEW
    ? `the ${parties.length} parties`
    : parties.length < 3
      ? parties.map(nameOf).join(' and ')
      : `${parties.slice(0, -1).map(nameOf).join(', ')} and ${nameOf(parties[parties.length - 1] as string)}`;
const short = (text: string): string => (text.length > 110 ? `${text.slice(0, text.lastIndexOf(' ', 105))} …` : text);
/** The operative words with the effort that they promise: “commits to make every effort to”. */
const wordsOf = (c: Commitment, effort: string | undefined): string => (effort && c.text.includes(`${c.verb} ${effort}`) ? `${c.verb} ${effort}` : c.verb);

/** Says how the claim differs from the commitment. Reasons are sentences that quote both; a faithful claim has none. */
export function compareClaim(text: string, subject: Subject | undefined, commitment: Commitment, instrument: Instrument, setting: Setting): Comparison {
  const { force, span } = forceOf(text, commitment.force);
  const said = text.slice(span.start, span.end);
  const base = { force, operative: span };
  const effort = effortOf(commitment);
  const words = wordsOf(commitment, effort);

  if (setting.verbatim) return { ...base, verdict: 'faithful', reasons: [] };

  // The actor first: a promise in another's mouth is wrong whatever its words.
  const other =
    wrongActor(text, subject, commitment, instrument) ??
    anothersRole(text, subject, commitment, instrument) ??
    otherBody(text, commitment, setting.sentence, instrument);
  if (other) return { ...base, verdict: 'wrong-actor', reasons: [other] };

  const reasons: string[] = [];
  const added = addedBy(text, commitment, instrument, setting);
  // A possibility is weaker than any promise, even one that is only affirmed; but what adds to the text is not less than it.
  if (
    added.length === 0 &&
    force === 'intends' &&
    !(commitment.force === 'obliges' && /^(?:may|might|could)\b/i.test(said)) &&
    !saysSo(said, commitment.text) &&
    (rank(commitment.force) > rank('intends') || (commitment.force !== 'intends' && weakened(text)))
  )
    return { ...base, verdict: 'understated', reasons: [`The text says ${quoted(words)}; ${quoted(said)} is weaker.`] };

  const raised =
    (force === 'obliges' && commitment.force !== 'obliges' && !stands(said, setting.sentence) && !OTHERS_DUTY.test(text.slice(0, span.start))) ||
    (commitment.force === 'intends' && (force === 'commits' || force === 'obliges') && !leavesRoom(text));
  if (raised && !setting.loose) reasons.push(`The text says ${quoted(words)}; ${quoted(said)} is stronger.`);
  if (effort && !setting.loose && !keepsEffort(text)) reasons.push(`The text promises to ${quoted(effort)}; that hedge is dropped.`);
  const first = added[0];
  if (first) reasons.push(`The text does not speak of ${quoted(inFull(first, text))}; it says ${quoted(short(commitment.text))}.`);
  const wider = first ? undefined : widenedBy(text, commitment.text);
  if (wider) reasons.push(`The text is narrower than ${quoted(wider)}; it says ${quoted(short(commitment.text))}.`);
  const stranger = strangerIn(text, instrument);
  const folded = foldTypography(text);
  if (stranger && (ACTS.test(folded.slice(stranger.span.end)) || TAKEN_IN.test(folded.slice(0, stranger.span.start))))
    reasons.push(`${stranger.name} is not named in the text.`);
  const done = commitment.force === 'enacts' ? undefined : toldAsDone(text, commitment.text, commitment.verb, subject?.span);
  const open = commitment.force !== 'affirms' || (done !== undefined && isToDo(commitment.text, /\S+$/.exec(done)?.[0] ?? ''));
  if (done && open && (!setting.loose || /already/i.test(done)) && !stands(done, setting.sentence))
    reasons.push(`The text says ${quoted(commitment.verb)}; ${quoted(done)} tells it as done.`);
  return { ...base, verdict: reasons.length > 0 ? 'overstated' : 'faithful', reasons };
}

/** "before any" alone says nothing: with its noun, up to the next mark, at most five words on. */
function inFull(phrase: string, claim: string): string {
  if (!/\b(?:any|every|the|an?|its|their|using|firing|launching|employing)$/i.test(phrase)) return phrase;
  const at = claim.indexOf(phrase);
  return at < 0 ? phrase : phrase + (/^(?:\s+[\p{L}\p{N}’'-]+){1,5}/u.exec(claim.slice(at + phrase.length))?.[0] ?? '').replace(/\s+/g, ' ');
}

/** Whether the text itself only considers or explores what the claim says that it does. */
const saysSo = (said: string, text: string): boolean => {
  const soft = /\b(?:consider|explor|examin|stud(?:y|ies)|discuss|look|hope|seek)/i.exec(said)?.[0].toLowerCase();
  if (soft === undefined) return false;
  return (
    text.toLowerCase().includes(soft) ||
    (/^(?:consider|explor|examin|stud|look)/.test(soft) && /\b(?:consider|explor|examin|study|look\s+(?:into|at))/i.test(text))
  );
};

/** The phrases by which the claim says more than the text, in order of kind. */
export function addedBy(text: string, commitment: Commitment, instrument: Instrument, setting: Setting): readonly string[] {
  // A long text says at one place what a sentence may add at another.
  const whole = isLong(instrument) ? wholeOf(instrument) : '';
  return (
    additionsTo(text, `${setting.sentence} ${commitment.text}`, `${setting.paragraph} ${commitment.text}`)
      .map((a) => a.phrase)
      .filter((phrase) => !whole.includes(phrase.toLowerCase()))
      // Who tries to consult may well try so before the event.
      .filter((phrase) => !(keepsEffort(text) && /^(?:before|beforehand|in\s+advance)/i.test(phrase)))
  );
}

/** The effort that the commitment itself promises. A later member of a coordination has its effort from the first, and may be told without. */
export const effortOf = (commitment: Commitment): string | undefined =>
  commitment.conjunctOf === undefined
    ? commitment.hedges.find((h) => keepsEffort(h.text) && !/^as (?:soon|quickly|early|rapidly)\b/i.test(h.text))?.text
    : undefined;

/** So much of a promise as tells which one it is. */
const TELLING = 48;

/** "that “will apply the full range of its …”"; what a sentence says of the promise before it has no verb of promising of its own. */
function deedOf(c: Commitment): string {
  if (/^(?:this|these|such|it|they)\b/i.test(c.verb)) return 'that undertakes this';
  const at = c.text.indexOf(c.verb);
  const rest = at < 0 ? '' : c.text.slice(at + c.verb.length).replace(/[\s.,;:]+$/, '');
  if (rest.length <= TELLING) return `that ${quoted(c.verb + rest)}`;
  // No phrase is left hanging on the word that leads into it.
  const told = rest
    .slice(0, TELLING)
    .replace(/\s\S*$/, '')
    .replace(/(?:[\s,;:]+(?:the|an?|its?|their|his|of|to|in|on|at|by|for|with|and|or|as|any|all|that|which))*[\s,;:]*$/i, '');
  return `that ${quoted(`${c.verb}${told} …`)}`;
}

function anothersRole(text: string, subject: Subject | undefined, commitment: Commitment, instrument: Instrument): string | undefined {
  const role = wrongRole(text, subject?.name, commitment, instrument);
  return role && `In the text it is ${role.mine} ${deedOf(commitment)}, not ${role.other}.`;
}

/** "will be met with a … response": nobody is said to act, so that only a single party can be the wrong one. */
const AGENTLESS = /^[^,;]*?\b(?:will|shall)\s+be\s+\w+/i;

function wrongActor(text: string, subject: Subject | undefined, commitment: Commitment, instrument: Instrument): string | undefined {
  const parties = partiesOf(instrument);
  // One of those for whom a body speaks.
  if (subject?.alone && parties.length === 1 && subject.name !== ALL && subject.name !== parties[0] && commitment.actors.includes(parties[0] as string))
    return `In the text it is the ${parties[0]} ${deedOf(commitment)}, not ${nameOf(subject.name)} alone.`;
  if (!subject || parties.length < 2) return undefined;
  const mine = commitment.actors.filter((a) => parties.includes(a));
  if (mine.length === 0) return undefined;
  if (subject.name === ALL) {
    if (isJoint(commitment, instrument) || commitment.force === 'enacts' || AGENTLESS.test(commitment.text)) return undefined;
    return `In the text it is ${listOf(mine)} alone ${deedOf(commitment)}.`;
  }
  if (!parties.includes(subject.name))
    // A state that is no party and that the text does not name promises nothing in it.
    return (subject.name === namesStranger(text, instrument) || (subject.alone && !AGENTLESS.test(commitment.text))) &&
      parties.every((p) => canonicalParty(p) === p && findStates(p).length === 1)
      ? `In the text it is ${listOf(mine)} ${deedOf(commitment)}, not ${nameOf(subject.name)}.`
      : undefined;
  if (!mine.includes(subject.name)) return `In the text it is ${listOf(mine)} ${deedOf(commitment)}, not ${nameOf(subject.name)}.`;
  return subject.alone && mine.length > 1 ? `In the text it is ${listOf(mine)} ${deedOf(commitment)}, not ${nameOf(subject.name)} alone.` : undefined;
}

const LONG = 25;
/** A treaty, or a text of many paragraphs. */
const isLong = (instrument: Instrument): boolean => instrument.paragraphs.length > LONG;
const wholes = new WeakMap<Instrument, string>();

function wholeOf(instrument: Instrument): string {
  const whole = wholes.get(instrument) ?? instrument.paragraphs.map((p) => p.prose.text.toLowerCase()).join(' ');
  wholes.set(instrument, whole);
  return whole;
}

const BODY = /(?:\p{Lu}[\p{L}.-]*\s+){1,5}(Command|Group|Council|Committee|Commission)(?!\p{L})/gu;

/** "The new U.S. Strategic Command": the body's own name, without whose it is. */
function withoutState(name: string): string {
  let rest = name;
  for (;;) {
    const bare = rest.replace(/^(?:(?:The|A|An|In|With|By|New)\s+)+/i, '');
    const [owner] = findStates(bare);
    const next = owner?.span.start === 0 ? bare.slice(owner.span.end).replace(/^(?:['’]s)?[\s-]+/, '') : bare;
    if (next === rest) return rest;
    rest = next;
  }
}

/** A body named where the text names another of its kind: "Cyber Command" for "Strategic Command". */
function otherBody(text: string, commitment: Commitment, sentence: string, instrument: Instrument): string | undefined {
  const named = [...matches(BODY, foldTypography(commitment.text))];
  if (named.length === 0) return undefined;
  for (const m of matches(BODY, foldTypography(text))) {
    const bare = withoutState(m[0]);
    const own = /(\S+)\s+\S+$/.exec(bare)?.[1] ?? '';
    if (own === '' || instrument.paragraphs.some((p) => foldTypography(p.prose.text).includes(bare))) continue;
    const there = named.find((n) => n[1] === m[1]);
    // Another adjective of the same body ("Consultation Group" for "Consultative Group") is no other body.
    if (!there || sentence.toLowerCase().includes(own.toLowerCase().slice(0, 6))) continue;
    return `The text names ${quoted(there[0].trim())}, not ${quoted(bare)}.`;
  }
  return undefined;
}

const states = new WeakMap<Instrument, ReadonlySet<string>>();

/** Behind the name of a state: it is given a part. A state that is only spoken of is no addition. */
const ACTS = /^\s+(?:also\s+|too\s+|now\s+)?(?:will|would|shall|must|is|are|has|have|gets?|gains?|holds?|sits?|joins?|becomes?|receives?|\w+ed)\b/i;

/** Before it: it is brought under what is promised to others. */
const TAKEN_IN =
  /\b(?:covers?|covering|extend(?:s|ed)?\s+(?:\w+\s+){0,2}to|appl(?:y|ies)\s+to|protects?|defends?|admits?|invites?)\s+(?:(?:both|also|even|the)\s+){0,2}$/i;

/** A state that the sentence names and the instrument does not; `undefined` when there is none. */
export const namesStranger = (text: string, instrument: Instrument): string | undefined => strangerIn(text, instrument)?.name;

function strangerIn(text: string, instrument: Instrument): StateName | undefined {
  let known = states.get(instrument);
  if (!known) {
    known = new Set([...partiesOf(instrument), ...instrument.paragraphs.flatMap((p) => findStates(foldTypography(p.prose.text)).map((s) => s.name))]);
    states.set(instrument, known);
  }
  const folded = foldTypography(text);
  // Where something lies or happens is no party to it.
  return findStates(folded).find(
    (s) => !s.adjective && !known.has(s.name) && !/\b(?:in|at|near|from|across|over|around|off)\s+(?:the\s+)?$/i.test(folded.slice(0, s.span.start)),
  );
}
