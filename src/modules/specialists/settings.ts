import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';

export const settings = defineSettings({
  'specialists.noticeWorkingDays': {
    schema: z.number().int().min(0).max(30),
    initial: 3,
    source: 'MN-03: ТК РФ, ст. 351.8, сверить с текстом',
    trust: 'W',
  },
  'specialists.traineesPerMentor': {
    schema: z.number().int().min(1).max(30),
    initial: 3,
    source: 'MN-07: правило составителей, обычные местные правила от 1 до 3',
    trust: 'A',
  },
  'specialists.clearanceMonths': {
    schema: z.number().int().min(1).max(120).nullable(),
    initial: null,
    source: 'MN-06: срок справки об отсутствии судимости нормой не найден, регион может задать свой',
    trust: 'M-',
  },
  'specialists.payTermsNeeded': {
    schema: z.boolean(),
    initial: true,
    source: 'MN-02: ТК РФ, ст. 351.8, сверить с текстом',
    trust: 'W',
  },
  'specialists.conflictEmploymentMonths': {
    schema: z.number().int().min(0).max(120),
    initial: 12,
    source: 'CI-1: окно составителей, регион может задать своё',
    trust: 'A',
  },
  'specialists.expertRightMonths': {
    schema: z.number().int().min(1).max(120),
    initial: 24,
    source: 'domain §2.2: право на 2 года; срок по ИРПО сверить',
    trust: 'M',
  },
  'specialists.expertNoticeDays': {
    schema: z.number().int().min(1).max(365),
    initial: 60,
    source: 'порядок работы системы',
    trust: 'A',
  },
  'specialists.testValidMonths': {
    schema: z.number().int().min(1).max(60),
    initial: 12,
    source: 'правило составителей',
    trust: 'A',
  },
});
