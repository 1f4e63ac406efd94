import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import {
  type Baseline,
  hintSeats,
  type OrderInstance,
  type OrderResult,
  seatShares,
  wholeShare,
  whySeats,
} from '../../../engines/seats/index.ts';
import { bulkInsert, type Tx } from '../../../platform/database/index.ts';

interface Solved {
  variantId: string;
  instance: OrderInstance;
  order: OrderResult;
  baselines: Baseline[];
  now: string;
  newId(): string;
}

/** Stores a calculated order whole: seats with their reasons, the need lines behind them, certificate, comparison. */
export async function saveOrder(
  tx: Tx,
  { variantId, instance, order, baselines, now, newId }: Solved,
): Promise<void> {
  const { plan, model, stages } = order;
  const programmeIds = await readProgrammeIds(tx);
  const y = stages.stages[0]?.duals ?? new Float64Array();
  const last = new Map(instance.pairs.map((p) => [`${p.college} ${p.programme}`, p.lastYear]));
  const base = await readBase(tx, variantId);
  const decided = new Map(
    (instance.decisions ?? []).map((d) => [`${d.college} ${d.programme} ${d.year}`, d.reason]),
  );
  const planned = new Map(plan.seats.map((s) => [`${s.college} ${s.programme} ${s.year}`, s]));
  const years = Array.from({ length: instance.intakes }, (_, i) => instance.decisionYear + i);
  const lines = instance.pairs.flatMap(({ college, programme }) =>
    years.flatMap((year) => {
      const seat = planned.get(`${college} ${programme} ${year}`);
      const lastYear = last.get(`${college} ${programme}`) ?? 0;
      const first = year === instance.decisionYear;
      const reason = decided.get(`${college} ${programme} ${year}`) ?? null;
      // of the decided intake every licensed programme is kept: «почему ни одного?» is asked too
      if (!seat?.seats && !first) return [];
      const programmeId = programmeIds.get(`${college} ${programme}`);
      if (!programmeId) return [];
      const seats = Math.round(seat?.seats ?? 0);
      return [
        {
          id: newId(),
          variant_id: variantId,
          programme_id: programmeId,
          intake_year: year,
          groups: Math.round(seat?.groups ?? 0),
          // of a decided line, what the calculation gave before anybody decided
          calculated: reason === null ? seats : (base.get(`${programmeId} ${year}`) ?? seats),
          seats,
          last_year: first ? lastYear : 0,
          reason,
          why: first ? whySeats(instance, model, stages.x, y, plan, { college, programme, year }) : null,
        },
      ];
    }),
  );
  await bulkInsert(tx, 'training_order.seat_line', lines);
  await bulkInsert(tx, 'training_order.backing', backing(instance, order, variantId, programmeIds));
  for (const [name, text] of Object.entries(order.files))
    await sql`insert into training_order.variant_file (variant_id, name, content_gz) values (${variantId}, ${name}, ${gzipSync(text)})`.execute(
      tx,
    );
  await sql`insert into training_order.variant_file (variant_id, name, content_gz)
    values (${variantId}, 'x.f64', ${gzipSync(new Uint8Array(stages.x.buffer, stages.x.byteOffset, stages.x.byteLength))})`.execute(
    tx,
  );
  const summary = await summarise(tx, variantId, { instance, order, baselines });
  await sql`update training_order.variant set state = 'calculated', calculated_at = ${now}, rev = rev + 1,
    certificate = ${JSON.stringify(order.certificate)}::jsonb, summary = ${JSON.stringify(summary)}::jsonb
    where id = ${variantId} and state = 'running'`.execute(tx);
}

/** Calculated seats of the variant this one departs from, by programme and year. */
async function readBase(tx: Tx, variantId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ programme_id: string; intake_year: number; calculated: number }>`
    select s.programme_id, s.intake_year, s.calculated from training_order.seat_line s
    join training_order.variant v on v.based_on = s.variant_id where v.id = ${variantId}`.execute(tx);
  return new Map(rows.map((row) => [`${row.programme_id} ${row.intake_year}`, row.calculated]));
}

async function readProgrammeIds(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; organisation_id: string; variant: string }>`
    select id, organisation_id, code || '-' || base || '-' || form as variant from programmes.programme_v`.execute(
    tx,
  );
  return new Map(rows.map((row) => [`${row.organisation_id} ${row.variant}`, row.id]));
}

/** People of the decided intake by the need line they will serve; what no line backs is the model's part. */
function backing(
  instance: OrderInstance,
  { plan }: OrderResult,
  variantId: string,
  programmeIds: Map<string, string>,
) {
  return plan.seats
    .filter((seat) => seat.year === instance.decisionYear && seat.seats > 0)
    .flatMap(({ college, programme, year, seats }) => {
      const programmeId = programmeIds.get(`${college} ${programme}`);
      if (!programmeId) return [];
      return seatShares(instance, plan, college, programme, year)
        .filter((share) => share.kind === 'line' || share.kind === 'model')
        .map((share) => ({
          variant_id: variantId,
          programme_id: programmeId,
          occupation: share.occupation ?? '',
          zone: share.zone ?? '',
          year: share.year ?? year,
          need_line_id: share.line ?? null,
          people: (seats * share.share) / wholeShare,
        }));
    });
}

async function summarise(
  tx: Tx,
  variantId: string,
  { instance, order, baselines }: Pick<Solved, 'instance' | 'order' | 'baselines'>,
) {
  const { decisionYear } = instance;
  const intake = order.plan.seats.filter((seat) => seat.year === decisionYear && seat.seats > 0);
  const months = new Map(instance.programmes.map((p) => [p.id, p.months]));
  // the first year in which a base-nine specialist of this intake can start
  const needYear = decisionYear + 4;
  const needs = instance.needs.filter((need) => need.year === needYear);
  const licensed = new Set(instance.pairs.map((pair) => pair.programme));
  const taught = new Set(
    instance.crosswalk.filter((edge) => licensed.has(edge.programme)).map((edge) => edge.occupation),
  );
  const people = <T extends { occupation: string }>(list: T[], value: (one: T) => number, own = false) =>
    list.reduce((sum, one) => (own && !taught.has(one.occupation) ? sum : sum + value(one)), 0);
  const open = (plan: OrderResult['plan']) => plan.unmet.filter((u) => u.year === needYear);
  const unmet = (plan: OrderResult['plan'], own = false) => people(open(plan), (u) => u.people, own);
  const without = new Set(
    open(order.plan)
      .filter((u) => u.people >= 0.5)
      .map((u) => u.occupation),
  );
  const cost = intake.reduce((sum, seat) => {
    const programme = instance.programmes.find((p) => p.id === seat.programme);
    return sum + seat.seats * (programme?.costPerStudentYear ?? 0) * ((months.get(seat.programme) ?? 0) / 12);
  }, 0);
  const band = await sql<{
    low: number;
    high: number;
  }>`select coalesce(sum(low), 0)::float8 as low, coalesce(sum(high), 0)::float8 as high
    from forecast.cell_v c join training_order.variant v on v.forecast_run_id = c.run_id where v.id = ${variantId} and c.year = ${needYear}`.execute(
    tx,
  );
  return {
    seats: intake.reduce((sum, seat) => sum + Math.round(seat.seats), 0),
    lastYear: instance.pairs.reduce((sum, pair) => sum + pair.lastYear, 0),
    groups: intake.reduce((sum, seat) => sum + Math.round(seat.groups), 0),
    colleges: new Set(intake.map((seat) => seat.college)).size,
    programmes: new Set(intake.map((seat) => seat.programme)).size,
    needYear,
    need: people(needs, (need) => need.amount),
    low: band.rows[0]?.low ?? 0,
    high: band.rows[0]?.high ?? 0,
    unmet: unmet(order.plan),
    unmetOccupations: without.size,
    taught: {
      need: people(needs, (need) => need.amount, true),
      unmet: unmet(order.plan, true),
      occupations: [...without].filter((occupation) => taught.has(occupation)).length,
    },
    cost: Math.round(cost),
    needLines: instance.needs.reduce((sum, need) => sum + (need.lines?.length ?? 0), 0),
    baselines: baselines.map(({ id, plan, check }) => ({
      id,
      unmet: unmet(plan),
      taughtUnmet: unmet(plan, true),
      goal: check.goals[0],
    })),
    goal: order.certificate.final.goals[0],
    hintSeats: instance.programmes.reduce(
      (sum, programme) => sum + hintSeats(instance, programme.id, decisionYear).seats,
      0,
    ),
  };
}
