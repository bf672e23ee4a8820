/** Findings for people: the prose, carets under it, and a summary line. */
import type { Finding, Severity } from '../checks/check.ts';
import type { Analysis } from '../document/analysis.ts';
import { printEach } from './places.ts';

const COLORS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', information: '36', hint: '2' };
const paint = (text: string, code: string, on: boolean): string => (on ? `\u001b[${code}m${text}\u001b[0m` : text);

/** Prose longer than this is shown around the finding. */
const WIDTH = 110;

/** Columns on a terminal: wide letters take two, combining marks none. */
export function columns(text: string): number {
  let n = 0;
  for (const c of text) {
    if (/\p{M}|\p{Cf}/u.test(c)) continue;
    n += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(c)
      ? 2
      : 1;
  }
  return n;
}

/** What a terminal must not be told by a document: control characters, as spaces. */
const tame = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

/** Empty for no findings. */
export function toText(path: string, analysis: Analysis, findings: readonly Finding[], color: boolean): string {
  return printEach(analysis, findings, (f, { from, to, lines }) => {
    const line = tame(lines.text(from.line));
    const end = to.line === from.line ? to.character : line.trimEnd().length;
    // A window of whole words that holds the beginning of the finding.
    let left = line.length <= WIDTH ? 0 : Math.max(0, Math.min(from.character - 40, line.length - WIDTH));
    if (left > 0) left = Math.min(from.character, line.indexOf(' ', left) + 1 || left);
    let right = Math.min(line.length, left + WIDTH);
    if (right < line.length) right = Math.max(Math.min(end, left + WIDTH), line.lastIndexOf(' ', right));
    const before = `${left > 0 ? '… ' : ''}${line.slice(left, from.character)}`;
    const prose = `${before}${line.slice(from.character, right)}${right < line.length ? ' …' : ''}`;
    const carets = '^'.repeat(Math.max(1, columns(line.slice(from.character, Math.min(end, right)))));
    const label = `${carets}${to.line > from.line ? '…' : ''} ${f.check}`;
    const where = `${tame(path)}:${from.line + 1}:${from.character + 1}`;
    // The first fixes say what can be done; an editor offers them all.
    const fixes = f.fixes
      .slice(0, 2)
      .map((x) => `      ${paint('fix:', '2', color)} ${tame(x.title)}\n`)
      .join('');
    return `${paint(where, '1', color)} ${paint(f.severity, COLORS[f.severity], color)}\n    ${prose}\n    ${' '.repeat(columns(before))}${paint(label, COLORS[f.severity], color)}: ${tame(f.message)}\n${fixes}\n`;
  });
}

const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;

export function summary(counts: Readonly<Record<Severity, number>>, files: number, touched: number, color: boolean): string {
  const all = counts.error + counts.warning + counts.information + counts.hint;
  if (all === 0) return `No findings in ${many(files, 'file')}.\n`;
  const parts = [
    counts.error > 0 ? many(counts.error, 'error') : '',
    counts.warning > 0 ? many(counts.warning, 'warning') : '',
    counts.information > 0 ? `${counts.information} information` : '',
    counts.hint > 0 ? many(counts.hint, 'hint') : '',
  ].filter(Boolean);
  return `${paint(many(all, 'finding'), '1', color)} in ${touched} of ${many(files, 'file')}: ${parts.join(', ')}.\n`;
}
