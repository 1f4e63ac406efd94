import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Study {
  id: string;
  college: string | null;
  code: string;
  name: string;
  group: string;
  course: number;
  funding: string;
  status: string;
  external_key: string | null;
}

/** Where and what the person studies or studied: one record for every group. */
export const myStudies = definePersonalData({
  id: 'programmes.student',
  titleKey: 'programmes:personal.study.title',
  basis: 'law',
  basisKey: 'programmes:personal.study.basis',
  purposeKey: 'programmes:personal.study.purpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Study>`select s.id, o.short_name as college, p.code, p.name, g.code as "group", g.course,
        s.funding, s.status, s.external_key
      from programmes.student s join programmes.study_group g on g.id = s.group_id
      join programmes.programme p on p.id = g.programme_id
      left join registry.organisation_v o on o.id = p.organisation_id
      where s.person_id = ${personId} order by g.intake_year desc, s.id`.execute(tx);
    const label = (noun: string) => `programmes:personal.study.${noun}`;
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: label('college'), value: row.college },
        { labelKey: label('programme'), value: `${row.code} ${row.name}` },
        { labelKey: label('group'), value: row.group },
        { labelKey: label('course'), value: row.course },
        {
          labelKey: label('funding'),
          value: `programmes:screen.funding.${row.funding}`,
          as: 'messageKey' as const,
        },
        {
          labelKey: label('status'),
          value: `programmes:state.student.${row.status}`,
          as: 'messageKey' as const,
        },
        { labelKey: label('externalKey'), value: row.external_key },
      ],
    }));
  },
});
