import { sql } from 'kysely';
import type { z } from 'zod';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { placeJudged } from '../placements/place-judged.ts';
import { pin } from './pin-student.ts';
import { openDesk } from './placing-desk.ts';
import { findAnsweredTask, findTask } from './round-tasks.ts';
import type { ownFind } from './schemas.ts';

type Find = z.input<typeof ownFind>;

export const findColumns = sql`d.id, d.plan_id as "planId", p.title as plan, d.enterprise, d.contact, d.works, d.state,
  (select f.title from practice.offer f where f.id = d.offer_id) as place, d.answer, d.proposed_at as "proposedAt"`;

/** The student has found an enterprise and asks the college to agree. One proposal at a time for one practice. */
export const proposeFind = useCase(contract.proposeFind, {
  right: 'practice.own.write',
  async run({ input, tx, actor, now, newId, change }) {
    const { rows } = await sql<{
      studentId: string;
      college: string;
      from: string;
      held: boolean;
    }>`select s.id as "studentId",
        p.organisation_id as college, lower(p.period) as "from",
        exists (select 1 from practice.placement x where x.person_id = s.person_id and x.state <> 'failed' and x.period && p.period)
          or exists (select 1 from practice.own_find d where d.plan_id = p.id and d.student_id = s.id
            and d.state in ('proposed', 'confirmed')) as held
      from practice.plan p join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying'
      where p.id = ${input.planId} and p.state = 'approved' and s.person_id = ${actor.personId}
        and lower(p.period) > ${now}::date`.execute(tx);
    const { studentId, college, from, held } = found(rows[0]);
    if (held) throw refuse('practice:round.error.findTwice', {}, { status: 409 });
    const id = newId();
    await sql`insert into practice.own_find (id, plan_id, student_id, enterprise, contact, works, state, proposed_at)
      values (${id}, ${input.planId}, ${studentId}, ${input.enterprise}, ${input.contact}, ${input.works}, 'proposed', ${now})`.execute(
      tx,
    );
    await openTask(tx, findTask, {
      subject: { kind: 'practice.ownFind', id },
      for: { role: 'college_deputy', organisationId: college },
      due: from,
      params: { enterprise: input.enterprise },
      now,
      newId,
    });
    change({
      subject: { kind: 'practice.ownFind', id, organisationId: college, personId: actor.personId },
      after: { enterprise: input.enterprise },
    });
    return { id };
  },
});

export const withdrawFind = useCase(contract.withdrawFind, {
  right: 'practice.own.write',
  async run({ input, tx, actor, now, change }) {
    const { rows } = await sql<{
      id: string;
    }>`update practice.own_find d set state = 'withdrawn', rev = rev + 1
      from programmes.student_v s where s.id = d.student_id and s.person_id = ${actor.personId} and d.id = ${input.id}
        and d.state = 'proposed' returning d.id`.execute(tx);
    const { id } = found(rows[0]);
    await closeTask(tx, findTask, { kind: 'practice.ownFind', id }, { now, as: 'cancelled' });
    change({
      subject: { kind: 'practice.ownFind', id, personId: actor.personId },
      after: { state: 'withdrawn' },
    });
    return { id };
  },
});

/** Finds of the own students that wait for an answer, and those answered, with places of enterprises that may take them. */
export const listFinds = useCase(contract.listFinds, {
  right: 'practice.placement.read',
  async run({ tx, actor, scope }) {
    const { rows } = await sql<
      Find & { name: string; group: string; rev: number }
    >`select ${findColumns}, d.rev,
        n.full_name as name, g.code as "group"
      from practice.own_find d join practice.plan p on p.id = d.plan_id
      join programmes.study_group_v g on g.id = p.group_id join programmes.student_v s on s.id = d.student_id
      join registry.person_v n on n.id = s.person_id
      where d.state <> 'withdrawn' and (${scope === 'all'}::boolean or p.organisation_id = ${actor.organisationId})
        and (${scope !== 'assigned'}::boolean or g.curator_id = ${actor.personId})
      order by d.state <> 'proposed', d.proposed_at desc, d.id`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ answer: may('practice.placement.edit') }),
});

/**
 * The college agrees and says which place it is: in a round under way the pair is agreed before the draw, otherwise the
 * student is placed there at once, by the rules of placing. Or it declines, with the reason.
 */
export const answerFind = useCase(contract.answerFind, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, tx, actor, now, newId, change } = args;
    const { rows } = await sql<{
      planId: string;
      studentId: string;
      personId: string;
      state: string;
      rev: number;
    }>`
      select d.plan_id as "planId", d.student_id as "studentId", s.person_id as "personId", d.state, d.rev
      from practice.own_find d join practice.plan p on p.id = d.plan_id join programmes.student_v s on s.id = d.student_id
      where d.id = ${input.id} and p.organisation_id = ${actor.organisationId} for update of d`.execute(tx);
    const find = found(rows[0]);
    if (find.rev !== input.rev || find.state !== 'proposed') throw stale();
    const { planId, studentId, personId } = find;
    const { offerId, answer } = input;
    if (!offerId && !answer)
      throw refuse(
        'practice:error.sayWhy',
        {},
        { fields: [{ path: 'answer', key: 'practice:error.sayWhy' }] },
      );
    let placed = false;
    if (offerId) {
      const roundId = await liveRound(args, planId, offerId);
      if (roundId) await pin(args, { roundId, studentId, offerId, why: 'own', contractNumber: null });
      else {
        const desk = await openDesk(tx, { planIds: [planId], offerIds: [offerId], lock: true });
        const placing = await desk.prepare(planId, offerId, [studentId]);
        const { all, each } = await desk.judge(placing);
        const [refused] = [...all, ...each.flatMap(({ refusals }) => refusals)];
        if (refused) throw refuse(refused.key, refused.params, { rule: refused.rule, status: 409 });
        await placeJudged(args, [{ placing, each, how: { way: 'own', contractNumber: null } }]);
        placed = true;
      }
    }
    await sql`update practice.own_find set state = ${offerId ? 'confirmed' : 'declined'}, offer_id = ${offerId},
        answer = ${answer}, answered_by = ${actor.personId}, answered_at = ${now}, rev = rev + 1 where id = ${input.id}`.execute(
      tx,
    );
    await closeTask(
      tx,
      findTask,
      { kind: 'practice.ownFind', id: input.id },
      { now, doneBy: actor.personId },
    );
    await openTask(tx, findAnsweredTask, {
      subject: { kind: 'practice.ownFind', id: input.id },
      for: { personId },
      params: { agreed: offerId !== null },
      now,
      newId,
    });
    change({
      subject: { kind: 'practice.ownFind', id: input.id, organisationId: actor.organisationId, personId },
      after: { state: offerId ? 'confirmed' : 'declined', offerId, answer },
    });
    return { id: input.id, placed };
  },
});

async function liveRound({ tx }: { tx: Parameters<typeof openDesk>[0] }, planId: string, offerId: string) {
  const { rows } = await sql<{ id: string }>`select r.id from practice.round r
    join practice.round_plan x on x.round_id = r.id and x.plan_id = ${planId}
    join practice.round_offer o on o.round_id = r.id and o.offer_id = ${offerId} and o.left_on is null
    where r.state in ('open', 'ranking') limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}
