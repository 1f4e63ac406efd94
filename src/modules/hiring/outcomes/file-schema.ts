// cyrillic: titles and words by which files of colleges are recognised; never shown
import { type TableSchema, titleKey } from '../../../platform/sheets/index.ts';
import type { WHATS } from '../schemas.ts';

const words = { kind: 'text', maxLength: 300 } as const;

export const outcomeSchema: TableSchema = {
  fields: [
    {
      id: 'name',
      titles: ['ФИО', 'Выпускник', 'Фамилия, имя, отчество', 'ФИО выпускника'],
      type: words,
      required: true,
    },
    { id: 'code', titles: ['Код', 'Специальность', 'Код специальности', 'Профессия'], type: words },
    {
      id: 'months',
      titles: ['Месяцев', 'Срок', 'Через месяцев', 'Месяцы'],
      type: { kind: 'integer', min: 1, max: 36 },
    },
    {
      id: 'what',
      titles: ['Занятость', 'Чем занят', 'Статус', 'Трудоустройство'],
      type: words,
      required: true,
    },
    { id: 'inField', titles: ['По специальности', 'По профессии', 'Работает по специальности'], type: words },
    { id: 'employer', titles: ['Работодатель', 'Место работы', 'Организация'], type: words },
    { id: 'occupation', titles: ['Код ОКЗ', 'ОКЗ', 'Профессия по ОКЗ'], type: words },
  ],
};

type What = (typeof WHATS)[number];

const WORDS: [RegExp, What][] = [
  [/самозанят|нпд/, 'self_employed'],
  [/индивидуальн|^ип$|предпринимател/, 'entrepreneur'],
  [/арми|служб|призыв|контракт/, 'army'],
  [/учит|обучен|продолж|вуз|студент/, 'further_study'],
  [/отпуск|уход/, 'parental_leave'],
  [/биржа|безработ|цзн|центр занятости/, 'registered_unemployed'],
  [/под риском|не работа|ищет|нетрудоустр|не трудоустр/, 'at_risk'],
  [/работа|трудоустр|занят/, 'employed'],
  [/не определ/, 'undecided'],
  [/проч|смерть|переезд|уехал/, 'other'],
];

/** «Работает», «служит по призыву», «ИП» → what the person does; null when unclear. */
export function whatOf(text: string): What | null {
  const key = titleKey(text);
  if (/не определ/.test(key)) return 'undecided';
  return WORDS.find(([word]) => word.test(key))?.[1] ?? null;
}

export function yesOf(text: string): boolean | null {
  const key = titleKey(text);
  if (/^(да|\+|1|yes)/.test(key)) return true;
  return /^(нет|-|0|no)/.test(key) ? false : null;
}
