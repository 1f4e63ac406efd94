import type { Variant } from './order-api.ts';

type Summary = NonNullable<Variant['summary']>;

/**
 * Jobs left open, by occupations that colleges teach, when every variant to be compared knows that part; else in
 * all: like is compared with like.
 */
export function unmetOf(compared: (Summary | null | undefined)[]): (of: Summary) => number {
  const known = compared.every((one) => !one || one.taught !== undefined);
  return (of) => Math.round((known && of.taught ? of.taught : of).unmet);
}
