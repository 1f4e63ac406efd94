import { createHmac } from 'node:crypto';

/**
 * Ticket of one participant: HMAC-SHA-256(seed, label ‖ LF ‖ pseudonym), 32 bytes, smaller is drawn earlier.
 * @param label the round's own domain, so that no two draws share tickets; it must hold no line feed.
 */
export function ticketOf(seed: Uint8Array, label: string, pseudonym: string): Uint8Array {
  if (label.includes('\n')) throw new RangeError('a label of a draw must not hold a line feed');
  return createHmac('sha256', seed).update(`${label}\n${pseudonym}`, 'utf8').digest();
}

/** First 53 bits of a ticket as a whole number: what is stored and shown; order needs all 256 bits. */
export function ticketNumber(ticket: Uint8Array): number {
  const view = new DataView(ticket.buffer, ticket.byteOffset, ticket.byteLength);
  return view.getUint32(0) * 2 ** 21 + (view.getUint32(4) >>> 11);
}

export interface Drawn {
  pseudonym: string;
  /** 64 hex digits. */
  ticket: string;
  /** 1 is drawn first. */
  position: number;
}

/**
 * The whole draw in order. The order of `pseudonyms` does not matter; a repeated one is an error, since one
 * person would hold two chances.
 * @param reversed the second round of a permuted-lottery mechanism: the last becomes the first.
 */
export function draw(
  seed: Uint8Array,
  label: string,
  pseudonyms: readonly string[],
  reversed = false,
): Drawn[] {
  if (new Set(pseudonyms).size !== pseudonyms.length)
    throw new RangeError('a pseudonym stands twice in the draw');
  const drawn = pseudonyms.map((pseudonym) => ({
    pseudonym,
    ticket: Buffer.from(ticketOf(seed, label, pseudonym)).toString('hex'),
    position: 0,
  }));
  // hex digits sort as the 256-bit numbers do; equal tickets would need a collision of SHA-256
  drawn.sort((a, b) =>
    a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : a.pseudonym < b.pseudonym ? -1 : 1,
  );
  if (reversed) drawn.reverse();
  drawn.forEach((d, k) => {
    d.position = k + 1;
  });
  return drawn;
}
