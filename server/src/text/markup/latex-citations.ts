/** LaTeX: the commands that cite, and those of csquotes that quote and cite at once. */
import type { Span } from '../span.ts';
import { type CitedKey, drawCitation } from './citation.ts';
import { closing, options, spaces } from './latex-arguments.ts';
import type { CiteCommand } from './latex-commands.ts';
import type { Page } from './latex-page.ts';

const PLAIN: CiteCommand = { narrative: false, foot: false, many: false };

function keyAt({ text }: Page, s: Span, prefix?: Span, suffix?: Span): CitedKey {
  const raw = text.slice(s.start, s.end);
  const start = s.start + (raw.length - raw.trimStart().length);
  const key = raw.trim();
  const filled = (x: Span | undefined): boolean => x !== undefined && text.slice(x.start, x.end).trim() !== '';
  return { key, span: { start, end: start + key.length }, ...(prefix && filled(prefix) ? { prefix } : {}), ...(suffix && filled(suffix) ? { suffix } : {}) };
}

function draw(page: Page, whole: Span, keys: readonly CitedKey[], cite: CiteCommand): void {
  if (cite.narrative)
    keys.forEach((k, n) => {
      if (n > 0) page.sheet.pen.replace('; ', k.span.start, k.span.start);
      drawCitation(page.sheet.pen, whole, [k], true, cite.foot, (s) => page.within(s));
    });
  else drawCitation(page.sheet.pen, whole, keys, false, cite.foot, (s) => page.within(s));
}

/** `\cite[pre][post]{a,b}` and its kin, from behind the command's name. Gives the offset behind it. */
export function cite(page: Page, command: CiteCommand, at: number, next: number, to: number): number {
  const { text } = page;
  const keys: CitedKey[] = [];
  let from = next;
  if (command.many) while (text[from] === '(') from = Math.max(from + 1, text.indexOf(')', from) + 1);
  let end = from;
  for (let first = true; first || command.many; first = false) {
    const given = options(text, first ? spaces(text, end, to) : end, to, 2);
    const i = spaces(text, given.next, to);
    const close = text[i] === '{' ? closing(text, i, to, 2000) : -1;
    if (close < 0) break;
    const [one, two] = given.spans;
    const list = text.slice(i + 1, close - 1).split(',');
    let start = i + 1;
    list.forEach((raw, n) => {
      const span = { start, end: start + raw.length };
      start += raw.length + 1;
      if (raw.trim() === '') return;
      keys.push(keyAt(page, span, n === 0 && two ? one : undefined, n === list.length - 1 ? (two ?? one) : undefined));
    });
    end = close;
  }
  if (keys.length > 0) draw(page, { start: at, end }, keys, command);
  return Math.max(end, next);
}

/** Commands whose argument is quoted in the line: csquotes', and dirtytalk's `\say`. */
export const QUOTING = /^(?:enquote|q|say|(?:foreign|hyphen)?(?:text|block)c?quote|(?:foreign|hyphen)quote)$/;

/** `\enquote{…}`, `\textquote[cite]{…}`, `\textcquote[post]{key}[.]{…}`, `\foreigntextquote{language}[cite]{…}`. */
export function enquote(page: Page, name: string, at: number, next: number, to: number): number {
  const { text, sheet } = page;
  const language = /^(?:foreign|hyphen)/.test(name) && text[next] === '{' ? closing(text, next, to, 100) : next;
  if (language < 0) return next;
  const { spans, next: behind } = options(text, language, to);
  let from = behind;
  let key: Span | undefined;
  if (name.endsWith('cquote') && text[from] === '{') {
    const end = closing(text, from, to, 500);
    if (end < 0) return from;
    key = { start: from + 1, end: end - 1 };
    from = options(text, end, to).next;
  }
  if (text[from] !== '{') return from;
  const outer = page.quotes++ % 2 === 0;
  sheet.pen.replace(outer ? '“' : '‘', at, from + 1).open('quote');
  page.open((end) => {
    page.quotes--;
    sheet.pen.close('quote');
    if (text[end - 1] !== '}') return;
    sheet.pen.replace(outer ? '”' : '’', end - 1, end);
    if (key) {
      sheet.pen.replace(' ', end, end);
      const [first, second] = spans;
      draw(page, { start: at, end }, [keyAt(page, key, second ? first : undefined, second ?? first)], PLAIN);
    } else if (spans[0] && !page.deep) {
      sheet.pen.replace(' ', end, end);
      page.within(spans[0]);
    }
  });
  return from + 1;
}

/** The options of `\begin{displayquote}[cite]` and `\begin{displaycquote}[pre][post]{key}`. */
export function displayed(page: Page, name: string, at: number, behind: number, to: number): number {
  const { text, sheet } = page;
  const { spans, next: open } = options(text, behind, to);
  const [first, second] = spans;
  const close = name === 'displaycquote' && text[open] === '{' ? closing(text, open, to, 500) : -1;
  const key = close < 0 ? undefined : keyAt(page, { start: open + 1, end: close - 1 }, second ? first : undefined, second ?? first);
  const next = close < 0 ? open : close;
  page.cited = () => {
    page.cited = undefined;
    sheet.pen.replace(' ', next, next);
    if (key) draw(page, { start: at, end: next }, [key], PLAIN);
    else if (first) page.within(first);
  };
  sheet.skipTo(next);
  return next;
}
