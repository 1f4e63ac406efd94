import { type RawBuilder, sql } from 'kysely';
import { subscribe } from '../../../platform/outbox/index.ts';
import { type Session, sessionFrom, sessionSelect } from '../sessions/load-session.ts';
import { BEGUN } from '../states.ts';
import { recheckSession } from './recheck-session.ts';

const OPEN = ['confirmed', 'prepared', ...BEGUN];

async function recheckWhere(
  args: Parameters<typeof recheckSession>[0],
  where: RawBuilder<boolean>,
): Promise<void> {
  const { rows } = await sql<Session>`select ${sessionSelect} from ${sessionFrom}
    where s.state in (${sql.join(OPEN)}) and ${where} order by s.id for update of s`.execute(args.tx);
  for (const session of rows) await recheckSession(args, session);
}

/**
 * Two records of one person became one: the ties of both are now of whoever sits at an exam or takes it. Taking a
 * merge back asks for no second look: it only parts ties from people, and an exam once re-opened waits for a person.
 */
export const followPersonMerges = subscribe(
  'registry.person.merged',
  'exams.follow-person-merges',
  (args) => {
    const kept = String(args.event.payload.keptId);
    return recheckWhere(
      args,
      sql<boolean>`(exists (select 1 from exams.session_expert x where x.session_id = s.id and x.person_id = ${kept}::uuid
        and x.role in ('chief', 'line') and x.state in ('invited', 'confirmed'))
      or exists (select 1 from exams.examinee e where e.session_id = s.id and e.person_id = ${kept}::uuid))`,
    );
  },
);

/** Two records of one college became one: who worked for the other is an own teacher from now on. */
export const followCollegeMerges = subscribe(
  'registry.organisation.merged',
  'exams.follow-college-merges',
  (args) => recheckWhere(args, sql<boolean>`s.organisation_id = ${String(args.event.payload.keptId)}::uuid`),
);
