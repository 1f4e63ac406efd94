import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The file of the production calendar: what the law names, and what the Government moved each year. */
export const calendarData = z.object({
  /** Public holidays of ТК ст. 112, `MM-DD`. */
  holidays: z.array(z.object({ day: z.string().regex(/^\d{2}-\d{2}$/), name: z.string() })),
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.object({
      source: z.string(),
      trust: z.enum(['S', 'W', 'M+', 'M', 'M-', 'A']),
      /** Days off moved by the Government: `from` becomes a working day (unless a holiday), `to` a day off. */
      moves: z.array(z.object({ from: day, to: day })),
      /** Working days shortened by an hour. */
      short: z.array(day),
      note: z.string().optional(),
    }),
  ),
});

export type CalendarData = z.infer<typeof calendarData>;
