import { sql } from 'kysely';
import type { z } from 'zod';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { namedDemand, namesOf, type Summary } from './read-summary.ts';
import type { staffingCard } from './staffing-contract.ts';

type Data = z.input<typeof staffingCard>;
interface Head extends Omit<Data, 'rows' | 'demand' | 'season' | keyof Summary> {
  summary: Summary | null;
}
interface SeatRow {
  id: string;
  examId: string;
  role: Data['rows'][number]['seats'][number]['role'];
  personId: string | null;
  substitutes: { personId: string; price: number }[];
  chosen: boolean;
  fault: { key: string } | null;
}

const NOTHING = {
  exams: 0,
  seats: 0,
  kept: 0,
  filled: 0,
  empty: 0,
  people: 0,
  km: 0,
  cost: 0,
  bound: 0,
  ms: 0,
};

export const getStaffing = useCase(contract.getStaffing, {
  right: 'exams.staffing.read',
  async run({ input, tx }) {
    const heads =
      await sql<Head>`select s.id, s.kind, lower(s.days) as "from", upper(s.days) - 1 as "to", s.state, s.rev, s.hash,
        s.job_id as "jobId", s.made_at as "madeAt", p.short_name as by,
        coalesce((s.options ->> 'onePerOrganisation')::boolean, false) as "onePerOrganisation",
        coalesce((s.options ->> 'employers')::int, 0) as employers, s.summary
      from exams.staffing s left join registry.person_v p on p.id = s.made_by where s.id = ${input.id}`.execute(
        tx,
      );
    const { summary, ...head } = found(heads.rows[0]);
    const exams = await sql<
      Omit<Data['rows'][number], 'seats'>
    >`select e.id, e.session_id as "sessionId", s.code as session,
        coalesce(s.day, e.day) as day, e.code, o.short_name as college, c.name as centre, cardinality(e.students) as students, e.required
      from exams.staffing_exam e left join exams.session s on s.id = e.session_id left join exams.centre_v c on c.id = e.centre_id
      join registry.organisation_v o on o.id = e.organisation_id
      where e.staffing_id = ${input.id} order by coalesce(s.day, e.day), o.short_name, e.id`.execute(tx);
    const seats =
      await sql<SeatRow>`select id, exam_id as "examId", role, person_id as "personId", substitutes,
        chosen_by is not null as chosen, fault
      from exams.staffing_seat where staffing_id = ${input.id}
      order by array_position(array['chief', 'member', 'employer'], role), id`.execute(tx);
    const names = await namesOf(
      tx,
      seats.rows.flatMap(({ personId, substitutes }) => [
        ...(personId ? [personId] : []),
        ...substitutes.map((one) => one.personId),
      ]),
    );
    const person = (id: string) => {
      const { name = '', organisation = null } = names.get(id) ?? {};
      return { id, name, organisation };
    };
    const byExam = new Map<string, Data['rows'][number]['seats']>();
    for (const { examId, personId, substitutes, fault, ...seat } of seats.rows)
      byExam.set(examId, [
        ...(byExam.get(examId) ?? []),
        {
          ...seat,
          person: personId ? person(personId) : null,
          substitutes: substitutes.map((one) => ({ ...person(one.personId), price: one.price })),
          fault: fault?.key ?? null,
        },
      ]);
    const {
      season = null,
      demand: _d,
      districts: _c,
      shortages: _s,
      closing: _l,
      afterClosing: _a,
      ...numbers
    } = summary ?? {
      ...NOTHING,
      season: null,
      demand: [],
      districts: [],
      shortages: [],
      closing: [],
      afterClosing: 0,
    };
    return {
      ...head,
      ...numbers,
      season,
      rows: exams.rows.map((exam) => ({ ...exam, seats: byExam.get(exam.id) ?? [] })),
      demand: summary ? await namedDemand(tx, summary) : null,
    };
  },
  can: ({ data, may }) => ({
    lead: may('exams.staffing.lead'),
    apply: may('exams.staffing.lead') && data.state === 'proposed',
  }),
});
