import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import type { organisationFields } from '../contract.ts';
import { sortKeyOf } from '../sort-key.ts';

export type OrganisationFields = z.output<typeof organisationFields>;

interface New extends OrganisationFields {
  from: string | null;
  newId(): string;
  isDemo?: boolean;
  id?: string;
}

/** Stores a new organisation with its first name; a second record with the same ИНН and КПП is refused. */
export async function insertOrganisation(tx: Tx, fields: New): Promise<string> {
  const id = fields.id ?? fields.newId();
  const done =
    await sql`insert into registry.organisation (id, kind, inn, kpp, ogrn, okved, municipality_id, address, lat,
      lon, size_class, headcount, access_class, is_demo)
    values (${id}, ${fields.kind}, ${fields.inn}, ${fields.kpp}, ${fields.ogrn}, ${fields.okved}, ${fields.municipalityId},
      ${fields.address}, ${fields.lat}, ${fields.lon}, ${fields.sizeClass}, ${fields.headcount}, ${fields.accessClass},
      ${fields.isDemo ?? false})
    on conflict do nothing returning id`.execute(tx);
  if (done.rows.length === 0)
    throw refuse(
      'registry:error.innTaken',
      { inn: fields.inn },
      {
        status: 409,
        fields: [{ path: 'inn', key: 'registry:error.innTaken', params: { inn: fields.inn } }],
      },
    );
  await sql`insert into registry.organisation_name (id, organisation_id, full_name, short_name, sort_key, valid)
    values (${fields.newId()}, ${id}, ${fields.fullName}, ${fields.shortName}, ${sortKeyOf(fields.shortName)},
      daterange(${fields.from}::date, null))`.execute(tx);
  return id;
}
