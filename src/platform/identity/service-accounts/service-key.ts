import { createHash, randomBytes } from 'node:crypto';

/** `rostok_` and 32 random bytes in base64url: a shorter, guessable key is never looked up. */
export const KEY_SHAPE = /^rostok_[\w-]{43}$/;

export const keyHashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** A new key and its hash, for the command line and tests; the portal's screen makes its keys in the browser. */
export function newServiceKey(random: Uint8Array = randomBytes(32)): { key: string; keyHash: string } {
  const key = `rostok_${Buffer.from(random).toString('base64url')}`;
  return { key, keyHash: keyHashOf(key) };
}
