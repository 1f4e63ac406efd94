import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/** What a planner needs to know of one expert. */
export interface PlannableExpert {
  expertId: string;
  personId: string;
  name: string;
  organisationId: string | null;
  municipalityId: string | null;
  ofEmployers: boolean;
  monthLimit: number;
  /** Days of the stretch on which the expert may be called. */
  days: string[];
  /** Rights of the regime that hold on some day of the stretch; `to` null: without end. */
  rights: { code: string; mayLead: boolean; from: string; to: string | null }[];
}

interface Row extends Omit<PlannableExpert, 'days'> {
  weekdays: number[];
  leftOn: string | null;
  away: { kind: string; from: string | null; to: string | null }[];
}

const DAY = 86_400_000;

/** Days of a stretch with their number in the week, Monday 1 to Sunday 7. */
function stretch(from: string, to: string): { day: string; week: number }[] {
  const out: { day: string; week: number }[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY)
    out.push({ day: new Date(at).toISOString().slice(0, 10), week: ((Math.floor(at / DAY) + 3) % 7) + 1 });
  return out;
}

/**
 * Experts with a right of the regime in a stretch of days, with the days they are free: the usual week, without days
 * out, with days offered beyond it. Other exams are not looked at here.
 */
export async function plannableExperts(
  tx: Tx,
  { regime, from, to }: { regime: string; from: string; to: string },
): Promise<PlannableExpert[]> {
  const { rows } = await sql<Row>`select e.id as "expertId", e.person_id as "personId", e.full_name as name,
      e.organisation_id as "organisationId", e.municipality_id as "municipalityId", e.of_employers as "ofEmployers",
      e.month_limit as "monthLimit", r.rights, to_jsonb(e.weekdays) as weekdays, e.left_on as "leftOn",
      coalesce(w.away, '[]'::jsonb) as away
    from specialists.expert_v e
    join (select x.expert_id, jsonb_agg(jsonb_build_object('code', x.code, 'mayLead', x.may_lead, 'from', lower(x.valid),
          'to', upper(x.valid) - 1) order by x.id) as rights
      from specialists.expert_right_v x where x.regime = ${regime}
        and x.valid && daterange(${from}::date, ${to}::date, '[]') group by x.expert_id) r on r.expert_id = e.id
    left join (select a.expert_id, jsonb_agg(jsonb_build_object('kind', a.kind, 'from', lower(a.period), 'to', upper(a.period) - 1)) as away
      from specialists.expert_absence_v a where a.period && daterange(${from}::date, ${to}::date, '[]') group by a.expert_id) w
      on w.expert_id = e.id
    where e.left_on is null or e.left_on > ${from}::date
    order by e.id`.execute(tx);
  const all = stretch(from, to);
  return rows.map(({ weekdays, leftOn, away, ...one }) => {
    const days = all.flatMap(({ day, week }) => {
      const out = away.find((a) => (a.from === null || a.from <= day) && (a.to === null || a.to >= day));
      const free = out ? out.kind === 'free' : weekdays.includes(week);
      return free && (leftOn === null || leftOn > day) ? [day] : [];
    });
    return { ...one, days };
  });
}
