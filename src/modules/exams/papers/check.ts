// cyrillic: words of papers, which are in Russian alone
import { type Block, definePaper } from '../../../platform/papers/index.ts';
import { type ExamFacts, examData } from './exam-data.ts';
import { chiefOf, headOf, ROLES, technicalOf } from './phrases.ts';

const body = (data: ExamFacts): Block[] => {
  const short = data.needs.filter(({ need, have }) => have < need);
  return [
    ...headOf(data, {
      kind: 'ПРОТОКОЛ',
      title: 'О проверке готовности площадки',
      date: data.checkedOn,
      number: data.checkNumber,
    }),
    {
      kind: 'paragraph',
      text:
        short.length === 0
          ? `Площадка проверена на ${data.workplaces} рабочих мест. Оснащения хватает.`
          : `Площадка проверена на ${data.workplaces} рабочих мест. Не хватает позиций: ${short.length}.`,
    },
    {
      kind: 'table',
      caption: 'Оснащение по комплекту',
      columns: [
        { title: 'Наименование', width: 6 },
        { title: 'Ед.', width: 1, align: 'center' },
        { title: 'Нужно', width: 1.4, align: 'right' },
        { title: 'Есть', width: 1.4, align: 'right' },
      ],
      rows: data.needs.map(({ title, unit, need, have }) => [title, unit, String(need), String(have)]),
    },
    {
      kind: 'table',
      caption: 'Обязанности',
      columns: [
        { title: 'Кто', width: 4 },
        { title: 'Кем', width: 3 },
        { title: 'Откуда', width: 4 },
        { title: 'Подпись', width: 3 },
      ],
      rows: data.seats.map((one) => [one.name, ROLES[one.role], one.organisation, '']),
    },
    {
      kind: 'signatures',
      signers: [
        { post: 'Главный эксперт', name: chiefOf(data) },
        { post: 'Технический эксперт', name: technicalOf(data) },
      ],
    },
  ];
};

/** The site was checked a working day before, and duties were given (DE-11). */
export const checkPaper = definePaper({
  id: 'exams.check',
  regime: 'common',
  validFrom: '2019-01-31',
  validTo: null,
  version: 1,
  fields: examData,
  body,
});
