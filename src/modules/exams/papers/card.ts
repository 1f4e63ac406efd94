import { z } from 'zod';
import { type Block, definePaper, longDate } from '../../../platform/papers/index.ts';
import { pointsText } from '../rules/points.ts';

const fields = z.object({
  number: z.string(),
  fullName: z.string(),
  programmeCode: z.string(),
  programmeName: z.string(),
  level: z.string(),
  kit: z.string(),
  college: z.string(),
  centre: z.string(),
  exam: z.string(),
  day: z.string(),
  points: z.number().int().nullable(),
  max: z.number().int().nullable(),
  criteria: z.array(
    z.object({ code: z.string(), title: z.string(), points: z.number().int(), max: z.number().int() }),
  ),
  grade: z.number().int(),
  ground: z.string(),
  protocol: z.string().nullable(),
  issuedOn: z.string(),
  hash: z.string(),
  address: z.string().nullable(),
  passport: z.string().nullable(),
});
type Data = z.output<typeof fields>;

const LEVELS: Record<string, string> = {
  PA: 'промежуточная аттестация',
  BU: 'базовый уровень',
  PU: 'профильный уровень',
  PV: 'профильный уровень с вариативной частью',
};
const GRADES: Record<number, string> = {
  2: 'неудовлетворительно',
  3: 'удовлетворительно',
  4: 'хорошо',
  5: 'отлично',
};

const body = (data: Data): Block[] => [
  { kind: 'letterhead', organisation: data.college },
  { kind: 'paperKind', text: 'КАРТОЧКА РЕЗУЛЬТАТА ДЭ' },
  { kind: 'requisites', date: data.issuedOn, number: data.number },
  { kind: 'title', text: data.fullName },
  {
    kind: 'paragraph',
    text: `Демонстрационный экзамен ${data.exam}: ${longDate(data.day)}`,
    indent: false,
  },
  {
    kind: 'paragraph',
    text: `${data.programmeCode} ${data.programmeName}, ${LEVELS[data.level] ?? data.level}. Комплект ${data.kit}, центр проведения ${data.centre}.`,
    indent: false,
  },
  {
    kind: 'paragraph',
    text: [
      { text: `Оценка: ${data.grade} (${GRADES[data.grade] ?? ''})`, bold: true },
      {
        text:
          data.points === null || data.max === null
            ? '. Зачтена победа или призовое место на чемпионате.'
            : `, ${pointsText(data.points)} из ${pointsText(data.max)} баллов.`,
      },
    ],
    indent: false,
  },
  ...(data.criteria.length > 0
    ? [
        {
          kind: 'table' as const,
          columns: [
            { title: 'Критерий', width: 6 },
            { title: 'Набрано', width: 1.5, align: 'right' as const },
            { title: 'Из', width: 1.5, align: 'right' as const },
          ],
          rows: data.criteria.map(({ code, title, points, max }) => [
            `${code}. ${title}`,
            pointsText(points),
            pointsText(max),
          ]),
        },
      ]
    : []),
  ...(data.protocol ? [{ kind: 'note' as const, text: `Протокол ${data.protocol}.` }] : []),
  ...(data.passport
    ? [{ kind: 'note' as const, text: `Федеральный паспорт компетенций: ${data.passport}.` }]
    : []),
  ...(data.address
    ? [{ kind: 'qr' as const, value: data.address, caption: 'Проверить карточку' }]
    : [
        { kind: 'note' as const, text: 'Страницы проверки нет: владелец карточки не давал на неё согласия.' },
      ]),
];

/** «Карточка результата ДЭ»: the region's paper, with the criteria as the student's own account of skills. */
export const cardPaper = definePaper({
  id: 'exams.card',
  regime: 'common',
  validFrom: '2019-01-31',
  validTo: null,
  version: 1,
  fields,
  body,
});
