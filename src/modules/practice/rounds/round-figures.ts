import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { roundCard } from './schemas.ts';

type Card = z.input<typeof roundCard>;

/**
 * Where places are short: by speciality the students, their places and the seats that take them; by district the
 * students at home there and the seats there; by college country and town apart.
 */
export async function roundFigures(
  tx: Tx,
  { id, run, only }: { id: string; run: number; only: string | null },
): Promise<Pick<Card, 'bySpeciality' | 'byDistrict' | 'byCollege'>> {
  const people = sql`select s.id, g.programme_code as code, g.programme_name as name, t.home_id, p.organisation_id,
      coalesce(m.is_rural, false) as rural, e.id is not null and e.withdrawn_at is null as entered, w.offer_id
    from practice.round_plan x join practice.plan p on p.id = x.plan_id
    join programmes.study_group_v g on g.id = p.group_id
    join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying'
    left join practice.trainee t on t.person_id = s.person_id left join registry.municipality_v m on m.id = t.home_id
    left join practice.round_entry e on e.round_id = x.round_id and e.student_id = s.id
    left join practice.round_result w on w.round_id = x.round_id and w.student_id = s.id and w.run = ${run}
    where x.round_id = ${id}`;
  const specialities = await sql<Card['bySpeciality'][number]>`with people as (${people}),
      seats as (select c.code, sum(o.seats)::int as seats from practice.round_offer o
        join practice.offer f on f.id = o.offer_id cross join lateral unnest(f.programmes) c (code)
        where o.round_id = ${id} and o.left_on is null group by c.code)
    select p.code, min(p.name) as name, count(*)::int as students, count(p.offer_id)::int as placed,
      (count(*) filter (where p.entered))::int as wanted, coalesce(min(t.seats), 0)::int as seats
    from people p left join seats t on t.code = p.code group by p.code order by p.code`.execute(tx);
  const districts = await sql<Card['byDistrict'][number]>`with people as (${people}),
      seats as (select coalesce(f.municipality_id, h.municipality_id) as m, sum(o.seats)::int as seats
        from practice.round_offer o join practice.offer f on f.id = o.offer_id
        join registry.organisation_v h on h.id = f.organisation_id where o.round_id = ${id} and o.left_on is null group by 1),
      homes as (select home_id as m, count(*)::int as students, count(offer_id)::int as placed,
        (count(*) filter (where entered))::int as wanted from people group by 1)
    select m.id, coalesce(m.short_name, '') as name, m.lat, m.lon, coalesce(h.students, 0) as students,
      coalesce(h.placed, 0) as placed, coalesce(h.wanted, 0) as wanted, coalesce(t.seats, 0) as seats
    from homes h full join seats t on coalesce(t.m::text, '') = coalesce(h.m::text, '')
    left join registry.municipality_v m on m.id = coalesce(h.m, t.m) order by m.short_name nulls last`.execute(
    tx,
  );
  const colleges = await sql<Card['byCollege'][number]>`with people as (${people})
    select o.short_name as college, count(*)::int as students, count(p.offer_id)::int as placed,
      (count(*) filter (where p.rural))::int as rural, count(p.offer_id) filter (where p.rural)::int as "ruralPlaced",
      (count(*) filter (where not p.rural))::int as urban, count(p.offer_id) filter (where not p.rural)::int as "urbanPlaced"
    from people p join registry.organisation_v o on o.id = p.organisation_id
    where (${only}::uuid is null or p.organisation_id = ${only}::uuid)
    group by o.id, o.short_name order by o.short_name, o.id`.execute(tx);
  return { bySpeciality: specialities.rows, byDistrict: districts.rows, byCollege: colleges.rows };
}
