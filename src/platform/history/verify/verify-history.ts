import type { Tx } from '../../database/index.ts';
import { hashOfLeaf, hashOfSeal, hashOfTree, hashOfValues, readLeaves, type StoredSeal } from './prove.ts';
import {
  entriesOfMissingSeals,
  entriesOfSeal,
  type StoredEntry,
  sealsAfter,
  unsealedEntries,
} from './read-entries.ts';

export type FaultKind =
  /** The entry does not give the hash it was sealed with. */
  | 'changed'
  /** It was sealed and is gone. */
  | 'removed'
  /** It carries the number of a seal that does not know it. */
  | 'inserted'
  /** The kept values do not give the entry's hash. */
  | 'valuesChanged'
  /** The values are gone and nobody recorded an erasure. */
  | 'valuesLost'
  /** Values stand beside an entry that was written without any. */
  | 'valuesStray'
  /** The seal's own list, root, head or link to the seal before does not hold. */
  | 'sealBroken'
  | 'sealMissing'
  /** The head given by the asker (from a paper, from the public page) is none of this chain. */
  | 'headUnknown';

export interface Fault {
  fault: FaultKind;
  seal: number | null;
  entry: number | null;
}

export interface Verdict {
  seals: number;
  entries: number;
  unsealed: number;
  erased: number;
  head: string | null;
  faults: Fault[];
  /** Entries dated more than a day before the seal that precedes theirs: added late, or put in afterwards. */
  backdated: number[];
}

const PAGE = 2_000;
const DAY = 86_400_000;

function checkValues(entry: StoredEntry, seal: number | null, verdict: Verdict): void {
  const fault = (kind: FaultKind) => verdict.faults.push({ fault: kind, seal, entry: entry.id });
  if (entry.salt === null) {
    if (entry.values_hash === null) return;
    if (entry.erased) verdict.erased++;
    else fault('valuesLost');
  } else if (entry.values_hash === null) fault('valuesStray');
  else if (hashOfValues(entry.salt, entry.before, entry.after) !== entry.values_hash) fault('valuesChanged');
}

/** Compares what a seal's list says with the entries that stand there now. */
function compare(seal: StoredSeal, found: readonly StoredEntry[], verdict: Verdict): void {
  const leaves = readLeaves(seal.leaves);
  const broken = () => verdict.faults.push({ fault: 'sealBroken', seal: seal.number, entry: null });
  const listed = new Map(leaves?.map(({ id, hash }) => [id, hash]));
  const sound =
    leaves !== null &&
    leaves.length === seal.entries &&
    listed.size === seal.entries &&
    hashOfTree(leaves.map((leaf) => leaf.hash)).toString('hex') === seal.root;
  if (!sound) broken();
  for (const entry of found) {
    const kept = listed.get(entry.id);
    listed.delete(entry.id);
    if (!kept) verdict.faults.push({ fault: 'inserted', seal: seal.number, entry: entry.id });
    else if (!hashOfLeaf(JSON.stringify(entry.list)).equals(kept))
      verdict.faults.push({ fault: 'changed', seal: seal.number, entry: entry.id });
  }
  for (const entry of listed.keys()) verdict.faults.push({ fault: 'removed', seal: seal.number, entry });
}

/**
 * Proves the whole history anew: each seal against the entries that carry its number, each link to the seal
 * before, each kept value against its entry. `expectedHead` is a head somebody noted earlier: without one,
 * cutting off the newest seals together with their entries cannot be seen.
 */
export async function verifyHistory(db: Tx, expectedHead: string | null = null): Promise<Verdict> {
  const verdict: Verdict = {
    seals: 0,
    entries: 0,
    unsealed: 0,
    erased: 0,
    head: null,
    faults: [],
    backdated: [],
  };
  let previous: StoredSeal | null = null;
  let headSeen = expectedHead === null || /^0{64}$/.test(expectedHead);
  for (let page = await sealsAfter(db, 0, 50); page.length > 0; ) {
    for (const seal of page) {
      const next: number = (previous?.number ?? 0) + 1;
      for (let missing = next; missing < seal.number && missing < next + 1000; missing++)
        verdict.faults.push({ fault: 'sealMissing', seal: missing, entry: null });
      const linked = seal.previous_head === (previous?.head ?? '0'.repeat(64));
      if (hashOfSeal(seal) !== seal.head || (!linked && seal.number === next))
        verdict.faults.push({ fault: 'sealBroken', seal: seal.number, entry: null });
      const found = await entriesOfSeal(db, seal.number);
      compare(seal, found, verdict);
      for (const entry of found) {
        checkValues(entry, seal.number, verdict);
        noteBackdated(entry, previous, verdict);
      }
      verdict.seals++;
      verdict.entries += found.length;
      headSeen ||= seal.head === expectedHead;
      previous = seal;
    }
    page = await sealsAfter(db, previous?.number ?? 0, 50);
  }
  verdict.head = previous?.head ?? null;
  for (const { id, seal } of await entriesOfMissingSeals(db))
    verdict.faults.push({ fault: 'inserted', seal, entry: id });
  await checkUnsealed(db, previous, verdict);
  if (!headSeen) verdict.faults.push({ fault: 'headUnknown', seal: null, entry: null });
  return verdict;
}

async function checkUnsealed(db: Tx, last: StoredSeal | null, verdict: Verdict): Promise<void> {
  for (let page = await unsealedEntries(db, 0, PAGE); page.length > 0; ) {
    for (const entry of page) {
      checkValues(entry, null, verdict);
      noteBackdated(entry, last, verdict);
    }
    verdict.unsealed += page.length;
    page = await unsealedEntries(db, page.at(-1)?.id ?? 0, PAGE);
  }
}

function noteBackdated(entry: StoredEntry, before: StoredSeal | null, verdict: Verdict): void {
  if (before && Date.parse(entry.at) < Date.parse(before.at) - DAY) verdict.backdated.push(entry.id);
}
