/** Drawing a citation of any format in pandoc's form: `[see @key, para. 3; @other]` or `@key [para. 3]`. */
import type { Span } from '../span.ts';
import type { KeyItem } from './markup.ts';
import type { Pen } from './reading.ts';

export interface CitedKey {
  readonly key: string;
  /** Where the key stands in the file. */
  readonly span: Span;
  readonly prefix?: Span;
  readonly suffix?: Span;
}

/**
 * Brackets stand for the ends of the whole citation in the file and the sign for the place before the key, so that a span of
 * the prose leads back to what it shows. `draw` draws a prefix or suffix by the rules of the format.
 */
export function drawCitation(pen: Pen, whole: Span, keys: readonly CitedKey[], narrative: boolean, foot: boolean, draw: (span: Span) => void): void {
  const start = pen.length;
  const items: KeyItem[] = [];
  const mark = (text: string, at: number): Pen => pen.replace(text, at, at);
  if (!narrative) pen.replace('[', whole.start, whole.start + 1);
  keys.forEach((k, n) => {
    if (n > 0) mark('; ', k.prefix?.start ?? k.span.start);
    let prefix: Span | undefined;
    if (k.prefix && !narrative) {
      const from = pen.length;
      draw(k.prefix);
      prefix = { start: from, end: pen.length };
      mark(' ', k.prefix.end);
    }
    const from = pen.length;
    mark('@', k.span.start);
    const braced = /[^\p{L}\p{N}_:.#$%&+?<>~/-]/u.test(k.key);
    if (braced) mark('{', k.span.start);
    pen.replaceWith(k.key, k.span);
    if (braced) mark('}', k.span.end);
    const span = { start: from, end: pen.length };
    let suffix: Span | undefined;
    const inner = narrative && k.prefix ? k.prefix : undefined;
    if (k.suffix || inner) {
      mark(narrative ? ' [' : ', ', k.span.end);
      if (inner) {
        draw(inner);
        if (k.suffix) mark(' ', inner.end);
      }
      const at = pen.length;
      if (k.suffix) draw(k.suffix);
      if (pen.length > at) suffix = { start: at, end: pen.length };
      if (narrative) pen.replace(']', whole.end - 1, whole.end);
    }
    items.push({ key: k.key, span, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) });
  });
  if (!narrative) pen.replace(']', whole.end - 1, whole.end);
  pen.cite(start, items, narrative, foot);
}
