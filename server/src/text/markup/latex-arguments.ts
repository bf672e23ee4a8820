/** What follows a command of LaTeX: its options in brackets and its arguments in braces, and where they end. */
import type { Span } from '../span.ts';

const REACH = 20_000;

/** The offset behind the bracket that closes the one at `at`; -1 when none does within reach. */
export function closing(text: string, at: number, to: number, reach = REACH): number {
  const open = text[at];
  const close = open === '{' ? '}' : ']';
  let depth = 0;
  let braces = 0;
  const end = Math.min(to, at + reach);
  for (let i = at; i < end; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === open && (open === '{' || braces === 0)) depth++;
    else if (c === close && (open === '{' || braces === 0)) {
      if (--depth === 0) return i + 1;
    } else if (open === '[' && c === '{') braces++;
    else if (open === '[' && c === '}' && --braces < 0) return -1;
    else if (c === '\n' && /^\s*\n/.test(text.slice(i + 1, i + 40)) && open === '[') return -1;
  }
  return -1;
}

/** Behind the white space at `at`, over the end of one line but not over a blank one. */
export function spaces(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && (text[i] === ' ' || text[i] === '\t')) i++;
  if (text[i] === '\n' && !/^[ \t]*\r?\n/.test(text.slice(i + 1, i + 40))) {
    i++;
    while (i < to && (text[i] === ' ' || text[i] === '\t')) i++;
  }
  return i;
}

/** The insides of the options that begin at `at`, `most` at most, and the offset behind the last. */
export function options(text: string, at: number, to: number, most = Infinity): { readonly spans: readonly Span[]; readonly next: number } {
  const spans: Span[] = [];
  let next = at;
  while (text[next] === '[' && spans.length < most) {
    const end = closing(text, next, to, 2000);
    if (end < 0) break;
    spans.push({ start: next + 1, end: end - 1 });
    next = end;
  }
  return { spans, next };
}

/** Behind the options that begin at `at`. */
export const behindOptions = (text: string, at: number, to: number): number => options(text, at, to).next;

/** Behind `n` arguments in braces and the options before and between them. A bare command may stand for an argument. */
export function behindArguments(text: string, at: number, n: number, to: number): number {
  let next = behindOptions(text, at, to);
  for (let i = 0; i < n; i++) {
    const from = spaces(text, next, to);
    const bare = text[from] === '\\' ? /^\\[A-Za-z@]+/.exec(text.slice(from, from + 60)) : null;
    const end = text[from] === '{' ? closing(text, from, to) : bare && n > 1 ? from + bare[0].length : -1;
    if (end < 0) return next;
    next = behindOptions(text, end, to);
  }
  return next;
}
