/** Reads one sentence: whose operative words they are, how far each undertaking reaches, and where coordinated verbs part it. */
import { foldTypography, lower } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { findSpeakers, type Speaker } from './actors.ts';
import type { Cast } from './cast.ts';
import { endOf, membersOf, trimTail } from './extents.ts';
import type { RuleName } from './force.ts';
import { effortAt, findHedges } from './hedges.ts';
import { bodyBefore, institutionIn } from './institutions.ts';
import type { Form, Operative } from './operative.ts';
import { findOperatives } from './operatives.ts';
import { subjectOf } from './subjects.ts';

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
  /\b(?:will|shall|must|commit|pledg|agree|deci[ds]|resol|undert|vow|promis|concur|obligation|duty|responsibility|intend|plan|seek|sought|striv|aim|aspir|endeav|expect|continu|announc|establish|launch|creat|found|inaugur|design|form|hereby|dedicat|devot|determin|steadfast|united in|unwaver|unflinch|undeterr|ready|willing|prepared|poised|intent|readiness|setting up|set up|recommit)/i;

/** No undertaking is drafted in a sentence of more than some pages; what is longer is a table or no prose. */
const LONGEST = 20_000;
/** What stands between the operative words and a colon when the list that follows is what is undertaken. */
const HANDS_ON =
  /^[\s:]*(?:(?:the |on the |upon the )?following (?:[a-z]+ )?(?:steps|measures|actions|commitments|activities)\b[^;.]{0,200}|(?:take |taking |pursue |adopt |implement |do |undertake |upon |on )*(?:the )?(?:concrete |specific )?(?:following|steps to|to|that|not)\b(?: [a-z]+){0,4}|[^;.]{0,90} to)?[\s:,]*$/;

/**
 * Reads a sentence. Total; a sentence without operative words gives no readings. `before` are the sentences that precede it, the nearest
 * last: whom "they" stands for is looked up in them only when it is asked. `given`: the subject that an introduction gave to its items.
 */
export function readSentence(sentence: string, cast: Cast, before: readonly string[] = [], given?: readonly string[]): SentenceReading {
  const text = foldTypography(sentence);
  if (text.length > LONGEST || !TRIGGER.test(text)) return { readings: [] };
  const low = lower(text);
  const quoted = quotedIn(text);
  const operatives = findOperatives(text, low, cast.treaty).filter((o) => !quoted.some((q) => q.start < o.span.start && o.span.end < q.end));
  if (operatives.length === 0) return { readings: [] };
  const known = new Map<string, readonly string[]>();
  const antecedent = (pronoun: string): readonly string[] => {
    const found = known.get(pronoun) ?? antecedentIn(before, cast, pronoun);
    known.set(pronoun, found);
    return found;
  };
  const speakers = withPronouns(findSpeakers(text, cast, antecedent), text, cast.parties.length === 1 ? cast.parties[0] : undefined);
  const taken: { op: Operative; start: number; actors: readonly string[]; elided: boolean; end: number }[] = [];
  for (const op of operatives) {
    const subject = subjectOf({ text, low, op, speakers, cast, previous: taken.at(-1), given });
    if (!subject) continue;
    // "will open the port, and continue repairs": a bare verb behind "and" shares the modal, and is a later member.
    if (
      subject.elided &&
      /^(?:continues|intends)$/.test(op.rule) &&
      taken.at(-1)?.op.form === 'base' &&
      /^(?:continue|seek|strive|aim|plan|intend) /.test(low.slice(op.span.start, op.span.start + 9))
    )
      continue;
    const actors = subject.actors.length > 0 || !cast.role ? subject.actors : [cast.role];
    if (actors.length === 0 && cast.parties.length > 0) continue;
    taken.push({ op, ...subject, actors, end: text.length });
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
    const previous = taken[i - 1];
    const from = Math.min(t.start, t.op.span.start);
    const region = { start: previous ? asideBefore(low, previous.op.span.end, from, cast) : 0, end: t.end };
    const next = taken[i + 1];
    const nextFrom = next ? Math.min(next.start, next.op.span.start) : 0;
    const aside = next ? asideBefore(low, t.op.span.end, nextFrom, cast) : 0;
    if (next && aside < nextFrom) t.end = Math.min(t.end, Math.max(t.op.span.end, aside));
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
    const members = t.op.rule === 'founding-act' ? [] : membersOf(low, head.end, t.end, t.op.form, /\bto\s*$|:\s*$/.test(low.slice(t.op.span.start, head.end)));
    const first = readings.length;
    const conjunctOf = t.elided && previous && sameKind(previous.op.rule, t.op.rule) && first > 0 ? headIndex(readings, first - 1) : undefined;
    const cut = members[0]?.before ?? t.end;
    readings.push({
      span: { start: t.start, end: trimTail(text, low, head.end, cut, t.op.form) },
      operative: { start: t.op.span.start, end: head.end },
      verb,
      rule: t.op.rule,
      actors: t.actors,
      hedges: hedges.filter((h) => h.start < cut),
      negative: t.op.negative === true || /\bnot to$/.test(low.slice(0, head.end)) || /^(?:no|neither) /.test(low.slice(t.start)),
      ...(conjunctOf === undefined ? {} : { conjunctOf }),
    });
    for (const [k, m] of members.entries()) {
      const end = members[k + 1]?.before ?? t.end;
      const inner = effortAt(low, m.verb, t.op.rule);
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

/** Passages between quotation marks that are long enough to be another text's words and no mere name. */
function quotedIn(text: string): readonly Span[] {
  if (!text.includes('"')) return [];
  return [...matches(/(?<=^|[\s(,:])"(?:[^"\s]+\s+){3,}[^"\s]+"/g, text)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

/** "…, and, where necessary, shall adopt": the aside before a later verb is that verb's. Where it begins, or `to` when there is none. */
function asideBefore(low: string, from: number, to: number, cast: Cast): number {
  const m = /(?:,|\band|\bor|\bbut),? ([^,;]{4,80}), $/.exec(low.slice(Math.max(from, to - 110), to));
  const at = m ? to - 2 - (m[1] as string).length : to;
  return m && findHedges(low, at, to, cast.treaty).some((h) => h.start - at < 3) ? at : to;
}

const headIndex = (readings: readonly Reading[], i: number): number => readings[i]?.conjunctOf ?? i;
const sameKind = (a: RuleName, b: RuleName): boolean => a === b || (a.startsWith('will') && b.startsWith('will'));

/** Pronouns of the third person stand for the nearest speaker before them in the sentence that agrees in number. */
const withPronouns = (speakers: readonly Speaker[], text: string, only: string | undefined): readonly Speaker[] =>
  speakers.map((s, i) => {
    // "A and B agreed …; the two countries have …", where the text has more parties.
    if (s.kind === 'collective' && s.actors.length > 2 && /\btwo\b/.test(text.slice(s.span.start, s.span.end))) {
      const pair = speakers.slice(0, i).findLast((p) => !p.oblique && p.actors.length === 2);
      return pair ? { ...s, actors: pair.actors } : s;
    }
    if (!s.third) return s;
    // "A stresses that …, and that it is prepared to …": the one who says so.
    const says = / and that $/.test(text.slice(Math.max(0, s.span.start - 10), s.span.start)) ? speakers.find((p) => !p.oblique) : undefined;
    if (
      says &&
      says !== s &&
      /^(?:state|person|collective)$/.test(says.kind) &&
      !/\b(?:ensur|guarante|see to it)/.test(text.slice(says.span.end, s.span.start)) &&
      says.actors.length > 0 &&
      (s.third === 'plural' || says.actors.length === 1)
    )
      return { ...s, actors: says.actors };
    // "Affirms that it will …" in a body's resolution, which leaves its own name out.
    if (s.third === 'singular' && only && /^\W*\p{Lu}[a-z]+s(?: \p{L}+ly| also| further)? that\b/u.test(text) && !speakers.slice(0, i).some((p) => !p.third))
      return { ...s, actors: [only] };
    const before = speakers
      .slice(0, i)
      .reverse()
      .filter((p) => p.kind !== 'pronoun' && p.kind !== 'body' && !p.oblique && (s.third === 'plural' || p.actors.length === 1));
    const antecedent =
      (s.third === 'plural' ? before.find((p) => p.actors.length > 1 || p.kind === 'collective' || p.kind === 'role') : undefined) ?? before[0];
    if (antecedent) return { ...s, actors: antecedent.actors };
    // "It" of an earlier sentence may be anything when the only party is a group.
    return s.third === 'singular' && (s.actors.length !== 1 || s.actors.some((a) => /^G\d/.test(a))) ? { ...s, actors: [] } : s;
  });

/** "There shall be established a …" */
const FOUNDED = /^\W*there (?:(?:shall|will) be|is|are)(?: hereby)?(?: (?:established|created|constituted|set up))? (?=an? |the )/i;

/** The subject of the nearest sentence before that has one: whom a pronoun of the third person stands for. */
function antecedentIn(before: readonly string[], cast: Cast, pronoun: string): readonly string[] {
  // "deposited with the Government of X. Copies shall be sent by that Government": the state named last.
  if (/ (?:government|state)$/.test(pronoun)) return findSpeakers(foldTypography(before.at(-1) ?? ''), cast).findLast((s) => s.kind === 'state')?.actors ?? [];
  for (let i = before.length - 1; i >= 0; i--) {
    const text = foldTypography(before[i] as string);
    // In a treaty "it" behind a sentence about a body is that body.
    const body = pronoun === 'it' ? institutionIn(text.replace(FOUNDED, '')) : undefined;
    // Elsewhere the body is nobody that a declaration could bind.
    if (body) return cast.treaty || cast.parties.includes(body) ? [body] : [];
    const several = cast.treaty && pronoun === 'they' ? bodyBefore(text.split(/ (?:shall|will|must|may) /, 1)[0] as string) : undefined;
    if (several && several.length > 1) return several;
    const subject = findSpeakers(text, cast).find((s) => !s.oblique && !s.third && s.kind !== 'body' && s.actors.length > 0);
    if (subject) return subject.actors;
  }
  return [];
}

/** The operative words with "continue to" and the effort phrase that belongs to them. */
function headOf(low: string, op: Operative): { readonly end: number; readonly verbStart: number; readonly hedges: readonly Span[] } {
  let end = op.span.end;
  const hedges: Span[] = [];
  if (op.rule === 'intends' || (op.rule === 'intention' && /^(?:intent|willing|plan)/.test(op.verb ?? '')) || (op.rule === 'ready' && op.verb === 'willing')) {
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
    const stop = effortAt(low, at + space, op.rule);
    // "shall not seek instructions": what one abstains from is no effort.
    if (stop === undefined || (op.negative && /^seek(?:ing)?$/.test(low.slice(at + space, stop)))) {
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

/** The subject that an introduction leaves to its items: "The two leaders:". */
export function subjectLeft(introduction: string, cast: Cast): readonly string[] | undefined {
  const text = foldTypography(introduction);
  if (!/:\s*$/.test(text)) return undefined;
  const last = findSpeakers(text, cast).at(-1);
  return last && !last.oblique && last.actors.length > 0 && /^\s*(?:[a-z]+ly|also|have|each)?\s*:\s*$/.test(text.slice(last.span.end))
    ? last.actors
    : undefined;
}
