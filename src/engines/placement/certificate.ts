import { createHash } from 'node:crypto';
import type { Id, PlacementSnapshot, Rule } from './types.ts';

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** SHA-256 of the input as lists in a fixed order (docs/formats/placement.md). */
export function inputHash(snapshot: PlacementSnapshot, rule: Rule): string {
  return hash([
    rule,
    snapshot.students.map((s) => [
      s.id,
      s.ranks,
      s.classes ?? null,
      s.college ?? null,
      s.programme ?? null,
      s.team ?? null,
    ]),
    snapshot.places.map((p) => [
      p.id,
      p.capacity,
      p.minimum ?? 0,
      p.employer ?? null,
      p.order ?? null,
      p.programmes ?? null,
    ]),
    (snapshot.employers ?? []).map((e) => [e.id, e.capacity, e.order ?? null]),
    (snapshot.quotas ?? []).map((q) => [
      q.kind,
      q.seats,
      q.place ?? null,
      q.employer ?? null,
      q.college ?? null,
      q.programme ?? null,
    ]),
    snapshot.pinned ?? [],
  ]);
}

/** SHA-256 of the assignment, in the order of the students. */
export function assignmentHash(students: readonly Id[], assignment: Record<string, Id | null>): string {
  return hash(students.map((id) => [id, assignment[String(id)] ?? null]));
}
