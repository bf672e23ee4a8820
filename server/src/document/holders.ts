/** Finds what a pinpoint in a block is attached to: the reference right before it, or the one it is said to be "of". */
import type { Span } from '../text/span.ts';
import { countBefore } from './cover.ts';
import type { Event } from './events.ts';
import { followsClosely, isElsewhere, isInAnothersSentence, isOfAnother, leadsTo, unknownWorkAt } from './gaps.ts';
import { parseLocator } from './locators.ts';
import type { FoundPinpoint } from './pinpoints.ts';

/** Farther than any gap between a reference and its pinpoint. */
const REACH = 120;

/** Those that end before the offset, but by less than `reach`. */
function nearBefore(events: readonly Event[], at: number, reach: number): readonly Event[] {
  const to = countBefore(events, at);
  let from = to;
  while (from > 0 && at - (events[from - 1]?.span.end ?? 0) < reach) from--;
  return events.slice(from, to);
}

/** Those that begin behind the offset, but by less than `reach`. */
function nearBehind(events: readonly Event[], at: number, reach: number): readonly Event[] {
  const out: Event[] = [];
  for (let i = countBefore(events, at); i < events.length; i++) {
    const e = events[i] as Event;
    if (e.span.start - at >= reach) break;
    if (e.span.start >= at) out.push(e);
  }
  return out;
}

/** "WD, supra note 1": the name says which text, "supra" only where it was cited. */
export const restates = (events: readonly Event[], e: Event): boolean =>
  e.back === 'supra' && nearBefore(events, e.span.start, 8).some((x) => x.ids.length === 1);

/** "[@key, para. 4, quoted in Holm, para. 9]": behind the key's own locator, what another work is named for is that work's. */
function isOfAnotherWork(prose: string, suffix: Span, pinpoint: Span): boolean {
  const text = prose.slice(suffix.start, suffix.end);
  const own = parseLocator(text);
  const end = suffix.end - own.suffix.length;
  return own.value !== undefined && pinpoint.start > end && /(?<![\p{L}])(?!See|Cf|But|And|Also|Compare)\p{Lu}\p{Ll}+/u.test(prose.slice(end, pinpoint.start));
}

/** By pinpoint; those that stand free are left out, and those of texts that are no declarations are 'elsewhere'. */
export function holdersIn(
  prose: string,
  events: readonly Event[],
  pinpoints: readonly FoundPinpoint[],
  inNote: boolean,
): ReadonlyMap<FoundPinpoint, Event | 'elsewhere'> {
  const held = new Map<FoundPinpoint, Event | 'elsewhere'>();
  const unknown = (s: Span): boolean => {
    const from = unknownWorkAt(prose, s, inNote);
    if (from < 0) return false;
    return !nearBefore(events, s.start, s.start - from + 1).some((e) => e.span.start >= from);
  };
  const located = events.filter((e) => e.locator);
  let previous: Span = { start: 0, end: 0 };
  for (const p of pinpoints) {
    const between = previous;
    previous = p.span;
    // "para. 3 of the Lisbon Memorandum": a known text may be called what no declaration is.
    const named = nearBehind(events, p.span.end, 12).some((e) => e.ids.length > 0 && e.form === 'full' && leadsTo(prose, p.span, e.span));
    if (!named && isElsewhere(prose, p.span)) {
      held.set(p, 'elsewhere');
      continue;
    }
    const keyed = located.find((e) => e.locator && p.span.start >= e.locator.start && p.span.end <= e.locator.end + 1);
    if (keyed?.locator && isOfAnotherWork(prose, keyed.locator, p.span)) {
      held.set(p, 'elsewhere');
      continue;
    }
    const holder =
      keyed ??
      nearBefore(events, p.span.start, REACH).findLast((e) => between.end <= e.span.end && followsClosely(prose, e.span, p.span) && !restates(events, e)) ??
      nearBehind(events, p.span.end, REACH).find((e) => leadsTo(prose, p.span, e.span));
    if (holder) held.set(p, holder);
    else if (isOfAnother(prose, p.span) || unknown(p.span) || isInAnothersSentence(prose, p.span, events[countBefore(events, p.span.start) - 1]?.span.end ?? 0))
      held.set(p, 'elsewhere');
  }
  return held;
}
