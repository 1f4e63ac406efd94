import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';
import { SCHEMES } from './rules/grade-of.ts';

const days = z.number().int().min(0).max(60);
const months = z.number().int().min(0).max(60);
const ORDER = 'порядок ГИА (приказ 800), сверить с текстом';

export const settings = defineSettings({
  'exams.announceWorkingDays': { schema: days, initial: 5, source: `DE-10: ${ORDER}`, trust: 'M+' },
  'exams.checkWorkingDays': { schema: days, initial: 1, source: `DE-11: ${ORDER}`, trust: 'M+' },
  'exams.helperWorkingDays': { schema: days, initial: 1, source: `DE-14: ${ORDER}`, trust: 'M+' },
  'exams.programmeMonths': { schema: months, initial: 6, source: `DE-04: ${ORDER}`, trust: 'M+' },
  'exams.chairApprovedBy': {
    schema: z.string().regex(/^\d{2}-\d{2}$/),
    initial: '12-20',
    source: `DE-05: ${ORDER}`,
    trust: 'M+',
  },
  'exams.extraDateMonths': {
    schema: months,
    initial: 4,
    source: `DE-21: ${ORDER}, п. 63 меняли`,
    trust: 'M',
  },
  'exams.resitMonths': { schema: months, initial: 6, source: `DE-21: ${ORDER}, п. 63 меняли`, trust: 'M' },
  'exams.resitTimes': { schema: days, initial: 2, source: `DE-21: ${ORDER}, п. 63 меняли`, trust: 'M' },
  'exams.appealResultWorkingDays': { schema: days, initial: 1, source: `DE-22: ${ORDER}`, trust: 'M+' },
  'exams.appealReviewWorkingDays': { schema: days, initial: 3, source: `DE-22: ${ORDER}`, trust: 'M+' },
  'exams.appealMembers': { schema: days, initial: 5, source: `DE-23: ${ORDER}`, trust: 'M+' },
  'exams.videoMonths': { schema: months, initial: 12, source: `DE-16: ${ORDER}`, trust: 'M+' },
  'exams.leastJudges': {
    schema: z.number().int().min(1).max(9),
    initial: 3,
    source: 'DE20-06: правило составителей по методике 2019 года',
    trust: 'A',
  },
  'exams.kitMaxima': {
    schema: z.record(z.string(), z.number().int().positive()),
    initial: { BU: 5000, PU: 7500, PV: 10000 },
    source: 'DE-25: строение комплектов с 2024 года, по открытым примерам',
    trust: 'W',
  },
  'exams.ownFormGroups': {
    schema: z.array(z.string().regex(/^\d{2}$/)),
    initial: ['31', '32', '33', '34', '50', '51', '52', '53', '54', '55', '57'],
    source: 'DE-01: у искусства, медицины, обороны формы аттестации свои',
    trust: 'W',
  },
  'exams.scheme': {
    schema: z.tuple([z.number().int(), z.number().int(), z.number().int()]),
    initial: [...(SCHEMES.R42 ?? [2000, 4000, 7000])],
    source: 'рекомендации Р-42; колледж задаёт свою таблицу в программе ГИА',
    trust: 'M+',
  },
});
