import { dampedSum } from './damping.ts';
import type { Features } from './features.ts';
import { WINDOWS } from './features.ts';
import type { Panel } from './panel.ts';

/**
 * A two-speed damped trend: the long slope fades slowly, what the recent slope differs by fades fast.
 * change(h) = L·g(longFade, h) + shortShare·(S − L)·g(shortFade, h), g(φ, h) = φ + … + φ^h,
 * L = (1 − kin)·own long slope + kin·parent's long slope.
 */
export interface Member {
  longWindow: number;
  longFade: number;
  kin: number;
  shortWindow: number;
  shortShare: number;
  shortFade: number;
}

const SHORT = [
  { shortWindow: 1, shortShare: 0, shortFade: 0.5 },
  { shortWindow: 1, shortShare: 0.75, shortFade: 0.5 },
  { shortWindow: 1, shortShare: 0.75, shortFade: 0.7 },
  { shortWindow: 3, shortShare: 0.75, shortFade: 0.6 },
];
/** A fade of 0 is no long trend at all: the anchor for records that turn, like unemployment. */
const LONG = [
  { longWindow: 10, longFade: 0.85 },
  { longWindow: 10, longFade: 0.92 },
  { longWindow: 30, longFade: 0.85 },
  { longWindow: 30, longFade: 0.92 },
  { longWindow: 30, longFade: 0 },
];
/** The 36 members of the ensemble: a plain grid, nothing in it is fitted to a data set. */
export const MEMBERS: readonly Member[] = SHORT.flatMap((short) =>
  LONG.flatMap((long) => (long.longFade === 0 ? [0] : [0, 0.3]).map((kin) => ({ ...short, ...long, kin }))),
);

/** Damping sums of a member by horizon (index 0 is h = 1), and which slopes it reads. */
interface Plan {
  long: number;
  short: number;
  kin: number;
  share: number;
  gLong: Float64Array;
  gShort: Float64Array;
}

const windowIndex = (years: number): number => (WINDOWS as readonly number[]).indexOf(years);

export function planMembers(maxHorizon: number): Plan[] {
  const sums = (phi: number) => Float64Array.from({ length: maxHorizon }, (_, k) => dampedSum(phi, k + 1));
  return MEMBERS.map((m) => ({
    long: windowIndex(m.longWindow),
    short: windowIndex(m.shortWindow),
    kin: m.kin,
    share: m.shortShare,
    gLong: sums(m.longFade),
    gShort: sums(m.shortFade),
  }));
}

/**
 * Change predicted by every member for one series, origin and horizon, in the series' own transform.
 * @param out receives one number per member.
 */
export function memberChanges(
  panel: Panel,
  f: Features,
  plans: readonly Plan[],
  i: number,
  t: number,
  h: number,
  out: Float64Array,
): void {
  const own = i * f.length + t;
  const parent = panel.nodes[i]!.parent;
  const up = parent * f.length + t;
  // A parent helps only when it was observed at the origin and both speak in logarithms.
  const related = parent >= 0 && f.log[own] === 1 && f.log[up] === 1;
  plans.forEach((p, k) => {
    const mine = f.slopes[p.long]![own]!;
    const long = related && p.kin > 0 ? (1 - p.kin) * mine + p.kin * f.slopes[p.long]![up]! : mine;
    const recent = p.share === 0 ? 0 : p.share * (f.slopes[p.short]![own]! - mine);
    out[k] = long * p.gLong[h - 1]! + recent * p.gShort[h - 1]!;
  });
}

/** Applies a predicted change to the last value. */
export function applyChange(last: number, change: number, log: boolean): number {
  return log ? last * Math.exp(change) : Math.max(0, last + change);
}
