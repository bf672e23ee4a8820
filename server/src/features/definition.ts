/** Definition and declaration: from what is written to where it stands. */
import type { Analysis, Passage } from '../document/analysis.ts';
import { toSource } from '../text/prose.ts';
import { overlap, type Span } from '../text/span.ts';
import { inParagraph, placesOf } from './render.ts';
import { termOf, thingsAt } from './thing.ts';

export interface Target {
  /** `undefined`: in this very document. */
  readonly instrument: string | undefined;
  /** What is shown when peeking. */
  readonly span: Span;
  /** What is selected on arrival. */
  readonly selection: Span;
}

export interface Definition {
  /** What is underlined in the document. */
  readonly origin: Span;
  readonly targets: readonly Target[];
}

/** A pinpoint leads to its paragraphs, a term to its definition, a quotation to the words, a claim to its commitment. */
export function definition(analysis: Analysis, offset: number): Definition | undefined {
  for (const thing of thingsAt(analysis, offset)) {
    const targets = ((): readonly Target[] => {
      switch (thing.kind) {
        case 'pinpoint':
          return ofParagraphs(analysis, thing.citation.instrument, thing.pinpoint.paragraphs, thing.pinpoint.sentence);
        case 'citation': {
          const inherited = thing.citation.pinpoints.find((p) => p.inherited);
          if (inherited) return ofParagraphs(analysis, thing.citation.instrument, inherited.paragraphs, inherited.sentence);
          return ofWhole(analysis, thing.citation.instrument);
        }
        case 'mention': {
          const m = thing.mention;
          const own = m.definition;
          const term = termOf(analysis, m);
          const first = term?.definition ?? term?.uses[0];
          if (m.instrument !== undefined && first) return [withParagraph(analysis, m.instrument, first)];
          return own && overlap(own, m.span) === 0 ? [{ instrument: undefined, span: own, selection: own }] : [];
        }
        case 'quotation':
          return [...(thing.quotation.source ? [thing.quotation.source] : []), ...thing.quotation.also].map((p) => ofPassage(analysis, p));
        case 'claim': {
          const commitment = analysis.library.get(thing.claim.instrument)?.commitments[thing.claim.commitment];
          return commitment ? [{ instrument: thing.claim.instrument, span: commitment.span, selection: commitment.span }] : [];
        }
        case 'term': {
          const first = thing.term.definition ?? thing.term.uses[0];
          return first ? [{ instrument: undefined, span: first, selection: first }] : [];
        }
        default:
          return [];
      }
    })();
    if (targets.length > 0) return { origin: thing.span, targets };
  }
  return undefined;
}

function ofParagraphs(analysis: Analysis, id: string | undefined, labels: readonly string[], sentence?: number): readonly Target[] {
  const instrument = id === undefined ? undefined : analysis.library.get(id);
  if (instrument === undefined) return [];
  return labels.flatMap((label) =>
    placesOf(instrument, label).map(({ paragraph: p, item }): Target => {
      const s = item?.span ?? (labels.length === 1 && sentence !== undefined ? p.sentences[sentence - 1] : undefined);
      return { instrument: instrument.id, span: p.span, selection: s ? toSource(p.prose, s) : { start: p.span.start, end: p.span.start } };
    }),
  );
}

function ofWhole(analysis: Analysis, id: string | undefined): readonly Target[] {
  const instrument = id === undefined ? undefined : analysis.library.get(id);
  if (instrument === undefined) return [];
  const first = instrument.paragraphs[0]?.span ?? { start: 0, end: 0 };
  return [{ instrument: instrument.id, span: first, selection: { start: first.start, end: first.start } }];
}

/** The sentence that holds the words, with the words selected. */
const ofPassage = (analysis: Analysis, passage: Passage): Target => withParagraph(analysis, passage.instrument, passage.span);

function withParagraph(analysis: Analysis, id: string, selection: Span): Target {
  const p = analysis.library.get(id)?.paragraphs.find((x) => overlap(x.span, selection) > 0);
  if (p === undefined) return { instrument: id, span: selection, selection };
  const inside = inParagraph(p, selection);
  const sentence = p.sentences.find((s) => overlap(s, inside) > 0);
  const shown = sentence ? toSource(p.prose, sentence) : p.span;
  return { instrument: id, span: { start: Math.min(shown.start, selection.start), end: Math.max(shown.end, selection.end) }, selection };
}
