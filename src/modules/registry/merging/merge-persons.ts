import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { noteMerge } from './note-merge.ts';

interface Row {
  id: string;
  merged_into: string | null;
  account: boolean;
}

/**
 * Makes one record of two: roles, ties, contacts, studies and all else go to the kept one and are written down, so that
 * undoing the merge puts exactly them back. A record with an account is the one to keep: its owner signs in with it.
 */
export const mergePersons = useCase(contract.mergePersons, {
  right: 'registry.person.merge',
  async run(args) {
    const { keepId, mergeId: duplicate } = args.input;
    if (keepId === duplicate) throw refuse('registry:error.mergeSelf');
    const { rows } = await sql<Row>`select p.id, p.merged_into,
        exists (select 1 from identity."user" u where u.person_id = p.id) as account
      from registry.person p where p.id in (${keepId}, ${duplicate}) order by p.id for update`.execute(
      args.tx,
    );
    const kept = found(rows.find((row) => row.id === keepId));
    const merged = found(rows.find((row) => row.id === duplicate));
    if (kept.merged_into || merged.merged_into)
      throw refuse('registry:error.alreadyMerged', {}, { status: 409 });
    if (merged.account) throw refuse('registry:error.mergeAccount', {}, { status: 409 });
    return noteMerge(args, 'person');
  },
});
