/** A claim that is stronger than the commitment it restates. */
import type { Analysis, Claim } from '../document/analysis.ts';
import type { Check, Report, Severity } from './check.ts';

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
  const pinpoint = /^\d/.test(claim.paragraph) ? `para. ${claim.paragraph}` : claim.paragraph;
  const label = /^(?:the\s)/i.test(instrument.title) ? instrument.title : `the ${instrument.title}`;
  const words = commitment.text.replace(/[.;,]$/, '');
  return {
    span: claim.span,
    message: `${claim.reasons.join(' ')} (${instrument.title}, ${pinpoint})`,
    ...(level ? { severity: level } : {}),
    see: [{ instrument: instrument.id, paragraph: claim.paragraph, span: commitment.span }],
    fixes: [{ title: 'Quote the text instead', edits: [{ span: claim.span, text: `In the words of ${label}, “${words}” (${pinpoint}).` }] }],
  };
}
