/** Tells apart texts that bear one title: date, parties and subject decide, near the mention first, then in the whole document. */

import type { Instrument, InstrumentHead } from '../instrument/instrument.ts';
import { findStates } from '../instrument/states.ts';
import { foldTypography } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import { remember } from '../text/remember.ts';
import type { Span } from '../text/span.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DATE = new RegExp(
  `(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(${MONTH})(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?)?,?(?:\\s+of)?\\s+(\\d{4})|\\b((?:18|19|20)\\d{2})\\b(?:년\\s*(\\d{1,2})월)?`,
  'gu',
);

interface When {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

function datesIn(text: string): readonly When[] {
  return [...matches(DATE, text)].map((m) => {
    if (m[5]) return { year: Number(m[5]), ...(m[6] ? { month: Number(m[6]) } : {}) };
    const month = MONTHS.indexOf((m[2] as string).slice(0, 3).toLowerCase()) + 1;
    const day = Number(m[1] ?? m[3]);
    return { year: Number(m[4]), month, ...(day ? { day } : {}) };
  });
}

const agrees = (when: When, date: string): boolean => {
  const [year, month, day] = date.split('-').map(Number);
  return (
    when.year === year &&
    (when.month === undefined || month === undefined || when.month === month) &&
    (when.day === undefined || day === undefined || when.day === day)
  );
};

/** Stands between the name and its date: "of", "issued on", "(", ",". */
const NEAR_BEHIND = new RegExp(
  `^[\\s,("“”’'\\])*]*(?:(?:of|from|issued|adopted|signed|dated|released|on|in|U\\.S\\.-ROK)[\\s,]*)*((?:\\d{1,2}\\s+)?(?:${MONTH}\\s+)?(?:\\d{1,2},?\\s+)?\\d{4})`,
  'u',
);
const NEAR_BEFORE = new RegExp(`((?:\\d{1,2}\\s+)?(?:${MONTH}\\s+)?(?:\\d{1,2},?\\s+)?\\d{4})[’']?s?\\s+(?:U\\.S\\.[-–]?\\w*\\s+)?["“'*]*$`, 'u');

const NEAR_BEFORE_HANGUL = /(\d{4}년\s?(?:\d{1,2}월)?)\s?(?:\d{1,2}일\s?)?(?:에\s)?(?:[가-힣]{1,8}\s){0,2}["“'‘「『]?$/u;

export interface Evidence {
  readonly own: number;
  readonly other: number;
}

/** Parties that tell the instrument from its homonyms, and those of the homonyms that tell against it; shared ones say nothing. */
interface Marks {
  readonly own: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly words: readonly string[];
}

const marksKnown = new WeakMap<InstrumentHead, { readonly of: Instrument | undefined; readonly marks: Marks }>();

function marksOf(head: InstrumentHead, instrument: Instrument | undefined): Marks {
  const known = marksKnown.get(head);
  if (known && known.of === instrument) return known.marks;
  const homonyms = (head.homonyms ?? []).flatMap((h) => h.parties);
  const own = new Set(head.parties.filter((p) => !homonyms.includes(p)));
  const others = new Set(homonyms.filter((p) => !head.parties.includes(p)));
  // The instrument's own short forms speak for it, but for the names of states that every text may use.
  const words = (instrument?.terms ?? [])
    .filter((t) => t.kind !== 'state' && t.kind !== 'region' && t.kind !== 'concept' && t.kind !== 'policy' && t.kind !== 'treaty')
    .flatMap((t) => [t.long, ...t.shortForms.filter((s) => s.length > 2)]);
  const marks = { own, others, words };
  marksKnown.set(head, { of: instrument, marks });
  return marks;
}

interface Weighed extends Evidence {
  readonly words: readonly string[];
}

/** "the one of 26 April, not the U.S.-German one of July 2021": what the text is told apart from does not speak for that. */
const TOLD_APART =
  /\b(?:not|unlike|as opposed to|rather than|no relation to|to be confused with|as distinct from)\s+(?:the|that|its)\s(?:[^.;:()—]|\.(?=[\p{L}–-])){0,120}/giu;

/** "ROK and DPRK are not mentioned in it": what a text is silent about does not tell which text it is. */
const NOT_IN_IT =
  /(?<![^.;!?\s])(?:[^.;!?]|\.(?=[\p{L}–-])){0,120}\b(?:(?:not|never|nowhere) mention(?:s|ed)?|no mention of|mentions? (?:neither|no|nothing)|silent (?:on|about))\b(?:[^.;!?]|\.(?=[\p{L}–-])){0,120}/giu;

function weigh(raw: string, head: InstrumentHead, marks: Marks): Weighed {
  let own = 0;
  let other = 0;
  const apart = raw.replace(TOLD_APART, ' ');
  const text = /mention|silent/i.test(apart) ? apart.replace(NOT_IN_IT, ' ') : apart;
  const folded = foldTypography(text);
  for (const s of findStates(folded)) {
    // "Korea" alone is no party's name, only where it lies.
    if (marks.own.has(s.name) && !/^Koreas?$/.test(folded.slice(s.span.start, s.span.end))) own += 1;
    if (marks.others.has(s.name)) other += 1;
  }
  for (const d of datesIn(text)) {
    if (head.date && agrees(d, head.date) && (d.month !== undefined || !head.homonyms?.some((h) => h.date?.startsWith(String(d.year)))))
      own += d.month === undefined ? 0.5 : 2;
    else if (head.homonyms?.some((h) => h.date !== undefined && agrees(d, h.date))) other += d.month === undefined ? 0.5 : 2;
  }
  const words = marks.words.filter((w) => text.includes(w));
  return { own: own + words.length, other, words };
}

/** Evidence of blocks by their words: an edit weighs again only what it touched. */
const weighed = new WeakMap<Marks, (text: string) => Weighed>();

function weighing(head: InstrumentHead, marks: Marks): (text: string) => Weighed {
  let one = weighed.get(marks);
  if (!one) {
    one = remember((text) => weigh(text, head, marks), 4000);
    weighed.set(marks, one);
  }
  return one;
}

/** A term speaks once, however often it is used. */
function weighAll(texts: readonly string[], head: InstrumentHead, marks: Marks): Evidence {
  const one = weighing(head, marks);
  let own = 0;
  let other = 0;
  const words = new Set<string>();
  for (const text of texts) {
    const w = one(text);
    own += w.own - w.words.length;
    other += w.other;
    for (const x of w.words) words.add(x);
  }
  return { own: own + words.size, other };
}

/** What stands beside names, by the text of the block and the place in it. */
interface Places {
  readonly beside: Map<number, number>;
  readonly around: Map<number, Evidence>;
  readonly sentences: Map<number, Weighed>;
}
const places = new WeakMap<Marks, (text: string) => Places>();

const PAIR_BEFORE = /(\p{Lu}[\p{L}’']{2,20})-(\p{Lu}[\p{L}’']{2,20})\s+["'*]*$/u;
const PAIR_BEHIND = /^["'*]*\s*\((\p{Lu}[\p{L}’']{2,20})-(\p{Lu}[\p{L}’']{2,20})[),;]/u;

/** "… that Merkel signed", "… signed by Merkel and Biden": who made the text, in a clause of its own. */
const RELATIVE =
  /^["'*]*,?\s+(?:that|which)\s+([^.;:()]{3,60}?)\s+(?:had\s+|have\s+|has\s+)?(?:co-)?(?:signed|issued|adopted|announced|released|concluded|negotiated|unveiled)\b|^["'*]*,?\s+(?:signed|issued|adopted|announced|released|concluded|unveiled)\s+by\s+([^.;:()]{3,60})/;
const OFFICE = /^(?:President|Presidents|Chancellor|Prime|Minister|Premier|King|Secretary|Leaders?|The|Washington|Both)$/;

/** The sentence around a name, roughly: up to 200 characters on each side. */
function sentenceAt(block: string, { start, end }: Span): string {
  const before = /[^.!?]*$/.exec(block.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const behind = /^(?:[^.!?]|\.(?=\S))*/.exec(block.slice(end, end + 200))?.[0] ?? '';
  return before + block.slice(start, end) + behind;
}

export interface Judge {
  /** 1: this instrument; -1: another text of that name; 0: cannot be told. */
  decide(block: string, span: Span): number;
  /** The same by what stands right beside the name alone: a date, parties, those who signed. */
  beside(block: string, span: Span): number;
}

/** `texts` are the blocks of the whole document. For a head without homonyms only a date that contradicts it decides against it. */
export function judgeOf(head: InstrumentHead, instrument: Instrument | undefined, texts: () => readonly string[]): Judge {
  const marks = marksOf(head, instrument);
  let whole: Evidence | undefined;
  let at = places.get(marks);
  if (!at) {
    at = remember(() => ({ beside: new Map(), around: new Map(), sentences: new Map() }), 4000);
    places.set(marks, at);
  }
  const byText = at;
  const beside = (block: string, span: Span): number => {
    const known = byText(block).beside;
    let said = known.get(span.start);
    if (said === undefined) {
      said = readBeside(block, span);
      known.set(span.start, said);
    }
    return said;
  };
  const readBeside = (block: string, span: Span): number => {
    const behind = NEAR_BEHIND.exec(block.slice(span.end, span.end + 80));
    const before = NEAR_BEFORE.exec(block.slice(Math.max(0, span.start - 60), span.start));
    const hangul = NEAR_BEFORE_HANGUL.exec(block.slice(Math.max(0, span.start - 40), span.start));
    const near = [...datesIn(behind?.[1] ?? ''), ...datesIn(before?.[1] ?? hangul?.[1] ?? '')];
    if (head.date && near.length > 0) {
      if (near.some((d) => agrees(d, head.date as string))) return 1;
      if (near.some((d) => d.year !== Number((head.date as string).slice(0, 4)))) return -1;
    }
    // "the U.S.–German Washington Declaration", "the Washington Declaration between the United States and Germany".
    const adjective = foldTypography(block.slice(Math.max(0, span.start - 40), span.start));
    const title = foldTypography(block.slice(span.end, span.end + 90));
    const states = [
      ...findStates(/[\p{L}.-]+(?:[\s-][\p{L}.]+)?\s+["'*]*$/u.exec(adjective)?.[0] ?? ''),
      ...(/^["'*]*,?\s+(?:between|of|with|by|issued by)\s/.test(title) ? findStates(/^[^.;:)]*/.exec(title)?.[0] ?? '') : []),
    ];
    const pair = PAIR_BEFORE.exec(adjective) ?? PAIR_BEHIND.exec(title);
    if (pair && states.length === 0 && instrument && findStates(pair[0]).length === 0) {
      // "the Biden–Merkel declaration": those who speak in the text are named in it.
      const both = [pair[1], pair[2]].map((name) => instrument.text.includes(name as string));
      if (both.every(Boolean)) return 1;
      if (both.some(Boolean)) return -1;
    }
    const makers = RELATIVE.exec(title.slice(0, 90));
    if (makers && states.length === 0) {
      const clause = (makers[1] ?? makers[2]) as string;
      states.push(...findStates(clause));
      const people =
        instrument && states.length === 0 ? (clause.match(/(?<![\p{L}.-])\p{Lu}[\p{L}'-]{2,20}(?![\p{L}.-])/gu) ?? []).filter((n) => !OFFICE.test(n)) : [];
      // One who speaks in the text may have made others of its name: two of them tell, or one who does not speak in it.
      const strangers = people.some((n) => !instrument?.text.includes(n));
      if (strangers || people.length > 1) return strangers ? -1 : 1;
    }
    if (states.some((s) => marks.own.has(s.name))) return 1;
    if (states.some((s) => !head.parties.includes(s.name)) && head.parties.length > 0) return -1;
    return 0;
  };
  return {
    beside,
    decide(block, span) {
      const near = beside(block, span);
      if (near !== 0) return near;
      if (!head.homonyms?.length) return 1;
      const { around: known, sentences } = byText(block);
      // A body of the text's own, named in the very sentence, speaks louder than states named around it.
      const said = sentences.get(span.start) ?? weigh(sentenceAt(block, span), head, marks);
      sentences.set(span.start, said);
      if (said.words.length > 0 && said.other === 0) return 1;
      const local = known.get(span.start) ?? weigh(block.slice(Math.max(0, span.start - 200), span.end + 200), head, marks);
      known.set(span.start, local);
      if (Math.max(local.own, local.other) >= 1 && Math.min(local.own, local.other) === 0) return local.own > local.other ? 1 : -1;
      whole ??= weighAll(texts(), head, marks);
      const { own, other } = whole;
      // Nothing speaks for another text: then the one that is known is meant.
      if (other === 0 || own >= other * 2) return 1;
      if (other >= own * 2) return -1;
      return Math.sign(local.own - local.other);
    },
  };
}
