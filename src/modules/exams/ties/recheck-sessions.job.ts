import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import { appendEntries, type HistoryEntry } from '../../../platform/history/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { type OutboxEvent, saveEvents } from '../../../platform/outbox/index.ts';
import { type Change, dayIn, system } from '../../../platform/use-case/index.ts';
import { loadSession, type Session } from '../sessions/load-session.ts';
import { recheckSession } from './recheck-session.ts';

const JOB = 'exams.recheckSessions';

/** Every morning all exams that are not over: what came by an import, a merge or a group's new member is found, too. */
export const recheckSessions = defineJob<Record<string, never>>({
  name: JOB,
  titleKey: 'exams:job.recheck',
  lane: 'quick',
  cron: '45 5 * * *',
  catchUpHours: 26,
  async run({ world, progress, signal }) {
    const today = dayIn(world.timeZone, world.now());
    const { rows } = await sql<{ id: string }>`select id from exams.session
      where state in ('confirmed', 'prepared', 'running', 'suspended', 'marked', 'protocol_signed', 'transferred_to_GEK', 'graded')
        and day >= ${today}::date - 60 order by day, id`.execute(world.db);
    const count = { clear: 0, reopened: 0, incident: 0 };
    for (const [i, { id }] of rows.entries()) {
      signal.throwIfAborted();
      const outcome = await inTransaction(world.db, async (tx) => {
        const session: Session = await loadSession(tx, id, { lock: true });
        const now = world.now().toISOString();
        const actor = system(JOB);
        const events: OutboxEvent[] = [];
        const changes: HistoryEntry[] = [];
        const emit = (name: string, payload: Record<string, unknown>) => events.push({ name, payload });
        const change = (one: Change) => changes.push({ act: 'change', useCase: JOB, actor, at: now, ...one });
        const done = await recheckSession({ tx, actor, now, newId: world.newId, emit, change }, session);
        await appendEntries(tx, changes);
        await saveEvents(tx, events, now, world.newId);
        return done;
      });
      count[outcome] += 1;
      progress(Math.round((100 * (i + 1)) / rows.length), 'exams:job.recheck');
    }
    return count;
  },
});
