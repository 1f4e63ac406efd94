import type { EngineIssue } from './issue.ts';
import type { ForecastSettings } from './settings.ts';

/** Product of one run. Amounts of people are real numbers unless named whole; every list is sorted by keys. */
export interface ForecastResult {
  format: 'rostok-forecast-result/1';
  /** SHA-256 of the canonical input with its settings filled in. */
  inputHash: string;
  seed: number;
  settings: ForecastSettings;
  baseYear: number;
  years: number[];
  strata: Stratum[];
  sample: EffectiveSample;
  needs: NeedCell[];
  programmeNeeds: ProgrammeNeed[];
  unmapped: UnmappedNeed[];
  flows: CohortFlow[];
  pipeline: PipelineCell[];
  balance: BalanceCell[];
  hints: SeatsHint[];
  /** What had to be assumed, and what the reader should know; ids of messages. */
  notes: EngineIssue[];
}

/** Response weight of one industry × size class. */
export interface Stratum {
  okved: string;
  sizeClass: string;
  /** Staff of all enterprises, and of those who answered. */
  population: number;
  answered: number;
  respondents: number;
  /** population / answered before the cap; null when nobody answered. */
  rawWeight: number | null;
  weight: number;
  /** Staff that neither the answers nor their weight stand for; the model covers it. */
  modelled: number;
}

/** Kish: (Σw)² / Σw² over enterprises that answered. */
export interface EffectiveSample {
  respondents: number;
  effective: number;
  /** 1 + cv² of the weights. */
  designEffect: number;
}

/** Ages and rates by age; two age cross-sections; the default of the settings. */
export type ExitSource = 'ages' | 'sections' | 'default';
export type BandSource = 'occupation' | 'industry' | 'borrowed';

export interface Components {
  expansion: number;
  replacement: number;
  project: number;
  backlog: number;
}

/**
 * Where an amount came from: `line` one answer; `continuation` the same enterprise after its last answer;
 * `weighted` answers extended over their stratum; `model` staff nobody answered for, or
 * in occupations that those who answered did not name; `project` a project.
 */
export type TraceKind = 'line' | 'continuation' | 'weighted' | 'model' | 'project';

export interface TracePart extends Components {
  kind: TraceKind;
  /** Need line, stratum `okved/size` (also of unnamed occupations), `okved` or occupation of the model, project. */
  id: string;
  /** Staff at the end of the year that this part stands for. */
  headcount: number;
  surplus: number;
  trainNeed: number;
  /** Code of the series whose trend moved it (`key` or `key@zone`); null when the plan or nothing did. */
  series: string | null;
}

/** Need of an occupation in a zone in a year. openings = expansion + replacement + project + backlog. */
export interface NeedCell extends Components {
  occupation: string;
  zone: string;
  year: number;
  /** Beyond the horizon: shown as extrapolation only. */
  extrapolation: boolean;
  headcount: number;
  openings: number;
  /** Staff released by shrinking enterprises; offered to retraining, never netted against openings. */
  surplus: number;
  /** Openings for graduates. */
  trainNeed: number;
  /** The same in whole people; adds up over cells of a year. */
  trainNeedWhole: number;
  /** trainNeed under the low and the high scenario. */
  low: number;
  high: number;
  /** Band of trainNeed from errors of past forecasts. */
  p10: number;
  p50: number;
  p90: number;
  /** What the band was calibrated on: the occupation's own series, the industries', or a borrowed width. */
  bandFrom: BandSource;
  /** What the share of leavers rests on, where an enterprise did not name its leavers. */
  exitFrom: ExitSource;
  /** Enterprises that answered for this occupation and zone, by (Σw)²/Σw². */
  effectiveSample: number;
  /** Graduates' supply that fits, by share of the need of the programmes, and what is left uncovered. */
  supply: number;
  gap: number;
  trace: TracePart[];
}

/** Need of an occupation handed to a programme; amounts of all programmes plus the unmapped rest add up. */
export interface ProgrammeNeed {
  programme: string;
  zone: string;
  year: number;
  amount: number;
  whole: number;
  /** Amounts by occupation, through which crosswalk code. */
  from: { occupation: string; via: string; amount: number; whole: number }[];
}

export interface UnmappedNeed {
  occupation: string;
  zone: string;
  year: number;
  amount: number;
  whole: number;
}

/** What became of one cohort, in whole people. students = Σ dropouts + graduates; graduates = Σ destinations. */
export interface CohortFlow {
  cohort: string;
  students: number;
  /** By year of study from `countedAt` + 1; the last entry includes those who did not pass. */
  dropouts: { year: number; people: number }[];
  graduates: number;
  army: number;
  furtherStudy: number;
  parental: number;
  otherRegion: number;
  inField: number;
  outOfField: number;
  /** A year later: conscripts back in the field, back outside it, not back. */
  returnedInField: number;
  returnedOutOfField: number;
  notReturned: number;
}

/** Supply of those already studying, at work in the field, by zone of work. */
export interface PipelineCell {
  programme: string;
  zone: string;
  year: number;
  people: number;
  trace: { cohort: string; people: number; afterArmy: boolean }[];
}

/** gap = need − pipeline − otherSupply; below zero is a surplus of graduates. Whole people. */
export interface BalanceCell {
  programme: string;
  zone: string;
  year: number;
  extrapolation: boolean;
  need: number;
  pipeline: number;
  otherSupply: number;
  gap: number;
}

/** Closed formula of seats for one programme over the region; a hint, not the order. */
export interface SeatsHint {
  programme: string;
  intakeYear: number;
  needYear: number;
  need: number;
  pipeline: number;
  otherSupply: number;
  /** Share of an intake that ends up at work in the field. */
  yield: number;
  seats: number;
}
