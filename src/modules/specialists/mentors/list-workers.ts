import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const listWorkers = useCase(contract.listWorkers, {
  right: 'specialists.mentor.edit',
  async run({ tx, actor, today }) {
    const house = found(actor.organisationId);
    const { rows } = await sql<{
      id: string;
      name: string;
    }>`select p.id, p.full_name as name from registry.person_v p
      where exists (select 1 from registry.tie_v t where t.kind = 'works_for' and t.person_id = p.id
          and t.to_organisation_id = ${house} and t.valid @> ${today}::date)
        and not exists (select 1 from specialists.mentor m where m.person_id = p.id and m.organisation_id = ${house})
      order by p.sort_key limit 1000`.execute(tx);
    return { rows };
  },
});
