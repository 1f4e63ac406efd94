import { sql } from 'kysely';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const saveProject = useCase(contract.saveProject, {
  right: 'needs.project.edit',
  async run({ input, tx, newId, change, emit }) {
    const { id, rev, code, name, organisationId, municipalityId, startYear, jobs, source } = input;
    const same =
      await sql`select 1 from needs.project where code = ${code} and id is distinct from ${id ?? null}`.execute(
        tx,
      );
    if (same.rows.length > 0)
      throw refuse(
        'needs:error.projectCode',
        { code },
        { fields: [{ path: 'code', key: 'needs:error.projectCode', params: { code } }] },
      );
    if (!id) {
      const added = newId();
      await sql`insert into needs.project (id, code, name, organisation_id, municipality_id, start_year, jobs, source)
        values (${added}, ${code}, ${name}, ${organisationId}, ${municipalityId}, ${startYear}, ${jobs}, ${source})`.execute(
        tx,
      );
      change({ subject: { kind: 'needs.project', id: added }, after: input });
      emit('needs.project.changed', { id: added });
      return { id: added, rev: 1 };
    }
    const { rows } = await sql<{
      rev: number;
    }>`select * from needs.project where id = ${id} for update`.execute(tx);
    const before = found(rows[0]);
    if (rev !== undefined && rev !== before.rev) throw stale();
    await sql`update needs.project set code = ${code}, name = ${name}, organisation_id = ${organisationId},
      municipality_id = ${municipalityId}, start_year = ${startYear}, jobs = ${jobs}, source = ${source}, rev = rev + 1
      where id = ${id}`.execute(tx);
    change({ subject: { kind: 'needs.project', id }, before, after: input });
    emit('needs.project.changed', { id });
    return { id, rev: before.rev + 1 };
  },
});
