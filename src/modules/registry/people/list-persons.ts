import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract, type personRow } from '../contract.ts';
import { sortKeyOf } from '../sort-key.ts';

type Row = z.output<typeof personRow> & { total: number };

/** An organisation sees the persons who hold a role in it today; an unverified one sees nobody. */
export const listPersons = useCase(contract.listPersons, {
  right: 'registry.person.read',
  async run({ input, tx, actor, scope, today }) {
    if (!actor.verified) return { rows: [], total: 0 };
    const search = input.search?.trim() ? `${sortKeyOf(input.search)}%` : null;
    const organisationId = scope === 'all' ? null : actor.organisationId;
    const asked = sql`(${search}::text is null or p.sort_key like ${search})
        and (${organisationId}::uuid is null or exists (select 1 from registry.assignment a
          where a.person_id = p.id and a.organisation_id = ${organisationId} and a.valid @> ${today}::date))`;
    // counted apart: a window over all persons would read them in the order of names before the first row
    const { rows } =
      await sql<Row>`select p.id, p.full_name as "fullName", p.birth_date as "birthDate", p.is_demo as "isDemo",
        coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'organisation', o.short_name))
          from registry.assignment a left join registry.organisation_v o on o.id = a.organisation_id
          where a.person_id = p.id and a.valid @> ${today}::date
            and (${organisationId}::uuid is null or a.organisation_id = ${organisationId})), '[]') as roles,
        (select count(*) from registry.person_v p where ${asked})::int as total
      from registry.person_v p where ${asked}
      order by p.sort_key, p.id limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },
  reads: ({ input }) => ({ kind: 'registry.personList', id: input.search ?? '' }),
});
