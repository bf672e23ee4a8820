/** Finds instruments named in prose: those of the library by title and alias, and others by the nouns that such titles end in. */

import type { InstrumentHead } from '../instrument/instrument.ts';
import type { Library } from '../instrument/library.ts';
import { STATES } from '../instrument/state-names.ts';
import { foldTypography, lower } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';
import { findAuthorities } from './authorities.ts';
import { coverOf } from './cover.ts';

interface Name {
  /** Folded, lower case, hyphens as spaces. */
  readonly text: string;
  readonly ids: readonly string[];
}

interface Names {
  /** By first word, longest first. */
  readonly byWord: ReadonlyMap<string, readonly Name[]>;
  /** Names in scripts without word spaces: searched as they are. */
  readonly plain: readonly Name[];
}

const cache = new WeakMap<readonly InstrumentHead[], Names>();
const WORD = /[\p{L}\p{N}]+/gu;
/** Length-preserving, so that offsets hold: case and hyphens are no part of a name. */
const flat = (text: string): string => lower(foldTypography(text)).replace(/-/g, ' ');

/** "Vision Statement of the Lake States – Partners for Clean Water": what stands before the subtitle, if it names a text by more than its kind. */
const BEFORE_SUBTITLE = /^(.{4,}?\b(?:Declaration|Statement|Communiqu[eé]|Charter|Principles|Accord|Treaty|Convention|Agreement|Pact))\s?(?::| [–—-])\s/u;
const KINDS =
  /\b(?:the|joint|leaders?|[’']s?|final|vision|declaration|statement|communiqu[eé]|charter|principles|accord|treaty|convention|agreement|pact)(?!\p{L})|[^\p{L}]/giu;

/** What names the text without its subtitle, or without its short form in brackets: none or one. */
export function withoutSubtitle(title: string): readonly string[] {
  const main = BEFORE_SUBTITLE.exec(title)?.[1] ?? /^(.*\S) \(\p{Lu}[\p{Lu}\p{N}-]+\)$/u.exec(title)?.[1];
  return main && main.replace(KINDS, '').length > 2 ? [main] : [];
}

/** A title as it is also written: without its subtitle, its short form in brackets, without spaces around a dash, "Decl." in law reviews' notes, without a space in Hangul. */
const spellings = (title: string): readonly string[] => [
  title,
  ...withoutSubtitle(title),
  ...(/\s[–—-]|[–—-]\s/.test(title) ? [title.replace(/\s*([–—-])\s*/g, '$1')] : []),
  ...(/ Declaration$/.test(title) ? [title.replace(/Declaration$/, 'Decl.')] : []),
  ...(/^[가-힣 ]+$/.test(title) && title.includes(' ') ? [title.replace(/ /g, '')] : []),
];

function namesOf(library: Library): Names {
  const known = cache.get(library.heads);
  if (known) return known;
  const ids = new Map<string, string[]>();
  for (const head of library.heads)
    for (const title of [head.title, ...head.aliases].flatMap(spellings)) {
      // A dash between spaces is three spaces here, as it is in what is read.
      const text = flat(title.replace(/\s+/g, ' ').trim()).replace(/^the /, '');
      if (text.length < 2) continue;
      const list = ids.get(text);
      if (list) {
        if (!list.includes(head.id)) list.push(head.id);
      } else ids.set(text, [head.id]);
    }
  const byWord = new Map<string, Name[]>();
  const plain: Name[] = [];
  for (const [text, list] of ids) {
    const first = /^[\p{L}\p{N}]+/u.exec(text)?.[0];
    if (first === undefined || /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]/u.test(text)) plain.push({ text, ids: list });
    else {
      // Thousands of titles may begin with the same word: the list grows, it is not copied.
      const same = byWord.get(first);
      if (same) same.push({ text, ids: list });
      else byWord.set(first, [{ text, ids: list }]);
    }
  }
  for (const list of byWord.values()) list.sort((a, b) => b.text.length - a.text.length);
  const names = { byWord, plain };
  cache.set(library.heads, names);
  return names;
}

export interface NameHit {
  readonly span: Span;
  readonly ids: readonly string[];
}

/** Capitals by which texts are told apart: "the Pyongyang Joint Declaration". Buildings tell who speaks: "the White House Fact Sheet". */
const CAPITALS = STATES.flatMap((s) => s.seats).filter((seat) => /^\p{L}+$/u.test(seat));
/** A word before or behind that makes the name part of another, longer one. */
const OTHER_BEFORE = new RegExp(`(?:^|[\\s(“"'])(?:New|Second|Third|Draft|Revised|Trilateral|Quad|${CAPITALS.join('|')})[\\s-]$`, 'u');
const OTHER_BEHIND = /^[\s-](?:Act|Bill|Protocol|Amendment|Consultative|Implementation|Follow-up)\b/u;

/** Titles and aliases of the library in prose, in order, longest first where several fit. A title in lower case is no name. */
export function findNames(text: string, library: Library): readonly NameHit[] {
  const names = namesOf(library);
  const folded = flat(text);
  const out: NameHit[] = [];
  let until = 0;
  for (const m of matches(WORD, folded)) {
    if (m.index < until) continue;
    for (const name of names.byWord.get(m[0]) ?? []) {
      const end = m.index + name.text.length;
      if (!folded.startsWith(name.text, m.index) || /^(?:\p{L}|\p{N}{3}|\p{N}{1,2}\p{L})/u.test(folded.slice(end, end + 3))) continue;
      const written = text.slice(m.index, end);
      if (!/^\P{L}*\p{Lu}/u.test(written) || (name.text.includes(' ') && !/\s\p{Lu}/u.test(written))) continue;
      if (OTHER_BEFORE.test(text.slice(Math.max(0, m.index - 20), m.index)) || OTHER_BEHIND.test(text.slice(end, end + 20))) continue;
      out.push({ span: { start: m.index, end }, ids: name.ids });
      until = end;
      break;
    }
  }
  for (const name of names.plain)
    for (let at = folded.indexOf(name.text); at >= 0; at = folded.indexOf(name.text, at + name.text.length))
      out.push({ span: { start: at, end: at + name.text.length }, ids: name.ids });
  return out.sort((a, b) => a.span.start - b.span.start);
}

/** Nouns that end the titles of instruments; the second group names texts that number their parts as articles. */
const POLITICAL =
  'Declarations?|Advisory Opinions?|Principles|Statements?|Communiqués?|Communiques?|Memorand(?:um|a)|Commitment|Accords?|Guidelines|Fact Sheet|Readout|Roadmap|Compact|Vision|Resolution|Initiative|Joint Statement|Final Document|Final Act|Consensus|Action Plan';
const LEGAL = 'Treat(?:y|ies)|Conventions?|Charter|Protocols?|Covenant|Statute|Constitution|Pact|Agreements?|Act';
const CAP = "(?:(?:\\p{Lu}\\.)+(?:[-–][\\p{L}.]+)?|\\p{Lu}[\\p{L}\\p{N}’'&-]*|\\d{4})";
const LINK = '(?:of|on|for|the|and|to|in|concerning|between|against|de|du|des|la)';
const TITLE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${CAP}\\s+(?:${LINK}\\s+){0,2}){0,7}(${POLITICAL}|${LEGAL})(?![\\p{L}])(?:\\s+(?:of|on|to|for|between|concerning|against|with)\\s+(?:the\\s+)?(?:(?:${CAP}|${LINK})(?:\\s+|(?=[^\\p{L}])))*${CAP})?`,
  'gu',
);
const NOUN_FIRST = new RegExp(`^(?:${POLITICAL}|${LEGAL})(?![\\p{L}])`, 'u');
const LEGAL_NOUN = new RegExp(`^(?:${LEGAL})$`);
/** "the Camp David text", "the Hiroshima communiqué": named by a place and a common noun. */
const INFORMAL =
  /(?<![\p{L}\p{N}])[Tt]he\s+((?:\p{Lu}[\p{L}’'.-]+\s+){1,3})(?:text|document|communiqué|communique|statement|declaration|principles|readout|fact sheet|speech|press conference|treaty|white paper|report)(?![\p{L}])/gu;
/** "the NPT", "New START": short names of treaties known by their capitals. */
const SHORT_LEGAL = /(?<![\p{L}\p{N}])(?:NPT|MDT|CTBT|ATT|BWC|CWC|INF Treaty|New START|UNCLOS|VCLT|NATO treaty)(?![\p{L}\p{N}])/gu;

export interface OtherName {
  readonly span: Span;
  readonly name: string;
  /** Its last noun, lower case: "declaration", "treaty". */
  readonly noun: string;
  /** A text cited by articles: a paragraph number beside it is not its own unless it stands right there. */
  readonly legal: boolean;
}

/** Names of instruments outside the library, as far as their form shows it; those that only begin a sentence with a noun are none. */
export function findOtherNames(text: string): readonly OtherName[] {
  const out: OtherName[] = [];
  for (const m of matches(TITLE, text)) {
    const noun = m[1] as string;
    let at = m.index;
    let name = m[0];
    // "In the Pyongyang Declaration", "Article VI of the Antarctic Treaty": what leads up to the name is no part of it.
    const lead =
      /^\p{Lu}\p{L}+\s+the\s+(?=\p{Lu})/u.exec(name) ??
      /^(?:(?:In|The|Under|By|As|Its|Their|This|That|Both|Cf\.|See|Compare|But|Unlike|Like|Art\.?|Article|Articles|Annex|Principle|Paragraph|[IVXLC]+|\d+|and|of|to|on|for|the|in)\s+)+/u.exec(
        name,
      );
    if (lead) {
      at += lead[0].length;
      name = name.slice(lead[0].length);
    }
    // "Back to the Declaration": the name begins behind the article, unless it began with a noun of its own.
    const inside = name.lastIndexOf('the ', m[0].indexOf(noun, 0) - (at - m.index));
    if (inside > 0 && name.slice(inside + 4).startsWith(noun) && !NOUN_FIRST.test(name)) {
      at += inside + 4;
      name = name.slice(inside + 4);
    }
    // A noun alone names nothing; with “of …” behind it, it does.
    if (name === noun || (name.startsWith(`${noun} `) && !/\s(?:to|of|on)\s/.test(name))) continue;
    out.push({ span: { start: at, end: at + name.length }, name, noun: noun.toLowerCase().replace(/s$/, ''), legal: LEGAL_NOUN.test(noun) });
  }
  const cover = coverOf(text.length);
  for (const o of out) cover.add(o.span);
  const free = (start: number, end: number): boolean => {
    const span = { start, end };
    if (!cover.free(span)) return false;
    cover.add(span);
    return true;
  };
  for (const m of matches(INFORMAL, text))
    if (free(m.index, m.index + m[0].length))
      out.push({
        span: { start: m.index, end: m.index + m[0].length },
        name: m[0].replace(/^[Tt]he\s+/, ''),
        noun: (/(\p{L}+)$/u.exec(m[0])?.[0] ?? '').toLowerCase().replace(/s$/, ''),
        legal: /treaty$/.test(m[0]),
      });
  for (const m of matches(SHORT_LEGAL, text))
    if (free(m.index, m.index + m[0].length)) out.push({ span: { start: m.index, end: m.index + m[0].length }, name: m[0], noun: 'treaty', legal: true });
  for (const a of findAuthorities(text).toSorted((x, y) => y.span.end - y.span.start - (x.span.end - x.span.start)))
    if (free(a.span.start, a.span.end)) out.push(a);
  return out.sort((a, b) => a.span.start - b.span.start);
}
