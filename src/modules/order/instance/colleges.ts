import { sql } from 'kysely';
import type {
  Applicants,
  Budget,
  College,
  CrosswalkEdge,
  LicensedPair,
  Programme,
  Workshop,
} from '../../../engines/seats/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { readProgrammeShares } from '../../forecast/index.ts';
import { matchedShare } from './matched-share.ts';
import { orderSetting, type Question } from './question.ts';

interface ProgrammeRow {
  id: string;
  organisation_id: string;
  code: string;
  name: string;
  field_group: string | null;
  base: 9 | 11;
  form: string;
  months: number;
  capacity: number;
  workshop_id: string | null;
  is_new: boolean;
  last_seats: number;
  applied: number | null;
  signed: number;
  is_rural: boolean;
}

/** A workshop that holds nobody: the programmes taught in it get no seats, and the order says why. */
export interface ClosedWorkshop {
  id: string;
  name: string;
  college: string;
  programmes: string[];
}

interface Supply {
  colleges: College[];
  programmes: Programme[];
  workshops: Workshop[];
  pairs: (LicensedPair & { programmeId: string })[];
  crosswalk: CrosswalkEdge[];
  applicants: Applicants[];
  budgets: Budget[];
  closed: ClosedWorkshop[];
}

const FORMS: Record<string, Programme['form']> = {
  'full-time': 'full-time',
  'part-time': 'part-time',
  evening: 'evening',
};
const variantOf = (row: { code: string; base: number; form: string }) =>
  `${row.code}-${row.base}-${row.form}`;

/** Colleges, what they may teach and how much, who may come, what it costs. */
export async function readColleges(tx: Tx, { decisionYear, asOf, budgetChange }: Question): Promise<Supply> {
  const colleges = await readPlaces(tx, decisionYear);
  const open = new Set(colleges.map((college) => college.id));
  const all = await sql<ProgrammeRow>`
    select p.id, p.organisation_id, p.code, p.name, i.parent as field_group, p.base, p.form, p.months, p.capacity, p.workshop_id,
      p.is_new, coalesce(s.seats, 0)::int as last_seats, s.applied,
      coalesce(t.seats, 0)::int as signed, coalesce(m.is_rural, false) as is_rural
    from programmes.programme_v p
    left join registry.municipality_v m on m.id = p.municipality_id
    left join classifiers.item_v i on i.list = 'spo' and i.code = p.code
    left join lateral (
      select sum(l.seats) as seats, sum(l.applied)::int as applied from programmes.seat_line_v l
      where l.programme_id = p.id and l.intake_year = ${decisionYear - 1} and l.funding <> 'paid'
    ) s on true
    left join lateral (
      select sum(l.seats) as seats from programmes.seat_line_v l
      where l.programme_id = p.id and l.intake_year = ${decisionYear} and l.funding = 'target'
    ) t on true
    where p.closed_on is null and p.capacity > 0 order by p.id`.execute(tx);
  // a college whose places nobody has stated, or that has none, takes nobody
  const rows = all.rows.filter((row) => open.has(row.organisation_id));
  const workshops = (await readWorkshops(tx)).filter((workshop) => open.has(workshop.college));
  const room = new Map(workshops.map((workshop) => [workshop.id, workshop.capacity]));
  const shut = (row: ProgrammeRow) => row.workshop_id !== null && room.get(row.workshop_id) === 0;
  const shares = await readProgrammeShares(tx, Number(asOf.slice(0, 4)));
  const groupMin = await orderSetting(tx, 'order.groupMin', asOf);
  const groupMax = await orderSetting(tx, 'order.groupMax', asOf);
  const groupMinRural = await orderSetting(tx, 'order.groupMinRural', asOf);
  const cap = await orderSetting(tx, 'order.stabilityCap', asOf);
  const intakes = await orderSetting(tx, 'order.intakes', asOf);
  const last = decisionYear + intakes - 1;
  const cost = await orderSetting(tx, 'order.costPerStudentYear', asOf);
  const byGroup = await orderSetting(tx, 'order.costByGroup', asOf);
  const variants = new Map(rows.map((row) => [variantOf(row), row]));
  return {
    colleges,
    workshops: workshops.filter((workshop) => workshop.capacity > 0),
    closed: workshops
      .filter((workshop) => workshop.capacity === 0)
      .map(({ id, name, college }) => ({
        id,
        name,
        college,
        programmes: rows.filter((row) => row.workshop_id === id).map(variantOf),
      })),
    programmes: [...variants].map(([id, row]) => {
      const own = shares(row.code);
      return {
        id,
        code: row.code,
        name: row.name,
        group: row.field_group ?? '',
        base: row.base,
        form: FORMS[row.form] ?? 'full-time',
        months: row.months,
        groupMin,
        groupMax,
        costPerStudentYear: byGroup[row.field_group ?? ''] ?? cost,
        dropoutPerYear: own.dropout,
        graduation: own.graduation,
        armyShare: own.army,
        armyReturn: 0.8,
        inField: Math.round(matchedShare(own) * 10_000) / 10_000,
      };
    }),
    pairs: rows.map((row) => ({
      programmeId: row.id,
      college: row.organisation_id,
      programme: variantOf(row),
      lastYear: row.last_seats,
      maxGroups: Math.max(1, Math.ceil(row.capacity / groupMax)),
      ...(row.workshop_id && !shut(row) ? { workshop: row.workshop_id } : {}),
      isNew: row.is_new,
      // a change of at least one group is always allowed: small programmes open every second year
      ...(shut(row) ? {} : { maxCut: Math.max(groupMax, Math.round(row.last_seats * cap)) }),
      maxRise: Math.max(groupMax, Math.round(row.last_seats * cap)),
      // target contracts signed for this intake already: their seats must exist
      ...(row.signed > 0 ? { minSeats: row.signed } : {}),
      ...(row.is_rural ? { groupMin: groupMinRural } : {}),
    })),
    crosswalk: await readEdges(tx, variants, asOf),
    applicants: await readApplicants(tx, decisionYear, last),
    budgets: await readBudgets(tx, decisionYear, last, budgetChange),
  };
}

async function readPlaces(tx: Tx, decisionYear: number): Promise<College[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    district: string;
    places: number;
    legacy: { year: number; students: number }[] | null;
  }>`
    select o.id, o.short_name as name, o.municipality_id as district, c.places,
      (select jsonb_agg(jsonb_build_object('year', y, 'students', students) order by y) from (
        select y, sum(k.studying)::int as students from generate_series(${decisionYear}::int, ${decisionYear + 5}::int) y
        join programmes.contingent_v k on k.organisation_id = o.id and k.graduation_year > y group by y) l) as legacy
    from registry.organisation_v o join programmes.college_v c on c.organisation_id = o.id
    where o.municipality_id is not null and c.places > 0 and exists (
      select 1 from programmes.programme_v p where p.organisation_id = o.id and p.closed_on is null and p.capacity > 0)
    order by o.id`.execute(tx);
  return rows.map(({ legacy, ...college }) => ({ ...college, legacy: legacy ?? [] }));
}

async function readWorkshops(tx: Tx): Promise<Workshop[]> {
  const { rows } =
    await sql<Workshop>`select id, name, organisation_id as college, places as capacity from programmes.workshop_v order by id`.execute(
      tx,
    );
  return rows;
}

async function readEdges(
  tx: Tx,
  variants: Map<string, { code: string }>,
  asOf: string,
): Promise<CrosswalkEdge[]> {
  const { rows } = await sql<{ code: string; occupation: string; share: number }>`
    select from_code as code, to_code as occupation, weight::float8 as share from classifiers.edge_v
    where from_list = 'spo' and to_list = 'occupation' and valid @> ${asOf}::date order by 1, 2`.execute(tx);
  return [...variants].flatMap(([programme, { code }]) =>
    rows
      .filter((edge) => edge.code === code)
      .map(({ occupation, share }) => ({ programme, occupation, share })),
  );
}

/** School leavers who come to colleges; colleges stand in towns, so the region is one pool of applicants. */
async function readApplicants(tx: Tx, first: number, last: number): Promise<Applicants[]> {
  const { rows } = await sql<{ year: number; nine: number; eleven: number }>`
    select year, floor(sum(grade9 * share9))::int as nine, floor(sum(grade11 * share11))::int as eleven
    from training_order.applicants_v where year between ${first} and ${last} group by year order by year`.execute(
    tx,
  );
  return rows.flatMap(({ year, nine, eleven }) => [
    { area: 'region', year, base: 9 as const, count: nine },
    { area: 'region', year, base: 11 as const, count: eleven },
  ]);
}

async function readBudgets(tx: Tx, first: number, last: number, change: number): Promise<Budget[]> {
  const { rows } =
    await sql<Budget>`select source as id, name, year, amount, committed from training_order.budget_v
    where source like '%spo%' and year between ${first} and ${last} order by source, year`.execute(tx);
  return rows.map((budget) => ({ ...budget, amount: Math.round(budget.amount * (1 + change)) }));
}
