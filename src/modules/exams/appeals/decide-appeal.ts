// cyrillic: the ground of a correction is written into the protocol, a paper, Russian only
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { demand, judge, settingsOf } from '../../../platform/rules/index.ts';
import { moveState } from '../../../platform/states/index.ts';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { judgeSeats } from '../../specialists/index.ts';
import { contract } from '../contract.ts';
import { correct } from '../results/correct-result.ts';
import { commissionRule, decisionRule } from '../rules/result-rules.ts';
import { loadSession, type Session, seatsOf, visibleSession } from '../sessions/load-session.ts';
import { appealStates } from '../states.ts';
import { appealTask, resultTask } from '../tasks.ts';

interface Appeal {
  id: string;
  kind: 'procedure' | 'result';
  examineeId: string;
  personId: string;
  sessionId: string;
  dueOn: string;
}

/** The commission of the year: complete, and nobody of it in this year's board or in the exam. */
async function demandCommission(tx: Tx, session: Session): Promise<void> {
  const year = Number(session.day.slice(0, 4));
  const { rows } = await sql<{
    personId: string;
    name: string;
    post: string;
    both: boolean;
  }>`select m.person_id as "personId",
      p.short_name as name, m.post, exists (select 1 from exams.board b join exams.board_member x on x.board_id = b.id
        where b.kind = 'board' and b.organisation_id = c.organisation_id and b.year = c.year and x.person_id = m.person_id) as both
    from exams.board c join exams.board_member m on m.board_id = c.id join registry.person_v p on p.id = m.person_id
    where c.kind = 'appeal' and c.organisation_id = ${session.organisationId} and c.year = ${year}`.execute(
    tx,
  );
  const seats = await seatsOf(tx, session.id);
  const [ci8] = judgeSeats(session.id, {
    on: session.day,
    chief: seats.find(({ role }) => role === 'chief')?.personId ?? null,
    marking: seats.filter(({ role }) => role === 'line').map(({ personId }) => personId),
    appeal: rows.map(({ personId }) => personId),
  }).filter(({ code }) => code === 'CI-8');
  if (ci8) throw refuse(ci8.messageKey, ci8.params, { rule: 'CI-8', status: 409 });
  const settings = await settingsOf(tx, commissionRule, session.day);
  const facts = {
    chair: rows.some(({ post }) => post === 'chair'),
    secretary: rows.some(({ post }) => post === 'secretary'),
    members: rows.filter(({ post }) => post === 'member' || post === 'deputy').length,
    both: rows.filter(({ both }) => both).map(({ name }) => name),
  };
  demand(commissionRule, judge(commissionRule, facts, settings, session.day));
}

export const decideAppeal = useCase(contract.decideAppeal, {
  right: 'exams.appeal.decide',
  async run(args) {
    const { input, tx, actor, scope, today, now, newId } = args;
    const { rows } =
      await sql<Appeal>`select a.id, a.kind, a.examinee_id as "examineeId", e.person_id as "personId",
        a.session_id as "sessionId", a.due_on as "dueOn"
      from exams.appeal a join exams.examinee e on e.id = a.examinee_id where a.id = ${input.id} for update of a`.execute(
        tx,
      );
    const appeal = found(rows[0]);
    const session = await loadSession(tx, appeal.sessionId, {
      where: visibleSession(scope, actor),
      lock: true,
    });
    await demandCommission(tx, session);
    const { decision } = input;
    const facts = {
      kind: appeal.kind,
      decision,
      newPoints: input.criteria.length > 0,
      on: today,
      dueOn: appeal.dueOn,
    };
    demand(decisionRule, judge(decisionRule, facts, {}, session.day));
    const upheld = decision === 'annul' || decision === 'change';
    const { to } = await moveState(args, {
      machine: appealStates,
      table: 'exams.appeal',
      id: appeal.id,
      event: upheld ? 'uphold' : 'reject',
      reason: input.words,
      subject: { organisationId: session.organisationId, personId: appeal.personId },
    });
    await sql`update exams.appeal set decided_on = ${today}, decided_by = ${actor.personId}, number = ${input.number},
      decision = ${input.words} where id = ${appeal.id}`.execute(tx);
    let grade: number | null = null;
    if (decision === 'annul')
      // the result does not count; the student is free for another date, without an attempt being lost
      await sql`update exams.examinee set annulled_on = ${today}, annulled_why = ${input.words}, holds = false
        where id = ${appeal.examineeId}`.execute(tx);
    if (decision === 'change') {
      const ground = `апелляция ${input.number}`;
      const { criteria } = input;
      grade = (
        await correct(args, session, { examineeId: appeal.examineeId, criteria, ground, appealId: appeal.id })
      ).grade;
    }
    await closeTask(tx, appealTask, { kind: 'exams.appeal', id: appeal.id }, { now, doneBy: actor.personId });
    await openTask(tx, resultTask, {
      subject: { kind: 'exams.appeal', id: appeal.id },
      for: { personId: appeal.personId },
      params: { exam: session.code, name: session.programmeName },
      now,
      newId,
    });
    return { id: appeal.id, state: to, grade };
  },
});
