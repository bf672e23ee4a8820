/** Code actions: the fixes of the findings in a range, and a comment that silences one. */
import type { Edit, Finding } from '../checks/check.ts';
import type { Analysis } from '../document/analysis.ts';
import type { Format } from '../text/markup/markup.ts';
import type { Span } from '../text/span.ts';

export interface Action {
  readonly title: string;
  readonly finding: Finding;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
}

/** A comment of the format on a line of its own; `undefined` where a format has none. */
const COMMENTS: Readonly<Record<Format, ((text: string) => string) | undefined>> = {
  markdown: (t) => `<!-- ${t} -->`,
  html: (t) => `<!-- ${t} -->`,
  latex: (t) => `% ${t}`,
  typst: (t) => `// ${t}`,
  asciidoc: (t) => `// ${t}`,
  restructuredtext: (t) => `.. ${t}`,
  org: (t) => `# ${t}`,
  plaintext: (t) => `<!-- ${t} -->`,
};

export function actions(analysis: Analysis, findings: readonly Finding[], range: Span): readonly Action[] {
  const out: Action[] = [];
  for (const finding of findings) {
    if (finding.span.start > range.end || finding.span.end < range.start) continue;
    for (const fix of finding.fixes) out.push({ title: fix.title, finding, edits: fix.edits, preferred: fix.preferred ?? false });
    const silence = silencing(analysis, finding);
    if (silence) out.push({ title: `Accept here: silence ${finding.check} for the next line`, finding, edits: [silence], preferred: false });
  }
  return out;
}

/** The comment goes before the line that begins the finding's block, so that it never lands inside a sentence. */
function silencing(analysis: Analysis, finding: Finding): Edit | undefined {
  const comment = COMMENTS[analysis.format];
  if (comment === undefined) return undefined;
  const text = analysis.text;
  const line = text.lastIndexOf('\n', finding.span.start - 1) + 1;
  const indent = /^[ \t]*(?:>[ \t]?)*/.exec(text.slice(line, finding.span.start))?.[0] ?? '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return { span: { start: line, end: line }, text: `${indent}${comment(`declaration-lens-disable-next-line ${finding.check}`)}${end}` };
}
