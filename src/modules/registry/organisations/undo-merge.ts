import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const undoMerge = useCase(contract.undoMerge, {
  right: 'registry.organisation.merge',
  async run({ input, tx, now, change, emit }) {
    const { rows } = await sql<{
      merged_id: string;
      kept_id: string;
    }>`update registry.merge set undone_at = ${now}
      where id = ${input.mergeId} and undone_at is null returning merged_id, kept_id`.execute(tx);
    const { merged_id: id, kept_id: keptId } = found(rows[0]);
    await sql`update registry.organisation set merged_into = null, rev = rev + 1 where id = ${id}`.execute(
      tx,
    );
    change({
      subject: { kind: 'registry.organisation', id: keptId, organisationId: keptId },
      after: { parted: id },
    });
    emit('registry.organisation.parted', { keptId, partedId: id });
    return { id };
  },
});
