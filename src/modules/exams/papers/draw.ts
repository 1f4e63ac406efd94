// cyrillic: words of papers, which are in Russian alone
import { type Block, definePaper } from '../../../platform/papers/index.ts';
import { type ExamFacts, examData } from './exam-data.ts';
import { chiefOf, HIDDEN, headOf, technicalOf } from './phrases.ts';

function howOf({ draw }: ExamFacts): Block[] {
  if (!draw) return [];
  if (draw.method === 'hand')
    return [
      { kind: 'paragraph', text: `Места вытянули на бумаге. Присутствовали: ${draw.witnesses ?? ''}.` },
      { kind: 'note', text: `Отпечаток записи: ${draw.hash}` },
    ];
  return [
    {
      kind: 'paragraph',
      text: 'Места распределены жеребьёвкой портала: зерно запечатали, когда подтвердили экзамен, и открыли после жеребьёвки. Порядок мест может пересчитать любой.',
    },
    { kind: 'note', text: `Отпечаток запечатанного зерна: ${draw.commitment}` },
    { kind: 'note', text: `Зерно: ${draw.seed ?? ''}` },
    ...(draw.beacon ? [{ kind: 'note' as const, text: `Внешнее число: ${draw.beacon}` }] : []),
    { kind: 'note', text: `Отпечаток записи: ${draw.hash}` },
  ];
}

const body = (data: ExamFacts): Block[] => [
  ...headOf(data, {
    kind: 'ПРОТОКОЛ',
    title: 'О распределении рабочих мест',
    date: data.draw?.at?.slice(0, 10) ?? data.checkedOn,
    number: null,
  }),
  ...howOf(data),
  {
    kind: 'table',
    columns: [
      { title: 'Место', width: 1, align: 'center' },
      { title: 'Экзаменуемый', width: 4 },
      { title: 'Группа', width: 2 },
      { title: 'Подпись', width: 3 },
    ],
    rows: data.people.map((one) => [
      one.workplace === null ? '' : String(one.workplace),
      one.name || HIDDEN,
      one.group,
      '',
    ]),
  },
  { kind: 'note', text: 'Места меняют только при отказе оборудования.' },
  {
    kind: 'signatures',
    signers: [
      { post: 'Главный эксперт', name: chiefOf(data) },
      { post: 'Технический эксперт', name: technicalOf(data) },
    ],
  },
];

/** Workplaces by chance (DE20-07, DE-11), with what anybody needs to recompute them. */
export const drawPaper = definePaper({
  id: 'exams.draw',
  regime: 'common',
  validFrom: '2019-01-31',
  validTo: null,
  version: 1,
  fields: examData,
  body,
});
