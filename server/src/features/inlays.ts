/** Inlay hints: what stands behind "ibid.", short forms and "the fourth paragraph". Off unless the settings turn them on. */
import type { Analysis } from '../document/analysis.ts';
import type { Span } from '../text/span.ts';

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
    const inherited = c.pinpoints.filter((p) => p.inherited).flatMap((p) => p.paragraphs);
    if (c.form === 'short' || c.form === 'ibid') {
      const label = inherited.length > 0 ? `${instrument.title}, ${sign(inherited)}` : instrument.title;
      out.push({ offset: c.span.end, label, tooltip: c.why });
    }
    for (const p of c.pinpoints) {
      // Where the label stands in the author's own words nothing is added.
      if (p.inherited || p.unknown.length > 0 || p.paragraphs.length === 0 || p.paragraphs.every((l) => p.text.includes(l))) continue;
      if (/[–—-]|\bto\b/.test(p.text) && p.text.includes(p.paragraphs[0] as string)) continue;
      out.push({ offset: p.span.end, label: sign(p.paragraphs), tooltip: `${instrument.title}, ${p.paragraphs.join(', ')}` });
    }
  }
  const seen = new Set<string>();
  return out
    .filter((i) => i.offset >= range.start && i.offset <= range.end && !seen.has(`${i.offset}:${i.label}`) && seen.add(`${i.offset}:${i.label}`))
    .sort((a, b) => a.offset - b.offset);
}

const sign = (labels: readonly string[]): string => {
  const plain = labels.every((l) => /^\d/.test(l));
  return `${plain ? (labels.length > 1 ? '¶¶ ' : '¶ ') : ''}${labels.join(', ')}`;
};
