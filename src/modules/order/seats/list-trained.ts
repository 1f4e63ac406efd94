import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { studyingCourse, trainedLine, trainedOrder, trainedSeat } from './trained-contract.ts';

type Order = z.output<typeof trainedOrder>;
type Seat = z.output<typeof trainedSeat> & { lineId: string };
type Course = z.output<typeof studyingCourse> & { occupation: string };
type Line = Omit<z.output<typeof trainedLine>, 'people' | 'rest' | 'cause' | 'seats' | 'studying'> & {
  taught: boolean;
  /** Year of the first graduation of an approved order that leads to the occupation; null: none does. */
  firstYear: number | null;
};

/** Fewer people than this left make no open job. */
const NOBODY = 0.5;

function causeOf(line: Line, { people, rest }: { people: number; rest: number }) {
  if (rest < NOBODY) return 'covered' as const;
  if (people > 0) return 'partly' as const;
  if (!line.taught) return 'untaught' as const;
  return line.firstYear !== null && line.year < line.firstYear ? ('early' as const) : ('none' as const);
}

/** «Уже готовят для вас»: behind each need line of one's own enterprise, the seats of approved orders that serve it. */
export const listTrained = useCase(contract.listTrained, {
  right: 'order.trained.read',
  async run({ tx, actor, scope, today }) {
    if (!actor.organisationId) throw refuse('needs:error.noEnterprise');
    const own = sql`l.organisation_id = ${actor.organisationId} and l.state <> 'withdrawn'
      and l.year >= ${Number(today.slice(0, 4))}
      and ${within(scope, actor, { organisation: 'l.organisation_id', municipality: 'l.municipality_id' })}`;
    const orders =
      await sql<Order>`select id, version, decision_year as "decisionYear", approved_at as "approvedAt",
        document_number as "documentNumber" from training_order.variant_v where state = 'approved'
      order by decision_year`.execute(tx);
    const lines =
      await sql<Line>`select l.id, l.occupation, coalesce(i.name, l.occupation) as name, l.municipality,
        l.year, l.kind, l.count, coalesce(t.taught, false) as taught, t.first_year as "firstYear"
      from needs.line_v l left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation
      left join (
        select e.to_code as occupation, true as taught,
          min(s.intake_year + ceil(p.months / 12.0)::int) as first_year
        from classifiers.edge_v e join programmes.programme_v p on p.code = e.from_code and p.closed_on is null
        left join (training_order.seat_line_v s join training_order.variant_v v on v.id = s.variant_id
          and v.state = 'approved' and v.decision_year = s.intake_year) on s.programme_id = p.id and s.seats > 0
        where e.from_list = 'spo' and e.to_list = 'occupation' and e.valid @> ${today}::date group by 1
      ) t on t.occupation = l.occupation
      where ${own} order by l.year, i.sort_key nulls last, l.occupation, l.municipality, l.id`.execute(tx);
    const seats =
      await sql<Seat>`select b.need_line_id as "lineId", p.id as "programmeId", p.college, p.code, p.name,
        p.base, p.form, s.intake_year as "intakeYear", s.seats, s.groups,
        s.intake_year + ceil(p.months / 12.0)::int as "graduationYear", sum(b.people)::float8 as people
      from training_order.backing_v b
      join training_order.variant_v v on v.id = b.variant_id and v.state = 'approved'
      join training_order.seat_line_v s on s.variant_id = v.id and s.programme_id = b.programme_id
        and s.intake_year = v.decision_year
      join programmes.programme_v p on p.id = b.programme_id
      join needs.line_v l on l.id = b.need_line_id
      where ${own} group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 order by people desc, p.college, p.code, p.id`.execute(
        tx,
      );
    const courses = await sql<Course>`select e.to_code as occupation, p.college, p.code, p.name,
        c.graduation_year as "graduationYear", sum(c.studying)::int as people
      from (select distinct l.occupation from needs.line_v l where ${own}) w
      join classifiers.edge_v e on e.to_code = w.occupation and e.from_list = 'spo' and e.to_list = 'occupation'
        and e.valid @> ${today}::date
      join programmes.programme_v p on p.code = e.from_code
      join programmes.contingent_v c on c.programme_id = p.id and c.studying > 0
      group by 1, 2, 3, 4, 5 order by people desc, p.college, p.code, c.graduation_year`.execute(tx);
    const rows = lines.rows.map((line) => {
      const { taught: _taught, firstYear: _first, ...shown } = line;
      const behind = seats.rows.filter((it) => it.lineId === line.id);
      const people = behind.reduce((sum, it) => sum + it.people, 0);
      const found = { people, rest: Math.max(0, line.count - people) };
      const serving = behind.map(({ lineId: _id, ...seat }) => seat);
      // they begin to work in the year they graduate, or a year later, after the army
      const studying = courses.rows.flatMap(({ occupation, ...course }) =>
        occupation === line.occupation && [0, 1].includes(line.year - course.graduationYear) ? [course] : [],
      );
      return { ...shown, ...found, cause: causeOf(line, found), seats: serving, studying };
    });
    // what is trained stands first; without an order the years stay in their order
    rows.sort((a, b) => Number(b.seats.length > 0) - Number(a.seats.length > 0));
    return { orders: orders.rows, rows };
  },
});
