import { sql } from 'kysely';
import { enqueueJob } from '../../../platform/jobs/index.ts';
import { type Subscriber, subscribe } from '../../../platform/outbox/index.ts';
import { tellRoundJob } from './tell-round.job.ts';

const tell = (what: 'rank' | 'result') => async (args: Parameters<Subscriber['run']>[0]) => {
  const { id: roundId } = args.event.payload as { id: string };
  const { rows } = await sql<{
    title: string;
  }>`select title from practice.round where id = ${roundId}`.execute(args.tx);
  const [round] = rows;
  if (!round) return;
  await enqueueJob(
    args.tx,
    tellRoundJob,
    { roundId, what },
    {
      newId: args.newId,
      now: args.now,
      titleParams: { title: round.title },
      subject: { kind: 'practice.round', id: roundId },
    },
  );
};

export const tellToRank = subscribe('practice.round.ranking', 'practice.tell-to-rank', tell('rank'));
export const tellTheJoined = subscribe('practice.round.joined', 'practice.tell-the-joined', tell('rank'));
export const tellResult = subscribe('practice.round.published', 'practice.tell-result', tell('result'));
export const tellRepaired = subscribe('practice.round.repaired', 'practice.tell-repaired', tell('result'));
