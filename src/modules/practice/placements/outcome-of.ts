import type { Facts } from './placement-facts.ts';
import type { SIDES } from './schemas.ts';

/**
 * What became of a placement, for hiring above and for the evidence of the forecast below: ids alone. Whoever keeps a
 * copy can be rebuilt from `practice.placement_v`.
 */
export const outcomeOf = (
  { id, personId, hostId, organisationId, planId, to }: Facts,
  result: 'finished' | 'offer' | 'employed' | 'failed',
  side: (typeof SIDES)[number] | null,
) => ({ id, result, side, personId, hostId, organisationId, planId, to });
