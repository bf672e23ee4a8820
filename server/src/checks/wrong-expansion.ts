/** The document pairs a short form of the instrument with a name that is nearly, but not quite, the right one. */
import type { Analysis } from '../document/analysis.ts';
import { type Definition, definitionsIn, hullOf } from '../document/definitions.ts';
import { isNearMiss } from '../document/expansions.ts';
import { isSpeltByInitials } from '../instrument/alignment.ts';
import type { Instrument, Term } from '../instrument/instrument.ts';
import type { Span } from '../text/span.ts';
import type { Check } from './check.ts';

export const wrongExpansion: Check = {
  id: 'wrong-expansion',
  severity: 'warning',
  summary: 'a short form expanded to nearly the right name',
  *run(analysis) {
    for (const d of definitionsIn(analysis.markup.blocks)) {
      const hit = termOf(analysis, d.short);
      if (!hit || !isNearMiss(hit.term, d.long) || isDoubtful(d)) continue;
      const { term, instrument } = hit;
      const passage = term.definition && { instrument: instrument.id, paragraph: term.paragraphs[0] ?? '', span: term.definition };
      yield {
        span: apart(analysis, d) ? d.longSpan : hullOf(d),
        message: `${d.short} stands for “${term.long}”${term.definedInText ? `, as the ${instrument.title} has it` : ''}, not for “${d.long}”.`,
        see: passage ? [passage] : [],
        fixes: [{ title: `Write “${term.long}”`, edits: [{ span: d.longSpan, text: term.long }], preferred: true }],
      };
    }
  },
};

/** Where an initialism's letters do not each begin a word, the name may begin or end elsewhere than it was read. */
const isDoubtful = ({ short, long }: Definition): boolean => /^\p{Lu}{2,5}$/u.test(short) && !isSpeltByInitials(long, short);

/** In a table the name alone is marked, not what stands between the cells. */
const apart = (analysis: Analysis, d: Definition): boolean =>
  !analysis.markup.blocks.some((b) => b.kind !== 'cell' && within(b.span, d.shortSpan.start) && within(b.span, d.longSpan.start));
const within = (s: Span, at: number): boolean => s.start <= at && at < s.end;

function termOf(analysis: Analysis, short: string): { readonly term: Term; readonly instrument: Instrument } | undefined {
  for (const { instrument } of analysis.cites) {
    const term = instrument.terms.find((t) => t.kind !== 'role' && t.shortForms.includes(short));
    if (term) return { term, instrument };
  }
  return undefined;
}
