/** Finds what a pinpoint in a block is attached to: the reference right before it, or the one it is said to be "of". */
import type { Span } from '../text/span.ts';
import type { Event } from './events.ts';
import { followsClosely, isElsewhere, isOfAnother, isOfUnknownWork, leadsTo, opening } from './gaps.ts';
import type { FoundPinpoint } from './pinpoints.ts';

/** "WD, supra note 1": the name says which text, "supra" only where it was cited. */
export const restates = (events: readonly Event[], e: Event): boolean =>
  e.back === 'supra' && events.some((x) => x !== e && x.ids.length === 1 && x.span.end <= e.span.start && e.span.start - x.span.end < 8);

/** By pinpoint; those that stand free are left out, and those of texts that are no declarations are 'elsewhere'. */
export function holdersIn(
  prose: string,
  events: readonly Event[],
  pinpoints: readonly FoundPinpoint[],
  inNote: boolean,
): ReadonlyMap<FoundPinpoint, Event | 'elsewhere'> {
  const held = new Map<FoundPinpoint, Event | 'elsewhere'>();
  const unknown = (s: Span): boolean => {
    if (!isOfUnknownWork(prose, s, inNote)) return false;
    const from = opening(prose, Math.max(0, s.start - 160), s.start);
    return !events.some((e) => e.span.end <= s.start && e.span.start >= from);
  };
  let previous: Span = { start: 0, end: 0 };
  for (const p of pinpoints) {
    const between = previous;
    previous = p.span;
    if (isElsewhere(prose, p.span)) {
      held.set(p, 'elsewhere');
      continue;
    }
    const holder =
      events.find((e) => e.locator && p.span.start >= e.locator.start && p.span.end <= e.locator.end + 1) ??
      events.findLast((e) => e.span.end <= p.span.start && between.end <= e.span.end && followsClosely(prose, e.span, p.span) && !restates(events, e)) ??
      events.find((e) => e.span.start >= p.span.end && leadsTo(prose, p.span, e.span));
    if (holder) held.set(p, holder);
    else if (isOfAnother(prose, p.span) || unknown(p.span)) held.set(p, 'elsewhere');
  }
  return held;
}
