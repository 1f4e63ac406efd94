// Loaded before a server process of a drill (`NODE_OPTIONS=--import`): the process kills itself, as kill -9 would, at the
// moment when a job tells a share. So "killed in the middle" is the same middle on every machine.
// ROSTOK_DIE_AT is "<name of the job> <percent>".
import { isMainThread } from 'node:worker_threads';
import { isJob } from '../../platform/jobs/index.ts';

const [name, percent] = (process.env.ROSTOK_DIE_AT ?? '').split(' ');
if (isMainThread && name) {
  const { tree } = await import('../../tree.gen.ts');
  const values: unknown[] = tree.flatMap(({ files }) => files.flatMap((file) => Object.values(file)));
  const job = values.find((one) => isJob(one) && one.name === name);
  if (!isJob(job)) throw new Error(`There is no job ${name}`);
  const run = job.run.bind(job);
  job.run = (args) =>
    run({
      ...args,
      progress(share, ...more) {
        args.progress(share, ...more);
        if (share >= Number(percent)) process.kill(process.pid, 'SIGKILL');
      },
    });
}
