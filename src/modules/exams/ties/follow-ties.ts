import { sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';
import { type Session, sessionFrom, sessionSelect } from '../sessions/load-session.ts';
import { BEGUN } from '../states.ts';
import { recheckSession } from './recheck-session.ts';

const OPEN = ['confirmed', 'prepared', ...BEGUN];

/** A tie was written somewhere in the house: every open exam of these two people is looked at again. */
export const followTies = subscribe('registry.tie.added', 'exams.follow-ties', async (args) => {
  const { rows } =
    await sql<Session>`with t as (select * from registry.tie_v where id = ${String(args.event.payload.id)}::uuid),
      expert as (select person_id as id from t where person_id is not null union select to_person_id from t where to_person_id is not null)
    select ${sessionSelect} from ${sessionFrom}
    where s.state in (${sql.join(OPEN)}) and exists (select 1 from exams.session_expert x join expert on expert.id = x.person_id
      where x.session_id = s.id and x.role in ('chief', 'line') and x.state in ('invited', 'confirmed'))
    order by s.id for update of s`.execute(args.tx);
  for (const session of rows) await recheckSession(args, session);
});
