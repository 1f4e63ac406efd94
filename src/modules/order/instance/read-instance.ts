import { sql } from 'kysely';
import type { OrderInstance } from '../../../engines/seats/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { readColleges } from './colleges.ts';
import { readNeeds } from './needs.ts';
import { closedWorkshops, readPolicies } from './policies.ts';
import { orderSetting, type Question } from './question.ts';
import { readReach } from './reach.ts';
import { readRetraining } from './retraining.ts';

/**
 * The whole question of an order as the engine's own document: what the certificate will speak of. Ids are the
 * region's own, so every seat leads back to its programme and every share to its need line.
 */
export async function readInstance(tx: Tx, question: Question): Promise<OrderInstance> {
  const { decisionYear, asOf } = question;
  const intakes = await orderSetting(tx, 'order.intakes', asOf);
  const years = await sql<{
    last: number;
  }>`select max(year)::int as last from forecast.cell_v where run_id = ${question.forecastRunId}`.execute(tx);
  const places = await tx
    .selectFrom('registry.municipality_v')
    .select(['id', 'name', 'zone_code', 'zone_name'])
    .orderBy('id')
    .execute();
  const zones = new Map(places.map((place) => [place.zone_code, place.zone_name]));
  const { closed, ...supply } = await readColleges(tx, question);
  const intakeYears = Array.from({ length: intakes }, (_, i) => decisionYear + i);
  const retraining = await readRetraining(tx);
  const taught = [...supply.crosswalk, ...retraining.courses].map(({ occupation }) => occupation);
  // what is taught may be an occupation nobody was forecast to need
  const occupations = await sql<{ id: string; name: string; priority: number }>`
    select o.id, coalesce(i.name, o.id) as name, coalesce((i.attributes ->> 'priority')::float8, 1) as priority
    from (select occupation as id from forecast.cell_v where run_id = ${question.forecastRunId}
      union select unnest(${[...new Set(taught)]}::text[])) o
    left join classifiers.item_v i on i.list = 'occupation' and i.code = o.id order by 1`.execute(tx);
  const pairOf = new Map(supply.pairs.map((pair) => [pair.programmeId, pair]));
  return {
    format: 'rostok-order/1',
    id: question.variantId,
    title: question.title,
    decisionYear,
    intakes,
    horizonYear: Math.max(years.rows[0]?.last ?? decisionYear, decisionYear + 5),
    zones: [...zones].map(([id, name]) => ({ id, name, applicantArea: 'region' })),
    districts: places.map(({ id, name, zone_code }) => ({ id, name, zone: zone_code })),
    occupations: occupations.rows,
    ...supply,
    pairs: supply.pairs.map(({ programmeId: _, ...pair }) => pair),
    reach: await readReach(tx, asOf),
    ...(await readNeeds(tx, question)),
    ...retraining,
    fairness: [],
    policies: [...(await readPolicies(tx, asOf, supply.programmes)), ...closedWorkshops(closed, intakeYears)],
    decisions: question.decisions.flatMap(({ programmeId, seats, reason }) => {
      const pair = pairOf.get(programmeId);
      return pair
        ? [{ college: pair.college, programme: pair.programme, year: decisionYear, seats, reason }]
        : [];
    }),
  };
}
