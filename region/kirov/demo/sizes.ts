import type { DemoSize } from './types.ts';

export interface SizeConfig {
  colleges: number;
  enterprises: number;
  /** Groups admitted in 2026: with 25 seats each they give 1,500, 32,000 and 50,000 students. */
  groups: number;
  /** Staff of all demo enterprises. */
  headcount: number;
  defencePlants: number;
  projects: number;
  retrainingCentres: number;
  /** Share of the region's school leavers who belong to the demo. */
  territoryShare: number;
}

export const SIZES: Record<DemoSize, SizeConfig> = {
  small: {
    colleges: 12,
    enterprises: 60,
    groups: 17,
    headcount: 11000,
    defencePlants: 4,
    projects: 3,
    retrainingCentres: 3,
    territoryShare: 0.05,
  },
  full: {
    colleges: 60,
    enterprises: 3000,
    groups: 418,
    headcount: 232000,
    defencePlants: 12,
    projects: 25,
    retrainingCentres: 12,
    territoryShare: 1,
  },
  stress: {
    colleges: 80,
    enterprises: 4500,
    groups: 653,
    headcount: 360000,
    defencePlants: 12,
    projects: 40,
    retrainingCentres: 20,
    territoryShare: 1.6,
  },
};

/** Day the demo is told from: every age, course and dated role is of this day. */
export const AS_OF = '2026-11-23';
export const LAST_INTAKE = 2026;
export const NEED_YEARS = [2027, 2028, 2029, 2030, 2031, 2032, 2033] as const;
