import { sql } from 'kysely';
import { type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { planModules } from '../programmes/plan-modules.ts';
import { insertVersion, type ModuleFields, replaceModules } from '../programmes/write-version.ts';
import type { Applied } from './apply-contingent.ts';
import type { CurriculumRow } from './import-curriculum.ts';

interface Ask {
  programmeId: string;
  organisationId: string;
  title: string;
  from: string;
  rows: CurriculumRow[];
}

/** A plan from a file is a version of the day it holds from: the same file again finds that version and changes nothing. */
export async function applyCurriculum(
  { tx, newId, change }: Pick<RunArgs<unknown>, 'tx' | 'newId' | 'change'>,
  { programmeId, organisationId, title, from, rows }: Ask,
): Promise<Applied> {
  const modules = modulesOf(rows);
  if (modules.length === 0) throw refuse('programmes:error.emptyPlan');
  await sql`select 1 from programmes.programme where id = ${programmeId} for update`.execute(tx);
  const standing = await sql<{ id: string }>`select id from programmes.version
    where programme_id = ${programmeId} and not isempty(valid) and lower(valid) = ${from}::date`.execute(tx);
  const before = standing.rows[0] ? await planModules(tx, standing.rows[0].id) : [];
  const known = new Map(before.map(({ id: _, ...module }) => [module.code, JSON.stringify(sorted(module))]));
  const added = modules.filter((m) => !known.has(m.code)).length;
  const same = modules.filter((m) => known.get(m.code) === JSON.stringify(sorted(m))).length;
  const changed = modules.length - added - same;
  if (standing.rows[0]) {
    const gone = before.length > modules.length - added;
    if (added > 0 || changed > 0 || gone) await replaceModules(tx, standing.rows[0].id, modules, newId);
  } else await insertVersion(tx, { programmeId, title, from, modules, newId });
  change({
    subject: { kind: 'programmes.version', id: `${programmeId} ${from}`, organisationId },
    after: { title, from, modules: modules.length },
  });
  return { added, changed, same, refused: 0 };
}

const sorted = (module: object) =>
  Object.fromEntries(Object.entries(module).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Sums are checked, not stored. */
export const modulesOf = (rows: readonly CurriculumRow[]): ModuleFields[] =>
  rows.flatMap(({ code, name, kind, academicHours, practiceHours, competences }) =>
    kind === 'sum' ? [] : [{ code, name, kind, academicHours, practiceHours, competences }],
  );
