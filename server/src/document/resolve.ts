/** Resolves candidates to instruments and paragraphs, stream by stream; what is not unique stays unresolved (after eyecite's rule). */
import type { InstrumentHead } from '../instrument/instrument.ts';
import type { Block } from '../text/markup/markup.ts';
import { toSource } from '../text/prose.ts';
import { firstFrom } from '../text/remember.ts';
import { findSentences } from '../text/sentences.ts';
import { overlap, type Span } from '../text/span.ts';
import type { Citation, CitationForm, Cited, Context, Pinpoint } from './analysis.ts';
import type { Candidate } from './citations.ts';
import { directed } from './directives.ts';
import { followsClosely, isElsewhere, leadsTo } from './gaps.ts';
import { type Judge, judgeOf } from './homonyms.ts';
import { headOfKey } from './keys.ts';
import { type FoundPinpoint, fits, labelsFor } from './pinpoints.ts';
import { definedShort } from './short-forms.ts';

/** Something in a block that refers to a text: one of ours, or another. */
interface Event {
  readonly span: Span;
  readonly form: CitationForm;
  readonly why: string;
  readonly ids: readonly string[];
  readonly other?: string;
  readonly noun: string;
  /** Cited by articles: paragraph numbers that do not stand right beside it are not its own. */
  readonly legal: boolean;
  /** "ibid.": means whatever was cited before it. */
  readonly back?: 'ibid' | 'supra' | 'same';
  readonly note?: string;
  /** Where pinpoints belong to it without further ado: the locator of a citation key. */
  readonly locator?: Span;
  readonly passing?: boolean;
}

/** What a back-reference may mean. */
interface Antecedent {
  readonly id: string | undefined;
  readonly legal: boolean;
  readonly labels: readonly string[];
  readonly block: number;
  readonly passing: boolean;
}

const lastWord = (title: string): string => (/([\p{L}]+)\P{L}*$/u.exec(title)?.[1] ?? '').toLowerCase().replace(/s$/, '');
/** More than the widest gap between a reference and its pinpoint (`gaps.ts`). */
const REACH = 120;
const NONE = { citations: [], cites: [], missing: [] };
const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

export function resolveCitations(
  candidates: readonly Candidate[],
  context: Context,
): { readonly citations: readonly Citation[]; readonly cites: readonly Cited[]; readonly missing: readonly string[] } {
  const { markup, library } = context;
  const said = directed(context);
  if (said && said.ids.length === 0) return NONE;
  const heads = said ? library.heads.filter((h) => said.ids.includes(h.id)) : library.heads;
  const allowed = new Set(heads.map((h) => h.id));
  const text = (c: Candidate) => (markup.blocks[c.block] as Block).prose.text;

  // First, which of the texts that bear a name is meant by each mention of it.
  const whole = () => markup.blocks.map((b) => b.prose.text).join('\n');
  const judges = new Map<string, Judge>();
  const judge = (head: InstrumentHead): Judge => {
    const known = judges.get(head.id);
    if (known) return known;
    const made = judgeOf(head, library.get(head.id), whole);
    judges.set(head.id, made);
    return made;
  };
  const named = new Map<string, Span>();
  const resolved = new Map<object, { readonly ids: readonly string[]; readonly against: boolean }>();
  for (const c of candidates)
    for (const hit of c.names) {
      const fit = hit.ids.filter((id) => allowed.has(id));
      const verdicts = fit.map((id) => [id, said ? 1 : judge(library.head(id) as InstrumentHead).decide(text(c), hit.span)] as const);
      const sure = verdicts.filter(([, v]) => v > 0).map(([id]) => id);
      const open = verdicts.filter(([, v]) => v === 0).map(([id]) => id);
      const ids = sure.length > 0 ? sure : open.length > 0 ? open : [];
      resolved.set(hit, { ids: sure.length === 1 ? sure : ids, against: ids.length === 0 });
      if (sure.length === 1 && !named.has(sure[0] as string)) named.set(sure[0] as string, toSource((markup.blocks[c.block] as Block).prose, hit.span));
      // One that stands open beside homonyms is ambiguous: marked by a second, empty candidate.
      if (sure.length === 0 && open.length === 1) resolved.set(hit, { ids: [open[0] as string, ''], against: false });
    }

  // Then the author's own short forms for what was named.
  const shorts = new Map<string, string>();
  for (const c of candidates)
    for (const hit of c.names) {
      const r = resolved.get(hit);
      const id = r?.ids.length === 1 ? r.ids[0] : undefined;
      const short = id && definedShort(text(c), hit.span, library.head(id)?.title ?? '');
      if (id && short && !shorts.has(short)) shorts.set(short, id);
    }
  const shortForm =
    shorts.size > 0
      ? new RegExp(
          `(?<![\\p{L}\\p{N}-])(?:${[...shorts.keys()]
            .map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
            .sort((a, b) => b.length - a.length)
            .join('|')})(?![\\p{L}\\p{N}])`,
          'gu',
        )
      : undefined;

  const eventsOf = (c: Candidate): Event[] => {
    const prose = text(c);
    const events: Event[] = [];
    // By stretches of the prose, so that a long paragraph with many citations does not compare each with all.
    const stretches = new Map<number, Span[]>();
    const put = (e: Event): void => {
      events.push(e);
      for (let k = e.span.start >> 6; k <= e.span.end >> 6; k++) {
        const there = stretches.get(k);
        if (there) there.push(e.span);
        else stretches.set(k, [e.span]);
      }
    };
    const free = (s: Span): boolean => {
      for (let k = s.start >> 6; k <= s.end >> 6; k++) if (stretches.get(k)?.some((e) => overlap(e, s) > 0)) return false;
      return true;
    };
    const links = c.links.filter((l) => allowed.has(l.id));
    for (const { item, narrative } of c.keys) {
      const head = headOfKey(item.key, context.references, heads, (id) => named.has(id));
      const end = item.suffix ? item.suffix.end : item.span.end;
      put({
        span: { start: item.span.start, end },
        form: 'key',
        why: 'key',
        ids: head ? [head.id] : [],
        ...(head ? {} : { other: item.key }),
        noun: head ? lastWord(head.title) : '',
        legal: false,
        ...(item.suffix ? { locator: item.suffix } : {}),
        ...(narrative && !item.suffix ? {} : {}),
      });
    }
    for (const hit of c.names) {
      const r = resolved.get(hit);
      if (!r || !free(hit.span)) continue;
      const title = prose.slice(hit.span.start, hit.span.end);
      const link = links.find((l) => overlap(l.span, hit.span) > 0);
      put({
        span: hit.span,
        form: link ? 'link' : 'full',
        why: link ? 'link' : 'named',
        ids: r.ids,
        ...(r.against ? { other: title } : {}),
        noun: r.ids[0] ? lastWord(library.head(r.ids[0])?.title ?? title) : lastWord(title),
        legal: false,
      });
    }
    for (const l of links)
      if (free(l.span)) put({ span: l.span, form: 'link', why: 'link', ids: [l.id], noun: lastWord(library.head(l.id)?.title ?? ''), legal: false });
    if (shortForm)
      for (const m of prose.matchAll(shortForm)) {
        const span = { start: m.index, end: m.index + m[0].length };
        const inOther = c.others.some((o) => overlap(o.span, span) > 0 && o.span.end - o.span.start > span.end - span.start);
        const id = shorts.get(m[0]) as string;
        if (free(span) && !inOther)
          put({ span, form: 'short', why: `short form “${m[0]}”`, ids: [id], noun: lastWord(library.head(id)?.title ?? ''), legal: false });
      }
    for (const o of c.others) {
      const at = prose.slice(Math.max(0, o.span.start - 60), o.span.start);
      if (free(o.span))
        put({
          span: o.span,
          form: 'full',
          why: 'named',
          ids: [],
          other: o.name,
          noun: o.noun,
          legal: o.legal,
          passing: !/(?:^|[.!?:]["”]?\s)(?:\S+\s+){0,3}$/.test(at),
        });
    }
    for (const g of c.generics)
      if (free(g.span)) put({ span: g.span, form: 'short', why: g.capital ? 'generic' : 'generic-lower', ids: [], noun: g.noun, legal: false });
    for (const b of c.backs)
      if (free(b.span))
        put({ span: b.span, form: 'ibid', why: 'back-reference', ids: [], noun: '', legal: false, back: b.sort, ...(b.note ? { note: b.note } : {}) });
    return events.sort((a, b) => a.span.start - b.span.start);
  };

  const events = new Map<Candidate, Event[]>();
  for (const c of candidates) events.set(c, eventsOf(c));
  const direct = new Map<string, Cited['why']>();
  for (const list of events.values())
    for (const e of list)
      if (e.ids.length === 1 && !direct.has(e.ids[0] as string))
        direct.set(e.ids[0] as string, e.form === 'key' ? 'key' : e.form === 'link' ? 'link' : 'named');
  for (const id of said?.ids ?? []) if (allowed.has(id) && !direct.has(id)) direct.set(id, said?.why ?? 'setting');
  const ids = [...direct.keys()];
  const missing = ids.filter((id) => library.get(id) === undefined);
  const only = ids.length === 1 ? ids[0] : undefined;

  // Last, in reading order: the body, then each sequence of notes.
  const citations: Citation[] = [];
  const ordered = [...candidates].sort((a, b) => {
    const x = markup.blocks[a.block] as Block;
    const y = markup.blocks[b.block] as Block;
    if (x.stream !== y.stream) return x.stream === 'body' ? -1 : y.stream === 'body' ? 1 : x.stream < y.stream ? -1 : 1;
    return (x.order ?? 0) - (y.order ?? 0) || a.block - b.block;
  });
  const byNoun = new Map<string, { readonly id: string | undefined; readonly name: string }>();
  const notes = new Map<string, Antecedent[]>();
  let stream = '';
  let last: Antecedent | undefined;
  let note: string | undefined;
  let inNote: Antecedent[] = [];
  let previousNote: readonly Antecedent[] | undefined;
  let row = -1;
  let rowEvents: Antecedent | undefined;

  for (const c of ordered) {
    const block = markup.blocks[c.block] as Block;
    const prose = block.prose.text;
    if (block.stream !== stream) {
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
    const line = block.kind === 'cell' ? context.markup.blocks.findIndex((b) => b.kind === 'cell' && sameLine(context, b, block)) : -1;
    if (line !== row) rowEvents = undefined;
    row = line;
    const list = events.get(c) as Event[];
    const sentences = findSentences(prose);
    const sentenceOf = (at: number): Span => {
      const found = sentences[firstFrom(sentences, (s) => s.start, at + 1) - 1];
      return found && at < found.end ? found : { start: 0, end: prose.length };
    };
    /** The events that begin in a stretch of the prose, which is all that a gap can reach. */
    const between = (from: number, to: number): readonly Event[] =>
      list.slice(
        firstFrom(list, (e) => e.span.start, from),
        firstFrom(list, (e) => e.span.start, to),
      );
    const longest = list.reduce((n, e) => Math.max(n, e.span.end - e.span.start), 0);
    const pinpoints = [...c.pinpoints].sort((a, b) => a.span.start - b.span.start);

    /** What each event of the block turned out to mean. */
    const meant = new Map<Event, { readonly ids: readonly string[]; readonly other?: string; readonly labels?: readonly string[]; readonly legal: boolean }>();
    const taken = new Map<FoundPinpoint, Event | 'elsewhere'>();
    for (const p of c.pinpoints) {
      if (isElsewhere(prose, p.span)) {
        taken.set(p, 'elsewhere');
        continue;
      }
      const near = between(p.span.start - REACH - longest, p.span.end + REACH);
      const holder =
        near.find((e) => e.locator && p.span.start >= e.locator.start && p.span.end <= e.locator.end + 1) ??
        near.findLast(
          (e) =>
            !(e.back === 'supra' && list.some((x) => x !== e && x.ids.length === 1 && x.span.end <= e.span.start && e.span.start - x.span.end < 8)) &&
            e.span.end <= p.span.start &&
            followsClosely(prose, e.span, p.span) &&
            !pinpoints
              .slice(
                firstFrom(pinpoints, (q) => q.span.start, e.span.end),
                firstFrom(pinpoints, (q) => q.span.start, p.span.start + 1),
              )
              .some((q) => q !== p && q.span.end <= p.span.start),
        ) ??
        near.find((e) => e.span.start >= p.span.end && leadsTo(prose, p.span, e.span));
      if (holder) taken.set(p, holder);
    }
    const owned = new Map<Event | 'elsewhere', FoundPinpoint[]>();
    for (const p of c.pinpoints) {
      const holder = taken.get(p);
      if (holder) owned.set(holder, [...(owned.get(holder) ?? []), p]);
    }

    const remember = (a: Antecedent): void => {
      last = a;
      inNote.push(a);
      if (block.note) notes.set(block.note, [...(notes.get(block.note) ?? []), a]);
    };
    const pinsOf = (id: string, found: readonly FoundPinpoint[]): readonly Pinpoint[] => {
      const instrument = library.get(id);
      if (!instrument) return [];
      return found.flatMap((p) => {
        const labels = labelsFor(instrument, p);
        if (!labels) return [];
        return [
          {
            span: toSource(block.prose, p.span),
            block: c.block,
            inProse: p.span,
            text: source(context, block, p.span),
            paragraphs: labels.paragraphs,
            unknown: labels.unknown,
            ...(p.sentence ? { sentence: p.sentence } : {}),
          },
        ];
      });
    };
    const emit = (
      span: Span,
      form: CitationForm,
      why: string,
      m: { readonly ids: readonly string[]; readonly other?: string },
      pins: readonly Pinpoint[],
    ): void => {
      const id = m.ids.length === 1 ? m.ids[0] : undefined;
      const candidatesFor = m.ids.filter((x) => x !== '');
      citations.push({
        span: toSource(block.prose, span),
        block: c.block,
        inProse: span,
        text: source(context, block, span),
        form,
        instrument: id,
        ...(m.other ? { other: m.other } : {}),
        ...(m.ids.length > 1 ? { candidates: candidatesFor } : {}),
        pinpoints: pins,
        why,
      });
    };

    // Events and free pinpoints in the order of the words.
    const steps = [
      ...list.map((e) => ({ at: e.span.start, e, p: undefined })),
      ...c.pinpoints.filter((p) => !taken.has(p)).map((p) => ({ at: p.span.start, e: undefined, p })),
    ].sort((a, b) => a.at - b.at);
    for (const { e, p } of steps) {
      if (e) {
        const own = owned.get(e) ?? [];
        let m: { readonly ids: readonly string[]; readonly other?: string; readonly labels?: readonly string[]; readonly legal: boolean } = {
          ids: e.ids,
          ...(e.other ? { other: e.other } : {}),
          legal: e.legal,
        };
        let inherited: readonly string[] = [];
        if (e.why === 'generic' || e.why === 'generic-lower') {
          const named = byNoun.get(e.noun);
          const fallback =
            named === undefined && e.why === 'generic' && only !== undefined && lastWord(library.head(only)?.title ?? '') === e.noun
              ? { id: only, name: '' }
              : undefined;
          const hit = named ?? fallback;
          if (!hit) continue;
          m = hit.id
            ? { ids: [hit.id], legal: false }
            : { ids: [], other: hit.name, legal: e.noun === 'treaty' || e.noun === 'charter' || e.noun === 'convention' };
        } else if (e.back) {
          // In a note, "ibid." means the one text of the note before, or what this note has cited already.
          const pool =
            e.back === 'supra' ? (notes.get(e.note ?? '') ?? []) : inNote.length > 0 || block.note === undefined ? (last ? [last] : []) : (previousNote ?? []);
          const meantIds = unique(pool.map((a) => a.id));
          if (e.back === 'supra' && list.some((x) => x !== e && x.ids.length === 1 && x.span.end <= e.span.start && e.span.start - x.span.end < 8)) continue;
          if (meantIds.length !== 1 || meantIds[0] === undefined) {
            if (meantIds.length >= 1 && e.back === 'ibid') remember({ id: undefined, legal: true, labels: [], block: c.block, passing: false });
            continue;
          }
          const before = pool.at(-1) as Antecedent;
          if (e.back === 'same' && before.labels.length !== 1) continue;
          m = { ids: [meantIds[0]], legal: false };
          if (own.length === 0 && e.back !== 'supra') inherited = before.labels;
        }
        meant.set(e, m);
        const id = m.ids.length === 1 ? m.ids[0] : undefined;
        if (id === undefined) {
          if (m.other || m.ids.length > 1) {
            emit(
              own.length > 0
                ? { start: Math.min(e.span.start, ...own.map((x) => x.span.start)), end: Math.max(e.span.end, ...own.map((x) => x.span.end)) }
                : e.span,
              e.form,
              e.why.startsWith('generic') ? 'named before' : e.why,
              m,
              own.map((x) => foreign(context, block, c.block, x)),
            );
            if (e.noun) byNoun.set(e.noun, { id: undefined, name: m.other ?? '' });
            const passing = (e.passing ?? false) && own.length === 0;
            remember({ id: undefined, legal: m.legal, labels: [], block: c.block, passing });
            rowEvents = { id: undefined, legal: false, labels: [], block: c.block, passing: false };
          }
          continue;
        }
        if (e.noun) byNoun.set(e.noun, { id, name: '' });
        let pins = pinsOf(id, own);
        if (pins.length === 0 && inherited.length > 0 && own.length === 0)
          pins = [
            {
              span: toSource(block.prose, e.span),
              block: c.block,
              inProse: e.span,
              text: source(context, block, e.span),
              paragraphs: inherited,
              unknown: [],
              inherited: true,
            },
          ];
        const near = own.filter((x) => followsClosely(prose, e.span, x.span) || (e.locator && x.span.start >= e.locator.start));
        const span = near.length > 0 ? { start: e.span.start, end: Math.max(e.span.end, ...near.map((x) => x.span.end)) } : e.span;
        emit(span, e.form, e.why.startsWith('generic') ? 'named before' : e.why, m, pins);
        const a = { id, legal: false, labels: pins.flatMap((x) => x.paragraphs), block: c.block, passing: false };
        remember(a);
        rowEvents = a;
      } else if (p) {
        const sentence = sentenceOf(p.span.start);
        const before = between(sentence.start, p.span.start + 1).findLast((x) => x.span.end <= p.span.start && x.span.start >= sentence.start && meant.has(x));
        const after = between(p.span.end, p.span.end + 70).find(
          (x) => x.span.start >= p.span.end && x.span.end <= sentence.end && x.span.start - p.span.end < 70 && !x.back && x.form !== 'key',
        );
        const articles = p.unit === 'article' || p.unit === 'principle' || p.unit === 'annex' || p.unit === 'section' || p.unit === 'recital';
        const captures = (m: { readonly ids: readonly string[]; readonly legal: boolean }) => m.ids.length === 1 || !m.legal || articles;
        let id: string | undefined;
        let decided = false;
        const local = before && meant.get(before);
        if (local && captures(local)) {
          id = local.ids.length === 1 ? local.ids[0] : undefined;
          decided = true;
        } else if (block.kind === 'cell' && rowEvents) {
          id = rowEvents.id;
          decided = true;
        } else if (after && !before) {
          const m =
            after.ids.length === 1
              ? after.ids
              : after.why.startsWith('generic')
                ? [byNoun.get(after.noun)?.id ?? (only && lastWord(library.head(only)?.title ?? '') === after.noun ? only : '')]
                : [];
          if (m.length === 1 && m[0]) {
            id = m[0];
            decided = true;
          } else if (after.other && !after.legal && !(after.passing ?? false)) decided = true;
        }
        if (!decided && last && !(last.id === undefined && (last.passing || (last.legal && !articles) || last.block !== c.block))) {
          id = last.id;
          decided = true;
        }
        // A text without another candidate speaks of the one that the document is about.
        if (!decided) id = only;
        if (id === undefined) continue;
        const instrument = library.get(id);
        if (!instrument || !fits(instrument, p.unit)) continue;
        if ((p.unit === 'point' || p.unit === 'section') && !local) continue;
        const pins = pinsOf(id, [p]);
        if (pins.length === 0) continue;
        emit(p.span, 'short', 'pinpoint beside a citation', { ids: [id] }, pins);
        remember({ id, legal: false, labels: pins.flatMap((x) => x.paragraphs), block: c.block, passing: false });
      }
    }
  }

  const order = (a: Citation, b: Citation) => a.span.start - b.span.start || a.span.end - b.span.end;
  citations.sort(order);
  const cites: Cited[] = ids.flatMap((id) => {
    const instrument = library.get(id);
    if (!instrument) return [];
    const first = citations.find((x) => x.instrument === id && (x.form === 'full' || x.form === 'link' || x.form === 'key'));
    const span = named.get(id) ?? first?.span;
    return [
      {
        instrument,
        why: said?.ids.includes(id) ? said.why : (direct.get(id) ?? 'named'),
        ...(said?.ids.includes(id) ? (said.span ? { span: said.span } : {}) : span ? { span } : {}),
      },
    ];
  });
  return { citations, cites, missing };
}

const source = (_context: Context, block: Block, span: Span): string => block.prose.text.slice(span.start, span.end);

/** A pinpoint of a text that is not in the library: shown as written, nothing claimed about it. */
const foreign = (context: Context, block: Block, index: number, p: FoundPinpoint): Pinpoint => ({
  span: toSource(block.prose, p.span),
  block: index,
  inProse: p.span,
  text: source(context, block, p.span),
  paragraphs: p.members.map(
    (m) => `${p.unit === 'paragraph' ? '' : `${(p.unit[0] as string).toUpperCase()}${p.unit.slice(1)} `}${m.main}${m.subs.map((s) => `(${s})`).join('')}`,
  ),
  unknown: [],
});

/** Cells of one row stand on one line, or at least have nothing but a cell's end between them. */
const sameLine = (_context: Context, a: Block, b: Block): boolean => a.stream === b.stream && rowOf(a) === rowOf(b);
const rowOf = (block: Block): number => (block as Block & { readonly row?: number }).row ?? -2;
