/** Seeded source of chance (mulberry32): the demo must be the same on every machine, so nothing else may be random. */
export interface Prng {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** Item by weights (same length, at least one positive). */
  weighted<T>(items: readonly T[], weights: readonly number[]): T;
  chance(share: number): boolean;
  /** Rounds up or down so that the mean is kept. */
  round(value: number): number;
  /** `count` different items in random order (all of them if there are fewer). */
  sample<T>(items: readonly T[], count: number): T[];
  /** Own stream for a part of the work: adding draws to one part leaves the others as they were. */
  fork(label: string): Prng;
}

export function createPrng(seed: number): Prng {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    weighted(items, weights) {
      let left = next() * weights.reduce((a, b) => a + b, 0);
      for (let i = 0; i < items.length; i++) {
        left -= weights[i]!;
        if (left < 0) return items[i]!;
      }
      return items[weights.findLastIndex((weight) => weight > 0)]!;
    },
    chance: (share) => next() < share,
    round: (value) => Math.floor(value) + (next() < value - Math.floor(value) ? 1 : 0),
    sample(items, count) {
      const left = [...items];
      const taken = [];
      while (left.length > 0 && taken.length < count) taken.push(left.splice(int(0, left.length - 1), 1)[0]!);
      return taken;
    },
    fork: (label) => createPrng(hash(`${seed} ${label}`)),
  };
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
}
