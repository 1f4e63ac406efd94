import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  code: string;
  name: string;
  known: boolean;
  colleges: number;
  groups: number;
  studying: number;
  onLeave: number;
  lost: number;
  quota: number;
  target: number;
  paid: number;
  own: number;
}

/** Below this many students of other colleges a figure would point at persons. */
const LEAST = 3;

/** Counts by code. A college sees the region's counts too, unless what others add to its own is one or two students. */
export const countContingent = useCase(contract.countContingent, {
  right: 'programmes.contingent.read',
  async run({ input, tx, actor, scope, today }) {
    const reach = scope === 'organisation' ? 'all' : scope;
    const seen = within(reach, actor, { municipality: 'p.municipality_id' });
    const year = input.intakeYear ?? null;
    const { rows } = await sql<Row>`select p.code, coalesce(max(i.name), max(p.name)) as name,
        coalesce(bool_or(i.status <> 'unknown'), false) as known, count(distinct p.organisation_id)::int as colleges,
        count(distinct s.group_id) filter (where s.status in ('studying', 'leave'))::int as groups,
        count(*) filter (where s.status = 'studying')::int as studying,
        count(*) filter (where s.status = 'leave')::int as "onLeave",
        count(*) filter (where s.status in ('expelled', 'transferred'))::int as lost,
        count(*) filter (where s.status = 'studying' and s.funding = 'quota')::int as quota,
        count(*) filter (where s.status = 'studying' and s.funding = 'target')::int as target,
        count(*) filter (where s.status = 'studying' and s.funding = 'paid')::int as paid,
        count(*) filter (where s.status = 'studying' and p.organisation_id = ${actor.organisationId})::int as own
      from programmes.student_v s join programmes.programme_v p on p.id = s.programme_id
      left join classifiers.item_v i on i.list = 'spo' and i.code = p.code
      where ${seen} and (${year}::int is null or s.intake_year = ${year})
      group by p.code order by p.code`.execute(tx);
    const years = await sql<{ year: number }>`select distinct intake_year as year from programmes.study_group
      order by 1 desc`.execute(tx);
    return {
      years: years.rows.map((row) => row.year),
      rows: scope === 'organisation' ? rows.map(withheld) : rows,
      asOf: today,
    };
  },
});

/** A college reads of the region one figure a code; its own is in its own lists. */
function withheld(row: Row) {
  const others = row.studying - row.own;
  const rest = { groups: null, onLeave: null, lost: null, quota: null, target: null, paid: null };
  return { ...row, ...rest, studying: others === 0 || others >= LEAST ? row.studying : null };
}
