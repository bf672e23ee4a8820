/** Those whom words bind that have no party for their subject: a treaty's "shall" of any thing, "there is hereby established". */
import { lower } from '../text/fold.ts';
import { boundTo, type Clause, isParty, type Speaking, type Subject } from './bound.ts';
import type { Cast } from './cast.ts';
import { clauseStart } from './clause.ts';
import { bodyAt, bodyBefore, institutionIn } from './institutions.ts';
import { isProcedure } from './procedure.ts';

/** The subject of a treaty's "shall": whatever it is, the duty falls on the party named in it, on the agent, or on the parties. */
export function governed({ text, op, speakers, cast, previous }: Clause, party: Speaking | undefined): Subject | undefined {
  const at = op.span.start;
  let start = clauseStart(text, at);
  // A further duty in the same clause begins with its own subject.
  if (previous && start < previous.op.span.end) start = party && !party.elided ? party.start : at;
  const subject = text.slice(start, at);
  const that = /^(?:.{0,200}\b(?:agree|agrees|undertake|undertakes|decide|decides) that,? )/.exec(subject);
  if (that) start += that[0].length;
  // "It shall be the duty of X to …"
  const duty = /^be the (?:[a-z]+ )?(?:duty|responsibility|obligation) of (?:the |each |every |all )?([^,;.]{3,60}?)(?= to\b| that\b|[,;.]|$)/.exec(
    text.slice(op.span.end, op.span.end + 120),
  );
  if (duty) {
    const holder = speakers.find((s) => s.span.start >= op.span.end && s.span.end <= op.span.end + duty[0].length && s.actors.length > 0);
    return { start, actors: holder?.actors ?? [duty[1] as string], elided: false };
  }
  const relative = /\b(?:which|who|that) (?:[a-z]+ly )?$/.test(text.slice(0, at));
  const elided =
    !relative &&
    (/^\W*(?:(?:and|or|but|thereafter|then|also|further|,)\s*)*$/.test(text.slice(start, at)) || (party?.elided === true && previous !== undefined));
  const told = text.slice(Math.max(0, at - 240), at);
  // "the terms on which X shall …", "decide what measures shall be taken", "ensure that X shall …": said within another duty.
  if (
    /\b(?:among|between|of|in|on|upon|under|by|to|for|with|from) which (?!(?:case|they|each|all|it)\b)(?:(?!(?:is|are|was|were|has|have|may|does|do|it)\b)[^\s,;]+ ){0,14}$|\b(?:what|how|which of) (?:(?!(?:is|are|was|were|has|have|may)\b)[^\s,;]+ ){0,6}$/.test(
      told,
    ) ||
    (previous && /\b(?:ensur(?:e|es|ing)|guarantee|see to it|specify|provide|stipulate) that [^,;]*(?<!\band |\bor )$/.test(told)) ||
    (previous && op.rule === 'treaty-undertaking' && /\bthat\b/.test(text.slice(previous.op.span.end, at)))
  )
    return undefined;
  if (
    /\b(?:if|unless|provided that|until|whether|in the event that|to the extent that) [^,;]*$/i.test(told) ||
    (previous && /\bwhether\b/.test(text.slice(previous.op.span.end, at)))
  )
    return undefined;
  if (/^(?:nothing|none of|no provision|the (?:present|provisions of)\b.{0,40} shall not)/i.test(text.slice(start, at + 10))) return undefined;
  if (op.rule !== 'treaty-prohibition' && isProcedure(lower(text.slice(start, at)), lower(text.slice(op.span.end, op.span.end + 260)))) return undefined;
  if (elided && previous) return { start: op.span.start, actors: previous.actors, elided: true };
  const agent = op.passive
    ? speakers.find(
        (s) =>
          s.span.start > op.span.end &&
          s.span.start < op.span.end + 80 &&
          /\bby (?:the |each |all |any )?$/i.test(text.slice(Math.max(0, s.span.start - 9), s.span.start)),
      )
    : undefined;
  const by = op.passive ? /\bby (?:(each State)|(the [^,;.]{3,60}))/.exec(text.slice(op.span.end, op.span.end + 90)) : null;
  // "according to methods agreed by the Conference": the agent of another participle.
  const others = by ? text.slice(op.span.end, op.span.end + by.index).trim() : '';
  const elsewhere = /\s\S*(?:ed|en|upon|made|nominated|designated)$/.test(others) && !/\b(?:and|or) \S+$/.test(others) && others.split(/\s+/).length > 2;
  const agentState = elsewhere ? undefined : (by?.[1] ?? (by?.[2] ? bodyAt(by[2]) : undefined));
  const name = text.slice(start, at);
  // "If the Council finds …, it shall decide": the one of whom the condition speaks.
  const finder = /^(?:it|they)\b/i.test(name) ? /^(?:if|when|whenever|where|should|unless|once|after) (the .{3,200})$/i.exec(text.slice(0, start)) : null;
  // "When the Council has decided …, it shall", with or without the comma.
  const within = /^(?:if|when|whenever|where|should|unless|once|after) (the .{3,240}?),? (?:then )?it\s*$/i.exec(name);
  const found = within ? bodyAt(within[1] as string) : finder && /^it\b/i.test(name) ? bodyAt(finder[1] as string) : undefined;
  if (found && !op.passive) return { start, actors: [found], elided: false };
  if (agent)
    return {
      start,
      actors: agent.actors.length > 0 && agent.kind !== 'body' ? agent.actors : [text.slice(agent.span.start, agent.span.end).replace(/^the /i, '')],
      elided: false,
    };
  if (agentState) return { start, actors: [agentState], elided: false };
  if (relative) {
    const owner = speakers.filter((s) => s.kind !== 'body' && s.span.end <= at && s.span.end > at - 40).at(-1);
    const which = at - (/\b(?:which|who|that) (?:[a-z]+ly )?$/.exec(text.slice(0, at))?.[0].length ?? 0);
    const body = /\bthe [\p{L} -]{3,40}?(?=,? (?:which|who) (?:[a-z]+ly )?$)/u.exec(text.slice(Math.max(0, at - 70), at))?.[0];
    const other = body ? institutionIn(body) : undefined;
    const maker = op.passive && previous ? previous.actors : undefined;
    return { start: which, actors: owner?.actors ?? (other && !op.passive ? [other] : (maker ?? fallback(cast))), elided: false };
  }
  if (/\binstruments? of (?:ratification|accession|acceptance|approval)/i.test(name)) return { start, actors: ['each State'], elided: false };
  const before = op.passive ? undefined : bodyBefore(name);
  if (before && before.length > 1) return { start, actors: before, elided: false };
  if (party && !party.elided && party.speaker.actors.length > 0 && party.speaker.kind !== 'body' && !op.passive)
    return { start: Math.min(start, party.start) === start ? start : party.start, actors: party.speaker.actors, elided: false };
  if (before) return { start, actors: before, elided: false };
  const institution = institutionIn(name);
  if (institution && !op.passive) return { start, actors: [institution], elided: false };
  const it = /^it\b/i.test(name)
    ? speakers.find((s) => s.third === 'singular' && s.span.start >= start && s.span.end <= at && s.actors.length === 1)
    : undefined;
  if (it && !op.passive) return { start, actors: it.actors, elided: false };
  const named = speakers.find((s) => s.span.start >= start && s.span.end <= at && s.kind === 'role' && !s.oblique);
  if (named && !op.passive) return { start, actors: named.actors, elided: false };
  const agreeing = speakers.find((s) => s.span.end <= start && !s.oblique && (s.kind === 'role' || s.kind === 'state') && that);
  return { start, actors: agreeing?.actors ?? fallback(cast), elided: false };
}

const fallback = (cast: Cast): readonly string[] => (cast.role ? [cast.role] : cast.parties);

/** Clauses whose subject is not a party but whose words bind one: "the commitment of A … is firm", "there is hereby established". */
export function unsaid({ text, op, speakers, cast }: Clause): Subject | undefined {
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
  if (op.verb === 'impersonal' && op.phrase !== undefined)
    return cast.parties.length > 0 ? { start: op.phrase, actors: cast.parties, elided: false } : undefined;
  const start = op.phrase ?? clauseStart(text, op.span.start);
  const bound = op.bound ? boundTo(text, op.bound, cast) : undefined;
  if (bound === null) return undefined;
  const ours = /^(?:it is )?our\b/i.test(text.slice(start));
  const actors = bound ?? (ours ? cast.parties : speaker?.actors);
  if (!actors || (op.phrase === undefined && !speaker)) return undefined;
  return { start: op.phrase !== undefined ? start : (speaker?.span.start ?? start), actors, elided: false };
}
