/** Compares a restated commitment with the text: force, hedges, scope, actors, and whether a future act is told as done. */
import { type Commitment, FORCES, type Force, type Instrument } from '../instrument/instrument.ts';
import { findStates } from '../instrument/states.ts';
import { foldTypography } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Verdict } from './analysis.ts';
import { ALL, type Party } from './parties.ts';

const rank = (force: Force): number => (force === 'enacts' ? 3 : FORCES.indexOf(force));

/** Words that show a claim's force, the strongest reading first. Spans are in the claim's text. */
const OPERATIVE: readonly (readonly [Force, RegExp])[] = [
  [
    'obliges',
    /\b(?:guarantee\w*|oblig\w+|must\b|shall\b|(?:is|are|was|were)\s+(?:legally\s+|now\s+|hereby\s+)*(?:bound|required|obliged|compelled|forced)|legally\s+(?:bound|binding)|(?:binds?|bound|binding)\s+(?:itself|himself|themselves|themself|the\b|both|it\b|washington|seoul)|compel\w*|compulsory|mandatory|requires?\b|swore|irrevocabl\w+|(?:veto|no\s+choice))/i,
  ],
  [
    'enacts',
    /\b(?:ha(?:s|ve|d)\s+(?:already\s+)?(?:set\s+up|established|created|founded|launched|formed)|(?:set\s+up|established|created|founded|launched|instituted)\b|announc\w+|(?:would|will|to)\s+be\s+(?:set\s+up|established|created))/i,
  ],
  [
    'commits',
    /\b(?:will|would|commit\w*|promis\w+|pledg\w+|vow\w*|undert\w+|agree[sd]?|assur\w+|ensur\w+|(?:is|are|was|were)\s+(?:now\s+)?(?:to\b|set\s+to|committed|determined|resolved)|offer(?:s|ed)|decid\w+|accept\w*|renounc\w+|conced\w+|can\s+count)/i,
  ],
  [
    'affirms',
    /\b(?:reaffirm\w*|affirm\w*|restat\w+|reiterat\w+|repeat\w*|recall\w*|remain\w*|stay\w*|stress\w*|continu\w+|stand[s]?\b|keep[s]?\b|highlight\w*|confirm\w*)/i,
  ],
  [
    'intends',
    /\b(?:intend\w*|plan(?:s|ned)?\s+to|aim(?:s|ed)?\s+to|hope[sd]?\s+to|seek\w*|wish\w*|consider\w*|explor\w+|(?:may|might|could)(?!\s+(?:no|not|never|only)\b)\b|look(?:s|ed)?\s+into|discuss\s+whether|think\s+about|study\w*)/i,
  ],
];

const WEAK =
  /\b(?:may|might|could)\s+(?:\w+\s+){0,2}(?:look|consider|consult|discuss|explore|be|one\s+day|some\s?day|try|keep|hold|think|conduct|meet|maintain|set|work)\b|\b(?:consider(?:s|ed|ing)?|explor\w+|look(?:s|ed|ing)?\s+into|hope[sd]?\s+to|toy\w*|(?:only|merely|just)\s+(?:agreed|promised|said|offered|undertook|to)?\s*(?:\w+\s+){0,2}(?:consider|discuss|explore|talk|look|study|think)|at\s+some\s+(?:point|stage)|some\s?day|one\s+day|if\s+(?:it\s+is\s+|they\s+find\s+it\s+)?convenient|when\s+convenient|at\s+(?:its|their)\s+(?:discretion|convenience)|perhaps|possibly)\b/i;
const EFFORT =
  /\b(?:effort|try|tries|trying|utmost|endeavo\w+|striv\w+|attempt\w*|seek\w*|work(?:s|ed|ing)?\s+(?:to|toward|towards|on)|aim\w*|as\s+(?:hard|best|much|far)\s+as|best\b|all\s+(?:it|they)\s+can|everything\s+(?:it|they|in)|do\s+what\s+it\s+can|pains)\b/i;
/** What enlarges a promise when the text does not say so. */
const WIDER =
  /\b(?:anywhere|everywhere|wherever|whenever|always|forever|for\s+good|for\s+ever|perman\w+|all\s+year|year-round|round\s+the\s+clock|at\s+all\s+times|automatic\w*|veto\w*|equal\s+(?:vote|say|voice|partner\w*|control)|co-?decision|joint(?:ly)?\s+(?:control|command|decide\w*|authori\w+)|unconditional\w*|without\s+(?:exception|limit|reservation|delay)|legally|binding|irrevers\w+|exclusively|instantly|immediate(?:ly)?|within\s+(?:\d+|hours|minutes|days)|before\s+any|in\s+advance|prior\s+(?:consent|approval|agreement)|consent|approv(?:e|al)|permission|sign\s+off|every\s+(?:use|weapon|crisis|decision|attack|time)|any\s+(?:change|attack|use|strike|weapon)|whole\s+region|entire\s+region|world\s?wide|globally?|fully|total(?:ly)?|complete(?:ly)?|henceforth|from\s+now\s+on|taken\s+jointly|regardless|whatever)\b/gi;
/** Means and consequences that a political text would name if it promised them. */
const HEAVY =
  /\b(?:regime|overthrow\w*|destroy\w*|annihilat\w*|obliterat\w*|(?:end|finish)\s+(?:the|of\s+the)\s+\w+|nuclear\s+(?:retaliation|response|counter-?strike|reply)|with\s+nuclear\s+weapons|station(?:ed|ing)?|based\s+(?:in|on)|bas(?:e|ing)\s+(?:nuclear|american|u\.s\.)|redeploy\w*|deploy\w*\s+(?:nuclear|tactical)|tactical\s+nuclear|enrich\w*|reprocess\w*|renounc\w*|forswear\w*|forgo\w*|abandon\w*|amend\w*|revis(?:e|ed|ing)\s+the\s+treaty|sanctions?\s+relief|lift\w*\s+sanctions|invad\w*|pre-?empt\w*|first\s+use|nuclear[\s-]sharing|share\s+(?:control|its\s+nuclear)|finger\s+on|troops|withdraw\w*|unif(?:y|ied|ication)|open\s+negotiations|summit|treaty-bound|ratif\w+|budget|pay\s+for|fund\w*|targeting\s+data|launch\s+codes|wartime|go\s+to\s+war|command(?:s|ed)?\s+(?:\w+\s+)?forces)\b/gi;

const stands = (phrase: string, source: string): boolean => {
  const stem = (w: string) => w.toLowerCase().replace(/(?:ly|ing|ed|s|e|ment)$/, '');
  const words = source.toLowerCase();
  return phrase
    .toLowerCase()
    .split(/\s+/)
    .every((w) => words.includes(stem(w)));
};

export interface Comparison {
  readonly verdict: Verdict;
  readonly force: Force;
  /** In the claim's text. */
  readonly operative: Span;
  readonly reasons: readonly string[];
}

const quoted = (text: string): string => `“${text}”`;

/** The claim's force, and the words that show it. */
export function forceOf(text: string, source: Force): { readonly force: Force; readonly span: Span } {
  const order: readonly Force[] =
    source === 'enacts'
      ? ['obliges', 'enacts', 'commits', 'affirms', 'intends']
      : source === 'affirms'
        ? ['obliges', 'affirms', 'commits', 'enacts', 'intends']
        : ['obliges', 'commits', 'affirms', 'enacts', 'intends'];
  const weak = WEAK.exec(text);
  if (weak && !/\b(?:guarantee|must|shall|oblig)/i.test(text)) return { force: 'intends', span: { start: weak.index, end: weak.index + weak[0].length } };
  for (const force of order) {
    const m = OPERATIVE.find(([f]) => f === force)?.[1].exec(text);
    if (m) return { force, span: { start: m.index, end: m.index + m[0].length } };
  }
  return { force: source, span: { start: 0, end: Math.min(text.length, text.search(/\s|$/)) } };
}

const nameOf = (party: string): string => (/^(?:United|Republic|Democratic|Philippines|Netherlands)/.test(party) ? `the ${party}` : party);
const listOf = (parties: readonly string[]): string => parties.map(nameOf).join(' and ');

/** `sentence` is the whole sentence of the instrument in which the commitment stands, for what it grants beside the promise itself. */
export function compareClaim(text: string, subject: Party | undefined, commitment: Commitment, instrument: Instrument, sentence: string): Comparison {
  const { force, span } = forceOf(text, commitment.force);
  const reasons: string[] = [];
  const said = text.slice(span.start, span.end);
  const base = { force, operative: span };

  // The actor first: a promise in another's mouth is wrong whatever its words.
  const parties = instrument.parties;
  if (subject && parties.length > 1) {
    const single = subject.name !== ALL && parties.includes(subject.name) ? subject.name : undefined;
    const mine = commitment.actors.filter((a) => parties.includes(a));
    if (single && mine.length === 1 && mine[0] !== single)
      return { ...base, verdict: 'wrong-actor', reasons: [`In the text it is ${listOf(mine)} that ${quoted(commitment.verb)}, not ${nameOf(single)}.`] };
    if (subject.name === ALL && mine.length === 1 && commitment.force !== 'enacts')
      return { ...base, verdict: 'wrong-actor', reasons: [`In the text it is ${listOf(mine)} alone that ${quoted(commitment.verb)}.`] };
  }
  const command = /\b((?:\p{Lu}[\p{L}.-]*\s+){1,4}(?:Command|Group|Council|Committee))\b/u.exec(text)?.[1];
  if (command) {
    const noun = /\p{L}+$/u.exec(command)?.[0] ?? '';
    const there = new RegExp(`((?:[\\p{Lu}][\\p{L}.-]*\\s+){1,4}${noun})`, 'gu');
    const named = [...sentence.matchAll(there)].map((m) => m[1] as string);
    const whole = instrument.paragraphs.some((p) =>
      foldTypography(p.prose.text).includes(foldTypography(command.replace(/^The\s+/, '').replace(/^(?:American|U\.S\.|US|United States)\s+/, ''))),
    );
    if (named.length > 0 && !whole && noun === 'Command')
      return { ...base, verdict: 'wrong-actor', reasons: [`The text names ${quoted(named.at(-1) as string)}, not ${quoted(command)}.`] };
  }

  // A possibility is weaker than any promise, even one that is only affirmed.
  if (force === 'intends' && (rank(commitment.force) > rank('intends') || (commitment.force !== 'intends' && WEAK.test(text))))
    return { ...base, verdict: 'understated', reasons: [`The text says ${quoted(commitment.verb)}; ${quoted(said)} is weaker.`] };

  if (force === 'obliges' && commitment.force !== 'obliges' && !stands(said, sentence))
    reasons.push(`The text says ${quoted(commitment.verb)}; ${quoted(said)} is stronger.`);
  const hedge = commitment.hedges.find((h) => EFFORT.test(h.text));
  if (hedge && !EFFORT.test(text)) reasons.push(`The text promises to ${quoted(hedge.text)}; that hedge is dropped.`);
  const source = `${sentence} ${commitment.text}`;
  for (const m of text.matchAll(WIDER)) {
    // "unconditional" for "without preconditions", "permanent" for "enduring": said otherwise, but said.
    if (
      stands(m[0], source) ||
      (/^unconditional/i.test(m[0]) && /without (?:pre)?conditions/.test(source)) ||
      (/^(?:any|every|what|whenever)/i.test(m[0]) && /\bany\b/.test(source)) ||
      (/^(?:perman|always|forever)/i.test(m[0]) && /endur|longstanding|ironclad/.test(source)) ||
      (/^(?:immediate|instant)/i.test(m[0]) && /swift/.test(source)) ||
      (/^(?:total|full|complete)/i.test(m[0]) && /full|complete/.test(source))
    )
      continue;
    reasons.push(`${quoted(m[0])} is not in the text, which says ${quoted(short(commitment.text))}.`);
    break;
  }
  for (const m of text.matchAll(HEAVY)) {
    if (stands(m[0], source)) continue;
    reasons.push(`The text does not speak of ${quoted(m[0])}; it says ${quoted(short(commitment.text))}.`);
    break;
  }
  const stranger = namesStranger(text, instrument);
  if (stranger) reasons.push(`${stranger} is not named in the text.`);
  // A future act told as done.
  if (
    commitment.force === 'commits' &&
    /\b(?:has|have)\s+(?:already\s+)?(?:\w+ed|built|set|begun|made|put|brought|kept)\b|\balready\b|\bis\s+now\b|\bare\s+now\b/i.test(text) &&
    /\bwill\b/.test(commitment.verb)
  )
    reasons.push(`The text says ${quoted(commitment.verb)}; this tells it as done.`);
  return { ...base, verdict: reasons.length > 0 ? 'overstated' : 'faithful', reasons };
}

const states = new WeakMap<Instrument, ReadonlySet<string>>();

/** A state that the sentence names and the instrument does not; `undefined` when there is none. */
export function namesStranger(text: string, instrument: Instrument): string | undefined {
  let known = states.get(instrument);
  if (!known) {
    known = new Set([...instrument.parties, ...instrument.paragraphs.flatMap((p) => findStates(foldTypography(p.prose.text)).map((s) => s.name))]);
    states.set(instrument, known);
  }
  return findStates(foldTypography(text)).find((s) => !s.adjective && !known.has(s.name))?.name;
}

const short = (text: string): string => (text.length > 110 ? `${text.slice(0, text.lastIndexOf(' ', 105))} …` : text);
