/** Suppressions: comments in which an author says that a finding is known and accepted. */
import type { Analysis } from '../document/analysis.ts';
import type { Span } from '../text/span.ts';
import type { Check, Edit, Finding } from './check.ts';

/** A suppression that suppresses nothing. It is found while suppressions are applied, so its `run` finds nothing. */
export const unusedSuppression: Check = {
  id: 'unused-suppression',
  severity: 'hint',
  summary: 'a suppression comment suppresses nothing',
  run: () => [],
};

interface Directive {
  readonly kind: 'next-line' | 'line' | 'from' | 'until';
  /** Ids; empty means all. */
  readonly ids: readonly string[];
  /** The comment. */
  readonly span: Span;
  /** Where it holds. */
  readonly holds: Span;
}

const MAGIC = /^\s*declaration-lens-(disable-next-line|disable-line|disable|enable)(?![\w-])[ \t]*([^\n]*)/;
const KINDS = { 'disable-next-line': 'next-line', 'disable-line': 'line', disable: 'from', enable: 'until' } as const;

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** The next line that is not blank; or, where a paragraph begins there, all of it, since prose is wrapped at will. */
function nextLine(analysis: Analysis, at: number): Span {
  const { text, markup } = analysis;
  let start = lineEnd(text, at) + 1;
  while (start < text.length && text.slice(start, lineEnd(text, start)).trim() === '') start = lineEnd(text, start) + 1;
  const end = lineEnd(text, Math.min(start, text.length));
  const block = markup.blocks.find((b) => b.span.start >= start && b.span.start < end && b.prose.text.length > 0);
  return { start, end: block && block.kind !== 'cell' ? Math.max(end, block.span.end) : end };
}

/** The directives of a document, in order. Comments that say anything else are none. */
function findDirectives(analysis: Analysis): readonly Directive[] {
  const { text, markup } = analysis;
  const out: Directive[] = [];
  for (const comment of markup.comments) {
    const m = MAGIC.exec(comment.text);
    if (!m) continue;
    const kind = KINDS[m[1] as keyof typeof KINDS];
    const ids = ((m[2] as string).split(/\s--(?:\s|$)/)[0] as string).split(/[\s,]+/).filter((x) => /^[a-z][a-z-]*$/.test(x));
    const { start, end } = comment.span;
    const holds =
      kind === 'next-line'
        ? nextLine(analysis, Math.max(start, end - 1))
        : kind === 'line'
          ? { start: lineStart(text, start), end: lineEnd(text, Math.max(start, end - 1)) }
          : { start, end: text.length };
    out.push({ kind, ids, span: comment.span, holds });
  }
  return out.sort((a, b) => a.span.start - b.span.start);
}

/**
 * The findings that are not suppressed, with a hint for each suppression (or each id in one) that suppresses nothing. Ids of
 * checks that are switched off are not judged; `known` are all ids there are.
 */
export function applySuppressions(analysis: Analysis, findings: readonly Finding[], known: ReadonlySet<string>, on: ReadonlySet<string>): readonly Finding[] {
  if (analysis.markup.comments.length === 0) return findings;
  const directives = findDirectives(analysis);
  if (directives.length === 0) return findings;
  const used = new Set<string>();
  const kept = findings.filter((f) => {
    const at = directives.findIndex((d, k) => holdsFor(directives, d, k, f));
    if (at < 0) return true;
    used.add(`${at}:${(directives[at] as Directive).ids.length === 0 ? '' : f.check}`);
    return false;
  });
  // A document whose instruments are not all loaded yet cannot say what is unused.
  if (!on.has(unusedSuppression.id) || analysis.missing.length > 0) return kept;
  const unused = directives.flatMap((d, k) => (d.kind === 'until' ? [] : judge(analysis, d, (id) => used.has(`${k}:${id}`), known, on)));
  return [...kept, ...unused];
}

function holdsFor(directives: readonly Directive[], d: Directive, k: number, f: Finding): boolean {
  if (d.kind === 'until' || (d.ids.length > 0 && !d.ids.includes(f.check))) return false;
  if (f.span.start < d.holds.start || f.span.start > d.holds.end) return false;
  if (d.kind !== 'from') return true;
  return !directives.some((e, j) => j > k && e.kind === 'until' && e.span.start <= f.span.start && (e.ids.length === 0 || e.ids.includes(f.check)));
}

function judge(analysis: Analysis, d: Directive, used: (id: string) => boolean, known: ReadonlySet<string>, on: ReadonlySet<string>): readonly Finding[] {
  const idle = d.ids.filter((id) => !used(id) && (!known.has(id) || on.has(id)));
  if (d.ids.length === 0 ? used('') : idle.length === 0) return [];
  const strange = idle.filter((id) => !known.has(id));
  const message =
    d.ids.length === 0
      ? 'Nothing is suppressed here.'
      : strange.length > 0
        ? `No check is called “${strange[0]}”.`
        : `Nothing that ${idle.join(' or ')} would report is suppressed here.`;
  const whole = d.ids.length === idle.length;
  return [
    {
      check: unusedSuppression.id,
      severity: 'hint',
      span: d.span,
      message,
      see: [],
      fixes: whole ? [{ title: 'Remove the suppression', edits: [remove(analysis, d.span)], preferred: true }] : [],
    },
  ];
}

/** Takes the comment away, with its line when nothing else stands on it. */
function remove(analysis: Analysis, s: Span): Edit {
  const { text } = analysis;
  const [start, end] = [lineStart(text, s.start), lineEnd(text, Math.max(s.start, s.end - 1))];
  const alone = text.slice(start, s.start).trim() === '' && text.slice(s.end, end).trim() === '';
  if (alone) {
    // Of the blank lines on both sides one is enough.
    const after = /^\n[ \t]*\r?(?=\n)/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
    const blank = after > 0 && (start === 0 || text.slice(lineStart(text, start - 1), start).trim() === '') ? after : 0;
    return { span: { start, end: Math.min(text.length, end + blank + 1) }, text: '' };
  }
  let from = s.start;
  while (from > start && /[ \t]/.test(text[from - 1] as string)) from--;
  return { span: { start: from, end: s.end }, text: '' };
}
