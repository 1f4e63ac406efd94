import { sql } from 'kysely';
import { PlacementInputError, runPlacement } from '../../../engines/placement/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { FieldFault } from '../../../platform/use-case/index.ts';
import { limitsOf } from './build-snapshot.ts';
import type { Cap, Quota } from './schemas.ts';

interface Limits {
  planIds: readonly string[];
  offerIds: readonly string[];
  quotas: readonly Quota[];
  caps: readonly Cap[];
}

/**
 * Shares that overlap without one lying inside the other (a college's over all places of an enterprise, and a place there
 * that takes other colleges too) have no stable answer, and the computation would refuse them when everybody has chosen
 * already. So one student of every college and speciality asks for every place that takes him, and the engine itself
 * says which limits cross.
 */
export async function crossingLimits(
  tx: Tx,
  { planIds, offerIds, quotas, caps }: Limits,
): Promise<FieldFault[]> {
  if (quotas.length === 0) return [];
  const { rows: kinds } = await sql<{ college: string; programme: string }>`
    select distinct p.organisation_id as college, g.programme_code as programme
    from practice.plan p join programmes.study_group_v g on g.id = p.group_id
    where p.id in (${sql.join(planIds)}) order by 1, 2`.execute(tx);
  const { rows: offers } = await sql<{ id: string; host: string; programmes: string[] }>`select id,
      organisation_id as host, to_jsonb(programmes) as programmes from practice.offer
    where id in (${sql.join(offerIds)}) order by id`.execute(tx);
  const told = limitsOf(
    { quotas, caps },
    new Set(offers.map(({ id }) => id)),
    new Set(offers.map(({ host }) => host)),
  );
  const limited = new Set(told.employers?.map(({ id }) => id));
  const students = kinds.map(({ college, programme }, at) => ({
    id: at,
    college,
    programme,
    ranks: offers.filter(({ programmes }) => programmes.includes(programme)).map(({ id }) => id),
  }));
  const places = offers.map(({ id, host }) => ({
    id,
    capacity: 1,
    ...(limited.has(host) && { employer: host }),
  }));
  try {
    const rules = { rule: 'student-optimal', explain: false } as const;
    runPlacement({ students, places, ...told }, rules, new Uint8Array(32));
    return [];
  } catch (error) {
    if (!(error instanceof PlacementInputError)) throw error;
    const crossing = new Set(error.issues.map(({ path }) => hostOf(path)));
    return quotas.flatMap((quota, at) =>
      crossing.has(quota.hostId ?? offers.find(({ id }) => id === quota.offerId)?.host)
        ? [{ path: `quotas.${at}`, key: 'practice:round.error.quotasCross' }]
        : [],
    );
  }

  /** The enterprise where the limit of this path lies: limits of different ones never cross. */
  function hostOf(path: string): string | undefined {
    const [, list, at] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
    const k = Number(at);
    if (list === 'places') return offers[k]?.host;
    if (list === 'employers') return String(told.employers?.[k]?.id);
    const quota = told.quotas?.[k];
    return quota?.employer === undefined
      ? offers.find(({ id }) => id === quota?.place)?.host
      : String(quota.employer);
  }
}
