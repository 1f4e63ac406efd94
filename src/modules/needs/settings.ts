import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';
import { VACANCY_RULE } from './rules/vacancy-rule.ts';

export const settings = defineSettings({
  'needs.vacancyOpenDays': {
    schema: z.number().int().min(1).max(365),
    initial: VACANCY_RULE.openDays,
    source: 'вакансия, открытая дольше 90 дней, считается потребностью',
    trust: 'A',
  },
  'needs.vacancyPlacesCap': {
    schema: z.number().int().min(1).max(1000),
    initial: VACANCY_RULE.placesCap,
    source: 'правило составителей: 99 мест в карточке значит «сколько найдётся», в счёт идёт не больше 20',
    trust: 'A',
  },
  'needs.vacancyRepeatDays': {
    schema: z.number().int().min(1).max(365),
    initial: VACANCY_RULE.repeatDays,
    source: 'правило составителей: без работодателя карточки повторяют друг друга не дальше 60 дней',
    trust: 'A',
  },
  'needs.dumpLeastShare': {
    schema: z.number().min(0.1).max(1).meta({ unit: 'share' }),
    initial: 0.5,
    source: 'правило составителей: в полной выгрузке стоит не меньше половины открытых карточек источника',
    trust: 'A',
  },
  'needs.regionCode': {
    schema: z.string().regex(/^\d{2}$/),
    initial: '43',
    source: 'код области в КЛАДР: карточки других областей не получают муниципалитета',
    trust: 'M',
  },
  'needs.publicationMinEnterprises': {
    // with one or two enterprises in a cell each of them reads the other's number off it
    schema: z.number().int().min(3).max(20),
    initial: 3,
    source: 'X-10: в ячейке не меньше трёх предприятий',
    trust: 'A',
  },
  'needs.publicationDominance': {
    schema: z.number().min(0.5).max(1).meta({ unit: 'share' }),
    initial: 0.8,
    source: 'X-10: ни одно предприятие не даёт больше 80 % ячейки',
    trust: 'A',
  },
  'needs.importFiles': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P30D',
    source: 'правило составителей: загруженные файлы и отчёты о них хранятся 30 дней',
    trust: 'A',
  },
});
