import { PlacementInputError, type PlacementIssue } from '../issue.ts';
import type { Id, PlacementPlace, PlacementSnapshot, PlacementStudent } from '../types.ts';

/** What happened after the distribution. */
export type RepairEvent =
  | { kind: 'withdrawStudent'; student: Id }
  /** `places` with an order must already name the student in `orders`: place id → the new order. */
  | { kind: 'addStudent'; student: PlacementStudent; orders?: [Id, PlacementPlace['order']][] }
  | { kind: 'withdrawPlace'; place: Id }
  | { kind: 'capacity'; place: Id; capacity: number }
  /** `ranks`: new lists of students who want it. */
  | { kind: 'addPlace'; place: PlacementPlace; ranks: [Id, PlacementStudent['ranks']][] };

/**
 * The snapshot after the events. A withdrawn student stays in it with an empty list and a withdrawn place without
 * seats, so that nobody's ticket or position changes.
 * @throws PlacementInputError when an event speaks of somebody unknown.
 */
export function applyEvents(snapshot: PlacementSnapshot, events: readonly RepairEvent[]): PlacementSnapshot {
  const issues: PlacementIssue[] = [];
  const students = [...snapshot.students];
  const places = [...snapshot.places];
  let pinned = [...(snapshot.pinned ?? [])];
  const same = (a: Id, b: Id) => String(a) === String(b);
  const find = <T extends { id: Id }>(list: T[], id: Id, code: string, at: number): number => {
    const k = list.findIndex((x) => same(x.id, id));
    if (k < 0) issues.push({ code, params: { id }, path: `events[${at}]` });
    return k;
  };
  events.forEach((event, at) => {
    if (event.kind === 'withdrawStudent') {
      const k = find(students, event.student, 'unknownStudent', at);
      if (k < 0) return;
      const { classes: _, ...rest } = students[k]!;
      students[k] = { ...rest, ranks: [] };
      pinned = pinned.filter(([s]) => !same(s, event.student));
    } else if (event.kind === 'withdrawPlace' || event.kind === 'capacity') {
      const k = find(places, event.place, 'unknownPlace', at);
      if (k < 0) return;
      const capacity = event.kind === 'capacity' ? event.capacity : 0;
      places[k] = { ...places[k]!, capacity };
      if (event.kind === 'withdrawPlace') pinned = pinned.filter(([, p]) => !same(p, event.place));
    } else if (event.kind === 'addStudent') {
      students.push(event.student);
      for (const [place, order] of event.orders ?? []) {
        const k = find(places, place, 'unknownPlace', at);
        if (k >= 0 && order) places[k] = { ...places[k]!, order };
      }
    } else {
      places.push(event.place);
      for (const [student, ranks] of event.ranks) {
        const k = find(students, student, 'unknownStudent', at);
        if (k >= 0) students[k] = { ...students[k]!, ranks };
      }
    }
  });
  if (issues.length > 0) throw new PlacementInputError(issues);
  const after: PlacementSnapshot = { ...snapshot, students, places };
  if (snapshot.pinned) after.pinned = pinned;
  return after;
}
