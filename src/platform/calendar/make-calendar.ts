import { Refusal } from '../use-case/refusal.ts';
import type { CalendarData } from './calendar-data.ts';
import { dayNumber, dayText, weekday, yearOf } from './days.ts';

export type DayKind = 'working' | 'short' | 'weekend' | 'holiday' | 'moved';

export interface DayInfo {
  date: string;
  kind: DayKind;
  working: boolean;
  /** Name of the holiday; for `moved` the day the rest was moved from. */
  holiday: string | null;
  movedFrom: string | null;
  /** False when the year is not in the data: only the law's holidays and weekends are known. */
  certain: boolean;
}

export interface CalendarOptions {
  /**
   * What to do in a year without data: `refuse` throws `calendar:error.yearUnknown`; `statutory` goes by weekends and
   * the law's holidays and answers `certain: false`. Default `statutory`.
   */
  unknownYear?: 'refuse' | 'statutory';
}

export interface Calendar {
  day(date: string): DayInfo;
  isWorkingDay(date: string): boolean;
  /** The n-th working day after `date` (before it for n < 0). n = 0 gives `date`, or the next working day. */
  addWorkingDays(date: string, n: number): string;
  /** Working days after `from` up to and with `to`; negative when `to` is earlier. */
  workingDaysBetween(from: string, to: string): number;
  /** The first working day after `date`. */
  nextWorkingDay(date: string): string;
  /** `date` when it is a working day, else the next one: a term that ends on a day off (ГК ст. 193). */
  onOrAfter(date: string): string;
  /** Years of the span that are not in the data, for a warning beside the answer. */
  uncertainYears(from: string, to: string): number[];
  years(): { year: number; source: string; trust: string; note: string | null }[];
}

interface Year {
  off: Map<number, { kind: 'holiday' | 'moved'; holiday: string | null; movedFrom: string | null }>;
  worked: Set<number>;
  short: Set<number>;
  certain: boolean;
}

const isWeekend = (number: number) => weekday(number) >= 6;

/**
 * ТК ст. 112: a holiday on a weekend moves the rest to the next working day after it. Days off of January are moved
 * by the Government alone, and so is any day it has named itself.
 */
function moveByLaw(year: Year, holidays: Map<number, string>, moved: Set<number>): void {
  for (const [number, holiday] of holidays) {
    if (!isWeekend(number) || moved.has(number) || dayText(number).slice(5, 7) === '01') continue;
    let to = number + 1;
    while (isWeekend(to) || year.off.has(to)) to += 1;
    year.off.set(to, { kind: 'moved', holiday, movedFrom: dayText(number) });
  }
}

function buildYear(data: CalendarData, year: number): Year {
  const known = data.years[String(year)];
  const built: Year = { off: new Map(), worked: new Set(), short: new Set(), certain: known !== undefined };
  const holidays = new Map(data.holidays.map((it) => [dayNumber(`${year}-${it.day}`), it.name]));
  for (const [number, holiday] of holidays)
    built.off.set(number, { kind: 'holiday', holiday, movedFrom: null });
  const moved = new Set<number>();
  for (const { from, to } of known?.moves ?? []) {
    const source = dayNumber(from);
    moved.add(source);
    built.off.set(dayNumber(to), { kind: 'moved', holiday: holidays.get(source) ?? null, movedFrom: from });
    if (!holidays.has(source)) built.worked.add(source);
  }
  moveByLaw(built, holidays, moved);
  for (const it of known?.short ?? []) built.short.add(dayNumber(it));
  return built;
}

function isWorked(number: number, year: Year): boolean {
  return !year.off.has(number) && (!isWeekend(number) || year.worked.has(number));
}

function infoOf(number: number, year: Year): DayInfo {
  const base = { date: dayText(number), holiday: null, movedFrom: null, certain: year.certain };
  const off = year.off.get(number);
  if (off) return { ...base, ...off, working: false };
  if (isWeekend(number) && !year.worked.has(number)) return { ...base, kind: 'weekend', working: false };
  return { ...base, kind: year.short.has(number) ? 'short' : 'working', working: true };
}

/** A calendar over the data of a country's years. Pure; all dates are `YYYY-MM-DD`. */
export function makeCalendar(data: CalendarData, options: CalendarOptions = {}): Calendar {
  const built = new Map<number, Year>();
  const known = Object.keys(data.years).sort();
  const yearAt = (number: number): Year => {
    const year = yearOf(number);
    let found = built.get(year);
    if (!found) {
      if (options.unknownYear === 'refuse' && !data.years[String(year)]) {
        throw new Refusal('calendar:error.yearUnknown', {
          year,
          from: known[0] ?? '',
          to: known.at(-1) ?? '',
        });
      }
      found = buildYear(data, year);
      built.set(year, found);
    }
    return found;
  };
  const parse = (date: string): number => {
    try {
      return dayNumber(date);
    } catch {
      throw new Refusal('calendar:error.notDay', { date });
    }
  };
  const works = (number: number) => isWorked(number, yearAt(number));
  const step = (number: number, by: 1 | -1): number => {
    let at = number + by;
    while (!works(at)) at += by;
    return at;
  };
  const onOrAfter = (number: number) => (works(number) ? number : step(number, 1));

  return {
    day: (date) => {
      const number = parse(date);
      return infoOf(number, yearAt(number));
    },
    isWorkingDay: (date) => works(parse(date)),
    addWorkingDays(date, n) {
      if (!Number.isInteger(n)) throw new RangeError(`Not a number of days: ${n}`);
      let at = parse(date);
      if (n === 0) return dayText(onOrAfter(at));
      for (let left = Math.abs(n); left > 0; left--) at = step(at, n > 0 ? 1 : -1);
      return dayText(at);
    },
    workingDaysBetween(from, to) {
      const [a, b] = [parse(from), parse(to)];
      let count = 0;
      for (let at = Math.min(a, b) + 1; at <= Math.max(a, b); at++) if (works(at)) count += 1;
      return b >= a ? count : count === 0 ? 0 : -count;
    },
    nextWorkingDay: (date) => dayText(step(parse(date), 1)),
    onOrAfter: (date) => dayText(onOrAfter(parse(date))),
    uncertainYears(from, to) {
      const [first, last] = [yearOf(parse(from)), yearOf(parse(to))].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const span = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      return span.filter((year) => !data.years[String(year)]);
    },
    years: () =>
      known.map((year) => {
        const { source, trust, note } = data.years[year] as CalendarData['years'][string];
        return { year: Number(year), source, trust, note: note ?? null };
      }),
  };
}
