import type { Market } from '../market/market.ts';
import { Seating } from './seating.ts';

export interface TeamSeating {
  choice: Int32Array;
  /** Teams that stayed together, with the edges of their members. */
  whole: { team: string; edges: number[] }[];
  split: string[];
  /** Whole teams that an earlier common place would take now. */
  blocking: number;
}

interface Team {
  name: string;
  members: number[];
  /** Common places, best first by the sum of tiers; per place the edge of each member. */
  common: number[][];
  at: number;
  ticket: number;
}

/**
 * Teams ask for one place as one: a heuristic, since a stable placement with teams may not exist and is NP-hard to
 * find. Everyone proposes as usual, a team only for its current common place; while some team is not whole, the one
 * drawn last among them goes on to its next place; a team without places left splits. Reported: splits and teams
 * that could have done better.
 */
export function seatTeams(market: Market, closed?: Uint8Array): TeamSeating {
  const teams = readTeams(market);
  const n = market.off.length - 1;
  for (;;) {
    const seating = new Seating(market, closed);
    for (const team of teams) {
      const edges = team.common[team.at];
      if (edges)
        team.members.forEach((s, k) => {
          seating.limit(s, edges[k]!, edges[k]! + 1);
        });
    }
    for (let s = 0; s < n; s++) if (market.pinnedAt[s]! < 0) seating.admit(s);
    const torn = teams.filter((t) => t.common[t.at] && t.members.some((s) => seating.choice[s]! < 0));
    if (torn.length > 0) {
      torn.sort((a, b) => b.ticket - a.ticket)[0]!.at++;
      continue;
    }
    const whole = teams.filter((t) => t.common[t.at]);
    return {
      choice: seating.choice,
      whole: whole.map((t) => ({ team: t.name, edges: t.common[t.at]! })),
      split: teams.filter((t) => !t.common[t.at]).map((t) => t.name),
      blocking: whole.filter((t) => couldMove(seating, t)).length,
    };
  }
}

/** Would an earlier common place seat all members at once now? */
function couldMove(seating: Seating, team: Team): boolean {
  const mark = seating.mark();
  for (const s of team.members) seating.leave(s);
  const left = seating.mark();
  let could = false;
  for (let k = 0; k < team.at && !could; k++) {
    could = team.common[k]!.every((e) => {
      const b = seating.broken(e);
      if (b >= 0) {
        const out = seating.loser(b, e);
        const { owner } = seating.market;
        if (out === e || team.members.includes(owner[out]!)) return false;
        seating.leave(owner[out]!);
      }
      seating.seat(seating.market.owner[e]!, e);
      return true;
    });
    seating.rollback(left);
  }
  seating.rollback(mark);
  return could;
}

function readTeams(market: Market): Team[] {
  const { off, to, level, placeTicket, ticket, pinnedAt } = market;
  const members = new Map<string, number[]>();
  market.teams.forEach((name, s) => {
    if (name !== '' && pinnedAt[s]! < 0) members.set(name, [...(members.get(name) ?? []), s]);
  });
  const teams: Team[] = [];
  for (const [name, list] of members) {
    if (list.length < 2) continue;
    list.sort((a, b) => ticket[a]! - ticket[b]!);
    const edges = list.map((s) => {
      const map = new Map<number, number>();
      for (let e = off[s]!; e < off[s + 1]!; e++) map.set(to[e]!, e);
      return map;
    });
    const common = [...edges[0]!.keys()].filter((p) => edges.every((map) => map.has(p)));
    const sum = (p: number) => edges.reduce((total, map) => total + level[map.get(p)!]!, 0);
    common.sort((a, b) => sum(a) - sum(b) || placeTicket[a]! - placeTicket[b]!);
    teams.push({
      name,
      members: list,
      common: common.map((p) => edges.map((map) => map.get(p)!)),
      at: 0,
      ticket: ticket[list[0]!]!,
    });
  }
  return teams;
}
