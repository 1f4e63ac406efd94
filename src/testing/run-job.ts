import type { JobDefinition } from '../platform/jobs/index.ts';
import type { TestWorld } from './world.ts';

/** Runs a job's work at once, without the queue. */
export const runJob = <Input extends object>(
  world: TestWorld,
  job: JobDefinition<Input>,
  input: Input,
): Promise<unknown> =>
  job.run({
    input,
    world,
    job: { id: world.newId(), ownerPersonId: null, subject: null },
    progress() {},
    checkpoint: async () => {},
    resumeFrom: null,
    signal: new AbortController().signal,
  });
