import type { Id, PlacementSnapshot, Ranking } from '../types.ts';

export interface Shape {
  students: number;
  places: number;
  /** Capped employers that own the places and order the students. */
  employers?: number;
  /** Chance that the next in a list is equal to the one before. */
  ties?: number;
  studentTies?: number;
  /** Length of a student's list. */
  length?: number;
  capacity?: number;
}

/** A seeded source of numbers in [0, 1). */
export function numbers(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let k = out.length - 1; k > 0; k--) {
    const j = Math.floor(random() * (k + 1));
    [out[k], out[j]] = [out[j]!, out[k]!];
  }
  return out;
}

function tied(list: readonly Id[], chance: number, random: () => number): Ranking {
  const out: Id[][] = [];
  for (const id of list)
    if (out.length > 0 && random() < chance) out.at(-1)!.push(id);
    else out.push([id]);
  return out.map((group) => (group.length === 1 ? group[0]! : group));
}

/** An invented instance; same seed, same instance. Lists are partly one-sided, so some pairs are unacceptable. */
export function makeInstance(shape: Shape, seed: number): PlacementSnapshot {
  const random = numbers(seed);
  const { employers = 0, ties = 0, studentTies = 0 } = shape;
  const studentIds = Array.from({ length: shape.students }, (_, k) => `s${k}`);
  const placeIds = Array.from({ length: shape.places }, (_, k) => k);
  const length = Math.min(shape.length ?? shape.places, shape.places);
  const order = () =>
    tied(
      shuffled(studentIds, random).filter(() => random() < 0.9),
      ties,
      random,
    );
  const snapshot: PlacementSnapshot = {
    students: studentIds.map((id) => ({
      id,
      ranks: tied(
        shuffled(placeIds, random).slice(0, Math.floor(random() * (length + 1))),
        studentTies,
        random,
      ),
    })),
    places: placeIds.map((id) => ({
      id,
      capacity: 1 + Math.floor(random() * (shape.capacity ?? 2)),
      ...(employers > 0 ? { employer: `e${id % employers}` } : { order: order() }),
    })),
  };
  if (employers > 0)
    snapshot.employers = Array.from({ length: employers }, (_, k) => ({
      id: `e${k}`,
      capacity: 1 + Math.floor(random() * 3),
      order: order(),
    }));
  return snapshot;
}
