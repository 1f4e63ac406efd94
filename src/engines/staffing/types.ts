/** Ids come back as they were given; 7 and "7" are the same id. */
export type Id = string | number;

export type Role = 'chief' | 'member' | 'employer';
export type Rule = 'cost' | 'max-min-score';

export interface StaffingExpert {
  id: Id;
  /** Organisation of the main job. */
  org?: Id;
  competences: Id[];
  /** May be chief expert; may elsewhere sit as a member. */
  chief?: boolean;
  /** Competences in which the expert may be chief; absent: in all, when `chief`. */
  leads?: Id[];
  /** May take the seat of the employers' representative; may elsewhere sit as a member. */
  employer?: boolean;
  /** Days on which the expert is free. */
  days: Id[];
  /** Most sessions over the whole period. */
  maxLoad: number;
  /** Position in kilometres on any plane. */
  x?: number;
  y?: number;
}

export interface StaffingSession {
  id: Id;
  competence: Id;
  day: Id;
  /** Seats: one chief and n − 1 members. */
  n: number;
  /** Seats of employers' representatives, beside the n. Default 0. */
  employers?: number;
  /** Experts of these organisations may not sit here. */
  conflictOrgs?: Id[];
  /** These experts may not sit here. */
  conflictExperts?: Id[];
  /** At most one expert of an organisation, whatever the seat. */
  onePerOrg?: boolean;
  x?: number;
  y?: number;
}

export interface StaffingWeights {
  unfilledMember: number;
  unfilledChief: number;
  /** Default: as a member. */
  unfilledEmployer?: number;
  /** k-th session of an expert costs load · k². */
  load: number;
  /** Per kilometre; each distance is rounded half up to whole kilometres. */
  km: number;
}

export interface StaffingScore {
  expert: Id;
  session: Id;
  /** From 0; a pair without a score counts 0. */
  score: number;
}

export interface StaffingInstance {
  experts: StaffingExpert[];
  sessions: StaffingSession[];
  weights: StaffingWeights;
  rule: Rule;
  scores?: StaffingScore[];
}

export interface Seating {
  session: Id;
  expert: Id;
  role: Role;
}

/** A sentence of the engine's catalogue. */
export interface Sentence {
  id: string;
  params: Record<string, string | number>;
}

/**
 * Why a seat stays empty. `shortage`: Hall's condition fails: the listed seats need more than all experts who may
 * sit there can give. `price`: filling it would cost more than its penalty. `organisations`: only the rule of one
 * expert of an organisation stands in the way.
 */
export interface HallCertificate {
  kind: 'shortage' | 'price' | 'organisations';
  /** The set of seats; every expert eligible for any of them is listed in `experts`. */
  seats: { session: Id; role: Role; need: number }[];
  /** Sum of `need`. */
  demand: number;
  /** What each expert can give these seats: with `days` one session on each of those days, else `most` in all. */
  experts: { expert: Id; days?: Id[]; most: number }[];
  /** Sum of `most`. Shortage: demand > supply. */
  supply: number;
  /** Kind `price`: the cheapest way to fill the seat would raise the cost by so much, before its penalty is saved. */
  price?: number;
  words: Sentence;
}

export interface Unfilled {
  session: Id;
  role: Role;
  certificate: HallCertificate;
}

/**
 * Prices that prove the bound. An expert who is not listed has the price of a first session (`weights.load`), a day
 * that is not listed has price 0. See docs/methods/staffing.md.
 */
export interface Prices {
  experts: [Id, number][];
  days: [Id, Id, number][];
}

/**
 * Proof of a bound: prices, or two halves: in each the listed experts of one organisation do not sit in the session.
 * The two lists share nobody, so whoever obeys `onePerOrg` fits one half.
 */
export type Proof =
  | { prices: Prices }
  | {
      session: Id;
      org: Id;
      without: { experts: Id[]; proof: Proof }[];
    };

export interface StaffingResult {
  rule: Rule;
  assignment: Seating[];
  /** By the weights of the instance, whatever the rule. */
  cost: number;
  /** Rule cost: no staffing costs less. Rule max-min-score: no staffing has a greater minimum. */
  bound: number;
  /** cost − bound, or bound − minimum; 0 is proved best. */
  gap: number;
  unfilled: Unfilled[];
  /** Rule max-min-score. */
  score?: { minimum: number; total: number; totalBound: number };
  /** Sessions per expert: how many experts have 0, 1, 2 … sessions. */
  loads: number[];
  /** Kilometres in all, each distance rounded. */
  km: number;
  proof?: Proof;
}
