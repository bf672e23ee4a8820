/** The shape of operative words, and the little of their complement that every rule needs to know. */
import type { Span } from '../text/span.ts';
import type { RuleName } from './force.ts';
import { baseOfIng, isVerb } from './verbs.ts';

/** What the complement is: a bare infinitive, an -ing form, or a noun phrase. */
export type Form = 'base' | 'ing' | 'np';

export interface Operative {
  /** The operative words in the sentence. */
  readonly span: Span;
  readonly rule: RuleName;
  readonly form: Form;
  /** How the subject is to be read: bound as a party, anything that a treaty's "shall" governs, or needing no subject at all. */
  readonly subject: 'party' | 'any' | 'none';
  /** The party named as the one bound, where the words do so: "A's commitment". */
  readonly bound?: Span;
  /** Where the governing verb begins, when the operative words stand apart from it. */
  readonly governor?: number;
  /** Where the noun phrase begins that holds the commitment; a second one under the same verb begins its span here. */
  readonly phrase?: number;
  /** The main verb, lower case, for those rules that have one. */
  readonly verb?: string;
  readonly negative?: boolean;
  readonly passive?: boolean;
}

/** Determiners and possessives, as the source of a pattern. */
export const POSSESSIVE = '(?:our|their|its|his|her|the|a|an|this|that|these|those)';

/** True when the words deny. */
export const negation = (words: string): boolean => /\b(?:not|never)\b/.test(words);

/** The form of the complement at `at`, and where it begins: "continue to" and "continuing to" belong to the operative words. */
export function complement(low: string, at: number, afterTo: boolean, infinitive = false): [Form, number] {
  let end = at;
  const more = /^ (?:continue|continuing) to(?= [a-z])/.exec(low.slice(end, end + 24));
  if (more) return ['base', end + more[0].length];
  const word = /^ (?:(?!(?:apply|supply|rely|reply|comply|multiply) )[a-z]+ly |further |also |jointly |together |not |never )*([a-z-]+)/.exec(
    low.slice(end, end + 60),
  )?.[1];
  if (!word) return ['base', end];
  if (low[end] === ' ' && !afterTo) end = at;
  return [isVerb(word) || (infinitive && afterTo && !/ing$/.test(word)) ? 'base' : baseOfIng(word) ? 'ing' : afterTo && /ing$/.test(word) ? 'ing' : 'np', end];
}

/** True when an infinitive, not a noun, follows at `at`. */
export const followedByVerb = (low: string, at: number): boolean => {
  const word = /^ (?:[a-z]+ly |further |also |jointly |together |not |never )*([a-z-]+)/.exec(low.slice(at, at + 60))?.[1];
  return word !== undefined && !/^(?:the|a|an|our|their|its|this|these|those|that|all|any|such)$/.test(word);
};
