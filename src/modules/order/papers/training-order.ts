import { z } from 'zod';
import { type Block, definePaper } from '../../../platform/papers/index.ts';

const line = z.object({
  code: z.string(),
  name: z.string(),
  base: z.number().int(),
  form: z.string(),
  college: z.string(),
  seats: z.number().int(),
  lastYear: z.number().int(),
  reason: z.string().nullable(),
});

const fields = z.object({
  year: z.number().int(),
  date: z.string().nullable(),
  number: z.string().nullable(),
  place: z.string(),
  body: z.string(),
  signerPost: z.string(),
  signerName: z.string(),
  lines: z.array(line),
  /** Share, fingerprint and day of the proof; null for an order typed by hand. */
  certificate: z.object({ proved: z.number(), fingerprint: z.string() }).nullable(),
  notes: z.array(z.string()),
  /** Whose seats these are, where no ministry stands in the head. */
  region: z.string().default(''),
  /** A calculation on files that were not collected for it. */
  trial: z.boolean().default(false),
  /** Sentences the reader has to see before the numbers. */
  lead: z.array(z.string()).default([]),
  /** Why so many seats, proof, assumptions: printed after the table, each with its own heading. */
  annexes: z
    .array(
      z.object({
        title: z.string(),
        paragraphs: z.array(z.string()).default([]),
        table: z.object({ titles: z.array(z.string()), rows: z.array(z.array(z.string())) }).optional(),
        groups: z.array(z.object({ title: z.string(), items: z.array(z.string()) })).default([]),
      }),
    )
    .default([]),
});
type TrainingOrder = z.output<typeof fields>;
export type TrainingOrderData = z.input<typeof fields>;

const FORMS: Record<string, string> = {
  'full-time': 'очная',
  'part-time': 'заочная',
  evening: 'очно-заочная',
};
const TRIAL =
  'Пробный расчёт. Файлы собраны не для него: числа показывают ход работы, решений по ним не принимают.';
const signed = (change: number) => (change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0');
const percent = (share: number) =>
  `${(Math.ceil(share * 10_000) / 100).toLocaleString('ru-RU', { maximumFractionDigits: 2 })} %`;

/** The post of whoever signs the order for the ministry. */
export const SIGNER_POST = 'Министр';

function titleOf({ year, region, trial }: TrainingOrder): string {
  const what = `на обучение по образовательным программам среднего профессионального образования на ${year}/${(year + 1) % 100} учебный год`;
  const head = trial ? 'О местах для приёма' : 'Об установлении контрольных цифр приёма';
  return `${head} ${what}${region ? `: ${region}` : ''}`;
}

function annexBlocks({ annexes }: TrainingOrder): Block[] {
  return annexes.flatMap(({ title, paragraphs, table, groups }, i): Block[] => [
    ...(i === 0 ? [{ kind: 'pageBreak' as const }] : []),
    { kind: 'heading', text: title },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    ...(table
      ? [
          {
            kind: 'table' as const,
            columns: table.titles.map((it, column) => ({
              title: it,
              width: column === 0 ? 2.4 : 1.4,
              align: column === 0 ? ('left' as const) : ('right' as const),
            })),
            rows: table.rows,
          },
        ]
      : []),
    ...groups.flatMap((group): Block[] => [
      ...(group.title
        ? [
            {
              kind: 'paragraph' as const,
              text: [{ text: group.title, bold: true }],
              indent: false,
              align: 'left' as const,
            },
          ]
        : []),
      { kind: 'bullets', items: group.items },
    ]),
  ]);
}

/** The order of the ministry: seats by college and programme; grounds, proof and annexes stand after the table. */
export const trainingOrderPaper = definePaper({
  id: 'training-order',
  regime: 'regional',
  validFrom: '2020-01-01',
  validTo: null,
  version: 1,
  fields,
  body(data) {
    const total = data.lines.reduce((sum, row) => sum + row.seats, 0);
    const last = data.lines.reduce((sum, row) => sum + row.lastYear, 0);
    const command: Block[] = [
      {
        kind: 'paragraph',
        text: 'В соответствии со статьёй 100 Федерального закона от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации», на основании прогноза кадровой потребности и предложений предприятий',
      },
      { kind: 'command', text: 'приказываю:' },
      {
        kind: 'numbered',
        items: [
          {
            text: `Установить контрольные цифры приёма на ${data.year} год согласно приложению: всего ${total} мест (в ${data.year - 1} году ${last}).`,
          },
          {
            text: 'Руководителям образовательных организаций обеспечить приём в пределах установленных мест.',
          },
          { text: 'Контроль за исполнением приказа оставляю за собой.' },
        ],
      },
      { kind: 'signatures', signers: [{ post: data.signerPost, name: data.signerName }] },
      { kind: 'pageBreak' },
    ];
    const decided = data.lines.filter((row) => row.reason);
    const blocks: Block[] = [
      ...(data.body ? [{ kind: 'letterhead' as const, organisation: data.body }] : []),
      { kind: 'paperKind', text: data.trial ? 'Пробный расчёт' : 'Приказ' },
      ...(data.trial
        ? []
        : [
            {
              kind: 'requisites' as const,
              date: data.date,
              number: data.number,
              ...(data.place ? { place: data.place } : {}),
            },
          ]),
      { kind: 'title', text: titleOf(data) },
      // A trial orders nothing and is signed by nobody.
      ...[...(data.trial ? [TRIAL] : []), ...data.lead].map((text) => ({ kind: 'note' as const, text })),
      ...(data.trial ? [] : command),
      { kind: 'heading', text: `Приложение. Контрольные цифры приёма на ${data.year} год` },
      {
        kind: 'table',
        columns: [
          { title: 'Код', width: 1.1 },
          { title: 'Профессия, специальность', width: 3.2 },
          { title: 'База', width: 0.7, align: 'center' },
          { title: 'Форма', width: 1 },
          { title: 'Образовательная организация', width: 3.2 },
          { title: 'Мест', width: 0.8, align: 'right' },
          { title: `К ${data.year - 1}`, width: 0.8, align: 'right' },
        ],
        rows: data.lines.map((row) => [
          row.code,
          row.name,
          `${row.base} кл.`,
          FORMS[row.form] ?? row.form,
          row.college,
          String(row.seats),
          signed(row.seats - row.lastYear),
        ]),
        total: ['', 'Всего', '', '', '', String(total), signed(total - last)],
      },
    ];
    if (decided.length > 0)
      blocks.push(
        { kind: 'heading', text: 'Решения вопреки расчёту' },
        {
          kind: 'bullets',
          items: decided.map(
            (row) => `${row.code} ${row.name}, ${row.college}: ${row.seats} мест. Основание: ${row.reason}.`,
          ),
        },
      );
    if (data.certificate)
      blocks.push({
        kind: 'note',
        text: `План рассчитан и проверен отдельной программой: другой план при тех же данных лучше не более чем на ${percent(data.certificate.proved)}. Отпечаток доказательства ${data.certificate.fingerprint}.`,
      });
    for (const text of data.notes) blocks.push({ kind: 'note', text });
    return [...blocks, ...annexBlocks(data)];
  },
});
