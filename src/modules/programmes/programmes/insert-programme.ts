import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import type { programmeFields } from '../contract.ts';

interface New extends z.output<typeof programmeFields> {
  organisationId: string;
  newId(): string;
}

/** Stores a programme; the same code, base and form may stand once as usual and once as adapted. */
export async function insertProgramme(tx: Tx, p: New): Promise<string> {
  const id = p.newId();
  const { rows } =
    await sql`insert into programmes.programme (id, organisation_id, code, name, base, form, months, standard,
      capacity, workshop_id, is_new, is_flexible, is_adapted)
    values (${id}, ${p.organisationId}, ${p.code}, ${p.name}, ${p.base}, ${p.form}, ${p.months}, ${p.standard}, ${p.capacity},
      ${p.workshopId}, ${p.isNew}, ${p.isFlexible}, ${p.isAdapted})
    on conflict (organisation_id, code, base, form, is_adapted) do nothing returning id`.execute(tx);
  if (rows.length === 0)
    throw refuse(
      'programmes:error.programmeTwice',
      { code: p.code, base: p.base },
      {
        status: 409,
        fields: [
          { path: 'code', key: 'programmes:error.programmeTwice', params: { code: p.code, base: p.base } },
        ],
      },
    );
  return id;
}
