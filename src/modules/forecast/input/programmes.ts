import { sql } from 'kysely';
import type { Cohort, CrosswalkEdge, OccupationRef, ProgrammeRef } from '../../../engines/forecast/index.ts';
import type { Tx } from '../../../platform/database/index.ts';

interface Shares {
  army: number;
  furtherStudy: number;
  parental: number;
  otherRegion: number;
  inField: number;
}

interface OutcomeRow extends Shares {
  code: string | null;
  graduates: number;
}

/** Region-wide shares where a code has fewer graduates than this over its years. */
const FEW = 30;
const NOTHING_KNOWN: Shares = {
  army: 0.16,
  furtherStudy: 0.08,
  parental: 0.03,
  otherRegion: 0.05,
  inField: 0.65,
};

/** What becomes of graduates by programme code, from the monitoring; small codes take the region's shares. */
export async function readShares(tx: Tx): Promise<(code: string) => Shares> {
  const { rows } = await sql<OutcomeRow>`
    select code, sum(graduates)::int as graduates, sum(army)::float8 / nullif(sum(graduates), 0) as army,
      sum(further_study)::float8 / nullif(sum(graduates), 0) as "furtherStudy",
      sum(parental_leave)::float8 / nullif(sum(graduates), 0) as parental,
      sum(left_region)::float8 / nullif(sum(graduates), 0) as "otherRegion",
      -- rows of the federal form know only the whole of the employed, so they say nothing of the field
      sum(in_field)::float8 / nullif(sum(in_field + other_work + self_employed + unemployed)
        filter (where employed is null), 0) as "inField"
    from programmes.outcome_v group by grouping sets ((code), ())`.execute(tx);
  const round = (row: OutcomeRow): Shares => {
    const digits = (value: number | null, initial: number) =>
      Math.round((value ?? initial) * 10_000) / 10_000;
    return {
      army: digits(row.army, NOTHING_KNOWN.army),
      furtherStudy: digits(row.furtherStudy, NOTHING_KNOWN.furtherStudy),
      parental: digits(row.parental, NOTHING_KNOWN.parental),
      otherRegion: digits(row.otherRegion, NOTHING_KNOWN.otherRegion),
      inField: digits(row.inField, NOTHING_KNOWN.inField),
    };
  };
  const whole = rows.find((row) => row.code === null && row.graduates > 0);
  const region = whole ? round(whole) : NOTHING_KNOWN;
  const own = new Map(
    rows.filter((row) => row.code !== null && row.graduates >= FEW).map((row) => [row.code, round(row)]),
  );
  return (code) => own.get(code) ?? region;
}

interface CohortRow {
  organisation_id: string;
  code: string;
  zone: string;
  graduation_year: number;
  studying: number;
  lost: number;
  course: number;
}

/** Those who study now, by college, code and year of graduation. */
export async function readCohorts(
  tx: Tx,
  baseYear: number,
  sharesOf: (code: string) => Shares,
): Promise<Cohort[]> {
  const { rows } = await sql<CohortRow>`
    select c.organisation_id, c.code, m.zone_code as zone, c.graduation_year, sum(c.studying)::int as studying,
      sum(c.lost)::int as lost, min(c.course) as course
    from programmes.contingent_v c join registry.organisation_v o on o.id = c.organisation_id
    join registry.municipality_v m on m.id = o.municipality_id
    where c.graduation_year > ${baseYear} group by 1, 2, 3, 4 having sum(c.studying) > 0`.execute(tx);
  const dropout = yearlyDropout(rows);
  return rows.map((row) => {
    const { inField, ...leaving } = sharesOf(row.code);
    return {
      id: `${row.organisation_id}:${row.code}:${row.graduation_year}`,
      programme: row.code,
      college: row.organisation_id,
      zone: row.zone,
      graduationYear: row.graduation_year,
      students: row.studying,
      countedAt: baseYear,
      dropoutPerYear: dropout,
      graduateShare: 0.97,
      ...leaving,
      armyReturn: 0.8,
      inField,
      workZones: [],
    };
  });
}

/** Lost students of all courses over the years they have studied: one region-wide yearly share. */
export function yearlyDropout(rows: readonly { studying: number; lost: number; course: number }[]): number {
  const studentYears = rows.reduce((sum, row) => sum + (row.studying + row.lost) * row.course, 0);
  const lost = rows.reduce((sum, row) => sum + row.lost, 0);
  return studentYears === 0 ? 0 : Math.round((lost / studentYears) * 10_000) / 10_000;
}

/** Programme codes with what the closed formula of seats needs. */
export async function readProgrammes(
  tx: Tx,
  sharesOf: (code: string) => Shares,
  dropout: number,
): Promise<ProgrammeRef[]> {
  const { rows } = await sql<{ code: string; months: number }>`
    select code, max(months)::int as months from programmes.programme_v where closed_on is null group by code`.execute(
    tx,
  );
  return rows.map(({ code, months }) => {
    const { army, furtherStudy, parental, inField } = sharesOf(code);
    const retention = Math.round((1 - dropout) ** Math.ceil(months / 12) * 0.97 * 10_000) / 10_000;
    return { id: code, lengthMonths: months, retention, army, furtherStudy, parental, inField };
  });
}

/** Occupations with the ОКЗ group to fall back on. */
export async function readOccupations(tx: Tx): Promise<OccupationRef[]> {
  const { rows } = await sql<{ id: string; okz: string | null }>`
    select code as id, attributes ->> 'okz' as okz from classifiers.item_v where list = 'occupation'`.execute(
    tx,
  );
  return rows.map(({ id, okz }) => ({ id, fallback: okz ? [okz, okz.slice(0, 3)] : [] }));
}

/**
 * Occupation → programme, turned round from the list "programme → occupation": an occupation's need is divided
 * over the programmes that lead to it by weight × yearly capacity of the region's colleges. An occupation that no
 * open programme leads to is unmapped, and shown so.
 */
export async function readCrosswalk(tx: Tx, asOf: string): Promise<CrosswalkEdge[]> {
  const { rows } = await sql<{ id: string; from: string; programme: string; weight: number }>`
    with open as (
      select code, greatest(sum(capacity), 1)::float8 as capacity from programmes.programme_v where closed_on is null group by code
    ), led as (
      select e.id, e.to_code as occupation, e.from_code as programme, e.weight::float8 * o.capacity as pull
      from classifiers.edge_v e join open o on o.code = e.from_code
      where e.from_list = 'spo' and e.to_list = 'occupation' and e.valid @> ${asOf}::date
    )
    select id, occupation as "from", programme, pull / sum(pull) over (partition by occupation) as weight from led`.execute(
    tx,
  );
  return normalised(rows);
}

/** Weights rounded to six digits so that those of one occupation never exceed one. */
function normalised(rows: CrosswalkEdge[]): CrosswalkEdge[] {
  return rows
    .map((row) => ({ ...row, weight: Math.floor(row.weight * 1e6) / 1e6 }))
    .filter((row) => row.weight > 0);
}

/**
 * Shares of a programme code for other rooms: the same figures the forecast is computed with. `gone` are those who
 * study on, care for a child or leave the region, a share of all graduates like `army`.
 */
export async function readProgrammeShares(
  tx: Tx,
  baseYear: number,
): Promise<
  (code: string) => { dropout: number; graduation: number; army: number; gone: number; inField: number }
> {
  const sharesOf = await readShares(tx);
  const cohorts = await readCohorts(tx, baseYear, sharesOf);
  const dropout = cohorts[0]?.dropoutPerYear ?? 0;
  return (code) => {
    const { army, furtherStudy, parental, otherRegion, inField } = sharesOf(code);
    return { dropout, graduation: 0.97, army, gone: furtherStudy + parental + otherRegion, inField };
  };
}
