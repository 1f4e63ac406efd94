import { productionCalendar } from '../../../platform/calendar/index.ts';
import { dayAfter } from '../rules/days.ts';
import { type Stretch, stretchOn } from '../rules/limits.ts';

const calendar = productionCalendar();
const isSaturday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 6;
const isMonday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

/**
 * Days worked from `from` to `to`, both inclusive: working days of the production calendar, with six days a week the
 * Saturdays that are no holidays too, with fewer than five the first ones of each week.
 */
export function workDays(from: string, to: string, daysAWeek = 5): string[] {
  const days: string[] = [];
  let inWeek = 0;
  for (let day = from; day <= to; day = dayAfter(day)) {
    if (isMonday(day)) inWeek = 0;
    const { working, kind } = calendar.day(day);
    if (!working && !(daysAWeek >= 6 && isSaturday(day) && kind === 'weekend')) continue;
    if (inWeek >= daysAWeek) continue;
    inWeek += 1;
    days.push(day);
  }
  return days;
}

/** Clock minutes of a timetable over a stretch. */
export function minutesOf(timetable: readonly Stretch[], from: string, to: string): number {
  const days = timetable[0]?.days ?? 5;
  return workDays(from, to, days).reduce((sum, day) => sum + (stretchOn(timetable, day)?.minutes ?? 0), 0);
}
