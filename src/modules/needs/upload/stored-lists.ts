import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { ImportLists, KnownEnterprise, KnownOccupation, KnownPlace } from '../import/lists.ts';
import type { OwnOrganisation } from '../own-organisation.ts';

/** Code lists for a check by anybody: nothing of the register of enterprises, so that nothing of it can be asked out. */
export async function publicLists(tx: Tx, asOf: string): Promise<ImportLists> {
  const next = Number(asOf.slice(0, 4)) + 1;
  const lists = await storedLists(tx, { own: null, horizon: { from: next, to: next + 6 }, asOf });
  const programmes = await sql<{
    code: string;
  }>`select code from classifiers.item_v where list = 'spo'`.execute(tx);
  const codes = new Set(programmes.rows.map((it) => it.code));
  return { ...lists, enterprises: null, programmes: codes.size > 0 ? codes : null };
}

/** What an upload is compared with, from the register and the classifiers. `own`: the one enterprise that uploads. */
export async function storedLists(
  tx: Tx,
  {
    own,
    horizon,
    asOf,
  }: { own: OwnOrganisation | null; horizon: { from: number; to: number }; asOf: string },
): Promise<ImportLists> {
  const occupations =
    await sql<KnownOccupation>`select code, name, nullif(attributes ->> 'okpdtr', '') as okpdtr
    from classifiers.item_v where list = 'occupation' and status <> 'unknown'`.execute(tx);
  const places = await sql<KnownPlace>`select id::text as code, name,
    array_remove(array[code, centre, short_name], null) as aliases from registry.municipality_v`.execute(tx);
  const enterprises = await sql<KnownEnterprise>`select id::text as code, inn, short_name as name,
      municipality_id::text as municipality from registry.organisation_v
    where kind = 'enterprise' and (${own?.id ?? null}::uuid is null or id = ${own?.id ?? null})`.execute(tx);
  return {
    occupations: occupations.rows,
    places: places.rows,
    enterprises: enterprises.rows,
    region: null,
    programmes: null,
    horizon,
    asOf,
  };
}
