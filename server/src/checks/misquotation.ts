/** A quotation that changes the instrument's words without showing it. */
import type { Analysis, Change, Quotation } from '../document/analysis.ts';
import { hull, type Span } from '../text/span.ts';
import type { Check, Edit, Fix, Severity } from './check.ts';
import { inFormat, passageName, quote, upperFirst } from './phrases.ts';

const KIND: Readonly<Record<Change['kind'], string>> = {
  word: 'a changed word',
  number: 'a changed number or date',
  negation: 'a changed negation',
  hedge: 'a changed hedge',
  omitted: 'left out without an ellipsis',
  added: 'added without brackets',
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
        fixes: [...restore(analysis, q, changes), ...mark(analysis, q, changes)],
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
    if (c.written === '')
      return c.kind === 'omitted' ? `${quote(c.stands, 80)} is left out without an ellipsis` : `${quote(c.stands, 80)} is left out (${lost(c)})`;
    if (c.stands === '') return c.kind === 'added' ? `${quote(c.written, 80)} is not there` : `${quote(c.written, 80)} is not there (${gained(c)})`;
    return `the text has ${quote(c.stands, 80)}, the quotation ${quote(c.written, 80)} (${KIND[c.kind]})`;
  });
  const more = changes.length > 3 ? `; and ${changes.length - 3} further ${changes.length === 4 ? 'change' : 'changes'}` : '';
  // What differs comes first: lists and narrow boxes show the beginning only.
  return `${upperFirst(said.join('; '))}${more}: not shown as ${changes.length > 1 ? 'changes' : 'a change'}. (${upperFirst(where.replace(/^the /i, ''))})`;
}

const lost = (c: Change): string =>
  c.kind === 'hedge' ? 'a dropped hedge' : c.kind === 'negation' ? 'a dropped negation' : c.kind === 'number' ? 'a dropped number' : KIND[c.kind];
const gained = (c: Change): string =>
  c.kind === 'hedge' ? 'an added hedge' : c.kind === 'negation' ? 'an added negation' : c.kind === 'number' ? 'an added number' : KIND[c.kind];

/** Markup that would be cut in two when only the words change. */
const MARKUP = /[*_{}<>\\$#`|]/;
const hasMarkup = (old: string): boolean => MARKUP.test(old.replace(/\\[&%$#_{}]/g, ''));

/** An edit that puts `text` for the change's words, with the space that words need around them; `undefined` across markup. */
function put(analysis: Analysis, q: Quotation, c: Change, text: string): Edit | undefined {
  let { start, end } = c.span;
  const old = analysis.text.slice(start, end);
  if (hasMarkup(old)) return undefined;
  const plain = inFormat(analysis, curly(analysis) ? text : text.replace(/[‘’]/g, "'"));
  if (plain === '') {
    if (start > q.span.start) while (start > q.span.start && /\s/.test(analysis.text[start - 1] as string)) start--;
    else while (end < q.span.end && /\s/.test(analysis.text[end] as string)) end++;
    return { span: { start, end }, text: '' };
  }
  if (start === end) return { span: { start, end }, text: start > q.span.start ? ` ${plain}` : `${plain} ` };
  const first = start === q.span.start && /^\p{Lu}/u.test(old) && !/^\p{Lu}{2}/u.test(plain);
  return { span: { start, end }, text: first ? upperFirst(plain) : plain };
}

/** The author's apostrophes are curly, or would be. */
const curly = (analysis: Analysis): boolean => /[’“]/.test(analysis.text);

/** The words that stand there, with the stop of an abbreviation or a plural's apostrophe that belongs to the last one. */
function wholeWords(analysis: Analysis, q: Quotation, c: Change): string {
  const source = analysis.library.get(q.source?.instrument ?? '')?.text ?? '';
  const mark = source[c.source.end] ?? '';
  const belongs =
    c.stands !== '' &&
    ((/[’']/.test(mark) && /^\s/.test(source.slice(c.source.end + 1)) && /s$/.test(c.stands)) || (mark === '.' && /\.\p{L}$/u.test(c.stands)));
  return belongs && !/^[.’']/.test(analysis.text.slice(c.span.end, c.span.end + 1)) ? c.stands + mark : c.stands;
}

/** Fix: the words as they stand. */
function restore(analysis: Analysis, q: Quotation, changes: readonly Change[]): readonly Fix[] {
  const edits: Edit[] = [];
  for (const c of changes) {
    const edit = c.kind === 'punctuation' ? punctuate(analysis, q, c) : put(analysis, q, c, wholeWords(analysis, q, c));
    if (!edit) return [];
    edits.push(edit);
  }
  if (edits.length === 0) return [];
  const only = changes.length === 1 ? (changes[0] as Change) : undefined;
  const title =
    only && only.kind !== 'punctuation' && only.stands !== ''
      ? `Quote the words that stand there: ${quote(only.stands, 60)}`
      : 'Quote the words as they stand there';
  return [{ title, edits, ...(q.attribution === 'implied' ? {} : { preferred: true }) }];
}

/** What stands between two words or in one, as the text has it: its own white space, where no markup stands there. */
function punctuate(analysis: Analysis, q: Quotation, c: Change): Edit | undefined {
  if (hasMarkup(analysis.text.slice(c.span.start, c.span.end))) return undefined;
  const own = analysis.library.get(q.source?.instrument ?? '')?.text.slice(c.source.start, c.source.end);
  if (own && own.replace(/\s+/g, ' ').trim() === c.stands) {
    const whole = /^\p{L}/u.test(own) ? wholeWords(analysis, q, c) : own;
    return { span: c.span, text: inFormat(analysis, (curly(analysis) ? whole : whole.replace(/[‘’]/g, "'")).replace(/\s+/g, ' ')) };
  }
  const glue = c.stands === '' ? ' ' : /^[-–—/’']$/.test(c.stands) || /^[([“‘]/.test(c.stands) ? c.stands : `${c.stands} `;
  return { span: c.span, text: /^[([“‘]/.test(glue) ? ` ${glue}` : inFormat(analysis, glue) };
}

/** Fix: keep the words, and show the change as quoting authors do. */
function mark(analysis: Analysis, q: Quotation, changes: readonly Change[]): readonly Fix[] {
  const edits: Edit[] = [];
  let shown = 0;
  for (const c of changes) {
    if (c.kind === 'punctuation' || c.kind === 'case') {
      const edit = c.kind === 'punctuation' ? punctuate(analysis, q, c) : put(analysis, q, c, wholeWords(analysis, q, c));
      if (!edit) return [];
      edits.push(edit);
      continue;
    }
    const old = analysis.text.slice(c.span.start, c.span.end);
    if (hasMarkup(old) || /[[\]]/.test(old)) return [];
    shown++;
    edits.push({ span: c.span, text: old === '' ? ` ${ellipsisOf(analysis)}` : `[${old}]` });
  }
  if (shown === 0) return [];
  const title = changes.every((c) => c.written === '') ? 'Show the omission by an ellipsis' : 'Show the change by brackets';
  return [{ title, edits }];
}

/** The ellipsis that the author uses. */
function ellipsisOf(analysis: Analysis): string {
  const used = /\[…\]|\[\.\.\.\]|\\ldots\{\}|\. \. \.|…|\.\.\./.exec(analysis.text)?.[0];
  return used ?? (analysis.format === 'latex' ? '\\ldots{}' : '…');
}
