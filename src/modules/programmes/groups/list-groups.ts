import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type GroupRow, groupColumns, groupFrom, groupsWithin } from './group-row.ts';

export const listGroups = useCase(contract.listGroups, {
  right: 'programmes.group.read',
  async run({ input, tx, actor, scope, today }) {
    const { organisationId = null, programmeId = null, finished } = input;
    const { rows } = await sql<GroupRow>`select ${groupColumns} from ${groupFrom(today)}
      where ${groupsWithin(scope, actor, today)}
        and (${organisationId}::uuid is null or p.organisation_id = ${organisationId})
        and (${programmeId}::uuid is null or g.programme_id = ${programmeId})
        and (${finished}::boolean or g.graduation_year >= extract(year from ${today}::date) or c.studying + c.on_leave > 0)
      order by g.course, g.code, g.id`.execute(tx);
    return { rows };
  },
  can: ({ may }) => ({
    add: may('programmes.group.edit'),
    import: may('programmes.import.make') && may('programmes.student.edit'),
  }),
});
