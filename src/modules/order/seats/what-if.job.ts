import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { buildModel, type OrderInstance, openSolver, whatIf } from '../../../engines/seats/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { found, type World } from '../../../platform/use-case/index.ts';

/** Forces another number of seats and solves again: what it brings, and who loses, recomputed and not read off a price. */
export const whatIfJob = defineJob<{ variantId: string; programmeId: string; seats: number }>({
  name: 'order.whatIf',
  titleKey: 'order:job.whatIf',
  link: ({ input }) => `/order/${input.variantId}`,
  retries: 0,
  async run({ input, world, progress, signal }) {
    progress(5, 'order:job.reading');
    const instance = JSON.parse(
      (await readFile(world, input.variantId, 'instance.json')).toString('utf8'),
    ) as OrderInstance;
    const bytes = await readFile(world, input.variantId, 'x.f64');
    const x = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const { rows } = await sql<{
      organisation_id: string;
      variant: string;
    }>`select organisation_id, code || '-' || base || '-' || form as variant
      from programmes.programme_v where id = ${input.programmeId}`.execute(world.db);
    const { organisation_id: college, variant: programme } = found(rows[0]);
    progress(20, 'order:job.solving');
    const solver = openSolver(signal);
    try {
      const answer = await whatIf(instance, buildModel(instance), x, solver, {
        college,
        programme,
        year: instance.decisionYear,
        seats: input.seats,
      });
      const { feasible, placedChange, costChange, sentences, everythingFree } = answer;
      return {
        programmeId: input.programmeId,
        seats: input.seats,
        feasible,
        placedChange,
        costChange,
        sentences,
        everythingFree,
      };
    } finally {
      await solver.close();
    }
  },
});

/** A stored file of a variant, unpacked. */
async function readFile(world: World, variantId: string, name: string): Promise<Buffer> {
  const { rows } = await sql<{ content_gz: Uint8Array }>`select content_gz from training_order.variant_file
    where variant_id = ${variantId} and name = ${name}`.execute(world.db);
  return gunzipSync(found(rows[0]).content_gz);
}
