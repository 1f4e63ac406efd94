// cyrillic: titles by which sheets and columns of a kit's file are recognised; never shown
import { type TableSchema, titleKey } from '../../../platform/sheets/index.ts';
import type { KitBody } from './schemas.ts';

const words = { kind: 'text', maxLength: 500 } as const;
const short = { kind: 'text', maxLength: 20 } as const;
const points = { kind: 'decimal', min: 0.01, max: 1000 } as const;

export const SHEETS = {
  head: /^код$|паспорт|общие/,
  modules: /модул/,
  aspects: /аспект|критери/,
  experts: /эксперт/,
  items: /оборудован|инфраструктур|оснащен/,
} as const;

export const sheetKey = (name: string) => titleKey(name);

/** Lines of the first sheet: what is named at the left, its value at the right. */
export const HEAD: Record<string, keyof KitBody> = {
  'код комплекта': 'code',
  код: 'code',
  порядок: 'regime',
  'код специальности': 'programmeCode',
  'код профессии': 'programmeCode',
  специальность: 'programmeName',
  профессия: 'programmeName',
  компетенция: 'skill',
  уровень: 'level',
  год: 'year',
  название: 'title',
  'длительность минут': 'minutes',
  'длительность мин': 'minutes',
  'максимум баллов': 'max',
  'рабочих мест': 'workplaces',
  'судей на аспект': 'judges',
  'допустимый разброс': 'spread',
  источник: 'source',
};

export const levelOf = (text: string): KitBody['level'] | null => {
  const key = titleKey(text);
  if (/^па$|промежут/.test(key)) return 'PA';
  if (/^бу$|базов/.test(key)) return 'BU';
  if (/вариатив|^пв$/.test(key)) return 'PV';
  return /^пу$|профильн/.test(key) ? 'PU' : null;
};
export const regimeOf = (text: string): KitBody['regime'] =>
  /wsr|ворлд|2020|2019/.test(titleKey(text)) ? 'WSR_2020' : 'ORDER_800';

export const moduleSchema: TableSchema = {
  fields: [
    { id: 'code', titles: ['Модуль', 'Код модуля', 'Код'], type: short, required: true },
    { id: 'title', titles: ['Название', 'Наименование', 'Название модуля'], type: words, required: true },
    {
      id: 'max',
      titles: ['Максимум', 'Максимальный балл', 'Баллы', 'Макс. балл'],
      type: points,
      required: true,
    },
  ],
};

export const aspectSchema: TableSchema = {
  fields: [
    { id: 'module', titles: ['Модуль', 'Код модуля'], type: short, required: true },
    { id: 'criterion', titles: ['Критерий', 'Код критерия'], type: short, required: true },
    {
      id: 'criterionTitle',
      titles: ['Название критерия', 'Наименование критерия'],
      type: words,
      required: true,
    },
    { id: 'sub', titles: ['Субкритерий', 'Код субкритерия', 'Подкритерий'], type: short },
    { id: 'subTitle', titles: ['Название субкритерия', 'Наименование субкритерия'], type: words },
    { id: 'code', titles: ['Аспект', 'Код аспекта'], type: short, required: true, unique: true },
    {
      id: 'title',
      titles: ['Описание аспекта', 'Описание', 'Название аспекта', 'Что оценивают'],
      type: words,
      required: true,
    },
    { id: 'kind', titles: ['Тип', 'Тип аспекта', 'Вид оценки'], type: words, required: true },
    { id: 'max', titles: ['Максимум', 'Максимальный балл', 'Вес', 'Балл'], type: points, required: true },
    { id: 'how', titles: ['Способ', 'Как ставят', 'Шкала'], type: words },
    { id: 'note', titles: ['Примечание', 'Указания'], type: words },
    { id: 's0', titles: ['0', 'Оценка 0', 'Балл 0'], type: words },
    { id: 's1', titles: ['1', 'Оценка 1', 'Балл 1'], type: words },
    { id: 's2', titles: ['2', 'Оценка 2', 'Балл 2'], type: words },
    { id: 's3', titles: ['3', 'Оценка 3', 'Балл 3'], type: words },
  ],
};

export const kindOf = (text: string): 'measurement' | 'judgement' | null => {
  const key = titleKey(text);
  if (/^и$|измер|объектив/.test(key)) return 'measurement';
  return /^с$|^о$|судейск|суждени|оцен|субъектив/.test(key) ? 'judgement' : null;
};
export const howOf = (text: string): 'whole' | 'steps' =>
  /част|шаг|балл/.test(titleKey(text)) ? 'steps' : 'whole';

export const expertsSchema: TableSchema = {
  fields: [
    {
      id: 'upTo',
      titles: ['Рабочих мест до', 'Рабочих мест', 'До'],
      type: { kind: 'integer', min: 1, max: 100 },
      required: true,
    },
    {
      id: 'experts',
      titles: ['Экспертов', 'Количество экспертов', 'Число экспертов'],
      type: { kind: 'integer', min: 1, max: 50 },
      required: true,
    },
  ],
};

export const itemSchema: TableSchema = {
  fields: [
    { id: 'title', titles: ['Наименование', 'Оборудование', 'Название'], type: words, required: true },
    {
      id: 'unit',
      titles: ['Ед. изм.', 'Единица', 'Единица измерения'],
      type: { kind: 'text', maxLength: 30 },
    },
    {
      id: 'quantity',
      titles: ['Количество', 'Кол-во'],
      type: { kind: 'integer', min: 1, max: 100_000 },
      required: true,
    },
    { id: 'per', titles: ['На что', 'Множитель', 'Расчёт'], type: words },
    { id: 'kind', titles: ['Вид', 'Раздел', 'Тип'], type: words },
    { id: 'note', titles: ['Примечание', 'Характеристики'], type: words },
  ],
};

export const perOf = (text: string): KitBody['items'][number]['per'] => {
  const key = titleKey(text);
  if (/эксперт/.test(key)) return 'expert';
  return /площадк|общ|центр|сесси|весь|всю/.test(key) ? 'site' : 'workplace';
};
export const itemKindOf = (text: string): KitBody['items'][number]['kind'] => {
  const key = titleKey(text);
  if (/инструмент/.test(key)) return 'tool';
  if (/расход|материал/.test(key)) return 'consumable';
  if (/охран|безопас|защит|сиз/.test(key)) return 'safety';
  return /программ|по$/.test(key) ? 'software' : 'equipment';
};
