import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';

export const settings = defineSettings({
  'hiring.leastAge': {
    schema: z.number().int().min(14).max(18),
    initial: 16,
    source: 'HI-01: ТК РФ, ст. 63: трудовой договор с 16 лет, моложе только с условиями',
    trust: 'W',
  },
  'hiring.graduationDay': {
    schema: z.string().regex(/^\d{2}-\d{2}$/),
    initial: '06-30',
    source: 'от этого дня года выпуска считаются 3, 6 и 12 месяцев, правило составителей',
    trust: 'A',
  },
  'hiring.fitKm': {
    schema: z.number().int().min(1).max(10_000),
    initial: 250,
    source: 'дальше стольких километров от колледжа работу не предлагаем, правило составителей',
    trust: 'A',
  },
  'hiring.q1Weight': {
    schema: z.number().int().min(0).max(100),
    initial: 20,
    source: 'Q1: доля работающих по специальности среди критериев порядков регионов, вес правится',
    trust: 'A',
  },
  'hiring.q1Years': {
    schema: z.number().int().min(1).max(10),
    initial: 3,
    source: 'Q1: выпускники последних трёх лет, по порядкам регионов',
    trust: 'A',
  },
  'hiring.linkDays': {
    schema: z.number().int().min(3).max(120),
    initial: 30,
    source: 'сколько дней живёт ссылка с вопросом выпускнику, правило составителей',
    trust: 'A',
  },
  'hiring.removedKept': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P30D',
    source: 'сколько хранится запись о том, что человека убрали из списка, правило составителей',
    trust: 'A',
  },
  'hiring.offersKept': {
    schema: z.string().regex(/^P\d+[DMY]$/),
    initial: 'P3Y',
    source: 'сколько хранятся приглашения и предложения, которые ничем не кончились, правило составителей',
    trust: 'A',
  },
});
