/** Walks the references in reading order, stream by stream: back-references, generic nouns and free pinpoints get their meaning from what came before. */

import type { Block } from '../text/markup/markup.ts';
import { ofWords } from '../text/remember.ts';
import { findSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Citation, Context } from './analysis.ts';
import type { Candidate } from './citations.ts';
import { countBefore } from './cover.ts';
import { citationOf, foreignPin, inheritedPin, pinsOf, type Site } from './emit.ts';
import { type Event, lastWord } from './events.ts';
import { isBehindAnotherAcronym } from './gaps.ts';
import { restates } from './holders.ts';
import { holdingsOf } from './holdings.ts';
import { fits } from './pinpoint-labels.ts';
import type { FoundPinpoint } from './pinpoints.ts';
import { type Antecedent, keepSpoken, type State, sameState } from './spoken.ts';
import { type Tables, tablesOf } from './tables.ts';

interface Meaning {
  readonly ids: readonly string[];
  readonly other?: string;
  readonly legal: boolean;
}

const sentencesOf = ofWords(findSentences);
/** Right before a short form that is being defined. */
const DEFINING = /[([](?:(?:hereinafter|hereafter|henceforth|herein|the|cited|as|or)[\s,:]+){0,4}["“'‘«]?(?:the\s)?$/i;
const MOST_BESIDE = 12; // more than stand within one sentence
const ARTICLED = /^(?:article|principle|annex|section|recital)$/;
/** Nouns of texts that are cited by articles. */
const LEGAL = /^(?:treaty|charter|convention)$/;

/** The body first, then each sequence of notes in the order in which the document refers to them. */
export function inReadingOrder(candidates: readonly Candidate[], blocks: readonly Block[]): readonly Candidate[] {
  const streamed = candidates.some((c) => blocks[c.block]?.stream !== 'body');
  if (!streamed) return candidates;
  return candidates.toSorted((a, b) => {
    const x = blocks[a.block] as Block;
    const y = blocks[b.block] as Block;
    if (x.stream !== y.stream) return x.stream === 'body' ? -1 : y.stream === 'body' ? 1 : x.stream < y.stream ? -1 : 1;
    return (x.order ?? 0) - (y.order ?? 0) || a.block - b.block;
  });
}

/**
 * `only` is the one instrument that the document cites, if it is one. `said` has, for most blocks that refer to a text, an object that stays
 * the same from version to version while the block's words are the same and cite the same.
 */
export function inSequence(
  candidates: readonly Candidate[],
  events: ReadonlyMap<Candidate, readonly Event[]>,
  context: Context,
  only: string | undefined,
): { readonly citations: readonly Citation[]; readonly said: ReadonlyMap<number, object> } {
  const { markup, library } = context;
  let citations: Citation[] = [];
  let byNoun = new Map<string, { readonly id: string | undefined; readonly name: string }>();
  const byNote = new Map<string, Antecedent[]>();
  /** Bare section signs and points are read only where the author has attached one to the text. */
  let signs = new Set<string>();
  const onlyNoun = only === undefined ? '' : lastWord(library.head(only)?.title ?? '');
  let stream = '';
  let note: string | undefined;
  let last: Antecedent | undefined;
  let inNote: Antecedent[] = [];
  let previousNote: readonly Antecedent[] | undefined;
  /** The two texts named last, each once: "the former" and "the latter". */
  let pair: State['pair'] = [];

  const byBlock = new Map([...events].map(([c, list]) => [c.block, list] as const));
  /** In a document about two texts of one name, "the earlier Declaration" is told by more than the name. */
  const against = new Set([...events.values()].flat().flatMap((e) => (e.other && e.form === 'full' ? [e.noun] : [])));
  const generic = (e: Event): Meaning | undefined => {
    if (e.compared && against.has(e.noun)) return undefined;
    const hit = byNoun.get(e.noun) ?? (e.why === 'generic' && onlyNoun !== '' && onlyNoun === e.noun ? { id: only, name: '' } : undefined);
    return hit && (hit.id ? { ids: [hit.id], legal: false } : { ids: [], other: hit.name, legal: LEGAL.test(e.noun) });
  };
  let known: Tables | undefined;
  const tables = (): Tables => {
    known ??= tablesOf(
      markup.blocks,
      (index) => byBlock.get(index) ?? [],
      (e) => (e.why.startsWith('generic') ? (onlyNoun === e.noun && only ? [only] : undefined) : e.ids),
    );
    return known;
  };

  const read = (c: Candidate, block: Block, list: readonly Event[]): void => {
    const site: Site = { block, index: c.block };
    const prose = block.prose.text;
    const meant = new Map<Event, Meaning>();
    const { held, heldBy, endOf } = holdingsOf(prose, list, c.pinpoints, block.note !== undefined);
    let sentences: readonly Span[] | undefined;
    let sentence: Span = { start: 0, end: 0 };
    const sentenceOf = (at: number): Span => {
      sentences ??= sentencesOf(block.prose);
      if (at < sentence.start || at >= sentence.end) sentence = sentences.find((s) => at >= s.start && at < s.end) ?? { start: 0, end: prose.length };
      return sentence;
    };
    const remember = (id: string | undefined, labels: readonly string[], more: { readonly legal?: boolean; readonly passing?: boolean } = {}): void => {
      last = { id, labels, block: c.block, legal: more.legal ?? false, passing: more.passing ?? false };
      inNote.push(last);
      if (!block.note) return;
      const before = byNote.get(block.note);
      if (before) before.push(last);
      else byNote.set(block.note, [last]);
    };

    /** What "ibid." means, and the paragraphs it takes over; `undefined` when that is not one thing. */
    const behind = (e: Event): { readonly id: string; readonly labels: readonly string[] } | undefined => {
      if (e.back === 'former' || e.back === 'latter') {
        const meantBy = pair.length === 2 ? pair[e.back === 'former' ? 0 : 1]?.id : undefined;
        if (meantBy === undefined) remember(undefined, []);
        return meantBy === undefined ? undefined : { id: meantBy, labels: [] };
      }
      // In a note it means the one text of the note before, or what this note has cited already.
      const pool =
        e.back === 'supra' ? (byNote.get(e.note ?? '') ?? []) : inNote.length > 0 || block.note === undefined ? (last ? [last] : []) : (previousNote ?? []);
      const ids = new Set(pool.map((a) => a.id));
      const before = pool.at(-1);
      const id = before?.id;
      if (ids.size === 1 && id !== undefined) return e.back === 'same' && before?.labels.length !== 1 ? undefined : { id, labels: before?.labels ?? [] };
      // It stands for something else, and so does the next one.
      if (ids.size > 0 && e.back === 'ibid') remember(undefined, [], { legal: true });
      return undefined;
    };

    const onEvent = (e: Event): void => {
      const own = heldBy.get(e) ?? [];
      let m: Meaning = { ids: e.ids, ...(e.other ? { other: e.other } : {}), legal: e.legal };
      let inherited: readonly string[] = [];
      if (e.why.startsWith('generic')) {
        const said = generic(e);
        if (!said) return;
        m = said;
      } else if (e.back) {
        if (restates(list, e)) return;
        const before = behind(e);
        if (!before) return;
        m = { ids: [before.id], legal: false };
        if (own.length === 0 && e.back !== 'supra') inherited = before.labels;
      }
      meant.set(e, m);
      if (!e.back && e.form !== 'key') {
        const key = m.ids.join() || m.other || '';
        if (key !== '' && !pair.some((x) => x.key === key)) pair = [...pair.slice(-1), { key, id: m.ids.length === 1 ? m.ids[0] : undefined }];
      }
      const why = e.why.startsWith('generic') ? 'named before' : e.why;
      const id = m.ids.length === 1 ? m.ids[0] : undefined;
      if (id === undefined) {
        if (!m.other && m.ids.length < 2) return;
        const span = { start: Math.min(e.span.start, ...own.map((x) => x.span.start)), end: Math.max(e.span.end, ...own.map((x) => x.span.end)) };
        citations.push(
          citationOf(
            site,
            span,
            e.form,
            why,
            m,
            own.map((x) => foreignPin(site, x)),
          ),
        );
        if (e.noun) byNoun.set(e.noun, { id: undefined, name: m.other ?? '' });
        remember(undefined, [], { legal: m.legal, passing: (e.passing ?? false) && own.length === 0 });
        return;
      }
      if (e.noun) byNoun.set(e.noun, { id, name: '' });
      for (const x of own) if (x.unit === 'sign' || x.unit === 'point') signs.add(`${id} ${x.unit}`);
      const read = pinsOf(site, id, own, library);
      const pins = read.length === 0 && own.length === 0 && inherited.length > 0 ? [inheritedPin(site, e.span, inherited)] : read;
      citations.push(citationOf(site, { start: e.span.start, end: endOf(e) }, e.form, why, m, pins));
      // "WD, ¶ 1 [hereinafter Decl.]": the note cites what it cited before the bracket.
      if (last?.id === id && own.length === 0 && !e.back && DEFINING.test(prose.slice(Math.max(0, e.span.start - 40), e.span.start))) return;
      remember(
        id,
        pins.flatMap((x) => x.paragraphs),
      );
    };

    /** The text of a pinpoint that stands free: its sentence's, its row's, the one spoken of last, or the only one. */
    const textOf = (p: FoundPinpoint): string | undefined => {
      const articles = ARTICLED.test(p.unit);
      const around = sentenceOf(p.span.start);
      const inFront = countBefore(list, p.span.start);
      let before: Event | undefined;
      for (let i = inFront - 1; i >= 0 && before === undefined; i--) {
        const x = list[i] as Event;
        if (x.span.start < around.start) break;
        if (meant.has(x)) before = x;
      }
      const local = before && meant.get(before);
      if (local && (local.ids.length === 1 || !local.legal || articles)) return local.ids.length === 1 ? local.ids[0] : undefined;
      if (block.kind === 'cell') {
        const owner = tables().ownerOf(block);
        if (owner) return owner === 'none' || owner.ids.length !== 1 ? undefined : owner.ids[0];
      }
      const after = before
        ? undefined
        : list
            .slice(inFront, inFront + MOST_BESIDE)
            .find((x) => x.span.start >= p.span.end && x.span.end <= around.end && x.span.start - p.span.end < 70 && !x.back && x.form !== 'key');
      if (after) {
        const ids = after.why.startsWith('generic') ? (generic(after)?.ids ?? []) : after.ids;
        if (ids.length === 1 && ids[0]) return ids[0];
        if (after.other && !after.legal && !after.passing) return undefined;
      }
      // An article, after a treaty that is not known here was spoken of, is that treaty's, wherever the next paragraph of the text begins.
      if (articles && last?.id === undefined && last?.legal && !last.passing) return undefined;
      if (last && !(last.id === undefined && (last.passing || (last.legal && !articles) || last.block !== c.block))) return last.id;
      return only;
    };
    const besideAnother = (p: FoundPinpoint): boolean => {
      const around = sentenceOf(p.span.start);
      const inFront = countBefore(list, p.span.start);
      if (list[inFront - 1]?.other !== undefined) return true;
      return list
        .slice(Math.max(0, inFront - MOST_BESIDE), inFront + MOST_BESIDE)
        .some((e) => e.other !== undefined && e.span.start >= around.start && e.span.end <= around.end);
    };
    const onPinpoint = (p: FoundPinpoint): void => {
      const id = textOf(p);
      const instrument = id === undefined ? undefined : library.get(id);
      if (id === undefined || !instrument || !fits(instrument, p.unit)) return;
      if ((p.unit === 'point' || p.unit === 'sign') && !signs.has(`${id} ${p.unit}`)) return;
      if (p.unit === 'section' && !list.some((e) => meant.get(e)?.ids[0] === id)) return;
      if (isBehindAnotherAcronym(prose, p.span, instrument)) return;
      const pins = pinsOf(site, id, [p], library);
      // A number that the text does not have, set free beside another text, is rather that one's; one that is all of a cell counts something else.
      if (pins.every((x) => x.unknown.length === x.paragraphs.length) && (besideAnother(p) || /^\d+$/.test(prose))) return;
      citations.push(citationOf(site, p.span, 'short', 'pinpoint beside a citation', { ids: [id] }, pins));
      remember(
        id,
        pins.flatMap((x) => x.paragraphs),
      );
    };

    // Events and free pinpoints in the order of the words.
    const steps = [
      ...list.map((e) => ({ at: e.span.start, take: () => onEvent(e) })),
      ...c.pinpoints.filter((p) => !held.has(p)).map((p) => ({ at: p.span.start, take: () => onPinpoint(p) })),
    ].sort((a, b) => a.at - b.at);
    for (const step of steps) step.take();
  };

  const circumstances = `${only ?? ''}|${[...against].join()}`;
  const said = new Map<number, object>();
  /** The state before the next block of the body, while all blocks so far were found in the memory. */
  let state = sameState({ last, nouns: byNoun, signs, pair });
  const recall = (): void => {
    last = state.last;
    byNoun = new Map(state.nouns);
    signs = new Set(state.signs);
    pair = state.pair;
  };
  let recalled = true;
  for (const c of inReadingOrder(candidates, markup.blocks)) {
    const block = markup.blocks[c.block] as Block;
    if (block.stream !== stream) {
      if (!recalled) recall();
      recalled = true;
      stream = block.stream;
      last = undefined;
      previousNote = undefined;
      inNote = [];
      note = undefined;
    }
    if (block.note !== note) {
      previousNote = note === undefined ? undefined : inNote;
      inNote = [];
      note = block.note;
    }
    const list = events.get(c) ?? [];
    if (list.length === 0 && c.pinpoints.length === 0) continue;
    // What a note's references mean hangs on other notes, and a cell's on its table.
    if (stream !== 'body' || block.note !== undefined || block.kind === 'cell') {
      if (!recalled) recall();
      recalled = true;
      read(c, block, list);
      if (stream === 'body') state = sameState({ last, nouns: byNoun, signs, pair });
      continue;
    }
    let fresh = false;
    const spoken = keepSpoken({ prose: block.prose, index: c.block }, circumstances, [library, list, c.pinpoints, state], () => {
      fresh = true;
      if (!recalled) recall();
      const before = citations;
      citations = [];
      read(c, block, list);
      const found = citations;
      citations = before;
      return { citations: found, after: sameState({ last, nouns: byNoun, signs, pair }), said: {} };
    });
    recalled = fresh;
    state = spoken.after;
    said.set(c.block, spoken.said);
    citations.push(...spoken.citations);
  }
  return { citations: citations.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end), said };
}
