import type { Id } from '../types.ts';

/** Ids ↔ 0, 1, 2 … in the order of their first meeting. 7 and "7" are one id. */
export class Dense {
  readonly ids: Id[] = [];
  readonly #of = new Map<string, number>();

  add(id: Id): number {
    const key = String(id);
    const known = this.#of.get(key);
    if (known !== undefined) return known;
    this.#of.set(key, this.ids.length);
    return this.ids.push(id) - 1;
  }

  of(id: Id): number | undefined {
    return this.#of.get(String(id));
  }

  get size(): number {
    return this.ids.length;
  }
}

/** FNV-1a over the code units of an id: an order of equals that nobody can choose by naming things early. */
export function idHash(id: Id): number {
  const text = String(id);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Places of the ids in the order of hash, then of the text: what equals are sorted by. */
export function tieOrder(ids: readonly Id[]): Int32Array {
  const keyed = ids.map((id, at) => ({ hash: idHash(id), text: String(id), at }));
  keyed.sort((a, b) => a.hash - b.hash || (a.text < b.text ? -1 : 1));
  const place = new Int32Array(ids.length);
  keyed.forEach((it, k) => {
    place[it.at] = k;
  });
  return place;
}
