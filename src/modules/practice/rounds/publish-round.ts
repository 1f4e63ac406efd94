import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { checkInput } from './check-input.ts';
import { stepRound } from './move-round.ts';
import { publishRoundJob } from './publish-round.job.ts';
import { lockRound } from './round-row.ts';

/** Starts the publication: placements of a region take minutes, so they are made as a job, and told at its end. */
export const publishRound = useCase(contract.publishRound, {
  right: 'practice.round.lead',
  async run(args) {
    const { input, tx, actor, now, newId } = args;
    const round = await lockRound(tx, input.id, args);
    const begun = round.state === 'publishing';
    await stepRound(args, round, 'announce');
    // those already placed make another input of themselves
    if (!begun) await checkInput(tx, round);
    const jobId = await enqueueJob(
      tx,
      publishRoundJob,
      { roundId: round.id, run: round.run },
      {
        newId,
        now,
        ownerPersonId: actor.personId,
        subject: { kind: 'practice.round', id: round.id },
        titleParams: { title: round.title },
      },
    );
    await sql`update practice.round set job_id = ${jobId}, faults = '[]', rev = rev + 1 where id = ${round.id}`.execute(
      tx,
    );
    return { id: round.id, jobId };
  },
});
