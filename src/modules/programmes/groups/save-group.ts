import { sql } from 'kysely';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { saveCohort } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { lockProgramme } from '../programmes/lock-programme.ts';
import { schoolYearOf } from '../rules/school-year.ts';
import { insertGroup } from './insert-group.ts';

export const saveGroup = useCase(contract.saveGroup, {
  right: 'programmes.group.edit',
  async run({ input, tx, actor, scope, today, newId, change, emit }) {
    const { id, rev, ...fields } = input;
    const { organisationId, closedOn } = await lockProgramme(tx, fields.programmeId, scope, actor);
    const fault = (path: string, key: string) => refuse(key, {}, { fields: [{ path, key }] });
    if (fields.graduationYear <= fields.intakeYear)
      throw fault('graduationYear', 'programmes:error.endsBeforeIntake');
    if (!id && closedOn && `${fields.intakeYear}-09-01` >= closedOn)
      throw fault('intakeYear', 'programmes:error.programmeClosed');
    if (fields.curatorId) {
      const works = await sql`select 1 from registry.assignment_v a where a.person_id = ${fields.curatorId}
        and a.organisation_id = ${organisationId} and a.role like 'college%'`.execute(tx);
      if (works.rows.length === 0) throw fault('curatorId', 'programmes:error.notOnStaff');
    }
    const subject = (groupId: string) => ({ kind: 'programmes.group', id: groupId, organisationId });
    if (!id) {
      const added = await insertGroup(tx, { ...fields, organisationId, today, newId });
      change({ subject: subject(added), after: fields });
      emit('programmes.group.added', { id: added, programmeId: fields.programmeId });
      return { id: added };
    }
    const { rows } = await sql<{ rev: number; course: number }>`select g.* from programmes.study_group g
      join programmes.programme p on p.id = g.programme_id
      where g.id = ${id} and p.organisation_id = ${organisationId} for update of g`.execute(tx);
    const before = found(rows[0]);
    if (rev !== undefined && rev !== before.rev) throw stale();
    await sql`update programmes.study_group set programme_id = ${fields.programmeId}, code = ${fields.code},
      intake_year = ${fields.intakeYear}, course = ${fields.course}, graduation_year = ${fields.graduationYear},
      curator_id = ${fields.curatorId}, course_year = ${
        fields.course === before.course ? sql`course_year` : Math.max(fields.intakeYear, schoolYearOf(today))
      }, rev = rev + 1 where id = ${id}`.execute(tx);
    await saveCohort(tx, { id, kind: 'study_group', name: fields.code, organisationId });
    change({ subject: subject(id), before, after: fields });
    emit('programmes.group.changed', { id });
    return { id };
  },
});
