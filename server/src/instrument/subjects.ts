/** Finds whose an operative verb is: the party right before it, at the head of a coordination, in an introduction, or said of a passive. */
import type { Speaker } from './actors.ts';
import { boundTo, type Clause, isParty, type Speaking, type Subject } from './bound.ts';
import { clauseStart } from './clause.ts';
import { governed, unsaid } from './governed.ts';
import { institutionIn } from './institutions.ts';
import { isFiniteVerb } from './verbs.ts';

const ADVERB_GAP =
  /^(?:\s|,|[a-z]+ly\b|\b(?:also|further|each|all|both|together|hereby|therefore|thus|now|still|never|not|have|has|once again|again|in turn|always|likewise)\b)*$/;
const COORDINATED =
  /(?:\b(?:and|or|but|as well as|yet|while)|[,;])(?:\s|[a-z]+ly\b|\b(?:also|further|thus|therefore|together|hereby|in turn|(?:to|for) (?:this|that|these) (?:ends?|purposes?)|in this regard|in particular|have|has|not|never|now|all|both|each)\b|,)*$/;
/** "noting that A will preside …": what is noted, hoped or believed is not undertaken. */
const REPORTED =
  /\b(?:not(?:e|es|ed|ing)|ensur(?:e|es|ed|ing)|recogni[sz](?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|beli(?:eve|eves|eved|eving)|expect(?:s|ed|ing)?|hop(?:e|es|ed|ing)|acknowledg(?:e|es|ed|ing)|understand(?:s|ing)?|essential|important|vital|crucial|imperative|critical|likely|possible|conscious|aware|convinced|confident|call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|so|if|whether|provided|recall(?:s|ed|ing)?|concern(?:ed|s)?|fear(?:s|ed)?)(?: [\w',.]{1,20}){0,6}? that(?:,? [\w' -]{0,60},)? ?$/;

/** A text that is the subject of what follows. */
const DOCUMENT =
  /(?:^|[.;] )(?:this|our|the(?:se)?) (?:[\p{L}-]+ ){0,3}(?:declaration|charter|statement|communiqu[eé]|document|agreement|vision|principles)\b(?:,[^;:.]*,)? (?:also |further )?$/u;

/** "Each Member of the League undertakes": the body is no subject of its own. */
const MEMBER_OF = /^ of (?:the |this |our )?(?:\p{Lu}[\p{L}’'-]* ){1,5}$/u;

/** How far a verb may stand from its subject. */
const REACH = 2_000;

/** Whose the operative words are, and where the clause begins; `undefined` when they are no party's. */
export function subjectOf(clause: Clause): Subject | undefined {
  const { text, low, op, cast } = clause;
  if (op.subject === 'none') return unsaid(clause);
  const at = op.governor ?? op.span.start;
  const party = speaking(clause, at);
  if (op.subject === 'any') return governed(clause, party);
  if (!party) {
    // "This Charter affirms our commitment to …": the text speaks for its parties.
    if (op.rule === 'restated' && op.phrase !== undefined && DOCUMENT.test(low.slice(Math.max(0, at - 260), at)) && low.startsWith('our ', op.phrase))
      return { start: op.phrase, actors: cast.parties, elided: false };
    if (op.passive || op.verb === 'be') return passive(clause);
    return opening(clause, at);
  }
  if (party.speaker.kind === 'body' && !/^(?:will|shall|will-passive)$/.test(op.rule)) return undefined;
  const told = text.slice(0, party.speaker.span.start);
  // "the people of A, as they seek to …": said of others, in passing.
  if (/^(?:intends|continues)$/.test(op.rule) && (party.speaker.third ? /\b(?:as|when|while|who|which|where) $/i : /\bwhere $/i).test(told)) return undefined;
  if (
    /^will/.test(op.rule) &&
    !party.elided &&
    (REPORTED.test(low.slice(Math.max(0, told.length - 160), told.length)) || /\b(?:if|whether|unless|how|what) $/i.test(told))
  )
    return undefined;
  const bound = op.bound ? boundTo(text, op.bound, cast) : undefined;
  if (bound === null) return undefined;
  // A body's resolution that binds another body.
  const other = party.speaker.kind === 'body' && cast.parties.length === 1 ? institutionIn(text.slice(party.speaker.span.start, at)) : undefined;
  const start = op.phrase !== undefined && op.span.start === op.phrase ? op.phrase : party.elided ? op.span.start : party.start;
  return { start, actors: bound ?? (other ? [other] : party.speaker.actors), elided: party.elided };
}

/** The party whose verb stands at `at`: right before it, across a parenthesis, or at the head of a coordination. */
function speaking({ text, low, speakers, cast }: Clause, at: number): Speaking | undefined {
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
      !direct &&
      /\b(?:opportunity|honou?red|pleased|proud|wish|gather(?:ed)?|convened?|c[ao]me together|meet|met|occasion|like|today)\b[^;:]{0,60} to $/.test(gap);
    const verb = /^(?: (?:[a-z]+ly|also|further|each|all|both|together|jointly|hereby|have|has|today|not|once again|once more|again|in turn))* ([a-z'-]+)/.exec(
      gap,
    )?.[1];
    const finite = verb !== undefined && isFiniteVerb(verb) && !/^(?:and|or|of|in|on|to|for|with|that|which|who|as|at|by|from)$/.test(verb);
    // "a policy that is cautious and will take time …": the verb is the policy's.
    // "oppose acts that threaten peace and commit to …": what one commits to is said of no acts.
    const vows = /^(?:commit|pledge|resolve|agree|undertake|reaffirm|reiterate)\b/.test(low.slice(at, at + 12));
    const relative = !vows && /\b(?:which|who|that) [^,;]*$/.test(gap.replace(COORDINATED, '')) && !/\bthat (?:we|they|it)\b[^,;]*$/.test(gap);
    const told =
      (vows ? /\bthat (?:the|a|an|our|their|this|these|all|any|no|it|there|we|they)\b/ : /\bthat\b/).test(gap) &&
      !/[,;](?: [a-z]+){0,4} $/.test(gap) &&
      !/\bthat (?:we|they|it)\b/.test(gap);
    // "for as long as it takes, and undertakes to …": a clause within heads no coordination.
    const inner =
      s.third !== undefined &&
      /\b(?:as|if|when|whenever|while|until|unless|because|than|whether|once|where|what) $/.test(low.slice(Math.max(0, s.span.start - 10), s.span.start));
    const joined =
      !direct && coordinated && finite && !relative && !inner && !told && !(/\bthat\b/.test(gap) && /^will (?:remain|be)\b/.test(low.slice(at, at + 12)));
    // A treaty's party with what tells it from others: "Parties operating ships …, agree to …".
    const modified =
      !direct &&
      gap.length < 420 &&
      ((cast.treaty && s.kind === 'role' && /^ (?:[a-z]+ing|whose|which|that|in)\b[^;:.]*$/.test(gap)) ||
        (s.kind === 'collective' && /^ (?:that|who|whose|party to) [^;:.,]*$/.test(gap)) ||
        // "the Parties separately and jointly by means of … will maintain"
        (cast.treaty && s.kind === 'role' && /^ (?:separately|jointly|individually|collectively)\b[^;:.,]*$/.test(gap)) ||
        // "Members which have …, recognize that …, and accept …"
        (cast.treaty &&
          s.kind === 'role' &&
          coordinated &&
          !told &&
          /^ (?:which|that|who|whose) [^;]*? (?:recogni[sz]e|agree|undertake|affirm|declare|confirm|accept|shall|will) /.test(gap)) ||
        (/^(?:role|collective)$/.test(s.kind) && MEMBER_OF.test(text.slice(s.span.end, at))));
    if (!direct && !aside && !joined && !infinitive && !modified) {
      if (coordinated || s.kind !== 'pronoun') continue;
      return undefined;
    }
    if (!isParty(s, cast)) return undefined;
    // "bound to see that both continue to prosper": the assurance is what is undertaken.
    if (/\b(?:ensur|guarante|mean|see|help)(?:e|es|ed|ing|s)?(?: that)? $/i.test(text.slice(Math.max(0, s.span.start - 18), s.span.start))) return undefined;
    // "nor do we plan …", "what should we …": asked or denied, not undertaken.
    if (/\b(?:do|does|did|should|would|could|might|may|can|must|had|nor) $/i.test(text.slice(Math.max(0, s.span.start - 10), s.span.start))) return undefined;
    return { speaker: s, start: joined ? at : startOf(text, s), elided: joined };
  }
  return undefined;
}

/** "We, the leaders of …," begins with its pronoun. */
function startOf(text: string, s: Speaker): number {
  const we = /\b(?:(?:We|we|As)(?:,|\s?[-–—])?|Both|both|Each of|each of|All|all)\s*$/.exec(text.slice(Math.max(0, s.span.start - 9), s.span.start));
  return we ? s.span.start - we[0].length : s.span.start;
}

/** Declarations in numbered paragraphs leave the subject out: "Commit to …", "Decides to …". */
function opening({ text, op, cast, given }: Clause, at: number): Subject | undefined {
  // "The leaders: – agreed to …; – will …": the introduction gave the subject.
  if (given && /^\W*(?:(?:also|further|hereby|jointly|have|[a-z]+ly) ){0,2}$/i.test(text.slice(0, at))) return { start: at, actors: given, elided: false };
  // "Decides that all States shall …"
  const states = op.rule === 'shall' ? /\bdecides? that,? ((?:all|Member)(?: Member)? States)\b[^;]*$/i.exec(text.slice(0, at)) : null;
  if (states) return { start: at - states[0].length + states[0].indexOf(states[1] as string), actors: [states[1] as string], elided: false };
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

/** "Any damage … will be repaired": the party that says so is bound, or the one named as agent. */
function passive({ text, low, op, speakers, cast, previous }: Clause): Subject | undefined {
  const from = op.span.start;
  const agent = speakers.find(
    (s) =>
      s.span.start > op.span.end &&
      s.span.start < op.span.end + 90 &&
      /\b(?:by|through [^,;.]{1,40} (?:between|among)) (?:the )?$/.test(text.slice(Math.max(op.span.end, s.span.start - 70), s.span.start)) &&
      isParty(s, cast),
  );
  const before = low.slice(0, from);
  const that = before.lastIndexOf(' that ');
  const start = Math.max(that >= 0 ? that + 6 : 0, clauseStart(text, from));
  if (agent) return { start, actors: agent.actors, elided: false };
  if (
    that < 0 &&
    cast.arrangement &&
    op.rule === 'will' &&
    op.passive &&
    !/^(?:interpret|consider|deem|amend|modif|terminat|requir|subject|affect)/.test(low.slice(op.span.end + 3, op.span.end + 16))
  )
    return previous && /^[^,;]*,? (?:and|or) $/.test(low.slice(previous.op.span.end, from))
      ? { start: from, actors: previous.actors, elided: true }
      : { start: clauseStart(text, from), actors: cast.parties, elided: false };
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
