/** LaTeX: what `\begin` opens and `\end` closes. */
import { behindArguments, behindOptions } from './latex-arguments.ts';
import { displayed } from './latex-citations.ts';
import { ENVIRONMENT_ARGUMENTS, LISTS, QUOTES, SKIPPED, TABLES } from './latex-commands.ts';
import type { Page } from './latex-page.ts';

/** From behind `\begin` or `\end`; gives the offset from which to read on. */
export function environment(page: Page, which: 'begin' | 'end', at: number, next: number, to: number): number {
  const { text } = page;
  const m = /^\s?\{([A-Za-z]{1,40}\*?)\}/.exec(text.slice(next, next + 50));
  if (!m) return next;
  const name = m[1] as string;
  const behind = next + m[0].length;
  return which === 'begin' ? begin(page, name, at, behind, to) : end(page, name, at, behind, to);
}

function begin(page: Page, name: string, at: number, behind: number, to: number): number {
  const { text, sheet, environments } = page;
  if (SKIPPED.has(name)) {
    const close = text.indexOf(`\\end{${name}}`, behind);
    const stop = close < 0 || close > to ? to : close + name.length + 6;
    if (/^(?:equation|align|gather|multline|displaymath|math|eqnarray|flalign|alignat)/.test(name)) sheet.pen.object(at, stop);
    else {
      page.paragraph(at);
      sheet.skipTo(stop);
    }
    return stop;
  }
  page.paragraph(at);
  if (environments.length < 1000) environments.push(name);
  if (name === 'frame') {
    const title = behindOptions(text, behind, to);
    return text[title] === '{' ? page.block('heading', at, title, to, 2) : title;
  }
  if (QUOTES.has(name)) {
    sheet.openQuote(at);
    return name.startsWith('display') ? displayed(page, name, at, behind, to) : behindOptions(text, behind, to);
  }
  const body = behindArguments(text, behind, ENVIRONMENT_ARGUMENTS.get(name) ?? 0, to);
  sheet.begin(body, TABLES.has(name) ? 'cell' : 'paragraph');
  return body;
}

function end(page: Page, name: string, at: number, behind: number, to: number): number {
  const { sheet, environments } = page;
  if (name.startsWith('display')) page.cited?.();
  page.paragraph(at);
  if (QUOTES.has(name) && sheet.inQuote) sheet.closeQuote(behind);
  else sheet.begin(behind);
  const i = environments.lastIndexOf(name);
  if (i >= 0) environments.length = i;
  if (LISTS.has(environments.at(-1) ?? '')) sheet.begin(behind, 'item');
  return name === 'document' ? to : behind;
}
