/** Ids come back as they were given; 7 and "7" are the same id. */
export type Id = string | number;

/** A list from the best to the worst; an inner list holds equals. */
export type Ranking = (Id | Id[])[];

export type Rule = 'student-optimal' | 'place-optimal' | 'place-more' | 'best-ranks';

export interface PlacementStudent {
  id: Id;
  /** Acceptable places, best first. An empty list is legal. */
  ranks: Ranking;
  /**
   * For places without an order: one tuple of classes per ranked place (in the order of `ranks`, equals
   * flattened), smaller is better: named choice or target contract, programme fit, distance band, score band.
   * Each class is a whole number from 0 to 127, at most four. The lottery decides among equals.
   */
  classes?: number[][];
  college?: string;
  programme?: string;
  /** A team wants one place together, or splits. */
  team?: string;
  /** For statistics only. */
  sex?: string;
  rural?: boolean;
}

export interface PlacementPlace {
  id: Id;
  capacity: number;
  /** The place is closed when fewer would come, but not none. */
  minimum?: number;
  employer?: Id;
  /** Students missing here are unacceptable. Without it the employer's order holds; without both, classes. */
  order?: Ranking;
  /** Programmes taken; absent: any. */
  programmes?: string[];
}

export interface PlacementEmployer {
  id: Id;
  /** Together over all its places. */
  capacity: number;
  order?: Ranking;
}

/**
 * Seats of one college or programme at one place or employer. `ceiling`: never more. `reserve`: so many seats go
 * to them first; what they leave is open to all.
 */
export interface PlacementQuota {
  kind: 'reserve' | 'ceiling';
  seats: number;
  place?: Id;
  employer?: Id;
  college?: string;
  programme?: string;
}

export interface PlacementSnapshot {
  students: PlacementStudent[];
  places: PlacementPlace[];
  employers?: PlacementEmployer[];
  quotas?: PlacementQuota[];
  /** Already agreed pairs: they hold their seats before anybody is placed. */
  pinned?: [Id, Id][];
}

export interface PlacementRules {
  rule: Rule;
  /** Domain of this draw; tickets of other rounds differ. Default `rostok-placement/1`. */
  label?: string;
  /** PLDA: the second round turns the lottery round. */
  reversedLottery?: boolean;
  /** Why everybody was refused where. Default true. */
  explain?: boolean;
}

/** What would have to differ for a refused student to be placed there or better; true when run again. */
export type Change =
  /** Stand at this position (from 1) in the order of the place, lottery included; all others keep their order. */
  | { kind: 'position'; place: Id; position: number }
  | { kind: 'capacity'; place: Id; capacity: number }
  | { kind: 'employerCapacity'; employer: Id; capacity: number }
  | { kind: 'minimum'; place: Id; minimum: number };

export type RefusalReason =
  | 'full'
  | 'employerCap'
  | 'quota'
  | 'reserved'
  | 'closedMinimum'
  | 'notCompatible'
  | 'notAcceptable'
  | 'team'
  | 'total';

export interface Refusal {
  place: Id;
  reason: RefusalReason;
  /** Own position in the order of the place (from 1), where there is one. */
  position?: number;
  /** Position of the last who got in. */
  cutoff?: number;
  /** Class before the lottery: own and of the last who got in; equal means the lottery decided. */
  tier?: number;
  cutoffTier?: number;
  /** How many stood ahead and wanted to be there. */
  ahead?: number;
  /** Of a closed place: how many would have come, and the minimum. */
  had?: number;
  minimum?: number;
  /** Absent: not asked for (see `rules.explain`); null: no single change of these kinds helps. */
  change?: Change | null;
}

export interface Cutoff {
  placed: number;
  capacity: number;
  /** Position and tier of the last admitted in the order of the place; absent when the place is empty. */
  position?: number;
  tier?: number;
  /** 64 hex digits, where the lottery decided at the cut. */
  ticket?: string;
  /** Everyone acceptable who asked got in. */
  open: boolean;
}

/** One closing of a place below its minimum, in the order it happened. */
export interface Closure {
  place: Id;
  had: number;
  minimum: number;
  round: number;
}

export interface PlacementStatistics {
  students: number;
  placed: number;
  seats: number;
  /** placed at the k-th tier of the own list, k from 1. */
  byRank: number[];
  rankSum: number;
  byCollege?: Record<string, { students: number; placed: number }>;
  bySex?: Record<string, { students: number; placed: number }>;
  byRural?: Record<string, { students: number; placed: number }>;
}

export interface PlacementCertificate {
  format: 'rostok-placement/1';
  rule: Rule;
  /** SHA-256 of the input, hex; see docs/formats/placement.md. */
  input: string;
  /** SHA-256 of the assignment. */
  result: string;
  /** Hex; absent when no lottery was drawn. */
  seed?: string;
  label?: string;
  reversedLottery?: true;
  placed: number;
  rankSum: number;
  blockingPairs: number;
  /** Rule place-more: no stable placement has more; `proven` by exhaustion or because the bound is met. */
  most?: { proven: boolean; bound: number };
  /**
   * Where places closed: `bound` students would be placed if none had to close (no closing can place more; only where
   * students propose without wider limits); `proven`: no other order of closing places more, or as many with a less sum of ranks.
   */
  closing?: { proven: boolean; bound: number };
  /** Rule best-ranks: prices that prove it (units of rank); absent prices are 0. */
  prices?: {
    unplaced: number;
    places: [Id, number][];
    employers: [Id, number][];
    quotas: [number, number][];
  };
  /** Rule with teams: how many teams could have had a better common place. */
  blockingTeams?: number;
}

export interface PlacementResult {
  assignment: Record<string, Id | null>;
  cutoffs: Record<string, Cutoff>;
  refusals: Record<string, Refusal[]>;
  closed: Closure[];
  /** Teams that found no common place; their members were placed each by his own list. */
  splitTeams?: string[];
  stable: boolean;
  statistics: PlacementStatistics;
  certificate: PlacementCertificate;
}
