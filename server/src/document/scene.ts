/** A block as attribution looks at it: quotations blanked, and where its citations and notes stand. */
import type { Block, Inline } from '../text/markup/markup.ts';
import { firstFrom, remember } from '../text/remember.ts';
import { findSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Citation } from './analysis.ts';
import { inBrackets } from './between.ts';
import { findMarks, type Quoted } from './quoted.ts';

/** A citation as it stands in a block: with its pinpoints, and whether it is an aside (in brackets, a key, a note). */
export interface Standing {
  readonly index: number;
  readonly span: Span;
  readonly aside: boolean;
}

export interface Scene {
  readonly block: Block;
  /** The prose with quotations blanked, so that their commas and stops mean nothing here. */
  readonly masked: string;
  readonly sentences: readonly Span[];
  /** What stands in marks; in order, as all lists here. */
  readonly quoted: readonly Quoted[];
  readonly standing: readonly Standing[];
  readonly notes: readonly Extract<Inline, { kind: 'note' }>[];
}

export const startOf = (x: { readonly span: Span }): number => x.span.start;
export const outerStart = (q: Quoted): number => q.outer.start;

/** Sentences of a masked block: most blocks are as they were before the last edit. */
const sentencesOf = remember(findSentences, 4000);

/** The citation with those of its pinpoints that stand in the same block. */
export const extent = (c: Citation): Span => {
  let { start, end } = c.inProse;
  for (const p of c.pinpoints) {
    if (p.block !== c.block || p.inherited) continue;
    start = Math.min(start, p.inProse.start);
    end = Math.max(end, p.inProse.end);
  }
  return { start, end };
};

/** "What the Declaration Means", in italics or in marks: the name is a word of another work's title. */
export function isInTitle(block: Block, name: Span): boolean {
  const { text } = block.prose;
  const within = (s: Span) => {
    if (s.start > name.start || s.end < name.end || s.end - s.start > 160) return false;
    const before = text.slice(s.start, name.start);
    if (BEHIND_NAME.test(text.slice(name.end, s.end))) return true;
    return /\p{Lu}\p{L}*\s/u.test(before) && !SIGNAL.test(before) && !/[.;“"]/.test(before);
  };
  return block.inlines.some((i) => i.kind === 'emphasis' && within(i.span)) || findMarks(text).some((m) => within(m.inner));
}
const BEHIND_NAME = /^(?::\s\w|\s(?:and|at|after|as|in|on|for|or)\s(?:[A-Z]|the\b|its\b))/;
const SIGNAL = /^\W*(?:see|cf|compare|but see|the|in|under|per|from)\b[\s.,]*(?:also\s+|the\s+)?$/i;

export function stage(block: Block, found: readonly number[], quoted: readonly Quoted[], citations: readonly Citation[]): Scene {
  const text = block.prose.text;
  const pieces: string[] = [];
  let at = 0;
  for (const { form, outer } of quoted) {
    if (form !== 'marks' || outer.end - outer.start < 2 || outer.start < at) continue;
    const inside = text.slice(outer.start + 1, outer.end - 1);
    // The stop that ends the quotation may end the sentence; what is inside does not.
    const stop = /[.!?…]$/.exec(inside)?.[0] ?? '';
    // And one that begins with a capital may begin a sentence.
    const words = 'q'.repeat(inside.length - stop.length);
    pieces.push(text.slice(at, outer.start + 1), /^\p{Lu}/u.test(inside) ? words.replace('q', 'Q') : words, stop);
    at = outer.end - 1;
  }
  const masked = pieces.join('') + text.slice(at);
  const marks = quoted.filter((q) => q.form === 'marks');
  const keys = block.inlines.filter((i) => i.kind === 'cite').toSorted((x, y) => x.span.start - y.span.start);
  const standing: Standing[] = [];
  for (const index of found) {
    const c = citations[index] as Citation;
    const span = extent(c);
    const around = marks[firstFrom(marks, outerStart, span.start) - 1];
    if (around && span.end <= around.inner.end) continue;
    if (c.pinpoints.length === 0 && isInTitle(block, c.inProse)) continue;
    const key = keys[firstFrom(keys, startOf, span.start + 1) - 1];
    const aside = key?.kind === 'cite' && key.span.end >= span.end ? !key.narrative : inBrackets(masked, span.start);
    standing.push({ index, span, aside });
  }
  standing.sort((x, y) => x.span.start - y.span.start);
  const notes = block.inlines.filter((i) => i.kind === 'note').toSorted((x, y) => x.span.start - y.span.start);
  return { block, masked, sentences: sentencesOf(masked), quoted: marks, standing, notes };
}
