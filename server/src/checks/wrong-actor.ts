/** A commitment given to a party that did not make it. */
import type { Check } from './check.ts';
import { reportClaim } from './overstated-commitment.ts';

export const wrongActor: Check = {
  id: 'wrong-actor',
  severity: 'warning',
  summary: 'a commitment given to a party that did not make it',
  *run(analysis) {
    for (const claim of analysis.claims) if (claim.verdict === 'wrong-actor') yield reportClaim(analysis, claim);
  },
};
