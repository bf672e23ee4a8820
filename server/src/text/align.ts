/**
 * Finds where a quotation's words nearly stand, by seed and extend: words that both share vote for a place, and a banded alignment of
 * words (affine gaps, so that one long omission is one change) settles it there.
 */
import { type Alignment, equals, isWord, MOST, REPLACED, type Run, runs, type TextIndex } from './word-index.ts';
import type { Item, Word, Wording } from './wording.ts';

// A word put for another is cheaper than one added, also at the edges; a short omission is cheaper than giving up the word before it.
const ADD = 9;
const OPEN = 4;
const EXTEND = 1;
const REPLACE = 8;
const RESPELL = 4;

/** Forms that look like one word spelled or inflected in two ways. Cheap: common beginning and end. */
export function alike(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 3) return false;
  const short = Math.min(a.length, b.length);
  let head = 0;
  while (head < short && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < short - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return head >= 2 && head + tail >= 0.65 * Math.max(a.length, b.length);
}

/** The best alignment of the run with the words [low, high): semi-global, so what stands before and behind is free. */
function extend(items: readonly Item[], run: Run, index: TextIndex, low: number, high: number): Alignment {
  const n = run.to - run.from;
  const m = high - low;
  const width = m + 1;
  const best = new Int32Array(width);
  const back = new Uint8Array((n + 1) * width);
  const previous = new Int32Array(width);
  const forms: string[] = [];
  const initials = new Uint16Array(m);
  for (let j = 0; j < m; j++) {
    const { form } = index.words[low + j] as Word;
    forms.push(form);
    initials[j] = form.charCodeAt(0);
  }
  for (let i = 1; i <= n; i++) {
    const item = items[run.from + i - 1] as Item;
    const bracket = !isWord(item);
    const add = bracket ? 0 : ADD;
    const form = bracket ? '' : item.form;
    const part = item.kind === 'part';
    const initial = form.charCodeAt(0);
    previous.set(best);
    let dropping = 1 << 28;
    for (let j = 0; j <= m; j++) {
      // 1: the item is added; 2: it stands for the word; the words dropped behind it are bit 4, and bit 8 when more were dropped.
      let cost = (previous[j] as number) + add;
      let step = 1;
      let drop = 0;
      if (j > 0) {
        if (!bracket) {
          // Nearly all words begin with another letter: no more than that is looked at.
          let same = false;
          let instead = REPLACE;
          if (part || initial === initials[j - 1]) {
            const word = forms[j - 1] as string;
            same = part ? equals(item, word) : form === word;
            if (same) instead = 0;
            else if (alike(form, word)) instead = RESPELL;
          }
          const pair = (previous[j - 1] as number) + instead;
          if (pair < cost || (pair === cost && same)) {
            cost = pair;
            step = 2;
          }
        }
        const left = best[j - 1] as number;
        const opened = left + (bracket ? 1 : OPEN);
        const further = dropping + EXTEND;
        dropping = Math.min(opened, further);
        drop = further < opened ? 8 : 0;
        if (dropping < cost) {
          cost = dropping;
          step |= 4;
        }
      }
      best[j] = cost;
      back[i * width + j] = step | drop;
    }
  }
  let j = 0;
  for (let k = 1; k <= m; k++) if ((best[k] as number) < (best[j] as number)) j = k;
  const cost = best[j] as number;
  const pairs = new Int32Array(items.length).fill(-1);
  let i = n;
  let first = low + j;
  let last = low + j;
  let seen = false;
  let inside = false;
  while (i > 0) {
    const step = back[i * width + j] as number;
    if (inside || step & 4) {
      inside = (step & 8) !== 0;
      j--;
      continue;
    }
    if (step & 2) {
      const word = low + j - 1;
      if (!seen) last = word + 1;
      seen = true;
      first = word;
      if (equals(items[run.from + i - 1] as Item, forms[j - 1] as string)) pairs[run.from + i - 1] = word;
      j--;
    }
    i--;
  }
  if (!seen) return { from: low + j, to: low + j, pairs, cost, ordered: true };
  return { ...withinSentences(pairs, run, { from: first, to: last }, index), pairs, cost, ordered: true };
}

const SENTENCE_END = /[.!?]["'”’)]*\s/;

/**
 * What an author adds before or behind a sentence stands for nothing of the neighbouring ones: where fewer than half of the words outside
 * agree, the covered words begin, or end, with the sentence, and `pairs` of the words outside are given up.
 */
function withinSentences(pairs: Int32Array, run: Run, covered: Run, index: TextIndex): Run {
  const ends = (word: number) => {
    const [here, next] = [index.words[word], index.words[word + 1]];
    return here !== undefined && next !== undefined && SENTENCE_END.test(index.text.slice(here.end, next.start));
  };
  let { from, to } = covered;
  let agreeing = 0;
  for (let i = run.from; i < run.to; i++) {
    const word = pairs[i] as number;
    if (word < 0) continue;
    if (word > from && 2 * agreeing < i - run.from && ends(word - 1)) {
      pairs.fill(-1, run.from, i);
      from = word;
    }
    agreeing++;
  }
  agreeing = 0;
  for (let i = run.to - 1; i >= run.from; i--) {
    const word = pairs[i] as number;
    if (word < 0) continue;
    if (word < to - 1 && 2 * agreeing < run.to - 1 - i && ends(word)) {
      pairs.fill(-1, i + 1, run.to);
      to = word + 1;
    }
    agreeing++;
  }
  return { from, to };
}

/** Words so common that their votes say nothing while rarer ones can speak. */
const COMMON = 60;

/** The most promising places of a run, cheapest alignment first. */
function nearest(items: readonly Item[], run: Run, index: TextIndex, most: number): readonly Alignment[] {
  const n = run.to - run.from;
  // A vote is one number, diagonal and voter, so that sorting them is cheap: a frequent word alone has sixty.
  const weights = new Float64Array(n);
  let votes: Float64Array = new Float64Array(0);
  let brackets = 0;
  for (const limit of [COMMON, Infinity]) {
    brackets = 0;
    const voters: (readonly number[])[] = [];
    let count = 0;
    for (let i = 0; i < n; i++) {
      const item = items[run.from + i] as Item;
      if (item.kind === 'bracket') brackets++;
      const places = isWord(item) ? index.at.get(item.form) : undefined;
      if (!places || places.length > limit) continue;
      voters[i] = places;
      weights[i] = 1 / Math.sqrt(places.length);
      count += Math.min(places.length, MOST);
    }
    if (count === 0) continue;
    votes = new Float64Array(count);
    let at = 0;
    voters.forEach((places, i) => {
      const most = Math.min(places.length, MOST);
      for (let k = 0; k < most; k++) votes[at++] = ((places[k] as number) - i + n) * n + i;
    });
    break;
  }
  if (votes.length === 0) return [];
  votes.sort();
  const diagonal = (k: number) => Math.floor((votes[k] as number) / n) - n;
  const weightOf = (k: number) => weights[(votes[k] as number) % n] as number;
  const reach = 3 + (n >> 1) + brackets * REPLACED;
  const windows: { readonly low: number; readonly high: number; readonly weight: number }[] = [];
  let weight = 0;
  let tail = 0;
  for (let head = 0; head < votes.length; head++) {
    const high = diagonal(head);
    weight += weightOf(head);
    while (high - diagonal(tail) > reach) weight -= weightOf(tail++);
    if (head + 1 < votes.length && diagonal(head + 1) - diagonal(tail) <= reach) continue;
    windows.push({ low: diagonal(tail), high, weight });
  }
  windows.sort((a, b) => b.weight - a.weight);
  const chosen: (typeof windows)[number][] = [];
  for (const w of windows) {
    if (chosen.length >= most || (chosen[0] && w.weight < chosen[0].weight * 0.35)) break;
    if (!chosen.some((c) => w.low <= c.high && w.high >= c.low)) chosen.push(w);
  }
  return chosen
    .map((w) => extend(items, run, index, Math.max(0, w.low - 4), Math.min(index.words.length, w.high + n + 5)))
    .sort((a, b) => a.cost - b.cost || a.from - b.from);
}

/**
 * The places that come nearest to the wording, cheapest first, at most four; none when the text shares no word with it.
 * Fragments between ellipses are placed each for itself, in the order of the text where that costs little more than out of it.
 */
export function findNearest(wording: Wording, index: TextIndex): readonly Alignment[] {
  const { items } = wording;
  const fragments = runs(items, (item) => item.kind === 'ellipsis').filter((run) => items.slice(run.from, run.to).some(isWord));
  if (fragments.length === 0) return [];
  if (fragments.length === 1) return nearest(items, fragments[0] as Run, index, 4);
  const choices = fragments.map((run) => nearest(items, run, index, 4));
  const blank = { from: -1, to: -1, pairs: new Int32Array(items.length).fill(-1), cost: 0, ordered: true };
  const absent = fragments.map((run) => ({ ...blank, cost: ADD * items.slice(run.from, run.to).filter(isWord).length }));
  // The cheapest chain in order, and the cheapest choice without order.
  type Chain = { readonly cost: number; readonly end: number; readonly picks: readonly Alignment[] };
  let chains: readonly Chain[] = [{ cost: 0, end: 0, picks: [] }];
  fragments.forEach((_, k) => {
    const next: Chain[] = [];
    for (const c of chains) {
      for (const a of choices[k] ?? []) {
        if (c.picks.length > 0 && a.from < c.end) continue;
        next.push({ cost: c.cost + a.cost + (c.end > 0 ? Math.min(2, (a.from - c.end) / 500) : 0), end: a.to, picks: [...c.picks, a] });
      }
      next.push({ cost: c.cost + (absent[k]?.cost ?? 0), end: c.end, picks: [...c.picks, absent[k] as Alignment] });
    }
    chains = next.sort((a, b) => a.cost - b.cost).slice(0, 12);
  });
  const ordered = chains[0] as Chain;
  const free = fragments.map((_, k) => choices[k]?.[0] ?? (absent[k] as Alignment));
  const freeCost = free.reduce((sum, a) => sum + a.cost, 0);
  const out = ordered.cost - freeCost >= 2 * ADD ? join(free, items.length, false) : join(ordered.picks, items.length, true);
  return out ? [out] : [];
}

function join(picks: readonly Alignment[], count: number, ordered: boolean): Alignment | undefined {
  const placed = picks.filter((p) => p.from >= 0);
  if (placed.length === 0) return undefined;
  const pairs = new Int32Array(count).fill(-1);
  for (const p of placed)
    p.pairs.forEach((w, i) => {
      if (w >= 0) pairs[i] = w;
    });
  return {
    from: Math.min(...placed.map((p) => p.from)),
    to: Math.max(...placed.map((p) => p.to)),
    pairs,
    cost: picks.reduce((sum, p) => sum + p.cost, 0),
    ordered,
  };
}
