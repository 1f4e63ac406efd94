import { sql } from 'kysely';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { answerOrderTask } from './answer-order.task.ts';
import { closeWhenAllRead } from './objections-read.ts';
import { readObjectionsTask } from './read-objections.task.ts';

interface Asked {
  id: string;
  state: string;
  variant_state: string;
  decision_year: number;
  prepared_by: string | null;
}

/**
 * A college's answer to a proposal: it takes its seats, or names the number it can take and why. It may change its
 * answer while the proposal stands, also after the day: then the ministry sees that it is late.
 */
export const answerProposal = useCase(contract.answerProposal, {
  right: 'order.answer.give',
  async run({ input, tx, actor, today, now, newId, change, emit }) {
    const { rows } =
      await sql<Asked>`select a.id, a.state, v.state as variant_state, v.decision_year, v.prepared_by
      from training_order.variant v
      join training_order.answer a on a.variant_id = v.id and a.college_id = ${actor.organisationId}
        and a.round = (select max(round) from training_order.answer where variant_id = v.id)
      where v.id = ${input.id} for update of v, a`.execute(tx);
    const asked = found(rows[0]);
    if (asked.variant_state !== 'proposed') throw refuse('order:error.notProposed', {}, { status: 409 });

    const lines = await sql<{ programme: string; seats: number }>`select s.programme_id as programme, s.seats
      from training_order.seat_line s join programmes.programme_v p on p.id = s.programme_id
      where s.variant_id = ${input.id} and s.intake_year = ${asked.decision_year}
        and p.organisation_id = ${actor.organisationId}`.execute(tx);
    const proposed = new Map(lines.rows.map(({ programme, seats }) => [programme, seats]));
    const said = new Set<string>();
    const fields = input.objections.flatMap(({ programmeId, seats }, i) => {
      const twice = said.has(programmeId);
      said.add(programmeId);
      if (twice || !proposed.has(programmeId))
        return [{ path: `objections.${i}.programmeId`, key: 'order:error.notYourSeat' }];
      return proposed.get(programmeId) === seats
        ? [{ path: `objections.${i}.seats`, key: 'order:error.sameSeats' }]
        : [];
    });
    if (fields.length > 0) throw refuse('order:error.objections', {}, { fields });

    const state = input.objections.length > 0 ? ('objected' as const) : ('accepted' as const);
    await sql`update training_order.answer set state = ${state}, answered_at = ${now}, answered_on = ${today},
      answered_by = ${actor.personId},
      note = ${input.note || null} where id = ${asked.id}`.execute(tx);
    await sql`delete from training_order.objection where answer_id = ${asked.id}`.execute(tx);
    for (const { programmeId, seats, reason } of input.objections)
      await sql`insert into training_order.objection (id, answer_id, programme_id, proposed, seats, reason)
        values (${newId()}, ${asked.id}, ${programmeId}, ${proposed.get(programmeId) ?? 0}, ${seats}, ${reason})`.execute(
        tx,
      );
    const mine = { kind: 'order.answer', id: asked.id };
    await closeTask(tx, answerOrderTask, mine, { now, doneBy: actor.personId });
    if (state === 'objected')
      await openTask(tx, readObjectionsTask, {
        subject: { kind: 'order.variant', id: input.id },
        for: asked.prepared_by ? { personId: asked.prepared_by } : { role: 'min_edu_specialist' },
        params: { year: String(asked.decision_year) },
        now,
        newId,
      });
    else await closeWhenAllRead(tx, input.id, { now, doneBy: actor.personId });
    change({ subject: mine, before: { state: asked.state }, after: { state, objections: input.objections } });
    emit('order.proposal.answered', { id: input.id, answerId: asked.id, state });
    return { id: asked.id, state };
  },
});
