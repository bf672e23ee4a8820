/** What the pinpoints of a block are attached to, found once for the same events and pinpoints. */
import type { Event } from './events.ts';
import { followsClosely } from './gaps.ts';
import { holdersIn } from './holders.ts';
import type { FoundPinpoint } from './pinpoints.ts';

interface Holdings {
  readonly held: ReadonlyMap<FoundPinpoint, Event | 'elsewhere'>;
  readonly heldBy: ReadonlyMap<Event, readonly FoundPinpoint[]>;
  /** Where the event ends together with those of its pinpoints that follow closely. */
  readonly endOf: (e: Event) => number;
}

/** By the list of events, which is the same as long as the words and what they mean are. */
const holdings = new WeakMap<readonly Event[], { readonly pinpoints: readonly FoundPinpoint[]; readonly inNote: boolean; readonly found: Holdings }>();

/** `inNote`: the block is part of a note. Total. */
export function holdingsOf(prose: string, list: readonly Event[], pinpoints: readonly FoundPinpoint[], inNote: boolean): Holdings {
  const before = holdings.get(list);
  // An empty list is everybody's.
  if (before && list.length > 0 && before.pinpoints === pinpoints && before.inNote === inNote) return before.found;
  const held = holdersIn(prose, list, pinpoints, inNote);
  const heldBy = new Map<Event, FoundPinpoint[]>();
  for (const p of pinpoints) {
    const holder = held.get(p);
    if (!holder || holder === 'elsewhere') continue;
    const others = heldBy.get(holder);
    if (others) others.push(p);
    else heldBy.set(holder, [p]);
  }
  const ends = new Map<Event, number>();
  const endOf = (e: Event): number => {
    let end = ends.get(e);
    if (end === undefined) {
      const near = (heldBy.get(e) ?? []).filter((x) => followsClosely(prose, e.span, x.span) || (e.locator && x.span.start >= e.locator.start));
      end = near.reduce((most, x) => Math.max(most, x.span.end), e.span.end);
      ends.set(e, end);
    }
    return end;
  };
  const found = { held, heldBy, endOf };
  holdings.set(list, { pinpoints, inNote, found });
  return found;
}
