import { createHmac } from 'node:crypto';

/** Label of the tickets when the round names no own domain. */
export const DEFAULT_LABEL = 'rostok-placement/1';

/**
 * Tickets as hex by index: HMAC-SHA-256(seed, label ‖ LF ‖ id). The same formula as the engine `lottery`, kept
 * here because engines import nothing of one another; a test compares the two.
 */
export function tickets(seed: Uint8Array, label: string, ids: readonly (string | number)[]): string[] {
  return ids.map((id) => createHmac('sha256', seed).update(`${label}\n${id}`, 'utf8').digest('hex'));
}

/** Position of each ticket in the draw, 0 is drawn first. */
export function positions(drawn: readonly string[], reversed = false): Int32Array {
  const order = drawn.map((_, k) => k);
  order.sort((a, b) => (drawn[a]! < drawn[b]! ? -1 : drawn[a]! > drawn[b]! ? 1 : 0));
  if (reversed) order.reverse();
  const out = new Int32Array(drawn.length);
  order.forEach((index, k) => {
    out[index] = k;
  });
  return out;
}
