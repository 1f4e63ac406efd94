// Read by forms as well: no database here.
export const REGIMES = ['WSR_2020', 'ORDER_800'] as const;
export type Regime = (typeof REGIMES)[number];
export const LEVELS = {
  WSR_2020: ['assess', 'championship', 'certified', 'manager'],
  ORDER_800: ['expert', 'chief'],
} as const;
export type Level = (typeof LEVELS)[Regime][number];
