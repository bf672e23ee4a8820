/** Turns the candidates of a block into events: whatever refers to a text, ours or another, in the order of the words. */

import type { InstrumentHead } from '../instrument/instrument.ts';
import type { Block, Markup } from '../text/markup/markup.ts';
import { matches } from '../text/matches.ts';
import { toSource } from '../text/prose.ts';
import { ofWordsAnd, remember } from '../text/remember.ts';
import { overlap, type Span } from '../text/span.ts';
import type { CitationForm, Context } from './analysis.ts';
import type { Candidate } from './citations.ts';
import { countBefore, coverOf } from './cover.ts';
import { type Judge, judgeOf } from './homonyms.ts';
import { headOfKey } from './keys.ts';
import type { OtherName } from './names.ts';
import { definedAcronym, definedShorts } from './short-forms.ts';

/** Something in a block that refers to a text: one of ours, or another. */
export interface Event {
  readonly span: Span;
  readonly form: CitationForm;
  readonly why: string;
  readonly ids: readonly string[];
  readonly other?: string;
  /** The last word of its name, lower case: what "the declaration" may mean from here on. */
  readonly noun: string;
  /** Cited by articles: paragraph numbers that do not stand right beside it are not its own. */
  readonly legal: boolean;
  /** "ibid.": means whatever was cited before it. */
  readonly back?: 'ibid' | 'supra' | 'same' | 'former' | 'latter';
  /** The number behind "supra note". */
  readonly note?: string;
  /** Where pinpoints belong to it without further ado: the locator of a citation key. */
  readonly locator?: Span;
  /** "the earlier Declaration": one of two. */
  readonly compared?: boolean;
  /** Named in passing, in the middle of a sentence about something else. */
  readonly passing?: boolean;
}

export const lastWord = remember((title: string): string => (/([\p{L}]+)\P{L}*$/u.exec(title)?.[1] ?? '').toLowerCase().replace(/s$/, ''), 1000);

/** What the names of a document mean in it. */
export interface Names {
  /** By the hit itself. Two ids, the second perhaps empty, when it cannot be told which text is meant. */
  readonly meaning: ReadonlyMap<object, { readonly ids: readonly string[]; readonly against: boolean }>;
  /** Where each instrument is first named beyond doubt, in the file. */
  readonly named: ReadonlyMap<string, Span>;
  /** The author's own short forms. */
  readonly shorts: ReadonlyMap<string, string>;
  /** The author's own acronyms for texts that are not in the library. */
  readonly otherShorts: ReadonlyMap<string, OtherName>;
  readonly judge: (head: InstrumentHead) => Judge;
  /** Instruments whose own words would help to tell them from others of the name, and are not loaded. */
  readonly wanted: ReadonlySet<string>;
}

const textOf = (markup: Markup, c: Candidate): string => markup.blocks[c.block]?.prose.text ?? '';

/** By the head and its namesakes' ids. */
const besides = new WeakMap<InstrumentHead, Map<string, InstrumentHead>>();

/** The head with the library's other texts of its name among its homonyms, whether or not its file lists them. */
function besideNamesakes(head: InstrumentHead, others: readonly InstrumentHead[]): InstrumentHead {
  const known = besides.get(head) ?? new Map<string, InstrumentHead>();
  besides.set(head, known);
  const key = others.map((o) => `${o.id} ${o.date}`).join();
  const made = known.get(key) ?? {
    ...head,
    homonyms: [...(head.homonyms ?? []), ...others.map((o) => ({ ...(o.date === undefined ? {} : { date: o.date }), parties: o.parties }))],
  };
  known.set(key, made);
  return made;
}

/** Which of the texts that bear a name is meant by each mention of it. `sure`: the user said which are cited, so nothing is weighed. */
export function meaningsOf(candidates: readonly Candidate[], context: Context, allowed: Pick<ReadonlySet<string>, 'has'>, sure: boolean): Names {
  const { markup, library } = context;
  const texts = () => markup.blocks.map((b) => b.prose.text);
  const judges = new Map<InstrumentHead, Judge>();
  const judge = (head: InstrumentHead): Judge => {
    const known = judges.get(head);
    if (known) return known;
    const made = judgeOf(head, library.get(head.id), texts);
    judges.set(head, made);
    return made;
  };
  const named = new Map<string, Span>();
  const meaning = new Map<object, { readonly ids: readonly string[]; readonly against: boolean }>();
  const shorts = new Map<string, string>();
  const wanted = new Set<string>();
  const decide = (id: string, ids: readonly string[], text: string, span: Span): number => {
    const known = library.head(id);
    if (!known || sure) return 1;
    const head =
      ids.length > 1
        ? besideNamesakes(
            known,
            ids.flatMap((x) => (x !== id && library.head(x)) || []),
          )
        : known;
    if (head.homonyms?.length && library.get(id) === undefined && judge(head).beside(text, span) === 0) wanted.add(id);
    return judge(head).decide(text, span);
  };
  for (const c of candidates)
    for (const hit of c.names) {
      const text = textOf(markup, c);
      const verdicts = hit.ids.filter((id) => allowed.has(id)).map((id) => [id, decide(id, hit.ids, text, hit.span)] as const);
      const certain = verdicts.filter(([, v]) => v > 0).map(([id]) => id);
      const open = verdicts.filter(([, v]) => v === 0).map(([id]) => id);
      // One that stands open beside homonyms is ambiguous: marked by a second, empty id.
      const ids = certain.length > 0 ? certain : open.length === 1 ? [open[0] as string, ''] : open;
      meaning.set(hit, { ids, against: ids.length === 0 });
      const id = ids.length === 1 ? (ids[0] as string) : undefined;
      if (id === undefined) continue;
      const prose = (markup.blocks[c.block] as Block).prose;
      if (!named.has(id)) named.set(id, toSource(prose, hit.span));
      for (const short of shortsBehind(text, hit, library.head(id)?.title ?? '')) if (!shorts.has(short)) shorts.set(short, id);
    }
  // "… the Declaration (“WD”)": defined behind the noun, where only one text can be meant.
  const alone = named.size === 1 ? [...named.keys()][0] : undefined;
  const title = (alone && library.head(alone)?.title) || '';
  if (alone)
    for (const c of candidates)
      for (const g of c.generics) {
        if (!g.capital || g.noun !== lastWord(title)) continue;
        for (const short of shortsBehind(textOf(markup, c), g, title)) if (!shorts.has(short)) shorts.set(short, alone);
      }
  const otherShorts = new Map<string, OtherName>();
  for (const c of candidates)
    for (const o of c.others) {
      const short = acronymBeside(textOf(markup, c), o);
      if (short !== undefined && !shorts.has(short) && !otherShorts.has(short)) otherShorts.set(short, o);
    }
  return { meaning, named, shorts, otherShorts, judge, wanted };
}

/** Names of other texts belong to their block's words. */
const acronyms = new WeakMap<OtherName, { readonly short: string | undefined }>();

function acronymBeside(text: string, o: OtherName): string | undefined {
  let known = acronyms.get(o);
  if (!known) {
    known = { short: definedAcronym(text, o.span, o.name) };
    acronyms.set(o, known);
  }
  return known.short;
}

/** Short forms behind a hit, which belongs to its block's words, for the title that was asked for last. */
const behind = new WeakMap<object, { readonly title: string; readonly shorts: readonly string[] }>();

function shortsBehind(text: string, hit: { readonly span: Span }, title: string): readonly string[] {
  const before = behind.get(hit);
  if (before?.title === title) return before.shorts;
  const shorts = definedShorts(text, hit.span, title);
  behind.set(hit, { title, shorts });
  return shorts;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const COMPARED = /\b(?:earlier|older|other|previous|prior|later|newer|second|first)\s$/i;

/** Events of blocks that have no keys and no links, by what their names mean and by what is named in the document. */
const keep = ofWordsAnd<readonly Event[]>();
const NONE: readonly Event[] = [];

/** Gives the events of a block, in the order of the words; made once for a document. The same circumstances give the same list. */
export function eventsOf(context: Context, heads: readonly InstrumentHead[], names: Names): (c: Candidate) => readonly Event[] {
  const { library, markup } = context;
  // In a library of thousands a set of all ids would cost more than the reading.
  const allowed = heads === context.library.heads ? { has: (id: string) => context.library.head(id) !== undefined } : new Set(heads.map((h) => h.id));
  const noun = (id: string | undefined): string => lastWord((id && library.head(id)?.title) || '');
  const longest = [...names.shorts.keys()].sort((a, b) => b.length - a.length);
  const shortForm = longest.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longest.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu') : undefined;
  // Such an acronym stands for its text only where a place is cited right behind it: elsewhere it may be spoken of in passing.
  const others = [...names.otherShorts.keys()].sort((a, b) => b.length - a.length);
  const otherShort =
    others.length > 0
      ? new RegExp(`(?<![\\p{L}\\p{N}-])(?:${others.join('|')})(?=,?\\s[(]?(?:at\\s|in\\s)?(?:para|art|sec|princ|pt|point|[¶§])|\\s*$)`, 'giu')
      : undefined;
  const circumstances = JSON.stringify([[...names.shorts], others, [...names.named.keys()], heads === library.heads ? '' : heads.map((h) => h.id)]);
  const read = (c: Candidate): readonly Event[] => {
    const prose = textOf(markup, c);
    const events: Event[] = [];
    const cover = coverOf(prose.length);
    const add = (e: Event): void => {
      events.push(e);
      cover.add(e.span);
    };
    const links = c.links.filter((l) => allowed.has(l.id));
    const linked = coverOf(prose.length);
    for (const l of links) linked.add(l.span);
    for (const { item } of c.keys) {
      const head = headOfKey(item.key, context.references, heads, (id) => names.named.has(id));
      add({
        span: { start: item.span.start, end: item.suffix ? item.suffix.end : item.span.end },
        form: 'key',
        why: 'key',
        ids: head ? [head.id] : [],
        ...(head ? {} : { other: item.key }),
        noun: noun(head?.id),
        legal: false,
        ...(item.suffix ? { locator: item.suffix } : {}),
      });
    }
    for (const hit of c.names) {
      const meant = names.meaning.get(hit);
      if (!meant || !cover.free(hit.span)) continue;
      const title = prose.slice(hit.span.start, hit.span.end);
      const form = linked.free(hit.span) ? 'full' : 'link';
      add({
        span: hit.span,
        form,
        why: form === 'link' ? 'link' : 'named',
        ids: meant.ids,
        ...(meant.against ? { other: title } : {}),
        noun: noun(meant.ids[0]) || lastWord(title),
        legal: false,
      });
    }
    for (const l of links) if (cover.free(l.span)) add({ span: l.span, form: 'link', why: 'link', ids: [l.id], noun: noun(l.id), legal: false });
    const told = coverOf(prose.length);
    for (const g of c.generics) if (g.told) told.add(g.span);
    if (shortForm)
      for (const m of matches(shortForm, prose)) {
        const span = { start: m.index, end: m.index + m[0].length };
        const around = c.others[countBefore(c.others, span.start)];
        const inOther = around !== undefined && overlap(around.span, span) > 0 && around.span.end - around.span.start > span.end - span.start;
        const id = names.shorts.get(m[0]) as string;
        if (cover.free(span) && !inOther && told.free(span)) add({ span, form: 'short', why: `short form “${m[0]}”`, ids: [id], noun: noun(id), legal: false });
      }
    if (otherShort)
      for (const m of matches(otherShort, prose)) {
        const span = { start: m.index, end: m.index + m[0].length };
        const o = names.otherShorts.get(m[0]);
        // At the end of a text it must be all of it: the head of a column.
        if (span.end === prose.trimEnd().length && span.start > 0) continue;
        // A treaty is cited by articles: paragraphs in brackets behind it are of the text that speaks of it.
        if (o?.legal && prose.startsWith(' (', span.end)) continue;
        if (o && cover.free(span)) add({ span, form: 'short', why: `short form “${m[0]}”`, ids: [], other: o.name, noun: o.noun, legal: o.legal });
      }
    for (const g of c.generics) {
      if (!g.told || !cover.free(g.span)) continue;
      // "the 2021 declaration" is the one of that year, "the U.S.–German text" the one of those parties.
      const fit = [...names.named.keys()].flatMap((id) => {
        const head = library.head(id);
        return head && (g.noun === 'text' || g.noun === 'document' || noun(id) === g.noun)
          ? [[id, names.judge(head).beside(prose, g.told as Span)] as const]
          : [];
      });
      const ours = fit.filter(([, v]) => v > 0);
      if (ours.length === 1)
        add({ span: g.span, form: 'short', why: 'told by what stands before it', ids: [ours[0]?.[0] as string], noun: g.noun, legal: false });
      else if (ours.length === 0 && fit.length > 0 && fit.every(([, v]) => v < 0))
        add({
          span: g.span,
          form: 'short',
          why: 'told by what stands before it',
          ids: [],
          other: prose.slice(g.span.start, g.span.end),
          noun: '',
          legal: false,
        });
    }
    for (const o of c.others) {
      if (!cover.free(o.span)) continue;
      const before = prose.slice(Math.max(0, o.span.start - 60), o.span.start);
      const passing = !/(?:^|[.!?:]["”]?\s)(?:\S+\s+){0,3}$/.test(before);
      add({ span: o.span, form: 'full', why: 'named', ids: [], other: o.name, noun: o.noun, legal: o.legal, passing });
    }
    for (const g of c.generics)
      if (!g.told && cover.free(g.span)) {
        const compared = COMPARED.test(prose.slice(Math.max(0, g.span.start - 12), g.span.start));
        const why = g.capital ? 'generic' : 'generic-lower';
        add({ span: g.span, form: 'short', why, ids: [], noun: g.noun, legal: false, ...(compared ? { compared } : {}) });
      }
    for (const b of c.backs)
      if (cover.free(b.span))
        add({ span: b.span, form: 'ibid', why: 'back-reference', ids: [], noun: '', legal: false, back: b.sort, ...(b.note ? { note: b.note } : {}) });
    return events.sort((a, b) => a.span.start - b.span.start);
  };
  return (c) => {
    if (c.keys.length + c.links.length > 0) return read(c);
    if (!shortForm && !otherShort && c.names.length + c.others.length + c.generics.length + c.backs.length === 0) return NONE;
    let meant = '';
    for (const hit of c.names) {
      const m = names.meaning.get(hit);
      meant += m ? `${m.ids.join()}${m.against ? '!' : ''};` : '-;';
    }
    return keep((markup.blocks[c.block] as Block).prose, meant, [library, circumstances, c.names], () => read(c));
  };
}
