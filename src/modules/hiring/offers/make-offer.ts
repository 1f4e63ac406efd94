import { sql } from 'kysely';
import { queueMail } from '../../../platform/mail/index.ts';
import { demandAll, judge, settingsOf } from '../../../platform/rules/index.ts';
import { beginState } from '../../../platform/states/index.ts';
import { openTask } from '../../../platform/tasks/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { addTie } from '../../registry/index.ts';
import { ownLine } from '../candidates/add-candidate.ts';
import { addressOf, ownCandidate } from '../candidates/own-candidate.ts';
import { contract } from '../contract.ts';
import { ageRule, answerDayRule } from '../rules/hiring-rules.ts';
import { offerStates } from '../states.ts';
import { answerOfferTask, offerMail } from '../tasks.ts';

/**
 * An offer of work to a candidate who may be shown today. In the same transaction the registry gets the tie «made an
 * offer to», by which the conflicts of experts (CI-6) see it, whoever plans the exam.
 */
export const makeOffer = useCase(contract.makeOffer, {
  right: 'hiring.offer.edit',
  async run(args) {
    const { input, tx, actor, today, now, newId, change, emit, locale } = args;
    const candidate = await ownCandidate(tx, { id: input.candidateId, actor, today });
    const { personId, organisationId, organisation, studentId, sessionId, birthDate } = candidate;
    const { post, startsOn, answerUntil, words, pay = null } = input;
    const needLineId = input.needLineId ?? candidate.needLineId;
    demandAll([
      [answerDayRule, judge(answerDayRule, { madeOn: today, answerUntil, startsOn }, {}, today)],
      [ageRule, judge(ageRule, { birthDate, startsOn }, await settingsOf(tx, ageRule, today), today)],
    ]);
    const line = needLineId ? await ownLine(tx, needLineId, organisationId) : null;
    const open =
      await sql`select 1 from hiring.offer where organisation_id = ${organisationId} and person_id = ${personId}
      and state in ('made', 'accepted')`.execute(tx);
    if (open.rows.length > 0) throw refuse('hiring:error.offerStands', {}, { status: 409 });
    const id = newId();
    const state = await beginState(args, offerStates, id);
    await sql`insert into hiring.offer (id, organisation_id, person_id, student_id, candidate_id, need_line_id, session_id, post,
        occupation, municipality_id, pay, starts_on, answer_until, words, state, made_by, made_on)
      values (${id}, ${organisationId}, ${personId}, ${studentId}, ${candidate.id}, ${needLineId}, ${sessionId}, ${post},
        ${line?.occupation ?? null}, ${line?.municipalityId ?? null}, ${pay}, ${startsOn}, ${answerUntil}, ${words}, ${state},
        ${actor.personId}, ${today})`.execute(tx);
    await addTie(tx, {
      kind: 'offered',
      from: { organisationId },
      to: { personId },
      since: today,
      until: null,
      source: { kind: 'hiring.offer', id },
      newId,
    });
    await openTask(tx, answerOfferTask, {
      subject: { kind: 'hiring.offer', id },
      for: { personId },
      due: answerUntil,
      params: { organisation, post },
      now,
      newId,
    });
    const to = await addressOf(tx, personId);
    if (to)
      await queueMail(tx, offerMail, {
        to,
        params: { organisation, post, answerUntil },
        locale,
        personId,
        now,
        newId,
      });
    change({
      subject: { kind: 'hiring.offer', id, organisationId, personId },
      after: { post, pay, startsOn, answerUntil, needLineId },
    });
    emit('hiring.offer.made', { id, organisationId, personId, studentId });
    return { id };
  },
});
