// cyrillic: headings of the workbook that people key into the federal platform
import { sql } from 'kysely';
import { type WriteColumn, writeSheet } from '../../../platform/sheets/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

const columns = (titles: string[]): WriteColumn[] => titles.map((title) => ({ title, kind: 'text' }));

/** Three sheets: schedule, groups, assignments of experts, for the days asked for. */
export const exportFederal = useCase(contract.exportFederal, {
  right: 'exams.federal.exchange',
  async run({ input, tx }) {
    const { rows: sessions } = await sql<{
      id: string;
      row: string[];
    }>`select s.id, jsonb_build_array(s.code, s.day::text, k.code,
        k.programme_code, k.programme_name, c.name, o.short_name, s.workplaces::text) as row
      from exams.session s join exams.kit k on k.id = s.kit_id join exams.centre c on c.id = s.centre_id
      join registry.organisation_v o on o.id = s.organisation_id
      where s.day between ${input.from}::date and ${input.to}::date and s.state not in ('cancelled', 'annulled') order by s.day, s.code`.execute(
      tx,
    );
    const ids = JSON.stringify(sessions.map(({ id }) => id));
    const { rows: groups } = await sql<{
      row: string[];
    }>`select jsonb_build_array(s.code, p.full_name, g.code, coalesce(e.federal_key, '')) as row
      from exams.examinee e join exams.session s on s.id = e.session_id join registry.person_v p on p.id = e.person_id
      join programmes.study_group_v g on g.id = e.group_id
      where s.id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid) order by s.day, s.code, p.sort_key`.execute(
      tx,
    );
    const { rows: seats } = await sql<{
      row: string[];
    }>`select jsonb_build_array(s.code, p.full_name, case x.role when 'chief' then 'главный эксперт'
        when 'technical' then 'технический эксперт' when 'witness' then 'член ГЭК' else 'линейный эксперт' end) as row
      from exams.session_expert x join exams.session s on s.id = x.session_id join registry.person_v p on p.id = x.person_id
      where x.state = 'confirmed' and s.id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid) order by s.day, s.code, p.sort_key`.execute(
      tx,
    );
    const bytes = await writeSheet(
      {
        tables: [
          {
            name: 'Расписание',
            columns: columns(['Экзамен', 'День', 'КОД', 'Код', 'Специальность', 'Центр', 'Колледж', 'Мест']),
            rows: sessions.map(({ row }) => row),
          },
          {
            name: 'Группы',
            columns: columns(['Экзамен', 'ФИО', 'Группа', 'ID']),
            rows: groups.map(({ row }) => row),
          },
          {
            name: 'Назначения',
            columns: columns(['Экзамен', 'ФИО', 'Роль']),
            rows: seats.map(({ row }) => row),
          },
        ],
        yes: 'да',
        no: 'нет',
      },
      { format: 'xlsx' },
    );
    return {
      name: `exams-${input.from}-${input.to}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: Buffer.from(bytes).toString('base64'),
    };
  },
  reads: ({ input }) => ({ kind: 'exams.export', id: `${input.from}/${input.to}` }),
});
