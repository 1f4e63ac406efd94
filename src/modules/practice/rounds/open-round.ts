import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { bulkInsert } from '../../../platform/database/index.ts';
import { beginState } from '../../../platform/states/index.ts';
import { type FieldFault, notFound, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { roundStates } from '../states.ts';
import { crossingLimits } from './crossing-limits.ts';
import { LIVE } from './live.ts';
import type { openingFields } from './schemas.ts';

export interface PlanFacts {
  id: string;
  organisationId: string;
  groupId: string;
  group: string;
  state: string;
  heldAt: string;
  isDemo: boolean;
  busy: string | null;
}
interface OfferFacts {
  id: string;
  title: string;
  state: string;
  accessClass: string;
  hostId: string;
  capacity: number;
  busy: string | null;
  fits: boolean;
}

/** Opens a round: the seed is drawn now and only its hash is told, before anybody has ranked a place. */
export const openRound = useCase(contract.openRound, {
  right: 'practice.round.lead',
  async run(args) {
    const { input, tx, actor, scope, newId, change } = args;
    // two openings at once follow one another, so that neither overlooks the other's places
    await sql`lock table practice.round in share row exclusive mode`.execute(tx);
    const planIds = input.planIds;
    const offerIds = input.offers.map(({ id }) => id);
    const plans = await readPlans(tx, planIds);
    if (plans.length < new Set(planIds).size) throw notFound();
    if (scope !== 'all' && plans.some((plan) => plan.organisationId !== actor.organisationId))
      throw notFound();
    const offers = await readOffers(tx, offerIds, planIds);
    if (offers.length < new Set(offerIds).size) throw notFound();
    const fields = [
      ...faultsOfPlans(planIds, plans),
      ...faultsOfOffers(input.offers, offers),
      ...faultsOfLimits(input, offers),
    ];
    if (fields.length === 0)
      fields.push(
        ...(await crossingLimits(tx, { planIds, offerIds, quotas: input.quotas, caps: input.caps })),
      );
    if (input.freezesAt <= input.opensAt)
      fields.push({ path: 'freezesAt', key: 'practice:round.error.freezesBeforeOpening' });
    const [first] = fields;
    if (first) throw refuse(first.key, first.params, { fields, status: 409 });

    const id = newId();
    const seed = randomBytes(32);
    const commitment = createHash('sha256').update(seed).digest('hex');
    await sql`insert into practice.round (id, title, school_year, rule, state, opens_at, freezes_at, seed_commitment, seed,
        organisation_id, policy, classes, quotas, caps, leftovers, answer_by, rule_version, is_demo)
      values (${id}, ${input.title}, ${input.schoolYear}, ${input.rule}, ${roundStates.initial}, ${input.opensAt},
        ${input.freezesAt}, ${commitment}, ${seed.toString('hex')}, ${scope === 'all' ? null : actor.organisationId},
        ${input.policy}, ${JSON.stringify(input.classes)}::jsonb, ${JSON.stringify(input.quotas)}::jsonb,
        ${JSON.stringify(input.caps)}::jsonb, ${input.leftovers}, ${input.answerBy}, ${RULE_VERSION}, ${plans.every((plan) => plan.isDemo)})`.execute(
      tx,
    );
    await bulkInsert(
      tx,
      'practice.round_plan',
      planIds.map((planId) => ({ round_id: id, plan_id: planId })),
    );
    await bulkInsert(
      tx,
      'practice.round_offer',
      input.offers.map((offer) => ({ round_id: id, offer_id: offer.id, seats: offer.seats })),
    );
    await beginState(args, roundStates, id);
    const { title, rule, policy, classes, quotas, caps, leftovers } = input;
    change({
      subject: { kind: 'practice.round', id, organisationId: actor.organisationId },
      after: {
        title,
        rule,
        policy,
        classes,
        quotas,
        caps,
        leftovers,
        commitment,
        plans: planIds.length,
        offers: offerIds.length,
      },
    });
    args.emit('practice.round.opened', { id, commitment });
    return { id, commitment };
  },
});

type Tx = Parameters<typeof beginState>[0]['tx'];
type Opening = z.output<typeof openingFields>;

/** A round that begins under one version of the rule ends under it. */
const RULE_VERSION = 'rostok-placement/1';

/** Limits the chosen rule cannot hold, and those of places or enterprises that are not in the round. */
function faultsOfLimits({ quotas, caps, rule }: Opening, offers: readonly OfferFacts[]): FieldFault[] {
  const places = new Set(offers.map(({ id }) => id));
  const hosts = new Set(offers.map(({ hostId }) => hostId));
  const faults = quotas.flatMap(({ offerId, hostId, kind }, at): FieldFault[] => {
    const path = `quotas.${at}`;
    const known = offerId ? places.has(offerId) : hosts.has(hostId ?? '');
    return [
      ...(known ? [] : [{ path, key: 'practice:round.error.limitOutside' }]),
      ...(rule === 'place-more' || rule === 'place-optimal' || (rule === 'best-ranks' && kind === 'reserve')
        ? [{ path, key: 'practice:round.error.quotaRule', params: { rule: `practice:round.rule.${rule}` } }]
        : []),
    ];
  });
  caps.forEach(({ hostId }, at) => {
    if (!hosts.has(hostId)) faults.push({ path: `caps.${at}`, key: 'practice:round.error.limitOutside' });
  });
  return faults;
}

export async function readPlans(tx: Tx, ids: readonly string[]): Promise<PlanFacts[]> {
  const { rows } =
    await sql<PlanFacts>`select p.id, p.organisation_id as "organisationId", p.group_id as "groupId",
      g.code as "group", p.state, p.held_at as "heldAt", p.is_demo as "isDemo",
      (select r.title from practice.round_plan x join practice.round r on r.id = x.round_id join practice.plan q on q.id = x.plan_id
        where q.group_id = p.group_id and q.period && p.period and r.state in ${LIVE} limit 1) as busy
    from practice.plan p join programmes.study_group_v g on g.id = p.group_id
    where p.id in (${sql.join(ids)}) order by p.id for update of p`.execute(tx);
  return rows;
}

async function readOffers(tx: Tx, ids: readonly string[], planIds: readonly string[]): Promise<OfferFacts[]> {
  // by kinds of practice, not by single ones: a region has hundreds of practices on the same days
  const { rows } = await sql<OfferFacts>`
    with asked as materialized (select p.period, p.kind, g.programme_code, array_agg(distinct p.organisation_id) as colleges
      from practice.plan p join programmes.study_group_v g on g.id = p.group_id where p.id in (${sql.join(planIds)})
      group by 1, 2, 3)
    select f.id, f.title, f.state, f.access_class as "accessClass", f.organisation_id as "hostId", f.capacity,
      (select r.title from practice.round_offer x join practice.round r on r.id = x.round_id
        where x.offer_id = f.id and x.left_on is null and r.state in ${LIVE} limit 1) as busy,
      exists (select 1 from asked a where f.period @> a.period and a.programme_code = any (f.programmes)
        and a.kind = any (f.kinds) and (f.kept_for is null or f.kept_for = any (a.colleges))) as fits
    from practice.offer f where f.id in (${sql.join(ids)}) order by f.id for update of f`.execute(tx);
  return rows;
}

export function faultsOfPlans(ids: readonly string[], plans: readonly PlanFacts[]): FieldFault[] {
  return plans.flatMap((plan) => {
    const path = `planIds.${ids.indexOf(plan.id)}`;
    const { group } = plan;
    const faults: FieldFault[] = [];
    if (plan.state !== 'approved')
      faults.push({ path, key: 'practice:round.error.planDraft', params: { group } });
    if (plan.heldAt !== 'enterprise')
      faults.push({ path, key: 'practice:round.error.planInside', params: { group } });
    if (plan.busy)
      faults.push({ path, key: 'practice:round.error.groupBusy', params: { group, round: plan.busy } });
    if (plans.some((other) => other.id < plan.id && other.groupId === plan.groupId))
      faults.push({ path, key: 'practice:round.error.groupTwice', params: { group } });
    return faults;
  });
}

function faultsOfOffers(
  asked: readonly { id: string; seats: number }[],
  offers: readonly OfferFacts[],
): FieldFault[] {
  return offers.flatMap((offer) => {
    const at = asked.findIndex(({ id }) => id === offer.id);
    const path = `offers.${at}`;
    const { title } = offer;
    const faults: FieldFault[] = [];
    if (asked.filter(({ id }) => id === offer.id).length > 1)
      faults.push({ path, key: 'practice:round.error.placeTwice', params: { title } });
    if (offer.state !== 'open')
      faults.push({
        path,
        key: offer.busy ? 'practice:round.error.placeBusy' : 'practice:round.error.placeNotOpen',
        params: { title, round: offer.busy, state: `practice:state.offer.${offer.state}` },
      });
    else if (offer.busy)
      faults.push({ path, key: 'practice:round.error.placeBusy', params: { title, round: offer.busy } });
    if (offer.accessClass !== 'open')
      faults.push({ path, key: 'practice:round.error.placeRestricted', params: { title } });
    if (!offer.fits) faults.push({ path, key: 'practice:round.error.placeFitsNobody', params: { title } });
    const seats = asked[at]?.seats ?? 0;
    if (seats > offer.capacity)
      faults.push({
        path: `${path}.seats`,
        key: 'practice:round.error.moreThanOffered',
        params: { title, seats, capacity: offer.capacity },
      });
    return faults;
  });
}
