import type { Components, TraceKind } from '../result.ts';

/** One source's part in one cell. The trace of a cell is the list of these. */
export interface Contribution extends Components {
  kind: TraceKind;
  id: string;
  occupation: string;
  zone: string;
  year: number;
  headcount: number;
  /** Leavers that need replacing before the rule of shrinking plants: what a changed headcount scales. */
  replGross: number;
  surplus: number;
  graduateShare: number;
  /** Series whose trend was used, if any. */
  series: string | null;
}

export const cellKey = (c: { occupation: string; zone: string; year: number }): string =>
  `${c.year}\u0000${c.occupation}\u0000${c.zone}`;
