/** Finds the treaties, bodies and courts that a text names in full without giving them a short form. */
import { matches } from '../text/matches.ts';
import type { Span } from '../text/span.ts';

/** What kind of thing a proper name says it is, in the words that such names begin or end with. */
const FIRST =
  'Treaty|Convention|Charter|Protocol|Statute|Covenant|Agreement|Constitution|Organi[sz]ation|Commission|Committee|Council|Court|Conference|Agency|Bank|Coalition|Association|League|Group|Community|Code|Compact|Partnership|Alliance|Forum';
const LAST =
  'Treaty|Convention|Charter|Protocol|Statute|Covenant|Organi[sz]ation|Commission|Committee|Council|Court|Tribunal|Conference|Agency|Bank|Fund|Forum|Assembly|Command|Secretariat|Accords?|Pact|Compact|Union|Association|Initiative|Partnership|Alliance|Programme|Authority|Quartet';
const WORD = "\\p{Lu}[\\p{L}’'-]*";
/** Not behind a hyphen or a stop: "Japan Treaty" is the end of "the U.S.-Japan Treaty". */
const FRESH = '(?<![\\p{L}\\p{N}.&-])';
/** "Charter of the United Nations", "Treaty on the Non-Proliferation of Nuclear Weapons", "International Court of Justice". */
const HEADED = new RegExp(
  `${FRESH}(?:${WORD}\\s){0,3}(?:${FIRST})\\s(?:on|of|for|against|concerning)\\s(?:the\\s)?${WORD}(?:(?:\\s(?:of|on|for|in)(?:\\sthe)?)?\\s${WORD}){0,8}`,
  'gu',
);
/** "Pacific Islands Forum"; where "of …" follows, the name goes on. */
const TAILED = new RegExp(
  `${FRESH}(?:${WORD}\\s(?:(?:of|for|and)\\s)?){1,6}(?:${LAST})(?![\\p{L}’'-]|\\s(?:of|on|for|against|concerning|to)\\s|\\s\\p{Lu})`,
  'gu',
);

/** Words that begin a sentence or point at something said before: they are no part of a name. */
const OPENING =
  /^(?:A|An|The|This|That|These|Those|Our|Its|Their|Each|Every|Any|All|Both|In|On|At|As|By|For|Under|With|We|And|Or|When|While|Such|Other|New(?!\s\p{Lu}{2})|No|Present)\s+/u;

/** Words that say which of a kind, not what it is called: "Joint Committee", "Review Conference". */
const GENERIC =
  /^(?:Joint|Mixed|Drafting|Review|Diplomatic|Ministerial|Regional|Special|Global|International|National|Central|Extraordinary|Multilateral|Bilateral|Trilateral|Permanent|Standing|Sanctions|Contracting|Arbitral|Conciliation|Technical|Executive|Advisory|Military|Political|Economic|High|Level|Annual|First|Second|Third|West|East|La|Le|El|Contracting|States|Parties|Whole|Works|\p{Lu}[\p{L}]*’s)$/u;
const HEAD = new RegExp(`^(?:${FIRST}|${LAST})$`, 'u');

const MONTH = /\s(?:of|on|in)\s(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

/**
 * True where a name goes on with words that are no capitals, or in a way that may as well be another's ("… of Mutual Cooperation and
 * Security", "… on the Recovery, Reconstruction and Modernisation of …", "… on Consular relations"): half a name is none.
 */
const goesOn = (name: string, rest: string): boolean =>
  /^\s(?:that\s|the\s|of\s(?!\p{N}))/u.test(rest) ||
  (/\sthe\s/.test(name) ? /^\s(?:and|&)\s(?:the\s)?\p{Lu}/u : /^\s(?:and|&)\s\p{Lu}/u).test(rest) ||
  /^,\s\p{Lu}[\p{L}-]+(?:,\s\p{Lu}[\p{L}-]+){0,4},?\s(?:and|or)\s/u.test(rest) ||
  (/(?:ular|ious|eous|uous)$/.test(name) && /^\s\p{Ll}/u.test(rest)) ||
  (/ing$/.test(name) && rest.startsWith(','));

/** "the Science Act’s International Innovation Fund": an owner's name before is not part of the name. */
const OWNER = /^.*\s(?!(?:Wom|M|Childr)en|People)\p{Lu}[\p{L}-]*’s\s(?=\p{Lu}[\p{L}-]*\s\p{Lu}[\p{L}-]*\s)/u;

/**
 * Names by the place where they stand; overlapping readings give the longer one. Offsets into `text`. Names of which every word is a head
 * noun or a word of order are none; a precise few rather than all there are.
 */
export function findNames(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const pattern of [HEADED, TAILED])
    for (const m of matches(pattern, text)) {
      const end = m.index + m[0].replace(MONTH, '').length;
      if (pattern === HEADED && goesOn(m[0], text.slice(end, end + 60))) continue;
      let start = m.index;
      for (let o = OPENING.exec(text.slice(start, end)); o; o = OPENING.exec(text.slice(start, end))) start += o[0].length;
      start += OWNER.exec(text.slice(start, end))?.[0].length ?? 0;
      const name = text.slice(start, end);
      const words = name.split(/\s+/).filter((w) => /^\p{Lu}/u.test(w));
      if (words.length < 2 || name === name.toUpperCase() || words.every((w) => GENERIC.test(w) || HEAD.test(w))) continue;
      // "the WHO and World Bank": two names.
      if (/\sand\s/.test(name) && new RegExp(`(?:${LAST})\\sand\\s`, 'u').test(name)) continue;
      found.push({ start, end });
    }
  const out: Span[] = [];
  for (const s of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (!last || s.start >= last.end) out.push(s);
    else if (s.end - s.start > last.end - last.start) out[out.length - 1] = s;
  }
  return out;
}
