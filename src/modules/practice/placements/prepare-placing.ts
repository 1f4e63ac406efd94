import type { Tx } from '../../../platform/database/index.ts';
import type { Scope } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';
import { notFound } from '../../../platform/use-case/index.ts';
import { loadOffer } from '../offers/load-offer.ts';
import { loadPlan } from '../plans/load-plan.ts';
import { findAgreement } from './find-agreement.ts';
import type { Placing } from './judge-placing.ts';
import { readCandidates } from './read-candidates.ts';

interface Asked {
  planId: string;
  offerId: string;
  studentIds: readonly string[] | null;
  from: string | null;
  to: string | null;
  minutesADay: number | null;
  contractNumber: string | null;
  lock: boolean;
}

/** Gathers all that placing is judged by: plan, offer, students, agreement. `lock` for a real placing. */
export async function preparePlacing(
  tx: Tx,
  { scope, actor }: { scope: Scope; actor: Actor },
  { planId, offerId, studentIds, minutesADay, contractNumber, lock, ...asked }: Asked,
): Promise<Placing> {
  const plan = await loadPlan(tx, { id: planId, scope, actor, lock });
  const offer = await loadOffer(tx, offerId, lock);
  const from = asked.from ?? plan.from;
  const to = asked.to ?? plan.to;
  const agreement = await findAgreement(tx, {
    organisationId: plan.organisationId,
    hostId: offer.organisationId,
    from,
    to,
  });
  // a restricted plant's places are not even known to be there without an agreement
  if (offer.state === 'draft' || (offer.accessClass === 'restricted' && !agreement?.holds)) throw notFound();
  const candidates = await readCandidates(tx, { groupId: plan.groupId, studentIds, from, to });
  if (studentIds && candidates.length < new Set(studentIds).size) throw notFound();
  return { plan, offer, candidates, from, to, minutesADay, employed: contractNumber !== null, agreement };
}
