/** Finds every mention of a term: short forms in all inflections and names in full, the document's own definitions first. */
import { findAcronyms } from '../instrument/acronyms.ts';
import type { Instrument, Term } from '../instrument/instrument.ts';
import { type Matcher, matcherOf, type Surface } from '../instrument/term-matcher.ts';
import { foldTypography, lower } from '../text/fold.ts';
import type { Block } from '../text/markup/markup.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { Mention, Resolved } from './analysis.ts';

interface Known {
  readonly instrument: Instrument;
  readonly term: Term;
}

const matchers = new WeakMap<Instrument, readonly Surface<Known>[]>();

function surfacesOf(instrument: Instrument): readonly Surface<Known>[] {
  const known = matchers.get(instrument);
  if (known) return known;
  const surfaces = instrument.terms.flatMap((term): Surface<Known>[] => [
    ...term.shortForms.filter((s) => term.kind !== 'role' || s !== lower(s)).map((text) => ({ text, short: true, value: { instrument, term } })),
    ...[term.long, ...term.aliases].map((text) => ({ text, short: false, value: { instrument, term } })),
  ]);
  matchers.set(instrument, surfaces);
  return surfaces;
}

/** A pairing of the document: short form, expansion, and where both stand. */
export interface Definition {
  readonly short: string;
  readonly long: string;
  readonly block: number;
  /** In the block's prose. */
  readonly shortSpan: Span;
  readonly longSpan: Span;
}

const memo = new WeakMap<Block['prose'], readonly Definition[]>();

/** The document's own pairings, in the order of the document. */
export function definitionsIn(blocks: readonly Block[]): readonly Definition[] {
  return blocks.flatMap((b, block) => {
    let known = memo.get(b.prose);
    if (known === undefined) {
      const text = b.prose.text;
      known = /\p{Lu}/u.test(text)
        ? findAcronyms(text).pairs.map((p) => ({
            short: text.slice(p.short.start, p.short.end).replace(/(?<=\p{Lu})['’]?s$/u, ''),
            long: text.slice(p.long.start, p.long.end),
            block,
            shortSpan: p.short,
            longSpan: p.long,
          }))
        : [];
      memo.set(b.prose, known);
    }
    return known.map((d) => (d.block === block ? d : { ...d, block }));
  });
}

const words = (name: string): readonly string[] =>
  (lower(foldTypography(name)).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((w) => !/^(?:the|of|on|and|for|concerning|to|a)$/.test(w))
    .map((w) => w.replace(/defence/, 'defense').replace(/s$/, ''));

const squeeze = (name: string): string => words(name).join('');

/** How alike two names are: the share of words they have in common. */
export function likeness(a: string, b: string): number {
  const x = words(a);
  const y = new Set(words(b));
  const common = x.filter((w) => y.has(w)).length;
  return common / Math.max(1, x.length + y.size - common);
}

/** True when the author's expansion is the term's name in any accepted form: alias, spelling, number, "United States" for "U.S.". */
export function isExpansionOf(term: Term, long: string): boolean {
  const plain = (s: string) =>
    squeeze(
      s.replace(/\b(?:U\.S\.|US|United States(?: of America)?)(?=\s|$|-)/g, 'United States').replace(/\b(?:ROK|South Korean?|Republic of Korea)\b/g, 'Korea'),
    );
  const own = plain(long);
  return [term.long, ...term.aliases].some((name) => {
    const theirs = plain(name);
    return own === theirs || (theirs.length > 6 && (own.endsWith(theirs) || theirs.endsWith(own)) && own.length > 6);
  });
}

/** Words that make an acronym somebody else's: "NPR reported", "a podcast from NPR", "told NPR". */
const MEDIA_BEHIND =
  /^(?:[’']s)?\s+(?:reported|reporter|correspondent|podcast|broadcast|aired|interview|host|listeners|journalist|story|news|radio|article|program)\b/i;
const MEDIA_BEFORE =
  /\b(?:podcasts?|radio|broadcasts?|interview(?:ed)?|told|aired|heard|stor(?:y|ies)|reporter|article|segment)\s+(?:\w+\s+)?(?:on|from|with|by|at|for)?\s*$/i;
const elsewhere = (text: string, span: Span): boolean =>
  MEDIA_BEHIND.test(text.slice(span.end, span.end + 30)) || MEDIA_BEFORE.test(text.slice(Math.max(0, span.start - 40), span.start));

/** Mentions in the order of the document, never overlapping: the longest name wins. */
export function findMentions({ markup, cites }: Resolved): readonly Mention[] {
  const definitions = definitionsIn(markup.blocks);
  const own = new Map<string, Definition>();
  for (const d of definitions) if (!own.has(d.short)) own.set(d.short, d);
  const known: Surface<Known>[] = cites.flatMap((c) => surfacesOf(c.instrument));
  // The first cited instrument that has a form gives it.
  const seen = new Set<string>();
  const surfaces: Surface<Known | Definition>[] = known.filter((s) => {
    const key = `${s.short} ${s.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const byShort = new Map<string, Known>();
  for (const s of known) if (s.short && !byShort.has(s.text)) byShort.set(s.text, s.value);
  const foreign = new Set<string>();
  for (const d of own.values()) {
    const term = byShort.get(d.short);
    if (term === undefined) {
      surfaces.push({ text: d.short, short: true, value: d });
      if (/\s/.test(d.long)) surfaces.push({ text: d.long, short: false, value: d });
    } else if (!isExpansionOf(term.term, d.long) && likeness(term.term.long, d.long) < 0.34) {
      // Another thing of that name: the document's meaning holds throughout.
      foreign.add(d.short);
      if (/\s/.test(d.long)) surfaces.push({ text: d.long, short: false, value: d });
    }
  }
  const matcher: Matcher<Known | Definition> = matcherOf(surfaces);
  const out: Mention[] = [];
  markup.blocks.forEach((b, block) => {
    for (const m of matcher.find(b.prose.text)) {
      const { value, text, short } = m.surface;
      const place = { span: toSource(b.prose, m.span), block, inProse: m.span };
      const written = b.prose.text.slice(m.span.start, m.span.end);
      const definition = own.get(text);
      const at = definition && toSource((markup.blocks[definition.block] as Block).prose, hullOf(definition));
      if ('term' in value) {
        if (short && foreign.has(text)) {
          const d = own.get(text) as Definition;
          out.push({
            ...place,
            text: written,
            short: text,
            long: d.long,
            instrument: undefined,
            paragraph: undefined,
            definedHere: true,
            ...(at ? { definition: at } : {}),
            named: false,
          });
          continue;
        }
        if (short && value.term.kind !== 'state' && elsewhere(b.prose.text, m.span)) continue;
        const forms = value.term.shortForms;
        const here = forms
          .map((f) => own.get(f))
          .find((d) => d !== undefined && (isExpansionOf(value.term, d.long) || likeness(value.term.long, d.long) >= 0.34));
        const span = here && toSource((markup.blocks[here.block] as Block).prose, hullOf(here));
        out.push({
          ...place,
          text: written,
          short: short ? text : (value.term.short ?? value.term.long),
          // The instrument's wording; the document's own is where `definition` points.
          long: value.term.long,
          instrument: value.instrument.id,
          paragraph: value.term.paragraphs[0],
          definedHere: here !== undefined && isExpansionOf(value.term, here.long),
          ...(span ? { definition: span } : {}),
          named: !short,
        });
      } else {
        const d = value;
        const span = toSource((markup.blocks[d.block] as Block).prose, hullOf(d));
        out.push({
          ...place,
          text: written,
          short: d.short,
          long: d.long,
          instrument: undefined,
          paragraph: undefined,
          definedHere: true,
          definition: span,
          named: !short,
        });
      }
    }
  });
  return out;
}

const hullOf = (d: Definition): Span => ({ start: Math.min(d.shortSpan.start, d.longSpan.start), end: Math.max(d.shortSpan.end, d.longSpan.end) });
