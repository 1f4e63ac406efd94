/** How a vacancy card, which is evidence, becomes part of a need: docs/formats/import.md. */
export interface VacancyRule {
  /** A card counts only when it has stood open longer than this. */
  openDays: number;
  /** Most places that one card counts for: 99 is the largest number its form takes and means «as many as we can get». */
  placesCap: number;
  /** Cards without an employer repeat one another only within this many days: later it is another hiring. */
  repeatDays: number;
}

/** The rule until the region sets its own, from a day on. */
export const VACANCY_RULE: VacancyRule = { openDays: 90, placesCap: 20, repeatDays: 60 };
