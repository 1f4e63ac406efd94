import { createHash } from 'node:crypto';

const sha256 = (...parts: (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/**
 * Merkle root over the texts of a frozen input (leaf = SHA-256(0 ‖ text), node = SHA-256(1 ‖ left ‖ right), a
 * lonely node goes up unchanged). Published before the draw. An empty input has the root SHA-256(0).
 */
export function commitmentRoot(texts: readonly string[]): Uint8Array {
  let level: Buffer[] = texts.map((text) => sha256(LEAF, text));
  if (level.length === 0) return sha256(LEAF);
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let k = 0; k < level.length; k += 2) {
      const right = level[k + 1];
      next.push(right ? sha256(NODE, level[k]!, right) : level[k]!);
    }
    level = next;
  }
  return level[0]!;
}

/**
 * Seed of the draw: SHA-256(root ‖ beacon). The beacon is a public number that nobody knew when the root was
 * published.
 */
export function seedFrom(root: Uint8Array, beacon: Uint8Array): Uint8Array {
  return sha256(root, beacon);
}

/** What a witness hands in before the draw: SHA-256(value). Opened afterwards. */
export function sealValue(value: Uint8Array): Uint8Array {
  return sha256(value);
}

/**
 * A beacon made of witnesses' opened values, in the order of their seals, so that the last to open chooses
 * nothing but to stay away.
 * @throws RangeError when a value is missing or does not match its seal; `witness` names the first such one.
 */
export function beaconOfWitnesses(
  witnesses: readonly { name: string; seal: Uint8Array; value: Uint8Array | null }[],
): Uint8Array {
  for (const { name, seal, value } of witnesses)
    if (!value || !sha256(value).equals(seal))
      throw Object.assign(new RangeError(`the value of witness ${name} does not match its seal`), {
        witness: name,
      });
  const order = [...witnesses].sort((a, b) => Buffer.compare(a.seal, b.seal));
  return sha256(...order.map((w) => w.value!));
}
