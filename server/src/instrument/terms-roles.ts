/** Finds the roles that a text gives those who conclude it, its depositary or another text: “hereinafter referred to as the ‘Parties’”. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';

export interface Role {
  /** What the text calls them, without article. */
  readonly short: string;
  /** Who or what is called so; in the text. */
  readonly long: Span;
  /** From there to the end of what gives the role. */
  readonly definition: Span;
}

const OPEN = '[“"\'‘«]';
const CLOSE = '["”\'’»]';
const ARTICLE = "(?:(?:the|an?|la|le|les|el|los|las)\\s+|l['’])";
/** A role's name: short, of words. */
const NAME = "([\\p{L}][\\p{L}'’ -]{2,40}?)";
/** "hereinafter referred to as", "ci-après dénommé(e)s", "en lo sucesivo denominadas". */
const LEAD =
  '(?:hereinafter|hereafter|hereinbelow|ci-après|ci-dessous|en adelante|en lo sucesivo|en lo adelante)(?:\\s*,)?\\s+(?:(?:jointly|collectively|together|individually|conjointement|collectivement|conjuntamente)\\s+)?(?:(?:referred\\s+to\\s+as|called|designated\\s+as|designated|known\\s+as|dénommée?(?:\\(e\\))?s?|désignée?(?:\\(e\\))?s?|appelée?(?:\\(e\\))?s?|denominad[oa]s?|llamad[oa]s?|designad[oa]s?)(?:\\s+par)?(?:\\s*:)?\\s+)?(?:(?:jointly|collectively|together|conjointement|collectivement|conjuntamente)\\s+)?(?:as\\s+|como\\s+)?';
const ROLE = new RegExp(
  [
    `${LEAD}${ARTICLE}?${OPEN}?\\s?${ARTICLE}?${NAME}\\s?[”"'’»,;.)]`,
    `\\((?:(?:collectively|together|jointly|both|all)[, ]\\s*)?(?:${ARTICLE}${OPEN}\\s?|${OPEN}\\s?${ARTICLE})${NAME}\\s?${CLOSE}\\)`,
    '(?:(?:which|who)\\s+(?:is|are)\\s+(?:hereby\\s+)?|hereby\\s+)designated\\s+(?:as\\s+)?(?:the\\s+)?([\\p{L}][\\p{L} -]{2,40}?)[.,;]',
  ].join('|'),
  'giu',
);

/** "(each a “Party” and together the “Parties”)", "hereinafter referred to individually as a “Party” and collectively as the “Parties”". */
const BOTH = new RegExp(
  `(?:\\(|,\\s)(?:(?:hereinafter|hereafter)\\s+(?:referred\\s+to\\s+)?)?(?:each|individually)(?:\\s+referred\\s+to)?(?:\\s+as|,)?\\s+(?:an?\\s+|the\\s+)?${OPEN}${NAME}${CLOSE},?\\s+(?:and\\s+)?(?:together|collectively|jointly)(?:\\s+as|,)?\\s+(?:the\\s+)?${OPEN}(?:the\\s+)?${NAME}${CLOSE}`,
  'giu',
);

const MONTH = /\s(?:of|on|in)\s(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const CAPS = "\\p{Lu}[\\p{L}.’'-]*";
/** A name in capitals with what belongs to it: "Government of the Kingdom of Denmark", "Organización de los Estados Americanos". */
const NOUN = `${CAPS}(?:\\s+(?:(?:of|for|on|de|du|des|del|d['’])\\s*(?:the\\s+|la\\s+|los\\s+|las\\s+|l['’])?|and\\s+)?${CAPS})*`;
const ENDING = new RegExp(`((?!(?:The|An?|In|El|La|Le|Les|Los|Las)\\s)${NOUN})$`, 'u');
const AND = "\\s+(?:and|et|y|e)\\s+(?:by\\s+)?(?:the\\s+|la\\s+|le\\s+|el\\s+|l['’])?";
const COMMA = ",\\s+(?:the\\s+|la\\s+|le\\s+|el\\s+|l['’])?";
const LISTED = new RegExp(`((?!(?:The|An?|In|El|La|Le|Les|Los|Las)\\s)${NOUN}(?:${COMMA}${NOUN}){0,8},?${AND}${NOUN})$`, 'u');

const ROMANCE_LEAD = /^(?:ci-|en\s|\(?(?:(?:la|le|les|el|los|las)\s|l['’])|\(?[“"'‘«]\s?(?:(?:la|le|les|el|los|las)\s|l['’]))/i;
const ARTICLED = /(?:^|[\s('’])((?:[Ll]es|[Ll]e|[Ll]a|[Ee]l|[Ll]os|[Ll]as)\s+|[Ll]['’])(?=\p{Lu})/gu;

/**
 * In French and Spanish names adjectives are small, so a name is taken from its article: all of the clause's for several, else the name
 * that begins with the role itself, else the last one that is no other's complement ("traité de l'Atlantique").
 */
function romancePhrase(window: string, from: number, role: string, plural: boolean): Span | undefined {
  const clause = (window.match(/[.;:()][^.;:()]*$/)?.index ?? -1) + 1;
  const starts = [...matches(ARTICLED, window.slice(clause))].map((m) => ({
    at: clause + m.index + m[0].length,
    free: !/\b(?:de|d['’]|del|sur|sobre|pour|para)\s*$/i.test(window.slice(0, clause + m.index + m[0].length - (m[1] as string).length)),
  }));
  const free = starts.filter((s) => s.free);
  const start = plural ? free[0] : (starts.findLast((s) => window.startsWith(role, s.at)) ?? free.at(-1));
  const text = start && window.slice(start.at);
  // Several need more than one to be named.
  if (!start || !text || text.length < role.length + 2 || (plural && !/\s(?:et|y|e)\s/.test(text))) return undefined;
  return { start: from + start.at, end: from + window.length };
}

const GOVERNMENTS =
  /\b(?:Governments? of|Gouvernements (?:de|du|des)|Gobiernos (?:de|del)) (?!.*\b(?:Governments? of|Gouvernements (?:de|du|des)|Gobiernos (?:de|del)) )[^.;:()]+$/;
/** "the Agreement of 1 May 1990": a date is no part of the name. */
const DATE = /\s(?:of|dated|du|de|del)\s\d{1,2}(?:er)?\s(?:de\s)?\p{L}+\s(?:de\s)?\d{4}$/u;

/** The last name in a clause that ends with the role's word, or goes on with "of …" behind it; where it is not the phrase right before the role. */
function headedBy(window: string, role: string): Span | undefined {
  if (!/^\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2}$/u.test(role)) return undefined;
  const clause = (window.match(/[.;()][^.;()]*$/)?.index ?? -1) + 1;
  const pattern = new RegExp(`(?:${CAPS}\\s+){0,6}${role}(?:\\s(?:of|for|on|in)\\s(?:the\\s)?${NOUN}){0,3}(?![\\p{L}’'-])`, 'gu');
  const found = [...matches(pattern, window.slice(clause))].at(-1);
  if (!found || found[0].length <= role.length + 1) return undefined;
  const article = /^(?:The|An?|In)\s+/.exec(found[0])?.[0].length ?? 0;
  return { start: clause + found.index + article, end: clause + found.index + found[0].replace(MONTH, '').length };
}

/** The noun phrase before a role: from its capital or article to the comma before "hereinafter". */
function phraseBefore(text: string, at: number, role: string, lead: string): Span | undefined {
  const plural = /s$/.test(role);
  const from = Math.max(0, at - 240);
  const window = text
    .slice(from, at)
    .replace(/[\s,;(–-]+$/, '')
    .replace(DATE, '');
  const end = from + window.length;
  // "the Governments of X, Y and Z": all of them.
  const governments = window.search(GOVERNMENTS);
  if (governments >= 0 && /^\w+s /.test(window.slice(governments))) return { start: from + governments, end };
  if (ROMANCE_LEAD.test(lead)) return romancePhrase(window, from, role, plural);
  const phrase = ENDING.exec(window)?.[1];
  // "a Committee of the Council consisting of …, (hereinafter “the Committee”)": the name that has the role for its head.
  const headed = plural || phrase?.includes(role) ? undefined : headedBy(window, role);
  if (headed !== undefined) return { start: from + headed.start, end: from + headed.end };
  const listed = plural && phrase !== undefined ? LISTED.exec(window)?.[1] : undefined;
  if (listed !== undefined) return { start: end - listed.length, end };
  if (governments >= 0) return { start: from + governments, end };
  if (!phrase) return undefined;
  const start = end - phrase.length;
  // "this Treaty," is no name of those who conclude it, and the last of a list not what all of them are called.
  if (/\b(?:this|present|said|and|et|y)\s+(?:the\s+|la\s+|le\s+|el\s+)?$/i.test(text.slice(Math.max(0, start - 24), start))) return undefined;
  return { start, end };
}

/** "the Working Group on Ice (the Working Group)": without quotation marks a role is only what the name before it ends or begins with. */
const BARE = /\(the (\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30}){0,2})\)/gu;

/** In the order of the text, those of a pair first; offsets into it. A role needs a capital, and whose it is must stand before it. */
export function findRoles(text: string): readonly Role[] {
  const out: Role[] = [];
  for (const m of matches(BOTH, text)) {
    const long = phraseBefore(text, m.index, m[2] as string, m[0]);
    for (const short of [m[1], m[2]] as string[])
      if (long && /\p{Lu}/u.test(short)) out.push({ short: short.trim(), long, definition: { start: long.start, end: m.index + m[0].length } });
  }
  for (const m of matches(BARE, text)) {
    const role = (m[1] as string).trim();
    const window = text.slice(Math.max(0, m.index - 200), m.index).trimEnd();
    const long = headedBy(window, role);
    if (!long || long.end !== window.length || long.end - long.start < role.length + 4) continue;
    const from = Math.max(0, m.index - 200);
    out.push({ short: role, long: { start: from + long.start, end: from + long.end }, definition: { start: from + long.start, end: m.index + m[0].length } });
  }
  for (const m of matches(ROLE, text)) {
    const short = ((m[1] ?? m[2] ?? m[3]) as string).trim();
    if (!/\p{Lu}/u.test(short) || out.some((r) => r.definition.start <= m.index && m.index < r.definition.end)) continue;
    const long = phraseBefore(text, m.index, short, m[0]);
    if (long) out.push({ short, long, definition: { start: long.start, end: m.index + m[0].length } });
  }
  return out;
}
