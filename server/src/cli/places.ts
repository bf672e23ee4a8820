/** Where findings stand, in lines and columns, for the writers that print each by itself. */
import type { Finding } from '../checks/check.ts';
import type { Analysis } from '../document/analysis.ts';
import { type Lines, linesOf, type Point } from '../lines.ts';

export interface Place {
  readonly from: Point;
  readonly to: Point;
  readonly lines: Lines;
}

/** Each finding printed, one behind the other; empty for no findings. */
export function printEach(analysis: Analysis, findings: readonly Finding[], print: (f: Finding, place: Place) => string): string {
  if (findings.length === 0) return '';
  const lines = linesOf(analysis.text);
  return findings.map((f) => print(f, { from: lines.at(f.span.start), to: lines.at(f.span.end), lines })).join('');
}
