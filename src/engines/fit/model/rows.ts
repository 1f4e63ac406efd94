/**
 * Rows of pairs one after another (CSR): row k has the pairs `start[k]` to `start[k + 1]`; of pair p the item stands
 * at `2p` and its value at `2p + 1`, side by side for the cache.
 */
export interface Rows {
  start: Int32Array;
  pairs: Int32Array;
}

/** @param lists items and values in turn, one list a row. */
export function rowsOf(lists: readonly (readonly number[])[]): Rows {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, k) => {
    start[k + 1] = start[k]! + list.length / 2;
  });
  const pairs = new Int32Array(2 * start[lists.length]!);
  lists.forEach((list, k) => {
    pairs.set(list, 2 * start[k]!);
  });
  return { start, pairs };
}

/** The same pairs by item: the inverted index. Rows within an item keep their order. */
export function turned({ start, pairs }: Rows, items: number): Rows {
  const out = new Int32Array(items + 1);
  for (let at = 0; at < pairs.length; at += 2) out[pairs[at]! + 1]!++;
  for (let i = 0; i < items; i++) out[i + 1]! += out[i]!;
  const next = out.slice(0, items);
  const by = new Int32Array(pairs.length);
  for (let row = 0; row + 1 < start.length; row++)
    for (let at = 2 * start[row]!; at < 2 * start[row + 1]!; at += 2) {
      const to = 2 * next[pairs[at]!]!++;
      by[to] = row;
      by[to + 1] = pairs[at + 1]!;
    }
  return { start: out, pairs: by };
}

/** The pairs of one row, for what is read seldom. */
export function* rowOf({ start, pairs }: Rows, row: number): Generator<[item: number, value: number]> {
  for (let at = 2 * start[row]!; at < 2 * start[row + 1]!; at += 2) yield [pairs[at]!, pairs[at + 1]!];
}
