import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type OrganisationRow, organisationColumns } from './organisation-row.ts';

interface Pair {
  a: string;
  b: string;
  why: 'inn' | 'name';
  total: number;
}

/** Pairs with one ИНН, or with names alike (trigrams, 0.75 and more) in one municipality. Proposed, never merged silently. */
export const listDuplicates = useCase(contract.listDuplicates, {
  right: 'registry.organisation.merge',
  async run({ input, tx }) {
    const { rows: pairs } = await sql<Pair>`
      with pairs as (
        select a.id as a, b.id as b, case when a.inn = b.inn then 'inn' else 'name' end as why
        from registry.organisation_v a join registry.organisation_v b on a.id < b.id and a.kind = b.kind
          and (a.inn = b.inn or (a.municipality_id = b.municipality_id and a.inn is null and similarity(a.sort_key, b.sort_key) >= 0.75)))
      select *, count(*) over ()::int as total from pairs order by why, a, b limit ${input.limit} offset ${input.offset}`.execute(
      tx,
    );
    if (pairs.length === 0) return { rows: [], total: 0 };
    const ids = pairs.flatMap(({ a, b }) => [a, b]);
    const { rows } = await sql<OrganisationRow>`select ${organisationColumns} from registry.organisation_v o
      where o.id in (${sql.join(ids)})`.execute(tx);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const whole = pairs.flatMap(({ a, b, why }) => {
      const [first, second] = [byId.get(a), byId.get(b)];
      return first && second ? [{ a: first, b: second, why }] : [];
    });
    return { rows: whole, total: pairs[0]?.total ?? 0 };
  },
});
