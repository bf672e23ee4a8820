/** Reads a sentence in French or Spanish: whose the operative words are, how far each undertaking reaches, which infinitives share a verb. */
import { lower } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import type { Cast } from './cast.ts';
import type { Reading } from './commitment-clauses.ts';
import type { RuleName } from './force.ts';
import type { Tongue } from './romance.ts';
import { namesOfStates } from './states-abroad.ts';

const LONGEST = 20_000;

interface Found extends Span {
  readonly rule: RuleName;
  readonly actors: readonly string[];
  readonly at: number;
  readonly negative: boolean;
  readonly elided: boolean;
  readonly future: boolean;
}

interface Subject extends Span {
  readonly actors: readonly string[];
  readonly third?: boolean;
}

function subjectsOf(tongue: Tongue, text: string, low: string, cast: Cast, last: readonly string[]): readonly Subject[] {
  const out: Subject[] = [];
  const all = cast.parties.length > 0 ? cast.parties : cast.role ? [cast.role] : [];
  for (const m of matches(tongue.collective, low)) out.push({ start: m.index, end: m.index + m[0].length, actors: all });
  for (const m of matches(tongue.pronoun, low)) out.push({ start: m.index, end: m.index + m[0].length, actors: all });
  for (const m of matches(tongue.third, low)) out.push({ start: m.index, end: m.index + m[0].length, actors: last, third: true });
  if (cast.treaty) for (const m of matches(tongue.role, text)) out.push({ start: m.index, end: m.index + m[0].length, actors: [m[1] as string] });
  let list: { start: number; end: number; actors: readonly string[] } | undefined;
  for (const s of namesOfStates(text, tongue.code)) {
    const office = tongue.office.exec(low.slice(Math.max(0, s.start - 90), s.start))?.[0].length ?? 0;
    const start = s.start - office;
    if (list && /^\s*(?:,|,? (?:et|y|e)|,)\s*$/.test(text.slice(list.end, start))) list = { start: list.start, end: s.end, actors: [...list.actors, s.name] };
    else {
      if (list) out.push(list);
      list = { start, end: s.end, actors: [s.name] };
    }
  }
  if (list) out.push(list);
  return out
    .filter((s) => s.third !== true || s.actors.length > 0)
    .filter((s) => cast.parties.length === 0 || cast.treaty || s.actors.every((a) => cast.parties.includes(a)))
    .sort((a, b) => a.end - b.end || a.start - b.start);
}

/** The subject whose verb begins at `at`: right before it, or before an aside between commas. */
function subjectAt(tongue: Tongue, low: string, at: number, subjects: readonly Subject[]): Subject | undefined {
  for (let i = subjects.length - 1; i >= 0; i--) {
    const s = subjects[i] as Subject;
    if (s.end > at) continue;
    const gap = low.slice(s.end, at);
    if (gap.length > 320) return undefined;
    const aside = /^, [^;:.]*, $/.test(gap);
    if (!tongue.gap.test(gap) && !aside) continue;
    // "between the Parties", "of the Parties": no subject.
    if (
      /(?:^|[\s(])(?:de|des|du|d'|entre|par|avec|à|aux?|pour|sur|dans|por|con|para|del|en|a|al|contre|contra)\s*$/.test(
        low.slice(Math.max(0, s.start - 10), s.start),
      )
    )
      continue;
    return s;
  }
  return undefined;
}

function operativesOf(tongue: Tongue, text: string, low: string, cast: Cast, last: readonly string[]): Found[] {
  const subjects = subjectsOf(tongue, text, low, cast, last);
  const all = cast.role ? [cast.role] : cast.parties;
  const found: Found[] = [];
  const raw: { rule: RuleName; start: number; end: number; future: boolean }[] = [];
  for (const [rule, expression] of tongue.operatives)
    for (const m of matches(expression, low)) {
      if (rule === 'shall' && !cast.treaty) continue;
      raw.push({ rule: cast.treaty && rule === 'performative' ? 'treaty-undertaking' : rule, start: m.index, end: m.index + m[0].length, future: false });
    }
  for (const m of matches(tongue.future, low)) {
    const rest = low.slice(m.index, m.index + 90);
    if (tongue.effect.test(rest)) continue;
    raw.push({ rule: cast.treaty ? 'treaty-undertaking' : 'will', start: m.index, end: m.index + m[0].length, future: true });
  }
  raw.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  for (const o of raw) {
    if (o.start < end) continue;
    const clause = clauseStart(low, o.start);
    const lead = low.slice(Math.max(clause, o.start - 600), o.start);
    if (tongue.dependent.test(lead)) continue;
    const words = low.slice(o.start, o.end);
    const negative = tongue.negation.test(`${lead.slice(0, 10)} ${lead.slice(-8)}${words}`);
    // "En 2019, les deux pays se sont engagés à …": recalled, not undertaken.
    if (!o.future && PAST.test(words) && /\b(?:19|20)\d\d\b[^;]*,/.test(low.slice(0, o.start))) continue;
    const previous = found.at(-1);
    const direct = subjectAt(tongue, low, o.start, subjects);
    const joined =
      previous !== undefined &&
      /^\s*(?:(?:,? (?:et|y|e)|,|;(?: et| y)?)\s*)?(?:\p{L}+ment |\p{L}+mente |también |aussi |également )*$/u.test(lead) &&
      /(?:,|;| et| y| e)\s*$/.test(low.slice(Math.max(0, clause - 4), clause));
    const base = { rule: o.rule, at: o.start, end: o.end, negative, future: o.future };
    if (direct && direct.actors.length + (cast.parties.length === 0 ? 1 : 0) > 0)
      found.push({ ...base, start: direct.start, actors: direct.actors, elided: false });
    else if (joined && (!tongue.we.test(words) || /^\s*$/.test(lead))) found.push({ ...base, start: o.start, actors: previous.actors, elided: true });
    else if (tongue.we.test(words)) found.push({ ...base, start: o.start, actors: all, elided: false });
    else if (cast.treaty && (o.future || o.rule === 'shall') && /\p{L}/u.test(lead) && !/^\s*(?:il|elle|lo|ello)\s*$/.test(lead) && lead.length < 240)
      found.push({ ...base, start: clause, actors: passiveOrBody(tongue, text.slice(clause, o.start), low.slice(o.start, o.end + 40), all), elided: false });
    else continue;
    end = o.end;
  }
  return found;
}

const PAST = /(?:sommes|sont|est|ont|avons|han?|hemos) |(?:^|\s)a |(?:ron|ó)(?!\p{L})/u;

/** In a treaty any subject's duty falls on the body that is named, or on the parties. */
function passiveOrBody(tongue: Tongue, subject: string, verb: string, all: readonly string[]): readonly string[] {
  const body =
    /^(?:(?:le|la|les|el|los|las|un|une|una) |l')?((?:autorités?|conseil|commission|comité|secrétariat|secrétaire général|tribunal|cour|conférence|assemblée|dépositaire|autoridad(?:es)?|consejo|comisión|comité|secretaría|secretario general|corte|conferencia|asamblea|depositario)(?: (?:compétentes?|mixtes?|competentes?|mixtas?|conjuntas?|exécutif|ejecutivo))?)/i.exec(
      subject,
    );
  return body && !tongue.passive.test(verb) ? [body[1] as string] : all;
}

const CLAUSE =
  /^(?:les? |la |l'|los |las |el |il |elles? |ils |nous |chaque |cada |ambas |ambos |ce(?:tte|lui|lle|ux|s)?[ -]|ses? |son |sa |leurs? |toute?s? |aucune? |éstos?|est[eao]s? |su |ningun|ningún|tod[oa]s? )/;

/** Where the clause that leads up to `at` begins: behind the last semicolon, colon, item's mark, comma or "and". */
function clauseStart(low: string, at: number): number {
  let start = 0;
  for (const m of low.slice(0, at).matchAll(/[;:] ?(?:et |y )?(?:[a-z]{1,3}\) ?)?|, | et | y /gu)) {
    const next = m.index + m[0].length;
    // A comma or "and" ends a clause only where a verb can follow.
    if (/^[;:]/.test(m[0]) || next === at || CLAUSE.test(low.slice(next, next + 10))) start = next;
  }
  return start;
}

/** Whom a sentence begins with: those for whom a pronoun in the next one stands. */
export function subjectOf(tongue: Tongue, text: string, cast: Cast): readonly string[] | undefined {
  const first = subjectsOf(tongue, text.slice(0, 300), lower(text.slice(0, 300)), cast, []).find((s) => s.start === 0);
  return first && first.actors.length > 0 ? first.actors : undefined;
}

/** Reads what lies between two ends of sentences; `last` are those who undertook before it, `items` where its list items begin. Total. */
export function readUnit(tongue: Tongue, text: string, cast: Cast, last: readonly string[], items: ReadonlySet<number>): readonly Reading[] {
  if (text.length > LONGEST) return [];
  const low = lower(text);
  const found = operativesOf(tongue, text, low, cast, last);
  const out: Reading[] = [];
  for (const [i, f] of found.entries()) {
    const next = found[i + 1];
    let end = next ? (next.start < f.end ? next.at : next.start) : text.length;
    tongue.remark.lastIndex = f.end;
    const remark = tongue.remark.exec(low);
    if (remark && remark.index < end) end = remark.index;
    end = Math.max(end, f.end);
    const head = f.future ? softAt(tongue, low, f) : effortAt(tongue, low, f.end);
    const hedges = [...head.hedges, ...hedgesIn(tongue, low, i === 0 ? 0 : Math.min(f.start, f.at), end)].filter(
      (h, n, list) => list.findIndex((o) => o.start < h.end && h.start < o.end) === n,
    );
    if (f.rule === 'intends' || f.rule === 'intention') hedges.unshift({ start: f.at, end: f.end });
    const members = f.future || f.rule === 'founding-act' ? [] : infinitivesIn(tongue, low, f, end, items);
    const first = out.length;
    const conjunctOf = f.elided && first > 0 ? (out[first - 1]?.conjunctOf ?? first - 1) : undefined;
    const common = { rule: f.rule, actors: f.actors };
    const verb = text.slice(f.at, head.end).trim();
    // "s'engagent notamment : a) à …": the list is what is undertaken.
    const between = members[0] ? low.slice(head.end, members[0].before) : '';
    const opens = members[0] !== undefined && low[members[0].before] === ':' && between.length < 90 && !tongue.infinitive.test(between);
    if (!opens)
      out.push({
        ...common,
        span: { start: f.start, end: trimmed(tongue, text, low, head.end, members[0]?.before ?? end) },
        operative: { start: f.at, end: head.end },
        verb,
        hedges: hedges.filter((h) => h.start < (members[0]?.before ?? end)),
        negative: f.negative || (!f.future && tongue.negation.test(low.slice(f.end - 1, f.end + 8))),
        ...(conjunctOf === undefined ? {} : { conjunctOf }),
      });
    for (const [k, m] of members.entries()) {
      const stop = members[k + 1]?.before ?? end;
      out.push({
        ...common,
        span: { start: m.start, end: trimmed(tongue, text, low, m.start + 3, stop) },
        operative: { start: m.start, end: m.verbEnd },
        verb: `${verb} … ${text.slice(m.start, m.verbEnd)}`,
        hedges: hedges.filter((h) => h.end <= head.end || (h.start >= m.before && h.end <= stop)),
        negative: tongue.negation.test(` ${low.slice(m.start, m.verbEnd)}`),
        ...(opens && !f.elided ? {} : { conjunctOf: conjunctOf ?? first }),
      });
    }
  }
  return out;
}

/** Later infinitives under one operative word: with its preposition repeated, and an object before them. */
function infinitivesIn(
  tongue: Tongue,
  low: string,
  f: Found,
  to: number,
  items: ReadonlySet<number>,
): readonly { readonly before: number; readonly start: number; readonly verbEnd: number }[] {
  const preposition = /(à|de|d'|a|en|pour|con)$/.exec(low.slice(f.at, f.end).trimEnd())?.[1]?.replace("d'", 'de');
  const out: { before: number; start: number; verbEnd: number }[] = [];
  let from = f.end;
  for (const m of matches(tongue.member, low.slice(f.end, to))) {
    const at = f.end + m.index;
    const own = (m[2] ?? '').trim().replace("d'", 'de');
    const item = /[:;.]/.test(m[1] as string);
    if (/^\./.test(m[1] as string) && !items.has(at + (m[1] as string).length)) continue;
    if (item ? own !== '' && preposition !== undefined && own !== preposition : own === '' || own !== preposition) continue;
    // "à respecter et à assurer les droits": verbs that share an object are one undertaking.
    if (!item && low.slice(from, at).trim().split(/\s+/).length < 3) continue;
    const start = at + (m[1] as string).length;
    out.push({ before: at, start, verbEnd: at + m[0].length });
    from = at + m[0].length;
  }
  return out;
}

function effortAt(tongue: Tongue, low: string, at: number): { readonly end: number; readonly hedges: readonly Span[] } {
  const m = tongue.effort.exec(low.slice(at, at + 80));
  if (!m) return { end: at, hedges: [] };
  const start = at + (/^\s*/.exec(m[0])?.[0].length ?? 0);
  return { end: at + m[0].length, hedges: [{ start, end: at + m[0].length }] };
}

function softAt(tongue: Tongue, low: string, f: Found): { readonly end: number; readonly hedges: readonly Span[] } {
  const m = tongue.soft.exec(low.slice(f.at, f.at + 80));
  const end = f.at + (m?.[0].trimEnd().length ?? 0);
  return m ? { end: Math.max(end, f.end), hedges: [{ start: f.at, end }] } : { end: f.end, hedges: [] };
}

function* rawHedges(tongue: Tongue, low: string, from: number, to: number): Generator<Span> {
  for (const m of matches(tongue.hedges, low.slice(from, to))) yield { start: from + m.index, end: from + m.index + m[0].trimEnd().length };
}
const hedgesIn = (tongue: Tongue, low: string, from: number, to: number): readonly Span[] => [...rawHedges(tongue, low, from, to)];

function trimmed(tongue: Tongue, text: string, low: string, from: number, to: number): number {
  tongue.tail.lastIndex = from + 24;
  const tail = tongue.tail.exec(low);
  let end = tail && tail.index < to ? tail.index : to;
  for (;;) {
    const m = /(?:[\s,;:.]|(?<=[\s,;])(?:et|y|e|ou|o|[a-z]\)))$/i.exec(text.slice(Math.max(from, end - 8), end));
    if (!m || end - m[0].length <= from) return end;
    end -= m[0].length;
  }
}
