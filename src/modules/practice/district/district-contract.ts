import { z } from 'zod';
import { day, id, query } from '../../../platform/use-case/contract.ts';

const count = z.number().int().min(0);
/** Null: fewer than three enterprises stand behind the number. */
const told = count.nullable();

/** A district's sheet of practice, a part of the room's contract. */
export const districtEntries = {
  districtPractice: query('/practice/district', {
    input: z.object({ municipalityId: id.optional() }),
    output: z.object({
      municipality: z.object({ id, name: z.string(), isRural: z.boolean() }),
      since: day,
      placements: told,
      own: told,
      /** The own youth who practise in another district. */
      away: told,
      hired: told,
      /** Studied elsewhere, from here, work here. */
      back: told,
      /** Free places within so many km, open ones only. */
      km: count,
      free: count,
      near: z.array(
        z.object({ id, host: z.string(), title: z.string(), place: z.string(), km: z.number(), free: count }),
      ),
    }),
    summary: 'A district: placements, the own youth, hires, who came back, free places near by',
  }),
};
