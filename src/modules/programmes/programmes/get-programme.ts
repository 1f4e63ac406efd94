import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { planModules } from './plan-modules.ts';
import { type ProgrammeRow, programmeColumns, programmeFrom } from './programme-row.ts';

export const getProgramme = useCase(contract.getProgramme, {
  right: 'programmes.programme.read',
  async run({ input, tx, actor, scope, today }) {
    const { rows } = await sql<ProgrammeRow>`select ${programmeColumns} from ${programmeFrom(today)}
      where p.id = ${input.id}
        and ${within(scope, actor, { organisation: 'p.organisation_id', municipality: 'o.municipality_id' })}`.execute(
      tx,
    );
    const row = found(rows[0]);
    const versions = await sql<{ id: string; title: string; from: string | null; to: string | null }>`
      select id, title, lower(valid) as "from", upper(valid) - 1 as "to" from programmes.version
      where programme_id = ${row.id} and not isempty(valid) order by lower(valid) desc nulls last`.execute(
      tx,
    );
    const shownVersionId = input.versionId ?? row.versionId;
    if (shownVersionId) found(versions.rows.find((version) => version.id === shownVersionId));
    const seatLines = await sql<{
      intakeYear: number;
      funding: 'quota';
      seats: number;
      enrolled: number | null;
    }>`
      select intake_year as "intakeYear", funding, seats, enrolled from programmes.seat_line
      where programme_id = ${row.id} order by intake_year desc, funding`.execute(tx);
    const groups = await sql<{ id: string; code: string; course: number; studying: number }>`
      select g.id, g.code, g.course, count(s.id) filter (where s.status = 'studying')::int as studying
      from programmes.study_group g left join programmes.student s on s.group_id = g.id
      where g.programme_id = ${row.id} group by g.id, g.code, g.course, g.intake_year
      order by g.intake_year desc, g.code`.execute(tx);
    const workshops = await sql<{ id: string; name: string }>`select id, name from programmes.workshop
      where organisation_id = ${row.organisationId} order by name, id`.execute(tx);
    return {
      ...row,
      versions: versions.rows,
      shownVersionId,
      modules: shownVersionId ? await planModules(tx, shownVersionId) : [],
      seatLines: seatLines.rows,
      groupList: groups.rows,
      workshops: workshops.rows,
    };
  },
  can: ({ data, actor, may }) => ({
    edit:
      may('programmes.programme.edit') &&
      (actor.rights['programmes.programme.edit'] === 'all' || data.organisationId === actor.organisationId),
    // groups name people's courses: only their own college opens them
    openGroups: may('programmes.group.read') && data.organisationId === actor.organisationId,
  }),
});
