/** Draws what a feature says about a text, so that a failing test is a difference of prose. */
import type { Span } from '../../server/src/text/span.ts';
import { draw } from '../support/notation.ts';
import { world } from '../support/world.ts';

/** The text of the world's document with a label under each span. */
export const drawSpans = (text: string, spans: readonly { readonly span: Span; readonly label: string }[]): string => draw(text, spans);

/** Trims the common form of fixtures: a first newline and the indentation of the first line. */
export function trim(source: string): string {
  const lines = source.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indent = /^ */.exec(lines[0] as string)?.[0].length ?? 0;
  return lines.map((l) => l.slice(Math.min(indent, /^ */.exec(l)?.[0].length ?? 0))).join('\n');
}

/** The analysis of a document that cites the harbour declaration, with the cursor of `$0`. */
export async function analysed(source: string, settings: Parameters<typeof world>[1] = {}) {
  const w = world(source, settings);
  return { ...w, analysis: (await w.read()).analysis };
}
