import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { sortKeyOf } from '../sort-key.ts';

interface Renaming {
  id: string;
  fullName: string;
  shortName: string;
  from: string;
  newId(): string;
}

/** From a day on the organisation bears a new name; papers of earlier days keep the old one. */
export async function renameOrganisation(
  tx: Tx,
  { id, fullName, shortName, from, newId }: Renaming,
): Promise<void> {
  await sql`delete from registry.organisation_name where organisation_id = ${id} and lower(valid) >= ${from}::date`.execute(
    tx,
  );
  await sql`update registry.organisation_name set valid = daterange(lower(valid), ${from}::date)
    where organisation_id = ${id} and valid @> ${from}::date`.execute(tx);
  await sql`insert into registry.organisation_name (id, organisation_id, full_name, short_name, sort_key, valid)
    values (${newId()}, ${id}, ${fullName}, ${shortName}, ${sortKeyOf(shortName)}, daterange(${from}::date, null))`.execute(
    tx,
  );
}
