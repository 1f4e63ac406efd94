import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { JobDefinition, Params } from './define-job.ts';

/** What queueing needs to know of a job; one whose `run` is made elsewhere is queued by this alone. */
export type Queued<Input> = Pick<JobDefinition<Input>, 'name' | 'titleKey' | 'lane' | 'link'>;

export interface EnqueueOptions {
  newId(): string;
  now: string;
  /** Whose it is: this person sees it, and may cancel it. */
  ownerPersonId?: string | null;
  /** What it works on, so that a page can show the progress beside the thing. */
  subject?: { kind: string; id: string } | null;
  /** Fills the title's message: «Сценарий {{name}}». */
  titleParams?: Params;
  /** Not before this moment (ISO). */
  startAfter?: string;
}

/** Puts a job into the queue in the caller's transaction: it exists exactly when the change does. Gives its id. */
export async function enqueueJob<Input extends object>(
  tx: Tx,
  job: Queued<Input>,
  input: Input,
  { newId, now, ownerPersonId = null, subject = null, titleParams = {}, startAfter }: EnqueueOptions,
): Promise<string> {
  const id = newId();
  await sql`insert into platform.job
      (id, name, title_key, title_params, link, lane, input, owner_person_id, subject_kind, subject_id, created_at, start_after)
    values (${id}, ${job.name}, ${job.titleKey}, ${JSON.stringify(titleParams)}::jsonb,
      ${job.link?.({ input, subject }) ?? null}, ${job.lane}, ${JSON.stringify(input)}::jsonb, ${ownerPersonId},
      ${subject?.kind ?? null}, ${subject?.id ?? null}, ${now}, ${startAfter ?? null})`.execute(tx);
  return id;
}
