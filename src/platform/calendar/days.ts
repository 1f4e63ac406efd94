const DAY_MS = 86_400_000;

/** Number of the day since 1970-01-01. Throws RangeError for what is no real day. */
export function dayNumber(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(ms) || dayText(ms / DAY_MS) !== date) {
    throw new RangeError(`Not a day: ${date}`);
  }
  return ms / DAY_MS;
}

/** `YYYY-MM-DD` of a day number. */
export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday is 7. */
export function weekday(number: number): number {
  // 1970-01-01 was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Year of a day number. */
export function yearOf(number: number): number {
  return new Date(number * DAY_MS).getUTCFullYear();
}
