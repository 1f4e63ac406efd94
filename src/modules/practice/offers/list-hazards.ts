import type { z } from 'zod';
import { settingOn } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { hazardRow } from '../rules/limits.ts';

export const listHazards = useCase(contract.listHazards, {
  right: 'practice.offer.edit',
  run: async ({ tx, today }) => ({
    rows: await settingOn<z.output<typeof hazardRow>[]>(tx, 'practice.hazards', today),
  }),
});
