import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';

const share = z.number().min(0).max(1).meta({ unit: 'share' });

export const settings = defineSettings({
  'order.answerDays': {
    schema: z.number().int().min(1).max(60),
    initial: 10,
    source: 'правило составителей: колледж отвечает на проект заказа за десять рабочих дней',
    trust: 'A',
  },
  'order.groupMin': {
    schema: z.number().int().min(1).max(30),
    initial: 15,
    source: 'обычная наполняемость групп',
    trust: 'M',
  },
  'order.groupMax': {
    schema: z.number().int().min(5).max(35),
    initial: 25,
    source: 'обычная наполняемость групп',
    trust: 'M',
  },
  'order.groupMinRural': {
    schema: z.number().int().min(1).max(30),
    initial: 12,
    source: 'малые группы сельских колледжей',
    trust: 'A',
  },
  'order.stabilityCap': {
    schema: share,
    initial: 0.5,
    source: 'правило составителей: места меняются за год не больше чем на половину',
    trust: 'A',
  },
  'order.intakes': {
    schema: z.number().int().min(1).max(7),
    initial: 3,
    source: 'год решения и два следующих приёма',
    trust: 'A',
  },
  'order.costPerStudentYear': {
    schema: z.number().int().min(0).meta({ unit: 'kopecks' }),
    initial: 9_600_000,
    source: 'норматив на студента в год; заменить нормативами региона',
    trust: 'A',
  },
  'order.costByGroup': {
    schema: z.record(z.string(), z.number().int().min(0).meta({ unit: 'kopecks' })),
    initial: {
      '08.00.00': 11_800_000,
      '13.00.00': 11_800_000,
      '15.00.00': 13_800_000,
      '18.00.00': 11_800_000,
      '19.00.00': 11_600_000,
      '22.00.00': 13_500_000,
      '23.00.00': 12_800_000,
      '24.00.00': 14_200_000,
      '25.00.00': 15_000_000,
      '26.00.00': 13_800_000,
      '31.00.00': 12_200_000,
      '34.00.00': 11_600_000,
      '35.00.00': 13_000_000,
      '43.00.00': 10_800_000,
    },
    source: 'нормативы по группам специальностей; оценка составителей, заменить нормативами региона',
    trust: 'A',
  },
  'order.commuteKm': {
    schema: z.number().min(0),
    initial: 120,
    source: 'дальше этого между центрами зон на работу не переезжают сами',
    trust: 'A',
  },
  'order.movePrice': {
    schema: z.number().min(0),
    initial: 0.002,
    source: 'тягота переезда на 100 км, млн рублей на человека',
    trust: 'A',
  },
  'order.priorityGroups': {
    schema: z.array(z.string()),
    initial: ['15.00.00', '13.00.00', '35.00.00'],
    source: 'приоритетные группы специальностей',
    trust: 'A',
  },
  'order.priorityShare': {
    schema: share,
    initial: 0,
    source: 'наименьшая доля мест приоритетных групп; ноль – правила нет, задаёт регион',
    trust: 'A',
  },
});
