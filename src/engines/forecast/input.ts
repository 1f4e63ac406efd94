import type { Confidence, NeedLine } from './need-line.ts';
import type { ForecastSettings } from './settings.ts';

export type { Confidence, Leavers, LineStatus, NeedLine } from './need-line.ts';

/**
 * Everything one run reads. Plain data; ids are strings; lists may come in any order (a run sorts them), so
 * the same content always gives the same hash. Counts of people are whole numbers unless said otherwise;
 * shares are 0…1; years are calendar years, a stock of year y is taken at its end.
 */
export interface ForecastInput {
  format: 'rostok-forecast-input/1';
  /** Last year with facts. The first forecast year is the next one. */
  baseYear: number;
  /** Only what differs from `DEFAULT_SETTINGS`. */
  settings?: Partial<ForecastSettings>;
  /** Kept in the result. The methods of this version draw no random numbers. */
  seed: number;
  needLines: NeedLine[];
  respondents: Respondent[];
  population: PopulationCell[];
  industrySeries: IndustryPoint[];
  occupationSeries: OccupationPoint[];
  staffing: StaffingPoint[];
  ages: AgeCell[];
  exitRates: ExitRate[];
  occupationExits: OccupationExit[];
  projects: ProjectNeed[];
  cohorts: Cohort[];
  otherSupply: OtherSupply[];
  occupations: OccupationRef[];
  programmes: ProgrammeRef[];
  crosswalk: CrosswalkEdge[];
}

/** An enterprise that answered. Absent ones are taken from their lines. */
export interface Respondent {
  enterpriseId: string;
  okved: string;
  sizeClass: string;
  zone: string;
  /** All staff at the end of the base year. */
  headcount: number;
}

/** Staff of all enterprises of a stratum in a zone at the end of the base year (statistics). */
export interface PopulationCell {
  okved: string;
  sizeClass: string;
  /** Empty when statistics know the region only. */
  zone: string;
  headcount: number;
}

/** Employment of an industry by year; persons, may be fractional (yearly means). */
export interface IndustryPoint {
  okved: string;
  /** Empty for the region as a whole. */
  zone: string;
  year: number;
  headcount: number;
}

/** Employment of an occupation by year. */
export interface OccupationPoint {
  occupation: string;
  /** Empty for the region as a whole. */
  zone: string;
  year: number;
  headcount: number;
}

/** Staff of an occupation inside an industry, to learn staffing shares and their drift from. */
export interface StaffingPoint {
  okved: string;
  occupation: string;
  year: number;
  headcount: number;
}

/** Age structure of an occupation in the region at the end of a year. */
export interface AgeCell {
  occupation: string;
  year: number;
  sex: 'm' | 'f' | 'all';
  /** First and last full year of age. */
  ageFrom: number;
  ageTo: number;
  headcount: number;
}

/** Yearly chances of leaving by sex and age. A row with an occupation overrides one without. */
export interface ExitRate {
  sex: 'm' | 'f' | 'all';
  ageFrom: number;
  ageTo: number;
  occupation: string | null;
  /** First year the row holds for; null is always. Steps of the pension age are rows of later years. */
  validFrom: number | null;
  mortality: number;
  retirement: number;
  /** Leaving the occupation for another one. */
  transfer: number;
  /** Net move out of the region. */
  migration: number;
}

/** Observed transfers out of an occupation, to be shrunk to its group. */
export interface OccupationExit {
  occupation: string;
  group: string;
  leavers: number;
  headcount: number;
}

/** Places of an investment project outside the need lines. */
export interface ProjectNeed {
  id: string;
  occupation: string;
  zone: string;
  year: number;
  places: number;
  confidence: Confidence;
  graduateShare: number | null;
}

/** Students who graduate together: a group, or several of one programme, college and year. */
export interface Cohort {
  id: string;
  programme: string;
  college: string;
  zone: string;
  /** Calendar year of the summer they graduate in, after the base year. */
  graduationYear: number;
  /** Students at the end of the base year; for a later intake, at its start. */
  students: number;
  /** Year whose end `students` is counted at; the base year for those who study now. */
  countedAt: number;
  /** Share lost in a year of study. */
  dropoutPerYear: number;
  /** Share of those who reach the last summer and get the diploma. */
  graduateShare: number;
  /** Destinations of graduates; the rest (1 − sum) looks for work in the region. */
  army: number;
  furtherStudy: number;
  parental: number;
  otherRegion: number;
  /** Share of conscripts who come back to the region's labour market a year later. */
  armyReturn: number;
  /** Share of those at work who work in the field. */
  inField: number;
  /** Where they work, shares that add up to one; empty is the college's own zone. */
  workZones: { zone: string; share: number }[];
}

/** Supply that needs no seat: returning specialists, retraining already ordered, other regions' graduates. */
export interface OtherSupply {
  id: string;
  programme: string;
  zone: string;
  year: number;
  people: number;
}

export interface OccupationRef {
  id: string;
  /** Codes to look the crosswalk up by when the occupation has no edge of its own, nearest first. */
  fallback: string[];
}

/** A programme, with the shares the closed formula of seats needs. */
export interface ProgrammeRef {
  id: string;
  /** Length of study; 46 is 3 years 10 months. */
  lengthMonths: number;
  /** Share of an intake that graduates. */
  retention: number;
  /** Shares of graduates not available at once. */
  army: number;
  furtherStudy: number;
  parental: number;
  /** Share of those at work who work in the field. */
  inField: number;
}

/** Part of an occupation's need that graduates of a programme can fill. Σ weight over a `from` ≤ 1. */
export interface CrosswalkEdge {
  id: string;
  /** Occupation, or one of its fallback codes. */
  from: string;
  programme: string;
  weight: number;
}
