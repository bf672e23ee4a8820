/** The outline: of a declaration its paragraphs with their commitments and terms, of a document the declarations it cites and where. */
import type { Analysis } from '../document/analysis.ts';
import { fromSource } from '../text/prose.ts';
import { contains, type Span } from '../text/span.ts';
import { commitmentsOf, nameOf } from './render.ts';

export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'declaration' | 'paragraph' | 'commitment' | 'term' | 'citation';
  readonly span: Span;
  /** Inside `span`: what is selected. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

const short = (text: string, most = 80): string => (text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most)) || text.slice(0, most)} …`);

export function symbols(analysis: Analysis): readonly OutlineItem[] {
  const self = analysis.self;
  if (self === undefined) return cited(analysis);
  return self.paragraphs.map((p): OutlineItem => {
    const inside = (s: Span) => contains(p.span, s);
    const children: OutlineItem[] = [
      ...commitmentsOf(self, p)
        .filter((c) => inside(c.span))
        .map(
          (c): OutlineItem => ({
            name: short(c.text, 60),
            detail: [c.actors.join(', '), c.force].filter(Boolean).join(' · '),
            kind: 'commitment',
            span: c.span,
            selection: contains(c.span, c.operative) ? c.operative : c.span,
            children: [],
          }),
        ),
      ...self.terms.flatMap((t): OutlineItem[] => {
        const at = t.definition ?? t.uses[0];
        return at && inside(at)
          ? [{ name: t.short ?? t.long, detail: t.short === undefined ? t.kind : t.long, kind: 'term', span: at, selection: at, children: [] }]
          : [];
      }),
    ].sort((a, b) => a.span.start - b.span.start);
    return {
      name: capital(nameOf(p.label)),
      detail: short(p.prose.text),
      kind: 'paragraph',
      span: p.span,
      selection: { start: p.span.start, end: p.span.start },
      children,
    };
  });
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What stands before a citation, by which two of the same paragraph are told apart: the end of it, as a reader sees it. */
function wordsBefore(analysis: Analysis, s: Span): string {
  const prose = analysis.markup.blocks.find((b) => contains(b.span, s) && b.prose.text !== '')?.prose;
  if (prose === undefined) return '';
  const at = fromSource(prose, s.start);
  const before = prose.text
    .slice(Math.max(0, at - 60), at)
    .replace(/\[@[^\]]*$|[\s([,;]+$/, '')
    .trimEnd();
  return at > 60 ? `… ${before.slice(before.indexOf(' ') + 1)}` : before;
}

/** One entry for each cited declaration, with the citations that pinpoint it below. */
function cited(analysis: Analysis): readonly OutlineItem[] {
  return analysis.cites.flatMap(({ instrument }): OutlineItem[] => {
    const citations = analysis.citations.filter((c) => c.instrument === instrument.id);
    const pinpoints = citations.flatMap((c) => c.pinpoints.filter((p) => !p.inherited));
    const first = citations[0]?.span ?? pinpoints[0]?.span;
    if (first === undefined) return [];
    const end = Math.max(first.end, ...citations.map((c) => c.span.end), ...pinpoints.map((p) => p.span.end));
    const children = pinpoints
      .map(
        (p): OutlineItem => ({
          name: p.paragraphs.map(nameOf).map(capital).join(', ') || p.text,
          detail: p.unknown.length > 0 ? 'does not exist' : wordsBefore(analysis, p.span),
          kind: 'citation',
          span: p.span,
          selection: p.span,
          children: [],
        }),
      )
      .sort((a, b) => a.span.start - b.span.start);
    const start = Math.min(first.start, ...children.map((c) => c.span.start));
    return [{ name: instrument.title, detail: instrument.date ?? '', kind: 'declaration', span: { start, end }, selection: first, children }];
  });
}
