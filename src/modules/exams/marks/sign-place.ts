import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonical } from '../../../platform/history/index.ts';
import { demandAll, judge } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { completeRule, sameMeasureRule, spreadRule } from '../rules/mark-rules.ts';
import { seatOf } from '../sessions/lead-of.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';
import { aspectsOf, standingMarks, standingOf } from './mark-facts.ts';

/**
 * «Подписать место 4»: nothing is empty and nobody differs by more than the kit allows. No mark of this expert for this
 * workplace follows; the experts of the panel sign each for himself.
 */
export const signPlace = useCase(contract.signPlace, {
  right: 'exams.mark.write',
  async run(args) {
    const { input, tx, actor, now, newId, change } = args;
    const personId = found(actor.personId);
    const session = await loadSession(tx, input.id, { where: visibleSession('assigned', actor), lock: true });
    if (session.state !== 'running')
      throw refuse('exams:error.notRunning', { code: session.code }, { status: 409 });
    if ((await seatOf(args, session))?.role !== 'line')
      throw refuse('exams:error.notMarking', {}, { status: 403 });
    const { rows } = await sql<{
      place: string;
    }>`select coalesce(workplace::text, '?') as place from exams.examinee
      where id = ${input.examineeId} and session_id = ${session.id} and present`.execute(tx);
    const { place } = found(rows[0]);
    const marks = (await standingMarks(tx, session.id)).filter(
      ({ examineeId }) => examineeId === input.examineeId,
    );
    for (const { aspect, values, needed } of standingOf(
      await aspectsOf(tx, session.kitId),
      marks,
      session.judges,
    )) {
      const { code, kind } = aspect;
      const missing = values.length < needed ? [{ place, code }] : [];
      demandAll([
        [completeRule, judge(completeRule, { missing }, {}, session.day)],
        kind === 'judgement'
          ? [spreadRule, judge(spreadRule, { code, place, values, spread: session.spread }, {}, session.day)]
          : [sameMeasureRule, judge(sameMeasureRule, { code, place, values }, {}, session.day)],
      ]);
    }
    const own = marks
      .filter((one) => one.personId === personId)
      .map(({ aspectId, value }) => ({ aspectId, value }));
    const digest = createHash('sha256')
      .update(canonical({ session: session.id, examinee: input.examineeId, person: personId, marks: own }))
      .digest('hex');
    const id = newId();
    const { rows: done } =
      await sql`insert into exams.place_sign (id, session_id, examinee_id, person_id, digest, signed_at)
      values (${id}, ${session.id}, ${input.examineeId}, ${personId}, ${digest}, ${now}) on conflict do nothing returning id`.execute(
        tx,
      );
    if (done.length === 0) throw refuse('exams:error.placeSigned', { place }, { status: 409 });
    change({
      subject: { kind: 'exams.place', id, organisationId: session.organisationId, personId },
      after: { examinee: input.examineeId, records: { [id]: digest } },
    });
    return { id: session.id, digest };
  },
});
