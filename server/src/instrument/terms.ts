/** Finds the terms of an instrument: what it defines, what it names, and what its terms file adds. */

import { foldTypography, lower } from '../text/fold.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { findPairs } from './acronyms.ts';
import type { InstrumentHead, Paragraph, Term, TermKind } from './instrument.ts';
import { findNames } from './named.ts';
import { type Match, matcherOf, type Surface } from './term-matcher.ts';
import { readTermsFile, type TermEntry } from './terms-file.ts';
import { findRoles } from './terms-roles.ts';

/** A term in the making. */
interface Draft extends TermEntry {
  readonly definition?: Span;
}

const same = (a: string, b: string): boolean => lower(foldTypography(a)) === lower(foldTypography(b));

const KINDS: readonly (readonly [TermKind, RegExp])[] = [
  ['treaty', /\b(?:treaty|convention|agreement|protocol|charter|statute|covenant|accords?|pact|traité|accord|tratado|convenio|acuerdo)\b/i],
  ['command', /\bcommand\b/i],
  [
    'body',
    /\b(?:group|committee|commission|council|board|forum|working party|conference|secretariat|agency|body|court|tribunal|assembly|authority|meeting|taskforce|task force)\b/i,
  ],
  ['state', /\b(?:republic|kingdom|states of america|federation)\b/i],
  ['organization', /\b(?:organi[sz]ation|association|union|bank|fund|programme|alliance|partnership|coalition|community|league)\b/i],
];

/** By the noun that the name ends with, else by any in it: the "North Atlantic Treaty Organization" is none of the treaties. */
function kindOf(long: string): TermKind {
  const last = /\p{L}+$/u.exec(long)?.[0] ?? '';
  return (KINDS.find(([, noun]) => noun.test(last)) ?? KINDS.find(([, noun]) => noun.test(long)))?.[0] ?? 'other';
}

const surfacesOf = (drafts: readonly Draft[]): readonly Surface<number>[] =>
  drafts.flatMap((d, value) => [
    ...d.shortForms.map((text) => ({ text, short: true, value })),
    ...[d.long, ...d.aliases, ...(d.inText ? [d.inText] : [])].map((text) => ({ text, short: false, value })),
  ]);

/** Treaties and bodies that the text names in full, where no other term has the name already; the text itself is none of its terms. */
function namedOnly(paragraphs: readonly Paragraph[], drafts: readonly Draft[], head: InstrumentHead): readonly Draft[] {
  const own = [head.title, ...head.aliases].map((t) => t.replace(/^the\s+/i, ''));
  const matcher = matcherOf([...surfacesOf(drafts), ...own.map((text) => ({ text, short: false, value: -1 }))]);
  const found = new Map<string, Draft>();
  for (const p of paragraphs) {
    const text = p.prose.text;
    const names = findNames(text);
    const known = names.length > 0 ? matcher.find(text) : [];
    let next = 0;
    for (const s of names) {
      while (next < known.length && (known[next] as Match<number>).span.end <= s.start) next++;
      if ((known[next]?.span.start ?? s.end) < s.end) continue;
      const long = text.slice(s.start, s.end);
      if (!found.has(lower(long))) found.set(lower(long), { shortForms: [], long, aliases: [], kind: kindOf(long) });
    }
  }
  return [...found.values()];
}

/** `termsFile` is YAML as in `declarations/<id>.terms.yaml`; a bad entry becomes a problem and the others still hold. */
export function findTerms(
  paragraphs: readonly Paragraph[],
  head: InstrumentHead,
  termsFile?: string,
): { readonly terms: readonly Term[]; readonly problems: readonly string[] } {
  const { entries, problems } = termsFile === undefined ? { entries: [], problems: [] } : readTermsFile(termsFile);
  const drafts: Draft[] = [];
  for (const p of paragraphs) {
    const text = p.prose.text;
    for (const pair of findPairs(text)) {
      const short = text.slice(pair.short.start, pair.short.end).replace(/(?<=[\p{Lu}.])[’']?s$/u, '');
      const long = text.slice(pair.long.start, pair.long.end);
      if (short.length < 2 || drafts.some((d) => d.short === short)) continue;
      const definition = toSource(p.prose, { start: Math.min(pair.short.start, pair.long.start), end: Math.max(pair.short.end, pair.long.end) });
      drafts.push({ short, shortForms: [short], long, aliases: [], kind: kindOf(long), definition });
    }
    for (const { short, long: span, definition } of findRoles(text)) {
      const long = text.slice(span.start, span.end);
      if (same(long, short) || drafts.some((d) => d.short === short)) continue;
      const kind = kindOf(long);
      drafts.push({
        short,
        shortForms: [short],
        long,
        aliases: [],
        kind: /^(?:Government|Gouvernement|Gobierno)/.test(long) || kind === 'other' ? 'role' : kind,
        definition: toSource(p.prose, definition),
      });
    }
  }
  // The file adds notes to what the text defines, and terms that the text only names.
  for (const e of entries) {
    const at = drafts.findIndex((d) => (e.short !== undefined && d.short === e.short) || same(d.long, e.long));
    if (at >= 0)
      drafts[at] = {
        ...e,
        ...(drafts[at] as Draft),
        kind: e.kind,
        aliases: e.aliases,
        shortForms: [...new Set([...(drafts[at] as Draft).shortForms, ...e.shortForms])],
        ...(e.note ? { note: e.note } : {}),
        ...(e.source ? { source: e.source } : {}),
      };
    else drafts.push(e);
  }
  drafts.push(...namedOnly(paragraphs, drafts, head));
  const matcher = matcherOf(surfacesOf(drafts));
  const uses = drafts.map((): Span[] => []);
  const labels = drafts.map((): Set<string> => new Set());
  for (const p of paragraphs)
    for (const m of matcher.find(p.prose.text)) {
      uses[m.surface.value]?.push(toSource(p.prose, m.span));
      labels[m.surface.value]?.add(p.label);
    }
  const terms = drafts.flatMap((d, i): Term[] => {
    const where = uses[i] as Span[];
    // An entry of the file that the text never mentions explains nothing here.
    if (where.length === 0 && d.definition === undefined && d.inText === undefined) return [];
    const definition = d.definition ?? where[0];
    return [
      {
        ...(d.short ? { short: d.short } : {}),
        shortForms: d.shortForms,
        long: d.long,
        aliases: d.aliases,
        kind: d.kind,
        ...(definition ? { definition } : {}),
        definedInText: d.definition !== undefined,
        uses: where,
        paragraphs: [...(labels[i] as Set<string>)],
        ...(d.note ? { note: d.note } : {}),
        ...(d.source ? { source: d.source } : {}),
      },
    ];
  });
  return { terms, problems };
}
