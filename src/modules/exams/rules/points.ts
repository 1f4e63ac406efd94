/** Rounds a quotient of non-negative integers half up, without floating point. */
export const halfUp = (top: number, bottom: number): number => Math.floor((2 * top + bottom) / (2 * bottom));

export interface AspectOf {
  kind: 'measurement' | 'judgement';
  /** Weight in hundredths of a point. */
  max: number;
}

/**
 * Points of one aspect in hundredths, rounded half up once. A judgement is the mean of the judges' scores of 0…3,
 * divided by 3, times the weight (DE20-09); a measurement is the value itself. No value: null.
 * @param values of each expert: 0…3 of a judgement, hundredths of a measurement.
 */
export function aspectPoints({ kind, max }: AspectOf, values: readonly number[]): number | null {
  const [first] = values;
  if (first === undefined) return null;
  if (kind === 'measurement') return first;
  const sum = values.reduce((total, one) => total + one, 0);
  return halfUp(sum * max, 3 * values.length);
}

/** By how much the judges differ. */
export const spreadOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);

/** 41,50: hundredths as people read them, in a message's parameter. */
export const pointsText = (hundredths: number): string => {
  const whole = Math.floor(hundredths / 100);
  return `${whole},${String(hundredths % 100).padStart(2, '0')}`;
};
