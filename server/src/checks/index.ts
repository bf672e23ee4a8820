/** All checks, and the one way to run them: settings, suppressions and order are applied here. */
import type { Analysis } from '../document/analysis.ts';
import { byStart } from '../text/span.ts';
import { ambiguousCitation } from './ambiguous-citation.ts';
import type { Check, Finding } from './check.ts';
import { misquotation } from './misquotation.ts';
import { notInText } from './not-in-text.ts';
import { overstatedCommitment } from './overstated-commitment.ts';
import { applySuppressions, unusedSuppression } from './suppressions.ts';
import { unattributedWords } from './unattributed-words.ts';
import { uncitedQuotation } from './uncited-quotation.ts';
import { undefinedAcronym } from './undefined-acronym.ts';
import { understatedCommitment } from './understated-commitment.ts';
import { unknownParagraph } from './unknown-paragraph.ts';
import { wrongActor } from './wrong-actor.ts';
import { wrongExpansion } from './wrong-expansion.ts';
import { wrongPinpoint } from './wrong-pinpoint.ts';

export const CHECKS: readonly Check[] = [
  unknownParagraph,
  ambiguousCitation,
  wrongExpansion,
  undefinedAcronym,
  misquotation,
  notInText,
  wrongPinpoint,
  overstatedCommitment,
  wrongActor,
  understatedCommitment,
  unattributedWords,
  uncitedQuotation,
  unusedSuppression,
];

/** Findings in the order of the document. A check set to "off" is not run; a severity in the settings replaces the check's own. */
export function runChecks(analysis: Analysis): readonly Finding[] {
  const out: Finding[] = [];
  const on = new Set<string>();
  const levelOf = (check: Check) => analysis.settings.checks[check.id] ?? (check.off ? 'off' : 'default');
  for (const check of CHECKS) {
    const level = levelOf(check);
    if (level === 'off') continue;
    on.add(check.id);
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
  const known = new Set(CHECKS.map((c) => c.id));
  const kept = applySuppressions(analysis, out, known, on).map((f) => {
    const level = levelOf(unusedSuppression);
    return f.check === unusedSuppression.id && level !== 'default' && level !== 'off' ? { ...f, severity: level } : f;
  });
  return kept.toSorted((a, b) => byStart(a.span, b.span));
}
