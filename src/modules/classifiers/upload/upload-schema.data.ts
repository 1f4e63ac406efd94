import type { TableSchema } from '../../../platform/sheets/index.ts';

/** Titles of columns in files: data of the reader, not words of a screen. */
export const uploadSchema: TableSchema = {
  fields: [
    {
      id: 'code',
      titles: ['Код', 'Код занятия', 'Код профессии', 'Код специальности', 'Code'],
      required: true,
      unique: true,
      type: { kind: 'code' },
    },
    {
      id: 'name',
      titles: ['Наименование', 'Название', 'Наименование профессии', 'Наименование специальности', 'Name'],
      required: true,
      type: { kind: 'text' },
    },
    {
      id: 'parent',
      titles: ['Код вышестоящей группы', 'Родитель', 'УГС', 'Группа', 'Parent'],
      type: { kind: 'code' },
    },
    { id: 'from', titles: ['Действует с', 'Дата начала', 'Начало действия'], type: { kind: 'date' } },
    { id: 'to', titles: ['Действует по', 'Дата окончания', 'Окончание действия'], type: { kind: 'date' } },
  ],
};
