import { similarity, titleKey } from '../../../platform/sheets/index.ts';

/** Things found by code, or by a name written as people write it. */
export interface NameIndex<T> {
  byCode(code: string): T | undefined;
  /** Equal names but for case, ё, spaces, signs and look-alike letters. */
  byName(name: string): T | undefined;
  /** Up to three things with a similar name, the likest first: to be proposed, never taken. */
  like(name: string): T[];
}

const LEAST_LIKE = 0.4;

/**
 * Likeness of a written name to a known one. Who writes «сварщик» means one of the «…сварщик»: every word that is the
 * end or the beginning of a word of the name counts by the share of it.
 */
function alike(written: string, known: string): number {
  const words = titleKey(written).split(' ');
  const parts = titleKey(known).split(' ');
  const shares = words.map((word) =>
    word.length < 5
      ? 0
      : Math.max(
          0,
          ...parts
            .filter((it) => it.endsWith(word) || it.startsWith(word))
            .map((it) => word.length / it.length),
        ),
  );
  const within = shares.includes(0) ? 0 : shares.reduce((sum, one) => sum + one, 0) / shares.length;
  return Math.max(similarity(written, known), within > 0 ? LEAST_LIKE + within / 2 : 0);
}

/** Builds the index once per import. */
export function nameIndex<T>(
  list: readonly T[],
  codeOf: (item: T) => string,
  namesOf: (item: T) => readonly string[],
): NameIndex<T> {
  const codes = new Map(list.map((it) => [codeOf(it), it]));
  const names = new Map<string, T>();
  for (const item of list)
    for (const name of namesOf(item)) {
      const key = titleKey(name);
      if (key !== '' && !names.has(key)) names.set(key, item);
    }
  const liked = new Map<string, T[]>();
  const like = (name: string): T[] =>
    list
      .map((item) => ({ item, score: Math.max(0, ...namesOf(item).map((it) => alike(name, it))) }))
      .filter((it) => it.score >= LEAST_LIKE)
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map((it) => it.item);
  return {
    byCode: (code) => codes.get(code),
    byName: (name) => names.get(titleKey(name)),
    like(name) {
      const key = titleKey(name);
      const known = liked.get(key) ?? like(name);
      liked.set(key, known);
      return known;
    },
  };
}
