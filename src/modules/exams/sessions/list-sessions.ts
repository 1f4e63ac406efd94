import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { expertsFor } from '../kits/faults-of-kit.ts';
import { sessionFrom, visibleSession } from './load-session.ts';
import type { SessionRow } from './schemas.ts';

/** What a row of the calendar says of an exam. */
export const rowColumns = sql`s.id, s.code, s.day, s.starts_at as "startsAt", s.check_on as "checkOn", s.state, s.regime, s.source,
  s.kit_id as "kitId", k.code as "kitCode", k.programme_code as "programmeCode", k.programme_name as "programmeName", k.level,
  s.centre_id as "centreId", c.name as centre, s.organisation_id as "organisationId", o.short_name as college, s.workplaces,
  (select count(*)::int from exams.examinee e where e.session_id = s.id) as examinees,
  (select count(*)::int from exams.session_expert x where x.session_id = s.id and x.role = 'line'
    and x.state in ('invited', 'confirmed')) as line,
  (select p.short_name from exams.session_expert x join registry.person_v p on p.id = x.person_id
    where x.session_id = s.id and x.role = 'chief' and x.state in ('invited', 'confirmed')) as chief,
  (select count(*)::int from exams.session_expert x where x.session_id = s.id and x.state = 'invited') as waiting,
  (select count(*)::int from exams.appeal a where a.session_id = s.id and a.state = 'filed') as appeals,
  (select count(*)::int from exams.incident i where i.session_id = s.id and i.decided_at is null) as incidents,
  k.experts as steps`;

export type RawRow = Omit<SessionRow, 'required'> & { steps: { upTo: number; experts: number }[] };

export const asRow = ({ steps, ...row }: RawRow): SessionRow => ({
  ...row,
  required: expertsFor(steps, Math.max(1, Math.min(row.workplaces, row.examinees || row.workplaces))),
});

export const listSessions = useCase(contract.listSessions, {
  right: 'exams.session.read',
  async run({ input, tx, actor, scope }) {
    const { from = null, to = null, state = null, centreId = null, programmeCode = null } = input;
    const { rows } = await sql<RawRow>`select ${rowColumns} from ${sessionFrom}
      where ${visibleSession(scope, actor)} and (${from}::date is null or s.day >= ${from}::date)
        and (${to}::date is null or s.day <= ${to}::date) and (${state}::text is null or s.state = ${state})
        and (${centreId}::uuid is null or s.centre_id = ${centreId})
        and (${programmeCode}::text is null or k.programme_code = ${programmeCode})
      order by s.day, s.starts_at, s.code`.execute(tx);
    return { rows: rows.map(asRow), total: rows.length };
  },
  can: ({ may }) => ({
    plan: may('exams.session.plan'),
    seat: may('exams.seat.edit'),
    exchange: may('exams.federal.exchange'),
  }),
});
