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
}

const ofProse = new WeakMap<Prose, Words>();

function wordsOf(prose: Prose): Words {
  let words = ofProse.get(prose);
  if (!words) {
    words = { text: prose.text };
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

/** The function of a block's words, answered once for the words. */
export function ofWords<V extends object>(make: (text: string) => V): (prose: Prose) => V {
  const known = new WeakMap<Words, V>();
  return (prose) => {
    const words = wordsOf(prose);
    let value = known.get(words);
    if (value === undefined) {
      value = make(words.text);
      known.set(words, value);
    }
    return value;
  };
}

/** Answers kept with the same words: for a few circumstances, and so many more where questions are asked about parts of long words. */
const FEW = 12;
const PER_ANSWER = 20;

/**
 * An answer that follows from a block's words and from circumstances, which `key` must tell in full. Kept with the words, and no more of
 * them than the words are long.
 */
export function ofWordsAnd<V>(): (prose: Prose, key: string, make: () => V) => V {
  const known = new WeakMap<Words, Map<string, V>>();
  return (prose, key, make) => {
    const words = wordsOf(prose);
    let answers = known.get(words);
    if (!answers) {
      answers = new Map();
      known.set(words, answers);
    }
    if (answers.has(key)) return answers.get(key) as V;
    const value = make();
    if (answers.size >= FEW + words.text.length / PER_ANSWER) answers.clear();
    answers.set(key, value);
    return value;
  };
}

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
