import { z } from 'zod';
import { id, query } from '../../../platform/use-case/contract.ts';

export const boardContract = {
  listStaff: query('/exams/staff', {
    input: z.object({ search: z.string().max(100) }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          name: z.string(),
          organisation: z.string().nullable(),
          /** Works where the actor does: may sit in the board, may not lead it (DE-05). */
          colleague: z.boolean(),
        }),
      ),
    }),
    summary: 'Staff who may be named into a board or a commission, by surname',
  }),
};
