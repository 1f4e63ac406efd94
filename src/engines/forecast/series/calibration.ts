import { type ErrorPool, errorGrowth, errorQuantile, joinPools, type WeightedPool } from './conformal.ts';
import type { Panel } from './panel.ts';

/** Observations a series needs before its errors count as evidence. */
const CALIBRATE_FROM = 7;
/** Evidence (origins × series/10, at most one a year) at which a level speaks as loud as the others together. */
const BORROW = 8;

/**
 * Remembers a method's forecasts, and gives intervals from the errors whose outcome is known. Errors are
 * logarithmic, divided by the series' restlessness at the origin, pooled by level and horizon.
 */
export class Calibration {
  private readonly panel: Panel;
  private readonly scale: Float64Array;
  private readonly maxHorizon: number;
  /** Forecasts by horizon, node · length + origin. */
  private readonly made: Float64Array[];
  private readonly errors: number[][][];
  private readonly origins: number[];
  private joined: WeightedPool[][] = [];
  private growth = 0;

  constructor(panel: Panel, scale: Float64Array, maxHorizon: number) {
    this.panel = panel;
    this.scale = scale;
    this.maxHorizon = maxHorizon;
    const size = panel.nodes.length * panel.length;
    this.made = Array.from({ length: maxHorizon }, () => new Float64Array(size).fill(Number.NaN));
    this.errors = panel.levels.map(() => Array.from({ length: maxHorizon }, () => []));
    this.origins = panel.levels.map(() => 0);
  }

  remember(i: number, origin: number, h: number, value: number): void {
    this.made[h - 1]![i * this.panel.length + origin] = value;
  }

  recall(i: number, origin: number, h: number): number {
    return this.made[h - 1]![i * this.panel.length + origin]!;
  }

  /** Takes in the outcomes of year index `t`; call in order of time. */
  learn(t: number): void {
    const { nodes, levels, length } = this.panel;
    const seen = new Set<number>();
    for (let h = 1; h <= this.maxHorizon && h <= t; h++) {
      nodes.forEach((node, i) => {
        const at = i * length + t - h;
        const forecast = this.made[h - 1]![at]!;
        const fact = node.values[t]!;
        if (!(forecast > 0) || !(fact > 0) || node.counts[t - h]! < CALIBRATE_FROM) return;
        const level = levels.indexOf(node.level);
        this.errors[level]![h - 1]!.push(Math.log(fact / forecast) / this.scale[at]!);
        seen.add(level);
      });
    }
    for (const level of seen) this.origins[level]!++;
    const pools = this.errors.map((byHorizon) =>
      byHorizon.flatMap((e, k): ErrorPool[] =>
        e.length > 0 ? [{ horizon: k + 1, sorted: Float64Array.from(e).sort() }] : [],
      ),
    );
    this.growth = errorGrowth(pools);
    this.joined = levels.map((level, l) => {
      const others = pools.filter((_, k) => k !== l).flat();
      // Series that start later must not be known of yet.
      const series = nodes.filter((n) => n.level === level && n.counts[t]! > 0).length;
      const evidence = this.origins[l]! * Math.min(1, series / 10);
      return joinPools(pools[l]!, others, others.length > 0 ? BORROW / (BORROW + evidence) : 0);
    });
  }

  /** Quantile of the normalised log error of a level at horizon `h`; NaN while nothing is known. */
  quantile(level: number, h: number, p: number): number {
    return errorQuantile(this.joined[level] ?? [], h, p, this.growth);
  }

  /** What normalised errors of series `i` are multiplied by, as known at `origin`. */
  restlessness(i: number, origin: number): number {
    return this.scale[i * this.panel.length + origin]!;
  }

  /** Value below which the fact stays with probability `p`, given a normalised quantile `q`. */
  bound(i: number, origin: number, forecast: number, q: number): number {
    const s = this.restlessness(i, origin);
    if (forecast > 0) return forecast * Math.exp(q * s);
    // A zero has no logarithm: lean on the mean size of the series so far.
    const node = this.panel.nodes[i]!;
    let sum = 0;
    for (let t = 0; t <= origin; t++) if (node.values[t]! > 0) sum += node.values[t]!;
    return Math.max(0, (sum / node.counts[origin]!) * Math.expm1(q * s));
  }
}
