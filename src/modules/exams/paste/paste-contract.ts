import { z } from 'zod';
import { day, query } from '../../../platform/use-case/contract.ts';

const count = z.number().int().min(0);
const list = z.object({ name: z.string().trim().min(1).max(200), content: z.string().min(1).max(6_000_000) });

export const shortage = z.object({
  kind: z.enum(['shortage', 'price', 'organisations', 'nobody']),
  codes: z.array(z.string()),
  days: z.array(day),
  exams: z.array(z.string()),
  demand: count,
  experts: z.array(z.string()),
  supply: count,
  short: z.number().int(),
  seats: z.array(z.object({ exam: z.string(), role: z.enum(['chief', 'member', 'employer']) })),
});

export const pasteEntries = {
  checkLists: query('/exams/paste', {
    input: z.object({ experts: list, exams: list }),
    output: z.object({
      /** Columns that have to be there and are not. */
      missing: z.object({ experts: z.array(z.string()), exams: z.array(z.string()) }),
      remarks: z.array(
        z.object({
          list: z.enum(['experts', 'exams']),
          cell: z.string(),
          id: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
      counts: z.object({ experts: count, exams: count, seats: count, filled: count, empty: count }),
      allLead: z.boolean(),
      assumed: count,
      conflicts: z.array(
        z.object({
          exam: z.string(),
          day,
          college: z.string(),
          expert: z.string(),
          code: z.enum(['CI-1', 'CI-2', 'right']),
          what: z.string(),
        }),
      ),
      moreConflicts: count,
      shortages: z.array(shortage),
      assignment: z.array(
        z.object({
          exam: z.string(),
          day,
          college: z.string(),
          code: z.string(),
          site: z.string(),
          role: z.enum(['chief', 'member', 'employer']),
          /** null: nobody can sit here. */
          expert: z.string().nullable(),
          organisation: z.string(),
          substitutes: z.array(z.string()),
        }),
      ),
      /** Nothing costs less: the sum and its proved bound. */
      cost: z.number(),
      bound: z.number(),
      ms: count,
    }),
    summary:
      'Conflicts, shortages and a proposed assignment from a list of experts and a calendar; nothing is stored',
  }).route({ method: 'POST' }),
};
