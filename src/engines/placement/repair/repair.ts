import { buildMarket } from '../market/build-market.ts';
import { openRun, type PlacementRun } from '../place.ts';
import { type Solved, solve } from '../solve/solve.ts';
import type { Id, PlacementSnapshot } from '../types.ts';
import { applyEvents, type RepairEvent } from './apply-events.ts';
import { Chains } from './chains.ts';

export type { RepairEvent } from './apply-events.ts';

/**
 * `stable`: whoever must, goes on proposing, and others may have to move. `frozen`: only free seats are given, nobody
 * else moves, and what is unjust about it is listed.
 */
export type RepairPolicy = 'stable' | 'frozen';

export interface Move {
  student: Id;
  from: Id | null;
  to: Id | null;
  /** Against the own list: `better` and `worse` places, `lost` a place, `got` one, or `left` the round. */
  kind: 'better' | 'worse' | 'lost' | 'got' | 'left';
}

/** Would rather be there and stands ahead of somebody who is. */
export interface Envy {
  student: Id;
  place: Id;
}

/** What a repair would do. Nothing has happened yet: store `after` and the assignment to make it so. */
export interface RepairPreview {
  after: PlacementSnapshot;
  assignment: Record<string, Id | null>;
  moved: Move[];
  envies: Envy[];
  stable: boolean;
  /** The same as a whole new run (always under `stable` without refusals), as a run to explain or store. */
  run(): PlacementRun;
}

/**
 * Shows what withdrawals, new places and cut capacities would move. Under `stable` the result is that of a whole new
 * run; where there are only places (no employer limits, quotas, minimums, teams) and the default rule, withdrawals
 * and seats are repaired by chains in microseconds instead.
 * @param refusing students who were asked to move and said no: they keep their places and are passed over.
 */
export function repair(
  run: PlacementRun,
  events: readonly RepairEvent[],
  policy: RepairPolicy = 'stable',
  refusing: readonly Id[] = [],
): RepairPreview {
  const after = applyEvents(run.market.snapshot, events);
  const market = buildMarket(after, run.market.rules, run.market.seed);
  const kept = keptChoice(run, market);
  let solved: Solved;
  if (policy === 'frozen') solved = fillFree(run, market, kept, new Set(refusing.map(String)));
  else if (refusing.length > 0) {
    // who will not move keeps a place that is still there, or stays without; the others are placed around him
    const asked = new Set(refusing.map(String));
    const agreed = new Set(after.pinned?.map(([id]) => String(id)));
    const stays: [Id, Id][] = [];
    const left = new Map(after.places.map((p) => [String(p.id), p.capacity]));
    for (const [, p] of after.pinned ?? []) left.set(String(p), left.get(String(p))! - 1);
    const students = after.students.map((student) => {
      if (!asked.has(String(student.id)) || agreed.has(String(student.id))) return student;
      const place = run.result.assignment[String(student.id)];
      if (place == null) return { ...student, ranks: [], classes: [] };
      // a seat that is gone cannot be kept
      const seats = left.get(String(place)) ?? 0;
      if (seats > 0) {
        left.set(String(place), seats - 1);
        stays.push([student.id, place]);
      }
      return student;
    });
    const around = { ...after, students, pinned: [...(after.pinned ?? []), ...stays] };
    const held = buildMarket(around, run.market.rules, run.market.seed);
    return preview(run, held, solve(held), after);
  } else solved = solve(market);
  return preview(run, market, solved, after);
}

/** Fast way for one withdrawal or change of seats after another on a plain market; see `Chains`. */
export function openChains(run: PlacementRun): Chains | null {
  const { market, solved } = run;
  const plain =
    market.plain &&
    market.rules.rule === 'student-optimal' &&
    !solved.teams &&
    market.minimum.every((k) => k === 0);
  return plain ? new Chains(market, solved.choice) : null;
}

/** Where the edges of the new market stand for what students held before. */
function keptChoice(run: PlacementRun, market: PlacementRun['market']): Int32Array {
  const choice = new Int32Array(market.students.length).fill(-1);
  market.students.forEach((id, s) => {
    const place = run.result.assignment[String(id)];
    if (place == null || market.pinnedAt[s]! >= 0) return;
    for (let e = market.off[s]!; e < market.off[s + 1]!; e++)
      if (market.places[market.to[e]!] === place) choice[s] = e;
  });
  return choice;
}

/** Nobody moves but those who lost their place or came new: each takes the best free seat, by ticket. */
function fillFree(
  run: PlacementRun,
  market: PlacementRun['market'],
  choice: Int32Array,
  refusing: ReadonlySet<string>,
): Solved {
  const { boxes, box, off, inOff, inEdge, owner } = market;
  const closed = new Uint8Array(market.places.length);
  for (const c of run.result.closed) closed[market.placeOf.get(String(c.place))!] = 1;
  const count = new Int32Array(boxes.count);
  const seat = (e: number, by: number) => {
    for (let b = box[e]!; b >= 0; b = boxes.parent[b]!) count[b]! += by;
  };
  for (const e of choice) if (e >= 0) seat(e, 1);
  for (let p = 0; p < market.places.length; p++)
    for (let x = inOff[p + 1]! - 1; x >= inOff[p]! && count[p]! > boxes.capacity[p]!; x--) {
      const e = inEdge[x]!;
      if (choice[owner[e]!] !== e) continue;
      choice[owner[e]!] = -1;
      seat(e, -1);
    }
  const old = run.market.studentOf;
  const waiting = [...choice.keys()]
    .filter((s) => choice[s]! < 0 && market.pinnedAt[s]! < 0 && !refusing.has(String(market.students[s]!)))
    // whom the round itself left without a place waits for those whom the event touched
    .filter((s) => {
      const before = old.get(String(market.students[s]!));
      return before === undefined || run.result.assignment[String(market.students[s]!)] !== null;
    })
    .sort((a, b) => market.ticket[a]! - market.ticket[b]!);
  for (const s of waiting)
    for (let e = off[s]!; e < off[s + 1]! && choice[s]! < 0; e++) {
      if (closed[market.to[e]!]) continue;
      let room = true;
      for (let b = box[e]!; b >= 0 && room; b = boxes.parent[b]!) room = count[b]! < boxes.capacity[b]!;
      if (!room) continue;
      choice[s] = e;
      seat(e, 1);
    }
  const closures = run.solved.closures.map((c) => ({ ...c }));
  return { choice, closed, closures };
}

function preview(
  run: PlacementRun,
  market: PlacementRun['market'],
  solved: Solved,
  after: PlacementSnapshot,
): RepairPreview {
  let opened: PlacementRun | null = null;
  const assignment: Record<string, Id | null> = Object.create(null);
  const moved: Move[] = [];
  const tierOf = (s: number, place: Id): number => {
    const ranks = market.snapshot.students[s]!.ranks;
    return ranks.findIndex((r) => (Array.isArray(r) ? r : [r]).some((id) => String(id) === String(place)));
  };
  market.students.forEach((id, s) => {
    const e = solved.choice[s]!;
    const p = market.pinnedAt[s]! >= 0 ? market.pinnedAt[s]! : e >= 0 ? market.to[e]! : -1;
    const to = p >= 0 ? market.places[p]! : null;
    const from = run.result.assignment[String(id)] ?? null;
    assignment[String(id)] = to;
    if (from === to) return;
    const left = market.snapshot.students[s]!.ranks.length === 0;
    const kind: Move['kind'] =
      to === null
        ? left
          ? 'left'
          : 'lost'
        : from === null
          ? 'got'
          : tierOf(s, to) <= tierOf(s, from)
            ? 'better'
            : 'worse';
    moved.push({ student: id, from, to, kind });
  });
  const envies: Envy[] = [];
  const { owner, own, level, inOff, inEdge, capacity } = market;
  // last admitted per place: ahead of him and rather there is envy that is just
  market.places.forEach((id, p) => {
    let held = 0;
    let last = -1;
    for (let x = inOff[p]!; x < inOff[p + 1]!; x++) {
      const e = inEdge[x]!;
      if (solved.choice[owner[e]!] === e) {
        held++;
        last = own[e]!;
      }
    }
    const free = held < capacity[p]!;
    for (let x = inOff[p]!; x < inOff[p + 1]!; x++) {
      const e = inEdge[x]!;
      const mine = solved.choice[owner[e]!]!;
      if (solved.closed[p] || !market.plain || mine === e) continue;
      if ((mine < 0 || level[e]! < level[mine]!) && (free || own[e]! < last))
        envies.push({ student: market.students[owner[e]!]!, place: id });
    }
  });
  const run2 = () => {
    opened ??= openRun(market, solved);
    return opened;
  };
  return {
    after,
    assignment,
    moved,
    envies,
    get stable() {
      return run2().result.stable;
    },
    run: run2,
  };
}
