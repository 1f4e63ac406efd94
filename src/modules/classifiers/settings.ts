import { z } from 'zod';
import { defineSettings } from '../../platform/rules/index.ts';

export const settings = defineSettings({
  'classifiers.openLists': {
    schema: z.array(
      z.enum(['okved2', 'ugs', 'spo', 'occupation', 'competency', 'mechanism', 'training_form']),
    ),
    initial: ['training_form', 'mechanism', 'competency'],
    source: 'резолюция 24.11.2020: новые формы и направления подготовки развиваются',
    trust: 'A',
  },
});
