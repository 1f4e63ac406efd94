import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** Of the school year: an indicator of whether mentors answer while they still need the system. */
export const appraisalShare = useCase(contract.appraisalShare, {
  right: 'practice.appraisal.share',
  async run({ tx, actor, scope, today }) {
    const year = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
    const since = `${year}-09-01`;
    const side = actor.role?.startsWith('enterprise') ? 'v.host_id' : 'v.organisation_id';
    const { rows } = await sql<{
      asked: number;
      answered: number;
      inTime: number;
    }>`select count(*)::int as asked,
        count(*) filter (where v.how is not null)::int as answered,
        count(*) filter (where v.answered_on <= upper(p.period) - 1)::int as "inTime"
      from practice.appraisal_v v join practice.placement p on p.id = v.placement_id
      where v.asked_on >= ${since} and ${within(scope, actor, { organisation: side })}`.execute(tx);
    return { ...(rows[0] ?? { asked: 0, answered: 0, inTime: 0 }), since };
  },
});
