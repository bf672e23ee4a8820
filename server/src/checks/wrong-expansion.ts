/** The document pairs a short form of the instrument with a name that is nearly, but not quite, the right one. */
import type { Analysis } from '../document/analysis.ts';
import { definitionsIn, isExpansionOf, likeness } from '../document/mentions.ts';
import { expansionBefore, wordsOf } from '../instrument/alignment.ts';
import type { Instrument, Term } from '../instrument/instrument.ts';
import type { Block } from '../text/markup/markup.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { Check } from './check.ts';

/** Below this share of common words the author means another thing, which is no error. */
const NEAR = 0.34;

export const wrongExpansion: Check = {
  id: 'wrong-expansion',
  severity: 'warning',
  summary: 'a short form expanded to nearly the right name',
  *run(analysis) {
    for (const { short, long, span, longSpan } of pairings(analysis)) {
      const hit = termOf(analysis, short);
      if (!hit || isExpansionOf(hit.term, long) || likeness(hit.term.long, long) < NEAR) continue;
      // A longer official name around the right one ("the U.S.-ROK Nuclear Consultative Group") is right.
      const passage = hit.term.definition && { instrument: hit.instrument.id, paragraph: hit.term.paragraphs[0] ?? '', span: hit.term.definition };
      yield {
        span,
        message: `${short} stands for “${hit.term.long}”${hit.term.definedInText ? `, as the ${hit.instrument.title} has it` : ''}, not for “${long}”.`,
        see: passage ? [passage] : [],
        fixes: [{ title: `Write “${hit.term.long}”`, edits: [{ span: longSpan, text: hit.term.long }], preferred: true }],
      };
    }
  },
};

function termOf(analysis: Analysis, short: string): { readonly term: Term; readonly instrument: Instrument } | undefined {
  for (const { instrument } of analysis.cites) {
    const term = instrument.terms.find((t) => t.kind !== 'role' && t.shortForms.includes(short));
    if (term) return { term, instrument };
  }
  return undefined;
}

interface Pairing {
  readonly short: string;
  readonly long: string;
  readonly span: Span;
  readonly longSpan: Span;
}

function* pairings(analysis: Analysis): Iterable<Pairing> {
  const { blocks } = analysis.markup;
  for (const d of definitionsIn(blocks)) {
    const { prose } = blocks[d.block] as Block;
    const whole = { start: Math.min(d.longSpan.start, d.shortSpan.start), end: Math.max(d.longSpan.end, d.shortSpan.end) };
    yield { short: d.short, long: d.long, span: toSource(prose, whole), longSpan: toSource(prose, d.longSpan) };
  }
  // A table of abbreviations pairs neighbouring cells.
  for (let i = 0; i < blocks.length; i++) {
    const cell = blocks[i] as Block;
    if (cell.kind !== 'cell' || !/^[\p{Lu}\p{N}][\p{L}\p{N}&/-]{1,11}$/u.test(cell.prose.text)) continue;
    for (const neighbour of [blocks[i - 1], blocks[i + 1]]) {
      if (neighbour?.kind !== 'cell') continue;
      const words = wordsOf(neighbour.prose.text, 0, neighbour.prose.text.length);
      const long = words.length > 1 ? expansionBefore(words, cell.prose.text, 0.7) : undefined;
      if (long && long.span.end - long.span.start >= neighbour.prose.text.length - 4)
        yield {
          short: cell.prose.text,
          long: neighbour.prose.text.slice(long.span.start, long.span.end),
          span: toSource(neighbour.prose, long.span),
          longSpan: toSource(neighbour.prose, long.span),
        };
    }
  }
}
