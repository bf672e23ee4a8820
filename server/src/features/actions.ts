/** Code actions: the fixes of the findings in a range, and comments that silence one, here or in the whole file. */
import type { Edit, Finding } from '../checks/check.ts';
import { suppressFinding } from '../checks/suppress.ts';
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
    const silent = analysis.self || finding.check === 'unused-suppression' ? [] : suppressFinding(analysis, finding, mdx);
    for (const { title, edits } of silent) out.push({ title, finding, edits, preferred: false });
  }
  return out;
}
