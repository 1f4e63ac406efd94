import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';

export const settings = defineSettings({
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
