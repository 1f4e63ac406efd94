// cyrillic: titles by which columns of colleges' files are recognised; never shown
import type { CheckedRow, Message, TableSchema } from '../../../platform/sheets/index.ts';
import { collectRows, type Placed, type Reading } from './file-report.ts';
import type { ReadFile } from './import-contingent.ts';
import { type Choice, readTables } from './read-tables.ts';
import { spoCodeOf } from './spo-code.ts';
import { baseOf, formOf, fundingOf } from './words.ts';

export interface AdmissionRow extends Placed {
  code: string;
  name: string | null;
  base: 9 | 11 | null;
  form: 'full-time' | 'part-time' | 'distance' | null;
  funding: 'quota' | 'target' | 'paid';
  seats: number | null;
  applied: number | null;
  enrolled: number | null;
  /** Hundredths of a mark. */
  averageMark: number | null;
}

export const admissionSchema: TableSchema = {
  fields: [
    {
      id: 'code',
      titles: [
        'Код',
        'Код специальности',
        'Код профессии',
        'Код профессии, специальности',
        'Специальность',
        'Профессия / специальность',
      ],
      type: { kind: 'text', maxLength: 300 },
    },
    {
      id: 'name',
      titles: ['Наименование', 'Наименование профессии, специальности', 'Название'],
      type: { kind: 'text', maxLength: 300 },
    },
    {
      id: 'base',
      titles: ['База', 'На базе', 'Базовое образование', 'Уровень образования'],
      type: { kind: 'text', maxLength: 80 },
    },
    { id: 'form', titles: ['Форма обучения', 'Форма'], type: { kind: 'text', maxLength: 40 } },
    {
      id: 'funding',
      titles: [
        'Финансирование',
        'Форма финансирования',
        'Источник финансирования',
        'Основа обучения',
        'Бюджет / внебюджет',
      ],
      type: { kind: 'text', maxLength: 120 },
    },
    {
      id: 'seats',
      titles: ['Мест', 'КЦП', 'План приёма', 'Количество мест', 'Контрольные цифры приёма', 'План'],
      type: { kind: 'integer', min: 0, max: 2000 },
    },
    {
      id: 'applied',
      titles: ['Подано заявлений', 'Заявлений', 'Количество заявлений', 'Подали', 'Заявления'],
      type: { kind: 'integer', min: 0, max: 100_000 },
    },
    {
      id: 'enrolled',
      titles: ['Зачислено', 'Принято', 'Зачислено, чел.', 'Факт приёма', 'Факт'],
      type: { kind: 'integer', min: 0, max: 5000 },
    },
    {
      id: 'averageMark',
      titles: ['Средний балл', 'Средний балл аттестата', 'Средний балл зачисленных', 'Ср. балл'],
      type: { kind: 'decimal', min: 2, max: 5 },
    },
  ],
};

const needs = (mapped: ReadonlySet<string>) => ['code'].filter((field) => !mapped.has(field));

/** Reads the admission of a year: applications, enrolled, average certificate mark by programme and funding. */
export async function importAdmission(
  bytes: Uint8Array,
  name: string,
  choice: Choice = new Map(),
): Promise<ReadFile<AdmissionRow>> {
  const { tables, columns, missing } = await readTables(bytes, name, admissionSchema, needs, choice);
  const { rows, report } = collectRows<AdmissionRow>(
    tables.map(({ check, prefix }) => ({ check, prefix, read: readRow })),
  );
  return { rows, report, columns, missing };
}

function readRow({ values }: CheckedRow): Reading<AdmissionRow> {
  const remarks: Reading<AdmissionRow>['remarks'] = [];
  const say = (field: string, level: 'repair' | 'error', id: string, params?: Message['params']) =>
    remarks.push({ field, level, what: { id: `programmes:import.${id}`, params } });
  const text = (field: string) => (typeof values[field] === 'string' ? (values[field] as string) : null);
  const number = (field: string) => (typeof values[field] === 'number' ? (values[field] as number) : null);
  const { code, rest, repair } = spoCodeOf(text('code'));
  if (!code) say('code', 'error', 'noCode');
  const stated = text('funding');
  const funding = stated === null ? 'quota' : fundingOf(stated);
  if (!funding) say('funding', 'error', 'unclear.funding', { value: stated ?? '' });
  const [applied, enrolled] = [number('applied'), number('enrolled')];
  if (applied !== null && enrolled !== null && enrolled > applied)
    say('enrolled', 'error', 'enrolledOverApplied', { enrolled, applied });
  if (remarks.length > 0 || !code || !funding) return { value: null, remarks };
  if (repair) remarks.push({ field: 'code', level: 'repair', what: repair });
  const mark = number('averageMark');
  return {
    remarks,
    value: {
      row: 0,
      cell: '',
      code,
      name: text('name') ?? (rest || null),
      base: text('base') === null ? null : baseOf(text('base') ?? ''),
      form: text('form') === null ? null : formOf(text('form') ?? ''),
      funding,
      seats: number('seats'),
      applied,
      enrolled,
      averageMark: mark === null ? null : Math.round(mark * 100),
    },
  };
}
