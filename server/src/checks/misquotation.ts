/** A quotation that changes the instrument's words without showing it. */
import type { Analysis, Change, Quotation } from '../document/analysis.ts';
import { hull, type Span } from '../text/span.ts';
import type { Check, Severity } from './check.ts';
import { passageName, quote, upperFirst } from './phrases.ts';
import { markChanges, restoreWords, wholeWords } from './quotation-fixes.ts';

const KIND: Readonly<Record<Change['kind'], string>> = {
  word: 'a changed word',
  number: 'a changed number or date',
  negation: 'a changed negation',
  hedge: 'a changed hedge',
  omitted: 'omitted words',
  added: 'added words',
  order: 'another order of words',
  spelling: 'another spelling',
  punctuation: 'punctuation',
  case: 'a capital or small letter',
};

/** Differences that leave every word as it is: weaker findings. */
const SLIGHT: ReadonlySet<Change['kind']> = new Set(['punctuation', 'case', 'spelling']);

export const misquotation: Check = {
  id: 'misquotation',
  severity: 'warning',
  summary: 'a quotation changes the words without showing it',
  *run(analysis) {
    for (const q of analysis.quotations) {
      if (q.match !== 'altered' || !q.source) continue;
      const changes = q.changes.filter((c) => !c.marked);
      const told = changes.filter((c) => c.kind !== 'punctuation');
      const severity: Severity | undefined =
        told.length === 0 ? 'hint' : told.every((c) => SLIGHT.has(c.kind)) || q.attribution === 'implied' ? 'information' : undefined;
      yield {
        span: spanOf(q, told.length > 0 ? told : changes),
        message: tell(analysis, q, told),
        ...(severity ? { severity } : {}),
        see: [q.source],
        fixes: [...restoreWords(analysis, q, changes), ...markChanges(analysis, q, changes)],
      };
    }
  },
};

/** The words that differ; the whole quotation where words are only missing. */
function spanOf(q: Quotation, changes: readonly Change[]): Span {
  const s = hull(changes.map((c) => c.span));
  return s && s.end > s.start ? s : q.span;
}

function tell(analysis: Analysis, q: Quotation, changes: readonly Change[]): string {
  const where = passageName(analysis, q.source as NonNullable<Quotation['source']>);
  if (changes.length === 0) return `Only the punctuation differs: ${where}, has ${quote(q.sourceText ?? '')}.`;
  const said = changes.slice(0, 3).map((c) => {
    const stands = /\.\p{L}$/u.test(c.stands) ? wholeWords(analysis, q, c) : c.stands;
    if (c.written === '') return `${quote(stands, 80)} is left out (${lostOrGained(c, 'omitted', c.stands)})`;
    if (c.stands === '') return `${quote(c.written, 80)} is not there (${lostOrGained(c, 'added', c.written)})`;
    return `the text has ${quote(stands, 80)}, the quotation ${quote(c.written, 80)} (${KIND[c.kind]})`;
  });
  const more = changes.length > 3 ? `; and ${changes.length - 3} further ${changes.length === 4 ? 'change' : 'changes'}` : '';
  // What differs comes first: lists and narrow boxes show the beginning only.
  return `${upperFirst(said.join('; '))}${more}: not shown as ${changes.length > 1 ? 'changes' : 'a change'}. (${upperFirst(where.replace(/^the /i, ''))})`;
}

/** Kinds of words that are told by their name when they come or go. */
const NAMED: ReadonlySet<Change['kind']> = new Set(['hedge', 'negation', 'number']);

/** What is only left out, or only put in: "an omitted word", "a dropped hedge", "an added negation". */
function lostOrGained(c: Change, kind: 'omitted' | 'added', words: string): string {
  if (c.kind === kind && !/\s/.test(words.trim())) return `an ${kind} word`;
  return NAMED.has(c.kind) ? `${kind === 'omitted' ? 'a dropped' : 'an added'} ${c.kind}` : KIND[c.kind];
}
