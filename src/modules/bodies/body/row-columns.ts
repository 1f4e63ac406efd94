import { sql } from 'kysely';

/** The columns of a row of the register; `b` is the body. */
export const rowColumns = (today: string) => sql`b.id, b.kind, b.name, b.organisation_id as "organisationId",
  (select o.short_name from registry.organisation_v o where o.id = b.organisation_id) as "organisationName",
  (select count(*)::int from bodies.member m where m.body_id = b.id and m.valid @> ${today}::date) as members,
  (select max(g.held_on) from bodies.meeting g where g.body_id = b.id and g.state not in ('planned', 'cancelled')) as "lastMeeting",
  (select min(g.held_on) from bodies.meeting g where g.body_id = b.id and g.state = 'planned' and g.held_on >= ${today}::date) as "nextMeeting",
  (select count(*)::int from bodies.decision_v d where d.body_id = b.id and d.meeting_state = 'signed' and d.done_on is null) as open,
  (select count(*)::int from bodies.decision_v d where d.body_id = b.id and d.meeting_state = 'signed' and d.done_on is null
    and d.due < ${today}::date) as overdue, b.closed_on as "closedOn"`;
