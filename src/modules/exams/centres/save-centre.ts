import { sql } from 'kysely';
import { found, notFound, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const saveCentre = useCase(contract.saveCentre, {
  right: 'exams.centre.edit',
  async run({ input, tx, actor, scope, newId, change }) {
    const { rows } = await sql<{
      organisationId: string;
      rev: number;
    }>`select organisation_id as "organisationId", rev from exams.centre
      where id = ${input.id ?? null}::uuid for update`.execute(tx);
    const old = input.id ? found(rows[0]) : null;
    const organisationId = found(old?.organisationId ?? input.organisationId ?? actor.organisationId);
    if (scope !== 'all' && organisationId !== actor.organisationId) throw notFound();
    if (old && input.rev !== undefined && input.rev !== old.rev) throw stale();
    const id = input.id ?? newId();
    const { name, address, municipalityId, workplaces, video, closedOn } = input;
    await sql`insert into exams.centre (id, organisation_id, name, address, municipality_id, workplaces, video, closed_on, is_demo)
      values (${id}, ${organisationId}, ${name}, ${address}, ${municipalityId}, ${workplaces}, ${video}, ${closedOn},
        (select is_demo from registry.organisation_v where id = ${organisationId}))
      on conflict (id) do update set name = excluded.name, address = excluded.address, municipality_id = excluded.municipality_id,
        workplaces = excluded.workplaces, video = excluded.video, closed_on = excluded.closed_on, rev = exams.centre.rev + 1`.execute(
      tx,
    );
    change({
      subject: { kind: 'exams.centre', id, organisationId },
      after: { name, address, workplaces, closedOn },
    });
    return { id };
  },
});
