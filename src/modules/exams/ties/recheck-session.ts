import { sql } from 'kysely';
import type { MoveArgs } from '../../../platform/states/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { judgeConflicts } from '../../specialists/index.ts';
import { tellBoard } from '../days/note-incident.ts';
import { examineesOf, type Session, seatsOf } from '../sessions/load-session.ts';
import { reopenSessions } from '../sessions/reopen-session.ts';

type Args = MoveArgs & Pick<RunArgs<unknown>, 'newId'>;

/**
 * Looks at the ties of an exam's experts and examinees again. Before the start a tie that bars re-opens the exam and says
 * whom it is about; after the start it is an incident to the board, and that expert's marks of that student are flagged.
 */
export async function recheckSession(
  args: Args,
  session: Session,
): Promise<'clear' | 'reopened' | 'incident'> {
  const { tx, now, newId } = args;
  const seats = (await seatsOf(tx, session.id)).filter(({ role }) => role === 'chief' || role === 'line');
  const people = await examineesOf(tx, session.id);
  const found = (
    await judgeConflicts(tx, {
      experts: seats.map(({ personId }) => personId),
      students: people.map(({ personId }) => personId),
      on: session.day,
    })
  ).filter(({ severity }) => severity === 'block');
  const [first] = found;
  if (!first) return 'clear';
  const nameOf = (personId: string) => seats.find((one) => one.personId === personId)?.name ?? '';
  if (session.state === 'confirmed' || session.state === 'prepared') {
    const params = { name: nameOf(first.expertId), code: first.code, tie: first.messageKey, ...first.params };
    await reopenSessions(args, sql<boolean>`s.id = ${session.id}`, 'exams:why.conflict', params);
    return 'reopened';
  }
  let told = false;
  for (const { expertId, studentId, code } of found) {
    const examinee = people.find(({ personId }) => personId === studentId);
    if (!examinee) continue;
    const id = newId();
    const { rows } =
      await sql`insert into exams.incident (id, session_id, kind, person_id, examinee_id, code, text, at)
      values (${id}, ${session.id}, 'tie', ${expertId}, ${examinee.id}, ${code}, ${code}, ${now})
      on conflict do nothing returning id`.execute(tx);
    if (rows.length === 0) continue;
    told = true;
    args.change({
      subject: {
        kind: 'exams.session',
        id: session.id,
        organisationId: session.organisationId,
        personId: expertId,
      },
      after: { incident: id, code, examinee: examinee.id },
    });
  }
  if (told) await tellBoard(args, session, `${nameOf(first.expertId)}, ${first.code}`);
  return told ? 'incident' : 'clear';
}
