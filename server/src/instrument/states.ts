/**
 * The states of the world by the names that instruments give them, and how their leaders are styled: what lets "we",
 * "the Prime Minister" and "Japan, the ROK and the United States" be resolved to parties.
 */
import type { Span } from '../text/span.ts';
import { STATES } from './state-names.ts';

/** Groups that speak as several states: their name stands for these. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Quad: ['Australia', 'India', 'Japan', 'United States'],
  AUKUS: ['Australia', 'United Kingdom', 'United States'],
};

/** Groups that speak as one, and whose members may speak for themselves in the group's text. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  G7: ['Canada', 'France', 'Germany', 'Italy', 'Japan', 'United Kingdom', 'United States', 'European Union'],
};

/** Those whose government is led by a prime minister and no executive president (a chancellor and a king below). */
const PRIME_MINISTER = new Set(
  'Australia,Bahamas,Belgium,Cambodia,Canada,Denmark,Finland,Greece,Iceland,India,Ireland,Israel,Italy,Japan,Luxembourg,Malaysia,Nepal,Netherlands,New Zealand,Norway,Pakistan,Papua New Guinea,Singapore,Spain,Sweden,Thailand,United Kingdom'.split(
    ',',
  ),
);
const CHANCELLOR = new Set(['Germany', 'Austria']);
const CROWN = new Set(['Saudi Arabia', 'Jordan', 'Morocco', 'Bahrain']);

interface Form {
  readonly text: string;
  readonly name: string;
  readonly adjective: boolean;
}

/** Forms by their first word, the longest first, so that a name inside a longer one is not taken for itself. */
const FORMS: ReadonlyMap<string, readonly Form[]> = (() => {
  const map = new Map<string, Form[]>();
  const add = (text: string, name: string, adjective = false) => {
    const first = /^[\p{L}.]+/u.exec(text)?.[0] ?? text;
    const list = map.get(first) ?? [];
    list.push({ text, name, adjective });
    map.set(first, list);
  };
  for (const { name, forms, adjectives } of STATES) {
    for (const form of forms) {
      add(form, name);
      if (!/^(?:Republic|Kingdom|State|United|Federal|Federative|[A-Z.]+$)/.test(form)) {
        add(`Republic of ${form}`, name);
        add(`Republic of the ${form}`, name);
        add(`Kingdom of ${form}`, name);
      }
    }
    for (const adjective of adjectives) {
      add(adjective, name, true);
      if (/(?:n|i)$/.test(adjective)) add(`${adjective}s`, name, true);
    }
  }
  for (const list of map.values()) list.sort((a, b) => b.text.length - a.text.length);
  return map;
})();

export interface StateName {
  readonly name: string;
  readonly span: Span;
  /** "Japanese", or a short form before a hyphen or noun: names a state only in front of what belongs to it. */
  readonly adjective: boolean;
}

/**
 * Every name of a state in text whose typography is folded, in order, never overlapping; the article is not part of it. A name in a hyphened
 * compound or in parentheses ("U.S.-ROK") is an adjective. Total.
 */
export function findStates(text: string): readonly StateName[] {
  const out: StateName[] = [];
  const word = /[\p{Lu}][\p{L}.]*/gu;
  for (let m = word.exec(text); m; m = word.exec(text)) {
    const before = m.index > 0 ? (text[m.index - 1] as string) : ' ';
    if (/[\p{L}\p{N}]/u.test(before)) continue;
    for (const form of formsAt(text, m.index, m[0])) {
      const end = m.index + form.text.length;
      const next = text[end] ?? ' ';
      if (/[\p{L}\p{N}]/u.test(next)) continue;
      const hyphened =
        before === '(' ||
        /[-/]/.test(before) ||
        /^(?:\/\p{L}|-(?:\p{Lu}|(?:led|based|owned|made|wide|related|backed|run|hosted|flagged|funded|origin|born)))/u.test(text.slice(end, end + 8));
      out.push({ name: form.name, span: { start: m.index, end }, adjective: form.adjective || hyphened });
      word.lastIndex = end;
      break;
    }
  }
  return out;
}

function* formsAt(text: string, at: number, word: string): Generator<Form> {
  const bare = word.replace(/\.$/, '');
  for (const key of bare === word ? [word] : [word, bare]) for (const form of FORMS.get(key) ?? []) if (text.startsWith(form.text, at)) yield form;
}

/** The canonical name of a state or group given in any form ("the Kingdom of Norway"); the name itself when it is none that is known. */
export function canonicalParty(name: string): string {
  const plain = name
    .replace(/[‘’]/g, "'")
    .replace(/^the\s+/i, '')
    .trim();
  const found = findStates(plain);
  return found.length === 1 && found[0] && !found[0].adjective && found[0].span.end - found[0].span.start === plain.length ? found[0].name : plain;
}

/** The members for whom a group's name stands ("Quad"), or `undefined` for a group that is one actor or not known. */
export const membersOf = (group: string): readonly string[] | undefined => GROUPS[group];

/** True when the state's government is led by one so styled ("President", "Prime Minister", "Chancellor"). */
export function isLedBy(state: string, style: string): boolean {
  if (/prime minister/i.test(style)) return PRIME_MINISTER.has(state);
  if (/chancellor/i.test(style)) return CHANCELLOR.has(state);
  if (/king|crown prince|majesty|highness/i.test(style)) return CROWN.has(state);
  return !PRIME_MINISTER.has(state) && !CHANCELLOR.has(state) && !CROWN.has(state);
}

/** True when the name is one of the parties or a member of a group that is a party. */
export const isAmong = (name: string, parties: readonly string[]): boolean =>
  parties.includes(name) || parties.some((p) => MEMBERS[p]?.includes(name) === true);
