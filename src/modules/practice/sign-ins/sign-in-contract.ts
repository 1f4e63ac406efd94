import { z } from 'zod';
import { id, query } from '../../../platform/use-case/contract.ts';

/** Who of a group may be invited into the portal, a part of the room's contract. */
export const signInEntries = {
  groupSignIns: query('/practice/plans/{id}/sign-ins', {
    input: z.object({ id }),
    output: z.object({
      rows: z.array(z.object({ assignmentId: id, name: z.string(), email: z.string().nullable() })),
    }),
    summary: 'Roles of the students of a group, for inviting them into the portal',
  }),
};
