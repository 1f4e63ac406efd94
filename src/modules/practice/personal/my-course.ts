import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  plan: string;
  days: number;
  appraisedOn: string | null;
  positive: boolean | null;
  reference: string | null;
  leaveHome: string | null;
  guardian: string | null;
  papers: string | null;
  outcome: string | null;
  grade: number | null;
  until: string;
}

/** What was written about a student in the course of a practice: log, appraisal, consents, registered papers, outcome. */
export const myCourse = definePersonalData({
  id: 'practice.course',
  titleKey: 'practice:personal.courseTitle',
  basis: 'contract',
  basisKey: 'practice:personal.basis',
  purposeKey: 'practice:personal.purpose',
  async collect(tx, personId) {
    const consent = (kind: string) =>
      sql`(select case when c.withdrawn_on is not null then 'withdrawn' when c.answer is not null then c.answer else 'asked' end
        from practice.consent c where c.placement_id = p.id and c.kind = ${kind} order by c.id desc limit 1)`;
    const { rows } = await sql<Entry>`select p.id, n.title as plan,
        (select count(*)::int from practice.log_day d where d.placement_id = p.id) as days,
        a.filled_at::date as "appraisedOn", p.appraisal_positive as positive, a.reference,
        ${consent('leave_home')} as "leaveHome", ${consent('guardian')} as guardian,
        (select string_agg(x.number || ' (' || to_char(x.on_day, 'DD.MM.YYYY') || ')', ', ' order by x.on_day, x.number)
          from practice.paper x where x.plan_id = p.plan_id
            and x.content -> 'students' @> jsonb_build_array(jsonb_build_object('id', p.id))) as papers,
        o.result as outcome, p.grade, upper(p.period) - 1 as until
      from practice.placement p join practice.plan n on n.id = p.plan_id
      left join practice.appraisal a on a.placement_id = p.id left join practice.outcome o on o.placement_id = p.id
      where p.person_id = ${personId} order by lower(p.period) desc`.execute(tx);
    const key = (label: string) => `practice:personal.${label}`;
    const word = (label: string, value: string | null, of: string) => ({
      labelKey: key(label),
      value: value && `practice:${of}.${value}`,
      as: 'messageKey' as const,
    });
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: key('plan'), value: row.plan },
        { labelKey: key('logDays'), value: row.days },
        { labelKey: key('appraisedOn'), value: row.appraisedOn, as: 'day' as const },
        word('appraisal', row.positive === null ? null : row.positive ? 'yes' : 'no', 'personal.positive'),
        { labelKey: key('reference'), value: row.reference },
        word('leaveHome', row.leaveHome, 'personal.answer'),
        word('guardianSaid', row.guardian, 'personal.answer'),
        { labelKey: key('papers'), value: row.papers },
        word('outcome', row.outcome, 'personal.result'),
        { labelKey: key('grade'), value: row.grade },
      ],
    }));
  },
});
