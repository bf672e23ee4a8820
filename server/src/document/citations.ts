/** Finds what may be a citation: names, short forms, keys, links, back-references, and the pinpoints beside them. */
import type { Context } from './analysis.ts';

/** A citation found but not resolved. The owner of this room gives it its fields. */
export interface Candidate {
  readonly block: number;
}

export function findCitations(_context: Context): readonly Candidate[] {
  return [];
}
