import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { lockProgramme } from './lock-programme.ts';
import { planModules } from './plan-modules.ts';
import { insertVersion, type ModuleFields } from './write-version.ts';

export const copyVersion = useCase(contract.copyVersion, {
  right: 'programmes.programme.edit',
  async run({ input, tx, actor, scope, newId, change, emit }) {
    const { programmeId, title, from } = input;
    const { organisationId } = await lockProgramme(tx, programmeId, scope, actor);
    const last = await sql<{ id: string }>`select id from programmes.version
      where programme_id = ${programmeId} and not isempty(valid) order by lower(valid) desc nulls last limit 1`.execute(
      tx,
    );
    if (!last.rows[0]) throw refuse('programmes:error.nothingToCopy');
    const modules = (await planModules(tx, last.rows[0].id)).map(
      ({ kind, ...m }): ModuleFields => ({ ...m, kind: kind as ModuleFields['kind'] }),
    );
    const id = await insertVersion(tx, { programmeId, title, from, modules, newId });
    change({
      subject: { kind: 'programmes.version', id, organisationId },
      after: { title, from, copyOf: last.rows[0].id },
    });
    emit('programmes.version.added', { id, programmeId, from });
    return { id, modules: modules.length };
  },
});
