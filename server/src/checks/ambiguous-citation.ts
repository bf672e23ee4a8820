/** A pinpoint beside a name that two texts bear, where neither date nor parties decide. */
import type { Check } from './check.ts';

export const ambiguousCitation: Check = {
  id: 'ambiguous-citation',
  severity: 'hint',
  summary: 'a pinpoint beside a name that several texts bear',
  *run(analysis) {
    for (const c of analysis.citations) {
      if (c.instrument !== undefined || !c.candidates || c.pinpoints.length === 0) continue;
      const heads = c.candidates.flatMap((id) => analysis.library.head(id) ?? []);
      if (heads.length === 0) continue;
      const dates = heads.map((h) => `${h.title}${h.date ? ` of ${h.date}` : ''}`);
      const first = heads[0];
      yield {
        span: c.span,
        message: `Several texts are called “${c.text.replace(/,.*$/, '')}” (${dates.join('; ')}${heads.length === 1 ? ' is one of them' : ''}): a date or the parties would say which is meant`,
        fixes: first?.date
          ? [
              {
                title: `Say that it is the one of ${first.date.slice(0, 4)}`,
                edits: [{ span: { start: c.span.end, end: c.span.end }, text: ` (${first.date.slice(0, 4)})` }],
              },
            ]
          : [],
      };
    }
  },
};
