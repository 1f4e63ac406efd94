import { z } from 'zod';
import { type Block, definePaper, longDate } from '../../../platform/papers/index.ts';
import { pointsText } from '../rules/points.ts';

const line = z.object({
  name: z.string(),
  group: z.string(),
  workplace: z.number().int().nullable(),
  present: z.boolean(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  points: z.number().int().nullable(),
  max: z.number().int().nullable(),
  criteria: z.array(
    z.object({ code: z.string(), title: z.string(), points: z.number().int(), max: z.number().int() }),
  ),
  correction: z.string().nullable(),
});
const fields = z.object({
  number: z.string(),
  version: z.number().int(),
  exam: z.string(),
  kit: z.string(),
  programme: z.string(),
  college: z.string(),
  centre: z.string(),
  day: z.string(),
  chief: z.string(),
  experts: z.array(z.string()),
  technical: z.string(),
  witness: z.string(),
  draw: z.string().nullable(),
  flags: z.array(z.object({ expert: z.string(), workplace: z.number().int().nullable() })),
  ground: z.string().nullable(),
  lines: z.array(line),
  signed: z.array(z.object({ name: z.string(), on: z.string(), kind: z.string() })),
});
type Line = z.output<typeof line>;

/** A moment as the clock of the region shows it. */
const clock = (at: string | null) =>
  at === null
    ? ''
    : new Date(at).toLocaleTimeString('ru-RU', {
        timeZone: 'Europe/Moscow',
        hour: '2-digit',
        minute: '2-digit',
      });
const points = (value: number | null) => (value === null ? '' : pointsText(value));
const KINDS: Record<string, string> = {
  paper: 'на бумаге',
  simple: 'простая подпись',
  qualified: 'усиленная подпись',
};

function row(one: Line): string[] {
  return [
    one.workplace === null ? '' : String(one.workplace),
    one.name || 'имя скрыто до подписи',
    one.group,
    one.present ? 'да' : 'не явился',
    clock(one.startedAt),
    clock(one.endedAt),
    ...one.criteria.map((criterion) => points(criterion.points)),
    points(one.points),
  ];
}

const body = (data: z.output<typeof fields>): Block[] => {
  const criteria = data.lines.find((one) => one.criteria.length > 0)?.criteria ?? [];
  const lines = data.lines.map((one) =>
    one.criteria.length > 0 ? one : { ...one, criteria: criteria.map((each) => ({ ...each, points: 0 })) },
  );
  return [
    { kind: 'letterhead', organisation: data.college },
    { kind: 'paperKind', text: 'ПРОТОКОЛ' },
    { kind: 'requisites', date: data.day, number: data.number },
    { kind: 'title', text: `О результатах демонстрационного экзамена ${data.exam}` },
    {
      kind: 'paragraph',
      align: 'left',
      indent: false,
      // a line each: names end with a full stop of their own
      text: [
        `Программа: ${data.programme}. Комплект: ${data.kit}`,
        `Центр проведения: ${data.centre}. День экзамена: ${longDate(data.day)}`,
        `Главный эксперт: ${data.chief}`,
        `Эксперты: ${data.experts.join(', ')}`,
        `Технический эксперт: ${data.technical || 'не назван'}`,
        `От ГЭК присутствовал: ${data.witness || 'не назван'}`,
      ].join('\n'),
    },
    ...(data.draw
      ? [{ kind: 'note' as const, text: `Рабочие места распределены жеребьёвкой, отпечаток ${data.draw}` }]
      : []),
    ...(data.ground
      ? [{ kind: 'paragraph' as const, text: `Изменён: ${data.ground}. Прежняя версия хранится.` }]
      : []),
    {
      kind: 'table',
      columns: [
        { title: 'Место', width: 1, align: 'center' },
        { title: 'Экзаменуемый', width: 4 },
        { title: 'Группа', width: 2 },
        { title: 'Явка', width: 1.4 },
        { title: 'Начало', width: 1.2 },
        { title: 'Конец', width: 1.2 },
        ...criteria.map(({ code, max }) => ({
          title: `${code}, до ${pointsText(max)}`,
          width: 1.4,
          align: 'right' as const,
        })),
        { title: 'Итого', width: 1.4, align: 'right' },
      ],
      rows: lines.map(row),
    },
    ...data.flags.map(({ expert, workplace }) => ({
      kind: 'note' as const,
      text: `Оценки эксперта ${expert} за место ${workplace ?? '?'} помечены: связь с экзаменуемым нашли после начала, вопрос рассматривает ГЭК.`,
    })),
    {
      kind: 'table',
      caption: 'Подписи',
      columns: [
        { title: 'Кто', width: 3 },
        { title: 'Когда', width: 2 },
        { title: 'Как', width: 2 },
        { title: 'Подпись', width: 3 },
      ],
      rows: [...data.experts, data.chief].map((name) => {
        const found = data.signed.find((one) => one.name === name);
        return [name, found ? longDate(found.on) : '', found ? (KINDS[found.kind] ?? found.kind) : '', ''];
      }),
    },
    { kind: 'signatures', signers: [{ post: 'Утвердил: главный эксперт', name: data.chief }] },
  ];
};

/** The protocol of an exam: presence, times, points by criterion, signatures of each expert, approval of the chief. */
export const protocolPaper = definePaper({
  id: 'exams.protocol',
  regime: 'common',
  validFrom: '2019-01-31',
  validTo: null,
  version: 1,
  orientation: 'landscape',
  fields,
  body,
});
