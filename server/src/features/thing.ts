/** The thing under the cursor: what hover, definition, references and highlights all ask about. */
import type { Analysis, Citation, Claim, Mention, Pinpoint, Quotation } from '../document/analysis.ts';
import type { Commitment, Paragraph, Term } from '../instrument/instrument.ts';
import { length, type Span, touches } from '../text/span.ts';

export type Thing =
  | { readonly kind: 'mention'; readonly span: Span; readonly mention: Mention }
  | { readonly kind: 'pinpoint'; readonly span: Span; readonly pinpoint: Pinpoint; readonly citation: Citation }
  | { readonly kind: 'citation'; readonly span: Span; readonly citation: Citation }
  | { readonly kind: 'quotation'; readonly span: Span; readonly quotation: Quotation }
  | { readonly kind: 'claim'; readonly span: Span; readonly claim: Claim }
  | { readonly kind: 'term'; readonly span: Span; readonly term: Term }
  | { readonly kind: 'commitment'; readonly span: Span; readonly commitment: Commitment }
  | { readonly kind: 'paragraph'; readonly span: Span; readonly paragraph: Paragraph };

/** Of things of the same length the earlier kind is meant: a term that fills a citation is hovered as the citation. */
const ORDER = ['pinpoint', 'citation', 'mention', 'term', 'quotation', 'claim', 'commitment', 'paragraph'];

/** All things that touch the offset, the smallest first. */
export function thingsAt(analysis: Analysis, offset: number): readonly Thing[] {
  const found: Thing[] = [];
  const add = (thing: Thing) => {
    if (touches(thing.span, offset) && length(thing.span) > 0) found.push(thing);
  };
  for (const citation of analysis.citations) {
    for (const pinpoint of citation.pinpoints) if (!pinpoint.inherited) add({ kind: 'pinpoint', span: pinpoint.span, pinpoint, citation });
    for (const span of namePieces(analysis.text, citation)) add({ kind: 'citation', span, citation });
  }
  for (const mention of analysis.mentions) add({ kind: 'mention', span: mention.span, mention });
  for (const quotation of analysis.quotations) add({ kind: 'quotation', span: quotation.span, quotation });
  for (const claim of analysis.claims) add({ kind: 'claim', span: claim.span, claim });
  const self = analysis.self;
  if (self) {
    for (const term of self.terms) for (const span of term.uses) add({ kind: 'term', span, term });
    for (const commitment of self.commitments) add({ kind: 'commitment', span: commitment.span, commitment });
    for (const paragraph of self.paragraphs) add({ kind: 'paragraph', span: paragraph.span, paragraph });
  }
  // A cursor between two things means the one that begins there.
  const behind = (t: Thing) => (t.span.end === offset ? 1 : 0);
  return found.sort((a, b) => behind(a) - behind(b) || length(a.span) - length(b.span) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** A citation without its pinpoints and the punctuation between: what names the text. Empty for a bare "para. 4". */
export function namePieces(text: string, citation: Citation): readonly Span[] {
  const out: Span[] = [];
  const add = (start: number, end: number) => {
    let [from, to] = [start, end];
    while (from < to && /[\s,;:(]/.test(text[from] as string)) from++;
    while (to > from && /[\s,;:]/.test(text[to - 1] as string)) to--;
    if (to > from && /[\p{L}\p{N}]/u.test(text.slice(from, to))) out.push({ start: from, end: to });
  };
  let at = citation.span.start;
  for (const p of citation.pinpoints.filter((x) => !x.inherited).toSorted((a, b) => a.span.start - b.span.start)) {
    if (p.span.end <= at || p.span.start >= citation.span.end) continue;
    if (p.span.start > at) add(at, p.span.start);
    at = p.span.end;
  }
  add(at, citation.span.end);
  return out;
}

export const thingAt = (analysis: Analysis, offset: number): Thing | undefined => thingsAt(analysis, offset)[0];

/** The term of an instrument that a mention is of. */
export function termOf(analysis: Analysis, mention: Mention): Term | undefined {
  if (mention.instrument === undefined) return undefined;
  const terms = analysis.library.get(mention.instrument)?.terms ?? [];
  return (
    terms.find((t) => t.short === mention.short && t.long === mention.long) ??
    terms.find((t) => t.shortForms.includes(mention.short)) ??
    terms.find((t) => t.long === mention.long)
  );
}
