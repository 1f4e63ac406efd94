import { sql } from 'kysely';
import type { StoredKind } from '../../../needs/index.ts';
import { readFormInThread } from './read-form.ts';
import { type KnownCollege, spellingsOf } from './spellings-of.ts';

/** Kept with the row: where it came from. */
const SOURCE = 'monitoring-form';

/**
 * The monitoring form of one year: a row per college and code. Rows of a spelling that nobody has decided wait; two
 * spellings of one college are counted together. The same form again changes nothing.
 */
export const storedOutcomes: StoredKind = {
  kind: 'outcomes',

  async read(tx, source) {
    const codes = await sql<{ code: string }>`select code from classifiers.item_v where list = 'spo'`.execute(
      tx,
    );
    const known = codes.rows.map((it) => it.code);
    const result = await readFormInThread({ ...source, codes: known.length > 0 ? known : null });
    const colleges = await sql<KnownCollege>`select id, short_name as "shortName", full_name as "fullName"
      from registry.organisation_v where kind = 'college'`.execute(tx);
    return { result, columns: [], spellings: spellingsOf(result.rows, colleges.rows) };
  },

  async store(tx, about) {
    const brought = sql`with meant as (
        select s ->> 'spelling' as spelling, case when d.spelling is null then (s ->> 'equal')::uuid else d.organisation_id end
          as organisation_id, d.spelling is null and s ->> 'equal' is null as waits, (s ->> 'rows')::int as rows
        from needs.import_v i cross join lateral jsonb_array_elements(i.spellings) s
        left join needs.spelling_v d on d.kind = 'college' and d.spelling = s ->> 'spelling'
        where i.id = ${about.id}
      ), brought as materialized (
        select m.organisation_id, r.data ->> 'code' as code, (array_agg(r.data ->> 'newId' order by r.row))[1]::uuid as id,
          sum((r.data ->> 'graduates')::int)::int as graduates,
          sum((r.data ->> 'employed')::int)::int as employed,
          sum((r.data ->> 'entrepreneurs')::int + (r.data ->> 'selfEmployed')::int)::int as self_employed,
          sum((r.data ->> 'army')::int)::int as army, sum((r.data ->> 'furtherStudy')::int)::int as further_study,
          sum((r.data ->> 'parentalLeave')::int)::int as parental_leave, sum((r.data ->> 'atRisk')::int)::int as unemployed
        from needs.import_row_v r join meant m on m.spelling = r.data ->> 'college'
        where r.import_id = ${about.id} and (r.data ->> 'line')::int = 1
          and m.organisation_id is not null group by 1, 2
      )`;
    const stored = await sql<{ added: boolean; organisation_id: string }>`${brought}
      insert into programmes.outcome as o (id, organisation_id, code, year, graduates, employed, self_employed, army,
        further_study, parental_leave, unemployed, source)
      select id, organisation_id, code, ${about.year}, graduates, employed, self_employed, army, further_study,
        parental_leave, unemployed, ${SOURCE} from brought
      on conflict (organisation_id, code, year, source) do update set graduates = excluded.graduates,
        employed = excluded.employed, self_employed = excluded.self_employed, army = excluded.army,
        further_study = excluded.further_study, parental_leave = excluded.parental_leave, unemployed = excluded.unemployed
      where (o.graduates, o.employed, o.self_employed, o.army, o.further_study, o.parental_leave, o.unemployed)
        is distinct from (excluded.graduates, excluded.employed, excluded.self_employed, excluded.army,
          excluded.further_study, excluded.parental_leave, excluded.unemployed)
      returning (xmax = 0) as added, organisation_id`.execute(tx);
    const counts = await sql<{ known: number; waiting: number }>`${brought}
      select (select count(*)::int from brought) as known,
        (select coalesce(sum(rows), 0)::int from meant where waits) as waiting`.execute(tx);
    const added = stored.rows.filter((it) => it.added).length;
    const changed = stored.rows.length - added;
    return {
      added,
      changed,
      same: (counts.rows[0]?.known ?? 0) - added - changed,
      waiting: counts.rows[0]?.waiting ?? 0,
      organisations: [...new Set(stored.rows.map((it) => it.organisation_id))].sort(),
    };
  },
};
