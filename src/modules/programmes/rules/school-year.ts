/** The school year a day belongs to, by the year it begins in: 2026-11-23 → 2026, 2027-02-01 → 2026. */
export const schoolYearOf = (day: string): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);

/** First and last day of a school year. */
export const schoolYearDays = (year: number) => ({ from: `${year}-09-01`, to: `${year + 1}-08-31` });
