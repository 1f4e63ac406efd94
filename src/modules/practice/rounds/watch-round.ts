import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { roundsSeen } from './round-row.ts';
import type { watchRow } from './schemas.ts';

/** The own college's students in a round, by name: who has ranked, who is agreed already, who has which place. */
export const watchRound = useCase(contract.watchRound, {
  right: 'practice.placement.read',
  async run({ input, tx, actor, scope }) {
    const { rows: rounds } = await sql<{
      id: string;
      ranking: boolean;
    }>`select r.id, r.state in ('open', 'ranking') as ranking
      from practice.round r where r.id = ${input.id} and (${roundsSeen(scope === 'assigned' ? 'organisation' : scope, actor)})`.execute(
      tx,
    );
    const round = found(rounds[0]);
    const mine = within(scope, actor, {
      organisation: 'p.organisation_id',
      assigned: sql<boolean>`p.organisation_id = ${actor.organisationId} and g.curator_id = ${actor.personId}`,
    });
    const { rows } = await sql<
      z.input<typeof watchRow>
    >`select s.id as "studentId", n.full_name as name, p.id as "planId",
        g.code as "group", e.id is not null as entered, e.withdrawn_at is not null as withdrawn,
        (select count(*)::int from practice.ranking k where k.round_id = r.id and k.student_id = s.id) as ranked,
        (select jsonb_build_object('why', i.why, 'title', f.title, 'host', h.short_name) from practice.round_pin i
          join practice.offer f on f.id = i.offer_id join registry.organisation_v h on h.id = f.organisation_id
          where i.round_id = r.id and i.student_id = s.id) as pinned,
        w.title as place, w.host, w.rank, coalesce(w.administrative, false) as administrative,
        e.confirmed_at is not null as confirmed
      from practice.round r join practice.round_plan x on x.round_id = r.id join practice.plan p on p.id = x.plan_id
      join programmes.study_group_v g on g.id = p.group_id
      join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying'
      join registry.person_v n on n.id = s.person_id
      left join practice.round_entry e on e.round_id = r.id and e.student_id = s.id
      left join lateral (select f.title, h.short_name as host, y.rank, y.administrative from practice.round_result y
        join practice.offer f on f.id = y.offer_id join registry.organisation_v h on h.id = f.organisation_id
        where y.round_id = r.id and y.student_id = s.id and y.run = r.last_run
          and r.state in ('published', 'repaired', 'closed')) w on true
      where r.id = ${round.id} and ${mine} order by g.code, n.sort_key, s.id`.execute(tx);
    return { rows, ranking: round.ranking };
  },
  can: ({ data, may }) => ({ pin: data.ranking && may('practice.placement.edit') }),
  reads: ({ input }) => ({ kind: 'practice.round', id: input.id }),
});
