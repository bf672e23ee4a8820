/** Founding acts and sums announced: what is done, or promised, by being said. */
import { matches } from '../text/matches.ts';
import type { Operative } from './operative.ts';

const FOUND_NOUN =
  'establishment|creation|launch|launching|formation|founding|inauguration|start|initiation|designation|opening|commencement|relaunch|foundation';
const ANNOUNCE = new RegExp(
  `\\b(announces?|announced|announcing)\\b((?: [a-z]+){0,3}? (?:the |an? )?(?:[a-z-]+ ){0,3}?(?:${FOUND_NOUN}) of|(?: today)? (?:an? |the |our |two |three )?(?:new|first-ever|inaugural)\\b|(?: today)? an? [a-z]|(?: today)? [^.;:]{0,60}?(?:\\$|€|£)\\d)`,
  'g',
);
const FOUND =
  /\b((?:hereby |formally )*)(establish|establishes|established|establishing|launch|launches|launched|launching|create|creates|created|creating|found|founded|inaugurate|inaugurated|inaugurating|designate|designates|designated|form|formed|forming|set up|setting up)\b(?= (?:today |jointly )?(?:(?:an?|the|our|this|its|new|two|three)\s|[\p{Lu}"]))/gu;
const HEREBY =
  /\b(?:is|are)? ?hereby (?:established|created|designated|constituted|instituted|appointed|declared to be)\b|\bhereby (?:establish|create|designate|institute|constitute)(?:es|s)?\b/g;
const PAST =
  /\b(?:in|on|since|during) (?:\p{L}+ )?(?:\d{1,2},? )?(?:19|20)\d\d\b|\blast (?:year|month|week|summer|autumn|spring|fall|december|november|october|september)\b|\bago\b|\bearlier this\b|\bpreviously\b|\bin recent\b|\bhistorically\b|\bfirst launched\b/u;

/** Founding acts in a sentence whose typography is folded; `low` is its lower case. */
export function foundingActs(text: string, low: string): readonly Operative[] {
  const out: Operative[] = [];
  if (!/announc|establish|launch|creat|found|inaugurat|designat|form|set|hereby/.test(low)) return out;
  for (const m of matches(ANNOUNCE, low)) {
    const funds = /[$€£]\d$/.test(m[0]);
    const end = funds ? m.index + (m[1] as string).length : m.index + m[0].length;
    const be = /\b(?:is|are|am) $/.exec(low.slice(Math.max(0, m.index - 5), m.index));
    if (m[1] === 'announcing' && !be) continue;
    out.push({
      span: { start: m.index - (be?.[0].length ?? 0), end: funds ? end : m.index + m[0].length },
      rule: funds ? 'announced-funds' : 'founding-act',
      form: 'np',
      subject: 'party',
      verb: 'announce',
    });
  }
  for (const m of matches(HEREBY, low))
    out.push({
      span: { start: m.index + (m[0].startsWith(' ') ? 1 : 0), end: m.index + m[0].length },
      rule: 'founding-act',
      form: 'np',
      subject: 'none',
      verb: 'hereby',
    });
  for (const m of matches(FOUND, text)) {
    const word = m[2] as string;
    const before = low.slice(Math.max(0, m.index - 24), m.index);
    const perfect = /\b(?:have|has|is|are|am)(?: also| today| jointly| now| formally)* $/.exec(before);
    if (/\b(?:to|will|shall|or|by|of|was|were|been|be|should|could|would|may|we first|previously|had) $/.test(before)) continue;
    if (
      /\band $/.test(before) &&
      (/ed$/.test(word) ||
        !/\b(?:we|parties) (?:also |hereby |further )?(?:announce|endorse|adopt|issue|establish)\b(?![^;]*\b(?:to|will) )/.test(low.slice(0, m.index)))
    )
      continue;
    if (/ing$/.test(word) !== /\b(?:is|are|am)(?: also| today| jointly| now| formally)* $/.test(before)) continue;
    if (
      /^(?:form|found|set up|create|formed|created|designated|establish|launch)$/.test(word) &&
      !/hereby/.test(m[1] ?? '') &&
      !/ed$/.test(word) &&
      !/\b(?:we|today|hereby|parties|and) $/.test(before)
    )
      continue;
    // "We designated X long ago, and today we …": told, unless the words say that it is done here and now.
    if (word === 'designated' && !perfect && !/hereby|today|jointly/.test(low.slice(Math.max(0, m.index - 30), m.index + m[0].length))) continue;
    // A year before the word puts the founding in the past: it is recalled, not done.
    if (PAST.test(low) || (!perfect && /ed$|^set up$/.test(word) && /\b(?:19|20)\d\d\b/.test(low.slice(0, m.index)))) continue;
    out.push({
      span: { start: m.index - (perfect?.[0].length ?? 0), end: m.index + m[0].length },
      rule: 'founding-act',
      form: 'np',
      subject: 'party',
      verb: word,
    });
  }
  return out;
}
