/**
 * The stored key by which names are ordered: lower case, `ё` as `е`. The same as
 * `translate(lower(x), 'ё', 'е')` in SQL, so both databases and the browser order alike.
 */
export function sortKey(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

export function compareNames(a: string, b: string): number {
  const [x, y] = [sortKey(a), sortKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
