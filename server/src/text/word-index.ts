/** A text by its words, where each stands, and what it means that a quotation's word is one of them. */
import type { Item, Word } from './wording.ts';
import { findWords } from './wording.ts';

export interface TextIndex {
  readonly text: string;
  readonly words: readonly Word[];
  /** Where each word form stands: indices into `words`, ascending. */
  readonly at: ReadonlyMap<string, readonly number[]>;
}

export interface Alignment {
  /** The words of the text that the quotation covers: half-open, indices into `words`. */
  readonly from: number;
  readonly to: number;
  /** For each item of the wording the word it equals, or -1. */
  readonly pairs: Int32Array;
  /** 0 for an exact one; 4 to 9 for each word that differs. */
  readonly cost: number;
  /** The fragments between ellipses stand in the text in this order. */
  readonly ordered: boolean;
}

export function indexText(text: string): TextIndex {
  const words = findWords(text);
  const at = new Map<string, number[]>();
  words.forEach((w, i) => {
    const list = at.get(w.form);
    if (list) list.push(i);
    else at.set(w.form, [i]);
  });
  return { text, words, at };
}

/** True when the item stands for this very word. A bracketed part stands for any word that keeps its unbracketed letters. */
export const equals = (item: Item, form: string): boolean =>
  item.kind === 'word'
    ? item.form === form
    : item.kind === 'part' &&
      (item.form === form || (form.length >= item.before.length + item.after.length && form.startsWith(item.before) && form.endsWith(item.after)));

export const isWord = (item: Item): item is Extract<Item, Word> => item.kind === 'word' || item.kind === 'part';

/** A stretch of the wording without gaps: items [from, to). */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export function runs(items: readonly Item[], breaks: (item: Item) => boolean): readonly Run[] {
  const out: Run[] = [];
  let from = -1;
  for (let i = 0; i <= items.length; i++) {
    const item = items[i];
    if (item && !breaks(item)) {
      if (from < 0) from = i;
    } else if (from >= 0) {
      out.push({ from, to: i });
      from = -1;
    }
  }
  return out;
}

/** How many words a bracket may stand for: a name for a long title, but no silent sentence. */
export const REPLACED = 14;
/** Places looked at when words are very common; more would be no distinctive quotation. */
export const MOST = 400;
