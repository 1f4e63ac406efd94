import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { found, type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { demandKind, jobOf, type Kind, visible } from './import-access.ts';

interface Standing {
  kind: Kind;
  fileName: string;
  state: string;
  counts: { refused: number } | null;
  effect: { waiting: number } | null;
}

type Args = Pick<RunArgs<{ id: string }>, 'input' | 'tx' | 'actor' | 'scope' | 'now' | 'newId' | 'may'>;

/** The upload, held until the command ends, in one of the states from which it may go on. */
export async function standing(
  { input, tx, actor, scope, may }: Args,
  states: readonly string[],
): Promise<Standing> {
  const { rows } = await sql<Standing>`select i.kind, i.file_name as "fileName", i.state, i.counts, i.effect
    from needs.import i where i.id = ${input.id} and ${visible(scope, actor, may)} for update`.execute(tx);
  const row = found(rows[0]);
  demandKind(row.kind, may);
  if (!states.includes(row.state))
    throw refuse('needs:error.importState', { state: row.state }, { status: 409 });
  return row;
}

/** Queues the next step of an upload in the caller's transaction. */
export async function queueStep(
  { input: { id }, tx, actor, now, newId }: Args,
  { kind, fileName, step }: { kind: Kind; fileName: string; step: 'read' | 'apply' },
): Promise<string> {
  const about = { newId, now, ownerPersonId: actor.personId, subject: { kind: 'needs.import', id } };
  const jobId = await enqueueJob(
    tx,
    { ...jobOf(kind), titleKey: step === 'read' ? 'needs:job.import' : 'needs:job.store' },
    { importId: id, step },
    { ...about, titleParams: { file: fileName } },
  );
  await sql`update needs.import set job_id = ${jobId} where id = ${id}`.execute(tx);
  return jobId;
}
