/** Stem of a word: vacancies decline and shorten («сварщика», «сварщики»), so endings do not count. */
function stem(word: string): string {
  const letters = word.replace(/ё/g, 'е');
  return letters.length > 5 ? letters.slice(0, Math.max(5, letters.length - 3)) : letters;
}

const stemsOf = (title: string) =>
  title
    .toLowerCase()
    .split(/[^а-яёa-z]+/u)
    .filter((word) => word.length > 2)
    .map(stem);

/**
 * Occupation of a vacancy by its title: the one whose whole name, word by word, stands in the title; the longest name
 * wins, then the smaller code. Null when no name fits: nothing is guessed from a part of a name.
 */
export function titleMatcher(
  occupations: readonly { code: string; name: string }[],
): (title: string) => string | null {
  const names = occupations
    .map(({ code, name }) => ({ code, stems: stemsOf(name) }))
    .filter((it) => it.stems.length > 0)
    .sort((a, b) => b.stems.length - a.stems.length || (a.code < b.code ? -1 : 1));
  const known = new Map<string, string | null>();
  return (title) => {
    const cached = known.get(title);
    if (cached !== undefined) return cached;
    const words = new Set(stemsOf(title));
    const found = names.find((it) => it.stems.every((word) => words.has(word)))?.code ?? null;
    known.set(title, found);
    return found;
  };
}
