import type { Id, PlacementRules, PlacementSnapshot } from '../types.ts';

/** Kinds of boxes: what a limit belongs to. */
export const PLACE = 0;
export const EMPLOYER = 1;
export const QUOTA = 2;

/**
 * Limits as a forest: every contract (edge) lies in one leaf and in all boxes above it. A plain market has one box
 * per place. Arrays by box.
 */
export interface Boxes {
  count: number;
  parent: Int32Array;
  /** Seats, pinned ones already taken off. */
  capacity: Int32Array;
  reserve: Int32Array;
  kind: Uint8Array;
  /** Index of the place, employer or quota. */
  ref: Int32Array;
  /** Leaves in depth-first order; the leaves under a box stand together. */
  leaves: Int32Array;
  leafFrom: Int32Array;
  leafTo: Int32Array;
  hasReserves: boolean;
}

/**
 * A frozen placement problem in dense ids. Edges of a student stand together, best first; only acceptable pairs of
 * students who are not pinned are edges.
 */
export interface Market {
  snapshot: PlacementSnapshot;
  rules: PlacementRules;
  seed: Uint8Array;
  label: string;
  students: Id[];
  places: Id[];
  employers: Id[];
  studentOf: Map<Id, number>;
  placeOf: Map<Id, number>;
  off: Int32Array;
  to: Int32Array;
  /** Tier of the edge in the student's own list, from 0; equal tiers are ties. */
  level: Int32Array;
  /** Student of the edge. */
  owner: Int32Array;
  /** Strict order at the chooser (a capped employer, else the place); even numbers, smaller is better. */
  rank: Int32Array;
  /** The same before the lottery: equal is a tie. */
  tie: Int32Array;
  /** Order at the place itself; another array than `rank` only where a place and its employer order differently. */
  own: Int32Array;
  ownTie: Int32Array;
  /** Leaf box of the edge. */
  box: Int32Array;
  boxes: Boxes;
  placeBox: Int32Array;
  employerOf: Int32Array;
  /** Box of the employer of a place, or -1. */
  employerBox: Int32Array;
  /** Seats, pinned ones already taken off. */
  capacity: Int32Array;
  minimum: Int32Array;
  pinnedAt: Int32Array;
  /** Pinned students per place. */
  pinnedCount: Int32Array;
  /** Edges into a place, best first by `own`: inEdge[inOff[p] … inOff[p+1]-1]. */
  inOff: Int32Array;
  inEdge: Int32Array;
  /** Only place boxes: no employer limits, no quotas. */
  plain: boolean;
  /** Some order held equals, so that tickets decided; or a rule that walks by ticket. */
  drawn: boolean;
  /** Position in the draw by student; the row number where no draw was needed. */
  ticket: Int32Array;
  placeTicket: Int32Array;
  hexOf: (student: number) => string;
  /** Ranked pairs that are no edge: [student, place, tier, why]. */
  dropped: Map<number, { place: number; level: number; reason: 'notAcceptable' | 'notCompatible' }[]>;
  /** Names of teams by student index; empty string: alone. */
  teams: string[];
}
