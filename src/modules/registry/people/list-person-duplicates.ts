import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Person {
  id: string;
  fullName: string;
  birthDate: string | null;
  roles: string[];
}

/** One name, and birth dates that are one or of which one is not known. Proposed, never merged silently. */
export const listPersonDuplicates = useCase(contract.listPersonDuplicates, {
  right: 'registry.person.merge',
  async run({ input, tx, today }) {
    const person = (
      alias: string,
    ) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'fullName', ${sql.ref(`${alias}.full_name`)},
      'birthDate', ${sql.ref(`${alias}.birth_date`)}, 'roles', coalesce((select jsonb_agg(distinct r.role) from registry.assignment r
        where r.person_id = ${sql.ref(`${alias}.id`)} and r.valid @> ${today}::date), '[]'))`;
    const { rows } = await sql<{ a: Person; b: Person; total: number }>`
      select ${person('a')} as a, ${person('b')} as b, count(*) over ()::int as total
      from registry.person_v a join registry.person_v b on a.sort_key = b.sort_key and a.id < b.id
        and (a.birth_date is null or b.birth_date is null or a.birth_date = b.birth_date)
      order by a.sort_key, a.id, b.id limit ${input.limit} offset ${input.offset}`.execute(tx);
    return { rows: rows.map(({ a, b }) => ({ a, b })), total: rows[0]?.total ?? 0 };
  },
  reads: () => ({ kind: 'registry.personList', id: 'duplicates' }),
});
