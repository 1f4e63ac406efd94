import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import { appendEntries, type HistoryEntry } from '../../../platform/history/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { type OutboxEvent, saveEvents } from '../../../platform/outbox/index.ts';
import { type Change, found, refuse, system } from '../../../platform/use-case/index.ts';
import { computeRound } from './compute-round.ts';
import { stepRound } from './move-round.ts';
import { placeLeft } from './place-left.ts';
import type { Round } from './round-row.ts';
import { storeResult } from './store-result.ts';

type Drawing = Pick<
  Round,
  'id' | 'organisationId' | 'rule' | 'state' | 'seed' | 'beacon' | 'run' | 'leftovers'
> & {
  input: string;
};
const JOB = 'practice.drawRound';

/** Computes the frozen input in a thread; stored whole in one transaction, so a job cut off simply starts anew. */
export const drawRoundJob = defineJob<{ roundId: string; run: number }>({
  name: JOB,
  titleKey: 'practice:round.job',
  link: ({ input }) => `/rounds/${input.roundId}`,
  async run({ input: { roundId, run }, world, progress, signal }) {
    const load = async (tx: typeof world.db, lock: boolean) => {
      const { rows } =
        await sql<Drawing>`select r.id, r.organisation_id as "organisationId", r.rule, r.state, r.seed,
          r.beacon, r.leftovers, r.last_run as run, d.input from practice.round r
        join practice.round_draw d on d.round_id = r.id and d.run = r.last_run where r.id = ${roundId} ${lock ? sql`for update of r` : sql``}`.execute(
          tx,
        );
      const round = found(rows[0]);
      // another draw has taken its place, or it was stored before the process was cut off
      return round.run === run && round.state === 'drawing' ? round : null;
    };
    progress(5, 'practice:round.step.reading');
    const round = await load(world.db, false);
    if (!round) return { roundId, run };
    progress(20, 'practice:round.step.computing');
    const drawn = await computeRound({ input: round.input, rule: round.rule, round, signal });
    progress(60, 'practice:round.step.left', { count: drawn.unplaced.length });
    const leftovers = round.leftovers ? await placeLeft(world.db, round, drawn) : null;
    signal.throwIfAborted();
    progress(75, 'practice:round.step.saving');
    await inTransaction(world.db, async (tx) => {
      if (!(await load(tx, true))) throw refuse('practice:round.error.notDrawing', {}, { status: 409 });
      const now = world.now().toISOString();
      const actor = system(JOB);
      const events: OutboxEvent[] = [];
      const changes: HistoryEntry[] = [];
      const emit = (name: string, payload: Record<string, unknown>) => events.push({ name, payload });
      const change = (one: Change) => changes.push({ act: 'change', useCase: JOB, actor, at: now, ...one });
      await storeResult(tx, { roundId, run, drawn, leftovers });
      await stepRound({ tx, actor, now, emit, change }, round, 'store');
      await appendEntries(tx, changes);
      await saveEvents(tx, events, now, world.newId);
    });
    const { measured, statistics } = drawn;
    return {
      roundId,
      run,
      measured,
      placed: statistics.placed,
      administrative: leftovers?.assigned.length ?? 0,
    };
  },
});
