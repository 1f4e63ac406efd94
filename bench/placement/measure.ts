export interface Timed<T> {
  /** Milliseconds by the wall clock. */
  min: number;
  median: number;
  /** Milliseconds of processor time, median: what a busy machine does not distort as much. */
  cpu: number;
  /** The least of it: what is left when others take the caches and the clock away least. */
  cpuMin: number;
  last: T;
}

/** Runs a few times to warm up, then `times`; best, median and processor time. */
export function measure<T>(times: number, work: () => T, warm = Math.min(5, times)): Timed<T> {
  let last = work();
  for (let k = 1; k < warm; k++) last = work();
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let k = 0; k < times; k++) {
    const used = process.cpuUsage();
    const from = performance.now();
    last = work();
    wall.push(performance.now() - from);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  wall.sort((a, b) => a - b);
  cpu.sort((a, b) => a - b);
  const middle = times >> 1;
  return { min: wall[0]!, median: wall[middle]!, cpu: cpu[middle]!, cpuMin: cpu[0]!, last };
}

export const ms = (value: number): string =>
  value < 1 ? `${(1000 * value).toFixed(0)} µs` : `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;

/** One line of the acceptance table. */
export function print(row: string, what: string, got: string, wanted: string, ok: boolean | null): void {
  console.log(
    `${row.padEnd(3)} ${ok === null ? ' – ' : ok ? 'yes' : 'NO '}  ${what}: ${got}  [wanted: ${wanted}]`,
  );
}
