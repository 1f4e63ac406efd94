import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import type { PaperSetInput } from './paper-set.ts';

interface Row {
  fullName: string;
  shortName: string;
  inn: string | null;
  address: string | null;
  city: string | null;
  headPost: string | null;
  headName: string | null;
  isDemo: boolean;
}

/** An organisation for its papers: names, address and the head by the registry. */
export async function readParty(
  tx: Tx,
  id: string,
  today: string,
): Promise<{ party: PaperSetInput['college']; city: string | null; isDemo: boolean }> {
  const { rows } =
    await sql<Row>`select o.full_name as "fullName", o.short_name as "shortName", o.inn, o.address,
      case when m.kind = 'city' then 'г. ' || m.centre else m.centre end as city, o.is_demo as "isDemo", h.full_name as "headName",
      case when h.full_name is null then null else 'Директор' end as "headPost"
    from registry.organisation_v o left join registry.municipality_v m on m.id = o.municipality_id
    left join lateral (select p.full_name from registry.assignment_v a join registry.person_v p on p.id = a.person_id
      where a.organisation_id = o.id and a.role in ('college_head', 'enterprise_head') and a.valid @> ${today}::date
      order by lower(a.valid) desc, a.id limit 1) h on true
    where o.id = ${id}`.execute(tx);
  const { city, isDemo, ...party } = found(rows[0]);
  return { party: { ...party, authority: party.headName ? 'Устав' : null }, city, isDemo };
}
