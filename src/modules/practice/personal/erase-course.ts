import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

/** Of a practice long over the placement, its outcome and its mark stay; what was written about the student goes. */
export const eraseCourse = defineDuty({
  id: 'practice.course',
  what: 'logs, appraisals, consents, own finds and notes of health of practices that are over',
  after: 'practice.courseKept',
  basis: 'design',
  async run(tx, { before }) {
    const over = sql`select id from practice.placement where upper(period) <= ${before}::date`;
    let erased = 0;
    const gone = [
      sql`delete from practice.appraisal_ask where placement_id in (${over})`,
      sql`delete from practice.appraisal where placement_id in (${over})`,
      sql`delete from practice.log_day where placement_id in (${over})`,
      sql`delete from practice.consent where placement_id in (${over})`,
      sql`delete from practice.own_find f using practice.plan n where n.id = f.plan_id and upper(n.period) <= ${before}::date`,
      sql`update practice.placement set medical_number = null, medical_until = null, contract_number = null
        where upper(period) <= ${before}::date and num_nonnulls(medical_number, medical_until, contract_number) > 0`,
      sql`update practice.outcome set reason = null, noted_by = null
        where placement_id in (${over}) and num_nonnulls(reason, noted_by) > 0`,
    ];
    for (const one of gone) erased += Number((await one.execute(tx)).numAffectedRows ?? 0);
    return erased;
  },
});
