/** Whom an author means by "Washington", "Seoul", "the two presidents": parties of an instrument by their everyday names. */

import type { Instrument } from '../instrument/instrument.ts';
import { findStates } from '../instrument/states.ts';
import { foldTypography } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import { remember } from '../text/remember.ts';
import type { Span } from '../text/span.ts';

/** State: capital and seats of government, further everyday names, as writers use them for the government. */
const METONYMS: Readonly<Record<string, string>> = {
  'United States': 'Washington|the White House|America|American|Americans|the Pentagon',
  'Republic of Korea': 'Seoul|South Korea|South Korean|South Koreans|the South|the Blue House',
  "Democratic People's Republic of Korea": 'Pyongyang|the North|North Korea|North Korean|Kim regime|the Kim|Kim Jong Un|Kim Jong-un',
  Japan: 'Tokyo',
  China: 'Beijing|Xi Jinping',
  Russia: 'Moscow|the Kremlin|Vladimir Putin|Putin',
  Germany: 'Berlin',
  France: 'Paris',
  'United Kingdom': 'London|Britain|British|Whitehall',
  Australia: 'Canberra',
  India: 'New Delhi|Delhi',
  Philippines: 'Manila',
  Canada: 'Ottawa',
  Mexico: 'Mexico City',
  Israel: 'Jerusalem',
  'Saudi Arabia': 'Riyadh',
  Ukraine: 'Kyiv|Kiev|Zelensky|Zelenskyy',
  'New Zealand': 'Wellington',
  Poland: 'Warsaw',
  Italy: 'Rome',
  Türkiye: 'Ankara',
  Iran: 'Tehran',
  Cambodia: 'Phnom Penh',
  Thailand: 'Bangkok',
  Indonesia: 'Jakarta',
  Vietnam: 'Hanoi',
};

export interface Party {
  readonly name: string;
  readonly span: Span;
}

/** All parties at once: "both sides", "the Alliance", "the two presidents". */
export const ALL = '*';
const TOGETHER =
  /(?<![\p{L}])(?:both\s+(?:sides|countries|parties|allies|governments|presidents|leaders|capitals|states|nations)|the\s+(?:two\s+)?(?:allies|sides|presidents|leaders|governments|parties|capitals|partners|countries|signatories)|the\s+two|the\s+alliance|each\s+(?:side|party|ally|country|government|of\s+the\s+two)|two\s+(?:leaders|presidents)|they)(?![\p{L}])/giu;

const leaders = new WeakMap<Instrument, ReadonlyMap<string, string>>();

/** Surnames of those who speak for a party in the text: "President Joseph R. Biden of the United States of America". */
function leadersOf(instrument: Instrument): ReadonlyMap<string, string> {
  const known = leaders.get(instrument);
  if (known) return known;
  const out = new Map<string, string>();
  for (const p of instrument.paragraphs.slice(0, 3))
    for (const m of p.prose.text.matchAll(
      /(?:President|Prime Minister|Chancellor|King|Premier|Secretary)\s+((?:\p{Lu}[\p{L}.’'-]*\s+){1,4})(?:of|,)\s+(?:the\s+)?(?=(\p{Lu}[^,.;()]{3,60}))/gu,
    )) {
      const state = findStates(foldTypography(m[2] as string))[0]?.name;
      if (state) for (const name of (m[1] as string).trim().split(/\s+/)) if (/^\p{Lu}\p{Ll}{2,}$/u.test(name) && !out.has(name)) out.set(name, state);
    }
  leaders.set(instrument, out);
  return out;
}

const SEATS = Object.keys(METONYMS);
const METONYM = new RegExp(
  `(?<![\\p{L}-])(?:${Object.values(METONYMS)
    .map((names) => `(${names})`)
    .join('|')})(?![\\p{L}])`,
  'gu',
);

const found = new WeakMap<Instrument, (text: string) => readonly Party[]>();

/** Parties of the instrument, and other states, in the order in which the text names them. */
export function findParties(text: string, instrument: Instrument): readonly Party[] {
  let read = found.get(instrument);
  if (!read) {
    read = remember((t) => readParties(t, instrument), 8000);
    found.set(instrument, read);
  }
  return read(text);
}

function readParties(text: string, instrument: Instrument): readonly Party[] {
  const out: Party[] = [];
  const folded = foldTypography(text);
  const add = (name: string, start: number, end: number): void => {
    if (!out.some((o) => o.span.start < end && start < o.span.end)) out.push({ name, span: { start, end } });
  };
  for (const m of matches(METONYM, folded)) {
    // The title of a declaration named after a city names the text, not the government.
    if (
      /^\s+(?:Declaration|Treaty|Charter|Statement|Principles|Convention|Agreement|Accords?)\b/.test(
        folded.slice(m.index + m[0].length, m.index + m[0].length + 20),
      )
    )
      continue;
    add(SEATS[m.slice(1).findIndex((g) => g !== undefined)] as string, m.index, m.index + m[0].length);
  }
  for (const s of findStates(folded)) add(s.name, s.span.start, s.span.end);
  for (const [name, state] of leadersOf(instrument))
    for (const m of folded.matchAll(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu'))) add(state, m.index, m.index + m[0].length);
  for (const m of matches(TOGETHER, folded)) add(ALL, m.index, m.index + m[0].length);
  return out.sort((a, b) => a.span.start - b.span.start);
}
