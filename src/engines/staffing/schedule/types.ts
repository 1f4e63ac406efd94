import type { Id, Sentence, StaffingExpert } from '../types.ts';

export interface ScheduleSession {
  id: Id;
  competence: Id;
  /** Examinees. */
  group: number;
  /** Days it takes in a row. Default 1. */
  length?: number;
  /** Days on which it may start; days are those of the calendar. */
  starts: Id[];
  /** Experts it needs each day. */
  n: number;
  x?: number;
  y?: number;
}

export interface ScheduleSite {
  id: Id;
  /** Competences it is equipped for. */
  competences: Id[];
  /** Workplaces: the largest group. */
  stations: number;
  /** Sessions at a time. Default 1. */
  rooms?: number;
  /** Days on which it works. */
  days: Id[];
  x?: number;
  y?: number;
}

export interface ScheduleInstance {
  sessions: ScheduleSession[];
  sites: ScheduleSite[];
  /** Days in order; a session of two days takes two that stand side by side. */
  calendar: Id[];
  /** Who can examine; only competences and free days are looked at here. */
  experts: Pick<StaffingExpert, 'competences' | 'days'>[];
  /** Experts who cannot be counted on, by competence and day. */
  fewer?: { competence: Id; day: Id; experts: number }[];
  weights: {
    /** A session without date and site. */
    unplaced: number;
    /** Per kilometre to the site, rounded half up. */
    km: number;
    /** Per day after the first possible start. */
    late: number;
  };
}

export interface SchedulePlan {
  plan: { session: Id; site: Id; day: Id }[];
  unplaced: { session: Id; words: Sentence }[];
  cost: number;
  /** No plan costs less: the value of the prices. */
  bound: number;
  /** (cost − bound) / bound. */
  gap: number;
  /** Prices of sites and of expert days that prove the bound; what is not listed has price 0. */
  prices: { sites: [Id, Id, number][]; competences: [Id, Id, number][] };
  /** How the cost fell: step, cost. */
  log: [number, number][];
}
