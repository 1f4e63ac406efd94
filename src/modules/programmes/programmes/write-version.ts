import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { found, refuse } from '../../../platform/use-case/index.ts';
import type { moduleFields } from '../contract.ts';

export type ModuleFields = z.output<typeof moduleFields>;

interface NewVersion {
  programmeId: string;
  title: string;
  from: string;
  modules: readonly ModuleFields[];
  newId(): string;
}

/** A new version of the plan: the one before ends on the day before. One is valid at a time. */
export async function insertVersion(
  tx: Tx,
  { programmeId, title, from, modules, newId }: NewVersion,
): Promise<string> {
  const last = await sql<{ from: string | null }>`select lower(valid) as "from" from programmes.version
    where programme_id = ${programmeId} and not isempty(valid) order by lower(valid) desc nulls last limit 1 for update`.execute(
    tx,
  );
  const before = last.rows[0]?.from ?? null;
  if (before !== null && from <= before)
    throw refuse(
      'programmes:error.versionBackwards',
      { from: before },
      { fields: [{ path: 'from', key: 'programmes:error.versionBackwards', params: { from: before } }] },
    );
  await sql`update programmes.version set valid = daterange(lower(valid), ${from}::date)
    where programme_id = ${programmeId} and valid @> ${from}::date`.execute(tx);
  const id = newId();
  await sql`insert into programmes.version (id, programme_id, title, valid)
    values (${id}, ${programmeId}, ${title}, daterange(${from}::date, null))`.execute(tx);
  await writeModules(tx, id, modules, newId);
  return id;
}

/** Puts other modules into a version; a module somebody teaches now stays. */
export async function replaceModules(
  tx: Tx,
  versionId: string,
  modules: readonly ModuleFields[],
  newId: () => string,
) {
  const codes = modules.map(({ code }) => code);
  const taught = await sql<{ code: string }>`select distinct t.module_code as code from programmes.teaching t
    join programmes.study_group g on g.id = t.group_id
    where g.version_id = ${versionId} and t.ended_on is null and not (t.module_code = any(${codes}::text[]))
    order by 1`.execute(tx);
  if (taught.rows.length > 0)
    throw refuse(
      'programmes:error.moduleTaught',
      { codes: taught.rows.map(({ code }) => code).join(', ') },
      { status: 409 },
    );
  await sql`delete from programmes.module where version_id = ${versionId}`.execute(tx);
  await writeModules(tx, versionId, modules, newId);
}

async function writeModules(
  tx: Tx,
  versionId: string,
  modules: readonly ModuleFields[],
  newId: () => string,
) {
  const twice = modules.findIndex((m, i) => modules.findIndex((other) => other.code === m.code) !== i);
  if (twice >= 0) {
    const params = { code: found(modules[twice]).code };
    throw refuse('programmes:error.moduleTwice', params, {
      fields: [{ path: `modules.${twice}.code`, key: 'programmes:error.moduleTwice', params }],
    });
  }
  for (const [position, m] of modules.entries())
    await sql`insert into programmes.module (id, version_id, code, name, kind, academic_hours, practice_hours, competences, position)
      values (${newId()}, ${versionId}, ${m.code}, ${m.name}, ${m.kind}, ${m.academicHours}, ${m.practiceHours},
        ${m.competences}::text[], ${position})`.execute(tx);
}
