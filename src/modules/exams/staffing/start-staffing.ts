import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { computeStaffing } from './compute-staffing.job.ts';

/** A stretch longer than this is no season any more. */
const MOST_DAYS = 370;

export const startStaffing = useCase(contract.startStaffing, {
  right: 'exams.staffing.lead',
  async run({ input, tx, actor, today, now, newId, change }) {
    const { kind, from, to, ...options } = input;
    const fault = (path: string, key: string) => refuse(key, {}, { fields: [{ path, key }] });
    if (to < from) throw fault('to', 'exams:staffing.error.endsBeforeStart');
    if (from <= today) throw fault('from', 'exams:staffing.error.past');
    if (Date.parse(to) - Date.parse(from) > MOST_DAYS * 86_400_000)
      throw fault('to', 'exams:staffing.error.tooLong');
    const id = newId();
    const jobId = await enqueueJob(
      tx,
      computeStaffing,
      { staffingId: id },
      {
        newId,
        now,
        ownerPersonId: actor.personId,
        subject: { kind: 'exams.staffing', id },
        titleParams: { from, to },
      },
    );
    await sql`insert into exams.staffing (id, kind, days, options, state, job_id, made_by, made_at)
      values (${id}, ${kind}, daterange(${from}::date, ${to}::date, '[]'), ${JSON.stringify(options)}::jsonb, 'computing',
        ${jobId}, ${actor.personId}, ${now})`.execute(tx);
    change({ subject: { kind: 'exams.staffing', id }, after: { kind, from, to, ...options } });
    return { id, jobId };
  },
});
