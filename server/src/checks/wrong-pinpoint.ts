/** A quotation's words stand in another paragraph than the one cited. */
import type { Analysis, Citation, Pinpoint, Quotation } from '../document/analysis.ts';
import { paragraphHas } from '../document/pins.ts';
import { renderPinpoint } from '../document/restyle.ts';
import type { Check, Fix } from './check.ts';
import { repin } from './cite.ts';
import { list, paragraphName, passageName, quote } from './phrases.ts';

export const wrongPinpoint: Check = {
  id: 'wrong-pinpoint',
  severity: 'warning',
  summary: 'the quoted words stand in another paragraph than the one cited',
  *run(analysis) {
    const told = new Set<string>();
    const together = new Map<number, Quotation[]>();
    for (const q of analysis.quotations) if (q.citation !== undefined) together.set(q.citation, [...(together.get(q.citation) ?? []).slice(-20), q]);
    for (const q of analysis.quotations) {
      const citation = governing(analysis, q);
      if (!citation || !q.source) continue;
      if (stands(analysis, q, citation)) continue;
      const pins = citation.pinpoints;
      const pin = pins.length === 1 ? (pins[0] as Pinpoint) : undefined;
      // Where the reader sees both; in a note far away the finding stands on the words.
      const place = pin && !pin.inherited && Math.abs(pin.span.start - q.span.end) < 250 ? pin.span : q.span;
      const key = `${place.start}:${q.source.paragraph}`;
      if (told.has(key)) continue;
      told.add(key);
      const right = unique([q.source.paragraph, ...q.also.map((p) => p.paragraph)]);
      const cited = unique(pins.flatMap((p) => p.paragraphs));
      const these = q.match === 'altered' ? 'Nearly these words' : 'These words';
      yield {
        span: place,
        message: `${these} (${quote(q.text, 60)}) stand in ${passageName(analysis, q.source)}${right.length > 1 ? ` (also in ${list(right.slice(1).map(paragraphName))})` : ''}, not in ${list(cited.map(paragraphName))}.`,
        see: [q.source, ...q.also],
        fixes: pin ? fix(analysis, together.get(q.citation as number) ?? [], q, citation, pin, right) : [],
      };
    }
  },
};

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];

/** The citation whose pinpoint speaks of this quotation; none where the words are too unlike or the origin is not certain. */
function governing(analysis: Analysis, q: Quotation): Citation | undefined {
  if (q.attribution === 'implied' || q.citation === undefined || q.match === 'absent' || q.match === 'elsewhere') return undefined;
  const citation = analysis.citations[q.citation];
  if (!citation || citation.instrument !== q.source?.instrument || citation.pinpoints.length === 0) return undefined;
  return citation;
}

const stands = (analysis: Analysis, q: Quotation, citation: Citation): boolean => {
  const instrument = analysis.library.get(citation.instrument ?? '');
  if (!instrument) return true;
  return [q.source, ...q.also].some((p) => p && citation.pinpoints.some((pin) => pin.paragraphs.some((label) => paragraphHas(instrument, p, label))));
};

/** So many right pinpoints are offered where the words stand in several paragraphs. */
const MOST = 3;

/** The right pinpoint in the author's own style; where other quotations rely on the same pinpoint, theirs stay. */
function fix(analysis: Analysis, together: readonly Quotation[], q: Quotation, citation: Citation, pin: Pinpoint, right: readonly string[]): readonly Fix[] {
  const others = together.filter((o) => o !== q && o.source && governing(analysis, o) && stands(analysis, o, citation));
  const order = analysis.library.get(citation.instrument ?? '')?.paragraphs.map((p) => p.label) ?? [];
  return right.slice(0, MOST).flatMap((one): readonly Fix[] => {
    const labels = unique([...others.map((o) => o.source?.paragraph ?? ''), one]).toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    const text = renderPinpoint(pin.text, labels);
    if (pin.inherited)
      return [{ title: `Cite ${list(labels.map(paragraphName))}`, edits: [{ span: { start: citation.span.end, end: citation.span.end }, text: `, ${text}` }] }];
    const edit = repin(analysis, pin, text);
    return edit ? [{ title: `Cite ${text}`, edits: [edit], ...(right.length === 1 ? { preferred: true } : {}) }] : [];
  });
}
