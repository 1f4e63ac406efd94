/**
 * Domain data of a training order: what a region knows before it decides how many seats to open where.
 * Money in kopecks, people and seats in whole numbers, shares between 0 and 1, years as calendar years of
 * the September intake (or of the need). Described for other programs in docs/formats/order.md.
 */
export interface OrderInstance {
  format: 'rostok-order/1';
  id: string;
  title?: string;
  /** September of this year is decided on; groups of this intake are whole. */
  decisionYear: number;
  /** How many intakes are planned together, decision year included (1–7). Later ones are indicative. */
  intakes: number;
  /** Last year for which needs are given. */
  horizonYear: number;
  zones: Zone[];
  districts: District[];
  occupations: Occupation[];
  colleges: College[];
  programmes: Programme[];
  workshops?: Workshop[];
  pairs: LicensedPair[];
  crosswalk: CrosswalkEdge[];
  reach: ReachEdge[];
  needs: Need[];
  pipeline?: PipelineSupply[];
  applicants?: Applicants[];
  budgets?: Budget[];
  centres?: RetrainingCentre[];
  courses?: RetrainingCourse[];
  policies?: Policy[];
  fairness?: FairnessGroup[];
  /** Decisions of an official against the calculation: these seats are fixed. */
  decisions?: ForcedSeats[];
  settings?: Partial<OrderSettings>;
}

export interface Zone {
  id: string;
  name: string;
  /** Pool of applicants from which colleges of this zone draw; the zone itself when absent. */
  applicantArea?: string;
}

export interface District {
  id: string;
  name: string;
  zone: string;
}

export interface Occupation {
  id: string;
  name: string;
  /** Weight of one unfilled job; 1 is ordinary. */
  priority: number;
}

export interface College {
  id: string;
  name: string;
  district: string;
  /** Students the college can teach at once (rooms, teachers, dormitory), all courses together. */
  places: number;
  /** Students already enrolled who are still there in the given year. */
  legacy?: { year: number; students: number }[];
}

export interface Programme {
  id: string;
  code: string;
  name: string;
  /** Enlarged group of specialties (УГС). */
  group: string;
  base: 9 | 11;
  form: 'full-time' | 'part-time' | 'evening';
  months: number;
  groupMin: number;
  groupMax: number;
  costPerStudentYear: number;
  /** Share of students lost in a year. */
  dropoutPerYear: number;
  /** Share of the last course that graduates. */
  graduation: number;
  /** Share of graduates called up; they come back a year later with probability `armyReturn`. */
  armyShare: number;
  armyReturn: number;
  /** Share of graduates who take up work by their training (not further study, leave, other regions). */
  inField: number;
}

export interface Workshop {
  id: string;
  name: string;
  college: string;
  /** Students it can serve at once in one year. */
  capacity: number;
}

export interface LicensedPair {
  college: string;
  programme: string;
  /** Seats of the last order. */
  lastYear: number;
  maxGroups: number;
  workshop?: string;
  /** Budget that pays; the first budget when absent. */
  budget?: string;
  /** Not taught yet: needs an opening. */
  isNew?: boolean;
  /** First intake for which the licence can be ready. */
  openFrom?: number;
  /** Signed target contracts: seats that must exist in the decision year. */
  minSeats?: number;
  /** Most applicants the programme can attract in a year. */
  demand?: number;
  /** Largest change of seats from one intake to the next. */
  maxCut?: number;
  maxRise?: number;
  /** Exemptions (inclusive or rural small groups). */
  groupMin?: number;
  groupMax?: number;
}

export interface CrosswalkEdge {
  programme: string;
  occupation: string;
  /** Largest share of the programme's graduates this occupation may take. */
  share: number;
}

export interface ReachEdge {
  /** Zone where people studied. */
  from: string;
  to: string;
  /** Price of one person moving or commuting, in millions of roubles of equivalent burden. */
  cost: number;
}

export interface NeedLine {
  id: string;
  amount: number;
  confidence: number;
}

export interface Need {
  occupation: string;
  zone: string;
  year: number;
  amount: number;
  /** People who come without the order (from the army, other regions, promotion). */
  other?: number;
  /** Overrides the priority of the occupation. */
  priority?: number;
  lines?: NeedLine[];
}

export interface PipelineSupply {
  occupation: string;
  zone: string;
  year: number;
  people: number;
}

export interface Applicants {
  area: string;
  year: number;
  base: 9 | 11;
  count: number;
}

export interface Budget {
  id: string;
  name: string;
  year: number;
  amount: number;
  /** Already promised to students admitted earlier. */
  committed?: number;
}

export interface RetrainingCentre {
  id: string;
  name: string;
  zone: string;
  /** Groups it can run in one year. */
  groupsPerYear: number;
}

export interface RetrainingCourse {
  centre: string;
  occupation: string;
  groupMin: number;
  groupMax: number;
  maxGroups: number;
  costPerStudent: number;
  /** Share that ends in work by the course. */
  success: number;
  budget?: string;
}

export interface SeatFilter {
  programmes?: string[];
  groups?: string[];
  colleges?: string[];
  districts?: string[];
  base?: 9 | 11;
}

export interface Policy {
  id: string;
  name: string;
  kind: 'minSeats' | 'maxSeats' | 'minShare';
  /** Intakes it binds; the decision year when absent. */
  years?: number[];
  filter?: SeatFilter;
  seats?: number;
  share?: number;
}

export interface FairnessGroup {
  id: string;
  name: string;
  fromYear: number;
  toYear: number;
  occupations?: string[];
}

export interface ForcedSeats {
  college: string;
  programme: string;
  year: number;
  seats: number;
  reason: string;
}

export interface OrderSettings {
  /** Weight lost per year of delay of an unfilled job. */
  discount: number;
  /** Slack ε left to later stages on the value of an earlier one. */
  epsilon: number;
  /** Intakes whose groups and seats are whole. */
  integerIntakes: number;
  newPerCollegeYear: number;
  openingWeight: number;
  /** Price of a graduate without a matching job, in millions of roubles. */
  wasteWeight: number;
  seed: number;
}

export const defaultSettings: OrderSettings = {
  discount: 0.03,
  epsilon: 0.001,
  integerIntakes: 1,
  newPerCollegeYear: 2,
  openingWeight: 8,
  wasteWeight: 0.05,
  seed: 1,
};
