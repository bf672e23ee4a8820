/** The phrases by which a sentence names who speaks and who is bound. */

import { lower } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { type Cast, groupIn, JOIN, nameParts, ORGANIZATION, STYLE, STYLE_OF, STYLED, unique } from './cast.ts';
import { findStates, isLedBy, membersOf } from './states.ts';

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

const HAS_STYLE = new RegExp(STYLE);
const THE_STYLE = new RegExp(`\\b[Tt]he (${STYLE})(?!\\p{L}| \\p{Lu}|'| of)`, 'gu');
const NUMBER = '(?:two |three |four |five |six |seven )?';
const COLLECTIVE = new RegExp(
  [
    '(?<pronoun>we(?: (?:all|both|each))?|(?:each|all|both|none) of (?:them|us)|they|it|he|she|(?:that|the said) government|that state(?! part))',
    `(?:(?:each|both|all|either|neither|one) of )?(?:our|both|the two|the three|the four) ${NUMBER}(?:respective |participating |signatory |great |democratic )?(?:leaders|countries|nations|sides|governments|presidents|prime ministers|ministers|partners|allies|parties|members|participants|states|economies|democracies|delegations|teams|militaries|navies|coast guards|armed forces|ministries|officials|experts|agencies|foreign ministers|defen[sc]e ministers|heads of state(?: and government)?)`,
    `(?:both|our) (?:parties|sides|leaders|presidents)`,
    '(?:the |all |those )?participating (?:[\\p{L}]+ )?(?:states|countries|governments|nations)',
    'those (?:states|countries|governments|members|participants|allies|parties)',
    '(?:all|these|all of the|all the) (?:leaders|parties|sides|members|participants|allies|signatories)',
    '(?:neither|none) of (?:us|them)',
    '(?:each|either|neither|no) (?:[\\p{L}\\d]+ (?=partner|member))?(?:side|country|party|government|leader|president|participant|nation|state|member|signatory|partner|ally)',
    'the (?:leaders|presidents|prime ministers|sides|parties|signatories|participants|participating (?:states|governments|countries)|governments|countries|ministers|heads of state(?: and government)?|two)',
    '(?:the|our) (?:[\\p{L}.-]+ )?alliance',
    '(?:the )?(?<group>g-?7|group of seven(?: \\(g7\\))?|g-?20|quad|aukus)(?: (?:members?|countries|partners|leaders|nations|governments))?',
  ]
    .join('|')
    .replace(/^/, '(?<![\\p{L}-])(?:')
    .replace(/$/, ")(?![\\p{L}'-])"),
  'gu',
);
const BODY =
  /(?<![\p{L}-])(?:the|our|their|this|these|a|an) (?:(?:(?!(?:will|shall|to|is|are|was|were|has|have|of|in|on|for|with|that|which|the|our|a|an|these|this)\b)[\p{L}.-]+|"[^"]{1,40}") ){0,6}(?:group|dialogue|council|committee|board|secretariat|mechanism|task ?force|commission|ministers|officials|experts|agencies|representatives|working groups|task forces|coordinators|co-chairs|points of contact|focal points|panel(?: of experts)?|monitoring team)(?: of (?:our|the) (?:two|three) (?:countries|nations|governments))?(?![\p{L}-])|(?<=^|[,;:] )working groups(?= will)|(?<=^|[,;:] )(?:officials|ministers|experts)(?= will| shall)|(?<=^|[;:] )(?:senior|relevant|high-level) (?:(?!(?:will|shall|of|in|on|with|that)\b)[\p{L}-]+ ){0,6}(?:officials|representatives|ministers|experts)(?= will| shall)/gu;
const ROLE =
  /(?<![\p{L}-])(?:(?:each|all|every|any|both|either|no|those|such|these|the|one) (?:of (?:the |them)?)?)?(?:other )?(?:(?:non-)?nuclear-weapon |developed country |developing country |high |requesting |requested |exporting |importing |inspecting |inspected |sending |receiving |notifying )?(?:(?:contracting|states?|signatory|member|acceding) )?(?:part(?:y|ies)|contracting states?|(?:requesting|requested|sending|receiving|transit|coastal|flag|port|host|inspecting|inspected|reserving|launching|partner|riparian|range|watercourse|basin|notifying|notified) states?|member states?|signatory states?|members?|states? part(?:y|ies)|signatories|depositar(?:y|ies)(?: governments?)?)(?: (?:to|of) (?:the|this) (?:present )?(?:treaty|convention|agreement|protocol|charter|statute|covenant)| of the (?:united nations|organi[sz]ation|agency|league|union))?(?: concerned)?(?![\p{L}-])/giu;
/** "Members of the Council": no parties, but those who sit there. */
const OF_A_BODY =
  /^ of (?:the |this )?(?:\p{Lu}[\p{L}-]+ (?:(?:of|on|for|and) (?:the )?)?){0,4}(?:Council|Committee|Commission|Board|Court|Tribunal|Conference|Secretariat|Bureau|Panel|Authority|Executive)\b/u;
const PREPOSITION =
  /(?:^|[^\p{L}])(?:of|by|with|between|among|to|for|from|on|in|against|towards?|across|within|beyond|into|through|upon|including|via|under|about|like|than|over|at|behind|besides?|without)(?: (?:both|each|all))?\s*$/iu;

/**
 * The phrases in a sentence that name actors, in order, lists merged into one. `text` has its typography folded; `antecedent` is whom a
 * pronoun in the third person stands for. Third states are speakers too, with themselves as actors: it is for the caller to ask whether they are parties.
 */
export function findSpeakers(text: string, cast: Cast, antecedent: (pronoun: string) => readonly string[] = () => []): readonly Speaker[] {
  const low = lower(text);
  const found: Found[] = [];
  const add = (start: number, end: number, actors: readonly string[], kind: Speaker['kind']) => found.push({ start, end, actors, kind });
  for (const s of findStates(text)) {
    if (!s.adjective) add(s.span.start, s.span.end, [s.name], 'state');
    else {
      const side =
        /^ (?:(?:military|civilian|naval|defen[cs]e|senior|and) ){0,4}(?:side|government|leaders?|administration|officials|personnel|forces|officers|authorities|ministers?|navy|military)\b/i.exec(
          text.slice(s.span.end, s.span.end + 60),
        );
      if (side) add(s.span.start, s.span.end + side[0].length, [s.name], 'state');
    }
  }
  // Most sentences style nobody.
  if (HAS_STYLE.test(text)) {
    for (const m of matches(STYLED, text)) add(m.index, m.index + m[0].length, personActors(m[1] as string, m[2] as string, cast), 'person');
    for (const m of matches(STYLE_OF, text)) {
      const state = found.find((f) => f.kind === 'state' && f.start === m.index + m[0].length);
      if (state) add(m.index, state.end, state.actors, 'person');
    }
    for (const m of matches(THE_STYLE, text)) add(m.index, m.index + m[0].length, styleActors(m[1] as string, cast), 'person');
  }
  for (const m of matches(COLLECTIVE, low)) {
    // A treaty's parties are named by their role, below.
    if (cast.treaty && cast.role && /\b(?:part(?:y|ies)|members?|signator(?:y|ies))$/.test(m[0])) continue;
    // "(hereinafter 'the Parties')" names them, and speaks of them no more.
    if (
      /["']/.test(low[m.index - 1] ?? '') &&
      /\((?:hereinafter|hereafter|the |collectively|together|each|")[^()]{0,60}$/.test(low.slice(Math.max(0, m.index - 70), m.index))
    )
      continue;
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
            ? antecedent(pronoun)
            : cast.parties;
    add(m.index, m.index + m[0].length, actors.length === 0 && cast.role ? [cast.role] : actors, pronoun ? 'pronoun' : 'collective');
  }
  if (cast.treaty)
    for (const m of matches(ROLE, text))
      if (!/\bmember$/.test(m[0]) && !(/members?$/i.test(m[0]) && OF_A_BODY.test(text.slice(m.index + m[0].length, m.index + m[0].length + 90))))
        add(m.index, m.index + m[0].length, [roleName(m[0], cast)], 'role');
  // A body or organization in whose name the text stands, alone or with states.
  for (const only of cast.parties)
    if ((cast.parties.length === 1 ? !/^G\d/.test(only) : ORGANIZATION.test(only)) && found.every((f) => f.actors[0] !== only))
      for (let at = text.indexOf(only); at >= 0; at = text.indexOf(only, at + only.length)) {
        const end =
          at +
          only.length +
          (/^ (?:Allies|members|countries|leaders|Member States)\b/.exec(text.slice(at + only.length, at + only.length + 15))?.[0].length ?? 0);
        if (!/[\p{L}-]/u.test(text[end] ?? ' ')) add(at, end, [only], 'collective');
      }
  for (const m of text.matchAll(/(?<![\p{L}-] )\bAllies(?= [a-z])/gu)) add(m.index, m.index + m[0].length, cast.parties, 'collective');
  for (const m of matches(BODY, low)) add(m.index, m.index + m[0].length, cast.parties, 'body');
  return merge(text, found, cast);
}

/** A role as one names it: "each Contracting Party", "Parties", "depositary Government". */
function roleName(phrase: string, cast: Cast): string {
  const bare = phrase
    .replace(/ (?:to|of) (?:the|this) (?:present |united )?\p{L}+(?= concerned|$)/iu, '')
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
  const said = cast.styles.get(style.toLowerCase());
  if (said) return [said];
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
    // "notify the other Parties, and the Parties concerned shall …": two of a list take no comma.
    const clause = /^,\s*(?:and|&)\s/.test(gap) && pending.length === 1 && /[a-z]\s(?:the |all |both )*$/.test(text.slice(0, last?.start ?? 0));
    const joins =
      last &&
      !clause &&
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
    const paren = /^ \([^()]{1,80}\)/.exec(text.slice(end, end + 90));
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
      oblique:
        possessive ||
        ((f.kind !== 'pronoun' || (/^t/.test(pronoun) && pronoun.includes(' '))) && PREPOSITION.test(text.slice(Math.max(0, start - 24), start))) ||
        (f.kind === 'body' && / as $/.test(text.slice(Math.max(0, start - 4), start))),
    };
  });
}
