// cyrillic: words of papers, which are in Russian alone
import { type Block, definePaper } from '../../../platform/papers/index.ts';
import { type ExamFacts, examData } from './exam-data.ts';
import { chiefOf, HIDDEN, headOf, ROLES, technicalOf } from './phrases.ts';

const noted = (briefed: boolean) => (briefed ? 'отмечен' : '');

const body = (data: ExamFacts): Block[] => [
  ...headOf(data, {
    kind: 'ЛИСТ ИНСТРУКТАЖА',
    date: data.checkedOn,
    number: null,
    title: 'По охране труда и с заданием ознакомлены',
  }),
  {
    kind: 'table',
    caption: 'Экзаменуемые',
    columns: [
      { title: 'Место', width: 1, align: 'center' },
      { title: 'Фамилия, инициалы', width: 4 },
      { title: 'Группа', width: 2 },
      { title: 'В портале', width: 1.6 },
      { title: 'Подпись', width: 3 },
    ],
    rows: data.people.map((one) => [
      one.workplace === null ? '' : String(one.workplace),
      [one.name || HIDDEN, one.helper ? `(помощник: ${one.helper})` : ''].filter(Boolean).join(' '),
      one.group,
      noted(one.briefed),
      '',
    ]),
  },
  {
    kind: 'table',
    caption: 'Экспертная группа и площадка',
    columns: [
      { title: 'Кто', width: 4 },
      { title: 'Кем', width: 3 },
      { title: 'В портале', width: 1.6 },
      { title: 'Подпись', width: 3 },
    ],
    rows: data.seats
      .filter(({ role }) => role !== 'witness')
      .map((one) => [one.name, ROLES[one.role], noted(one.briefed), '']),
  },
  {
    kind: 'signatures',
    signers: [
      { post: 'Технический эксперт, провёл инструктаж', name: technicalOf(data) },
      { post: 'Главный эксперт', name: chiefOf(data) },
    ],
  },
];

/** Who was briefed on safety and shown the task the day before (DE20-07, DE-11). */
export const briefingPaper = definePaper({
  id: 'exams.briefing',
  regime: 'common',
  validFrom: '2019-01-31',
  validTo: null,
  version: 1,
  fields: examData,
  body,
});
