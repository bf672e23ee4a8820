/** Commitments in French and Spanish: what their two grammars have in common, and the paragraphs of a text read one after the other. */
import { foldTypography, lower } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import type { Cast } from './cast.ts';
import { shape } from './commitment-fields.ts';
import type { RuleName } from './force.ts';
import type { Commitment, InstrumentHead, Paragraph } from './instrument.ts';
import { readUnit, subjectOf } from './romance-clauses.ts';
import { membersOf } from './states.ts';
import { type Named, namesOfStates } from './states-abroad.ts';

/** What a language's grammar gives to the reader; every expression is global, on lower-case text with plain typography. */
export interface Tongue {
  readonly code: string;
  /** Words that only this language has so often. */
  readonly common: RegExp;
  readonly treaty: RegExp;
  /** Those who speak together: "les deux pays", "ambas partes". */
  readonly collective: RegExp;
  /** How a treaty calls its parties; group 1 without determiner. */
  readonly role: RegExp;
  /** "le gouvernement de", "la república de": what may stand before a state's name. */
  readonly office: RegExp;
  readonly pronoun: RegExp;
  /** "elles", "ils": stand for those who undertook last. */
  readonly third: RegExp;
  /** What may stand between a subject and its verb. */
  readonly gap: RegExp;
  /** Operative words that need a subject, and those whose ending says "we". */
  readonly operatives: readonly (readonly [RuleName, RegExp])[];
  readonly we: RegExp;
  /** A verb in the future, with what may stand before it. */
  readonly future: RegExp;
  readonly passive: RegExp;
  /** Verbs in the future that lay no duty: may, enters into force. */
  readonly effect: RegExp;
  readonly negation: RegExp;
  readonly infinitive: RegExp;
  /** A later infinitive: group 1 the connector, group 2 the preposition. */
  readonly member: RegExp;
  readonly remark: RegExp;
  readonly tail: RegExp;
  /** What makes a clause dependent when it stands before its verb. */
  readonly dependent: RegExp;
  /** A future that promises an effort, not a result: "s'efforcera de". */
  readonly soft: RegExp;
  readonly effort: RegExp;
  readonly hedges: RegExp;
  readonly deadline: RegExp;
}

/** The commitments of a text in that language. Total. Silent where the subject is no party or the clause depends on another. */
export function findCommitmentsIn(tongue: Tongue, paragraphs: readonly Paragraph[], head: InstrumentHead): readonly Commitment[] {
  const texts = paragraphs.map((p) => foldTypography(p.prose.text));
  const articles = paragraphs.filter((p) => /^art/i.test(p.label)).length;
  const treaty = articles >= 2 || (articles > 0 && tongue.treaty.test(lower(head.title)));
  const parties = partiesOf(tongue, foldTypography(head.title), texts, head);
  const role = treaty ? roleOf(tongue, texts) : undefined;
  const cast: Cast = { parties, treaty, persons: new Map(), styles: new Map(), ...(role ? { role } : {}) };
  const out: Commitment[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    if (treaty && /^(?:preamble|recital|pp)/i.test(paragraph.label)) continue;
    const text = texts[i] as string;
    let last: readonly string[] = [];
    for (const unit of unitsOf(paragraph, text)) {
      const before = out.length;
      const items = new Set((paragraph.items ?? []).map((x) => x.span.start - unit.start));
      const readings = readUnit(tongue, text.slice(unit.start, unit.end), cast, last, items);
      for (const r of readings)
        out.push(shape(paragraph, unit.start, r.conjunctOf === undefined ? r : { ...r, conjunctOf: before + r.conjunctOf }, cast, undefined, tongue.deadline));
      last = readings.at(-1)?.actors ?? subjectOf(tongue, text.slice(unit.start, unit.end), cast) ?? last;
    }
  }
  return out;
}

/** Sentences; one that ends with a colon or a semicolon goes on with what follows. */
function unitsOf(paragraph: Paragraph, text: string): readonly Span[] {
  const out: Span[] = [];
  const items = new Set((paragraph.items ?? []).map((x) => x.span.start));
  for (const s of paragraph.sentences) {
    const last = out.at(-1);
    const led = last && items.has(s.start) && text.slice(last.start, s.start).includes(':');
    if (last && (led || /[:;,]\s*$/.test(text.slice(last.start, s.start)))) out[out.length - 1] = { start: last.start, end: s.end };
    else out.push(s);
  }
  return out;
}

const named = (states: readonly Named[]): readonly string[] => [...new Set(states.map((s) => s.name))];

function partiesOf(tongue: Tongue, title: string, texts: readonly string[], head: InstrumentHead): readonly string[] {
  if (head.parties.length > 0) return head.parties.flatMap((p) => membersOf(p) ?? [p]);
  for (const text of [title, ...texts.slice(0, 2)]) {
    const names = named(namesOfStates(text.slice(0, 3000), tongue.code));
    if (names.length > 1) return names;
  }
  return [];
}

function roleOf(tongue: Tongue, texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const m of matches(tongue.role, text)) {
      const name = m[1] as string;
      if (/s$/.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
