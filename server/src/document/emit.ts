/** Makes the citations that an analysis holds out of what was resolved: spans in the file, pinpoints as the instrument labels them. */
import type { Instrument } from '../instrument/instrument.ts';
import type { Library } from '../instrument/library.ts';
import type { Block } from '../text/markup/markup.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { Citation, CitationForm, Pinpoint } from './analysis.ts';
import { labelsFor } from './pinpoint-labels.ts';
import type { FoundPinpoint } from './pinpoints.ts';

/** A block and where it stands among the blocks. */
export interface Site {
  readonly block: Block;
  readonly index: number;
}

const placed = ({ block, index }: Site, span: Span) => ({
  span: toSource(block.prose, span),
  block: index,
  inProse: span,
  text: block.prose.text.slice(span.start, span.end),
});

type Labels = NonNullable<ReturnType<typeof labelsFor>>;
const NO_LABELS: Labels = { paragraphs: [], unknown: [] };
const known = new WeakMap<Instrument, WeakMap<FoundPinpoint, Labels>>();

/** The labels of a pinpoint, found once for the pinpoint as long as its block's words are remembered. */
function labelsOf(instrument: Instrument, p: FoundPinpoint): Labels | undefined {
  let byPinpoint = known.get(instrument);
  if (!byPinpoint) {
    byPinpoint = new WeakMap();
    known.set(instrument, byPinpoint);
  }
  let labels = byPinpoint.get(p);
  if (!labels) {
    labels = labelsFor(instrument, p) ?? NO_LABELS;
    byPinpoint.set(p, labels);
  }
  return labels === NO_LABELS ? undefined : labels;
}

/** "para. 2.1" where the text has a paragraph of that number: no sentence of paragraph 2. */
const numberedByLevels = (p: FoundPinpoint, labels: Labels): boolean =>
  p.members.some((m) => m.decimal !== undefined && labels.paragraphs.some((l) => l === m.decimal || l.startsWith(`${m.decimal}(`)));

/** Pinpoints of the instrument; those whose unit it does not have are left out, and so are all when its text is not loaded. */
export function pinsOf(site: Site, id: string, found: readonly FoundPinpoint[], library: Library): readonly Pinpoint[] {
  const instrument = library.get(id);
  if (!instrument) return [];
  return found.flatMap((p): Pinpoint[] => {
    const labels = labelsOf(instrument, p);
    return labels ? [{ ...placed(site, p.span), ...labels, ...(p.sentence && !numberedByLevels(p, labels) ? { sentence: p.sentence } : {}) }] : [];
  });
}

/** What "ibid." alone takes over from the citation before it. */
export const inheritedPin = (site: Site, span: Span, paragraphs: readonly string[]): Pinpoint => ({
  ...placed(site, span),
  paragraphs,
  unknown: [],
  inherited: true,
});

/** A pinpoint of a text that is not in the library: shown as written, nothing claimed about it. */
export const foreignPin = (site: Site, p: FoundPinpoint): Pinpoint => ({
  ...placed(site, p.span),
  paragraphs: p.members.map(
    (m) => `${p.unit === 'paragraph' ? '' : `${(p.unit[0] as string).toUpperCase()}${p.unit.slice(1)} `}${m.main}${m.subs.map((s) => `(${s})`).join('')}`,
  ),
  unknown: [],
});

/** `ids` with more than one member leave the citation ambiguous; an empty id stands for a text that is not known. */
export const citationOf = (
  site: Site,
  span: Span,
  form: CitationForm,
  why: string,
  meant: { readonly ids: readonly string[]; readonly other?: string },
  pinpoints: readonly Pinpoint[],
): Citation => ({
  ...placed(site, span),
  form,
  instrument: meant.ids.length === 1 ? meant.ids[0] : undefined,
  ...(meant.other ? { other: meant.other } : {}),
  ...(meant.ids.length > 1 ? { candidates: meant.ids.filter((x) => x !== '') } : {}),
  pinpoints,
  why,
});

/** The same citation in a block that has moved by so many units and is the block of that number now. */
export const movedCitation = (c: Citation, by: number, block: number): Citation => ({
  ...c,
  span: { start: c.span.start + by, end: c.span.end + by },
  block,
  pinpoints: c.pinpoints.map((p) => ({ ...p, span: { start: p.span.start + by, end: p.span.end + by }, block })),
});
