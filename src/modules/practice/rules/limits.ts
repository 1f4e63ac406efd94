import { z } from 'zod';

/** Minutes by age: below 16, from 16 to 17, from 18. */
const minutes = z.number().int().min(1).max(10_080).meta({ unit: 'minutes' });
export const limits = z.object({ under16: minutes, under18: minutes, adult: minutes });
export type Limits = z.output<typeof limits>;

/** `practice16`: for practice from 16 on, a few hours a day. */
export const hazardRow = z.object({
  code: z.string().regex(/^[a-zA-Z0-9]+$/),
  title: z.string().min(1),
  under18: z.enum(['forbidden', 'practice16', 'allowed']),
});

/** From `from` on (until the next stretch) so many minutes a day, so many days a week. */
export const stretch = z.object({
  from: z.iso.date(),
  minutes: z.number().int().min(1).max(1440),
  days: z.number().int().min(1).max(7),
});
export type Stretch = z.output<typeof stretch>;

/** Whole years of age on a day; who was born on 29 February turns a year older on 1 March of a common year. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The first day on which somebody is so many years old. */
export function turns(birthDate: string, age: number): string {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  return new Date(Date.UTC(year + age, month - 1, day)).toISOString().slice(0, 10);
}

export const band = (age: number): keyof Limits => (age < 16 ? 'under16' : age < 18 ? 'under18' : 'adult');

/** First days of the parts of [from, to] in which both age band and timetable stay the same. */
export function partsOf(
  birthDate: string,
  from: string,
  to: string,
  timetable: readonly Stretch[],
): string[] {
  const starts = [from, turns(birthDate, 16), turns(birthDate, 18), ...timetable.map((one) => one.from)];
  return [...new Set(starts)].filter((day) => day >= from && day <= to).sort();
}

/** The stretch that holds on a day; the first one also before its own beginning. */
export const stretchOn = (timetable: readonly Stretch[], day: string): Stretch | undefined =>
  timetable.findLast((one) => one.from <= day) ?? timetable[0];

/**
 * A lawful timetable: what the enterprise offers, cut to the limits of each age on the way. Limits in minutes; days
 * both inclusive.
 */
export function fitTimetable(
  birthDate: string,
  { from, to, minutes, days }: { from: string; to: string; minutes: number; days: number },
  { week, day }: { week: Limits; day: Limits },
): Stretch[] {
  const fitted = partsOf(birthDate, from, to, []).map((start) => {
    const age = band(ageOn(birthDate, start));
    return { from: start, minutes: Math.min(minutes, day[age], Math.floor(week[age] / days)), days };
  });
  return fitted.filter((one, i) => i === 0 || one.minutes !== fitted[i - 1]?.minutes);
}
