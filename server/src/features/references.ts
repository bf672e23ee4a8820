/** References: what is asked for under the cursor, and where a document of the workspace speaks of it. */
import type { Analysis } from '../document/analysis.ts';
import { overlap, type Span } from '../text/span.ts';
import { termOf, thingsAt } from './thing.ts';

/** What references are asked for: independent of the document in which the question was put. */
export type Subject =
  | { readonly kind: 'paragraphs'; readonly instrument: string; readonly labels: readonly string[] }
  | { readonly kind: 'instrument'; readonly instrument: string }
  | { readonly kind: 'term'; readonly instrument: string | undefined; readonly short: string; readonly long: string };

export function subjectAt(analysis: Analysis, offset: number): Subject | undefined {
  for (const thing of thingsAt(analysis, offset)) {
    const self = analysis.self?.id;
    switch (thing.kind) {
      case 'pinpoint':
        if (thing.citation.instrument !== undefined && thing.pinpoint.unknown.length < thing.pinpoint.paragraphs.length)
          return { kind: 'paragraphs', instrument: thing.citation.instrument, labels: thing.pinpoint.paragraphs };
        break;
      case 'citation':
        if (thing.citation.instrument !== undefined) return { kind: 'instrument', instrument: thing.citation.instrument };
        break;
      case 'mention': {
        const term = termOf(analysis, thing.mention);
        return {
          kind: 'term',
          instrument: thing.mention.instrument,
          short: term?.short ?? term?.long ?? thing.mention.short,
          long: term?.long ?? thing.mention.long,
        };
      }
      case 'term':
        return { kind: 'term', instrument: self, short: thing.term.short ?? thing.term.long, long: thing.term.long };
      case 'quotation':
        if (thing.quotation.source) return { kind: 'paragraphs', instrument: thing.quotation.source.instrument, labels: [thing.quotation.source.paragraph] };
        break;
      case 'claim':
        return { kind: 'paragraphs', instrument: thing.claim.instrument, labels: [thing.claim.paragraph] };
      case 'commitment':
        break;
      case 'paragraph':
        if (self !== undefined) return { kind: 'paragraphs', instrument: self, labels: [thing.paragraph.label] };
    }
  }
  return undefined;
}

/** Where the document speaks of the subject, in order. In a declaration itself: the paragraph, or the term's uses. */
export function references(analysis: Analysis, subject: Subject): readonly Span[] {
  const self = analysis.self;
  if (self) {
    if (self.id !== subject.instrument || subject.kind !== 'term') return [];
    return self.terms.filter((t) => (t.short ?? t.long) === subject.short && t.long === subject.long).flatMap((t) => t.uses);
  }
  const spans = ((): Span[] => {
    switch (subject.kind) {
      case 'instrument':
        return analysis.citations.filter((c) => c.instrument === subject.instrument).map((c) => c.span);
      case 'paragraphs':
        return analysis.citations
          .filter((c) => c.instrument === subject.instrument)
          .flatMap((c) => c.pinpoints.filter((p) => p.paragraphs.some((l) => subject.labels.includes(l))).map((p) => (p.inherited ? c.span : p.span)));
      case 'term':
        return analysis.mentions
          .filter((m) => {
            const term = termOf(analysis, m);
            return m.instrument === subject.instrument && (term?.short ?? term?.long ?? m.short) === subject.short && (term?.long ?? m.long) === subject.long;
          })
          .map((m) => m.span);
    }
  })();
  const sorted = spans.sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((s, i) => i === 0 || overlap(s, sorted[i - 1] as Span) === 0);
}

/** The declaration's own place of the subject, for "include declaration". */
export function declared(analysis: Analysis, subject: Subject): { readonly instrument: string; readonly spans: readonly Span[] } | undefined {
  const instrument = subject.instrument === undefined ? undefined : analysis.library.get(subject.instrument);
  if (instrument === undefined) return undefined;
  const spans =
    subject.kind === 'term'
      ? instrument.terms.filter((t) => (t.short ?? t.long) === subject.short && t.long === subject.long).flatMap((t) => t.definition ?? t.uses[0] ?? [])
      : subject.kind === 'paragraphs'
        ? instrument.paragraphs.filter((p) => subject.labels.includes(p.label)).map((p) => p.span)
        : [];
  return { instrument: instrument.id, spans };
}
