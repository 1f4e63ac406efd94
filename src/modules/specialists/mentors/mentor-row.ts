import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Scope, within } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';
import type { mentorRow } from '../contract.ts';

export type MentorRow = z.output<typeof mentorRow>;

/** Columns of a mentor `m` with the order `a` that holds today or comes next, and today's trainees `t`. */
export const mentorColumns = (today: string) => sql`m.id, m.person_id as "personId", p.full_name as name,
  m.organisation_id as "organisationId", o.short_name as organisation, m.post, to_jsonb(m.programmes) as programmes,
  m.clearance_on as "clearanceOn", coalesce(t.people, 0) as trainees, a.id as "appointmentId", a.capacity,
  lower(a.valid) as "from", upper(a.valid) - 1 as "to", a.legal_basis as "legalBasis",
  case when m.clearance_on is null then 'noClearance' when a.id is null then 'noOrder'
    when a.notice_on is not null and upper(a.valid) - 1 >= ${today}::date then 'leaving'
    when coalesce(t.people, 0) >= a.capacity then 'full' else 'ready' end as state`;

export const mentorFrom = (today: string) => sql`specialists.mentor m
  join registry.person_v p on p.id = m.person_id
  join registry.organisation_v o on o.id = m.organisation_id
  left join lateral (select * from specialists.appointment x where x.mentor_id = m.id
    and (upper_inf(x.valid) or upper(x.valid) > ${today}::date) order by lower(x.valid) limit 1) a on true
  left join lateral (select sum(y.people)::int as people from specialists.tutoring y
    join specialists.appointment z on z.id = y.appointment_id
    where z.mentor_id = m.id and y.valid @> ${today}::date) t on true`;

export const mentorsWithin = (scope: Scope, actor: Actor): RawBuilder<boolean> =>
  within(scope, actor, { organisation: 'm.organisation_id', person: 'm.person_id' });
