import type { StaffingInstance } from '../../src/engines/staffing/types.ts';
import { chance } from './generate.ts';

/**
 * Panels judged by fitness, of the size of a reviewers' conference: everybody may sit anywhere on any day, every
 * panel has three seats, scores come from a few hidden topics.
 */
export function panels(experts: number, sessions: number, maxLoad: number, seed: number): StaffingInstance {
  const next = chance(seed);
  const topics = 6;
  const taste = () => Array.from({ length: topics }, () => next() ** 3);
  const people = Array.from({ length: experts }, taste);
  const papers = Array.from({ length: sessions }, taste);
  const days = papers.map((_, k) => k);
  return {
    experts: people.map((_, k) => ({ id: k, competences: ['c'], chief: true, days, maxLoad })),
    sessions: papers.map((_, k) => ({ id: k, competence: 'c', day: k, n: 3 })),
    weights: { unfilledMember: 0, unfilledChief: 0, load: 0, km: 0 },
    rule: 'max-min-score',
    scores: papers.flatMap((paper, s) =>
      people.map((person, e) => {
        const dot = paper.reduce((sum, p, t) => sum + p * person[t]!, 0);
        const size = Math.sqrt(paper.reduce((a, p) => a + p * p, 0) * person.reduce((a, p) => a + p * p, 0));
        return {
          expert: e,
          session: s,
          score: Math.round(1000 * (0.8 * (dot / (size || 1)) + 0.2 * next())) / 1000,
        };
      }),
    ),
  };
}
