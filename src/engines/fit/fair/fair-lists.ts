import { tieOrder } from '../model/dense.ts';
import type { Prepared } from '../model/prepare.ts';
import { Ranker } from '../rank/ranker.ts';
import type { Fairness, Ranked } from '../types.ts';

/** People looked at first for an opening nobody was shown. */
const NEAR = 64;

interface List {
  rows: number[];
  lines: Map<number, Ranked>;
}

/**
 * Lists of openings for all people under a limit of showing: an opening that has been shown `shown` times waits until
 * each that fits somebody has been shown once. People come in the order of their ids' hashes, so who stands first in
 * the file gains nothing. Three passes: lists under the limit; openings nobody was shown go to the person they fit
 * best; then short lists are filled, and with all shown the limit is lifted for them.
 */
export function fairLists(prepared: Prepared, fairness: Fairness): { lists: Ranked[][]; shown: Int32Array } {
  const { instance } = prepared;
  const { k } = instance.options;
  const openings = prepared.openings.dense.size;
  const employer = instance.openings.map(({ employer: id }, row) =>
    id === undefined ? `#${row}` : String(id),
  );
  const shown = new Int32Array(openings);
  const open = new Uint8Array(openings).fill(1);
  const lists: List[] = instance.people.map(() => ({ rows: [], lines: new Map() }));
  const order = [...tieOrder(instance.people.map(({ id }) => id))]
    .map((place, person) => ({ place, person }))
    .sort((a, b) => a.place - b.place)
    .map(({ person }) => person);
  const deep = new Ranker(prepared, 'openings', fairness.perEmployer === undefined ? k : openings);

  const put = (person: number, row: number, line: Ranked) => {
    lists[person]!.rows.push(row);
    lists[person]!.lines.set(row, line);
    shown[row]!++;
  };
  const fill = (person: number, may: Uint8Array | undefined) => {
    const list = lists[person]!;
    const from = new Map<string, number>();
    for (const row of list.rows) from.set(employer[row]!, (from.get(employer[row]!) ?? 0) + 1);
    const room = may ? may.slice() : new Uint8Array(openings).fill(1);
    for (const row of list.rows) room[row] = 0;
    for (const row of deep.rows(person, room)) {
      if (list.rows.length >= k) break;
      const same = from.get(employer[row]!) ?? 0;
      if (same >= (fairness.perEmployer ?? Number.POSITIVE_INFINITY)) continue;
      from.set(employer[row]!, same + 1);
      put(person, row, deep.ranked(person, row));
      if (shown[row]! >= fairness.shown) open[row] = 0;
    }
  };

  for (const person of order) fill(person, open);
  const unmet = showUnseen(prepared, { lists, shown, employer, fairness, put });
  for (const person of order) if (lists[person]!.rows.length < k) fill(person, unmet ? open : undefined);
  return { lists: lists.map((it) => sorted(it, prepared)), shown };
}

interface Board {
  lists: List[];
  shown: Int32Array;
  employer: string[];
  fairness: Fairness;
  put(person: number, row: number, line: Ranked): void;
}

/** Gives each unseen opening a place with the person it fits best who can take it. True when one found no place. */
function showUnseen(prepared: Prepared, board: Board): boolean {
  const { lists, shown, employer, fairness, put } = board;
  const { k } = prepared.instance.options;
  const all = prepared.people.dense.size;
  // almost always one of the nearest can take it
  const [near, far] = [
    new Ranker(prepared, 'people', Math.min(NEAR, all)),
    new Ranker(prepared, 'people', all),
  ];
  let unmet = false;
  for (const row of [...shown.keys()].sort((a, b) => prepared.openings.tie[a]! - prepared.openings.tie[b]!)) {
    if (shown[row]! > 0) continue;
    const canTake = (it: number): boolean => {
      const list = lists[it]!;
      const same = list.rows.filter((other) => employer[other] === employer[row]);
      if (same.length >= (fairness.perEmployer ?? Number.POSITIVE_INFINITY)) return drop(list, same, shown);
      return list.rows.length < k || drop(list, list.rows, shown);
    };
    let ranker = near;
    let fitting = near.rows(row);
    let person = fitting.find(canTake);
    if (person === undefined && fitting.length === NEAR) {
      ranker = far;
      fitting = far.rows(row);
      person = fitting.find(canTake);
    }
    if (person !== undefined)
      put(person, row, { ...ranker.ranked(row, person), id: prepared.openings.dense.ids[row]! });
    else if (fitting.length > 0) unmet = true;
  }
  return unmet;
}

/** Takes the last of these out of the list that stands in another list too. */
function drop(list: List, among: readonly number[], shown: Int32Array): boolean {
  const last = among.findLast((row) => shown[row]! > 1);
  if (last === undefined) return false;
  list.rows = list.rows.filter((row) => row !== last);
  list.lines.delete(last);
  shown[last]!--;
  return true;
}

const sorted = ({ rows, lines }: List, { openings, instance }: Prepared): Ranked[] =>
  rows
    .map((row) => ({ row, line: lines.get(row)! }))
    .sort(
      (a, b) =>
        (instance.options.by === 'share' ? b.line.share - a.line.share : b.line.score - a.line.score) ||
        openings.tie[a.row]! - openings.tie[b.row]!,
    )
    .map(({ line }) => line);
