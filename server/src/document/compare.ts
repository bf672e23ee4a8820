/** Compares a quotation's wording with an instrument: where the words stand, how they match, and each difference. */
import type { Instrument } from '../instrument/instrument.ts';
import { alike, findNearest } from '../text/align.ts';
import { findExact, findReordered } from '../text/align-exact.ts';
import { composed, foldTypography } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Alignment, TextIndex } from '../text/word-index.ts';
import { type Item, readWording } from '../text/wording.ts';
import type { ChangeKind } from './analysis.ts';
import { kindOf, weight } from './changes.ts';
import { type InstrumentIndex, indexInstrument } from './compare-places.ts';

/** A difference: `written` in the quotation's text, `stands` in the instrument's indexed text. */
interface Difference {
  readonly kind: ChangeKind;
  readonly written: Span;
  readonly stands: Span;
  readonly marked: boolean;
}

export interface Comparison {
  readonly match: 'verbatim' | 'marked' | 'altered';
  /** In the indexed text: where the words stand, or nearly. */
  readonly place: Span;
  readonly differences: readonly Difference[];
  /** 0–1: shared words, weighted by how much they say. */
  readonly similarity: number;
  /** 0–1: how much of the quotation's own words, weighted in the same way, stands there. */
  readonly held: number;
  /** The longest row of words in common. */
  readonly row: number;
  /** Words of the quotation itself: what is in brackets does not count. */
  readonly words: number;
}

// Comparisons depend on the instrument and the words alone: kept while the instrument lives, and never seen from outside.
const comparisons = new WeakMap<Instrument, Map<string, readonly Comparison[]>>();
/** Quotations remembered for an instrument: more than a long document has; then it starts afresh. */
const REMEMBERED = 4000;

/**
 * Compares the text with the instrument. Several comparisons when the words stand, or nearly stand, in several places: best first, all
 * faithful ones before any altered one. Empty when the text has no words or the instrument shares none of them.
 */
export function compare(text: string, instrument: Instrument): readonly Comparison[] {
  let known = comparisons.get(instrument);
  if (!known) {
    known = new Map();
    comparisons.set(instrument, known);
  }
  let found = known.get(text);
  if (!found) {
    found = compareAfresh(text, indexInstrument(instrument));
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, found);
  }
  return found;
}

function compareAfresh(raw: string, index: InstrumentIndex): readonly Comparison[] {
  const wording = readWording(raw);
  const exact = findExact(wording, index);
  if (exact.length === 0) {
    const reordered = findReordered(wording, index).map((r) => inOtherOrder(wording.items, r, index));
    if (reordered.length > 0) return reordered;
  }
  const alignments = exact.length > 0 ? exact : findNearest(wording, index);
  const size = (c: Comparison) => c.place.end - c.place.start;
  const all = alignments
    .map((a) => describe(wording.text, wording.items, a, index))
    .sort(
      (a, b) =>
        Number(a.match === 'altered') - Number(b.match === 'altered') ||
        a.differences.length - b.differences.length ||
        b.similarity - a.similarity ||
        size(a) - size(b),
    );
  // Chains of fragments that end at the same place say the same with more or less skipped: the best one is enough.
  return all
    .filter((c, k) => !all.slice(0, k).some((earlier) => earlier.place.end === c.place.end))
    .sort((a, b) => Number(a.match === 'altered') - Number(b.match === 'altered'));
}

/** The same words in another order: one change, from the first word that stands elsewhere to the last. */
function inOtherOrder(items: readonly Item[], { from, to }: { readonly from: number; readonly to: number }, index: InstrumentIndex): Comparison {
  const words = index.words.slice(from, to);
  const n = words.length;
  const same = (k: number) => (items[k] as { form?: string }).form === words[k]?.form;
  let head = 0;
  while (head < n && same(head)) head++;
  let tail = n - 1;
  while (tail > head && same(tail)) tail--;
  const [first, last] = [words[head] as Span, words[tail] as Span];
  const written = { start: (items[head] as Span).start, end: (items[tail] as Span).end };
  return {
    match: 'altered',
    place: { start: (words[0] as Span).start, end: (words[n - 1] as Span).end },
    differences: [{ kind: 'order', written, stands: { start: first.start, end: last.end }, marked: false }],
    similarity: 0.9,
    held: 1,
    row: n,
    words: n,
  };
}

const isWord = (item: Item | undefined): item is Extract<Item, { form: string }> => item?.kind === 'word' || item?.kind === 'part';

/** What stands between two words, as far as it can differ: marks inside are typography, spaces are line wraps. */
const between = (text: string): string =>
  foldTypography(text)
    .replace(/["'\s*_\uFFFC`^~]/g, '')
    .replace(/[-\u00AD]+/g, '-');

/** Words at an edge that are only joined or parted ("iron-clad" at the end) cover just the text's words of the same letters. */
function covered(items: readonly Item[], a: Alignment, index: InstrumentIndex): { readonly from: number; readonly to: number } {
  const first = a.pairs.findIndex((at) => at >= 0);
  const last = a.pairs.findLastIndex((at) => at >= 0);
  const seat = (edge: readonly Item[], at: number, step: 1 | -1): number | undefined => {
    if (edge.length === 0 || !edge.every(isWord)) return undefined;
    const letters = edge.map((x) => (x as { form: string }).form).join('');
    let met = '';
    let k = at;
    while (met.length < letters.length && index.words[k]) {
      const { form } = index.words[k] as { form: string };
      met = step > 0 ? met + form : form + met;
      k += step;
    }
    return met === letters ? k : undefined;
  };
  const before = first < 0 ? undefined : seat(items.slice(0, first), (a.pairs[first] as number) - 1, -1);
  const behind = last < 0 ? undefined : seat(items.slice(last + 1), (a.pairs[last] as number) + 1, 1);
  return { from: before === undefined ? a.from : before + 1, to: behind ?? a.to };
}

function describe(text: string, items: readonly Item[], a: Alignment, index: InstrumentIndex): Comparison {
  const { from, to } = a.ordered ? covered(items, a, index) : a;
  const differences: Difference[] = [];
  const word = (k: number) => index.words[k] as { form: string; start: number; end: number };
  let shared = 0;
  let own = 0;
  let theirs = 0;
  let words = 0;
  let row = 0;
  let carried = false;
  let longest = 0;
  let lastItem = -1;
  let lastWord = from - 1;
  const covers = a.ordered ? to : from;
  const close = (item: number, at: number) => {
    // The cluster between two pairs: items (lastItem, item) against words (lastWord, at).
    const written = items.slice(lastItem + 1, item);
    const gap = written.some((x) => !isWord(x));
    const stray = written.filter(isWord);
    const stands = index.words.slice(lastWord + 1, at);
    if (stray.length === 0 && stands.length === 0 && !gap) return;
    // Words inflected or spelled in another way are nearly the same: they go on with the row. So are those that only join or part others.
    const joined = !gap && stray.length > 0 && stray.map((x) => x.form).join('') === stands.map((x) => x.form).join('');
    if (joined || (!gap && stray.length === stands.length && stray.every((x, k) => alike(x.form, (stands[k] as { form: string }).form)))) {
      row += stray.length;
      longest = Math.max(longest, row);
      carried = true;
      for (const x of stray) shared += (joined ? 1 : 0.7) * weight(x.form);
    } else row = 0;
    const first = written[0];
    const final = written[written.length - 1];
    const before = lastItem >= 0 ? (items[lastItem] as Item).end : 0;
    const here = first && final ? { start: first.start, end: final.end } : { start: before, end: before };
    const seat = lastWord >= from ? word(lastWord).end : (index.words[lastWord + 1]?.start ?? 0);
    const there = stands.length > 0 ? { start: (stands[0] as Span).start, end: (stands[stands.length - 1] as Span).end } : { start: seat, end: seat };
    if (stray.length === 0 && (gap || stands.length === 0)) {
      const ellipsis = written.some((x) => x.kind === 'ellipsis');
      const put = written.some((x) => x.kind === 'bracket' && x.words > 0);
      differences.push({ kind: !put ? 'omitted' : stands.length === 0 && !ellipsis ? 'added' : 'word', written: here, stands: there, marked: true });
      return;
    }
    own += stray.reduce((sum, x) => sum + weight(x.form), 0);
    if (gap) {
      // Something is shown, but these words are not: only they are the change.
      const [f, l] = [stray[0] as Span, stray[stray.length - 1] as Span];
      differences.push({
        kind: kindOf(
          stray.map((x) => x.form),
          [],
        ),
        written: { start: f.start, end: l.end },
        stands: there,
        marked: false,
      });
      return;
    }
    const standing = stands.reduce((sum, x) => sum + weight(x.form), 0);
    // A word broken at a line's end ("inter- agency") is a line wrap.
    if (stray.map((x) => x.form).join('') === stands.map((x) => x.form).join('') && /-\s|\u00AD/.test(text.slice(here.start, here.end))) {
      if (!joined) shared += standing;
      theirs += standing;
      return;
    }
    theirs += standing;
    differences.push({
      kind: kindOf(
        stray.map((x) => x.form),
        stands.map((x) => x.form),
      ),
      written: here,
      stands: there,
      marked: false,
    });
  };
  let partial = false;
  for (let i = 0; i < items.length; i++) {
    const at = a.pairs[i] as number;
    const item = items[i] as Item;
    if (isWord(item)) words++;
    if (at < 0 || !isWord(item)) continue;
    if (!a.ordered && at <= lastWord) {
      differences.push({ kind: 'order', written: { start: item.start, end: item.end }, stands: { start: word(at).start, end: word(at).end }, marked: false });
      lastItem = i;
      lastWord = at;
      shared += weight(item.form);
      own += weight(item.form);
      theirs += weight(item.form);
      continue;
    }
    close(i, at);
    const adjacent = lastItem === i - 1 && lastWord === at - 1 && lastItem >= 0;
    if (adjacent) {
      const [p, w] = [items[i - 1] as Item, word(at - 1)];
      const there = index.text.slice(w.end, word(at).start);
      if (!there.includes('\n') && between(text.slice(p.end, item.start)) !== between(there))
        differences.push({ kind: 'punctuation', written: { start: p.end, end: item.start }, stands: { start: w.end, end: word(at).start }, marked: false });
    }
    row = adjacent || carried ? row + 1 : 1;
    carried = false;
    longest = Math.max(longest, row);
    shared += weight(item.form);
    own += weight(item.form);
    theirs += weight(item.form);
    const opens = i === 0 || !isWord(items[i - 1]);
    const here = composed(foldTypography(text.slice(item.start, item.end)));
    const stands = composed(foldTypography(index.text.slice(word(at).start, word(at).end)));
    if (item.kind === 'part') {
      partial = true;
      differences.push({
        kind: item.form === word(at).form ? 'case' : 'word',
        written: { start: item.start, end: item.end },
        stands: { start: word(at).start, end: word(at).end },
        marked: true,
      });
    } else if (here !== stands && !(opens && here.slice(1) === stands.slice(1)))
      differences.push({
        kind: here.length === stands.length ? 'case' : 'punctuation',
        written: { start: item.start, end: item.end },
        stands: { start: word(at).start, end: word(at).end },
        marked: false,
      });
    lastItem = i;
    lastWord = at;
  }
  close(items.length, Math.max(covers, lastWord + 1));
  const merged = mergeOrder(differences, text, index);
  // Set in capitals throughout is typography.
  const shouted = text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
  const kept = shouted ? merged.filter((d) => d.kind !== 'case' || d.marked) : merged;
  const shown = partial || kept.some((d) => d.marked);
  const match = kept.some((d) => !d.marked) ? 'altered' : shown ? 'marked' : 'verbatim';
  const place = to > from ? { start: word(from).start, end: word(to - 1).end } : { start: 0, end: 0 };
  return { match, place, differences: kept, similarity: own > 0 ? (2 * shared) / (own + theirs) : 0, held: own > 0 ? shared / own : 0, row: longest, words };
}

/** Two words that changed places show as one taken away here and put in there: said once, as a change of order. */
function mergeOrder(differences: readonly Difference[], text: string, index: TextIndex): readonly Difference[] {
  const out: Difference[] = [];
  // The article follows the word behind it: "an overwhelming" for "a swift" is no change of its own.
  const forms = (s: string) => readWording(s).items.flatMap((x) => (isWord(x) ? [x.form === 'an' ? 'a' : x.form] : []));
  for (let i = 0; i < differences.length; i++) {
    const d = differences[i] as Difference;
    let merged: Difference | undefined;
    for (let k = i + 1; k <= i + 3 && k < differences.length && !merged; k++) {
      const e = differences[k] as Difference;
      if (d.marked || e.marked || e.written.end - d.written.start > 120) break;
      const written = { start: d.written.start, end: e.written.end };
      const stands = { start: d.stands.start, end: e.stands.end };
      const [x, y] = [forms(text.slice(written.start, written.end)), forms(index.text.slice(stands.start, stands.end))];
      if (x.length > 1 && x.length === y.length && x.join(' ') !== y.join(' ') && [...x].sort().join(' ') === [...y].sort().join(' ')) {
        merged = { kind: 'order', written, stands, marked: false };
        i = k;
      }
    }
    out.push(merged ?? d);
  }
  return out;
}
