import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import { loadOffers, type Offer } from '../offers/load-offer.ts';
import type { Agreement } from '../placements/find-agreement.ts';
import {
  type Judged,
  judgeWith,
  type Placing,
  placingSettings,
  type Refused,
} from '../placements/judge-placing.ts';
import { type Candidate, readCandidates } from '../placements/read-candidates.ts';
import type { LoadedPlan } from '../plans/load-plan.ts';
import { planColumns, planFrom } from '../plans/plan-row.ts';

export interface Desk {
  plans: ReadonlyMap<string, LoadedPlan>;
  offers: ReadonlyMap<string, Offer>;
  /** All that placing these students here is judged by. */
  prepare(planId: string, offerId: string, studentIds: readonly string[]): Promise<Placing>;
  /** What the rules say; the least group is left to the draw, which counts all groups that come to the place. */
  judge(placing: Placing): Promise<{ all: Refused[]; each: Judged[] }>;
}

/**
 * Facts of a whole round read once: plans, places, agreements, students. A place that the round itself has frozen is
 * judged as an open one.
 */
export async function openDesk(
  tx: Tx,
  asked: { planIds: readonly string[]; offerIds: readonly string[]; lock: boolean },
): Promise<Desk> {
  const plans = await readPlans(tx, asked.planIds);
  const list = await loadOffers(tx, asked.offerIds, asked.lock);
  const offers = new Map(
    list.map((offer) => [offer.id, offer.state === 'frozen' ? { ...offer, state: 'open' as const } : offer]),
  );
  const agreements = await readAgreements(tx, [...plans.values()], list);
  const people = new Map<string, Map<string, Candidate>>();
  const settings = new Map<string, Record<string, unknown>>();
  const groupOf = async (plan: LoadedPlan) => {
    const known = people.get(plan.id);
    if (known) return known;
    const { groupId, from, to } = plan;
    const read = await readCandidates(tx, { groupId, studentIds: null, from, to });
    const group = new Map(read.map((one) => [one.studentId, one]));
    people.set(plan.id, group);
    return group;
  };
  return {
    plans,
    offers,
    async prepare(planId, offerId, studentIds) {
      const plan = found(plans.get(planId));
      const offer = found(offers.get(offerId));
      const group = await groupOf(plan);
      const candidates = studentIds.map((id) => found(group.get(id)));
      const agreement = agreements.get(`${plan.organisationId} ${offer.organisationId} ${plan.from}`) ?? null;
      const { from, to } = plan;
      return { plan, offer, candidates, from, to, minutesADay: null, employed: false, agreement };
    },
    async judge(placing) {
      let known = settings.get(placing.from);
      if (!known) {
        known = await placingSettings(tx, placing.from);
        settings.set(placing.from, known);
      }
      const { all, each } = judgeWith(placing, known);
      return { all: all.filter(({ rule }) => rule !== 'PL-07'), each };
    },
  };
}

async function readPlans(tx: Tx, ids: readonly string[]): Promise<Map<string, LoadedPlan>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<LoadedPlan>`select ${planColumns}, p.organisation_id as "organisationId",
      g.graduation_year as "graduationYear", p.is_demo as "isDemo"
    from ${planFrom} where p.id in (${sql.join(ids)})`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The practice agreement of every college with every host on the days of its practices, chosen as for one placing. */
async function readAgreements(
  tx: Tx,
  plans: readonly LoadedPlan[],
  offers: readonly Offer[],
): Promise<Map<string, Agreement>> {
  const days = plans.map(({ organisationId, from, to }) => ({
    college: organisationId,
    first: from,
    last: to,
  }));
  const unique = [...new Map(days.map((one) => [`${one.college} ${one.first}`, one])).values()];
  const hosts = [...new Set(offers.map(({ organisationId }) => organisationId))];
  if (unique.length === 0 || hosts.length === 0) return new Map();
  const { rows } = await sql<
    Agreement & { college: string; host: string; first: string }
  >`select distinct on (x.college, x.first, b.organisation_id)
      x.college, x.first::text as first, b.organisation_id as host, g.id, g.number,
      g.state in ('in_force', 'changing') as holds, true as "ofBoth", lower(g.valid) as "from", upper(g.valid) - 1 as "to"
    from jsonb_to_recordset(${JSON.stringify(unique)}::jsonb) as x (college uuid, first date, last date)
    join agreements.party_v a on a.organisation_id = x.college
    join agreements.agreement_v g on g.id = a.agreement_id and g.kind = 'practice' and g.state not in ('recalled', 'ended')
    join agreements.party_v b on b.agreement_id = g.id and b.organisation_id in (${sql.join(hosts)})
    order by x.college, x.first, b.organisation_id, (g.state in ('in_force', 'changing')) desc,
      (g.valid @> daterange(x.first, x.last, '[]')) desc, upper(g.valid) desc nulls first, g.id`.execute(tx);
  return new Map(
    rows.map(({ college, host, first, ...agreement }) => [`${college} ${host} ${first}`, agreement]),
  );
}
