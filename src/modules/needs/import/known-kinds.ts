import { type ImportKind, needsKind, vacanciesKind } from './kinds.ts';

const known = new Map<string, ImportKind>([needsKind, vacanciesKind].map((kind) => [kind.kind, kind]));

/** Rooms above make their kinds known here, so that a file dropped without a word is recognised as theirs. */
export function addImportKinds(kinds: readonly ImportKind[]): void {
  for (const kind of kinds) known.set(kind.kind, kind);
}

export const knownKinds = (): readonly ImportKind[] => [...known.values()];
