import { foldTo } from './normalise/lookalikes.ts';

/** A title for comparison: lower case, ё as е, look-alikes as Cyrillic, words only. */
export function titleKey(title: string): string {
  return foldTo(title.toLowerCase(), 'cyrillic')
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

/** A title taken apart once, to be compared many times. */
export interface PreparedTitle {
  key: string;
  words: number;
  stems: Set<string>;
  bigrams: Map<string, number>;
}

/** Words that begin alike are one word for a title: «выпускников» and «выпускники». */
function stem(word: string): string {
  return word.length > 5 ? word.slice(0, Math.max(5, word.length - 3)) : word;
}

export function prepareTitle(title: string): PreparedTitle {
  const key = titleKey(title);
  const words = key.split(' ');
  const bigrams = new Map<string, number>();
  const padded = ` ${key} `;
  for (let i = 0; i + 1 < padded.length; i++) {
    const pair = padded.slice(i, i + 2);
    bigrams.set(pair, (bigrams.get(pair) ?? 0) + 1);
  }
  return { key, words: words.length, stems: new Set(words.map(stem)), bigrams };
}

/** Likeness of two titles, 0…1; 1 only for equal keys. Half pairs of letters (Dice), half shared words. */
export function likeness(a: PreparedTitle, b: PreparedTitle): number {
  if (a.key === '' || b.key === '') return 0;
  if (a.key === b.key) return 1;
  let pairs = 0;
  for (const [pair, count] of a.bigrams) pairs += Math.min(count, b.bigrams.get(pair) ?? 0);
  let words = 0;
  for (const one of a.stems) if (b.stems.has(one)) words += 1;
  const dice = (2 * pairs) / (a.key.length + b.key.length + 2);
  return Math.min(0.99, 0.5 * dice + words / (a.words + b.words));
}

/** Likeness of two texts; see `likeness`. */
export function similarity(a: string, b: string): number {
  return likeness(prepareTitle(a), prepareTitle(b));
}
