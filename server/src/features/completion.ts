/** Completion, modest: short forms of the cited declarations' terms, and the paragraphs that exist behind "para." or "¶". */
import type { Analysis } from '../document/analysis.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Span } from '../text/span.ts';
import { nameOf } from './render.ts';

export interface Completion {
  readonly label: string;
  readonly detail: string;
  readonly documentation: string;
  readonly kind: 'term' | 'paragraph';
  /** What is replaced. */
  readonly span: Span;
  readonly insert: string;
  readonly instrument: string;
}

const SIGN = /(?:¶¶?|§§?|\bparas?\.?|\bparagraphs?)[ \u00A0~]{0,2}(\d{0,3})$/i;
const SHORT = /(?<![\p{L}\p{N}.-])\p{Lu}[\p{Lu}\p{N}.-]{0,14}$/u;

export function completion(analysis: Analysis, offset: number): readonly Completion[] {
  if (analysis.cites.length === 0) return [];
  const before = analysis.text.slice(Math.max(0, offset - 40), offset);
  const sign = SIGN.exec(before);
  if (sign) {
    const instrument = nearest(analysis, offset);
    if (instrument === undefined) return [];
    const written = sign[1] as string;
    return instrument.paragraphs
      .filter((p) => /^\d/.test(p.label) && p.label.startsWith(written))
      .map((p) => ({
        label: `${sign[0].slice(0, sign[0].length - written.length)}${p.label}`,
        detail: `${instrument.title}, ${nameOf(p.label)}`,
        documentation: p.prose.text,
        kind: 'paragraph',
        span: { start: offset - written.length, end: offset },
        insert: p.label,
        instrument: instrument.id,
      }));
  }
  const word = SHORT.exec(before)?.[0];
  if (word === undefined) return [];
  return analysis.cites.flatMap(({ instrument }) =>
    instrument.terms.flatMap((t): Completion[] =>
      t.short?.startsWith(word)
        ? [
            {
              label: t.short,
              detail: t.long,
              documentation: t.note ?? '',
              kind: 'term',
              span: { start: offset - word.length, end: offset },
              insert: t.short,
              instrument: instrument.id,
            },
          ]
        : [],
    ),
  );
}

/** The declaration of the last citation before the offset, or the only one that the document cites. */
function nearest(analysis: Analysis, offset: number): Instrument | undefined {
  if (analysis.cites.length === 1) return analysis.cites[0]?.instrument;
  let id: string | undefined;
  for (const c of analysis.citations) if (c.span.end <= offset && c.instrument !== undefined) id = c.instrument;
  return id === undefined ? undefined : analysis.library.get(id);
}
