// The proving side shares no code with the sealing side on purpose: a fault in one must not hide in the other.
// Format: docs/formats/history-chain.md.
import { createHash } from 'node:crypto';

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** SHA-256 of the byte 0 and the entry's text. */
export const hashOfLeaf = (text: string): Buffer =>
  digest(Buffer.concat([Buffer.of(0), Buffer.from(text, 'utf8')]));

/** RFC 6962 §2.1 word for word: split at the largest power of two below the count. */
export function hashOfTree(leaves: readonly Buffer[], from = 0, to = leaves.length): Buffer {
  const count = to - from;
  if (count <= 1) return leaves[from] ?? digest(Buffer.alloc(0));
  let half = 1;
  while (half * 2 < count) half *= 2;
  const left = hashOfTree(leaves, from, from + half);
  return digest(Buffer.concat([Buffer.of(1), left, hashOfTree(leaves, from + half, to)]));
}

export interface StoredSeal {
  number: number;
  at: string;
  entries: number;
  root: string;
  previous_head: string;
  head: string;
  leaves: string;
}

/** The head that a seal's own facts give. */
export const hashOfSeal = (seal: StoredSeal): string =>
  digest(
    Buffer.from(
      `rostok-history-1\n${seal.number}\n${seal.at}\n${seal.entries}\n${seal.root}\n${seal.previous_head}`,
      'utf8',
    ),
  ).toString('hex');

/** The list of a seal: entry id → hash, in order. Null when its length is not a whole number of entries. */
export function readLeaves(hex: string): { id: number; hash: Buffer }[] | null {
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length % 40 !== 0) return null;
  return Array.from({ length: bytes.length / 40 }, (_, index) => ({
    id: Number(bytes.readBigUInt64BE(index * 40)),
    hash: bytes.subarray(index * 40 + 8, index * 40 + 40),
  }));
}

/** JSON with the keys of every object in order of their code units. */
export function orderedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(orderedJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  const pairs = names.map(
    (name) => `${JSON.stringify(name)}:${orderedJson((value as Record<string, unknown>)[name])}`,
  );
  return `{${pairs.join(',')}}`;
}

/** SHA-256 of the salt and the ordered JSON of `{ after, before }`. */
export const hashOfValues = (salt: string, before: unknown, after: unknown): string =>
  digest(Buffer.from(salt + orderedJson({ before, after }), 'utf8')).toString('hex');
