/** Inlay hints: what stands behind "ibid.", short forms and "the fourth paragraph". Off unless the settings turn them on. */
import type { Analysis } from '../document/analysis.ts';
import type { Span } from '../text/span.ts';
import { namePieces } from './thing.ts';

export interface Inlay {
  /** Behind this offset. */
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

export function inlays(analysis: Analysis, range: Span): readonly Inlay[] {
  if (!analysis.settings.inlayHints) return [];
  const out: Inlay[] = [];
  for (const c of analysis.citations) {
    const instrument = c.instrument === undefined ? undefined : analysis.library.get(c.instrument);
    if (instrument === undefined) continue;
    const names = namePieces(analysis.text, c);
    const inherited = c.pinpoints.filter((p) => p.inherited).flatMap((p) => p.paragraphs);
    const short = c.form === 'short' || c.form === 'ibid';
    if (short && names.length > 0) {
      const label = inherited.length > 0 ? `${instrument.title}, ${sign(inherited)}` : instrument.title;
      out.push({ offset: names.at(-1)?.end ?? c.span.end, label, tooltip: c.why });
    }
    for (const p of c.pinpoints) {
      if (p.inherited || p.unknown.length > 0 || p.paragraphs.length === 0) continue;
      const bare = short && names.length === 0;
      // Where the label stands in the author's own words it is not said again.
      const label = plainly(p.text, p.paragraphs) ? undefined : sign(p.paragraphs);
      if (label !== undefined || bare)
        out.push({ offset: p.span.end, label: [bare ? instrument.title : '', label ?? ''].filter(Boolean).join(', '), tooltip: c.why });
    }
  }
  const seen = new Set<string>();
  return out
    .filter((i) => i.offset >= range.start && i.offset <= range.end && !seen.has(`${i.offset}:${i.label}`) && seen.add(`${i.offset}:${i.label}`))
    .sort((a, b) => a.offset - b.offset);
}

/** True when the labels can be read off the words: all of them, or the ends of a range. */
const plainly = (text: string, labels: readonly string[]): boolean =>
  labels.every((l) => text.includes(l)) || (/[–—-]|\bto\b/.test(text) && text.includes(labels[0] as string) && text.includes(labels.at(-1) as string));

const sign = (labels: readonly string[]): string => {
  const plain = labels.every((l) => /^\d/.test(l));
  return `${plain ? (labels.length > 1 ? '¶¶ ' : '¶ ') : ''}${labels.join(', ')}`;
};
