/** Finds what may be a citation, block by block: names, generic nouns, keys, links, back-references, and pinpoints. */

import type { Library } from '../instrument/library.ts';
import type { Block, KeyItem } from '../text/markup/markup.ts';
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import type { Context } from './analysis.ts';
import { coverOf } from './cover.ts';
import { findNames, findOtherNames, type NameHit, type OtherName } from './names.ts';
import { type FoundPinpoint, findPinpoints } from './pinpoints.ts';

/** Spans are in the block's prose. */
export interface Generic {
  readonly span: Span;
  /** Singular, lower case: "declaration". */
  readonly noun: string;
  /** Written with a capital, as a defined name is. */
  readonly capital: boolean;
  /** Where the noun itself stands when something before it says which text is meant: "the 2021 declaration". */
  readonly told?: Span;
}

export interface Back {
  readonly span: Span;
  readonly sort: 'ibid' | 'supra' | 'same' | 'former' | 'latter';
  /** The number behind "supra note". */
  readonly note?: string;
}

export interface Link {
  readonly span: Span;
  readonly id: string;
}

export interface Candidate {
  readonly block: number;
  readonly names: readonly NameHit[];
  readonly others: readonly OtherName[];
  readonly generics: readonly Generic[];
  readonly backs: readonly Back[];
  readonly pinpoints: readonly FoundPinpoint[];
  readonly links: readonly Link[];
  readonly keys: readonly { readonly item: KeyItem; readonly narrative: boolean }[];
}

/** "the 2021 declaration", "the U.S.–German text": told apart by what stands before the noun. */
const QUALIFIED =
  /(?<![\p{L}\p{N}])(?:[Tt]he|[Tt]his|[Tt]hat)\s+((?:\p{Lu}\p{Ll}+\s+)?(?:19|20)\d{2}|(?:(?:\p{Lu}\.)+|\p{Lu}\p{L}*)(?:[-–](?:(?:\p{Lu}\.)+|\p{L}+))?)\s+(declaration|Declaration|text|document)(?![\p{L}-])/gu;
const GENERIC =
  /(?<![\p{L}\p{N}-])(?:(?:([Tt]he|[Tt]his|[Tt]hat)\s+)?(Declaration|Principles|Statement|Communiqué|Communique|Memorandum|Commitment|Accord|Treaty|Convention|Charter|Protocol|Agreement)|(?:[Tt]he|[Tt]his|[Tt]hat)\s+(declaration)|(?:THE|THIS|THAT)\s+(DECLARATION|STATEMENT|TREATY|CONVENTION|CHARTER|PRINCIPLES))(?:(?=['’]s)|(?![\p{L}-]|\p{N}{3}))|(?<![가-힣])선언(?=[은는이가의에을를과와도,.\s]|$)/gu;
const IBID = /(?<![\p{L}\p{N}])(?:[Ii]bid(?:em)?|Id)(?:\.|(?=[,;)\s]|$))|(?<=[(;]\s?)id\./gu;
const SUPRA = /(?<![\p{L}\p{N}])[Ss]upra\s+(?:note|n\.?|fn\.?)\s*(\d{1,3})/gu;
const FORMER = /(?<![\p{L}])[Tt]he\s+(former|latter)(?=[’']s\s|\s(?:text|document|declaration)[’']s\s|[,:]?\s\(?(?:at\s|in\s(?:its\s)?)?(?:para|¶))/gu;
const SAME = /(?<![\p{L}])(?:[Tt]he|[Tt]hat)\s+(?:very\s+)?same\s+paragraph(?![\p{L}])/gu;

/** Addresses are one whether or not they name the protocol, "www." or a closing slash. */
export const plainUrl = (url: string): string =>
  url
    .trim()
    .replace(/^\w+:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();

interface Read {
  readonly names: readonly NameHit[];
  readonly others: readonly OtherName[];
  readonly generics: readonly Generic[];
  readonly backs: readonly Back[];
  readonly pinpoints: readonly FoundPinpoint[];
}

/** What the words alone say, kept by the words: an edit elsewhere finds them again. Emptied before it grows large. */
const memo = new WeakMap<Library['heads'], Map<string, Read>>();
const MOST = 4000;

const NOTHING: Read = { names: [], others: [], generics: [], backs: [], pinpoints: [] };

function readProse(text: string, library: Library): Read {
  let known = memo.get(library.heads);
  if (!known) {
    known = new Map();
    memo.set(library.heads, known);
  }
  const before = known.get(text);
  if (before) return before;
  const names = findNames(text, library);
  const named = coverOf(text.length);
  for (const n of names) named.add(n.span);
  const others = findOtherNames(text).filter((o) => named.free(o.span));
  const taken = coverOf(text.length);
  for (const n of [...names, ...others]) taken.add(n.span);
  const generics: Generic[] = [];
  for (const m of matches(QUALIFIED, text)) {
    const span = { start: m.index, end: m.index + m[0].length };
    const noun = m[2] as string;
    if (named.free(span)) generics.push({ span, noun: noun.toLowerCase(), capital: false, told: { start: span.end - noun.length, end: span.end } });
  }
  for (const g of generics) taken.add(g.span);
  for (const m of matches(GENERIC, text)) {
    const span = { start: m.index, end: m.index + m[0].length };
    const noun = m[2] ?? m[3] ?? m[4] ?? 'declaration';
    if (taken.free(span)) generics.push({ span, noun: noun.toLowerCase().replace(/s$/, ''), capital: m[3] === undefined });
  }
  const backs: Back[] = [];
  for (const m of matches(IBID, text)) {
    // "Id" is a word of its own only where a citation may begin: at the start, or behind a stop, a bracket or a semicolon.
    if (/^id/i.test(m[0]) && !/(?:^|[.;:([”"’']\s?|\b(?:see|cf|accord|also)\.?\s)$/i.test(text.slice(Math.max(0, m.index - 8), m.index))) continue;
    backs.push({ span: { start: m.index, end: m.index + m[0].length }, sort: 'ibid' });
  }
  for (const m of matches(SUPRA, text)) backs.push({ span: { start: m.index, end: m.index + m[0].length }, sort: 'supra', note: m[1] as string });
  for (const m of matches(SAME, text)) backs.push({ span: { start: m.index, end: m.index + m[0].length }, sort: 'same' });
  for (const m of matches(FORMER, text)) backs.push({ span: { start: m.index, end: m.index + m[0].length }, sort: m[1] as 'former' | 'latter' });
  const read = { names, others, generics, backs, pinpoints: findPinpoints(text) };
  if (known.size >= MOST) known.clear();
  known.set(text, read);
  return read;
}

function linksOf(block: Block, urls: ReadonlyMap<string, string>): readonly Link[] {
  const out: Link[] = [];
  for (const i of block.inlines)
    if (i.kind === 'link') {
      const id = urls.get(plainUrl(i.url));
      if (id !== undefined) out.push({ span: i.span, id });
    }
  if (block.prose.text.includes('/') && /\w\.\w+\//.test(block.prose.text))
    for (const m of block.prose.text.matchAll(/(?:https?:\/\/|www\.)[^\s<>"“”]+/g)) {
      const url = m[0].replace(/[).,;:]+$/, '');
      const id = urls.get(plainUrl(url));
      const span = { start: m.index, end: m.index + url.length };
      if (id !== undefined && !out.some((l) => l.span.start < span.end && span.start < l.span.end)) out.push({ span, id });
    }
  return out;
}

const addresses = new WeakMap<Library['heads'], ReadonlyMap<string, string>>();

/** Ids by address: made once for a library, however many documents are read with it. */
function addressesOf(library: Library): ReadonlyMap<string, string> {
  const known = addresses.get(library.heads);
  if (known) return known;
  const urls = new Map<string, string>();
  for (const h of library.heads) if (h.sourceUrl) urls.set(plainUrl(h.sourceUrl), h.id);
  addresses.set(library.heads, urls);
  return urls;
}

/** Heads a column of bare paragraph numbers. */
const NUMBERED = /^(?:para(?:graph|s|graphs)?\.?(?:\s(?:no\.?|number))?|¶{1,2})$/i;

/** "| the words | 4 |" beneath "Paragraph": the number is the pinpoint. */
function bareNumber(block: Block, titles: ReadonlyMap<string, string>): readonly FoundPinpoint[] {
  const main = block.prose.text;
  if (!block.cell || block.cell.row === 0 || !/^[1-9]\d?$/.test(main) || !NUMBERED.test(titles.get(`${block.cell.table} ${block.cell.column}`) ?? ''))
    return [];
  return [{ span: { start: 0, end: main.length }, unit: 'paragraph', members: [{ main, subs: [] }], ordinal: false }];
}

const NO_KEYS: Candidate['keys'] = [];

/** Candidates block by block; a block without any is left out. */
export function findCitations(context: Context): readonly Candidate[] {
  const urls = addressesOf(context.library);
  const out: Candidate[] = [];
  const titles = new Map<string, string>();
  context.markup.blocks.forEach((block, index) => {
    if (block.cell?.row === 0) titles.set(`${block.cell.table} ${block.cell.column}`, block.prose.text);
    const bare = bareNumber(block, titles);
    const read = bare.length > 0 ? { ...NOTHING, pinpoints: bare } : readProse(block.prose.text, context.library);
    const links = linksOf(block, urls);
    const keys =
      block.inlines.length === 0 ? NO_KEYS : block.inlines.flatMap((i) => (i.kind === 'cite' ? i.items.map((item) => ({ item, narrative: i.narrative })) : []));
    if (
      read.names.length + read.others.length + read.generics.length + read.backs.length + read.pinpoints.length + links.length + keys.length > 0 ||
      /\p{Lu}/u.test(block.prose.text)
    )
      out.push({ block: index, ...read, links, keys });
  });
  return out;
}
