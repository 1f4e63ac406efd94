import { ORDER_800 } from './order-800.ts';
import type { Regime } from './regime.ts';
import { WSR_2020 } from './wsr-2020.ts';

export type { Regime } from './regime.ts';

export const REGIMES: readonly Regime[] = [WSR_2020, ORDER_800];

/** The regime a session goes by. */
export function regimeOf(id: string): Regime {
  const found = REGIMES.find((one) => one.id === id);
  if (!found) throw new Error(`There is no regime ${id}`);
  return found;
}

/** The regime in force on the exam's day; null between two. */
export const regimeOn = (day: string): Regime | null =>
  REGIMES.find(({ validFrom, validTo }) => validFrom <= day && day <= validTo) ?? null;
