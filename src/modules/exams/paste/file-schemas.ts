// cyrillic: titles by which columns of people's own lists are recognised; never shown
import type { TableSchema } from '../../../platform/sheets/index.ts';

const words = { kind: 'text', maxLength: 500 } as const;

/** A list of experts, as regional operators keep it. */
export const expertList: TableSchema = {
  fields: [
    {
      id: 'name',
      titles: ['ФИО', 'Эксперт', 'ФИО эксперта', 'Фамилия, имя, отчество', 'Фамилия Имя Отчество'],
      type: words,
      required: true,
    },
    {
      id: 'organisation',
      titles: ['Организация', 'Место работы', 'Работодатель', 'Образовательная организация'],
      type: words,
    },
    {
      id: 'also',
      titles: ['Совместительство', 'Второе место работы', 'Работает также', 'Совмещает'],
      type: words,
    },
    {
      id: 'codes',
      titles: ['Специальность', 'Компетенция', 'Код', 'Код специальности', 'Профессия', 'Компетенции'],
      type: words,
      required: true,
    },
    {
      id: 'level',
      titles: ['Уровень', 'Право', 'Статус', 'Статус эксперта', 'Роль', 'Главный', 'Главный эксперт'],
      type: words,
    },
    {
      id: 'until',
      titles: ['Действует до', 'По', 'Срок действия', 'Действительно до', 'Право до'],
      type: { kind: 'date' },
    },
    {
      id: 'taught',
      titles: ['Учил группы', 'Преподавал', 'Наставник групп', 'Не может оценивать', 'Отвод'],
      type: words,
    },
    { id: 'away', titles: ['Не может', 'Недоступен', 'Занят', 'Отпуск'], type: words },
    {
      id: 'load',
      titles: ['Нагрузка', 'Не больше экзаменов', 'Максимум экзаменов'],
      type: { kind: 'integer', min: 0, max: 366 },
    },
  ],
};

/** A calendar of exams. */
export const examCalendar: TableSchema = {
  fields: [
    {
      id: 'id',
      titles: ['Экзамен', 'Номер экзамена', '№ экзамена', 'Код экзамена', 'Группа', 'Экзаменационная группа'],
      type: words,
    },
    {
      id: 'day',
      titles: ['Дата', 'Дата экзамена', 'День', 'Дата проведения'],
      type: { kind: 'date' },
      required: true,
    },
    {
      id: 'college',
      titles: ['Колледж', 'Образовательная организация', 'ПОО', 'Организация', 'Техникум'],
      type: words,
      required: true,
    },
    {
      id: 'code',
      titles: ['Специальность', 'Компетенция', 'Код', 'Код специальности', 'Профессия'],
      type: words,
      required: true,
    },
    {
      id: 'experts',
      titles: ['Экспертов', 'Количество экспертов', 'Число экспертов', 'Нужно экспертов'],
      type: { kind: 'integer', min: 1, max: 30 },
    },
    { id: 'site', titles: ['Площадка', 'Центр проведения', 'ЦПДЭ', 'Место проведения'], type: words },
  ],
};
