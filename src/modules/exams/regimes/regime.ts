import type { SessionEvent } from '../states.ts';

/** The order an exam goes by, as data: which rules guard which step, what a centre needs, who signs. */
export interface Regime {
  id: 'WSR_2020' | 'ORDER_800';
  /** Grows when the data change; a session keeps the regime it was planned under. */
  version: number;
  validFrom: string;
  validTo: string;
  source: string;
  /** What a centre shows: accreditation for a year, or a check of equipment by the kit's list. */
  centre: 'accreditation' | 'equipment';
  /** Seats that must be filled before the exam is confirmed, and before it starts. */
  seats: { confirmed: readonly ('chief' | 'line' | 'technical' | 'witness')[] };
  /** Rules that must not refuse, by step; the house's own stand for every regime in `states.ts`. */
  guards: Partial<Record<SessionEvent, readonly string[]>>;
  /** Every rule of the regime, for the help page and the tests. */
  rules: readonly string[];
}
