import { sql } from 'kysely';
import type { z } from 'zod';
import { allowedEvents } from '../../../platform/states/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { roundStates } from '../states.ts';
import { roundColumns, roundsWithin } from './round-row.ts';
import type { roundCard, roundRow } from './schemas.ts';

export const listRounds = useCase(contract.listRounds, {
  right: 'practice.round.read',
  async run({ tx, actor, scope }) {
    const { rows } = await sql<z.input<typeof roundRow>>`select ${roundColumns} from practice.round r
      where ${roundsWithin(scope, actor)} order by r.opens_at desc, r.id`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ open: may('practice.round.lead') }),
});

/** A round on one page. The seed is told when the draw is stored, not before. */
export const getRound = useCase(contract.getRound, {
  right: 'practice.round.read',
  async run({ input, tx, actor, scope }) {
    type Card = z.input<typeof roundCard>;
    const { rows } = await sql<Omit<Card, 'plans' | 'offers'>>`select ${roundColumns}, r.classes,
        r.seed_commitment as commitment, r.input_hash as "inputHash", nullif(r.beacon, '') as beacon, r.job_id as "jobId", r.last_run as run,
        case when r.state in ('drawn', 'published', 'repaired', 'closed') then r.seed end as seed,
        (select d.statistics from practice.round_draw d where d.round_id = r.id and d.run = r.last_run) as statistics
      from practice.round r where r.id = ${input.id} and ${roundsWithin(scope, actor)}`.execute(tx);
    const round = found(rows[0]);
    const plans = await sql<Card['plans'][number]>`select p.id, g.code as "group", p.title,
        (select count(*)::int from programmes.student_v s where s.group_id = p.group_id and s.status = 'studying') as students,
        (select count(*)::int from practice.round_entry e where e.round_id = x.round_id and e.plan_id = p.id
          and e.withdrawn_at is null) as ranked
      from practice.round_plan x join practice.plan p on p.id = x.plan_id
      join programmes.study_group_v g on g.id = p.group_id where x.round_id = ${round.id} order by g.code, p.id`.execute(
      tx,
    );
    const offers = await sql<Card['offers'][number]>`select f.id, f.title, h.short_name as host, o.seats,
        f.min_group as "minGroup", o.closed, o.left_on as "leftOn", o.left_why as "leftWhy",
        (select count(*)::int from practice.ranking k where k.round_id = o.round_id and k.offer_id = f.id and k.place = 1)
          as "firstChoices",
        (o.cutoff ->> 'placed')::int as placed, (o.cutoff ->> 'position')::int as cutoff
      from practice.round_offer o join practice.offer f on f.id = o.offer_id
      join registry.organisation_v h on h.id = f.organisation_id where o.round_id = ${round.id}
      order by h.short_name, f.title, f.id`.execute(tx);
    return { ...round, plans: plans.rows, offers: offers.rows };
  },
  can: ({ data, may, actor }) => {
    const events = may('practice.round.lead') ? allowedEvents(roundStates, data.state, actor.rights) : [];
    return Object.fromEntries(roundStates.transitions.map(({ event }) => [event, events.includes(event)]));
  },
});
