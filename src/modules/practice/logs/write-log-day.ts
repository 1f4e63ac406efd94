import { sql } from 'kysely';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { lockFacts, stepPlacement } from '../placements/step-placement.ts';
import { stretchOn } from '../rules/limits.ts';

/** The first entry of a started practice shows that it goes on. A confirmed day is not rewritten. */
export const writeLogDay = useCase(contract.writeLogDay, {
  right: 'practice.own.write',
  async run(args) {
    const { input, tx, actor, today, now, change } = args;
    const { id, day, note, minutes } = input;
    const facts = await lockFacts(args, sql<boolean>`p.id = ${id} and p.person_id = ${actor.personId}`);
    const at = (path: string, key: string, params = {}) =>
      refuse(key, params, { fields: [{ path, key, params }] });
    if (!['started', 'in_progress', 'finished'].includes(facts.state))
      throw refuse(
        'practice:error.notOnSite',
        { state: `practice:state.placement.${facts.state}` },
        { status: 409 },
      );
    if (day > today) throw at('day', 'practice:error.notYet');
    if (day < facts.from || day > facts.to)
      throw at('day', 'practice:error.outsidePlacement', { from: facts.from, to: facts.to });
    const most = stretchOn(facts.timetable, day)?.minutes ?? 0;
    if (minutes > most) throw at('minutes', 'practice:error.overTimetable', { hours: most / 60 });
    const { rows } = await sql`insert into practice.log_day (placement_id, day, note, minutes, written_at)
      values (${id}, ${day}, ${note}, ${minutes}, ${now})
      on conflict (placement_id, day) do update set note = excluded.note, minutes = excluded.minutes, written_at = excluded.written_at
      where log_day.confirmed_at is null returning day`.execute(tx);
    if (rows.length === 0) throw refuse('practice:error.dayConfirmed', {}, { status: 409 });
    change({
      subject: {
        kind: 'practice.placement',
        id,
        organisationId: facts.organisationId,
        personId: facts.personId,
      },
      after: { day, minutes },
    });
    if (facts.state === 'started') await stepPlacement(args, facts, 'proceed');
    return { id };
  },
});
