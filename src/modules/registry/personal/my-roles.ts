import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Role {
  id: string;
  role: string;
  organisation: string | null;
  from: string | null;
  to: string | null;
}

/** Dated roles: who the person is in which organisation. */
export const myRoles = definePersonalData({
  id: 'registry.assignment',
  titleKey: 'registry:personal.role.title',
  basis: 'contract',
  basisKey: 'registry:personal.role.basis',
  purposeKey: 'registry:personal.role.purpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Role>`select a.id, a.role, o.short_name as organisation, lower(a.valid) as "from", upper(a.valid) - 1 as "to"
      from registry.assignment a left join registry.organisation_v o on o.id = a.organisation_id
      where a.person_id = ${personId} order by lower(a.valid) desc nulls last`.execute(tx);
    return rows.map((row) => ({
      id: row.id,
      fields: [
        {
          labelKey: 'registry:personal.role.role',
          value: `registry:role.${row.role}`,
          as: 'messageKey' as const,
        },
        { labelKey: 'registry:personal.role.organisation', value: row.organisation },
        { labelKey: 'registry:personal.role.from', value: row.from, as: 'day' as const },
        { labelKey: 'registry:personal.role.to', value: row.to, as: 'day' as const },
      ],
    }));
  },
});
