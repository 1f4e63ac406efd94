import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { callThread } from '../../../platform/threads/call-thread.ts';
import { dayIn, refuse } from '../../../platform/use-case/index.ts';
import { readForecastInput } from '../input/read-input.ts';
import type { Computed } from './compute.worker.ts';
import { saveResult } from './save-result.ts';

/**
 * Reads today's data, computes in a thread, stores the run once and for ever. Until it is stored whole nothing of
 * it is seen, so a job cut off in the middle simply starts anew; how it ended without a result says `followRun`.
 */
export const runForecastJob = defineJob<{ runId: string; seed: number }>({
  name: 'forecast.run',
  titleKey: 'forecast:job.run',
  link: ({ input }) => `/forecast/${input.runId}`,
  async run({ input: { runId, seed }, world, progress, signal }) {
    await sql`update forecast.run set state = 'running' where id = ${runId} and state in ('queued', 'running')`.execute(
      world.db,
    );
    progress(5, 'forecast:job.reading');
    const asOf = dayIn(world.timeZone, world.now());
    const input = await readForecastInput(world.db, { asOf, seed });
    progress(25, 'forecast:job.computing');
    const computed = await callThread<Computed>(new URL('./compute.worker.ts', import.meta.url), input, {
      timeoutMs: 600_000,
      heapMb: 3000,
    });
    if (computed.faults)
      throw refuse(
        'forecast:error.badInput',
        { count: computed.faults.length },
        { data: computed.faults.slice(0, 50) },
      );
    signal.throwIfAborted();
    progress(80, 'forecast:job.saving');
    await inTransaction(world.db, (tx) =>
      saveResult(tx, {
        runId,
        result: computed.result,
        resultHash: computed.resultHash,
        inputGz: gzipSync(computed.inputText),
        needLines: input.needLines.length,
        now: world.now().toISOString(),
      }),
    );
    return { runId };
  },
});
