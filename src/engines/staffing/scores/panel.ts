import { CHIEF, type Market } from '../model/market.ts';

/** Scores of the pairs and what the networks over them share. */
export interface Panel {
  market: Market;
  score: Float64Array;
  /** Greatest score. */
  top: number;
  /** Whole units in 1 of the score, in the networks. */
  unit: number;
  /** Seats of all sessions. */
  seats: number;
  /** What rounding to the unit can change in a total. */
  slack: number;
}

export function panelOf(market: Market): Panel {
  const score = new Float64Array(market.pairExpert.length);
  const bySession = new Map<number, Map<number, number>>();
  for (const one of market.instance.scores ?? []) {
    const s = market.sessionOf.get(String(one.session))!;
    const row = bySession.get(s) ?? new Map<number, number>();
    row.set(market.expertOf.get(String(one.expert))!, one.score);
    bySession.set(s, row);
  }
  let top = 0;
  for (const [s, row] of bySession)
    for (let k = market.pairFirst[s]!; k < market.pairFirst[s + 1]!; k++) {
      score[k] = row.get(market.pairExpert[k]!) ?? 0;
      if (score[k]! > top) top = score[k]!;
    }
  let unit = 1e6;
  while (unit > 1 && top * unit > 2 ** 21) unit /= 10;
  const seats = market.instance.sessions.reduce((sum, s) => sum + s.n + (s.employers ?? 0), 0);
  let off = 0;
  for (const one of score) off = Math.max(off, Math.abs(one * unit - Math.round(one * unit)));
  return { market, score, top, unit, seats, slack: off < 1e-9 ? 0 : (seats * off) / unit };
}

/** Seats of a session and the scores of its open pairs, greatest first. */
function sorted(panel: Panel, open: Uint8Array, s: number): { seats: number; pairs: number[] } {
  const { market, score } = panel;
  const session = market.instance.sessions[s]!;
  const pairs: number[] = [];
  for (let k = market.pairFirst[s]!; k < market.pairFirst[s + 1]!; k++) if (open[k]!) pairs.push(k);
  pairs.sort((a, b) => score[b]! - score[a]! || a - b);
  return { seats: session.n + (session.employers ?? 0), pairs };
}

/** The most a session could get were it alone: its best experts, one of them a chief. */
function alone(panel: Panel, open: Uint8Array, pairs: number[], seats: number): number {
  const { score } = panel;
  const isChief = (k: number) => (open[k]! & CHIEF) !== 0;
  const best = pairs.slice(0, seats);
  let sum = best.reduce((a, k) => a + score[k]!, 0);
  if (best.length === seats && !best.some(isChief)) {
    const chief = pairs.find(isChief);
    sum += (chief === undefined ? 0 : score[chief]!) - score[best[seats - 1]!]!;
  }
  return sum;
}

/** No staffing has a greater minimum than the poorest session alone. */
export function upperBound(panel: Panel, open: Uint8Array): number {
  let bound = Number.POSITIVE_INFINITY;
  for (let s = 0; s < panel.market.sessions; s++) {
    const { seats, pairs } = sorted(panel, open, s);
    bound = Math.min(bound, alone(panel, open, pairs, seats));
  }
  return bound;
}

/**
 * Closes pairs that no panel reaching the threshold can hold: with the best others the sum stays below it.
 * @returns false when a session cannot reach it at all.
 */
export function closeHopeless(panel: Panel, open: Uint8Array, threshold: number): boolean {
  const { score } = panel;
  for (let s = 0; s < panel.market.sessions; s++) {
    const { seats, pairs } = sorted(panel, open, s);
    if (alone(panel, open, pairs, seats) < threshold - 1e-9) return false;
    let others = 0;
    for (let i = 0; i < Math.min(seats - 1, pairs.length); i++) others += score[pairs[i]!]!;
    for (let i = seats - 1; i < pairs.length; i++)
      if (others + score[pairs[i]!]! < threshold - 1e-9) open[pairs[i]!] = 0;
  }
  return true;
}
