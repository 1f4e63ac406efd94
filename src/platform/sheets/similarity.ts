import { foldTo } from './normalise/lookalikes.ts';

/** A title for comparison: lower case, ё as е, look-alikes as Cyrillic, words only. */
export function titleKey(title: string): string {
  return foldTo(title.toLowerCase(), 'cyrillic')
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

function bigrams(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const padded = ` ${text} `;
  for (let i = 0; i + 1 < padded.length; i++) {
    const pair = padded.slice(i, i + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

function dice(a: string, b: string): number {
  const left = bigrams(a);
  const right = bigrams(b);
  let common = 0;
  for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0);
  return (2 * common) / (a.length + b.length + 2);
}

/** Words that begin alike: «выпускников» and «выпускники» are one word for a title. */
function sharedWords(a: string, b: string): number {
  const left = a.split(' ');
  const right = b.split(' ');
  const stem = (word: string) => (word.length > 5 ? word.slice(0, Math.max(5, word.length - 3)) : word);
  const stems = new Set(right.map(stem));
  const common = left.filter((word) => stems.has(stem(word))).length;
  return (2 * common) / (left.length + right.length);
}

/** Likeness of two titles, 0…1; 1 only for equal keys. */
export function similarity(a: string, b: string): number {
  const left = titleKey(a);
  const right = titleKey(b);
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  return Math.min(0.99, 0.5 * dice(left, right) + 0.5 * sharedWords(left, right));
}
