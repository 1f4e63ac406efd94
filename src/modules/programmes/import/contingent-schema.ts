// cyrillic: titles by which columns of colleges' files are recognised; never shown
import type { TableSchema } from '../../../platform/sheets/index.ts';

/** Columns of students' lists as colleges' systems give them; the first title is the field's own. */
export const contingentSchema: TableSchema = {
  fields: [
    {
      id: 'externalKey',
      titles: [
        'Номер личного дела',
        'Личное дело',
        'Номер студенческого билета',
        'Студенческий билет',
        'Зачётная книжка',
        'Код студента',
        'ID',
        'Идентификатор',
        'UID',
      ],
      type: { kind: 'text', maxLength: 60 },
      unique: true,
    },
    {
      id: 'fullName',
      titles: [
        'ФИО',
        'Ф.И.О.',
        'Фамилия, имя, отчество',
        'Фамилия Имя Отчество',
        'ФИО студента',
        'ФИО обучающегося',
        'Студент',
        'Обучающийся',
      ],
      type: { kind: 'text', script: 'cyrillic', maxLength: 200 },
    },
    { id: 'surname', titles: ['Фамилия'], type: { kind: 'text', script: 'cyrillic', maxLength: 100 } },
    { id: 'givenName', titles: ['Имя'], type: { kind: 'text', script: 'cyrillic', maxLength: 100 } },
    { id: 'patronymic', titles: ['Отчество'], type: { kind: 'text', script: 'cyrillic', maxLength: 100 } },
    {
      id: 'birthDate',
      titles: ['Дата рождения', 'День рождения', 'Д.р.', 'ДР', 'Родился'],
      type: { kind: 'date', min: '1940-01-01', max: '2020-12-31' },
    },
    { id: 'sex', titles: ['Пол'], type: { kind: 'text', maxLength: 20 } },
    {
      id: 'group',
      titles: ['Группа', 'Учебная группа', 'Номер группы', 'Шифр группы', '№ группы'],
      type: { kind: 'text', maxLength: 40 },
    },
    { id: 'course', titles: ['Курс', 'Год обучения'], type: { kind: 'integer', min: 1, max: 6 } },
    {
      id: 'code',
      titles: [
        'Код специальности',
        'Код профессии',
        'Код профессии (специальности)',
        'Код',
        'Шифр специальности',
        'Код ОП',
        'Специальность',
        'Профессия / специальность',
        'Образовательная программа',
      ],
      type: { kind: 'text', maxLength: 300 },
    },
    {
      id: 'base',
      titles: [
        'База',
        'База образования',
        'Базовое образование',
        'Уровень образования при поступлении',
        'На базе',
      ],
      type: { kind: 'text', maxLength: 80 },
    },
    { id: 'form', titles: ['Форма обучения'], type: { kind: 'text', maxLength: 40 } },
    {
      id: 'funding',
      titles: [
        'Форма финансирования',
        'Финансирование',
        'Источник финансирования',
        'Основа обучения',
        'Бюджет / внебюджет',
        'Вид возмещения затрат',
        'Условия обучения',
      ],
      type: { kind: 'text', maxLength: 120 },
    },
    {
      id: 'orderNumber',
      titles: ['Номер приказа', 'Приказ о зачислении', 'Номер приказа о зачислении', '№ приказа', 'Приказ'],
      type: { kind: 'text', maxLength: 40 },
    },
    {
      id: 'enrolledOn',
      titles: [
        'Дата зачисления',
        'Дата приказа',
        'Дата приказа о зачислении',
        'Зачислен',
        'Дата поступления',
      ],
      type: { kind: 'date', min: '2000-01-01', max: '2060-12-31' },
    },
    {
      id: 'status',
      titles: ['Статус', 'Состояние', 'Статус студента', 'Состояние обучения'],
      type: { kind: 'text', maxLength: 80 },
    },
  ],
};

/** A list names people in one column or in three; a group by a column or by its sheet. */
export function contingentNeeds(mapped: ReadonlySet<string>): string[] {
  const named = mapped.has('fullName') || (mapped.has('surname') && mapped.has('givenName'));
  return named ? [] : ['fullName'];
}
