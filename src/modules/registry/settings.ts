import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';

export const settings = defineSettings({
  'registry.twinLikeness': {
    schema: z.number().min(0.5).max(1).meta({ unit: 'share' }),
    initial: 0.6,
    source: 'правило составителей: три буквы подряд совпадают не меньше чем у 60 % названия',
    trust: 'A',
  },
  'registry.portalAddress': {
    schema: z.url(),
    initial: 'http://localhost:3000',
    source: 'адрес портала, который стоит в письмах',
    trust: 'A',
  },
  'registry.invitationDays': {
    schema: z.number().int().min(1).max(60),
    initial: 14,
    source: 'правило составителей: приглашение действует 14 дней',
    trust: 'A',
  },
});
