import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Count {
  kind: string;
  count: number;
  last: string | null;
}

/** Where a worker's name stands in practice: as supervisor, as who confirmed a log or filled a sheet, as whom was written to. */
export const myHands = definePersonalData({
  id: 'practice.hands',
  titleKey: 'practice:personal.handsTitle',
  basis: 'law',
  basisKey: 'practice:personal.handsBasis',
  purposeKey: 'practice:personal.handsPurpose',
  async collect(tx, personId) {
    const { rows } = await sql<Count>`select * from (
        select 'plans' as kind, count(*)::int as count, max(lower(period)) as last from practice.plan where ${personId} in (supervisor_id, approved_by)
        union all select 'placements', count(*)::int, max(lower(period)) from practice.placement where supervisor_id = ${personId}
        union all select 'logs', count(*)::int, max(day) from practice.log_day where confirmed_by = ${personId}
        union all select 'appraisals', count(*)::int, max(filled_at)::date from practice.appraisal where filled_by = ${personId}
        union all select 'asked', coalesce(sum(times), 0)::int, max(asked_on) from practice.appraisal_ask where mentor_id = ${personId}
        union all select 'outcomes', count(*)::int, max(on_day) from practice.outcome where noted_by = ${personId}
        union all select 'papers', count(*)::int, max(on_day) from practice.paper where made_by = ${personId}
        union all select 'pins', count(*)::int, max(made_at)::date from practice.round_pin where made_by = ${personId}
        union all select 'finds', count(*)::int, max(answered_at)::date from practice.own_find where answered_by = ${personId}
        union all select 'files', count(*)::int, max(made_at)::date from practice.plan_file where made_by = ${personId}
        union all select 'guardians', count(*)::int, max(guardian_confirmed_on) from practice.trainee where guardian_confirmed_by = ${personId}
        union all select 'letters', count(*)::int, max(sent_on) from practice.letter where address = ${personId}::text
      ) x where count > 0`.execute(tx);
    return rows.map(({ kind, count, last }) => ({
      id: `${personId}:${kind}`,
      fields: [
        {
          labelKey: 'practice:personal.what',
          value: `practice:personal.hands.${kind}`,
          as: 'messageKey' as const,
        },
        { labelKey: 'practice:personal.count', value: count },
        { labelKey: 'practice:personal.last', value: last, as: 'day' as const },
      ],
    }));
  },
});
