/** Hundredths of a percent from which 3, 4 and 5 begin. */
export type Bounds = readonly [three: number, four: number, five: number];

export const SCHEMES: Record<string, Bounds> = {
  R42: [2000, 4000, 7000],
  LINEAR_40_60_80: [4000, 6000, 8000],
};

export type Grade = 2 | 3 | 4 | 5;

/**
 * The grade of points by half-open intervals, compared as integers: no percent is ever rounded, so nothing falls
 * between 39.99 % and 40 %.
 * @param points, max hundredths of a point.
 */
export function gradeOf(points: number, max: number, [three, four, five]: Bounds): Grade {
  const reaches = (bound: number) => points * 10_000 >= bound * max;
  if (reaches(five)) return 5;
  if (reaches(four)) return 4;
  return reaches(three) ? 3 : 2;
}

/** The least points for which a grade is given, in hundredths: what a person may check by hand. */
export const leastPoints = (max: number, bound: number): number => Math.ceil((bound * max) / 10_000);
