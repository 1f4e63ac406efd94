import { createHash } from 'node:crypto';

const sha256 = (...parts: (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of one entry's text (RFC 6962: leaves and nodes are told apart by their first byte). */
export const leafHash = (text: string): Buffer => sha256(LEAF, text);

/**
 * Root of the Merkle tree over leaf hashes, as in RFC 6962 §2.1. Built from left to right on a stack of whole
 * subtrees: as many as there are ones in the binary form of the count.
 */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256('');
  const stack: Buffer[] = [];
  leaves.forEach((leaf, index) => {
    stack.push(leaf);
    for (let count = index + 1; count % 2 === 0; count /= 2) fold(stack);
  });
  while (stack.length > 1) fold(stack);
  return stack[0] ?? sha256('');
}

function fold(stack: Buffer[]): void {
  const right = stack.pop();
  const left = stack.pop();
  if (left && right) stack.push(sha256(NODE, left, right));
}

export interface SealFacts {
  number: number;
  at: string;
  entries: number;
  root: string;
  previousHead: string;
}

/** Head of the chain after a seal. The first seal's previous head is 64 zeroes. */
export const headOf = ({ number, at, entries, root, previousHead }: SealFacts): string =>
  sha256(['rostok-history-1', number, at, entries, root, previousHead].join('\n')).toString('hex');

export const FIRST_HEAD = '0'.repeat(64);
