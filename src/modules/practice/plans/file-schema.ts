// cyrillic: titles by which columns of colleges' files are recognised; never shown
import { type TableSchema, titleKey } from '../../../platform/sheets/index.ts';
import type { HELD_AT, PLAN_KINDS } from './schemas.ts';

const words = { kind: 'text', maxLength: 300 } as const;

export const planSchema: TableSchema = {
  fields: [
    { id: 'group', titles: ['Группа', 'Учебная группа', 'Шифр группы'], type: words, required: true },
    { id: 'kind', titles: ['Вид практики', 'Вид', 'Практика'], type: words, required: true },
    { id: 'module', titles: ['Код', 'Индекс', 'Код модуля', 'Модуль'], type: words },
    { id: 'title', titles: ['Название', 'Наименование', 'Наименование практики'], type: words },
    {
      id: 'from',
      titles: ['Начало', 'С', 'Дата начала', 'Начало практики'],
      type: { kind: 'date' },
      required: true,
    },
    {
      id: 'to',
      titles: ['Окончание', 'По', 'Дата окончания', 'Конец', 'Конец практики'],
      type: { kind: 'date' },
      required: true,
    },
    {
      id: 'hours',
      titles: ['Часов', 'Часы', 'Количество часов', 'Объём, ч', 'Академических часов'],
      type: { kind: 'integer', min: 1, max: 3000 },
      required: true,
    },
    { id: 'competences', titles: ['Компетенции', 'ПК', 'ОК и ПК'], type: words },
    { id: 'place', titles: ['Место', 'Место проведения', 'Где проходит', 'База практики'], type: words },
  ],
};

type Kind = (typeof PLAN_KINDS)[number];

/** «УП», «ПП.01», «учебная», «производственная», «преддипломная», «стажировка» → the kind; null when unclear. */
export function kindOf(text: string): Kind | null {
  const key = titleKey(text);
  if (/преддипл|^пдп/.test(key)) return 'PDP';
  if (/стажир|^ст(\W|\d|$)/.test(key)) return 'ST';
  if (/учебн|^уп/.test(key)) return 'UP';
  return /производств|^пп/.test(key) ? 'PP' : null;
}

/** A workshop, a laboratory or the college itself, against an enterprise. */
export const placeOf = (text: string | null, kind: Kind): (typeof HELD_AT)[number] => {
  if (!text) return kind === 'UP' ? 'college' : 'enterprise';
  return /мастерск|колледж|техникум|лаборатор|полигон/.test(titleKey(text)) ? 'college' : 'enterprise';
};

const CODES: Record<Kind, string> = { UP: 'УП', PP: 'ПП', PDP: 'ПДП', ST: 'СТ' };
/** A code for a file that has no column of codes: «УП.01» for the first of its kind. */
export const codeOf = (kind: Kind) => `${CODES[kind]}.01`;

/** A group's code without the signs people put in and leave out. */
export const groupKey = (code: string) => titleKey(code).replace(/[^\p{L}\p{N}]/gu, '');
