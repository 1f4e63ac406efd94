import type { ScheduleInstance } from '../../src/engines/staffing/index.ts';
import { chance } from './generate.ts';

/** A season to be dated: windows of 10 to 20 days, a third of the exams take two days, sites equipped for a few. */
export function season(sessions: number, sites: number, days: number, seed: number): ScheduleInstance {
  const next = chance(seed);
  const whole = (most: number) => Math.floor(next() * most);
  const competences = 12;
  const calendar = Array.from({ length: days }, (_, d) => d);
  return {
    calendar,
    sessions: Array.from({ length: sessions }, (_, id) => {
      const from = whole(days - 20);
      return {
        id,
        competence: Math.floor(competences * next() ** 1.3),
        group: 5 + whole(11),
        length: next() < 0.33 ? 2 : 1,
        starts: calendar.slice(from, from + 10 + whole(11)),
        n: 3 + whole(3),
        x: whole(500),
        y: whole(400),
      };
    }),
    sites: Array.from({ length: sites }, (_, id) => ({
      id,
      competences: Array.from({ length: competences }, (_, c) => c).filter(() => next() < 0.25),
      stations: 8 + whole(10),
      rooms: next() < 0.2 ? 2 : 1,
      days: calendar.filter(() => next() < 0.8),
      x: whole(500),
      y: whole(400),
    })),
    experts: Array.from({ length: 3 * sessions }, () => ({
      competences: [Math.floor(competences * next() ** 1.3)],
      days: calendar.filter(() => next() < 0.5),
    })),
    weights: { unplaced: 10_000, km: 1, late: 5 },
  };
}
