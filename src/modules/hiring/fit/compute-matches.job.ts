import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { callThread } from '../../../platform/threads/call-thread.ts';
import { dayIn } from '../../../platform/use-case/index.ts';
import type { Matched } from './market-text.ts';
import { readMarket } from './read-market.ts';

const PIECE = 4000;

/** Each night, and on a button: who fits where. The old lists stand until the new ones are stored whole. */
export const computeMatchesJob = defineJob<object>({
  name: 'hiring.computeMatches',
  titleKey: 'hiring:job.computeMatches',
  link: () => '/whom-to-invite',
  // seconds in a thread: it does not wait behind the calculations of a region
  lane: 'quick',
  cron: '40 4 * * *',
  catchUpHours: 26,
  async run({ world, progress, signal }) {
    progress(5, 'hiring:job.reading');
    const market = await readMarket(world.db, dayIn(world.timeZone, world.now()));
    progress(25, 'hiring:job.computing');
    const { rows, milliseconds } = await callThread<Matched>(
      new URL('./fit.worker.ts', import.meta.url),
      { market: JSON.stringify(market) },
      { timeoutMs: 300_000, heapMb: 2_048 },
    );
    progress(60, 'hiring:job.saving');
    const all = JSON.parse(rows) as object[];
    await inTransaction(world.db, async (tx) => {
      await sql`delete from hiring.match`.execute(tx);
      for (let at = 0; at < all.length; at += PIECE) {
        signal.throwIfAborted();
        await sql`insert into hiring.match (whom, person_id, student_id, opening, organisation_id, position, score, most, share, reasons)
          select r.whom, s.person_id, s.id, r.opening, coalesce(l.organisation_id, v.organisation_id), r.position, r.score, r.most, r.share,
            r.reasons
          from jsonb_to_recordset(${JSON.stringify(all.slice(at, at + PIECE))}::jsonb)
            as r(whom text, person uuid, opening text, position int, score bigint, most bigint, share int, reasons jsonb)
          join programmes.student_v s on s.id = r.person
          left join needs.line_v l on 'line:' || l.id = r.opening
          left join needs.vacancy_v v on 'vacancy:' || v.id = r.opening
          where coalesce(l.organisation_id, v.organisation_id) is not null
          on conflict do nothing`.execute(tx);
      }
      await sql`delete from hiring.match_run`.execute(tx);
      await sql`insert into hiring.match_run (id, computed_at, people, openings, milliseconds)
        values (${world.newId()}, ${world.now().toISOString()}, ${market.instance.people.length}, ${market.instance.openings.length},
          ${milliseconds})`.execute(tx);
    });
    return {
      people: market.instance.people.length,
      openings: market.instance.openings.length,
      lines: all.length,
      milliseconds,
    };
  },
});
