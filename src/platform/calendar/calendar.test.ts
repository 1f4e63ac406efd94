import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../use-case/refusal.ts';
import { dayNumber, dayText } from './days.ts';
import { makeCalendar, productionCalendar, productionCalendarData } from './index.ts';

fc.configureGlobal({ seed: 20261123 });

const calendar = productionCalendar();
const day = fc.integer({ min: dayNumber('2020-02-01'), max: dayNumber('2027-11-30') }).map(dayText);

describe('data', () => {
  // Norms of working days and hours (40-hour week) as published for each year.
  it.each([
    [2020, 248, 1979],
    [2021, 247, 1972],
    [2022, 247, 1973],
    [2023, 247, 1973],
    [2024, 248, 1979],
    [2025, 247, 1972],
    [2026, 247, 1972],
    [2027, 247, 1972],
  ])('%i has %i working days and %i hours', (year, days, hours) => {
    const all = Array.from({ length: 366 }, (_, i) => dayText(dayNumber(`${year}-01-01`) + i))
      .filter((it) => it.startsWith(String(year)))
      .map((it) => calendar.day(it));
    const working = all.filter((it) => it.working);
    expect(working.length).toBe(days);
    expect(working.length * 8 - working.filter((it) => it.kind === 'short').length).toBe(hours);
  });

  it('names a source and a trust mark for every year', () => {
    for (const year of calendar.years())
      expect(year.source).toMatch(/Постановление .* № \d+ .*ТК РФ ст. 112/);
    expect(calendar.years().map((it) => it.year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  });

  it('moves only from days off to working days, and shortens only working days', () => {
    for (const { moves, short } of Object.values(productionCalendarData.years)) {
      for (const { from, to } of moves) {
        expect([6, 0]).toContain(new Date(from).getUTCDay());
        expect([6, 0]).not.toContain(new Date(to).getUTCDay());
        expect(calendar.day(to)).toMatchObject({ kind: 'moved', movedFrom: from });
      }
      for (const it of short) expect([it, calendar.isWorkingDay(it)]).toEqual([it, true]);
    }
  });
});

describe('days', () => {
  it.each([
    ['2026-11-23', 'working', null],
    ['2026-11-03', 'short', null],
    ['2026-11-04', 'holiday', null],
    ['2026-11-07', 'weekend', null],
    ['2024-04-27', 'working', null],
    ['2024-11-02', 'short', null],
    ['2026-01-09', 'moved', '2026-01-03'],
    ['2026-03-09', 'moved', '2026-03-08'],
    ['2026-05-11', 'moved', '2026-05-09'],
    ['2025-02-24', 'working', null],
    ['2025-05-08', 'moved', '2025-02-23'],
    ['2027-02-20', 'short', null],
  ])('%s is %s', (date, kind, movedFrom) => {
    expect(calendar.day(date)).toMatchObject({ kind, movedFrom, certain: true });
  });
});

describe('arithmetic', () => {
  it('counts over the New Year holidays', () => {
    expect(calendar.addWorkingDays('2025-12-30', 1)).toBe('2026-01-12');
    expect(calendar.addWorkingDays('2026-01-12', -1)).toBe('2025-12-30');
    expect(calendar.nextWorkingDay('2026-04-30')).toBe('2026-05-04');
    expect(calendar.onOrAfter('2026-05-09')).toBe('2026-05-12');
    expect(calendar.addWorkingDays('2026-05-09', 0)).toBe('2026-05-12');
    expect(calendar.workingDaysBetween('2025-12-30', '2026-01-12')).toBe(1);
    expect(calendar.workingDaysBetween('2026-01-12', '2025-12-30')).toBe(-1);
    expect(calendar.workingDaysBetween('2026-01-01', '2026-01-01')).toBe(0);
  });

  it('adds and counts as inverses', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 200 }), (from, n) => {
        const to = calendar.addWorkingDays(from, n);
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(calendar.workingDaysBetween(from, to)).toBe(n);
        const start = calendar.onOrAfter(from);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(start, n), -n)).toBe(start);
      }),
    );
  });

  it('adds up along a path', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const whole = calendar.workingDaysBetween(a, c);
        const [x, y, z] = [a, b, c].sort() as [string, string, string];
        expect(calendar.workingDaysBetween(x, y) + calendar.workingDaysBetween(y, z)).toBe(
          Math.abs(calendar.workingDaysBetween(x, z)),
        );
        expect(whole + calendar.workingDaysBetween(c, a)).toBe(0);
      }),
    );
  });
});

describe('beyond the data', () => {
  it('goes by the law and says so', () => {
    expect(calendar.day('2030-02-25')).toMatchObject({ kind: 'moved', certain: false });
    expect(calendar.day('2030-02-26')).toMatchObject({ kind: 'working', certain: false });
    expect(calendar.day('2030-06-12')).toMatchObject({ kind: 'holiday', certain: false });
    // 2030-02-23 is a Saturday, 2031-02-23 a Sunday: the rest moves to Monday by the law itself.
    expect(calendar.day('2031-02-24')).toMatchObject({ kind: 'moved', movedFrom: '2031-02-23' });
    expect(calendar.uncertainYears('2026-11-01', '2029-01-01')).toEqual([2028, 2029]);
  });

  it('or refuses, naming the year', () => {
    const strict = makeCalendar(productionCalendarData, { unknownYear: 'refuse' });
    const error = (() => {
      try {
        return strict.addWorkingDays('2027-12-30', 5);
      } catch (e) {
        return e;
      }
    })();
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).key).toBe('calendar:error.yearUnknown');
    expect((error as Refusal).params).toEqual({ year: 2028, from: '2020', to: '2027' });
    expect(() => strict.isWorkingDay('2026-02-31')).toThrow(Refusal);
  });

  it('takes an edited year', () => {
    const years = {
      ...productionCalendarData.years,
      '2028': {
        source: 'проба',
        trust: 'M' as const,
        moves: [{ from: '2028-01-01', to: '2028-03-07' }],
        short: [],
      },
    };
    const edited = makeCalendar({ ...productionCalendarData, years });
    expect(edited.day('2028-03-07')).toMatchObject({ kind: 'moved', certain: true });
  });
});
