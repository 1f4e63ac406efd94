const LEGAL_FORM =
  /(?<!\p{L})(гбпоу|гапоу|гоу|спо|фгбоу|фгоу|впо|во|чпоу|ано|по|гку|кгбпоу|когпобу|когпоау|огбпоу|рб|мз)(?!\p{L})/giu;

/** The name without its legal form, quotes and remarks in brackets. */
export function withoutLegalForm(name: string): string {
  return name
    .replace(/\(.*?\)/g, ' ')
    .replace(LEGAL_FORM, ' ')
    .replace(/["«»“”„]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The college whose branch the name speaks of; null when it is no branch. */
export function branchOf(name: string): string | null {
  const found = /^(.*?)[\s,–—-]*\([^)]*филиал[^)]*\)\s*$/iu.exec(name);
  return found?.[1] ?? null;
}

/** First letters of the words, in capitals: «Республиканский базовый медицинский колледж» → РБМК. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/)
    .filter((it) => it.length > 2)
    .map((it) => it[0]?.toUpperCase() ?? '')
    .join('');
}
