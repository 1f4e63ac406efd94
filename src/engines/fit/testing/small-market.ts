import type { FitInstance } from '../types.ts';

/** Numbers from 0 to 1 of a seed (mulberry32). */
export function chance(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Size {
  people: number;
  openings: number;
  skills: number;
  /** Competences a person holds, and an opening asks. */
  held: number;
  asked: number;
  terms?: boolean;
}

/** A market over a forest of competences (each fourth is a wider one); the common ones are asked for more often. */
export function smallMarket(seed: number, size: Size): FitInstance {
  const next = chance(seed);
  const whole = (most: number) => Math.floor(next() * most);
  const skill = () => `s${Math.floor(size.skills * next() ** 1.7)}`;
  const some = (count: number) => [...new Set(Array.from({ length: count }, skill))];
  const terms = () =>
    size.terms && next() < 0.7
      ? { x: whole(100), y: whole(100), ...(next() < 0.5 ? { maxKm: 20 + whole(80) } : {}) }
      : {};
  return {
    skills: Array.from({ length: size.skills }, (_, k) => ({
      id: `s${k}`,
      broader: k >= 4 ? [`s${Math.floor(k / 4)}`, ...(next() < 0.1 ? [`s${whole(k)}`] : [])] : [],
    })),
    people: Array.from({ length: size.people }, (_, k) => ({
      id: k % 2 ? k : `p${k}`,
      has: some(1 + whole(size.held)),
      programme: `15.01.0${whole(4)}`,
      ...terms(),
      ...(size.terms && next() < 0.3 ? { from: `2027-0${1 + whole(9)}-01` } : {}),
    })),
    openings: Array.from({ length: size.openings }, (_, k) => ({
      id: `v${k}`,
      employer: `e${whole(Math.ceil(size.openings / 3))}`,
      essential: some(1 + whole(size.asked)),
      optional: some(whole(size.asked)),
      ...(size.terms && next() < 0.4 ? { programmes: ['15.01.00', `15.01.0${1 + whole(3)}`] } : {}),
      ...terms(),
      ...(size.terms && next() < 0.3 ? { to: `2027-0${1 + whole(9)}-20` } : {}),
    })),
    modules: Array.from({ length: 12 }, (_, k) => ({
      id: `m${k}`,
      gives: some(4),
      hours: 16 + 8 * whole(8),
    })),
    options: { k: 5, broader: 600, sibling: 200, essential: 2, by: 'sum' },
  };
}
