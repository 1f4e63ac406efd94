import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type ProgrammeRow, programmeColumns, programmeFrom } from './programme-row.ts';

export const listProgrammes = useCase(contract.listProgrammes, {
  right: 'programmes.programme.read',
  async run({ input, tx, actor, scope, today }) {
    const asked = input.organisationId ?? null;
    const { rows } = await sql<ProgrammeRow>`select ${programmeColumns} from ${programmeFrom(today)}
      where ${within(scope, actor, { organisation: 'p.organisation_id', municipality: 'o.municipality_id' })}
        and (${asked}::uuid is null or p.organisation_id = ${asked})
        and (${input.closed}::boolean or p.closed_on is null or p.closed_on > ${today}::date)
      order by p.code, p.base, p.form, p.is_adapted, o.sort_key, p.id`.execute(tx);
    return { rows };
  },
  can: ({ may, actor }) => ({
    add: may('programmes.programme.edit') && actor.organisationId !== null,
    import: may('programmes.import.make') && may('programmes.programme.edit'),
  }),
});
