import { sql } from 'kysely';
import { joinSubject } from '../../../platform/history/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { countMoved, type MergeKind, moveReferences } from './move-references.ts';

interface Asked {
  keepId: string;
  mergeId: string;
  reason: string;
}

/** Moves what points at the duplicate, marks it, and writes down what was moved, so that exactly this goes back. */
export async function noteMerge(
  { input, tx, actor, now, newId, change, emit }: RunArgs<Asked>,
  kind: MergeKind,
) {
  const { keepId, mergeId: duplicate, reason } = input;
  const done = await moveReferences(tx, kind, duplicate, keepId);
  await sql`update ${sql.table(`registry.${kind}`)} set merged_into = ${keepId}, rev = rev + 1
    where id = ${duplicate}`.execute(tx);
  await joinSubject(tx, { kind: `registry.${kind}`, id: duplicate, standsFor: keepId });
  const mergeId = newId();
  await sql`insert into registry.merge (id, kind, kept_id, merged_id, reason, at, by_person, moved, stayed)
    values (${mergeId}, ${kind}, ${keepId}, ${duplicate}, ${reason}, ${now}, ${actor.personId},
      ${JSON.stringify(done.moved)}::jsonb, ${JSON.stringify(done.stayed)}::jsonb)`.execute(tx);
  const counts = countMoved(done);
  const owner = kind === 'person' ? { personId: keepId } : { organisationId: keepId };
  change({
    subject: { kind: `registry.${kind}`, id: keepId, ...owner },
    after: { merged: duplicate, reason, ...counts },
  });
  emit(`registry.${kind}.merged`, { keptId: keepId, mergedId: duplicate });
  return { mergeId, ...counts };
}
