import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Stretch } from '../rules/limits.ts';
import type { PlacementState } from '../states.ts';
import type { Agreement } from './find-agreement.ts';

export type ConsentState = 'asked' | 'given' | 'refused' | 'withdrawn';

/** All that decides where a placement may go next. */
export interface Facts {
  id: string;
  planId: string;
  studentId: string;
  personId: string;
  organisationId: string;
  hostId: string;
  host: string;
  offerId: string;
  offer: string;
  state: PlacementState;
  from: string;
  to: string;
  timetable: Stretch[];
  birthDate: string | null;
  employed: boolean;
  contractNumber: string | null;
  needsMedical: boolean;
  medicalNumber: string | null;
  medicalUntil: string | null;
  briefingOn: string | null;
  orderOn: string | null;
  reportOn: string | null;
  appraisalOn: string | null;
  appraisalPositive: boolean | null;
  referenceOn: string | null;
  grade: number | null;
  homeId: string | null;
  hostPlaceId: string | null;
  leaveHome: ConsentState | null;
  leaveHomeAsked: string | null;
  guardian: ConsentState | null;
  guardianAsked: string | null;
  agreement: Agreement | null;
  mentors: { name: string; from: string; to: string }[];
  logged: string[];
  /** The day a log kept on paper was handed in, without gaps. */
  logOn: string | null;
  rev: number;
}

const consentState = sql`case when c.withdrawn_on is not null then 'withdrawn' when c.answer is not null then c.answer
  when c.asked_on is not null then 'asked' end`;

/** Facts of placements `p` for which a condition holds. An agreement found later serves those that had none. */
export async function readFacts(tx: Tx, where: RawBuilder<boolean>, lock = false): Promise<Facts[]> {
  const { rows } =
    await sql<Facts>`select p.id, p.plan_id as "planId", p.student_id as "studentId", p.person_id as "personId",
      p.organisation_id as "organisationId", p.host_id as "hostId", h.short_name as host, p.offer_id as "offerId", f.title as offer,
      p.state, lower(p.period) as "from", upper(p.period) - 1 as "to", p.timetable, r.birth_date as "birthDate", p.employed,
      p.contract_number as "contractNumber", f.needs_medical as "needsMedical", p.medical_number as "medicalNumber",
      p.medical_until as "medicalUntil", p.briefing_on as "briefingOn", n.order_on as "orderOn", p.report_on as "reportOn", p.log_on as "logOn",
      p.appraisal_on as "appraisalOn", p.appraisal_positive as "appraisalPositive", p.reference_on as "referenceOn", p.grade,
      t.home_id as "homeId", coalesce(f.municipality_id, h.municipality_id) as "hostPlaceId", p.rev,
      l.state as "leaveHome", l.asked_on as "leaveHomeAsked", g.state as guardian, g.asked_on as "guardianAsked",
      a.agreement, coalesce(m.mentors, '[]'::jsonb) as mentors, coalesce(d.days, '[]'::jsonb) as logged
    from practice.placement p
    join practice.plan n on n.id = p.plan_id
    join practice.offer f on f.id = p.offer_id
    join registry.organisation_v h on h.id = p.host_id
    join registry.person_v r on r.id = p.person_id
    left join practice.trainee t on t.person_id = p.person_id
    left join lateral (select ${consentState} as state, c.asked_on from practice.consent c
      where c.placement_id = p.id and c.kind = 'leave_home') l on true
    left join lateral (select ${consentState} as state, c.asked_on from practice.consent c
      where c.placement_id = p.id and c.kind = 'guardian') g on true
    left join lateral (select jsonb_build_object('id', x.id, 'number', x.number, 'holds', x.state in ('in_force', 'changing'),
        'ofBoth', true, 'from', lower(x.valid), 'to', upper(x.valid) - 1) as agreement
      from agreements.agreement_v x
      join agreements.party_v y on y.agreement_id = x.id and y.organisation_id = p.organisation_id
      join agreements.party_v z on z.agreement_id = x.id and z.organisation_id = p.host_id
      where x.kind = 'practice' and x.state <> 'recalled'
      order by (x.id = p.agreement_id) desc nulls last, (x.state in ('in_force', 'changing')) desc, (x.valid @> p.period) desc, x.id limit 1) a on true
    left join lateral (select jsonb_agg(jsonb_build_object('name', w.short_name, 'from', lower(u.valid), 'to', upper(u.valid) - 1)
        order by lower(u.valid)) as mentors
      from specialists.tutoring_v u join registry.person_v w on w.id = u.mentor_person_id
      where u.source_kind = 'practice.placement' and u.source_id = p.id and not isempty(u.valid)) m on true
    left join lateral (select jsonb_agg(e.day order by e.day) as days from practice.log_day e where e.placement_id = p.id) d on true
    where ${where} order by r.sort_key, p.id ${lock ? sql`for update of p` : sql``}`.execute(tx);
  return rows;
}
