import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Teaching {
  id: string;
  school_year: number;
  group: string;
  module_code: string;
  academic_hours: number;
  terms: string;
  ended_on: string | null;
}

/** What the person teaches to which group, by school year. */
export const myTeaching = definePersonalData({
  id: 'programmes.teaching',
  titleKey: 'programmes:personal.teaching.title',
  basis: 'contract',
  basisKey: 'programmes:personal.teaching.basis',
  purposeKey: 'programmes:personal.teaching.purpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Teaching>`select t.id, t.school_year, g.code as "group", t.module_code, t.academic_hours,
        t.terms, t.ended_on
      from programmes.teaching t join programmes.study_group g on g.id = t.group_id
      where t.person_id = ${personId} order by t.school_year desc, g.code, t.module_code`.execute(tx);
    const label = (noun: string) => `programmes:personal.teaching.${noun}`;
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: label('year'), value: `${row.school_year}/${String(row.school_year + 1).slice(2)}` },
        { labelKey: label('group'), value: row.group },
        { labelKey: label('module'), value: row.module_code },
        { labelKey: label('hours'), value: row.academic_hours },
        {
          labelKey: label('terms'),
          value: `programmes:screen.load.termsOf.${row.terms}`,
          as: 'messageKey' as const,
        },
        { labelKey: label('endedOn'), value: row.ended_on, as: 'day' as const },
      ],
    }));
  },
});
