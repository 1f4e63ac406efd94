import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { LIVE } from './live.ts';
import type { roundChoices as answer } from './schemas.ts';

type Choices = z.input<typeof answer>;

/** What a round may be opened over on these days: practices whose students have no place, and places that fit one of them. */
export const roundChoices = useCase(contract.roundChoices, {
  right: 'practice.round.lead',
  async run({ input: { from, to, programme = null }, tx, actor, scope }) {
    const own = scope === 'all' ? null : actor.organisationId;
    const plans = await sql<
      Choices['plans'][number]
    >`select p.id, g.code as "group", p.organisation_id as "collegeId", o.short_name as college, p.title,
        g.programme_code as programme, lower(p.period) as "from", upper(p.period) - 1 as "to", count(s.id)::int as students
      from practice.plan p join programmes.study_group_v g on g.id = p.group_id
      join registry.organisation_v o on o.id = p.organisation_id
      join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying'
      where p.state = 'approved' and p.held_at = 'enterprise' and lower(p.period) between ${from}::date and ${to}::date
        and (${own}::uuid is null or p.organisation_id = ${own}::uuid)
        and (${programme}::text is null or g.programme_code = ${programme}::text)
        and not exists (select 1 from practice.placement x where x.person_id = s.person_id and x.state <> 'failed'
          and x.period && p.period)
        and not exists (select 1 from practice.round_plan y join practice.round r on r.id = y.round_id
          join practice.plan q on q.id = y.plan_id where q.group_id = p.group_id and q.period && p.period and r.state in ${LIVE})
      group by p.id, g.code, o.short_name, g.programme_code order by o.short_name, g.code, p.id`.execute(tx);
    const ids = plans.rows.map(({ id }) => id);
    if (ids.length === 0) return { plans: [], offers: [] };
    // by kinds of practice, not by single ones: a region has hundreds of practices on the same days
    const offers = await sql<Choices['offers'][number]>`
      with asked as (select p.period, p.kind, g.programme_code, array_agg(distinct p.organisation_id) as colleges
        from practice.plan p join programmes.study_group_v g on g.id = p.group_id where p.id in (${sql.join(ids)})
        group by 1, 2, 3),
      fit as (select distinct f.id, a.period from practice.offer f join asked a on f.period @> a.period
          and a.kind = any (f.kinds) and a.programme_code = any (f.programmes)
          and (f.kept_for is null or f.kept_for = any (a.colleges))
        where f.state = 'open' and f.access_class = 'open'
          and not exists (select 1 from practice.round_offer x join practice.round r on r.id = x.round_id
            where x.offer_id = f.id and x.left_on is null and r.state in ${LIVE})),
      free as (select t.id, min(y.seats)::int as seats from fit t
        join lateral (select min(d.capacity - d.taken) as seats from practice.place_day d
          where d.offer_id = t.id and d.day >= lower(t.period) and d.day < upper(t.period)) y on y.seats > 0 group by t.id)
      select f.id, f.title, h.id as "hostId", h.short_name as host, m.short_name as municipality,
        to_jsonb(f.programmes) as programmes, free.seats, f.min_group as "minGroup"
      from free join practice.offer f on f.id = free.id join registry.organisation_v h on h.id = f.organisation_id
      left join registry.municipality_v m on m.id = coalesce(f.municipality_id, h.municipality_id)
      order by h.short_name, f.title, f.id`.execute(tx);
    return { plans: plans.rows, offers: offers.rows };
  },
});
