/** A claim that is stronger than the commitment it restates. */
import type { Analysis, Claim } from '../document/analysis.ts';
import type { Check, Report, Severity } from './check.ts';
import { fixesOf } from './claim-fixes.ts';
import { paragraphName } from './phrases.ts';

export const overstatedCommitment: Check = {
  id: 'overstated-commitment',
  severity: 'warning',
  summary: 'a claim stronger than the commitment it restates',
  *run(analysis) {
    for (const claim of analysis.claims) if (claim.verdict === 'overstated') yield reportClaim(analysis, claim);
  },
};

/** One report for all verdicts: the reasons, the passage, and the text's own words as the fix. */
export function reportClaim(analysis: Analysis, claim: Claim, severity?: Severity): Report {
  const instrument = analysis.library.get(claim.instrument);
  const commitment = instrument?.commitments[claim.commitment];
  if (!instrument || !commitment) return { span: claim.span, message: claim.reasons.join(' ') };
  const level = claim.attributed ? 'hint' : severity;
  return {
    span: claim.span,
    message: `${claim.reasons.join(' ')} (${instrument.title}, ${paragraphName(claim.paragraph)})`,
    ...(level ? { severity: level } : {}),
    see: [{ instrument: instrument.id, paragraph: claim.paragraph, span: commitment.span }],
    fixes: fixesOf(analysis, claim, instrument),
  };
}
