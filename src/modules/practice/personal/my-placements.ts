import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  plan: string;
  host: string | null;
  from: string;
  to: string;
  state: string;
  medicalUntil: string | null;
  guardian: string | null;
}

/** What the practice room holds about a student. */
export const myPlacements = definePersonalData({
  id: 'practice.placement',
  titleKey: 'practice:personal.title',
  basis: 'contract',
  basisKey: 'practice:personal.basis',
  purposeKey: 'practice:personal.purpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Entry>`select p.id, n.title as plan, o.short_name as host, lower(p.period) as "from",
        upper(p.period) - 1 as "to", p.state, p.medical_until as "medicalUntil", t.guardian_name as guardian
      from practice.placement p join practice.plan n on n.id = p.plan_id
      left join registry.organisation_v o on o.id = p.host_id left join practice.trainee t on t.person_id = p.person_id
      where p.person_id = ${personId} order by lower(p.period) desc`.execute(tx);
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'practice:personal.plan', value: row.plan },
        { labelKey: 'practice:personal.host', value: row.host },
        { labelKey: 'practice:personal.from', value: row.from, as: 'day' as const },
        { labelKey: 'practice:personal.to', value: row.to, as: 'day' as const },
        {
          labelKey: 'practice:personal.state',
          value: `practice:state.placement.${row.state}`,
          as: 'messageKey' as const,
        },
        { labelKey: 'practice:personal.medical', value: row.medicalUntil, as: 'day' as const },
        { labelKey: 'practice:personal.guardian', value: row.guardian },
      ],
    }));
  },
});
