import type { Tx } from '../database/index.ts';
import { saveEvents } from '../outbox/save-events.ts';
import type { World } from '../use-case/execute.ts';

interface Finished {
  id: string;
  name: string;
  state: string;
  subject_kind: string | null;
  subject_id: string | null;
}

/** Saves the event `jobs.finished` in the transaction that ended the job. */
export const tellFinished = (tx: Tx, world: World, job: Finished) =>
  saveEvents(
    tx,
    [
      {
        name: 'jobs.finished',
        payload: {
          jobId: job.id,
          name: job.name,
          state: job.state,
          subjectKind: job.subject_kind,
          subjectId: job.subject_id,
        },
      },
    ],
    world.now().toISOString(),
    world.newId,
  );
