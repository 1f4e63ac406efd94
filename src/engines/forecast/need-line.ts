export type Confidence = 'low' | 'mid' | 'high';
export type LineStatus = 'draft' | 'submitted' | 'confirmed' | 'withdrawn';

/** What one enterprise said about one occupation in one year. `null` is "no answer", 0 is "none". */
export interface NeedLine {
  id: string;
  enterpriseId: string;
  okved: string;
  sizeClass: string;
  /** Planning zone of the work place. */
  zone: string;
  municipality: string;
  occupation: string;
  /** Year of the need; the plan is for its end. One line an enterprise, occupation, zone and year. */
  year: number;
  /** Staff at the end of the year before; when null, the plan of the line of that year is taken. */
  headcountBefore: number | null;
  /** Planned staff at the end of `year`. */
  headcountPlan: number | null;
  /** New jobs; read only where `headcountPlan` is null. */
  declaredNew: number | null;
  /** Replacements as declared; read only where `leavers` is null. */
  declaredReplacement: number | null;
  /** Expected leavers of `year` out of the trade or region; people, may be fractional. */
  leavers: Leavers | null;
  /** Places of investment projects inside this answer, not in `headcountPlan`. */
  project: number;
  /** Vacancies open for more than 90 days at the end of the base year. */
  vacanciesOver90: number;
  /** Share of leavers refilled from inside the same trade; null takes the setting. */
  internalRefillShare: number | null;
  /** Share of openings for graduates; null takes the setting. */
  graduateShare: number | null;
  confidence: Confidence;
  status: LineStatus;
}

export interface Leavers {
  retire: number;
  /** Turnover out of the trade or the region only: all turnover would overstate the need several times. */
  outOfTrade: number;
  /** Deaths, army and the like. */
  other: number;
}
