/** Resolves candidates to instruments and paragraphs; what is not unique stays unresolved (after eyecite's rule). */
import type { Cited, Context, Resolved } from './analysis.ts';
import type { Candidate } from './citations.ts';
import { directed } from './directives.ts';
import { eventsOf, meaningsOf } from './events.ts';
import { inSequence } from './sequence.ts';

/** `missing`: instruments that are cited, or may be, but whose text the library has not loaded. All empty for a document that is said to cite none. */
export function resolveCitations(
  candidates: readonly Candidate[],
  context: Context,
): Pick<Resolved, 'citations' | 'cites' | 'said'> & { readonly missing: readonly string[] } {
  const { library } = context;
  const said = directed(context);
  if (said && said.ids.length === 0) return { citations: [], cites: [], said: new Map(), missing: [] };
  const heads = said ? library.heads.filter((h) => said.ids.includes(h.id)) : library.heads;
  const names = meaningsOf(candidates, context, said ? new Set(heads.map((h) => h.id)) : { has: (id) => library.head(id) !== undefined }, said !== undefined);
  const read = eventsOf(context, heads, names);
  const events = new Map(candidates.map((c) => [c, read(c)] as const));

  // What the document cites: what it names beyond doubt, links to or cites by key, and what it says outright.
  const why = new Map<string, Cited['why']>();
  for (const list of events.values())
    for (const { ids, form } of list) {
      const id = ids.length === 1 ? ids[0] : undefined;
      if (id && !why.has(id)) why.set(id, form === 'key' || form === 'link' ? form : 'named');
    }
  if (said) for (const h of heads) if (!why.has(h.id)) why.set(h.id, said.why);
  const ids = [...why.keys()];
  const { citations, said: remembered } = inSequence(candidates, events, context, ids.length === 1 ? ids[0] : undefined);

  const cites = ids.flatMap((id): Cited[] => {
    const instrument = library.get(id);
    if (!instrument) return [];
    if (said) return [{ instrument, why: said.why, ...(said.span ? { span: said.span } : {}) }];
    const span = names.named.get(id) ?? citations.find((c) => c.instrument === id && /^(?:full|link|key)$/.test(c.form))?.span;
    return [{ instrument, why: why.get(id) ?? 'named', ...(span ? { span } : {}) }];
  });
  return { citations, cites, said: remembered, missing: [...new Set([...ids, ...names.wanted])].filter((id) => library.get(id) === undefined) };
}
