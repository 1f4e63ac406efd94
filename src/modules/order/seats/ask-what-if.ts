import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { whatIfJob } from './what-if.job.ts';

export const askWhatIf = useCase(contract.askWhatIf, {
  right: 'order.variant.start',
  async run({ input, tx, actor, now, newId }) {
    const { rows } = await sql<{ id: string }>`select v.id from training_order.variant_v v
      where v.id = ${input.variantId} and v.calculated_at is not null`.execute(tx);
    const { id } = found(rows[0]);
    const jobId = await enqueueJob(tx, whatIfJob, input, {
      newId,
      now,
      ownerPersonId: actor.personId,
      subject: { kind: 'order.variant', id },
      titleParams: { seats: input.seats },
    });
    return { jobId };
  },
});
