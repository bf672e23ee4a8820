/** All checks, and the one way to run them: settings, suppressions and order are applied here. */
import type { Analysis } from '../document/analysis.ts';
import { byStart } from '../text/span.ts';
import type { Check, Finding } from './check.ts';

export const CHECKS: readonly Check[] = [];

/** Findings in the order of the document. A check set to "off" is not run; a severity in the settings replaces the check's own. */
export function runChecks(analysis: Analysis): readonly Finding[] {
  const out: Finding[] = [];
  for (const check of CHECKS) {
    const level = analysis.settings.checks[check.id] ?? (check.off ? 'off' : 'default');
    if (level === 'off') continue;
    for (const r of check.run(analysis)) {
      out.push({
        check: check.id,
        severity: level === 'default' ? (r.severity ?? check.severity) : level,
        span: r.span,
        message: r.message,
        see: r.see ?? [],
        fixes: r.fixes ?? [],
      });
    }
  }
  return out.sort((a, b) => byStart(a.span, b.span));
}
