import { sql } from 'kysely';
import { partSubject } from '../../../platform/history/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type MergeKind, type Moved, moveBack } from './move-references.ts';

interface Merge {
  kind: MergeKind;
  merged_id: string;
  kept_id: string;
  moved: Moved['moved'];
}

/** Takes a merge back whole: the record stands in the lists again, with all that was moved from it. */
export const undoMerge = useCase(contract.undoMerge, {
  right: 'registry.organisation.merge',
  async run({ input, tx, now, may, change, emit }) {
    const { rows } = await sql<Merge>`update registry.merge set undone_at = ${now}
      where id = ${input.mergeId} and undone_at is null
        and (kind = 'organisation' or ${may('registry.person.merge')}::boolean)
      returning kind, merged_id, kept_id, moved`.execute(tx);
    const { kind, merged_id: id, kept_id: keptId, moved } = found(rows[0]);
    const table = sql.table(`registry.${kind}`);
    const kept = await sql<{ merged_into: string | null }>`select merged_into from ${table}
      where id in (${id}, ${keptId}) order by id = ${keptId} desc for update`.execute(tx);
    // what this merge moved has moved on with a later one
    if (kept.rows[0]?.merged_into) throw refuse('registry:error.undoLaterFirst', {}, { status: 409 });
    await sql`update ${table} set merged_into = null, rev = rev + 1 where id = ${id}`.execute(tx);
    await partSubject(tx, { kind: `registry.${kind}`, id });
    const rowsBack = await moveBack(tx, moved, keptId, id);
    const owner = kind === 'person' ? { personId: keptId } : { organisationId: keptId };
    change({ subject: { kind: `registry.${kind}`, id: keptId, ...owner }, after: { parted: id, rowsBack } });
    emit(`registry.${kind}.parted`, { keptId, partedId: id });
    return { id };
  },
});
