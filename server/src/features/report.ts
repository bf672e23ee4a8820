/** The audit of documents: each quotation and claim beside its source passage, with the outcome; as data, Markdown or a printable page. */
import type { Finding } from '../checks/check.ts';
import type { Analysis, Claim, Quotation } from '../document/analysis.ts';
import { compareWords, isPunctuationAlone, type SideBySide } from '../document/pieces.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { linesOf } from '../lines.ts';
import { byStart } from '../text/span.ts';
import { escaped, type Mark, many, marked, nameOf } from './render.ts';

export interface Audited {
  readonly path: string;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

/** Lower-case hexadecimal SHA-256 of the UTF-8 text, given by the caller, as computing it is not a matter of pure text. */
export type HashOf = (instrument: Instrument) => string;

/** A stretch of words; what differs is made to stand out. */
interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

interface Row {
  readonly line: number;
  readonly kind: 'quotation' | 'claim';
  readonly written: readonly Piece[];
  /** Empty when no passage was found. */
  readonly source: readonly Piece[];
  readonly place: string;
  readonly outcome: string;
  /** Nothing to mend. */
  readonly good: boolean;
  readonly remarks: readonly string[];
}

interface Audit {
  readonly path: string;
  readonly instruments: readonly { readonly title: string; readonly facts: string; readonly url: string | undefined; readonly hash: string }[];
  readonly rows: readonly Row[];
  readonly others: readonly { readonly line: number; readonly check: string; readonly severity: string; readonly message: string }[];
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

const plain = (text: string): readonly Piece[] => (text.trim() === '' ? [] : [{ text: fold(text), differs: false }]);

/** The two wordings, with what differs and is not shown to differ. */
function sidesOf(q: Quotation, analysis: Analysis): Pick<Row, 'written' | 'source'> {
  const sides = q.match === 'altered' ? compareWords(q, analysis.library) : undefined;
  if (!sides) return { written: plain(q.text), source: plain(q.sourceText ?? '') };
  const pieces = (side: SideBySide['written']) => side.map((p) => ({ text: p.text, differs: p.kind !== undefined && !p.marked }));
  return { written: pieces(sides.written), source: pieces(sides.stands) };
}

/** A finding's message gives the claim's reasons itself; without one they are told. */
const withReasons = (messages: readonly string[], reasons: readonly string[]): readonly string[] => [
  ...messages,
  ...reasons.filter((r) => !messages.some((m) => m.includes(r))),
];

const QUOTED: Readonly<Record<Quotation['match'], string>> = {
  verbatim: 'verbatim',
  marked: 'changed, every change shown',
  altered: 'changed, not shown',
  absent: 'not in the text',
  elsewhere: 'in another text',
};
const CLAIMED: Readonly<Record<Claim['verdict'], string>> = {
  faithful: 'as strong as the text',
  overstated: 'stronger than the text',
  understated: 'weaker than the text',
  'wrong-actor': 'another actor than in the text',
};

function outcomeOf(q: Quotation, misplaced: readonly Finding[]): Pick<Row, 'outcome' | 'good'> {
  const outcome = isPunctuationAlone(q) ? 'only the punctuation differs' : QUOTED[q.match];
  if (misplaced.length > 0) return { outcome: `${outcome}, in another paragraph than cited`, good: false };
  return { outcome, good: q.match === 'verbatim' || q.match === 'marked' };
}

function audit({ path, analysis, findings }: Audited, hash: HashOf): Audit {
  const lines = linesOf(analysis.text);
  const lineOf = (offset: number) => lines.at(offset).line + 1;
  const title = (id: string) => analysis.library.head(id)?.title ?? id;
  const place = (id: string, label: string) => `${title(id)}, ${nameOf(label)}`;
  const within = (s: { readonly start: number; readonly end: number }, kinds: readonly string[]) =>
    findings.filter((f) => kinds.includes(f.check) && f.span.start < s.end && f.span.end > s.start);
  const quoted = ['misquotation', 'not-in-text', 'uncited-quotation'];
  const claimed = ['overstated-commitment', 'understated-commitment', 'wrong-actor'];
  /** Its pinpoint may stand behind it. */
  const misplaced = (q: Quotation) =>
    findings.filter(
      (f) =>
        f.check === 'wrong-pinpoint' &&
        f.see.some((p) => p.instrument === q.source?.instrument && p.span.start === q.source.span.start && p.span.end === q.source.span.end),
    );
  const told = new Set<Finding>();
  const remarks = (found: readonly Finding[]) => {
    for (const f of found) told.add(f);
    return found.map((f) => f.message);
  };
  const rows = [
    ...analysis.quotations.map((q) => ({
      span: q.span,
      row: {
        line: lineOf(q.span.start),
        kind: 'quotation',
        ...sidesOf(q, analysis),
        place: q.source ? place(q.source.instrument, q.source.paragraph) : title(q.instrument),
        ...outcomeOf(q, misplaced(q)),
        remarks: [
          ...remarks([...within(q.span, quoted), ...misplaced(q)]),
          ...(q.also.length > 0 ? [`The same words also stand in ${q.also.map((a) => place(a.instrument, a.paragraph)).join(', ')}.`] : []),
        ],
      } satisfies Row,
    })),
    ...analysis.claims.map((c) => ({
      span: c.span,
      row: {
        line: lineOf(c.span.start),
        kind: 'claim',
        written: plain(c.text),
        source: plain(analysis.library.get(c.instrument)?.commitments[c.commitment]?.text ?? ''),
        place: place(c.instrument, c.paragraph),
        outcome: c.force === c.sourceForce ? CLAIMED[c.verdict] : `${CLAIMED[c.verdict]} (text: ${c.sourceForce}; here: ${c.force})`,
        good: c.verdict === 'faithful',
        remarks: withReasons(remarks(within(c.span, claimed)), c.reasons),
      } satisfies Row,
    })),
  ].sort((a, b) => byStart(a.span, b.span));
  return {
    path,
    instruments: analysis.cites.map(({ instrument: i }) => ({
      title: i.title,
      facts: [i.date, i.parties.join(', '), many(i.paragraphs.length, 'paragraph')].filter(Boolean).join(' · '),
      // Whatever else the field may hold is no address that a printed page should lead to.
      url: i.sourceUrl && /^https?:\/\//i.test(i.sourceUrl) ? i.sourceUrl : undefined,
      hash: hash(i),
    })),
    rows: rows.map((r) => r.row),
    others: findings.filter((f) => !told.has(f)).map((f) => ({ line: lineOf(f.span.start), check: f.check, severity: f.severity, message: f.message })),
  };
}

const counts = (a: Audit): string => {
  const of = (kind: Row['kind']) => a.rows.filter((r) => r.kind === kind);
  const good = (rows: readonly Row[]) => rows.filter((r) => r.good).length || 'none';
  const q = of('quotation');
  const c = of('claim');
  const said = (rows: readonly Row[], one: string, like: string) =>
    rows.length === 0 ? `no ${one}s` : `${many(rows.length, one)}, ${good(rows)} of them ${like}`;
  const all = `${said(q, 'quotation', 'as in the text')}; ${said(c, 'claim', 'as strong as the text')}.`;
  return all.charAt(0).toUpperCase() + all.slice(1);
};
const CITES_NONE = 'This document cites no declaration that is known here.';

export function reportMarkdown(documents: readonly Audited[], hash: HashOf, version: string): string {
  const parts = documents.map((d) => {
    const a = audit(d, hash);
    if (a.instruments.length === 0) return `## ${escaped(a.path)}\n\n${CITES_NONE}\n`;
    const sources = a.instruments
      .map((i) => `- **${escaped(i.title)}** — ${escaped(i.facts)}${i.url ? `  \n  ${escaped(i.url)}` : ''}  \n  SHA-256 of the text compared: \`${i.hash}\``)
      .join('\n');
    const rows = a.rows.map((r, k) =>
      [
        `### ${k + 1}. Line ${r.line}: ${r.kind}, ${escaped(r.outcome)}`,
        `**Here**\n\n> ${strong(r.written)}`,
        r.source.length === 0 ? `**Source** none found in ${escaped(r.place)}.` : `**${escaped(r.place)}**\n\n> ${strong(r.source)}`,
        ...r.remarks.map(escaped),
      ].join('\n\n'),
    );
    const others = a.others.map((f) => `- Line ${f.line}, ${f.severity} *${f.check}*: ${escaped(f.message)}`);
    return [`## ${escaped(a.path)}`, sources, counts(a), ...rows, ...(others.length > 0 ? ['### Other findings', others.join('\n')] : [])]
      .join('\n\n')
      .concat('\n');
  });
  return `# Audit of quotations and claims\n\n${parts.join('\n')}\n---\n\nWritten by Declaration Lens ${escaped(version)}. ${escaped(DISCLAIMER)}\n`;
}

/** What differs in bold, as Markdown wants it. */
function strong(pieces: readonly Piece[]): string {
  let text = '';
  const marks: Mark[] = [];
  for (const piece of pieces) {
    if (piece.differs) marks.push({ span: { start: text.length, end: text.length + piece.text.length }, mark: '**' });
    text += piece.text;
  }
  return marked(text, marks);
}

const DISCLAIMER = 'The comparison is by words; it does not judge whether an interpretation is right.';

const html = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const differing = (pieces: readonly Piece[]): string => pieces.map((p) => (p.differs ? `<mark>${html(p.text)}</mark>` : html(p.text))).join('');

/** One file, nothing loaded from elsewhere, readable in light and dark and on paper. Outcomes are said in words, not by colour alone. */
export function reportHtml(documents: readonly Audited[], hash: HashOf, version: string): string {
  const sections = documents.map((d) => {
    const a = audit(d, hash);
    if (a.instruments.length === 0) return `<section><h2>${html(a.path)}</h2><p>${CITES_NONE}</p></section>`;
    const sources = a.instruments
      .map(
        (i) =>
          `<li><strong>${html(i.title)}</strong> — ${html(i.facts)}${i.url ? `<br><a href="${html(i.url)}">${html(i.url)}</a>` : ''}<br>SHA-256 of the text compared: <code>${i.hash}</code></li>`,
      )
      .join('');
    const rows = a.rows
      .map(
        (r, k) =>
          `<tr class="${r.good ? 'good' : 'look'}"><td>${k + 1}</td><td>${r.line}</td><td>${r.kind}</td><td><q>${differing(r.written)}</q></td><td>${
            r.source.length === 0 ? '<em>none found</em>' : `<q>${differing(r.source)}</q>`
          }<br><small>${html(r.place)}</small></td><td>${r.good ? '✓' : '⚠'} ${html(r.outcome)}${r.remarks.map((x) => `<p>${html(x)}</p>`).join('')}</td></tr>`,
      )
      .join('\n');
    const table =
      rows === ''
        ? ''
        : `<table><thead><tr><th scope="col">#</th><th scope="col">Line</th><th scope="col">What</th><th scope="col">Here</th><th scope="col">Source</th><th scope="col">Outcome</th></tr></thead><tbody>\n${rows}\n</tbody></table>`;
    const others = a.others.map((f) => `<li>Line ${f.line}, ${f.severity} <em>${f.check}</em>: ${html(f.message)}</li>`).join('');
    return `<section><h2>${html(a.path)}</h2><ul>${sources}</ul><p>${counts(a)}</p>${table}${others === '' ? '' : `<h3>Other findings</h3><ul>${others}</ul>`}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Audit of quotations and claims</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Audit of quotations and claims</h1>
${sections.join('\n')}
<footer>Written by Declaration Lens ${html(version)}. ${html(DISCLAIMER)}</footer>
</body>
</html>
`;
}

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 Georgia,serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3,th,small,footer,code{font-family:system-ui,sans-serif}
code{font-family:ui-monospace,monospace;font-size:.85em;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #8888;padding:.4rem .5rem;text-align:left;vertical-align:top}
tr.look{border-left:.3rem solid}
mark{background:none;color:inherit;font-weight:bold;text-decoration:underline;text-underline-offset:.15em}
a{color:inherit;overflow-wrap:anywhere}
td p{margin:.4rem 0 0}
footer{margin-top:2rem;font-size:.85em}
@media print{body{max-width:none;margin:0;font-size:10pt}tr{break-inside:avoid}thead{display:table-header-group}section+section{break-before:page}}`;
