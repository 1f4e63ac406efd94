import { z } from 'zod';

const day = z.string();
const count = z.number().int();

/** What the four papers of an exam are filled from. */
export const examData = z.object({
  exam: z.string(),
  day,
  startsAt: count,
  checkedOn: day.nullable(),
  checkOn: day,
  checkNumber: z.string().nullable(),
  resultsOn: day.nullable(),
  college: z.string(),
  centre: z.string(),
  address: z.string(),
  kit: z.string(),
  programme: z.string(),
  minutes: count,
  workplaces: count,
  protocol: z.string().nullable(),
  protocolHash: z.string().nullable(),
  seats: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['chief', 'line', 'technical', 'witness']),
      organisation: z.string(),
      briefed: z.boolean(),
    }),
  ),
  people: z.array(
    z.object({
      name: z.string(),
      group: z.string(),
      workplace: count.nullable(),
      briefed: z.boolean(),
      helper: z.string().nullable(),
      present: z.boolean().nullable(),
      points: count.nullable(),
      max: count.nullable(),
      grade: count.nullable(),
      annulled: z.boolean().default(false),
    }),
  ),
  draw: z
    .object({
      method: z.enum(['lottery', 'hand']),
      at: z.string().nullable(),
      commitment: z.string(),
      seed: z.string().nullable(),
      beacon: z.string().nullable(),
      witnesses: z.string().nullable(),
      hash: z.string(),
    })
    .nullable(),
  needs: z.array(z.object({ title: z.string(), unit: z.string(), need: count, have: count })),
});
export type ExamData = z.input<typeof examData>;
export type ExamFacts = z.output<typeof examData>;
