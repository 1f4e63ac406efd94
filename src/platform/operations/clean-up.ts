import { type RawBuilder, sql } from 'kysely';
import { defineJob } from '../jobs/index.ts';
import { eraseMail } from '../mail/index.ts';
import type { World } from '../use-case/index.ts';

const BATCH = 5000;
const DAY_MS = 86_400_000;

interface Kept {
  what: string;
  days: number;
  /** Deletes at most BATCH rows older than the moment. */
  remove(before: string): RawBuilder<unknown>;
}

/** What the platform itself keeps, and for how long. Modules have their own periods (retention). */
const KEPT: Kept[] = [
  {
    what: 'events',
    days: 30,
    remove: (before) => sql`delete from platform.event where id in
      (select id from platform.event where at < ${before} limit ${BATCH}) returning id`,
  },
  {
    what: 'commands',
    days: 7,
    remove: (before) => sql`delete from platform.command where id in
      (select id from platform.command where at < ${before} limit ${BATCH}) returning id`,
  },
  {
    what: 'drafts',
    days: 60,
    remove: (before) => sql`delete from platform.draft where ctid in
      (select ctid from platform.draft where saved_at < ${before} limit ${BATCH}) returning form`,
  },
  {
    what: 'jobs',
    days: 30,
    remove: (before) => sql`delete from platform.job where id in
      (select id from platform.job where finished_at < ${before} limit ${BATCH}) returning id`,
  },
  {
    what: 'tasks',
    days: 365,
    remove: (before) => sql`delete from platform.task where id in
      (select id from platform.task where state <> 'open' and done_at < ${before} limit ${BATCH}) returning id`,
  },
  {
    what: 'views',
    days: 1095,
    remove: (before) => sql`delete from platform.saved_view where ctid in
      (select ctid from platform.saved_view where saved_at < ${before} limit ${BATCH}) returning name`,
  },
  {
    what: 'visits',
    days: 400,
    remove: (before) => sql`delete from platform.visit where ctid in
      (select ctid from platform.visit where seen_at < ${before} limit ${BATCH}) returning role`,
  },
];
const MAIL_DAYS = 30;

/** Removes what has had its time, in batches; gives how many of each. */
export async function cleanPlatform(
  world: Pick<World, 'db' | 'now'>,
  signal?: AbortSignal,
): Promise<Record<string, number>> {
  const before = (days: number) => new Date(world.now().getTime() - days * DAY_MS).toISOString();
  const removed: Record<string, number> = {};
  for (const { what, days, remove } of KEPT) {
    removed[what] = 0;
    for (let last = BATCH; last === BATCH; ) {
      signal?.throwIfAborted();
      last = (await remove(before(days)).execute(world.db)).rows.length;
      removed[what] += last;
    }
  }
  removed.mail = await eraseMail(world.db, { before: before(MAIL_DAYS) });
  return removed;
}

export const cleanUp = defineJob<object>({
  name: 'operations.clean-up',
  titleKey: 'operations:job.cleanUp',
  lane: 'quick',
  cron: '0 3 * * *',
  catchUpHours: 25,
  run: ({ world, signal }) => cleanPlatform(world, signal),
});
