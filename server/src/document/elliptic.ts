/** Ordinals that leave their noun out behind one that has it: "the third paragraph consults; the fifth retaliates", "its penultimate one". */
import { matches } from '../text/matches.ts';
import { countBefore } from './cover.ts';
import type { FoundPinpoint } from './pinpoints.ts';

const LATER = 'fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|final|penultimate';
const ANY = `first|second|third|${LATER}|opening|closing|concluding`;
/**
 * With "one", or right behind "and", any ordinal will do. Standing free it must be one that no enumeration reaches ("two reasons: the first
 * is …"), and a verb or a comma must show that it is a subject.
 */
const FREE = new RegExp(
  `(?<![\\p{L}-])(?:the|its)\\s+(?:(${ANY})\\s+one(?![\\p{L}])|(${LATER})(?=,?\\s+(?:is|was|says|said|does|reads|speaks|commits|creates|establishes|founds|promises|sets|merely|only|adds|repeats|restates|warns|deals|concerns|contains|provides|turns|goes|refers|names|affirms|reaffirms|pledges)(?![\\p{L}])))`,
  'giu',
);
const JOINED = new RegExp(
  `^,?\\s+(?:and|or|nor|but\\s+not|not)\\s+(?:in\\s+)?(?:the|its)\\s+(${ANY})(?=[,;:.)]|\\s+(?:are|both|do|speak|say|together|of)(?![\\p{L}]))`,
  'iu',
);
/** How far behind the noun an ordinal may still lean on it. */
const REACH = 220;

/** An ordinal found by its words; `number` turns it into a member. */
export interface Elliptic {
  readonly start: number;
  readonly end: number;
  readonly ordinal: string;
}

/** In the order of the words; none where no paragraph was counted by an ordinal before. */
export function findElliptic(text: string, found: readonly FoundPinpoint[]): readonly Elliptic[] {
  const counted = found.filter((p) => p.ordinal && p.unit === 'paragraph');
  if (counted.length === 0) return [];
  const out: Elliptic[] = [];
  for (const p of counted) {
    const m = JOINED.exec(text.slice(p.span.end, p.span.end + 40));
    const ordinal = m?.[1];
    if (!m || ordinal === undefined) continue;
    const start = p.span.end + m[0].length - ordinal.length;
    out.push({ start, end: start + ordinal.length, ordinal });
  }
  for (const m of matches(FREE, text)) {
    const before = counted[countBefore(counted, m.index) - 1];
    if (!before || m.index - before.span.end > REACH) continue;
    out.push({ start: m.index, end: m.index + m[0].length, ordinal: (m[1] ?? m[2]) as string });
  }
  return out;
}
