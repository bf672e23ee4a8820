/**
 * The notation of tests, documentation pages and gold files: a line of spaces and carets, with an optional label, annotates the
 * line above it. Drawn text is compared with source text, so that a failure is a difference of prose.
 */
import type { Finding } from '../../server/src/checks/check.ts';
import type { Span } from '../../server/src/text/span.ts';

export interface Annotation {
  readonly span: Span;
  readonly label: string;
}

export interface Annotated {
  /** Without the caret lines. */
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

const CARETS = /^( *)(\^+)(?: (.*))?$/;

/** Reads a text with caret lines. A caret line above all text is text. */
export function readAnnotated(source: string): Annotated {
  const kept: string[] = [];
  const annotations: Annotation[] = [];
  let above = 0;
  let length = 0;
  for (const line of source.split('\n')) {
    const m = kept.length > 0 ? CARETS.exec(line) : null;
    if (m) {
      const start = above + (m[1] as string).length;
      annotations.push({ span: { start, end: start + (m[2] as string).length }, label: m[3] ?? '' });
      continue;
    }
    kept.push(line);
    above = length;
    length += line.length + 1;
  }
  return { text: kept.join('\n'), annotations };
}

/** Draws annotations under the lines in which they begin; one that runs over the line's end is drawn to it. */
export function draw(text: string, annotations: readonly Annotation[]): string {
  const out: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    out.push(line);
    const end = start + line.length;
    const here = annotations
      .filter((a) => a.span.start >= start && a.span.start <= end)
      .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    for (const a of here) {
      const carets = '^'.repeat(Math.max(1, Math.min(a.span.end, end) - a.span.start));
      out.push(`${' '.repeat(a.span.start - start)}${carets}${a.label ? ` ${a.label}` : ''}`);
    }
    start = end + 1;
  }
  return out.join('\n');
}

/** A finding as pages and tests write it: "misquotation: …". */
export const annotate = (f: Finding): Annotation => ({ span: f.span, label: `${f.check}: ${f.message}` });

/** Text with `$0` taken out, and where it stood. */
export function readCursor(source: string): { readonly text: string; readonly offset: number } {
  const offset = source.indexOf('$0');
  return offset < 0 ? { text: source, offset: 0 } : { text: source.slice(0, offset) + source.slice(offset + 2), offset };
}
