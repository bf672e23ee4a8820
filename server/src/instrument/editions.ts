/** Editions: two texts of one instrument, in two languages or numbered otherwise, and which paragraph of one is which of the other. */
import { foldTypography, lower } from '../text/fold.ts';
import { ordinalOf } from './divisions.ts';
import type { Instrument, InstrumentHead, Paragraph } from './instrument.ts';
import type { Library } from './library.ts';

const known = new WeakMap<readonly InstrumentHead[], ReadonlyMap<string, readonly string[]>>();

/** Ids of the other editions of an instrument, whichever of them says so in its front matter; each edition of an edition is one too. */
export function editionsOf(library: Pick<Library, 'heads'>, id: string): readonly string[] {
  let groups = known.get(library.heads);
  if (groups === undefined) {
    groups = groupsOf(library.heads);
    known.set(library.heads, groups);
  }
  return groups.get(id)?.filter((other) => other !== id) ?? [];
}

function groupsOf(heads: readonly InstrumentHead[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Set(heads.map((h) => h.id));
  const group = new Map<string, Set<string>>();
  for (const head of heads)
    for (const other of head.editions ?? []) {
      if (!ids.has(other) || other === head.id) continue;
      const both = new Set([...(group.get(head.id) ?? [head.id]), ...(group.get(other) ?? [other])]);
      for (const id of both) group.set(id, both);
    }
  return new Map([...group].map(([id, all]) => [id, [...all]]));
}

const wordsOf = (p: Paragraph): ReadonlySet<string> => new Set(lower(foldTypography(p.prose.text)).match(/[\p{L}\p{N}]+/gu) ?? []);
/** Words that both have, as a part of those that either has: 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const w of a) if (b.has(w)) both++;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}
/** Below this, two paragraphs of one language are not the same one. */
const ALIKE = 0.5;
/** Shorter than this, words stand in many a paragraph. In code units. */
const HELD = 60;

export interface Parallel {
  readonly paragraph: Paragraph;
  /** The very same words, white space, case and typography aside. */
  readonly same: boolean;
}

/**
 * The paragraph of another edition that `p` of `own` is. In one language the words decide, so that a numbered edition is mapped on
 * one without numbers; between languages the label does, and where the two are numbered otherwise the place, if they have equally many.
 */
export function parallelOf(own: Instrument, p: Paragraph, other: Instrument): Parallel | undefined {
  if (own.language.slice(0, 2) === other.language.slice(0, 2)) {
    const words = wordsOf(p);
    let best: { readonly paragraph: Paragraph; readonly score: number } | undefined;
    for (const paragraph of other.paragraphs) {
      const score = likeness(words, wordsOf(paragraph)) + (paragraph.label === p.label ? 0.01 : 0);
      if (score >= ALIKE && score > (best?.score ?? 0)) best = { paragraph, score };
    }
    if (best) return { paragraph: best.paragraph, same: plain(best.paragraph) === plain(p) };
    // One edition parts what another joins: the paragraph that holds all its words in their order.
    const whole = plain(p);
    const holding = whole.length < HELD ? undefined : other.paragraphs.find((q) => plain(q).includes(whole));
    const held = holding ?? other.paragraphs.filter((q) => plain(q).length >= HELD && whole.includes(plain(q)))[0];
    return held && { paragraph: held, same: false };
  }
  // What is only counted is the same paragraph where the counts agree; numbers of their own are believed.
  if (isCounted(own) && isCounted(other) && own.paragraphs.length !== other.paragraphs.length) return undefined;
  const label = arabic(p.label);
  const labelled = other.paragraphs.find((q) => arabic(q.label) === label) ?? other.paragraphs.find((q) => q.alsoLabels?.some((l) => arabic(l) === label));
  const paragraph = labelled ?? (own.paragraphs.length === other.paragraphs.length ? other.paragraphs[p.number - 1] : undefined);
  return paragraph && { paragraph, same: false };
}

const isCounted = (i: Instrument): boolean => i.paragraphs.every((p) => p.label === String(p.number) && p.alsoLabels === undefined);
/** "Article VI(1)" and "Article 6(1)" are one. */
const arabic = (label: string): string => label.replace(/(?<![\p{L}(])[IVXLC]+(?![\p{L}])/gu, (r) => String(ordinalOf(r) ?? r));

const plain = (p: Paragraph): string => lower(foldTypography(p.prose.text)).replace(/\s+/g, ' ').trim();
