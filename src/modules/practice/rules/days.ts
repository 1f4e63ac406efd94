/** Day arithmetic on `YYYY-MM-DD`; pure, shared with the screens. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Days from `from` to `to`, both inclusive. */
export const lengthOf = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** The school year a day belongs to, by the year it begins in. */
export const schoolYearOf = (day: string): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
export const schoolYearDays = (year: number) => ({ from: `${year}-09-01`, to: `${year + 1}-08-31` });

/** The same day a year later; 29 February becomes the 28th. */
export function yearLater(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + 1, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
}
