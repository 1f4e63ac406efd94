import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { isKnownCode, ownOrganisation } from '../own-organisation.ts';
import { insertProgramme } from './insert-programme.ts';

export const saveProgramme = useCase(contract.saveProgramme, {
  right: 'programmes.programme.edit',
  async run({ input, tx, actor, scope, newId, change, emit }) {
    const { id, rev, organisationId: asked, ...fields } = input;
    const known = await isKnownCode(tx, fields.code);
    if (!id) {
      const organisationId = ownOrganisation(scope, actor, asked);
      const added = await insertProgramme(tx, { ...fields, organisationId, newId });
      change({ subject: { kind: 'programmes.programme', id: added, organisationId }, after: fields });
      emit('programmes.programme.added', { id: added, organisationId });
      return { id: added, rev: 1, known };
    }
    const { rows } = await sql<{ rev: number; organisation_id: string; code: string }>`
      select p.* from programmes.programme p
      where p.id = ${id} and ${within(scope, actor, { organisation: 'p.organisation_id' })} for update`.execute(
      tx,
    );
    const before = found(rows[0]);
    if (rev !== undefined && rev !== before.rev) throw stale();
    await refuseForeignWorkshop(fields.workshopId, before.organisation_id);
    await sql`update programmes.programme set code = ${fields.code}, name = ${fields.name}, base = ${fields.base},
      form = ${fields.form}, months = ${fields.months}, standard = ${fields.standard}, capacity = ${fields.capacity},
      workshop_id = ${fields.workshopId}, is_new = ${fields.isNew}, is_flexible = ${fields.isFlexible},
      is_adapted = ${fields.isAdapted}, rev = rev + 1 where id = ${id}`.execute(tx);
    change({
      subject: { kind: 'programmes.programme', id, organisationId: before.organisation_id },
      before,
      after: fields,
    });
    emit('programmes.programme.changed', { id });
    return { id, rev: before.rev + 1, known };

    async function refuseForeignWorkshop(workshopId: string | null, organisationId: string) {
      if (!workshopId) return;
      const own = await sql`select 1 from programmes.workshop where id = ${workshopId}
        and organisation_id = ${organisationId}`.execute(tx);
      if (own.rows.length === 0)
        throw refuse(
          'programmes:error.foreignWorkshop',
          {},
          { fields: [{ path: 'workshopId', key: 'programmes:error.foreignWorkshop' }] },
        );
    }
  },
});
