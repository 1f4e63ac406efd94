import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import type { StoredImport } from './stored-kind.ts';

/**
 * A whole list of a source tells also which cards are no longer in it: cards of the same source that were open on its
 * day and do not stand in it are closed by that day. Cards seen later than that day stay. A file that holds too few of
 * the open cards is no whole list, and is refused instead of closing half of the region's vacancies.
 */
export async function closeMissing(
  tx: Tx,
  { id, asOf, municipalityId }: StoredImport,
): Promise<{ closed: number; organisations: string[] }> {
  const known = sql`present as materialized (
      select data ->> 'source' as source, data ->> 'externalId' as external_id from needs.import_row where import_id = ${id}
      union select p ->> 'source', p ->> 'externalId' from needs.import i, jsonb_array_elements(i.present) p where i.id = ${id}
    ), open as materialized (
      select v.id, exists (select 1 from present p where p.source = v.source and p.external_id = v.external_id) as there
      from needs.vacancy v
      where v.closed_on is null and v.source in (select source from present) and v.seen_on <= ${asOf}::date
        and coalesce(v.opened_on, ${asOf}::date) <= ${asOf}::date
        and (${municipalityId}::uuid is null or v.municipality_id = ${municipalityId}::uuid)
    )`;
  const counts = await sql<{ had: number; there: number }>`with ${known}
    select count(*)::int as had, (count(*) filter (where there))::int as there from open`.execute(tx);
  const { had = 0, there = 0 } = counts.rows[0] ?? {};
  const least = Number(await settingOn(tx, 'needs.dumpLeastShare', asOf));
  if (there < had * least)
    throw refuse('needs:error.notFullDump', { there, had, least: Math.round(least * 100) }, { status: 422 });
  const { rows } = await sql<{ organisation_id: string | null }>`with ${known}
    update needs.vacancy v set closed_on = ${asOf}::date, raw = v.raw || jsonb_build_object('missingIn', ${asOf}::text)
    from open o where o.id = v.id and not o.there returning v.organisation_id`.execute(tx);
  return { closed: rows.length, organisations: rows.flatMap((row) => row.organisation_id ?? []) };
}
