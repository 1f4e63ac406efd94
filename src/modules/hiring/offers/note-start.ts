import { sql } from 'kysely';
import { moveState } from '../../../platform/states/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { addTie, endTies } from '../../registry/index.ts';
import { ownEmployer } from '../consent/shown.ts';
import { contract } from '../contract.ts';
import { offerStates } from '../states.ts';
import { noteStartTask } from '../tasks.ts';
import { lockOffer } from './lock-offer.ts';

/** «Выход на работу»: the last link of the chain. Whoever came works there from that day, and the tie says so. */
export const noteStart = useCase(contract.noteStart, {
  right: 'hiring.offer.edit',
  async run(args) {
    const { input, tx, actor, today, now, newId, emit, change } = args;
    const { id, came, on, orderNumber, why } = input;
    const offer = await lockOffer(
      tx,
      sql<boolean>`f.id = ${id} and f.organisation_id = ${ownEmployer(actor)}`,
    );
    const { organisationId, personId, studentId, needLineId, vacancyId, post, occupation } = offer;
    if (on > today)
      throw refuse('hiring:error.notYet', {}, { fields: [{ path: 'on', key: 'hiring:error.notYet' }] });
    if (on < offer.madeOn)
      throw refuse(
        'hiring:error.beforeOffer',
        { madeOn: offer.madeOn },
        { fields: [{ path: 'on', key: 'hiring:error.beforeOffer', params: { madeOn: offer.madeOn } }] },
      );
    const hireId = came ? newId() : null;
    await moveState(args, {
      machine: offerStates,
      table: 'hiring.offer',
      id,
      event: came ? 'start' : 'fall',
      reason: why,
      subject: { organisationId, personId },
      payload: { organisationId, needLineId, hireId },
    });
    await closeTask(tx, noteStartTask, { kind: 'hiring.offer', id }, { now, doneBy: actor.personId });
    if (!hireId) {
      await endTies(tx, { kind: 'hiring.offer', id }, on);
      return { id, hireId };
    }
    await sql`insert into hiring.hire (id, offer_id, organisation_id, person_id, student_id, need_line_id, vacancy_id, post, occupation,
        started_on, order_number, noted_by)
      values (${hireId}, ${id}, ${organisationId}, ${personId}, ${studentId}, ${needLineId}, ${vacancyId}, ${post}, ${occupation},
        ${on}, ${orderNumber}, ${actor.personId})`.execute(tx);
    await sql`update hiring.candidate set removed_on = ${today}, removed_why = 'hired', note = null
      where organisation_id = ${organisationId} and person_id = ${personId} and removed_on is null`.execute(
      tx,
    );
    await addTie(tx, {
      kind: 'works_for',
      from: { personId },
      to: { organisationId },
      since: on,
      until: null,
      source: { kind: 'hiring.hire', id: hireId },
      newId,
    });
    change({
      subject: { kind: 'hiring.hire', id: hireId, organisationId, personId },
      after: { on, post, needLineId },
    });
    emit('hiring.hire.started', { id: hireId, organisationId, personId, studentId, needLineId });
    return { id, hireId };
  },
});
