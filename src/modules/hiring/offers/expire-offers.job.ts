import { sql } from 'kysely';
import { defineJob } from '../../../platform/jobs/index.ts';
import { moveState } from '../../../platform/states/index.ts';
import { closeTask } from '../../../platform/tasks/index.ts';
import { asSystem } from '../../../platform/use-case/index.ts';
import { endTies } from '../../registry/index.ts';
import { offerStates } from '../states.ts';
import { answerOfferTask } from '../tasks.ts';

const JOB = 'hiring.expireOffers';

/** Each night: an offer nobody answered in time is over, and its tie ends. */
export const expireOffersJob = defineJob<object>({
  name: JOB,
  titleKey: 'hiring:job.expireOffers',
  lane: 'quick',
  cron: '20 3 * * *',
  catchUpHours: 26,
  run: ({ world }) =>
    asSystem(world, JOB, async (args) => {
      const { tx, today, now } = args;
      const { rows } = await sql<{ id: string; organisationId: string; personId: string }>`select id,
          organisation_id as "organisationId", person_id as "personId" from hiring.offer
        where state = 'made' and answer_until < ${today} order by id for update`.execute(tx);
      for (const { id, ...subject } of rows) {
        await moveState(args, { machine: offerStates, table: 'hiring.offer', id, event: 'expire', subject });
        await endTies(tx, { kind: 'hiring.offer', id }, today);
        await closeTask(tx, answerOfferTask, { kind: 'hiring.offer', id }, { now, as: 'cancelled' });
      }
      return { expired: rows.length };
    }),
});
