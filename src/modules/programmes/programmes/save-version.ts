import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { lockProgramme } from './lock-programme.ts';
import { insertVersion, replaceModules } from './write-version.ts';

export const saveVersion = useCase(contract.saveVersion, {
  right: 'programmes.programme.edit',
  async run({ input, tx, actor, scope, newId, change, emit }) {
    const { programmeId, title, from, modules } = input;
    const { organisationId } = await lockProgramme(tx, programmeId, scope, actor);
    if (!input.id) {
      const id = await insertVersion(tx, { programmeId, title, from, modules, newId });
      change({
        subject: { kind: 'programmes.version', id, organisationId },
        after: { title, from, modules },
      });
      emit('programmes.version.added', { id, programmeId, from });
      return { id };
    }
    const { rows } = await sql<{ title: string }>`select title from programmes.version
      where id = ${input.id} and programme_id = ${programmeId} for update`.execute(tx);
    const before = found(rows[0]);
    await replaceModules(tx, input.id, modules, newId);
    await sql`update programmes.version set title = ${title} where id = ${input.id}`.execute(tx);
    change({
      subject: { kind: 'programmes.version', id: input.id, organisationId },
      before,
      after: { title, modules },
    });
    emit('programmes.version.changed', { id: input.id, programmeId });
    return { id: input.id };
  },
});
