/** What a document has spoken of when a block begins, and what each block of the body makes of it: kept, so that an edit resolves again only what it changes. */
import { ofBlocksAnd } from '../text/remember.ts';
import type { Citation } from './analysis.ts';
import { movedCitation } from './emit.ts';

/** What a back-reference may mean. */
export interface Antecedent {
  /** `undefined` for a text that is not in the library. */
  readonly id: string | undefined;
  readonly legal: boolean;
  readonly labels: readonly string[];
  readonly block: number;
  readonly passing: boolean;
}

/** All that a block of the body takes over from those before it. States that say the same are the same object. */
export interface State {
  readonly last: Antecedent | undefined;
  /** What a noun means from here on. */
  readonly nouns: ReadonlyMap<string, { readonly id: string | undefined; readonly name: string }>;
  /** Bare section signs and points are read only where the author has attached one to the text. */
  readonly signs: ReadonlySet<string>;
  /** The two texts named last, each once: "the former" and "the latter". */
  readonly pair: readonly { readonly key: string; readonly id: string | undefined }[];
}

/** What a block of the body says. */
interface Spoken {
  readonly citations: readonly Citation[];
  readonly after: State;
  /** Stays the same while the citations say the same, wherever the block stands. */
  readonly said: object;
}

/** The library must be among the facts. */
export const keepSpoken = ofBlocksAnd<Spoken>((spoken, by, index) => ({ ...spoken, citations: spoken.citations.map((c) => movedCitation(c, by, index)) }));

/** More states than a long document passes through. */
const MOST = 20_000;
const states = new Map<string, State>();

/** The one object for a state. Where its antecedent stands is left out: for every later block it is simply elsewhere. */
export function sameState(s: State): State {
  const key = JSON.stringify([s.last && [s.last.id, s.last.labels, s.last.legal, s.last.passing], [...s.nouns], [...s.signs], s.pair]);
  const known = states.get(key);
  if (known) return known;
  const state: State = { last: s.last && { ...s.last, block: -1 }, nouns: new Map(s.nouns), signs: new Set(s.signs), pair: s.pair };
  if (states.size >= MOST) states.clear();
  states.set(key, state);
  return state;
}
