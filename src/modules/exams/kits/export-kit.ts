// cyrillic: sheets and columns of a kit's file, the same that are read
import { type WriteColumn, writeSheet } from '../../../platform/sheets/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadKit } from './load-kit.ts';
import type { KitBody } from './schemas.ts';

const general = (titles: string[]): WriteColumn[] => titles.map((title) => ({ title, kind: 'general' }));
const LEVELS: Record<KitBody['level'], string> = {
  PA: 'ПА',
  BU: 'БУ',
  PU: 'ПУ',
  PV: 'ПУ с вариативной частью',
};
const REGIMES = { WSR_2020: 'методика 2019 (WSR)', ORDER_800: 'порядок 800' } as const;
const HOWS = { whole: 'да или нет', steps: 'баллы', scale: '' } as const;
const PER = { workplace: 'рабочее место', expert: 'эксперт', site: 'площадка' } as const;
const ITEMS = {
  equipment: 'оборудование',
  tool: 'инструмент',
  consumable: 'расходный материал',
  safety: 'охрана труда',
  software: 'программа',
} as const;

/** The five sheets of a kit as `readKitFile` reads them: what is written here and read again is the same kit. */
export function sheetsOfKit(body: KitBody) {
  const points = (hundredths: number) => hundredths / 100;
  const head: [string, string | number][] = [
    ['Порядок', REGIMES[body.regime]],
    ['Код специальности', body.programmeCode],
    ['Специальность', body.programmeName],
    ...(body.skill ? [['Компетенция', body.skill] as [string, string]] : []),
    ['Уровень', LEVELS[body.level]],
    ['Год', body.year],
    ['Название', body.title],
    ['Длительность, минут', body.minutes],
    ['Максимум баллов', points(body.max)],
    ['Рабочих мест', body.workplaces],
    ['Судей на аспект', body.judges],
    ['Допустимый разброс', body.spread],
    ...(body.source ? [['Источник', body.source] as [string, string]] : []),
  ];
  return [
    { name: 'КОД', columns: general(['Код комплекта', body.code]), rows: head },
    {
      name: 'Модули',
      columns: general(['Модуль', 'Название', 'Максимум']),
      rows: body.modules.map(({ code, title, max }) => [code, title, points(max)]),
    },
    {
      name: 'Аспекты',
      columns: general([
        ...['Модуль', 'Критерий', 'Название критерия', 'Субкритерий', 'Название субкритерия', 'Аспект'],
        ...['Описание аспекта', 'Тип', 'Максимум', 'Способ', 'Примечание', 'Оценка 0', 'Оценка 1'],
        ...['Оценка 2', 'Оценка 3'],
      ]),
      rows: body.criteria.flatMap((criterion) =>
        criterion.subcriteria.flatMap((sub) =>
          sub.aspects.map((one) => [
            ...[criterion.module, criterion.code, criterion.title, sub.code, sub.title, one.code, one.title],
            ...[one.kind === 'judgement' ? 'судейский' : 'измерение', points(one.max), HOWS[one.how]],
            ...[one.note ?? '', ...(one.scale ?? ['', '', '', ''])],
          ]),
        ),
      ),
    },
    {
      name: 'Эксперты',
      columns: general(['Рабочих мест до', 'Экспертов']),
      rows: body.experts.map(({ upTo, experts }) => [upTo, experts]),
    },
    {
      name: 'Оборудование',
      columns: general(['Наименование', 'Ед. изм.', 'Количество', 'На что', 'Вид', 'Примечание']),
      rows: body.items.map(({ title, unit, quantity, per, kind, note }) => [
        ...[title, unit, quantity, PER[per], ITEMS[kind], note ?? ''],
      ]),
    },
  ];
}

/** A kit as a workbook, to be changed and brought back as the next edition. */
export const exportKit = useCase(contract.exportKit, {
  right: 'exams.kit.read',
  async run({ input, tx }) {
    const { body, row } = found(await loadKit(tx, input.id));
    const bytes = await writeSheet({ tables: sheetsOfKit(body), yes: 'да', no: 'нет' }, { format: 'xlsx' });
    return {
      name: `kit-${row.programmeCode}-${row.year}-${row.edition}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: Buffer.from(bytes).toString('base64'),
    };
  },
});
