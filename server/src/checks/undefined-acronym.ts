/** An acronym of the instrument is used and never expanded in the document: a matter of house style. */
import type { Check } from './check.ts';

export const undefinedAcronym: Check = {
  id: 'undefined-acronym',
  severity: 'information',
  off: true,
  summary: 'an acronym that the document never expands',
  *run(analysis) {
    const expanded = new Set(analysis.mentions.filter((m) => m.definedHere || m.definition).map((m) => m.long));
    const told = new Set<string>();
    for (const m of analysis.mentions) {
      if (m.named || m.instrument === undefined || expanded.has(m.long)) continue;
      const first = !told.has(m.long);
      if (!first && analysis.settings.acronyms.firstUseOnly) continue;
      told.add(m.long);
      yield {
        span: m.span,
        message: `${m.text} is not expanded in this document: it stands for “${m.long}”.`,
        // Only the first use is the place for the name in full.
        fixes: first ? [{ title: `Write “${m.long} (${m.short})”`, edits: [{ span: m.span, text: `${m.long} (${m.short})` }], preferred: true }] : [],
      };
    }
  },
};
