import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadSession, seatsOf, visibleSession } from '../sessions/load-session.ts';
import { aspectsOf, standingMarks } from './mark-facts.ts';
import type { MarkSheet } from './schemas.ts';

/** The sheet of marks: workplaces without names, aspects, everybody's standing marks. */
export const getMarkSheet = useCase(contract.getMarkSheet, {
  right: 'exams.mark.read',
  async run({ input, tx, actor, scope, now }) {
    const s = await loadSession(tx, input.id, { where: visibleSession(scope, actor) });
    const aspects = await aspectsOf(tx, s.kitId);
    const { rows: places } = await sql<
      MarkSheet['places'][number]
    >`select id as "examineeId", workplace, coalesce(present, false) as present,
        started_at as "startedAt", ended_at as "endedAt" from exams.examinee
      where session_id = ${s.id} and workplace is not null order by workplace`.execute(tx);
    const { rows: signed } = await sql<
      MarkSheet['signed'][number]
    >`select examinee_id as "examineeId", person_id as "personId"
      from exams.place_sign where session_id = ${s.id}`.execute(tx);
    const { rows: flagged } = await sql<
      MarkSheet['flagged'][number]
    >`select distinct examinee_id as "examineeId", person_id as "personId"
      from exams.incident where session_id = ${s.id} and kind = 'tie' and examinee_id is not null`.execute(
      tx,
    );
    const criteria = new Map(
      aspects.map((one) => [
        one.criterion,
        { code: one.criterion, title: one.criterionTitle, max: one.criterionMax },
      ]),
    );
    const line = (await seatsOf(tx, s.id)).filter(({ role }) => role === 'line');
    return {
      sessionId: s.id,
      code: s.code,
      day: s.day,
      state: s.state,
      programme: `${s.programmeName}, ${s.programmeCode}`,
      kitCode: s.kitCode,
      centre: s.centre,
      minutes: s.minutes,
      max: s.max,
      judges: s.judges,
      spread: s.spread,
      personId: found(actor.personId),
      criteria: [...criteria.values()],
      aspects: aspects.map(({ criterionTitle: _t, criterionMax: _m, ...one }) => one),
      places,
      experts: line.map(({ personId, name }) => ({ personId, name })),
      marks: await standingMarks(tx, s.id),
      signed,
      flagged,
      now,
    };
  },
  can: ({ data, actor, may }) => ({
    mark:
      may('exams.mark.write') &&
      data.experts.some(({ personId }) => personId === actor.personId) &&
      ['running', 'suspended'].includes(data.state),
  }),
});
