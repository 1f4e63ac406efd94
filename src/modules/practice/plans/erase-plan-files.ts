import { sql } from 'kysely';
import { defineDuty } from '../../../platform/retention/index.ts';

export const erasePlanFiles = defineDuty({
  id: 'practice.planFiles',
  what: 'rows of files with year plans: what was taken stands in the plan',
  after: 'practice.planFiles',
  basis: 'design',
  async run(tx, { before }) {
    const { numAffectedRows } =
      await sql`delete from practice.plan_file where made_at < ${before}::date`.execute(tx);
    return Number(numAffectedRows ?? 0);
  },
});
