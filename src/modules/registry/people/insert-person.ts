import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { personFields } from '../contract.ts';
import { sortKeyOf } from '../sort-key.ts';

interface New extends z.output<typeof personFields> {
  email?: string | undefined;
  today: string;
  newId(): string;
  isDemo?: boolean;
  id?: string;
}

/**
 * Stores a person and, when given, the address letters go to. A base is either a demo or real and never both, so who
 * is entered by hand in a demo is a demo person like those it holds: otherwise the demo would refuse to open again.
 */
export async function insertPerson(tx: Tx, fields: New): Promise<string> {
  const { surname, givenName, patronymic, birthDate, sex, email, today, newId } = fields;
  const id = fields.id ?? newId();
  const sortKey = sortKeyOf([surname, givenName, patronymic].filter(Boolean).join(' '));
  await sql`insert into registry.person (id, surname, given_name, patronymic, sort_key, birth_date, sex, is_demo)
    values (${id}, ${surname}, ${givenName}, ${patronymic}, ${sortKey}, ${birthDate}, ${sex},
      coalesce((select is_demo from registry.person limit 1), ${fields.isDemo ?? false}))`.execute(tx);
  if (email)
    await sql`insert into registry.person_contact (id, person_id, kind, value, valid)
      values (${newId()}, ${id}, 'email', ${email}, daterange(${today}::date, null))`.execute(tx);
  return id;
}
