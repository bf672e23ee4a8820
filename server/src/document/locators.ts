/**
 * Reads what stands behind a citation key as pandoc does: a label, its values, and the suffix that is left. After pandoc's manual,
 * "Citation syntax", and the CSL 1.0.2 locator terms; written from the documented behaviour.
 */

export interface Locator {
  /** A CSL locator label: "page" where none is written and the value has a digit. */
  readonly label?: string;
  readonly value?: string;
  /** What is left, with its comma or space. */
  readonly suffix: string;
}

/** The terms that pandoc takes for labels: words, short forms with a stop, and signs. */
const TERMS: Readonly<Record<string, readonly string[]>> = {
  book: ['book', 'books', 'bk.', 'bks.'],
  chapter: ['chapter', 'chapters', 'chap.', 'chaps.'],
  column: ['column', 'columns', 'col.', 'cols.'],
  figure: ['figure', 'figures', 'fig.', 'figs.'],
  folio: ['folio', 'folios', 'fol.', 'fols.'],
  issue: ['issue', 'issues', 'no.', 'nos.'],
  line: ['line', 'lines', 'l.', 'll.'],
  note: ['note', 'notes', 'n.', 'nn.'],
  opus: ['opus', 'opera', 'op.', 'opp.'],
  page: ['page', 'pages', 'p.', 'pp.'],
  paragraph: ['paragraph', 'paragraphs', 'para.', 'paras.', '¶¶', '¶'],
  part: ['part', 'parts', 'pt.', 'pts.'],
  section: ['section', 'sections', 'sec.', 'secs.', '§§', '§'],
  'sub-verbo': ['sub verbo', 'sub verbis', 's.v.', 's.vv.'],
  verse: ['verse', 'verses', 'v.', 'vv.'],
  volume: ['volume', 'volumes', 'vol.', 'vols.'],
};

interface Label {
  readonly label: string;
  readonly length: number;
}

function labelAt(text: string, more: Readonly<Record<string, readonly string[]>>): Label | undefined {
  let best: Label | undefined;
  for (const [label, terms] of [...Object.entries(TERMS), ...Object.entries(more)])
    for (const term of terms) {
      if (text.slice(0, term.length).toLowerCase() !== term) continue;
      // A word ends before the value; a stop or a sign may touch it.
      if (/\p{L}$/u.test(term) && !/^\s/.test(text.slice(term.length))) continue;
      if (!best || term.length > best.length) best = { label, length: term.length };
    }
  return best;
}

const ROMAN = /^[ivxlcdm]+(?:[-–][ivxlcdm]+)?$/i;
const CLOSE: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** One word up to a space, comma or semicolon, its brackets balanced; the empty string when they are not. */
function wordAt(text: string, from: number): string {
  const open: string[] = [];
  let at = from;
  for (; at < text.length; at++) {
    const c = text[at] as string;
    if (CLOSE[c]) open.push(CLOSE[c]);
    else if (/[)\]}]/.test(c)) {
      if (open.at(-1) !== c) break;
      open.pop();
    } else if (open.length === 0 && /[\s,;]/.test(c)) break;
  }
  return open.length > 0 ? '' : text.slice(from, at);
}

/** The index of the brace that closes the one at 0; -1 when none does. */
function closing(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

const tidy = (value: string): string => value.replace(/–/g, '-').trim();

/**
 * `suffix` is all that stands behind the key up to the end of its item, the comma included or not, backslash escapes resolved or not.
 * `more` adds terms, as a locale may. Total: without a locator only `suffix` is given.
 */
export function parseLocator(suffix: string, more: Readonly<Record<string, readonly string[]>> = {}): Locator {
  const text = suffix.replace(/\\([[\]])/g, '$1');
  const lead = /^\s*,?\s*/.exec(text)?.[0].length ?? 0;
  const body = text.slice(lead);
  if (body.startsWith('{')) {
    const end = closing(body);
    if (end < 0) return { suffix: text };
    const inside = body.slice(1, end);
    const rest = body.slice(end + 1);
    if (inside === '') return { suffix: rest };
    const label = labelAt(inside.trimStart(), more);
    return label
      ? { label: label.label, value: tidy(inside.trimStart().slice(label.length)), suffix: rest }
      : { label: 'page', value: tidy(inside), suffix: rest };
  }
  const label = labelAt(body, more);
  let at = label ? label.length : 0;
  at += /^\s*/.exec(body.slice(at))?.[0].length ?? 0;
  if (body[at] === '{') return { suffix: text };
  const first = wordAt(body, at);
  const counts = (word: string, roman: boolean) => /\d/.test(word) || (roman && ROMAN.test(word));
  if (first === '' || !counts(first, label !== undefined)) return { suffix: text };
  let end = at + first.length;
  for (;;) {
    const gap = /^[,;]\s*/.exec(body.slice(end))?.[0].length ?? 0;
    if (gap === 0) break;
    const next = wordAt(body, end + gap);
    if (next === '' || !counts(next, label !== undefined)) break;
    end += gap + next.length;
  }
  return { label: label?.label ?? 'page', value: tidy(body.slice(at, end)), suffix: body.slice(end) };
}
