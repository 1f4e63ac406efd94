/** Sum of a damped step: φ + φ² + … + φ^h. With φ = 1 it is h, the undamped trend. */
export function dampedSum(phi: number, h: number): number {
  let sum = 0;
  let power = 1;
  for (let k = 1; k <= h; k++) {
    power *= phi;
    sum += power;
  }
  return sum;
}
