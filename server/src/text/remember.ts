/**
 * Remembers answers of pure functions of a text, so that an edit re-reads what it touched and nothing else. Never seen from outside: with
 * or without it every answer is the same.
 */
import type { Prose } from './prose.ts';

/** The function, remembering its last answers by key; when more than `most` are kept it starts afresh. */
export function remember<V>(make: (key: string) => V, most: number): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      if (known.size >= most) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

/**
 * The words of a block as a thing of their own: while a document is edited the same words are the same object, wherever they stand. What
 * follows from the words alone is kept with them, and goes when the document has them no more.
 */
interface Words {
  readonly text: string;
  /** What is kept with them, by the number of who keeps it. */
  readonly kept: unknown[];
  /** The last answer of `distance` about them. */
  asked?: { readonly from: Prose; readonly to: Prose; readonly by: number | undefined };
}

/** How many keep something with words. All do so for good: they are made where a file is loaded, never for a document. */
let keepers = 0;

const ofProse = new WeakMap<Prose, Words>();

function wordsOf(prose: Prose): Words {
  let words = ofProse.get(prose);
  if (!words) {
    words = { text: prose.text, kept: [] };
    ofProse.set(prose, words);
  }
  return words;
}

/** The words of a document by their text: what its next version is read with. */
export type KnownWords = ReadonlyMap<string, object>;

/** Gives each prose the words that the same text had in the earlier version; those of the given proses are returned. */
export function keepWords(proses: Iterable<Prose>, earlier: KnownWords | undefined): KnownWords {
  const now = new Map<string, Words>();
  for (const prose of proses) {
    let words = now.get(prose.text);
    if (!words) {
      words = (earlier?.get(prose.text) as Words | undefined) ?? wordsOf(prose);
      now.set(prose.text, words);
    }
    if (ofProse.get(prose) !== words) ofProse.set(prose, words);
  }
  return now;
}

/** The function of a block's words, answered once for the words. Made once, where a file is loaded. */
export function ofWords<V extends object>(make: (text: string) => V): (prose: Prose) => V {
  const mine = keepers++;
  return (prose) => {
    const words = wordsOf(prose);
    let value = words.kept[mine] as V | undefined;
    if (value === undefined) {
      value = make(words.text);
      words.kept[mine] = value;
    }
    return value;
  };
}

/** An answer with what it was given for. */
interface Answer {
  readonly key: string;
  readonly facts: readonly unknown[];
}

/** Answers kept with the same words: for a few keys, and so many more where questions are asked about parts of long words. */
const FEW = 12;
const PER_ANSWER = 20;

function answerOf<A extends Answer>(words: Words, mine: number, key: string): A | undefined {
  const kept = words.kept[mine] as A | Map<string, A> | undefined;
  if (kept instanceof Map) return kept.get(key);
  return kept?.key === key ? kept : undefined;
}

/** Nearly all words have one answer: more need a map. */
function keepAnswer<A extends Answer>(words: Words, mine: number, answer: A): void {
  const kept = words.kept[mine] as A | Map<string, A> | undefined;
  if (kept instanceof Map) {
    if (kept.size >= FEW + words.text.length / PER_ANSWER) kept.clear();
    kept.set(answer.key, answer);
  } else if (kept === undefined || kept.key === answer.key) words.kept[mine] = answer;
  else
    words.kept[mine] = new Map([
      [kept.key, kept],
      [answer.key, answer],
    ]);
}

/**
 * An answer that follows from a block's words and from circumstances, which `key` and `facts` must tell in full; facts are compared as they
 * are. Kept with the words, the last one for each key. Made once, where a file is loaded.
 */
export function ofWordsAnd<V>(): (prose: Prose, key: string, facts: readonly unknown[], make: () => V) => V {
  interface Kept extends Answer {
    readonly value: V;
  }
  const mine = keepers++;
  return (prose, key, facts, make) => {
    const words = wordsOf(prose);
    const kept = answerOf<Kept>(words, mine, key);
    if (kept && same(kept.facts, facts)) return kept.value;
    const value = make();
    keepAnswer<Kept>(words, mine, { key, facts, value });
    return value;
  };
}

/** How far the second prose stands behind the first when every unit of the same words stands so far behind; `undefined` when one is laid out in another way. */
function distance(from: Prose, to: Prose): number | undefined {
  if (from.starts.length !== to.starts.length || to.starts.length === 0) return undefined;
  const by = (to.starts[0] as number) - (from.starts[0] as number);
  for (let i = 0; i < to.starts.length; i++)
    if ((to.starts[i] as number) - (from.starts[i] as number) !== by || (to.ends[i] as number) - (from.ends[i] as number) !== by) return undefined;
  return by;
}

/** Asked by each who keeps something for the block, nearly always of the same two places. */
function distanceOf(words: Words, from: Prose, to: Prose): number | undefined {
  if (from === to) return 0;
  const { asked } = words;
  if (asked && asked.from === from && asked.to === to) return asked.by;
  const by = distance(from, to);
  words.asked = { from, to, by };
  return by;
}

/** A block as it stands in a document. */
interface Standing {
  readonly prose: Prose;
  /** Among the blocks. */
  readonly index: number;
}

/**
 * What was found in a block, kept with its words and moved with the block: `move` gives the same finds so far behind, in the block of that
 * number. `key` and `facts` must tell all that the finds follow from beside the words and their layout. Made once, where a file is loaded.
 */
export function ofBlocksAnd<V>(move: (value: V, by: number, index: number) => V): (at: Standing, key: string, facts: readonly unknown[], make: () => V) => V {
  interface Kept extends Standing, Answer {
    readonly value: V;
  }
  const mine = keepers++;
  return ({ prose, index }, key, facts, make) => {
    const words = wordsOf(prose);
    const kept = answerOf<Kept>(words, mine, key);
    if (kept && same(kept.facts, facts)) {
      const by = distanceOf(words, kept.prose, prose);
      if (by === 0 && kept.index === index) return kept.value;
      if (by !== undefined) {
        const value = move(kept.value, by, index);
        keepAnswer<Kept>(words, mine, { key, facts, prose, index, value });
        return value;
      }
    }
    const value = make();
    keepAnswer<Kept>(words, mine, { key, facts, prose, index, value });
    return value;
  };
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** Words as a thing to compare: the same object for the same words of a document. */
export const wordsAsFact = (prose: Prose | undefined): unknown => prose && wordsOf(prose);

/** Index of the first item whose number is at least `least`, in a list ordered by that number; its length when there is none. */
export function firstFrom<T>(list: readonly T[], number: (item: T) => number, least: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (number(list[middle] as T) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
