/** The value below which the share `q` of the sorted sample lies. */
export const quantile = (sample: readonly number[], q: number): number => {
  const sorted = sample.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (sample: readonly number[]): number => quantile(sample, 0.5);

/** Milliseconds of one piece of work. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Times two ways in turn, so that a busy moment of a shared machine hits both alike. Stops at `most` pairs, or
 * after `seconds` once there are `least` pairs.
 */
export async function timeInTurn(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
  { least, most, seconds }: { least: number; most: number; seconds: number },
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  const started = performance.now();
  while (
    times[0].length < most &&
    (times[0].length < least || performance.now() - started < seconds * 1000)
  ) {
    times[0].push(await timed(first));
    times[1].push(await timed(second));
  }
  return times;
}
