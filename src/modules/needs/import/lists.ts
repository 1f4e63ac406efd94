import type { VacancyRule } from '../rules/vacancy-rule.ts';

/** An occupation as an import needs to know it. `okpdtr`: five digits and the check digit, where known. */
export interface KnownOccupation {
  code: string;
  name: string;
  okpdtr: string | null;
}

export interface KnownPlace {
  code: string;
  name: string;
  /** Centre and other names under which people write it. */
  aliases: string[];
}

export interface KnownEnterprise {
  code: string;
  inn: string | null;
  name: string;
  municipality: string | null;
}

/** What an import is compared with. An empty or absent list means that nothing can be told, not that all is wrong. */
export interface ImportLists {
  occupations: readonly KnownOccupation[];
  places: readonly KnownPlace[];
  /** First two digits of the region's КЛАДР code: cards of other regions get no municipality. Null: not told. */
  region: string | null;
  enterprises: readonly KnownEnterprise[] | null;
  programmes: ReadonlySet<string> | null;
  /** Years for which a need may be stated. */
  horizon: { from: number; to: number };
  /** Day of the file's facts, `YYYY-MM-DD`: vacancies are aged to it. */
  asOf: string;
  /** The region's own rule of that day for vacancies; absent: the product's. */
  vacancies?: VacancyRule;
}
