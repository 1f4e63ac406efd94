import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Scope, within } from '../../../platform/rights/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';
import type { planRow } from './schemas.ts';

export type PlanRow = z.output<typeof planRow>;
/** A row before its collisions are found. */
export type BarePlan = Omit<PlanRow, 'collisions'>;

/** Columns of a practice `p` with its group `g`, its supervisor `k`, and how far the placing is. */
export const planColumns = sql`p.id, o.short_name as college, p.group_id as "groupId", g.code as "group", g.programme_code as "programmeCode",
  g.programme_name as "programmeName", g.course, coalesce(s.n, 0) as students, p.school_year as "schoolYear", p.kind,
  p.module_code as "moduleCode", p.title, lower(p.period) as "from", upper(p.period) - 1 as "to",
  p.academic_hours as "academicHours", to_jsonb(p.competences) as competences, p.held_at as "heldAt",
  p.supervisor_id as "supervisorId", k.short_name as supervisor, p.workshop_id as "workshopId",
  p.form_id as "formId", f.name as form,
  p.order_number as "orderNumber", p.order_on as "orderOn", p.state, p.rev,
  coalesce(c.placed, 0) as placed, coalesce(c.ready, 0) as ready, coalesce(c.started, 0) as started`;

export const planFrom = sql`practice.plan p
  join programmes.study_group_v g on g.id = p.group_id
  join registry.organisation_v o on o.id = p.organisation_id
  left join registry.person_v k on k.id = p.supervisor_id
  left join practice.form f on f.id = p.form_id
  left join lateral (select count(*)::int as n from programmes.student_v s
    where s.group_id = p.group_id and s.status = 'studying') s on true
  left join lateral (select count(*)::int as placed,
      count(*) filter (where x.state not in ('requested', 'slot_reserved', 'contract_ok'))::int as ready,
      count(*) filter (where x.state not in ('requested', 'slot_reserved', 'contract_ok', 'cleared'))::int as started
    from practice.placement x where x.plan_id = p.id and x.state <> 'failed') c on true`;

/** A curator sees the own groups, who leads a college all of it. */
export const plansWithin = (scope: Scope, actor: Actor): RawBuilder<boolean> =>
  within(scope, actor, {
    organisation: 'p.organisation_id',
    assigned: sql<boolean>`p.organisation_id = ${actor.organisationId} and g.curator_id = ${actor.personId}`,
  });
