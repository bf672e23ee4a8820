/** Reads one sentence: whose operative words they are, how far each undertaking reaches, and where coordinated verbs part it. */
import { foldTypography, lower } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { type Cast, findSpeakers, type Speaker } from './actors.ts';
import type { RuleName } from './force.ts';
import { findHedges, hedgeHead } from './hedges.ts';
import { type Form, findOperatives, type Operative } from './operatives.ts';
import { isAmong } from './states.ts';
import { baseOfFinite, baseOfIng, isVerb, standsAsVerb } from './verbs.ts';

/** An undertaking as read in a sentence; spans are in the sentence's text. */
export interface Reading {
  readonly span: Span;
  readonly operative: Span;
  readonly verb: string;
  readonly rule: RuleName;
  readonly actors: readonly string[];
  readonly hedges: readonly Span[];
  readonly negative: boolean;
  /** Index in the sentence's readings. */
  readonly conjunctOf?: number;
}

/** An operative whose complement is a list that follows: each item takes it. */
export interface Lead {
  readonly rule: RuleName;
  readonly form: Form;
  readonly verb: string;
  readonly actors: readonly string[];
  /** The hedges that hold for every item, as the text has them. */
  readonly hedgeTexts: readonly string[];
  readonly negative: boolean;
}

export interface SentenceReading {
  readonly readings: readonly Reading[];
  readonly lead?: Lead;
}

const TRIGGER =
  /\b(?:will|shall|must|commit|pledg|agree|decid|resol|undert|vow|promis|concur|intend|plan|seek|sought|striv|aim|aspir|endeav|expect|continu|announc|establish|launch|creat|found|inaugur|design|form|hereby|dedicat|devot|determin|steadfast|united in|unwaver|unflinch|undeterr|ready|willing|prepared|poised|intent|readiness|setting up|set up|recommit)/i;
const ADVERB_GAP =
  /^(?:\s|,|[a-z]+ly\b|\b(?:also|further|each|all|both|together|jointly|hereby|therefore|thus|now|still|never|not|have|has|once again|again|in turn|always|likewise|separately|firmly)\b)*$/;
const COORDINATED =
  /(?:\b(?:and|or|but|as well as|yet|while)|[,;])(?:\s|[a-z]+ly\b|\b(?:also|further|thus|therefore|jointly|together|hereby|in turn|to this end|have|has|not|never|now|all|both|each)\b|,)*$/;
/** "noting that Japan will chair …": what is noted, hoped or believed is not undertaken. */
const REPORTED =
  /\b(?:not(?:e|es|ed|ing)|ensur(?:e|es|ed|ing)|recogni[sz](?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|beli(?:eve|eves|eved|eving)|expect(?:s|ed|ing)?|hop(?:e|es|ed|ing)|acknowledg(?:e|es|ed|ing)|understand(?:s|ing)?|conscious|aware|convinced|confident|call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|so|if|whether|provided|recall(?:s|ed|ing)?|concern(?:ed|s)?|fear(?:s|ed)?)(?: [\w',.]{1,20}){0,6}? that(?:,? [\w' -]{0,60},)? ?$/;

/** No undertaking is drafted in a sentence of more than some pages; what is longer is a table or no prose. */
const LONGEST = 20_000;
/** How far a verb may stand from its subject. */
const REACH = 2_000;

/** What stands between the operative words and a colon when the list that follows is what is undertaken. */
const HANDS_ON =
  /^[\s:]*(?:(?:take |taking |pursue |adopt |implement |do |undertake |upon |on )*(?:the )?(?:concrete |specific )?(?:following|steps to|to|that|not)\b(?: [a-z]+){0,4}|[^;.]{0,90} to)?[\s:,]*$/;

/**
 * Reads a sentence. Total; a sentence without operative words gives no readings. `before` are the sentences that precede it, the nearest
 * last: whom "they" stands for is looked up in them only when it is asked.
 */
export function readSentence(sentence: string, cast: Cast, before: readonly string[] = []): SentenceReading {
  const text = foldTypography(sentence);
  if (text.length > LONGEST || !TRIGGER.test(text)) return { readings: [] };
  const low = lower(text);
  const speakers = withPronouns(findSpeakers(text, cast, () => antecedentIn(before, cast)));
  const operatives = findOperatives(text, low, cast.treaty);
  const taken: { op: Operative; start: number; actors: readonly string[]; elided: boolean; end: number }[] = [];
  for (const op of operatives) {
    const subject = subjectOf(text, low, op, speakers, cast, taken.at(-1));
    if (!subject || (subject.actors.length === 0 && cast.parties.length > 0)) continue;
    taken.push({ op, ...subject, end: text.length });
  }
  for (const [i, t] of taken.entries()) {
    const next = taken.slice(i + 1).find((n) => n.start > t.op.span.end - 1);
    t.end = endOf(
      text,
      low,
      t.op.span.end,
      next ? (next.op.subject === 'none' && next.op.rule === 'founding-act' ? next.op.span.start : next.start) : text.length,
      speakers,
    );
  }
  const readings: Reading[] = [];
  let lead: Lead | undefined;
  for (const [i, t] of taken.entries()) {
    const region = { start: i === 0 ? 0 : Math.min(t.start, t.op.span.start), end: t.end };
    const head = headOf(low, t.op);
    const hedges = [
      ...head.hedges,
      ...findHedges(low, region.start, region.end, cast.treaty).filter((h) => !head.hedges.some((k) => h.start < k.end && k.start < h.end)),
    ].sort((a, b) => a.start - b.start);
    const verb = sentence.slice(t.op.span.start, head.end).trim();
    const isLast = i === taken.length - 1;
    const complement = text.slice(head.end, t.end);
    if (isLast && /:\s*$/.test(text) && HANDS_ON.test(complement)) {
      const hedgeTexts = hedges.map((h) => sentence.slice(h.start, h.end));
      lead = { rule: t.op.rule, form: t.op.form, verb, actors: t.actors, hedgeTexts, negative: t.op.negative === true };
      continue;
    }
    const members = t.op.rule === 'founding-act' ? [] : split(low, head.end, t.end, t.op.form, /\bto\b/.test(low.slice(t.op.span.start, head.end)));
    const first = readings.length;
    const previous = taken[i - 1];
    const conjunctOf = t.elided && previous && sameKind(previous.op.rule, t.op.rule) && first > 0 ? headIndex(readings, first - 1) : undefined;
    const cut = members[0]?.before ?? t.end;
    readings.push({
      span: { start: t.start, end: trimTail(text, low, head.end, cut, t.op.form) },
      operative: { start: t.op.span.start, end: head.end },
      verb,
      rule: t.op.rule,
      actors: t.actors,
      hedges: hedges.filter((h) => h.start < cut),
      negative: t.op.negative === true || /\bnot to$/.test(low.slice(0, head.end)),
      ...(conjunctOf === undefined ? {} : { conjunctOf }),
    });
    for (const [k, m] of members.entries()) {
      const end = members[k + 1]?.before ?? t.end;
      const inner = hedgeHead(low, m.verb);
      readings.push({
        span: { start: m.start, end: trimTail(text, low, m.verb, end, t.op.form) },
        operative: { start: m.start, end: inner ?? m.verbEnd },
        verb: `${verb} … ${sentence.slice(m.verb, m.verbEnd)}`,
        rule: t.op.rule,
        actors: t.actors,
        hedges: [
          ...hedges.filter((h) => h.end <= head.verbStart || (h.start >= m.before && h.end <= end)),
          ...(inner ? [{ start: m.verb, end: inner }] : []),
        ].filter((h, n, all) => all.findIndex((o) => o.start < h.end && h.start < o.end) === n),
        negative: t.op.negative === true || m.negative,
        conjunctOf: conjunctOf ?? first,
      });
    }
  }
  return { readings, ...(lead ? { lead } : {}) };
}

const headIndex = (readings: readonly Reading[], i: number): number => readings[i]?.conjunctOf ?? i;
const sameKind = (a: RuleName, b: RuleName): boolean => a === b || (a.startsWith('will') && b.startsWith('will'));

/** Pronouns of the third person stand for the nearest speaker before them in the sentence that agrees in number. */
const withPronouns = (speakers: readonly Speaker[]): readonly Speaker[] =>
  speakers.map((s, i) => {
    if (!s.third) return s;
    const before = speakers
      .slice(0, i)
      .reverse()
      .find((p) => p.kind !== 'pronoun' && p.kind !== 'body' && !p.oblique && (s.third === 'plural' || p.actors.length === 1));
    if (before) return { ...s, actors: before.actors };
    // "It" of an earlier sentence may be anything when the only party is a group.
    return s.third === 'singular' && (s.actors.length !== 1 || s.actors.some((a) => /^G\d/.test(a))) ? { ...s, actors: [] } : s;
  });

/** The subject of the nearest sentence before that has one: whom a pronoun of the third person stands for. */
function antecedentIn(before: readonly string[], cast: Cast): readonly string[] {
  for (let i = before.length - 1; i >= 0; i--) {
    const subject = findSpeakers(foldTypography(before[i] as string), cast).find((s) => !s.oblique && !s.third && s.kind !== 'body' && s.actors.length > 0);
    if (subject) return subject.actors;
  }
  return [];
}

interface Subject {
  readonly start: number;
  readonly actors: readonly string[];
  readonly elided: boolean;
}

/** Whose the operative words are, and where the clause begins; `undefined` when they are no party's. */
function subjectOf(
  text: string,
  low: string,
  op: Operative,
  speakers: readonly Speaker[],
  cast: Cast,
  previous?: Subject & { readonly op: Operative },
): Subject | undefined {
  if (op.subject === 'none') return unsaid(text, op, speakers, cast);
  const at = op.governor ?? op.span.start;
  const party = speaking(text, low, at, speakers, cast);
  if (op.subject === 'any') return governed(text, op, party, speakers, cast, previous);
  if (!party) {
    if (op.passive || op.verb === 'be') return passive(text, low, op, speakers, cast);
    return opening(text, op, at, cast);
  }
  if (party.speaker.kind === 'body' && !/^(?:will|shall|will-passive)$/.test(op.rule)) return undefined;
  const told = text.slice(0, party.speaker.span.start);
  if (
    /^will/.test(op.rule) &&
    !party.elided &&
    (REPORTED.test(low.slice(Math.max(0, told.length - 160), told.length)) || /\b(?:if|whether|unless|how|what) $/i.test(told))
  )
    return undefined;
  const bound = op.bound ? boundTo(text, op.bound, cast) : undefined;
  if (bound === null) return undefined;
  const start = op.phrase !== undefined && op.span.start === op.phrase ? op.phrase : party.elided ? op.span.start : party.start;
  return { start, actors: bound ?? party.speaker.actors, elided: party.elided };
}

/** Those named by a possessive as bound; `null` when they are no party. */
function boundTo(text: string, bound: Span, cast: Cast): readonly string[] | null | undefined {
  const named = findSpeakers(`${text.slice(bound.start, bound.end).replace(/['s]+$/, '')} `, cast).filter((s) => s.kind !== 'pronoun');
  const adjective = /^(?:the )?(U\.S\.|U\.K\.|US|UK|EU|ROK)/.exec(text.slice(bound.start, bound.end));
  const actors = named[0]?.actors ?? (adjective ? findSpeakers(`${adjective[1]} `, cast)[0]?.actors : undefined);
  if (!actors || actors.length === 0) return undefined;
  return cast.parties.length === 0 || actors.some((a) => isAmong(a, cast.parties)) ? actors : null;
}

interface Speaking {
  readonly speaker: Speaker;
  readonly start: number;
  readonly elided: boolean;
}

/** The party whose verb stands at `at`: right before it, across a parenthesis, or at the head of a coordination. */
function speaking(text: string, low: string, at: number, speakers: readonly Speaker[], cast: Cast): Speaking | undefined {
  const trail = low.slice(Math.max(0, at - 60), at);
  const coordinated = COORDINATED.test(trail) && !ADVERB_GAP.test(trail);
  for (let i = speakers.length - 1; i >= 0; i--) {
    const s = speakers[i] as Speaker;
    if (s.span.end > at || s.oblique) continue;
    if (at - s.span.end > REACH) return undefined;
    const gap = low.slice(s.span.end, at);
    if (/[;:]/.test(gap) && !coordinated) return undefined;
    const direct = ADVERB_GAP.test(gap);
    const aside = !direct && /^(?:,|\s*-)[^;:]*(?:,|-)\s*(?:[a-z]+ly |also |further |hereby |jointly |together )*$/.test(gap) && gap.length < 320;
    const infinitive =
      !direct && /\b(?:opportunity|honou?red|pleased|proud|wish|gathered|convened|came together|met|occasion|like|today)\b[^;:]{0,60} to $/.test(gap);
    const verb = /^(?: (?:[a-z]+ly|also|further|each|all|both|together|jointly|hereby|have|has|today|not))* ([a-z'-]+)/.exec(gap)?.[1];
    const finite =
      verb !== undefined &&
      (/^(?:are|is|am|have|has|will|shall|remain|stand|were|was)$/.test(verb) || FINITE.test(verb) || baseOfFinite(verb) !== undefined) &&
      !/^(?:and|or|of|in|on|to|for|with|that|which|who|as|at|by|from)$/.test(verb);
    // "an approach that is open to dialogue and will explore …": the verb is the approach's.
    const relative = /\b(?:which|who|that) [^,;]*$/.test(gap.replace(COORDINATED, '')) && !/\bthat (?:we|they|it)\b[^,;]*$/.test(gap);
    const told = /\bthat\b/.test(gap) && !/[,;](?: [a-z]+){0,4} $/.test(gap) && !/\bthat (?:we|they|it)\b/.test(gap);
    const joined = !direct && coordinated && finite && !relative && !told && !(/\bthat\b/.test(gap) && /^will (?:remain|be)\b/.test(low.slice(at, at + 12)));
    // A treaty's party with what tells it from others: "States Parties conducting activities in …, agree to …".
    const modified =
      !direct &&
      gap.length < 260 &&
      ((cast.treaty && s.kind === 'role' && /^ (?:[a-z]+ing|whose|which|that|in)\b[^;:.]*$/.test(gap)) ||
        (s.kind === 'collective' && /^ (?:that|who|whose) [^;:.,]*$/.test(gap)));
    if (!direct && !aside && !joined && !infinitive && !modified) {
      if (coordinated || s.kind !== 'pronoun') continue;
      return undefined;
    }
    if (!isParty(s, cast)) return undefined;
    // "committed to ensuring the two continue to lead": the assurance is what is undertaken.
    if (/\b(?:ensur|guarante|mean|see|help)(?:e|es|ed|ing|s)?(?: that)? $/i.test(text.slice(Math.max(0, s.span.start - 18), s.span.start))) return undefined;
    // "nor do we seek …", "what should we …": asked or denied, not undertaken.
    if (/\b(?:do|does|did|should|would|could|might|may|can|must|had|nor) $/i.test(text.slice(Math.max(0, s.span.start - 10), s.span.start))) return undefined;
    return { speaker: s, start: joined ? at : startOf(text, s), elided: joined };
  }
  return undefined;
}

/** Finite verbs that the lexicon of actions does not hold. */
const FINITE =
  /^(?:shar|not|recogni[sz]|condemn|underscor|underlin|stress|emphasi[sz]|express|reiterat|enjoy|believ|appreciat|applaud|commend|acknowledg|congratulat|thank|intend|plan|remember|highlight|agree|concur|oppos|reject|recall|affirm|reaffirm|met|held|hold|look|view|regret|deplor|encourag|hope|expect|endors|stand|face|spok|underst|honou?r|mark|declar|deman|reconfirm|confirm|pledg|resolv|decid|determin|paid|made|took|gave|spoke|saw|began|brought|kept|led|came|drew|discuss|exchang|concur|support|attend|gather|conven)/;

const isParty = (s: Speaker, cast: Cast): boolean =>
  s.kind === 'role' || s.kind === 'body' || cast.parties.length === 0 || s.actors.some((a) => isAmong(a, cast.parties) || a === cast.role);

/** "We, the leaders of …," begins with its pronoun. */
function startOf(text: string, s: Speaker): number {
  const we = /\b(?:We|we|As)(?:,|\s?[-–—])?\s*$/.exec(text.slice(Math.max(0, s.span.start - 6), s.span.start));
  return we ? s.span.start - we[0].length : s.span.start;
}

/** Declarations in numbered paragraphs leave the subject out: "Commit to …", "Decides to …". */
function opening(text: string, op: Operative, at: number, cast: Cast): Subject | undefined {
  if (
    !/^(?:will|shall|continues|ready|remains|determined|founding-act)$/.test(op.rule) &&
    /^\W*(?:(?:also|further|hereby|solemnly|strongly) ){0,2}$/i.test(text.slice(0, at)) &&
    /^\p{Lu}/u.test(text.trimStart()) &&
    !/(?:ing|ed)\b/.test(text.slice(at, at + 14).split(' ')[0] ?? '')
  ) {
    const actors = cast.parties.length > 0 ? cast.parties : cast.role ? [cast.role] : [];
    return { start: at, actors, elided: false };
  }
  return undefined;
}

/** "Any attack … will be met": the party that says so is bound, or the one named as agent. */
function passive(text: string, low: string, op: Operative, speakers: readonly Speaker[], cast: Cast): Subject | undefined {
  const from = op.span.start;
  const agent = speakers.find(
    (s) =>
      s.span.start > op.span.end &&
      s.span.start < op.span.end + 90 &&
      /\bby (?:the )?$/.test(text.slice(Math.max(0, s.span.start - 7), s.span.start)) &&
      isParty(s, cast),
  );
  const before = low.slice(0, from);
  const that = before.lastIndexOf(' that ');
  const start = Math.max(that >= 0 ? that + 6 : 0, clauseStart(text, from));
  if (agent) return { start, actors: agent.actors, elided: false };
  if (that < 0) return undefined;
  const speaker = speakers.find((s) => !s.oblique && s.span.end <= that && isParty(s, cast));
  const verb = speaker ? low.slice(speaker.span.end, that) : '';
  if (
    !speaker ||
    !/^\s*(?:[a-z]+ly |also |further )*(?:have |has )?(?:re)?(?:affirm|iterat|confirm|stress|underscor|underlin|emphasi|stat|declar|pledg|agree|decid|announc|assur|made clear|make clear|reconfirm|commit|resolv)/.test(
      verb,
    )
  )
    return undefined;
  if (/\bnot(?:e|es|ed|ing)\b|\brecogni/.test(verb.slice(-30))) return undefined;
  return { start, actors: speaker.actors, elided: false };
}

/** Where the clause that leads up to `at` begins: behind the last mark or conjunction that starts a new one, and behind an opening adverbial. */
function clauseStart(text: string, at: number): number {
  const before = text.slice(0, at);
  let start = 0;
  for (const m of before.matchAll(
    /; (?:and |or |but )?|: |\. (?=\p{Lu})|(?:^|\s)\([a-z]{1,3}\)\s?|, (?:and|but) (?=(?:such|each|any|the|all|no|like|this|these|those|it|they|every)\b)|\band that (?=\p{L})/gu,
  )) {
    if (/^, (?:and|but) /.test(m[0]) && !/\b(?:shall|will|may|must)\b/.test(before.slice(start, m.index))) continue;
    start = m.index + m[0].length;
  }
  const clause = before.slice(start);
  if (
    /^(?:in|if|upon|without|thereafter|thereupon|when|where|after|pending|for|on|subject|with|until|as|to|before|during|at|from|by|within|notwithstanding|once|except|unless|under|pursuant|whenever)\b/i.test(
      clause,
    )
  ) {
    let last = -1;
    for (const m of clause.matchAll(/, /g))
      if (
        !/^(?:and|or|but|in|of|to|by|with|for|on|at|which|who|whose|including|such as|as|from|under|inter|if|when|where|upon|without|pending|within|pursuant)\b/i.test(
          clause.slice(m.index + 2),
        )
      )
        last = m.index + 2;
    if (last > 0) return start + last;
    const bare = /^(?:thereafter|thereupon)\s+/i.exec(clause);
    if (bare) return start + bare[0].length;
  }
  return start;
}

/** The subject of a treaty's "shall": whatever it is, the duty falls on the party named in it, on the agent, or on the parties. */
function governed(
  text: string,
  op: Operative,
  party: Speaking | undefined,
  speakers: readonly Speaker[],
  cast: Cast,
  previous?: Subject & { readonly op: Operative },
): Subject | undefined {
  const at = op.span.start;
  let start = clauseStart(text, at);
  // A further duty in the same clause begins with its own subject.
  if (previous && start < previous.op.span.end) start = party && !party.elided ? party.start : at;
  const subject = text.slice(start, at);
  const that = /^(?:.{0,200}\b(?:agree|agrees|undertake|undertakes|decide|decides) that,? )/.exec(subject);
  if (that) start += that[0].length;
  const relative = /\b(?:which|who|that) (?:[a-z]+ly )?$/.test(text.slice(0, at));
  const elided =
    !relative &&
    (/^\W*(?:(?:and|or|but|thereafter|then|also|further|,)\s*)*$/.test(text.slice(start, at)) || (party?.elided === true && previous !== undefined));
  const lead = text.slice(Math.max(start, at - 240), at);
  if (
    /\b(?:if|unless|provided that|until|whether|in the event that|to the extent that) [^,;]*$/i.test(lead) ||
    (previous && /\bwhether\b/.test(text.slice(previous.op.span.end, at)))
  )
    return undefined;
  if (/^(?:nothing|none of|no provision|the (?:present|provisions of)\b.{0,40} shall not)/i.test(text.slice(start, at + 10))) return undefined;
  if (elided && previous) return { start: op.span.start, actors: previous.actors, elided: true };
  const agent = op.passive
    ? speakers.find(
        (s) =>
          s.span.start > op.span.end &&
          s.span.start < op.span.end + 80 &&
          /\bby (?:the |each |all |any )?$/i.test(text.slice(Math.max(0, s.span.start - 9), s.span.start)),
      )
    : undefined;
  const agentState = op.passive
    ? /\bby (each State|the (?:Secretary-General|Director-General|Secretariat|Conference(?: of (?:the )?(?:States )?Parties)?|Council|Commission|Agency|Depositary\w*))/.exec(
        text.slice(op.span.end, op.span.end + 80),
      )
    : null;
  const name = text.slice(start, at);
  if (agent) return { start, actors: agent.actors, elided: false };
  if (agentState) return { start, actors: [(agentState[1] as string).replace(/^the /, '')], elided: false };
  if (relative) {
    const owner = speakers.filter((s) => s.span.end <= at && s.span.end > at - 40).at(-1);
    if (owner) return { start: at - (/\b(?:which|who|that) $/.exec(text.slice(0, at))?.[0].length ?? 0), actors: owner.actors, elided: false };
    return { start, actors: fallback(cast), elided: false };
  }
  if (/\binstruments? of (?:ratification|accession|acceptance|approval)/i.test(name)) return { start, actors: ['each State'], elided: false };
  if (party && !party.elided && party.speaker.actors.length > 0 && party.speaker.kind !== 'body' && !op.passive)
    return { start: Math.min(start, party.start) === start ? start : party.start, actors: party.speaker.actors, elided: false };
  const institution =
    /^(?:the |an? )?((?:[\p{Lu}][\p{L}-]+(?: (?:of|for|and|on)(?: the)?)? ?){0,5}(?:Conference|Council|Commission|Committee|Secretariat|Secretary-General|Director-General|Agency|Court|Assembly|Executive|Board|Organization|Organisation|Government|Depositary|Tribunal)(?: of the Parties)?)/u.exec(
      name,
    );
  if (institution && !op.passive) return { start, actors: [(institution[1] as string).trim()], elided: false };
  const named = speakers.find((s) => s.span.start >= start && s.span.end <= at && s.kind === 'role' && !s.oblique);
  if (named && !op.passive) return { start, actors: named.actors, elided: false };
  const agreeing = speakers.find((s) => s.span.end <= start && !s.oblique && (s.kind === 'role' || s.kind === 'state') && that);
  return { start, actors: agreeing?.actors ?? fallback(cast), elided: false };
}

const fallback = (cast: Cast): readonly string[] => (cast.role ? [cast.role] : cast.parties);

/** Clauses whose subject is not a party but whose words bind one: "the U.S. commitment … is ironclad", "there is hereby established". */
function unsaid(text: string, op: Operative, speakers: readonly Speaker[], cast: Cast): Subject | undefined {
  const speaker = speakers.find((s) => !s.oblique && s.kind !== 'body' && s.span.end <= op.span.start && isParty(s, cast) && s.actors.length > 0);
  if (op.rule === 'founding-act') {
    const named = speakers.filter((s) => s.span.end <= op.span.start && s.span.end > op.span.start - 24).at(-1);
    const clause = clauseStart(text, op.span.start);

    return {
      start: named && named.span.start > clause ? named.span.start : clause,
      actors: cast.treaty || !speaker ? fallback(cast) : speaker.actors,
      elided: false,
    };
  }
  const start = op.phrase ?? clauseStart(text, op.span.start);
  const bound = op.bound ? boundTo(text, op.bound, cast) : undefined;
  if (bound === null) return undefined;
  const ours = /^our\b/i.test(text.slice(start));
  const actors = bound ?? (ours ? cast.parties : speaker?.actors);
  if (!actors || (op.phrase === undefined && !speaker)) return undefined;
  return { start: op.phrase !== undefined ? start : (speaker?.span.start ?? start), actors, elided: false };
}

/** Verbs that turn from undertaking to remark: what they begin is no part of the undertaking. */
const REMARK =
  /(?:,? (?:and|while|but)|,|;) (?:(?:we|they|also|further|the (?:two )?leaders|strongly|warmly|fully) )*(?:welcom(?:e|es|ed)|call(?:s|ed)? (?:on|for|upon)|urg(?:e|es|ed)|recogni[sz](?:e|es|ed)|not(?:e|es|ed)|condemn(?:s|ed)?|thank(?:s|ed)?|appreciate[sd]?|applaud(?:s|ed)?|commend(?:s|ed)?|look(?:s|ed)? forward|acknowledge[sd]?|underscore[sd]?|underline[sd]?|stress(?:es|ed)?|emphasi[sz]e[sd]?|reject(?:s|ed)?|congratulate[sd]?|express(?:es|ed)?|share[sd]? the|(?:re)?affirm(?:s|ed)?|reiterate[sd]?|confirm(?:s|ed)|highlight(?:s|ed)|encourage[sd]|remember(?:ed)?|regret(?:ted)?|opposed?|valued|celebrated)\b/g;

/** Where the undertaking that begins at `from` ends at the latest: before the next one, a remark, or a new sentence behind a semicolon. */
function endOf(text: string, low: string, from: number, next: number, speakers: readonly Speaker[]): number {
  let end = next;
  // Another speaks: ", and the Minister thanked …".
  for (const s of speakers) {
    if (s.span.start <= from || s.span.end >= end || s.oblique) continue;
    const before = /,? (?:and|while|but) $|; $/.exec(low.slice(Math.max(from, s.span.start - 8), s.span.start));
    const verb = /^ (?:[a-z]+ly |also |further |both )*([a-z]+)/.exec(low.slice(s.span.end, s.span.end + 40))?.[1];
    if (before && verb && (FINITE.test(verb) || /^(?:are|is|have|has|will|can|remain|stand)$/.test(verb) || (/(?:s|ed)$/.test(verb) && baseOfFinite(verb)))) {
      end = s.span.start - before[0].length;
      break;
    }
  }
  REMARK.lastIndex = from;
  const remark = REMARK.exec(low);
  if (remark && remark.index < end && !/^ (?:and|but) /.test(remark[0])) end = remark.index;
  else if (remark && remark.index < end && !/\b(?:to|will)\b[^,;]{0,60}$/.test(low.slice(from, remark.index))) end = remark.index;
  for (const m of low.slice(from, end).matchAll(/; (?:and |or |but )?(?:also |further |not )?([a-z-]+)/g)) {
    const word = m[1] as string;
    if (word === 'to' || word === 'by' || word === 'in' || standsAsVerb(word, low.slice(from + m.index + m[0].length + 1)) || baseOfIng(word)) continue;
    if (/^(?:we|they|it|this|these|such|there|in|however|while|provided|consequently|accordingly|therefore|the)$/.test(word)) {
      end = from + m.index;
      break;
    }
  }
  return trimEnd(text, from, end);
}

/** Drops what hangs at the end: spaces, marks, a conjunction. */
function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  for (;;) {
    const m =
      /(?:[\s,;:.]|\b(?:and|or|but|while|as well as|that|also|there|(?:in|on|to|of|for|by|with|under|from) which|which(?: are| is)?|who|to this end|in addition|in this regard))$/i.exec(
        text.slice(Math.max(from, end - 24), end),
      );
    if (!m || end - m[0].length < from) break;
    if (m[0] === '.' && /\b(?:\p{Lu}\.)+$/u.test(text.slice(Math.max(0, end - 8), end))) break;
    end -= m[0].length;
  }
  return end;
}

const TAIL =
  /,? (?:including(?: but not limited to| by| through| in)?|as evidenced by|such as|in particular(?: by)?|particularly|especially|as a means|in order to|so (?:that|as to)|which|recogni[sz]ing|noting|recalling|acknowledging|building on|reaffirming|while (?:recogni|acknowledg|respect|ensur|tak))\b/g;

/** The undertaking without its trailing examples, evidence and aims; kept whole where little would be left. */
function trimTail(text: string, low: string, from: number, to: number, form: Form): number {
  TAIL.lastIndex = from + 24;
  const m = TAIL.exec(low);
  if (!m || m.index >= to || text[m.index] !== ',') return trimEnd(text, from, to);
  // The sentence goes on behind the examples: with its verb, or with a further member that was not told apart.
  const tail = low.slice(m.index + m[0].length, to);
  if (/, (?:are|is|be|can|will|have|has|to|from|with)\b/.test(tail)) return trimEnd(text, from, to);
  if (form === 'base')
    for (const v of tail.matchAll(/,? (?:and )?([a-z-]+) (?=(.{0,20}))/g))
      if (/^,|and/.test(v[0]) && standsAsVerb(v[1] as string, v[2] as string)) return trimEnd(text, from, to);
  return trimEnd(text, from, m.index);
}

/** The operative words with "continue to" and the effort phrase that belongs to them. */
function headOf(low: string, op: Operative): { readonly end: number; readonly verbStart: number; readonly hedges: readonly Span[] } {
  let end = op.span.end;
  const hedges: Span[] = [];
  if (op.rule === 'intends' || (op.rule === 'intention' && /^(?:intent|willing)/.test(op.verb ?? '')) || (op.rule === 'ready' && op.verb === 'willing')) {
    const at = low.slice(op.span.start, op.span.end).search(/\b(?:intend|plan|seek|sought|striv|aim|aspir|endeav|intent|willing|expect)/);
    const start = op.span.start + Math.max(0, at);
    hedges.push({ start, end: op.span.end - start < 24 ? op.span.end : start + (/^[a-z]+/.exec(low.slice(start))?.[0].length ?? 0) });
  }
  if (op.rule === 'founding-act' || op.rule === 'standing') return { end, verbStart: end, hedges };
  let at = end;
  for (let i = 0; i < 3; i++) {
    const space =
      /^\s*(?:(?:(?!(?:apply|supply|rely|reply|comply|multiply)\b)[a-z]+ly|also|further|jointly|together|not|never),? )*(?:continu(?:e|ing) (?:to )?)?(?:(?:[a-z]+ly|also) )*/.exec(
        low.slice(at, at + 60),
      )?.[0].length ?? 0;
    const stop = hedgeHead(low, at + space);
    if (stop === undefined) {
      const more = /^\s*(?:(?:[a-z]+ly|also|further) )*continu(?:e|ing) to(?= )/.exec(low.slice(at, at + 50));
      if (more && i === 0) end = at + more[0].length;
      break;
    }
    hedges.push({ start: at + space, end: stop });
    end = stop;
    at = stop;
  }
  return { end, verbStart: end, hedges };
}

interface Member {
  /** Where the connector before it begins: the end of the member before. */
  readonly before: number;
  readonly start: number;
  readonly verb: number;
  readonly verbEnd: number;
  readonly negative: boolean;
}

/** Later members of a coordination of verbs with objects of their own, between `from` and `to`; none when it is not certain that they are. */
function split(low: string, from: number, to: number, form: Form, infinitive: boolean): readonly Member[] {
  if (form === 'np') return [];
  const region = low.slice(from, to);
  const found: (Member & { readonly weak: boolean; readonly marked: boolean; readonly semicolon: boolean })[] = [];
  for (const m of region.matchAll(
    /(; (?:and |or )?|, (?:and |or |as well as )|,? and | as well as |, )((?:also |further |then |not |never |to |in any way |[a-z]+ly (?!to ))*)([a-z-]+)(?=[ ,])/g,
  )) {
    const connector = m[1] as string;
    const verb = m.index + m[0].length - (m[3] as string).length;
    const word = m[3] as string;
    const rest = region.slice(verb + word.length).replace(/^ /, '');
    const marked = /\bto /.test(m[2] ?? '');
    const fits =
      form === 'ing'
        ? baseOfIng(word) !== undefined && !/^of\b/.test(rest) && /^(?:the|our|their|its|a|an|any|all|[a-z-]+|\p{Lu})/u.test(rest)
        : marked
          ? standsAsVerb(word, rest) || /^[a-z]+$/.test(word)
          : standsAsVerb(word, rest);
    // "assist, encourage, or induce X": the verb before has no object of its own, so they share one.
    const last = /(?:,|\bto|^|\bnot) (?:[a-z]+ly )*([a-z-]+)$/.exec(region.slice(Math.max(0, m.index - 40), m.index))?.[1];
    const shares = last !== undefined && (form === 'ing' ? baseOfIng(last) !== undefined : isVerb(last));
    // Behind "will" a member with "to" of its own belongs to some infinitive within the object.
    if (!fits || (marked && !infinitive) || (shares && !connector.startsWith(';'))) continue;
    found.push({
      before: from + m.index,
      start: from + m.index + connector.length,
      verb: from + verb,
      verbEnd: from + verb + word.length,
      negative: /\b(?:not|never)\b/.test(m[2] ?? ''),
      weak: connector === ', ',
      marked,
      semicolon: connector.startsWith(';'),
    });
  }
  const out: typeof found = [];
  let start = from;
  for (const member of found) {
    const object = low.slice(start, member.before);
    const words = object
      .trim()
      .split(/\s+/)
      .filter((w) => w && !/^(?:[a-z]+ly|and|or|to|,)$/.test(w));
    const needed = start === from ? 2 : 1;
    if (words.length < needed) {
      // "protect and promote X": verbs that share an object are one undertaking.
      if (out.at(-1)?.verbEnd === start) out.pop();
      start = member.verbEnd;
      continue;
    }
    const inner =
      form === 'ing'
        ? /\b(?:by|through|including|while|of|for|on|in|from|as) (?:[a-z]+ly |further )*[a-z]+ing\b/
        : member.marked
          ? /\bto [a-z]+\b(?! (?:the|our)\b)/
          : /\bto (?:[a-z]+ly |further |better )?(?!(?:the|our|a|an|all|any|its|their|each|such|and|this|these)\b)[a-z]+(?: |$)|\bthat\b|\bwhich\b|\bcan\b/;
    const nested = inner.test(start === from ? object.replace(/^ ?[a-z-]+ (?:to )?/, '') : object);
    if (nested && !member.semicolon) {
      if (member.weak) continue;
      break;
    }
    out.push(member);
    start = member.verbEnd;
  }
  return cutBack(out);
}

/** A list joined by commas alone has no last member that says it is a list of verbs. */
function cutBack<T extends { readonly weak: boolean }>(members: readonly T[]): readonly T[] {
  let n = members.length;
  while (n > 0 && members[n - 1]?.weak) n--;
  return members.slice(0, n);
}
