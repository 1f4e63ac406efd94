import { sql } from 'kysely';
import type { z } from 'zod';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { judgeExams } from '../../specialists/index.ts';
import { contract } from '../contract.ts';
import { examineesOf, sessionFrom } from './load-session.ts';
import type { mySeat } from './schemas.ts';

/** The own seats: today's and coming days first, the nearest on top; then the past ones, the newest on top. */
export const mySeats = useCase(contract.mySeats, {
  right: 'exams.seat.answer',
  async run({ tx, actor, today }) {
    const personId = found(actor.personId);
    type Row = z.output<typeof mySeat>;
    const { rows } =
      await sql<Row>`select x.id, x.session_id as "sessionId", x.role, x.state, s.day, s.starts_at as "startsAt",
        s.check_on as "checkOn", s.code, k.programme_code as "programmeCode", k.programme_name as "programmeName",
        k.code as "kitCode", c.name as centre, c.address, o.short_name as college, s.state as "sessionState",
        (select count(*)::int from exams.examinee e where e.session_id = s.id) as examinees, false as declare,
        x.briefed_at is not null as briefed
      from ${sessionFrom} join exams.session_expert x on x.session_id = s.id
      where x.person_id = ${personId} and s.day >= ${today}::date - 60 order by s.day < ${today}::date,
        abs(s.day - ${today}::date), s.starts_at, s.id`.execute(tx);
    for (const row of rows.filter(({ state, day }) => state === 'invited' && day >= today)) {
      const people = await examineesOf(tx, row.sessionId);
      const found = await judgeExams(tx, {
        experts: [personId],
        examinees: people.map((one) => ({ key: row.sessionId, personId: one.personId, on: row.day })),
      });
      row.declare = found.some(({ severity }) => severity === 'declare');
    }
    return { rows, today };
  },
});
