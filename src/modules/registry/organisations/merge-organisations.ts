import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/**
 * Marks a record as a duplicate of another. Rows keep pointing at the record they were made for; views read
 * `merged_into`, so taking the merge back loses nothing.
 */
export const mergeOrganisations = useCase(contract.mergeOrganisations, {
  right: 'registry.organisation.merge',
  async run({ input, tx, actor, now, newId, change, emit }) {
    const { keepId, mergeId: duplicate } = input;
    if (keepId === duplicate) throw refuse('registry:error.mergeSelf');
    const { rows } = await sql<{
      id: string;
      merged_into: string | null;
    }>`select id, merged_into from registry.organisation
      where id in (${keepId}, ${duplicate}) order by id for update`.execute(tx);
    const kept = found(rows.find((row) => row.id === keepId));
    const merged = found(rows.find((row) => row.id === duplicate));
    if (kept.merged_into || merged.merged_into)
      throw refuse('registry:error.alreadyMerged', {}, { status: 409 });
    await sql`update registry.organisation set merged_into = ${keepId}, rev = rev + 1 where id = ${duplicate}`.execute(
      tx,
    );
    const mergeId = newId();
    await sql`insert into registry.merge (id, kind, kept_id, merged_id, reason, at, by_person)
      values (${mergeId}, 'organisation', ${keepId}, ${duplicate}, ${input.reason}, ${now}, ${actor.personId})`.execute(
      tx,
    );
    change({
      subject: { kind: 'registry.organisation', id: keepId, organisationId: keepId },
      after: { merged: duplicate, reason: input.reason },
    });
    emit('registry.organisation.merged', { keptId: keepId, mergedId: duplicate });
    return { mergeId };
  },
});
