/** Finds what the author presents as an instrument's words, and compares it with the text. */
import type { Instrument } from '../instrument/instrument.ts';
import { toSource } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import type { Change, Citation, Passage, Quotation, Resolved } from './analysis.ts';
import { createAttribution, type Tie } from './attribution.ts';
import { type Comparison, compare, paragraphOf, toFile, toPassage, wordsAt } from './compare.ts';
import { findQuoted, type Quoted } from './quoted.ts';

/** Words that make a quotation; what is shorter is a term, and counts only when it is cited. */
const QUOTATION = 4;

/**
 * Quotations of the instruments that the document cites, in the order of the document. What is quoted from speeches, articles or
 * other texts is not among them; words of uncertain origin are when they stand in an instrument, or nearly (`implied`).
 */
export function findQuotations(resolved: Resolved): readonly Quotation[] {
  if (resolved.cites.length === 0) return [];
  const quoted = findQuoted(resolved.markup);
  const attribute = createAttribution(resolved, quoted);
  const out: Quotation[] = [];
  let block: Quoted | undefined;
  for (const q of quoted) {
    // Marks inside a block quotation that was taken whole are part of it.
    if (q.form === 'marks' && block && q.block === block.block) continue;
    const found = judge(q, attribute(q), resolved);
    if (found) out.push(found);
    block = q.form === 'block' && found && found.match !== 'absent' ? q : undefined;
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
const alike = (c: Comparison): boolean => (c.similarity >= 0.5 && c.row >= 3) || (c.similarity >= 0.66 && c.row >= 2);

const faithful = (c: Comparison): boolean => c.match !== 'altered';

function judge(q: Quoted, { ties, voice }: ReturnType<ReturnType<typeof createAttribution>>, resolved: Resolved): Quotation | undefined {
  const { citations, cites, library, markup } = resolved;
  const prose = (markup.blocks[q.block] as { prose: Parameters<typeof toSource>[0] }).prose;
  const written = prose.text.slice(q.inner.start, q.inner.end);
  // A hyphen at a line's end may be the wrap's or the word's: a soft hyphen, as long, leaves that open.
  const text = written.replace(/-/g, (m, k: number) => {
    const at = q.inner.start + k;
    return at + 1 < q.inner.end && (prose.starts[at + 1] as number) > (prose.ends[at] as number) ? '\u00AD' : m;
  });
  const words = text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  if (words === 0) return undefined;
  const governing = ties.filter((t) => t.by !== 'near');
  const idOf = (t: Tie): string | undefined => citations[t.citation]?.instrument;
  const loaded = (t: Tie): Instrument | undefined => library.get(idOf(t) ?? '');
  const foreign = (t: Tie): boolean => idOf(t) === undefined && citations[t.citation]?.other !== undefined;
  // A citation that could be of several instruments decides nothing.
  const direct = governing.filter((t) => t.by === 'direct' && (idOf(t) !== undefined || foreign(t)));
  // Whose words: of the citation beside it, of the one that speaks, or perhaps of any instrument that is cited.
  const lead = direct.length > 0 ? direct : governing;
  const named = lead.map(loaded).filter((i) => i !== undefined);
  if (direct.length > 0 && named.length === 0) return undefined;
  const near = ties.filter((t) => t.by === 'near');
  const subject = named[0] ?? (governing.length === 0 ? near.map(loaded).find((i) => i !== undefined) : undefined);
  const foreignLead = named.length === 0 && (governing.some(foreign) || (governing.length === 0 && near.some(foreign) && voice.text));
  const candidates = unique([...named, ...(subject ? [subject] : []), ...(direct.length > 0 ? [] : cites.map((c) => c.instrument))]);
  let best: { readonly instrument: Instrument; readonly found: readonly Comparison[] } | undefined;
  for (const instrument of candidates) {
    const found = compare(text, instrument);
    const [mine, old] = [found[0], best?.found[0]];
    const better = !old
      ? mine !== undefined
      : mine &&
        ((faithful(mine) && !faithful(old)) ||
          (faithful(mine) === faithful(old) && !named.includes(best?.instrument as Instrument) && mine.similarity > old.similarity + 0.1));
    if (better) best = { instrument, found };
  }
  const first = best?.found[0];
  // "Paragraph 4 builds an institution to “…”": the paragraph is the sentence's subject, though it is not said to speak.
  const pinned = governing.some((t) => loaded(t) === best?.instrument && (citations[t.citation]?.pinpoints.length ?? 0) > 0);
  const bears = pinned && !voice.denied && !voice.reported && first !== undefined && (faithful(first) || nearly(first));
  const attribution: Quotation['attribution'] =
    direct.length > 0
      ? 'cited'
      : voice.other
        ? 'implied'
        : governing.some((t) => loaded(t) && t.by === 'shared') && !voice.denied
          ? 'cited'
          : !foreignLead && (voice.text || bears)
            ? 'stated'
            : 'implied';
  const instrument =
    attribution === 'implied' || !subject ? (best?.instrument ?? subject) : best && faithful(best.found[0] as Comparison) ? best.instrument : subject;
  if (!instrument) return undefined;
  const found = best?.instrument === instrument ? best.found : compare(text, instrument);
  const top = found[0];
  const pins = lead.filter((t) => idOf(t) === instrument.id);
  const short = words < QUOTATION;
  const make = (match: Quotation['match'], chosen: Comparison | undefined, source = instrument): Quotation => {
    const tie = chosen
      ? (pins.find((t) => covers(citations[t.citation], source, chosen)) ?? pins.find((t) => (citations[t.citation]?.pinpoints.length ?? 0) > 0) ?? pins[0])
      : pins[0];
    const also = chosen && faithful(chosen) ? found.filter((c) => c !== chosen && faithful(c)).map((c) => toPassage(source, c.place)) : [];
    return {
      span: toSource(prose, q.inner),
      block: q.block,
      inProse: q.inner,
      text: written,
      form: q.form,
      instrument: instrument.id,
      match,
      source: chosen ? toPassage(source, chosen.place) : undefined,
      sourceText: chosen ? wordsAt(source, chosen.place) : undefined,
      also,
      changes: chosen ? chosen.differences.map((d): Change => toChange(d, q, prose, written, source)) : [],
      ...(tie ? { citation: tie.citation } : {}),
      attribution,
    };
  };
  if (top && faithful(top)) {
    const own = top.words;
    // A term is listed where it is cited, or where the text is named as having it.
    if (
      short &&
      !(attribution === 'cited' && (own >= 2 || direct.length > 0)) &&
      !(own >= 3 && (voice.text || governing.some((t) => idOf(t) === instrument.id)))
    )
      return undefined;
    if (own < 2 && (attribution !== 'cited' || isTitle(text, instrument))) return undefined;
    if (isTitle(text, instrument)) return undefined;
    if (foreignLead && attribution === 'implied' && top.row < 6) return undefined;
    return make(top.match, choose(found.filter(faithful), pins, citations, instrument));
  }
  if (isTitle(text, instrument)) return undefined;
  const sure = attribution !== 'implied';
  if (sure && words >= 3) {
    for (const other of library.loaded) {
      if (other.id === instrument.id || other.editions?.includes(instrument.id)) continue;
      const c = compare(text, other)[0];
      if (c && faithful(c) && c.words >= QUOTATION) return make('elsewhere', c, other);
    }
  }
  const altered = choose(
    found.filter((c) => alike(c)),
    pins,
    citations,
    instrument,
  );
  if (altered && (sure ? !voice.deniedOutright || nearly(altered) : nearly(altered) && !voice.other && !voice.denied && !foreignLead)) {
    if (short && !(direct.length > 0 && altered.row >= 2)) return undefined;
    return make('altered', altered);
  }
  // A bare pinpoint that the instrument does not have may well be another text's.
  const astray = (t: Tie): boolean => {
    const c = citations[t.citation];
    return c !== undefined && c.pinpoints.length > 0 && c.pinpoints.every((p) => p.unknown.length === p.paragraphs.length && p.span.start <= c.span.start);
  };
  const presented =
    direct.some((t) => loaded(t) && !astray(t)) ||
    (attribution === 'stated' && words >= QUOTATION && ties.some((t) => loaded(t))) ||
    (attribution === 'cited' && words > QUOTATION);
  if (!presented || voice.deniedOutright || ((voice.denied || voice.reported) && direct.length === 0) || words < 2) return undefined;
  if (short && !direct.some((t) => (citations[t.citation]?.pinpoints.length ?? 0) > 0)) return undefined;
  if (q.form === 'block' && direct.length === 0 && attribution !== 'stated') return undefined;
  return make('absent', undefined);
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

/** The paragraph that a place is in, under any of the labels by which it may be cited. */
export function covers(citation: Citation | undefined, instrument: Instrument, c: Comparison): boolean {
  const p = paragraphOf(instrument, c.place);
  if (!citation || !p) return false;
  const labels = [p.label, ...(p.alsoLabels ?? []), ...(p.items ?? []).map((i) => i.label)];
  return citation.pinpoints.some((pin) => pin.paragraphs.some((x) => labels.includes(x)));
}

/** Among equally good places the one that the author points at; else the best. */
function choose(found: readonly Comparison[], pins: readonly Tie[], citations: readonly Citation[], instrument: Instrument): Comparison | undefined {
  const top = found[0];
  if (!top) return undefined;
  const equal = found.filter(
    (c) => c.match === top.match && (c.match !== 'altered' || (c.similarity >= top.similarity - 0.05 && c.differences.length <= top.differences.length)),
  );
  return equal.find((c) => pins.some((t) => covers(citations[t.citation], instrument, c))) ?? top;
}

function toChange(d: Comparison['differences'][number], q: Quoted, prose: Parameters<typeof toSource>[0], text: string, instrument: Instrument): Change {
  const inProse: Span = { start: q.inner.start + d.written.start, end: q.inner.start + d.written.end };
  return {
    kind: d.kind,
    span: toSource(prose, inProse),
    source: toFile(instrument, d.stands),
    written: text.slice(d.written.start, d.written.end).trim(),
    stands: wordsAt(instrument, d.stands),
    marked: d.marked,
  };
}

export type { Passage };
