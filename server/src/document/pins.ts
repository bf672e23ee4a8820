/** Whether a pinpoint means the paragraph in which a passage stands. */
import type { Instrument } from '../instrument/instrument.ts';
import { toSource } from '../text/prose.ts';
import { overlap } from '../text/span.ts';
import type { Passage } from './analysis.ts';

/**
 * True when the label cites the passage's paragraph under any of its labels, a sub-paragraph that the passage touches, or a paragraph into
 * which the passage runs. Unknown labels are false.
 */
export function paragraphHas(instrument: Instrument, passage: Passage, label: string): boolean {
  return instrument.paragraphs.some((p) => {
    if (p.label !== passage.paragraph && overlap(p.span, passage.span) === 0) return false;
    if (p.label === label || p.alsoLabels?.includes(label)) return true;
    if ((p.items ?? []).some((i) => i.label === label && overlap(toSource(p.prose, i.span), passage.span) > 0)) return true;
    // "Article VI" cites each of its paragraphs: "Article VI(1)".
    if (p.label.startsWith(`${label}(`) || p.label.startsWith(`${label}.`) || p.label.startsWith(`${label}, `)) return true;
    // "Article VI(2)" where the text's own paragraphs are not told apart.
    return label.startsWith(`${p.label}(`) && !(p.items ?? []).some((i) => i.label === label);
  });
}
