/** The cast of an instrument: on whose behalf it speaks, who leads them, and how a treaty calls its parties. */

import { foldTypography } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import type { InstrumentHead, Paragraph } from './instrument.ts';
import { canonicalParty, findStates, membersOf, type StateName } from './states.ts';

/** Those on whose behalf an instrument speaks. */
export interface Cast {
  readonly parties: readonly string[];
  /** True for texts that bind in law: their "shall" and "undertakes" oblige. */
  readonly treaty: boolean;
  /** True for memoranda, arrangements and minutes: what they say will be done, those whose they are will do. */
  readonly arrangement?: boolean;
  /** How a treaty calls its parties: "Contracting Parties". */
  readonly role?: string;
  /** Names of persons, lower case, to the state that each speaks for. */
  readonly persons: ReadonlyMap<string, string>;
  /** Styles as the text gives them to one leader only, lower case, to the state: "prime minister". */
  readonly styles: ReadonlyMap<string, string>;
}

export const STYLE = 'President|Prime Minister|Chancellor|Premier|Taoiseach|Crown Prince|King|Emir|Sultan';
const NAME = `(?!(?:${STYLE})\\b)\\p{Lu}[\\p{L}'-]*\\.?(?: (?!(?:${STYLE})\\b)(?:\\p{Lu}[\\p{L}'-]*\\.?|bin|al-\\p{Lu}\\p{L}+|de|von|van)|, (?:Jr|Sr)\\.?){0,5}`;
export const STYLE_OF = new RegExp(`\\b(?:${STYLE}) of (?:the )?`, 'gu');
export const STYLED = new RegExp(`\\b(${STYLE}) (${NAME})`, 'gu');
const UNNAMED = new Set(['president', 'prime', 'minister', 'the', 'jr', 'sr', 'king', 'prince', 'crown']);
export const nameParts = (name: string) =>
  name
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((w) => w.replace('.', '').length > 1 && !w.endsWith('.') && !UNNAMED.has(w));

/** What may stand between two members of a list of parties. */
export const JOIN = /^\s*(?:\([^()]{1,40}\)\s*)?(?:,? and|,|,? as well as|&|,? together with|,? along with|\/|-|–)?\s*(?:the |of |and )*$/;

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

export const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
const TITLE_JOIN = new RegExp(`^(?:[\\s,/–-]|\\b(?:and|the|of|between|with|by|${STYLE}|Governments?|Aotearoa)\\b|\\([^()]{1,20}\\))*$`, 'u');

/** The group that a title or opening names, as one actor or as its members. */
export function groupIn(text: string): readonly string[] | undefined {
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
    const named = unique([...matches(STYLED, text)].flatMap((m) => nameParts(m[2] as string).flatMap((w) => persons.get(w) ?? [])));
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
  const organization = ORGANIZATION.exec(title)?.[0];
  if (inTitle && inTitle.length > 0) return organization && !inTitle.includes(organization) ? [organization, ...inTitle] : inTitle;
  return organization ? [organization] : speakerIn(opening);
}

/** Organizations that speak as one, by the name that titles give them. */
export const ORGANIZATION =
  /\b(?:NATO|ASEAN|OSCE|BRICS|CARICOM|APEC|ECOWAS|SADC|MERCOSUR|SAARC|African Union|Arab League|Gulf Cooperation Council|Pacific Islands Forum|European Council|Nordic Council)\b/;

/** A body that speaks for itself: "The General Assembly,", "We, the Heads of State and Government of the African Union,". */
function speakerIn(opening: readonly string[]): readonly string[] {
  for (const text of opening.slice(0, 2)) {
    const body = /^The ((?:\p{Lu}[\p{L}-]+ ){1,4}?(?:Assembly|Council|Conference|Commission|Board|Committee)),/u.exec(text);
    if (body) return [body[1] as string];
    const we =
      /\b(?:[Ww]e|WE), the (?:(?:[A-Z][a-z]+(?:\/[A-Z][a-z]+)?|and|of|or|the) )+?of (?:the )?(?:Member States of (?:the )?)?((?:\p{Lu}[\p{L}-]+ (?:(?:of|for) (?:the )?)?){0,5}\p{Lu}[\p{L}-]+)(?: \((\p{Lu}{3,8})\))?(?: \(|,| met| gathered)/u.exec(
        text.slice(0, 300),
      );
    if (we?.[2]) return [we[2]];
    if (we) return /North Atlantic/.test(we[1] as string) ? ['NATO'] : [we[1] as string];
  }
  return [];
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
    const styled = [...matches(STYLED, text)];
    for (const m of styled) {
      const end = m.index + m[0].length;
      const of = /^,? of (?:the )?/.exec(text.slice(end, end + 10));
      const after = of ? stateAt(end + of[0].length) : undefined;
      const before = states.find((s) => /^(?:'s|')? $/.test(text.slice(s.span.end, m.index)));
      const state = after ?? before;
      if (state) learn(m[2] as string, state.name);
    }
    for (const m of matches(STYLE_OF, text)) {
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

/** Styles that the text gives to the leader of one state alone. */
function stylesOf(texts: readonly string[], persons: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const states = new Map<string, Set<string>>();
  for (const text of texts)
    for (const m of matches(STYLED, text)) {
      const state = nameParts(m[2] as string)
        .map((w) => persons.get(w))
        .find(Boolean);
      const style = (m[1] as string).toLowerCase();
      if (state) states.set(style, (states.get(style) ?? new Set()).add(state));
    }
  return new Map([...states].flatMap(([style, of]) => (of.size === 1 ? [[style, [...of][0] as string] as const] : [])));
}

/** Of two parties one leader is said to lead one: the other leader who is named again and again leads the other. */
function byElimination(texts: readonly string[], persons: ReadonlyMap<string, string>, parties: readonly string[]): ReadonlyMap<string, string> {
  const free = parties.filter((p) => ![...persons.values()].includes(p));
  if (parties.length !== 2 || free.length !== 1) return persons;
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const m of matches(STYLED, text)) {
      const parts = nameParts(m[2] as string);
      const last = parts.at(-1);
      if (last && !parts.some((w) => persons.has(w))) counts.set(last, (counts.get(last) ?? 0) + 1);
    }
  const [most, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] > 1 && most[1] > 2 * (second?.[1] ?? 0) ? new Map([...persons, [most[0], free[0] as string]]) : persons;
}

const ROLES = [
  'High Contracting Parties',
  'Contracting Parties',
  'States Parties',
  'Contracting States',
  'Partner States',
  'Riparian States',
  'Range States',
  'Watercourse States',
  'Parties',
  'Member States',
  'Members',
  'Signatories',
];

function roleOf(texts: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = 0;
  // Conventions that write "the parties" small speak of other roles in passing.
  let small = 0;
  for (const t of texts) small += t.match(/\b(?:the|each|any|all|other) part(?:y|ies)\b/g)?.length ?? 0;
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
  return small > 3 * most && small > 5 ? 'parties' : best;
}

/** Those in whose name a text without named parties speaks: "the participating States will …"; `undefined` where it says so less than thrice. */
function calledIn(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const t of texts)
    for (const m of t.matchAll(/\b([Pp]articipating States|Participants|Signatories|Member States|States Parties|Parties)\b/g))
      counts.set(m[1] as string, (counts.get(m[1] as string) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] > 2 ? most[0] : undefined;
}

/** "The Security Council," on a line of its own: the body that adopts the text. */
const ADOPTED_BY = /^[*_ ]*The ((?:\p{Lu}[\p{L}-]+ ){0,4}?(?:Assembly|Council|Conference|Commission|Board|Committee))[*_]*,[*_ ]*$/mu;

/**
 * The cast, from the head where it names the parties and from the text itself where it does not; `opening` is what stands before the first
 * paragraph. Total.
 */
export function castOf(paragraphs: readonly Paragraph[], head: InstrumentHead, opening = ''): Cast {
  const texts = paragraphs.map((p) => foldTypography(p.prose.text));
  const title = foldTypography(head.title);
  const articles = paragraphs.filter((p) => /^art/i.test(p.label)).length;
  const shall = texts.reduce((n, t) => n + (t.match(/\bshall\b/g)?.length ?? 0), 0);
  const treaty = (articles >= 2 && shall > 0) || (shall >= 5 && /\b(?:treaty|convention|protocol|agreement|charter|covenant|pact|statute)\b/i.test(title));
  const named = personsOf(texts);
  const body = ADOPTED_BY.exec(opening.slice(-4000))?.[1];
  const parties =
    head.parties.length > 0
      ? unique(head.parties.flatMap((p) => membersOf(p) ?? [canonicalParty(p)]))
      : body
        ? [body]
        : partiesOf(title, texts.slice(0, 6), named);
  const called = parties.length === 0 && !treaty ? calledIn(texts) : undefined;
  const persons = byElimination(texts, named, parties);
  const styles = stylesOf(texts, persons);
  const role = treaty ? roleOf(texts) : undefined;
  const arrangement =
    !treaty && /\b(?:memorandum|agreement|arrangement|agreed minutes|terms of reference|letter of intent|framework of cooperation)\b/i.test(title);
  return { parties: called === undefined ? parties : [called], treaty, persons, styles, ...(arrangement ? { arrangement } : {}), ...(role ? { role } : {}) };
}
