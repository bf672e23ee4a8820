/** Finds what the author presents as an instrument's words, and compares it with the text. */
import { editionsOf } from '../instrument/editions.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Prose } from '../text/prose.ts';
import { toSource } from '../text/prose.ts';
import type { Change, Citation, Quotation, Resolved } from './analysis.ts';
import { type Attribution, createAttribution, type Tie } from './attribution.ts';
import { type Comparison, compare } from './compare.ts';
import { indexInstrument, toFile, toPassage, wordsAt } from './compare-places.ts';

import { paragraphHas } from './pins.ts';
import { createQuotationMemory } from './quotation-memory.ts';
import { findQuoted, QUOTATION, type Quoted } from './quoted.ts';
import { isOwnProse } from './set-in.ts';

/**
 * Quotations of the instruments that the document cites, in the order of the document. What is quoted from speeches, articles or
 * other texts is not among them; words of uncertain origin are when they stand in an instrument, or nearly (`implied`).
 */
export function findQuotations(resolved: Resolved): readonly Quotation[] {
  if (resolved.cites.length === 0) return [];
  const quoted = findQuoted(resolved.markup);
  const attribute = createAttribution(resolved, quoted);
  const judged = createQuotationMemory(resolved, (q) => judge(q, attribute(q), resolved));
  const out: Quotation[] = [];
  for (let k = 0; k < quoted.length; k++) {
    const q = quoted[k] as Quoted;
    const found = judged(q);
    if (q.form === 'marks' || !found) {
      if (found) out.push(found);
      continue;
    }
    const inside: Quotation[] = [];
    let next = k + 1;
    for (; quoted[next]?.block === q.block; next++) {
      const part = judged(quoted[next] as Quoted);
      if (part) inside.push(part);
    }
    // Marks inside a block quotation that is taken whole are part of it; of one that is an author's own words they are the quotation.
    const own = isOwnProse(found, inside);
    if (!own) out.push(found);
    if (own || found.match === 'absent') out.push(...inside);
    k = next - 1;
  }
  return out;
}

/** Nearly the same words: what an uncertain origin needs before a difference is worth saying. */
const nearly = (c: Comparison): boolean =>
  c.words > QUOTATION &&
  c.similarity >= 0.7 &&
  c.row >= QUOTATION &&
  c.differences.filter((d) => !d.marked && d.kind !== 'punctuation' && d.kind !== 'case').length <= 2;

/** Like enough for an altered quotation rather than words that are not there. */
const alike = (c: Comparison): boolean => (c.similarity >= 0.5 && c.row >= 3 && c.held >= 0.45) || (c.similarity >= 0.66 && c.row >= 2);

const faithful = (c: Comparison): boolean => c.match !== 'altered';

/** Whose words a quotation is taken for, and how surely. */
interface Origin {
  readonly instrument: Instrument;
  /** Its comparisons with the quotation, best first. */
  readonly found: readonly Comparison[];
  readonly attribution: Quotation['attribution'];
  /** Ties to this instrument. */
  readonly pins: readonly Tie[];
  /** Ties to it from the sentence or block before: they count only where they are right. */
  readonly near: readonly Tie[];
  /** A citation of the instrument stands beside the quotation or in the note on it. */
  readonly direct: boolean;
  /** Another text is named where the source of the words would be. */
  readonly foreign: boolean;
}

function judge(q: Quoted, said: Attribution, resolved: Resolved): Quotation | undefined {
  const prose = resolved.markup.blocks[q.block]?.prose as Prose;
  const written = prose.text.slice(q.inner.start, q.inner.end);
  // A hyphen at a line's end may be the wrap's or the word's: a soft hyphen, as long, leaves that open.
  const text = written.replace(/-/g, (m, k: number) => {
    const at = q.inner.start + k;
    return at + 1 < q.inner.end && (prose.starts[at + 1] as number) > (prose.ends[at] as number) ? '\u00AD' : m;
  });
  const words = text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  const origin = words > 0 ? originOf(text, said, resolved) : undefined;
  if (!origin || isTitle(text, origin.instrument)) return undefined;
  const settled = settle(q, text, words, said, origin, resolved);
  return settled && describe(q, prose, written, origin, settled, resolved);
}

/** Of the citation beside it, of the one that opens or closes its sentence, or perhaps of any instrument that is cited. */
function originOf(text: string, { ties, voice }: Attribution, { citations, cites, library }: Resolved): Origin | undefined {
  const idOf = (t: Tie): string | undefined => citations[t.citation]?.instrument;
  const loaded = (t: Tie): Instrument | undefined => library.get(idOf(t) ?? '');
  const foreign = (t: Tie): boolean => idOf(t) === undefined && citations[t.citation]?.other !== undefined;
  const governing = ties.filter((t) => t.by !== 'near');
  // A citation that could be of several instruments decides nothing.
  const direct = governing.filter((t) => t.by === 'direct' && (idOf(t) !== undefined || foreign(t)));
  const lead = direct.length > 0 ? direct : governing;
  const named = lead.map(loaded).filter((i) => i !== undefined);
  if (direct.length > 0 && named.length === 0) return undefined;
  const near = governing.length === 0 ? ties : [];
  const subject = named[0] ?? near.map(loaded).find((i) => i !== undefined);
  const foreignLead = named.length === 0 && (governing.some(foreign) || (near.some(foreign) && voice.text));
  const best = bestOf(text, unique([...named, ...(subject ? [subject] : []), ...(direct.length > 0 ? [] : cites.map((c) => c.instrument))]), named);
  const first = best?.found[0];
  // "Paragraph 4 builds an institution to “…”": the paragraph is the sentence's subject, though it is not said to speak.
  const pinned = governing.some((t) => loaded(t) === best?.instrument && hasPinpoint(citations[t.citation]));
  const there = (c: Comparison): boolean => governing.some((t) => loaded(t) === best?.instrument && covers(citations[t.citation], loaded(t) as Instrument, c));
  const bears =
    pinned &&
    !voice.denied &&
    !voice.reported &&
    first !== undefined &&
    (faithful(first) || nearly(first) || (first.words >= QUOTATION && alike(first) && there(first)));
  // A text that "says" something is the one spoken of last, or the only one there is.
  const spokenOf = subject !== undefined || (ties.length === 0 && cites.length === 1);
  const shared = governing.some((t) => loaded(t) && t.by === 'shared') && !voice.denied;
  const attribution =
    direct.length > 0 || (shared && !voice.other) ? 'cited' : !voice.other && !foreignLead && ((voice.text && spokenOf) || bears) ? 'stated' : 'implied';
  const trusted = attribution === 'implied' || !subject || (first && faithful(first));
  const instrument = trusted ? (best?.instrument ?? subject) : subject;
  if (!instrument) return undefined;
  return {
    instrument,
    found: best?.instrument === instrument ? best.found : compare(text, instrument),
    attribution,
    pins: lead.filter((t) => idOf(t) === instrument.id),
    near: ties.filter((t) => t.by === 'near' && idOf(t) === instrument.id),
    direct: direct.length > 0,
    foreign: foreignLead,
  };
}

/** The candidate in which the words stand, or most nearly; one that is named is left only for a faithful match elsewhere. */
function bestOf(text: string, candidates: readonly Instrument[], named: readonly Instrument[]) {
  let best: { readonly instrument: Instrument; readonly found: readonly Comparison[] } | undefined;
  for (const instrument of candidates) {
    const found = compare(text, instrument);
    const [mine, old] = [found[0], best?.found[0]];
    if (!mine) continue;
    const truer = !old || (faithful(mine) && !faithful(old));
    const nearer = old && faithful(mine) === faithful(old) && !named.includes(best?.instrument as Instrument) && mine.similarity > old.similarity + 0.1;
    if (truer || nearer) best = { instrument, found };
  }
  return best;
}

interface Settled {
  readonly match: Quotation['match'];
  readonly chosen?: Comparison | undefined;
  /** The instrument in which `chosen` stands, when it is another one. */
  readonly elsewhere?: Instrument;
}

/** What the comparison amounts to, or `undefined` when it is better left unsaid. */
function settle(q: Quoted, text: string, words: number, { ties, voice }: Attribution, origin: Origin, resolved: Resolved): Settled | undefined {
  const { citations, library } = resolved;
  const { instrument, found, attribution, pins, direct, foreign } = origin;
  const short = words < QUOTATION;
  const top = found[0];
  if (top && faithful(top)) {
    // A term is listed where it is cited, or where the text is named as having it.
    const own = top.words;
    const governed = pins.length > 0;
    const pointed = found.some((c) => faithful(c) && pins.some((t) => covers(citations[t.citation], instrument, c)));
    const listed =
      !short ||
      (attribution === 'cited' && (own >= 2 || direct || pointed)) ||
      (own >= 2 && (voice.text || pointed)) ||
      (own >= 3 && governed) ||
      (pointed && !voice.other && text.length > 4);
    if (!listed || (own < 2 && attribution !== 'cited' && (!pointed || voice.other)) || (foreign && attribution === 'implied' && top.row < 6)) return undefined;
    return { match: top.match, chosen: choose(found.filter(faithful), pins, citations, instrument) };
  }
  const sure = attribution !== 'implied';
  if (sure && words >= 3) {
    for (const other of library.loaded) {
      if (other.id === instrument.id || editionsOf(library, instrument.id).includes(other.id)) continue;
      const c = compare(text, other)[0];
      if (c && faithful(c) && c.words >= QUOTATION) return { match: 'elsewhere', chosen: c, elsewhere: other };
    }
  }
  const there = (c: Comparison): boolean => direct && pins.some((t) => covers(citations[t.citation], instrument, c));
  const altered = choose(
    found.filter((c) => alike(c) || (c.words <= 5 && c.row >= 2 && c.held >= 0.5 && there(c))),
    pins,
    citations,
    instrument,
  );
  const others = voice.other && !(voice.signatories && (found[0]?.row ?? 0) >= 6);
  const told = sure ? !voice.deniedOutright : !others && !voice.denied && !foreign;
  if (altered && ((sure && told) || (nearly(altered) && (told || (direct && !voice.unsaid))))) {
    if (short && !(direct && altered.row >= 2)) return undefined;
    return { match: 'altered', chosen: altered };
  }
  return isPresented(q, text, words, { ties, voice }, origin, resolved) ? { match: 'absent' } : undefined;
}

/** Presented so clearly as the instrument's that "not in its text" is worth saying. */
function isPresented(q: Quoted, text: string, words: number, { ties, voice }: Attribution, origin: Origin, { citations }: Resolved): boolean {
  const { attribution, direct, instrument } = origin;
  // A text that asks nothing is not quoted by a question.
  if (/[?!]$/.test(text) && !indexInstrument(origin.instrument).text.includes(text.slice(-1))) return false;
  if (words < 2 || voice.deniedOutright || ((voice.denied || voice.reported) && !direct)) return false;
  const own = ties.filter((t) => citations[t.citation]?.instrument === instrument.id);
  const sound = own.filter((t) => !isAstray(citations[t.citation]));
  const beside = sound.filter((t) => t.by === 'direct');
  if (words < QUOTATION && !beside.some((t) => hasPinpoint(citations[t.citation]))) return false;
  if (q.form === 'block' && !direct && attribution !== 'stated') return false;
  return beside.length > 0 || (attribution === 'stated' && own.length > 0) || (attribution === 'cited' && !direct && sound.length > 0 && words > QUOTATION);
}

const hasPinpoint = (c: Citation | undefined): boolean => (c?.pinpoints.length ?? 0) > 0;

/** A bare pinpoint that the instrument does not have: it may well be another text's. */
const isAstray = (c: Citation | undefined): boolean =>
  c !== undefined && c.pinpoints.length > 0 && c.pinpoints.every((p) => p.unknown.length === p.paragraphs.length && p.span.start <= c.span.start);

function describe(q: Quoted, prose: Prose, text: string, origin: Origin, { match, chosen, elsewhere }: Settled, { citations }: Resolved): Quotation {
  const { instrument, found, attribution, pins, near } = origin;
  const source = elsewhere ?? instrument;
  const pointing = pins.filter((t) => hasPinpoint(citations[t.citation]));
  const right = (t: Tie): boolean => chosen !== undefined && covers(citations[t.citation], source, chosen);
  const tie = pointing.find(right) ?? pointing[0] ?? near.find(right) ?? pins[0];
  const also = chosen && !elsewhere && faithful(chosen) ? found.filter((c) => c !== chosen && faithful(c)).map((c) => toPassage(source, c.place)) : [];
  return {
    span: toSource(prose, q.inner),
    block: q.block,
    inProse: q.inner,
    text,
    form: q.form,
    instrument: instrument.id,
    match,
    source: chosen ? toPassage(source, chosen.place) : undefined,
    sourceText: chosen ? wordsAt(source, chosen.place) : undefined,
    also,
    changes: chosen ? chosen.differences.map((d) => toChange(d, q, prose, text, source)) : [],
    ...(tie ? { citation: tie.citation } : {}),
    attribution,
  };
}

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

const plain = (s: string): string =>
  s
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const names = new WeakMap<Instrument, readonly string[]>();

/** The instrument's own name in quotation marks, or one word of it as a defined short form. */
function isTitle(text: string, instrument: Instrument): boolean {
  let known = names.get(instrument);
  if (!known) {
    known = unique([instrument.title, ...instrument.aliases].map(plain));
    names.set(instrument, known);
  }
  if (text.length > Math.max(...known.map((n) => n.length)) + 20) return false;
  const t = plain(text);
  return known.some((name) => name === t || (!t.includes(' ') && name.split(' ').includes(t)));
}

/** One of the citation's pinpoints means the paragraph in which the place is. */
function covers(citation: Citation | undefined, instrument: Instrument, c: Comparison): boolean {
  if (!citation || citation.pinpoints.length === 0) return false;
  const passage = toPassage(instrument, c.place);
  return citation.pinpoints.some((pin) => pin.paragraphs.some((label) => paragraphHas(instrument, passage, label)));
}

/** Among equally good places the one that the author points at; else the best. */
function choose(found: readonly Comparison[], pins: readonly Tie[], citations: readonly Citation[], instrument: Instrument): Comparison | undefined {
  const top = found[0];
  if (!top) return undefined;
  const equal = found.filter(
    (c) => c.match === top.match && (c.match !== 'altered' || (c.similarity >= top.similarity - 0.1 && c.differences.length <= top.differences.length)),
  );
  return equal.find((c) => pins.some((t) => covers(citations[t.citation], instrument, c))) ?? top;
}

function toChange(d: Comparison['differences'][number], q: Quoted, prose: Prose, text: string, instrument: Instrument): Change {
  return {
    kind: d.kind,
    span: toSource(prose, { start: q.inner.start + d.written.start, end: q.inner.start + d.written.end }),
    source: toFile(instrument, d.stands),
    written: text.slice(d.written.start, d.written.end).trim(),
    stands: wordsAt(instrument, d.stands),
    marked: d.marked,
  };
}
