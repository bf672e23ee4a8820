/** Finds where a quotation's words stand exactly, by its rarest word; or all of them in another order. */
import { type Alignment, equals, isWord, MOST, REPLACED, type Run, runs, type TextIndex } from './word-index.ts';
import type { Item, Word, Wording } from './wording.ts';

/** Every place where the run stands word for word: indices of its first word. */
function occurrences(items: readonly Item[], run: Run, index: TextIndex): readonly number[] {
  let rarest: readonly number[] | undefined;
  let offset = 0;
  for (let i = run.from; i < run.to; i++) {
    const item = items[i] as Item;
    if (item.kind !== 'word') continue;
    const places = index.at.get(item.form);
    if (!places) return [];
    if (!rarest || places.length < rarest.length) {
      rarest = places;
      offset = i - run.from;
    }
  }
  const firsts = rarest ? rarest.map((p) => p - offset) : index.words.map((_, i) => i);
  return firsts.filter((first) => {
    if (first < 0 || first + run.to - run.from > index.words.length) return false;
    for (let i = run.from; i < run.to; i++) if (!equals(items[i] as Item, (index.words[first + i - run.from] as Word).form)) return false;
    return true;
  });
}

/** True when letter case agrees too, the first letter's excepted: which of two equal places is meant. */
function sameCase(wording: Wording, run: Run, index: TextIndex, first: number): boolean {
  for (let i = run.from; i < run.to; i++) {
    const item = wording.items[i] as Item;
    const word = index.words[first + i - run.from] as Word;
    const skip = i === run.from ? 1 : 0;
    if (item.kind === 'word' && wording.text.slice(item.start + skip, item.end) !== index.text.slice(word.start + skip, word.end)) return false;
  }
  return true;
}

/**
 * All places where the words stand exactly, apart from what brackets and ellipses show; in the order of the text, at most 40.
 * For fragments the nearest place of each next one behind the last is taken. A wording without words has none.
 */
export function findExact(wording: Wording, index: TextIndex): readonly Alignment[] {
  const { items } = wording;
  const stretches = runs(items, (item) => !isWord(item));
  if (stretches.length === 0) return [];
  const places = stretches.map((run) => occurrences(items, run, index));
  if (places.some((p) => p.length === 0)) return [];
  const out: Alignment[] = [];
  for (const first of (places[0] as readonly number[]).slice(0, MOST)) {
    const starts = [first];
    let end = first + (stretches[0] as Run).to - (stretches[0] as Run).from;
    for (let k = 1; k < stretches.length; k++) {
      const gap = items.slice((stretches[k - 1] as Run).to, (stretches[k] as Run).from);
      const limit = gap.some((g) => g.kind === 'ellipsis') ? Infinity : REPLACED * gap.length;
      const later = (places[k] as readonly number[]).filter((p) => p >= end && p - end <= limit);
      const next = later.find((p) => sameCase(wording, stretches[k] as Run, index, p)) ?? later[0];
      if (next === undefined) break;
      starts.push(next);
      end = next + (stretches[k] as Run).to - (stretches[k] as Run).from;
    }
    if (starts.length < stretches.length) continue;
    const pairs = new Int32Array(items.length).fill(-1);
    stretches.forEach((run, k) => {
      for (let i = run.from; i < run.to; i++) pairs[i] = (starts[k] as number) + i - run.from;
    });
    if (out.length < 40) out.push({ from: first, to: end, pairs, cost: 0, ordered: true });
  }
  const least = Math.min(...out.map((a) => a.to - a.from));
  return out.filter((a) => stretches.length === 1 || a.to - a.from <= least * 2 + 10);
}

/**
 * Places where the same words stand in another order, and nothing else: half-open, indices into the text's words. None for a wording of
 * one word, of more than twenty, or with brackets and ellipses.
 */
export function findReordered(wording: Wording, index: TextIndex): readonly Run[] {
  const forms: string[] = [];
  for (const item of wording.items) {
    if (item.kind !== 'word') return [];
    forms.push(item.form);
  }
  const n = forms.length;
  if (n < 2 || n > 20) return [];
  let rarest: readonly number[] = [];
  for (const form of forms) {
    const places = index.at.get(form);
    if (!places) return [];
    if (rarest.length === 0 || places.length < rarest.length) rarest = places;
  }
  const key = forms.toSorted().join(' ');
  const out: Run[] = [];
  for (const p of rarest.slice(0, 20)) {
    for (let from = Math.max(0, p - n + 1); from <= p && from + n <= index.words.length; from++) {
      const there = index.words.slice(from, from + n).map((w) => w.form);
      if (there.toSorted().join(' ') === key && !out.some((r) => r.from === from)) out.push({ from, to: from + n });
    }
  }
  return out;
}
