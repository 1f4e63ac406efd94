import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { checkInput } from './check-input.ts';
import { drawRoundJob } from './draw-round.job.ts';
import { stepRound } from './move-round.ts';
import { lockRound } from './round-row.ts';

/**
 * Starts the draw. A number that was named in public joins the committed seed: then neither who kept the seed nor
 * who named the number could choose the lot. It is named once; a draw done anew keeps it.
 */
export const drawRound = useCase(contract.drawRound, {
  right: 'practice.round.lead',
  async run(args) {
    const { input, tx, actor, now, newId } = args;
    const round = await lockRound(tx, input.id, args);
    if (round.beacon !== null && input.beacon && input.beacon !== round.beacon)
      throw refuse(
        'practice:round.error.beaconTwice',
        { beacon: round.beacon },
        {
          status: 409,
          fields: [
            { path: 'beacon', key: 'practice:round.error.beaconTwice', params: { beacon: round.beacon } },
          ],
        },
      );
    await stepRound(args, round, 'draw');
    await checkInput(tx, round);
    const jobId = await enqueueJob(
      tx,
      drawRoundJob,
      { roundId: round.id, run: round.run },
      {
        newId,
        now,
        ownerPersonId: actor.personId,
        subject: { kind: 'practice.round', id: round.id },
        titleParams: { title: round.title },
      },
    );
    // an empty text says: drawn without a number
    await sql`update practice.round set job_id = ${jobId}, beacon = coalesce(beacon, ${input.beacon ?? ''}), rev = rev + 1
      where id = ${round.id}`.execute(tx);
    return { id: round.id, jobId };
  },
});
