export const CASES = [
  'nominative',
  'genitive',
  'dative',
  'accusative',
  'instrumental',
  'prepositional',
] as const;
export type Case = (typeof CASES)[number];

/** Corrections stored by people: what was declined wrongly, for one case. They win over every rule. */
export interface Correction {
  /** The text in the nominative, as it stands in the registry. */
  text: string;
  case: Case;
  corrected: string;
}

/** A declined text. `certain` is false where no rule was sure: the screen asks a person to look. */
export interface Declined {
  text: string;
  certain: boolean;
}

/** The stored correction of a text, if there is one. */
export function correctionOf(text: string, wanted: Case, corrections: readonly Correction[]): string | null {
  return corrections.find((it) => it.text === text && it.case === wanted)?.corrected ?? null;
}
