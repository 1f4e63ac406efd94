import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { noteMerge } from './note-merge.ts';

interface Row {
  id: string;
  merged_into: string | null;
  kind: string;
  verified: boolean;
  staffed: boolean;
}

async function succeedsItself(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ cyclic: boolean | null }>`
    with recursive later as (
      select s.survivor_id as id from registry.organisation o
      join registry.survivor_v s on s.kind = 'organisation' and s.id = o.successor_id where o.id = ${id}
      union
      select s.survivor_id from later l join registry.organisation o on o.id = l.id
      join registry.survivor_v s on s.kind = 'organisation' and s.id = o.successor_id
    ) select bool_or(id = ${id}) as cyclic from later`.execute(tx);
  return rows[0]?.cyclic ?? false;
}

/**
 * Makes one organisation of two: roles, ties, and whatever other rooms hold of the duplicate go to the kept record,
 * and all of it goes back when the merge is undone. Names stay with the record that bore them. Who calls himself its
 * officer does not come into a verified organisation that way: the duplicate is verified first.
 */
export const mergeOrganisations = useCase(contract.mergeOrganisations, {
  right: 'registry.organisation.merge',
  async run(args) {
    const { keepId, mergeId: duplicate } = args.input;
    if (keepId === duplicate) throw refuse('registry:error.mergeSelf');
    const { rows } = await sql<Row>`select o.id, o.merged_into, o.kind, o.verified_on is not null as verified,
        exists (select 1 from registry.assignment a where a.organisation_id = o.id) as staffed
      from registry.organisation o where o.id in (${keepId}, ${duplicate}) order by o.id for update`.execute(
      args.tx,
    );
    const kept = found(rows.find((row) => row.id === keepId));
    const merged = found(rows.find((row) => row.id === duplicate));
    if (kept.merged_into || merged.merged_into)
      throw refuse('registry:error.alreadyMerged', {}, { status: 409 });
    // a role belongs to a kind of organisation: a head of a college cannot become one of a plant
    if (kept.kind !== merged.kind) throw refuse('registry:error.mergeKinds', {}, { status: 409 });
    if (kept.verified && !merged.verified && merged.staffed)
      throw refuse('registry:error.mergeUnverified', {}, { status: 409 });
    const done = await noteMerge(args, 'organisation');
    if (await succeedsItself(args.tx, keepId))
      throw refuse('registry:error.cyclicSuccession', {}, { status: 409 });
    return done;
  },
});
