// cyrillic: titles by which columns of colleges' files are recognised; never shown
import type { TableSchema } from '../../../platform/sheets/index.ts';

/** Columns of a curriculum; hours are academic, 45 minutes. */
export const curriculumSchema: TableSchema = {
  fields: [
    {
      id: 'code',
      titles: ['Индекс', 'Код дисциплины', 'Шифр', 'Код'],
      type: { kind: 'text', script: 'cyrillic', maxLength: 40 },
    },
    {
      id: 'name',
      titles: [
        'Наименование',
        'Наименование циклов, дисциплин, профессиональных модулей, МДК, практик',
        'Наименование дисциплин, модулей, практик',
        'Дисциплина',
        'Название',
      ],
      type: { kind: 'text', maxLength: 300 },
    },
    {
      id: 'hours',
      titles: [
        'Всего часов',
        'Часов',
        'Часы',
        'Объём, часов',
        'Объём образовательной программы',
        'Объём ОП',
        'Максимальная учебная нагрузка',
        'Трудоёмкость, часов',
        'Итого часов',
        'Всего',
      ],
      type: { kind: 'decimal', min: 0, max: 10_000 },
    },
    {
      id: 'practice',
      titles: [
        'Из них практика',
        'В том числе практика',
        'Практика',
        'В форме практической подготовки',
        'Практическая подготовка',
        'Часы практики',
      ],
      type: { kind: 'decimal', min: 0, max: 10_000 },
    },
    {
      id: 'competences',
      titles: [
        'Компетенции',
        'Формируемые компетенции',
        'Коды компетенций',
        'ОК, ПК',
        'Коды формируемых компетенций',
      ],
      type: { kind: 'text', script: 'cyrillic', maxLength: 1000 },
    },
  ],
};

export const curriculumNeeds = (mapped: ReadonlySet<string>): string[] =>
  ['name', 'hours'].filter((field) => !mapped.has(field));
