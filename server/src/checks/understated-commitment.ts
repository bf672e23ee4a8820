/** A claim that is weaker than the commitment it restates. */
import type { Check } from './check.ts';
import { reportClaim } from './overstated-commitment.ts';

export const understatedCommitment: Check = {
  id: 'understated-commitment',
  severity: 'hint',
  summary: 'a claim weaker than the commitment it restates',
  *run(analysis) {
    for (const claim of analysis.claims) if (claim.verdict === 'understated') yield reportClaim(analysis, claim);
  },
};
