/** Finds every mention of a term: short forms in all inflections and names in full, the document's own definitions first. */
import type { Instrument, Term } from '../instrument/instrument.ts';
import { type Match, matcherOf, type Surface } from '../instrument/term-matcher.ts';
import { lower } from '../text/fold.ts';
import type { Block } from '../text/markup/markup.ts';
import { toSource } from '../text/prose.ts';
import { ofBlocksAnd, remember } from '../text/remember.ts';
import type { Span } from '../text/span.ts';
import type { Mention, Resolved } from './analysis.ts';
import { type Definition, definitionsIn, hullOf } from './definitions.ts';
import { isExpansionOf, isNearMiss } from './expansions.ts';

interface Known {
  readonly instrument: Instrument;
  readonly term: Term;
}

/** What a text calls itself or its parties ("the Convention") means another in another document. */
const GENERIC =
  /^(?:Treaty|Convention|Agreement|Protocol|Charter|Statute|Declaration|Part(?:y|ies)|States?|Governments?|Council|Committee|Commission|Secretariat|Organi[sz]ation|Agency|Group|Fund)$/;

const remembered = new WeakMap<Instrument, readonly Surface<Known>[]>();

function surfacesOf(instrument: Instrument): readonly Surface<Known>[] {
  const known = remembered.get(instrument);
  if (known) return known;
  const surfaces = instrument.terms.flatMap((term): Surface<Known>[] => [
    ...term.shortForms.filter((s) => term.kind !== 'role' && !GENERIC.test(s)).map((text) => ({ text, short: true, value: { instrument, term } })),
    ...[term.long, ...term.aliases].map((text) => ({ text, short: false, value: { instrument, term } })),
  ]);
  remembered.set(instrument, surfaces);
  return surfaces;
}

/** A match, with what the words around it say of it. */
interface Hit extends Match<Known | string> {
  readonly text: string;
  /** The letters are somebody else's. */
  readonly elsewhere: boolean;
  /** Part of a longer name; in a heading capitals say nothing. */
  readonly lent: boolean;
  readonly plural: boolean;
}

/** What the instruments give, made once for the same instruments. */
interface Given {
  readonly instruments: readonly Instrument[];
  readonly given: ReadonlyMap<string, Known>;
  readonly surfaces: readonly Surface<Known>[];
  /** Finders for these surfaces and the document's own, by what the document adds. */
  readonly finders: Map<string, Finder>;
}
type Finder = (text: string) => readonly Hit[];

let lately: readonly Given[] = [];
const LATELY = 4;

function givenBy(instruments: readonly Instrument[]): Given {
  const before = lately.find((g) => g.instruments.length === instruments.length && instruments.every((x, i) => x === g.instruments[i]));
  if (before) return before;
  const given = new Map<string, Known>();
  const surfaces: Surface<Known>[] = [];
  // The first cited instrument that has a form gives it; one that shortens or explains a name, before one that only names it.
  const seen = new Set<string>();
  const all = instruments.flatMap(surfacesOf);
  for (const s of [...all.filter((x) => isKnown(x.value.term)), ...all.filter((x) => !isKnown(x.value.term))]) {
    const key = `${s.short} ${s.text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    surfaces.push(s);
    if (s.short) given.set(s.text, s.value);
  }
  const made: Given = { instruments, given, surfaces, finders: new Map() };
  lately = [made, ...lately.slice(0, LATELY - 1)];
  return made;
}

/** Finds the surfaces in a block's words; the last few finders are kept, so that an edit searches only what it touched. */
function finderOf({ surfaces, finders }: Given, own: readonly Surface<string>[]): Finder {
  const key = JSON.stringify(own.map((s) => [s.text, s.value, s.short]));
  const known = finders.get(key);
  if (known) return known;
  const matcher = matcherOf<Known | string>([...surfaces, ...own]);
  const find = remember((text) => matcher.find(text).map((m) => hitOf(m, text)), 2000);
  if (finders.size >= LATELY) finders.clear();
  finders.set(key, find);
  return find;
}

/** Answers about a term by the name in question; a document's definitions are asked about again with every edit. */
const ofTerm = (ask: (term: Term, long: string) => boolean): ((term: Term, long: string) => boolean) => {
  const known = new WeakMap<Term, (long: string) => boolean>();
  return (term, long) => {
    let answer = known.get(term);
    if (!answer) {
      answer = remember((name) => ask(term, name), 100);
      known.set(term, answer);
    }
    return answer(long);
  };
};
const expands = ofTerm(isExpansionOf);
const nearlyExpands = ofTerm(isNearMiss);

const isKnown = (term: Term): boolean => term.short !== undefined || term.note !== undefined;

/** What cannot speak or be spoken to: where its letters do, they are somebody else's. */
const MUTE: ReadonlySet<string> = new Set(['policy', 'treaty', 'exercise', 'concept', 'asset']);
/** "NPR reported", "NPR’s host", "an NPR podcast"; "the 2022 NPR says" is what one says of a review. */
const SPEAKS =
  /^(?:[’']s)?(?:\s\p{Lu}\p{Ll}+){0,2}\s(?:reported|reporter|correspondent|podcast|broadcast|aired|asked|interview(?:ed)?|hosts?|listeners|journalist|news|radio|station|affiliate|poll)\b/u;
/** "a podcast from NPR", "told NPR", "according to NPR": without the article that a text has. */
const SPOKEN_TO =
  /\b(?:told|tells|aired|heard|according to|speaking (?:on|to|with)|spoke (?:on|to|with)|appear(?:ed|ing) on|listen(?:ed|ing)? to|(?:podcasts?|radio|broadcasts?|interview(?:ed)?|stor(?:y|ies)|reporter|segment)(?:\s\w+)?\s(?:on|from|with|by|at|for))\s*$/i;
const elsewhere = (text: string, span: Span): boolean =>
  SPEAKS.test(text.slice(span.end, span.end + 50)) || SPOKEN_TO.test(text.slice(Math.max(0, span.start - 40), span.start));

/** Places and notions give their names to others: "Indo-Pacific Command", "Extended Deterrence Policy Committee". */
const LENT: ReadonlySet<string> = new Set(['region', 'concept', 'exercise', 'asset']);
const LONGER = /^ (?!Regions?\b)\p{Lu}\p{Ll}+/u;

/** Between a name and its short form, where one explains the other: brackets, a dash, "or", "stands for". */
const APPOSED =
  /^(?:\s?[([](?:short for\s|i\.e\.,?\s)?[“"‘']?|\s?[–—:=]\s?(?:short for\s)?|,?\s(?:or|known as|called|short for|stands for|is short for|means)\s|,\s)(?:the\s)?$/;

function hitOf(m: Match<Known | string>, block: string): Hit {
  const text = block.slice(m.span.start, m.span.end);
  const { value, short } = m.surface;
  if (typeof value === 'string') return { ...m, text, elsewhere: false, lent: false, plural: false };
  const { kind } = value.term;
  return {
    ...m,
    text,
    elsewhere: short && MUTE.has(kind) && elsewhere(block, m.span),
    lent: LENT.has(kind) && /^\p{Lu}/u.test(text) && LONGER.test(block.slice(m.span.end, m.span.end + 24)),
    plural: short && !COUNTABLE.has(kind) && /^s(?![\p{L}\p{N}])/u.test(block.slice(m.span.end, m.span.end + 2)),
  };
}

/** Things of which there are many: their plurals are ordinary. */
const COUNTABLE: ReadonlySet<string> = new Set(['asset', 'exercise', 'concept', 'other', 'role']);

/**
 * Mentions in the order of the document, never overlapping: the longest name wins, and a short form that the document gives another
 * meaning has that meaning throughout. Silent about a name that occurs in the plural only, for there is but one of it ("CFCs").
 */
export function findMentions({ markup, cites }: Resolved): readonly Mention[] {
  const definitions = definitionsIn(markup.blocks);
  const own = new Map<string, Definition>();
  for (const d of definitions) if (!own.has(d.short)) own.set(d.short, d);
  const theirs = givenBy(cites.map((c) => c.instrument));
  const { given } = theirs;
  const surfaces: Surface<string>[] = [];
  const foreign = (d: Definition, term: Term): boolean => !expands(term, d.long) && !nearlyExpands(term, d.long);
  const named = new Map<string, Definition>();
  for (const d of definitions) {
    const term = given.get(d.short)?.term;
    if (term === undefined) surfaces.push({ text: d.short, short: true, value: d.short });
    if ((term === undefined || foreign(d, term)) && /\s/.test(d.long)) {
      surfaces.push({ text: d.long, short: false, value: d.long });
      if (!named.has(d.long)) named.set(d.long, d);
    }
  }
  const at = new Map(definitions.map((d) => [d.shortSpan.start, d]));
  const find = finderOf(theirs, surfaces);
  const meanings = new Map<Surface<unknown>, Meaning>();
  const meaningOf = (value: Known, surface: Surface<unknown>): Meaning => {
    const meaning = meanings.get(surface) ?? ofInstrument(value, surface, pairing(value.term, own));
    meanings.set(surface, meaning);
    return meaning;
  };
  /** What a block's mentions depend on beside its own words: the document's definitions, with their places. */
  const defined = definitions.map((d) => `${d.short} ${d.shortSpan.start} ${d.shortSpan.end} ${d.long} ${d.longSpan.start} ${d.longSpan.end}`).join('\n');
  const inBlock = (b: Block, block: number): readonly Found[] => {
    const text = b.prose.text;
    const out: Found[] = [];
    for (const m of find(text)) {
      const place = { span: toSource(b.prose, m.span), block, inProse: m.span, text: m.text };
      const { value, short } = m.surface;
      if (typeof value === 'string') {
        out.push({ mention: { ...place, ...ofDocument((short ? own : named).get(value) as Definition), named: !short } });
        continue;
      }
      const { term } = value;
      // The definition that stands at this place decides for it, else the document's first one.
      const definition = short ? (at.get(place.span.start) ?? own.get(m.surface.text)) : undefined;
      if (definition && foreign(definition, term)) {
        out.push({ mention: { ...place, ...ofDocument(definition), named: false } });
        continue;
      }
      if (m.elsewhere || (m.lent && b.kind !== 'heading')) continue;
      // A name whose letters the short form does not spell, as in another language: "핵협의그룹(NCG)".
      const meaning = meaningOf(value, m.surface);
      const last = out.at(-1)?.mention;
      const paired = last && last.long === meaning.long && last.named !== !short && APPOSED.test(text.slice(last.inProse.end, m.span.start));
      // One spread, and first: engines copy a whole object faster than they mix several.
      out.push({
        mention: { ...meaning, span: place.span, block, inProse: m.span, text: m.text, named: !short },
        term,
        plural: m.plural,
        ...(paired ? { paired: { start: last.span.start, end: place.span.end } } : {}),
      });
    }
    return out;
  };
  const found = markup.blocks.map((b, index) => kept({ prose: b.prose, index }, b.kind, [find, defined], () => inBlock(b, index)));
  const singular = new Set<Term>();
  const paired = new Map<string, Span>();
  for (const list of found)
    for (const { mention, term, plural, paired: pair } of list) {
      if (term && !plural) singular.add(term);
      if (pair) paired.set(mention.long, pair);
    }
  const mentions: Mention[] = [];
  for (const list of found)
    for (const { mention, term, plural } of list) {
      if (term && plural && !singular.has(term)) continue;
      const pairing = mention.definedHere || mention.instrument === undefined ? undefined : paired.get(mention.long);
      mentions.push(pairing ? { ...mention, definedHere: true, definition: pairing } : mention);
    }
  return mentions;
}

/** A mention in its block, before the whole document has had its say. */
interface Found {
  readonly mention: Mention;
  /** The instrument's term, where it is one. */
  readonly term?: Term;
  readonly plural?: boolean;
  /** Name and short form beside each other, one explaining the other. */
  readonly paired?: Span;
}

const kept = ofBlocksAnd<readonly Found[]>((list, by, block) =>
  list.map((f) => ({
    ...f,
    mention: { ...f.mention, block, span: moved(f.mention.span, by) },
    ...(f.paired ? { paired: moved(f.paired, by) } : {}),
  })),
);
const moved = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });

const sameName = (a: string, b: string): boolean => lower(a).includes(lower(b)) || lower(b).includes(lower(a));

type Meaning = Pick<Mention, 'short' | 'long' | 'instrument' | 'paragraph' | 'definedHere' | 'definition'>;

const ofDocument = (d: Definition): Meaning => ({
  short: d.short,
  long: d.long,
  instrument: undefined,
  paragraph: undefined,
  definedHere: true,
  definition: hullOf(d),
});

/** Where the document explains a term: rightly, or nearly. */
interface Pairing {
  readonly right: Definition | undefined;
  readonly here: Definition | undefined;
}

function pairing(term: Term, own: ReadonlyMap<string, Definition>): Pairing {
  const pairings = term.shortForms.flatMap((f) => own.get(f) ?? []);
  const right = pairings.find((d) => expands(term, d.long));
  return { right, here: right ?? pairings.find((d) => nearlyExpands(term, d.long)) };
}

function ofInstrument({ instrument, term }: Known, surface: Surface<unknown>, { right, here }: Pairing): Meaning {
  return {
    short: surface.short ? surface.text : (term.short ?? term.long),
    // The author's wording where it is a usual shorter or longer form ("United States"); else the instrument's name.
    long: right && sameName(right.long, term.long) && term.aliases.includes(right.long) ? right.long : term.long,
    instrument: instrument.id,
    paragraph: term.paragraphs[0],
    definedHere: right !== undefined,
    ...(here ? { definition: hullOf(here) } : {}),
  };
}
