import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

const MOVES = {
  assignment: sql`update registry.assignment m set person_id = `,
  person_contact: sql`update registry.person_contact m set person_id = `,
  tie: sql`update registry.tie m set person_id = `,
  tie_to: sql`update registry.tie m set to_person_id = `,
} as const;
const AGAINST = {
  // one role of one person in one place may not be held twice on a day: such a row stays with the duplicate
  assignment: (
    keepId: string,
  ) => sql`m.person_id = ${sql.ref('d.id')} and not exists (select 1 from registry.assignment k
    where k.person_id = ${keepId} and k.role = m.role and k.organisation_id is not distinct from m.organisation_id and k.valid && m.valid)`,
  person_contact: () => sql`m.person_id = d.id`,
  tie: () => sql`m.person_id = d.id`,
  tie_to: () => sql`m.to_person_id = d.id`,
};

async function moveRows(tx: Tx, keepId: string, duplicate: string): Promise<Record<string, string[]>> {
  const moved: Record<string, string[]> = {};
  for (const name of Object.keys(MOVES) as (keyof typeof MOVES)[]) {
    const { rows } = await sql<{ id: string }>`${MOVES[name]} ${keepId}
      from (select ${duplicate}::uuid as id) d where ${AGAINST[name](keepId)} returning m.id`.execute(tx);
    moved[name] = rows.map(({ id }) => id).sort();
  }
  return moved;
}

/**
 * Makes one record of two: roles, ties and contacts go to the kept one and are written down, so that undoing the
 * merge puts exactly them back. Rows of other rooms keep pointing at the record they were made for and are told by
 * the event. Persons who both have an account are not merged: which one is theirs is theirs to say.
 */
export const mergePersons = useCase(contract.mergePersons, {
  right: 'registry.person.merge',
  async run({ input, tx, actor, now, newId, change, emit }) {
    const { keepId, mergeId: duplicate } = input;
    if (keepId === duplicate) throw refuse('registry:error.mergeSelf');
    const { rows } = await sql<{
      id: string;
      merged_into: string | null;
      account: boolean;
    }>`select p.id, p.merged_into,
        exists (select 1 from identity."user" u where u.person_id = p.id) as account
      from registry.person p where p.id in (${keepId}, ${duplicate}) order by p.id for update`.execute(tx);
    const kept = found(rows.find((row) => row.id === keepId));
    const merged = found(rows.find((row) => row.id === duplicate));
    if (kept.merged_into || merged.merged_into)
      throw refuse('registry:error.alreadyMerged', {}, { status: 409 });
    if (merged.account) throw refuse('registry:error.mergeAccount', {}, { status: 409 });
    const moved = await moveRows(tx, keepId, duplicate);
    await sql`update registry.person set merged_into = ${keepId}, rev = rev + 1 where id = ${duplicate}`.execute(
      tx,
    );
    const mergeId = newId();
    await sql`insert into registry.merge (id, kind, kept_id, merged_id, reason, at, by_person, moved)
      values (${mergeId}, 'person', ${keepId}, ${duplicate}, ${input.reason}, ${now}, ${actor.personId},
        ${JSON.stringify(moved)}::jsonb)`.execute(tx);
    change({
      subject: { kind: 'registry.person', id: keepId, personId: keepId },
      after: { merged: duplicate, reason: input.reason },
    });
    emit('registry.person.merged', { keptId: keepId, mergedId: duplicate });
    return { mergeId };
  },
});
