// cyrillic: words of papers, which are in Russian alone
import { type Block, definePaper } from '../../../platform/papers/index.ts';
import { pointsText } from '../rules/points.ts';
import { type ExamFacts, examData } from './exam-data.ts';
import { GRADES, HIDDEN, headOf } from './phrases.ts';

const came = (present: boolean | null) => (present === null ? '' : present ? 'да' : 'не явился');

function gradeWords({ grade, annulled }: ExamFacts['people'][number]): string {
  if (annulled) return 'результат отменён';
  return grade === null ? '' : `${grade} (${GRADES[grade] ?? ''})`;
}

const body = (data: ExamFacts): Block[] => {
  const graded = data.people.filter(({ grade }) => grade !== null);
  const counts = [5, 4, 3, 2].map((one) => `«${one}» ${graded.filter(({ grade }) => grade === one).length}`);
  return [
    ...headOf(data, {
      kind: 'ВЕДОМОСТЬ',
      title: 'Результаты демонстрационного экзамена',
      date: data.resultsOn,
      number: data.exam,
    }),
    {
      kind: 'table',
      columns: [
        { title: '№', width: 0.7, align: 'center' },
        { title: 'Экзаменуемый', width: 4 },
        { title: 'Группа', width: 2.4 },
        { title: 'Явка', width: 1.4 },
        { title: 'Баллы', width: 1.4, align: 'right' },
        { title: 'Из', width: 1.4, align: 'right' },
        { title: 'Оценка', width: 2.8 },
      ],
      rows: [...data.people]
        .sort((a, b) => a.name.localeCompare(b.name, 'ru'))
        .map((one, i) => [
          String(i + 1),
          one.name || HIDDEN,
          one.group,
          came(one.present),
          one.points === null ? '' : pointsText(one.points),
          one.max === null ? '' : pointsText(one.max),
          gradeWords(one),
        ]),
    },
    ...(graded.length > 0
      ? [{ kind: 'paragraph' as const, text: `Оценок: ${counts.join(', ')}.`, indent: false }]
      : []),
    ...(data.protocol
      ? [
          {
            kind: 'note' as const,
            text: `Основание: протокол ${data.protocol}, отпечаток ${data.protocolHash ?? ''}`,
          },
        ]
      : []),
    {
      kind: 'signatures',
      signers: [
        { post: 'Председатель ГЭК', name: '' },
        ...data.seats
          .filter(({ role }) => role === 'witness')
          .map(({ name }) => ({ post: 'Член ГЭК', name })),
      ],
    },
  ];
};

/** Points and grades of an exam on one sheet, for the board's own file (DE-19). */
export const statementPaper = definePaper({
  id: 'exams.statement',
  regime: 'common',
  validFrom: '2019-01-31',
  validTo: null,
  version: 1,
  fields: examData,
  body,
});
