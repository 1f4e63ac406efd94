import type { OrderInstance } from '../types.ts';
import { smallRegion } from './small-region.ts';

/** A variation of the small region from whole numbers a property test draws. */
export function randomRegion(draw: number[]): OrderInstance {
  const o = smallRegion();
  const at = (k: number, low: number, high: number) =>
    low + (Math.abs(draw[k % draw.length]! + 31 * k) % (high - low + 1));
  o.needs.forEach((n, k) => {
    n.amount = at(k, 2, 45);
    n.other = undefined;
    n.lines = undefined;
  });
  o.pipeline = [];
  o.colleges.forEach((c, k) => {
    c.places = 200 + at(20 + k, 0, 150);
  });
  o.budgets!.forEach((b, k) => {
    b.amount = 2_000_000_000 + at(30 + k, 0, 20) * 100_000_000;
  });
  return o;
}
