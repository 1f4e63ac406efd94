import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import type { ImportLists, KnownEnterprise, KnownOccupation, KnownPlace } from '../import/lists.ts';
import { vacancyRuleOn } from '../rules/vacancy-rule-on.ts';

interface Whose {
  /** The one enterprise that brings its own table. */
  organisationId: string | null;
  /** The one municipality whose rows may be brought. */
  municipalityId: string | null;
  horizon: { from: number; to: number };
  asOf: string;
}

/** Code lists for a check by anybody: nothing of the register of enterprises, so that nothing of it can be asked out. */
export async function publicLists(tx: Tx, asOf: string): Promise<ImportLists> {
  const next = Number(asOf.slice(0, 4)) + 1;
  const horizon = { from: next, to: next + 6 };
  const lists = await storedLists(tx, { organisationId: null, municipalityId: null, horizon, asOf });
  return { ...lists, enterprises: null };
}

/** What an upload is compared with, from the register and the classifiers. */
export async function storedLists(
  tx: Tx,
  { organisationId, municipalityId, horizon, asOf }: Whose,
): Promise<ImportLists> {
  const occupations =
    await sql<KnownOccupation>`select code, name, nullif(attributes ->> 'okpdtr', '') as okpdtr
    from classifiers.item_v where list = 'occupation' and status <> 'unknown'`.execute(tx);
  const places = await sql<KnownPlace>`select id::text as code, name,
    array_remove(array[code, centre, short_name], null) as aliases from registry.municipality_v`.execute(tx);
  const enterprises = await sql<KnownEnterprise>`select id::text as code, inn, short_name as name,
      municipality_id::text as municipality from registry.organisation_v
    where kind = 'enterprise' and (${organisationId}::uuid is null or id = ${organisationId})
      and (${municipalityId}::uuid is null or municipality_id = ${municipalityId})`.execute(tx);
  const programmes = await sql<{
    code: string;
  }>`select code from classifiers.item_v where list = 'spo'`.execute(tx);
  const codes = new Set(programmes.rows.map((it) => it.code));
  return {
    occupations: occupations.rows,
    places: places.rows,
    enterprises: enterprises.rows,
    region: await settingOn<string>(tx, 'needs.regionCode', asOf),
    programmes: codes.size > 0 ? codes : null,
    horizon,
    asOf,
    vacancies: await vacancyRuleOn(tx, asOf),
  };
}
