/** Who speaks and who is bound: the cast of an instrument, and the phrases by which its sentences name them. */
import { foldTypography, lower } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { InstrumentHead, Paragraph } from './instrument.ts';
import { canonicalParty, findStates, isLedBy, membersOf, type StateName } from './states.ts';

/** Those on whose behalf an instrument speaks. */
export interface Cast {
  readonly parties: readonly string[];
  /** True for texts that bind in law: their "shall" and "undertakes" oblige. */
  readonly treaty: boolean;
  /** How a treaty calls its parties: "Contracting Parties". */
  readonly role?: string;
  /** Names of persons, lower case, to the state that each speaks for. */
  readonly persons: ReadonlyMap<string, string>;
}

/** A phrase that names an actor. */
export interface Speaker {
  /** In the sentence's text, the article included. */
  readonly span: Span;
  /** Resolved; empty for a pronoun whose antecedent is not known. */
  readonly actors: readonly string[];
  readonly kind: 'pronoun' | 'collective' | 'state' | 'person' | 'body' | 'role';
  /** True behind a preposition, or with a possessive ending: not the subject of what follows. */
  readonly oblique: boolean;
  readonly possessive: boolean;
  /** "they", "it", "he": stands for another; the number that it agrees with. */
  readonly third?: 'plural' | 'singular';
}

const STYLE = 'President|Prime Minister|Chancellor|Premier|Taoiseach|Crown Prince|King|Emir|Sultan';
const NAME = `(?!(?:${STYLE})\\b)\\p{Lu}[\\p{L}'-]*\\.?(?: (?!(?:${STYLE})\\b)(?:\\p{Lu}[\\p{L}'-]*\\.?|bin|al-\\p{Lu}\\p{L}+|de|von|van)|, (?:Jr|Sr)\\.?){0,5}`;
const STYLED = new RegExp(`\\b(${STYLE}) (${NAME})`, 'gu');
const STYLE_OF = new RegExp(`\\b(?:${STYLE}) of (?:the )?`, 'gu');
const THE_STYLE = new RegExp(`\\b[Tt]he (${STYLE})(?! \\p{Lu}|'| of)`, 'gu');
const UNNAMED = new Set(['president', 'prime', 'minister', 'the', 'jr', 'sr', 'king', 'prince', 'crown']);
const nameParts = (name: string) =>
  name
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((w) => w.replace('.', '').length > 1 && !w.endsWith('.') && !UNNAMED.has(w));

/** What may stand between two members of a list of parties. */
const JOIN = /^\s*(?:\([^()]{1,40}\)\s*)?(?:,? and|,|,? as well as|&|,? together with|,? along with|\/|-|–)?\s*(?:the |of |and )*$/;

/** Chains of names of states that stand side by side in a list. */
function chains(text: string, states: readonly StateName[], join: RegExp): StateName[][] {
  const out: StateName[][] = [];
  let last: StateName | undefined;
  for (const s of states) {
    if (last && join.test(text.slice(last.span.end, s.span.start))) out[out.length - 1]?.push(s);
    else out.push([s]);
    last = s;
  }
  return out;
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
const TITLE_JOIN = new RegExp(`^(?:[\\s,/–-]|\\b(?:and|the|of|between|with|by|${STYLE}|Governments?|Aotearoa)\\b|\\([^()]{1,20}\\))*$`, 'u');

/** The group that a title or opening names, as one actor or as its members. */
function groupIn(text: string): readonly string[] | undefined {
  if (/\bG-?7\b|\bGroup of Seven\b/.test(text)) return ['G7'];
  if (/\bG-?20\b/.test(text)) return ['G20'];
  for (const name of ['Quad', 'AUKUS']) if (new RegExp(`\\b${name}\\b`).test(text)) return membersOf(name);
  return undefined;
}

function partiesOf(title: string, opening: readonly string[], persons: ReadonlyMap<string, string>): readonly string[] {
  const inTitle = groupIn(title) ?? longest(chains(title, findStates(title), TITLE_JOIN));
  if (inTitle && (inTitle.length > 1 || /^G\d/.test(inTitle[0] ?? ''))) return inTitle;
  for (const text of opening.slice(0, 2)) {
    const we =
      /\b(?:we|as)\b[,—– -]*(?:the )?(?:heads of [\w ]+?|leaders|governments?|presidents?|members)? ?(?:of )?(?:the )?(group of seven|g7|g20|quad)\b/i.exec(
        text.slice(0, 400),
      );
    const group = we
      ? groupIn(
          we[0]
            .replace(/quad/i, 'Quad')
            .replace(/g(\d)/i, 'G$1')
            .replace(/group of seven/i, 'G7'),
        )
      : undefined;
    if (group) return group;
    const plain = findStates(text).filter((s) => !s.adjective);
    const listed = longest(chains(text, plain, TITLE_JOIN));
    if (listed && listed.length > 1) return listed;
    const named = unique([...text.matchAll(STYLED)].flatMap((m) => nameParts(m[2] as string).flatMap((w) => persons.get(w) ?? [])));
    if (named.length > 1) return named;
  }
  for (const text of opening.slice(2)) {
    const start = chains(
      text,
      findStates(text).filter((s) => !s.adjective),
      JOIN,
    ).find((c) => c.length > 1);
    if (start) return unique(start.map((s) => s.name));
  }
  return inTitle ?? [];
}

function longest(lists: readonly (readonly StateName[])[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const list of lists) {
    const names = unique(list.map((s) => s.name));
    if (!best || names.length > best.length) best = names;
  }
  return best;
}

/** Persons and the states that they are said to lead: "President A of B", "B's Prime Minister C", "the leaders of B and D, President A and Prime Minister C". */
function personsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  const learn = (name: string, state: string) => {
    for (const part of nameParts(name)) if (!out.has(part)) out.set(part, state);
  };
  for (const text of texts) {
    if (!/President|Minister|Chancellor|Premier|Taoiseach|Prince|King /.test(text)) continue;
    const states = findStates(text);
    const stateAt = (at: number) => states.find((s) => s.span.start === at);
    const styled = [...text.matchAll(STYLED)];
    for (const m of styled) {
      const end = m.index + m[0].length;
      const of = /^,? of (?:the )?/.exec(text.slice(end, end + 10));
      const after = of ? stateAt(end + of[0].length) : undefined;
      const before = states.find((s) => /^(?:'s|')? $/.test(text.slice(s.span.end, m.index)));
      const state = after ?? before;
      if (state) learn(m[2] as string, state.name);
    }
    for (const m of text.matchAll(STYLE_OF)) {
      const state = stateAt(m.index + m[0].length);
      const name = state && new RegExp(`^,? (?:H\\.E\\. )?(${NAME})`, 'u').exec(text.slice(state.span.end, state.span.end + 60));
      if (name && state) learn(name[1] as string, state.name);
    }
    for (const list of chains(
      text,
      states.filter((s) => !s.adjective),
      JOIN,
    )) {
      const end = list.at(-1)?.span.end ?? 0;
      const next = styled.filter((m) => m.index >= end).slice(0, list.length);
      const stand =
        next.length === list.length &&
        list.length > 1 &&
        next.every((m, i) => JOIN.test(text.slice(i === 0 ? end : (next[i - 1]?.index ?? 0) + (next[i - 1]?.[0].length ?? 0), m.index)));
      if (stand) for (const [i, m] of next.entries()) learn(m[2] as string, list[i]?.name ?? '');
    }
  }
  return out;
}

/** Of two parties one leader is said to lead one: the other leader who is named again and again leads the other. */
function byElimination(texts: readonly string[], persons: ReadonlyMap<string, string>, parties: readonly string[]): ReadonlyMap<string, string> {
  const free = parties.filter((p) => ![...persons.values()].includes(p));
  if (parties.length !== 2 || free.length !== 1) return persons;
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const m of text.matchAll(STYLED)) {
      const parts = nameParts(m[2] as string);
      const last = parts.at(-1);
      if (last && !parts.some((w) => persons.has(w))) counts.set(last, (counts.get(last) ?? 0) + 1);
    }
  const [most, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] > 1 && most[1] > 2 * (second?.[1] ?? 0) ? new Map([...persons, [most[0], free[0] as string]]) : persons;
}

const ROLES = ['High Contracting Parties', 'Contracting Parties', 'States Parties', 'Contracting States', 'Parties', 'Member States', 'Members', 'Signatories'];

function roleOf(texts: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const role of ROLES) {
    const stem = role
      .replace(/Parties/, 'Part(?:y|ies)')
      .replace(/^States/, 'States?')
      .replace(/States$/, 'States?')
      .replace(/^Members$/, 'Members?');
    let n = 0;
    for (const t of texts) n += t.match(new RegExp(`(?<!Contracting |States? )\\b${stem}\\b`, 'g'))?.length ?? 0;
    if (n > most) [best, most] = [role, n];
  }
  return most > 1 ? best : undefined;
}

/** The cast, from the head where it names the parties and from the text itself where it does not. Total. */
export function castOf(paragraphs: readonly Paragraph[], head: InstrumentHead): Cast {
  const texts = paragraphs.map((p) => foldTypography(p.prose.text));
  const title = foldTypography(head.title);
  const articles = paragraphs.filter((p) => /^art/i.test(p.label)).length;
  const shall = texts.reduce((n, t) => n + (t.match(/\bshall\b/g)?.length ?? 0), 0);
  const treaty = (articles >= 2 && shall > 0) || (shall >= 5 && /\b(?:treaty|convention|protocol|agreement|charter|covenant|pact|statute)\b/i.test(title));
  const named = personsOf(texts);
  const parties =
    head.parties.length > 0 ? unique(head.parties.flatMap((p) => membersOf(p) ?? [canonicalParty(p)])) : partiesOf(title, texts.slice(0, 6), named);
  const persons = byElimination(texts, named, parties);
  const role = treaty ? roleOf(texts) : undefined;
  return { parties, treaty, persons, ...(role ? { role } : {}) };
}

const NUMBER = '(?:two |three |four |five |six |seven )?';
const COLLECTIVE = new RegExp(
  [
    '(?<pronoun>we(?: (?:all|both|each))?|(?:each|all|both|none) of (?:them|us)|they|it|he|she)',
    `(?:(?:each|both|all|either|neither|one) of )?(?:our|both|the two|the three|the four|all|these) ${NUMBER}(?:respective |participating |signatory |great |democratic )?(?:leaders|countries|nations|sides|governments|presidents|prime ministers|ministers|partners|allies|parties|members|participants|states|economies|democracies|delegations|teams|militaries|navies|officials|experts|agencies|foreign ministers|defen[sc]e ministers|heads of state(?: and government)?)`,
    `(?:both|our) (?:parties|sides|leaders|presidents)`,
    '(?:each|either|neither) (?:side|country|party|government|leader|president)',
    'the (?:leaders|presidents|prime ministers|sides|parties|signatories|participants|governments|countries|ministers|heads of state(?: and government)?|two)',
    '(?:the|our) (?:[\\p{L}.-]+ )?alliance',
    '(?:the )?(?<group>g-?7|group of seven(?: \\(g7\\))?|g-?20|quad|aukus)(?: (?:members?|countries|partners|leaders|nations|governments))?',
  ]
    .join('|')
    .replace(/^/, '(?<![\\p{L}-])(?:')
    .replace(/$/, ")(?![\\p{L}'-])"),
  'gu',
);
const BODY =
  /(?<![\p{L}-])(?:the|our|this|these|a|an) (?:(?:[\p{L}.-]+|"[^"]{1,40}") ){0,6}(?:group|dialogue|council|committee|task force|commission|ministers|officials|experts|agencies|representatives|working groups|task forces)(?: of (?:our|the) (?:two|three) (?:countries|nations|governments))?(?![\p{L}-])/gu;
const ROLE =
  /(?<![\p{L}-])(?:(?:each|all|every|any|both|either|no|those|such|these|the|one) (?:of (?:the |them)?)?)?(?:other )?(?:(?:non-)?nuclear-weapon |developed country |developing country |high |requesting |requested |exporting |importing )?(?:(?:contracting|states?|signatory|member|acceding) )?(?:part(?:y|ies)|contracting states?|member states?|signatory states?|members|states? part(?:y|ies)|signatories|depositar(?:y|ies)(?: governments?)?)(?: (?:to|of) (?:the|this) (?:present )?(?:treaty|convention|agreement|protocol|charter|statute|covenant))?(?: concerned)?(?![\p{L}-])/giu;
const PREPOSITION =
  /(?:^|[^\p{L}])(?:of|by|with|between|among|to|for|from|on|in|against|towards?|across|within|beyond|into|through|upon|including|via|under|about|like|than|over|at|behind|besides?|without)(?: (?:both|each|all))?\s*$/iu;

/**
 * The phrases in a sentence that name actors, in order, lists merged into one. `text` has its typography folded; `antecedent` is whom a
 * pronoun in the third person stands for. Third states are speakers too, with themselves as actors: it is for the caller to ask whether they are parties.
 */
export function findSpeakers(text: string, cast: Cast, antecedent: () => readonly string[] = () => []): readonly Speaker[] {
  const low = lower(text);
  const found: Found[] = [];
  const add = (start: number, end: number, actors: readonly string[], kind: Speaker['kind']) => found.push({ start, end, actors, kind });
  for (const s of findStates(text)) {
    if (!s.adjective) add(s.span.start, s.span.end, [s.name], 'state');
    else {
      const side = /^ (?:side|government|leaders?|administration|officials)\b/i.exec(text.slice(s.span.end, s.span.end + 16));
      if (side) add(s.span.start, s.span.end + side[0].length, [s.name], 'state');
    }
  }
  for (const m of text.matchAll(STYLED)) add(m.index, m.index + m[0].length, personActors(m[1] as string, m[2] as string, cast), 'person');
  for (const m of text.matchAll(STYLE_OF)) {
    const state = found.find((f) => f.kind === 'state' && f.start === m.index + m[0].length);
    if (state) add(m.index, state.end, state.actors, 'person');
  }
  for (const m of text.matchAll(THE_STYLE)) add(m.index, m.index + m[0].length, styleActors(m[1] as string, cast), 'person');
  for (const m of low.matchAll(COLLECTIVE)) {
    const pronoun = m.groups?.pronoun?.toLowerCase();
    const group = m.groups?.group && text.slice(m.index, m.index + m[0].length);
    // "G20 Principles", "Quad Fellowship": a thing named after the group.
    if (group && /^(?:'s)? \p{Lu}/u.test(text.slice(m.index + m[0].length))) continue;
    const actors =
      group && !/G-?7|Seven|G-?20/i.test(group)
        ? (membersOf(/quad/i.test(group) ? 'Quad' : 'AUKUS') ?? cast.parties)
        : group && cast.parties.length !== 1
          ? (groupIn(group) ?? cast.parties)
          : pronoun && !/^we|us$/.test(pronoun)
            ? antecedent()
            : cast.parties;
    add(m.index, m.index + m[0].length, actors.length === 0 && cast.role ? [cast.role] : actors, pronoun ? 'pronoun' : 'collective');
  }
  if (cast.treaty)
    for (const m of text.matchAll(ROLE))
      if (/^[a-z]|\p{Lu}/u.test(m[0]) && /part|state|member|signator|depositar/i.test(m[0]))
        add(m.index, m.index + m[0].length, [roleName(m[0], cast)], 'role');
  for (const m of low.matchAll(BODY)) add(m.index, m.index + m[0].length, cast.parties, 'body');
  return merge(text, found, cast);
}

/** A role as one names it: "each Contracting Party", "Parties", "depositary Government". */
function roleName(phrase: string, cast: Cast): string {
  const bare = phrase
    .replace(/ (?:to|of) (?:the|this) (?:present )?\p{L}+(?= concerned|$)/iu, '')
    .replace(/^(?:(?:each|all|any|both|one) of (?:the |them)?|(?:the|all|those|such|these|both|no|either|any|one|every) )/i, '');
  if (/^(?:part(?:y|ies))$/i.test(bare) && cast.role && /Parties$/.test(cast.role)) return cast.role;
  return bare.replace(/^each/i, 'each');
}

const personActors = (style: string, name: string, cast: Cast): readonly string[] => {
  for (const part of nameParts(name).reverse()) {
    const state = cast.persons.get(part);
    if (state) return [state];
  }
  return styleActors(style, cast);
};

/** A style alone names its state when it fits just one of the parties. */
function styleActors(style: string, cast: Cast): readonly string[] {
  const fitting = cast.parties.filter((p) => isLedBy(p, style));
  return fitting.length === 1 ? fitting : [];
}

type Found = { start: number; end: number; actors: readonly string[]; kind: Speaker['kind'] };

/** Neighbours that make one list: "A, B, and C", "the leaders of A and B", "President C of A". Commas alone make none. */
function listsOf(text: string, found: readonly Found[]): readonly (readonly Found[])[] {
  const out: Found[][] = [];
  let pending: Found[] = [];
  const close = () => {
    const gaps = pending.slice(1).map((f, i) => text.slice(pending[i]?.end ?? 0, f.start));
    const closed = gaps.some((g) => /\b(?:and|with|&)\b|&|[/–-]| of /.test(g));
    if (closed || pending.length < 2) out.push(pending);
    else for (const f of pending) out.push([f]);
    pending = [];
  };
  for (const f of found) {
    const last = pending.at(-1);
    const gap = last ? text.slice(last.end, f.start) : '';
    if (last && f.kind === 'state' && last.kind === 'person' && /^,? of (?:the )?$/.test(gap)) {
      pending[pending.length - 1] = { ...last, end: f.end, actors: f.actors };
      continue;
    }
    const comma = /^\s*(?:\([^()]{1,40}\)\s*)?,\s*(?:the |of )*$/.test(gap);
    const joins =
      last &&
      last.kind !== 'pronoun' &&
      f.kind !== 'pronoun' &&
      /\S/.test(gap) &&
      JOIN.test(gap) &&
      (!comma || last.kind === f.kind) &&
      !(last.kind === 'collective' && f.kind === 'collective') &&
      !(/^(?:the )?(?:G-?\d|Quad)/.test(text.slice(last.start, last.end)) && f.kind === 'state');
    if (!joins && pending.length > 0) close();
    pending.push(f);
  }
  if (pending.length > 0) close();
  return out;
}

/** As many persons as parties speak for all, even where one of them is not known. */
const togetherActors = (list: readonly Found[], cast: Cast): readonly string[] =>
  list.every((f) => f.kind === 'person') && list.length === cast.parties.length && list.some((f) => f.actors.length === 0)
    ? cast.parties
    : unique(list.flatMap((f) => f.actors));

function merge(text: string, found: Found[], cast: Cast): readonly Speaker[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: typeof found = [];
  for (const f of found) {
    const last = apart.at(-1);
    if (last && f.start < last.end) continue;
    apart.push(f);
  }
  const out: (typeof found)[number][] = [];
  for (const list of listsOf(text, apart)) {
    const [first, second] = list;
    const leads = first?.kind === 'collective' && second && / of /.test(text.slice(first.end, second.start));
    if (first && second) {
      const named = leads ? list.slice(1) : list;
      out.push({ start: first.start, end: list.at(-1)?.end ?? first.end, actors: togetherActors(named, cast), kind: first.kind });
    } else if (first) out.push(first);
  }
  return out.map((f) => {
    let { end } = f;
    const paren = /^ \([^()]{1,40}\)/.exec(text.slice(end, end + 50));
    if (paren && f.kind !== 'pronoun') end += paren[0].length;
    const lead = /(?<!\p{L})(?:the )?(?:governments? of )?(?:the )?$/iu.exec(text.slice(Math.max(0, f.start - 24), f.start));
    const start = f.start - (lead?.[0].length ?? 0);
    const possessive = /^(?:'s?\b|'(?=\s|$))/.test(text.slice(end));
    const pronoun = f.kind === 'pronoun' ? text.slice(f.start, f.end).toLowerCase() : 'we';
    const third = /^we|us$/.test(pronoun) ? {} : ({ third: /^they|them$/.test(pronoun) ? 'plural' : 'singular' } as const);
    return {
      ...third,
      span: { start, end },
      actors: f.actors,
      kind: f.kind,
      possessive,
      oblique: possessive || (f.kind !== 'pronoun' && PREPOSITION.test(text.slice(Math.max(0, start - 24), start))),
    };
  });
}
