/** Code actions: the fixes of the findings in a range, and a comment that silences one. */
import type { Edit, Finding } from '../checks/check.ts';
import { suppressFinding } from '../checks/suppressions.ts';
import type { Analysis } from '../document/analysis.ts';
import type { Span } from '../text/span.ts';

export interface Action {
  readonly title: string;
  readonly finding: Finding;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
}

/** `mdx`: the document is MDX, whose comments are not those of Markdown. */
export function actions(analysis: Analysis, findings: readonly Finding[], range: Span, mdx = false): readonly Action[] {
  const out: Action[] = [];
  for (const finding of findings) {
    if (finding.span.start > range.end || finding.span.end < range.start) continue;
    for (const fix of finding.fixes) out.push({ title: fix.title, finding, edits: fix.edits, preferred: fix.preferred ?? false });
    const silence = analysis.self || finding.check === 'unused-suppression' ? undefined : suppressFinding(analysis, finding, mdx);
    if (silence) out.push({ title: silence.title, finding, edits: silence.edits, preferred: false });
  }
  return out;
}
