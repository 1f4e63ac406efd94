import type { Features } from './features.ts';
import { applyChange, MEMBERS, memberChanges, planMembers } from './members.ts';
import type { Panel } from './panel.ts';

/** Observations a series needs before an origin of it teaches the ensemble anything. */
const LEARN_FROM = 4;
/** Sharpness: a member 10 % worse than the best keeps about e^-4 of its weight. */
const SHARPNESS = 40;
/** Pairs of forecast and fact after which experience weighs as much as the even start. */
const PATIENCE = 50;

/**
 * Weights of members by level and horizon, learned only from forecasts whose outcome is already known.
 * Call `learn(t)` for t = 0, 1, 2 … in order; `forecast` then speaks from what was learned so far.
 */
export class Ensemble {
  private readonly panel: Panel;
  private readonly features: Features;
  private readonly maxHorizon: number;
  private readonly plans: ReturnType<typeof planMembers>;
  private readonly levelOf: Int32Array;
  /** Sum of absolute errors by level, horizon and member. */
  private readonly errors: Float64Array;
  private readonly pairs: Int32Array;
  private readonly changes = new Float64Array(MEMBERS.length);
  private weights: Float64Array[] = [];

  constructor(panel: Panel, features: Features, maxHorizon: number) {
    this.panel = panel;
    this.features = features;
    this.maxHorizon = maxHorizon;
    this.plans = planMembers(maxHorizon);
    this.levelOf = Int32Array.from(panel.nodes, (n) => panel.levels.indexOf(n.level));
    this.errors = new Float64Array(panel.levels.length * maxHorizon * MEMBERS.length);
    this.pairs = new Int32Array(panel.levels.length * maxHorizon);
  }

  /** Takes in the outcomes of year index `t`. */
  learn(t: number): void {
    const { nodes } = this.panel;
    for (let h = 1; h <= this.maxHorizon && h <= t; h++) {
      const origin = t - h;
      nodes.forEach((node, i) => {
        const fact = node.values[t]!;
        const last = node.values[origin]!;
        if (Number.isNaN(fact) || Number.isNaN(last) || node.counts[origin]! < LEARN_FROM) return;
        memberChanges(this.panel, this.features, this.plans, i, origin, h, this.changes);
        const log = this.features.log[i * this.features.length + origin] === 1;
        const cell = this.levelOf[i]! * this.maxHorizon + h - 1;
        this.pairs[cell]!++;
        for (let k = 0; k < MEMBERS.length; k++) {
          this.errors[cell * MEMBERS.length + k]! += Math.abs(
            applyChange(last, this.changes[k]!, log) - fact,
          );
        }
      });
    }
    this.weights = [];
  }

  /** Combined forecast for series `i` from year index `t`; NaN where the series was not observed. */
  forecast(i: number, t: number, h: number): number {
    const last = this.panel.nodes[i]!.values[t]!;
    if (Number.isNaN(last)) return Number.NaN;
    memberChanges(this.panel, this.features, this.plans, i, t, h, this.changes);
    const weights = this.weightsFor(this.levelOf[i]!, h);
    let change = 0;
    for (let k = 0; k < MEMBERS.length; k++) change += weights[k]! * this.changes[k]!;
    return applyChange(last, change, this.features.log[i * this.features.length + t] === 1);
  }

  private weightsFor(level: number, h: number): Float64Array {
    const cell = level * this.maxHorizon + h - 1;
    const known = this.weights[cell];
    if (known) return known;
    const m = MEMBERS.length;
    const score = new Float64Array(m);
    let kernelSum = 0;
    let pairs = 0;
    for (let near = 1; near <= this.maxHorizon; near++) {
      const at = level * this.maxHorizon + near - 1;
      const errors = this.errors.subarray(at * m, (at + 1) * m);
      const total = errors.reduce((a, b) => a + b, 0);
      if (total <= 0) continue;
      const kernel = Math.exp(-Math.abs(Math.log(near / h)));
      // The floor keeps the score finite when one member was exactly right everywhere.
      for (let k = 0; k < m; k++) score[k]! += kernel * Math.log(Math.max((errors[k]! * m) / total, 1e-6));
      kernelSum += kernel;
      pairs += this.pairs[at]!;
    }
    const trust = kernelSum > 0 ? (SHARPNESS / kernelSum) * (pairs / (pairs + PATIENCE)) : 0;
    const best = score.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const weights = score.map((s) => Math.exp(-trust * (s - best)));
    const sum = weights.reduce((a, b) => a + b, 0);
    this.weights[cell] = weights.map((w) => w / sum);
    return this.weights[cell];
  }
}
