import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Merge {
  kind: 'organisation' | 'person';
  merged_id: string;
  kept_id: string;
  moved: Record<string, string[]>;
}

async function putBack(tx: Tx, { merged_id, moved }: Merge): Promise<void> {
  const ids = (name: string) => JSON.stringify(moved[name] ?? []);
  await sql`update registry.assignment set person_id = ${merged_id} where ${ids('assignment')}::jsonb ? id::text`.execute(
    tx,
  );
  await sql`update registry.person_contact set person_id = ${merged_id} where ${ids('person_contact')}::jsonb ? id::text`.execute(
    tx,
  );
  await sql`update registry.tie set person_id = ${merged_id} where ${ids('tie')}::jsonb ? id::text`.execute(
    tx,
  );
  await sql`update registry.tie set to_person_id = ${merged_id} where ${ids('tie_to')}::jsonb ? id::text`.execute(
    tx,
  );
}

/** Takes a merge back, of organisations or of persons, whole: the record stands in the lists again. */
export const undoMerge = useCase(contract.undoMerge, {
  right: 'registry.organisation.merge',
  async run({ input, tx, now, may, change, emit }) {
    const { rows } = await sql<Merge>`update registry.merge set undone_at = ${now}
      where id = ${input.mergeId} and undone_at is null
        and (kind = 'organisation' or ${may('registry.person.merge')}::boolean)
      returning kind, merged_id, kept_id, moved`.execute(tx);
    const merge = found(rows[0]);
    const { kind, merged_id: id, kept_id: keptId } = merge;
    await sql`update ${sql.table(`registry.${kind}`)} set merged_into = null, rev = rev + 1 where id = ${id}`.execute(
      tx,
    );
    if (kind === 'person') await putBack(tx, merge);
    const owner = kind === 'person' ? { personId: keptId } : { organisationId: keptId };
    change({ subject: { kind: `registry.${kind}`, id: keptId, ...owner }, after: { parted: id } });
    emit(`registry.${kind}.parted`, { keptId, partedId: id });
    return { id };
  },
});
