import { sql } from 'kysely';
import type { z } from 'zod';
import { type Scope, within } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';
import type { studentRow } from '../contract.ts';

export type StudentRow = z.output<typeof studentRow>;

/** Columns of a student `s` with the person `r` and the last order `e`. */
export const studentColumns = (
  today: string,
) => sql`s.id, s.person_id as "personId", r.full_name as "fullName",
  r.birth_date as "birthDate", extract(year from age(${today}::date, r.birth_date))::int as age, s.funding, s.status,
  e.on_date as since, e.order_number as "orderNumber",
  case when s.status = 'leave' then e.until_on end as "leaveUntil", s.seat_line_id is not null as "hasSeatLine", s.rev`;

export const studentFrom = sql`programmes.student s
  join registry.person_v r on r.id = s.person_id
  left join lateral (select on_date, order_number, until_on from programmes.student_event
    where student_id = s.id order by on_date desc, id desc limit 1) e on true`;

/** A leader of the college, the curator of the group, or the student. Needs group `g` and programme `p`. */
export const studentsWithin = (scope: Scope, actor: Actor) =>
  within(scope, actor, {
    organisation: 'p.organisation_id',
    person: 's.person_id',
    assigned: sql<boolean>`p.organisation_id = ${actor.organisationId} and g.curator_id = ${actor.personId}`,
  });
