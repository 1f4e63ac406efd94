import type { FitInstance } from '../../../engines/fit/index.ts';

/** What the thread gets: one text, since copying a region of objects costs more than the computation. */
export interface Market {
  instance: Omit<FitInstance, 'modules'>;
  modules: { id: string; name: string; gives: string[]; hours: number }[];
  /** Words of a competence: its code and the module it is learnt in. */
  words: Record<string, string>;
  /** People whom some employer may see: only they stand in lists of openings. */
  seen: string[];
}

export interface MatchRow {
  whom: 'person' | 'opening';
  person: string;
  opening: string;
  position: number;
  score: number;
  most: number;
  share: number;
  reasons: {
    has: { skill: string; through: string; step: 'same' | 'broader' | 'sibling'; share: number }[];
    lacks: { skill: string; share: number }[];
    modules: { name: string; hours: number }[];
    hours: number;
  };
}

export interface Matched {
  rows: string;
  milliseconds: number;
}
