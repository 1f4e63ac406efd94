import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { within } from '../../../platform/rights/index.ts';
import { demand, judge, settingsOf } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { addTie } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { schoolYearDays } from '../rules/school-year.ts';
import { teachingLoadRule } from '../rules/teaching-load-rule.ts';

interface Group {
  organisation_id: string;
  has_plan: boolean;
  has_module: boolean;
}

interface Kept {
  id: string;
  ended_on: string | null;
}

/** Gives a module of a group to a teacher: the load is measured over all colleges, the tie stands on this record. */
export const assignTeacher = useCase(contract.assignTeacher, {
  right: 'programmes.teaching.edit',
  async run({ input, tx, actor, scope, newId, change, emit }) {
    const { personId, groupId, moduleCode, academicHours, schoolYear, terms } = input;
    const days = schoolYearDays(schoolYear);
    const { rows } = await sql<Group>`select p.organisation_id, x.version_id is not null as has_plan,
        exists (select 1 from programmes.module m where m.version_id = x.version_id and m.code = ${moduleCode}) as has_module
      from programmes.study_group g join programmes.programme p on p.id = g.programme_id
      cross join lateral (select coalesce(g.version_id, (select v.id from programmes.version v
        where v.programme_id = g.programme_id and v.valid @> make_date(g.intake_year, 9, 1))) as version_id) x
      where g.id = ${groupId} and ${within(scope, actor, { organisation: 'p.organisation_id' })}`.execute(tx);
    const group = found(rows[0]);
    const fault = (path: string, key: string) => refuse(key, {}, { fields: [{ path, key }] });
    if (group.has_plan && !group.has_module) throw fault('moduleCode', 'programmes:error.noSuchModule');
    const staff = await sql`select 1 from registry.assignment_v where person_id = ${personId}
      and organisation_id = ${group.organisation_id} and role like 'college%'
      and valid && daterange(${days.from}::date, ${days.to}::date, '[]')`.execute(tx);
    if (staff.rows.length === 0) throw fault('personId', 'programmes:error.notOnStaff');

    // one load at a time per person: two colleges at once could pass the limit together
    await sql`select pg_advisory_xact_lock(hashtextextended(${`programmes.teaching ${personId}`}, 0))`.execute(
      tx,
    );
    const kept = await sql<Kept>`select id, ended_on from programmes.teaching where person_id = ${personId}
      and group_id = ${groupId} and module_code = ${moduleCode} and school_year = ${schoolYear}`.execute(tx);
    const own = kept.rows[0];
    const load = await loadOf(tx, personId, schoolYear, group.organisation_id, own?.id ?? null);
    const settings = await settingsOf(tx, teachingLoadRule, days.from);
    const facts = { ...load, terms, hours: academicHours };
    demand(teachingLoadRule, judge(teachingLoadRule, facts, settings, days.from));

    const id = own?.id ?? newId();
    await sql`insert into programmes.teaching (id, person_id, group_id, module_code, academic_hours, school_year, terms)
      values (${id}, ${personId}, ${groupId}, ${moduleCode}, ${academicHours}, ${schoolYear}, ${terms})
      on conflict (person_id, group_id, module_code, school_year)
      do update set academic_hours = excluded.academic_hours, terms = excluded.terms, ended_on = null`.execute(
      tx,
    );
    if (!own || own.ended_on)
      await addTie(tx, {
        kind: 'teaches',
        from: { personId },
        to: { cohortId: groupId },
        since: days.from,
        until: days.to,
        source: { kind: 'programmes.teaching', id },
        newId,
      });
    change({
      subject: { kind: 'programmes.teaching', id, organisationId: group.organisation_id, personId },
      after: { groupId, moduleCode, academicHours, schoolYear, terms },
    });
    emit('programmes.teaching.assigned', { id, personId, groupId, schoolYear });
    return { id, load: load.before + academicHours };
  },
});

/** Hours of a school year without the record being changed, and those of other colleges among them. */
async function loadOf(
  tx: Tx,
  personId: string,
  schoolYear: number,
  organisationId: string,
  without: string | null,
) {
  const { rows } = await sql<{ before: number; elsewhere: number; hourly: number }>`
    select coalesce(sum(academic_hours), 0)::int as before,
      coalesce(sum(academic_hours) filter (where organisation_id <> ${organisationId}), 0)::int as elsewhere,
      coalesce(sum(academic_hours) filter (where terms = 'hourly'), 0)::int as hourly
    from programmes.teaching_v where person_id = ${personId} and school_year = ${schoolYear} and ended_on is null
      and id is distinct from ${without}::uuid`.execute(tx);
  return rows[0] ?? { before: 0, elsewhere: 0, hourly: 0 };
}
