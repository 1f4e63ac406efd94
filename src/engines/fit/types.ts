export type Id = string | number;

/** A competence. `broader` names the wider ones it belongs to; two with a common wider one are siblings. */
export interface FitSkill {
  id: Id;
  broader: readonly Id[];
}

/** Where and when: only what is given on both sides is compared. Days are `YYYY-MM-DD`, places are kilometres. */
export interface Terms {
  x?: number;
  y?: number;
  /** Farther than this is never proposed, whoever of the two says so. */
  maxKm?: number;
  from?: string;
  to?: string;
}

export interface FitPerson extends Terms {
  id: Id;
  has: readonly Id[];
  /** What the person studies: an opening that names programmes takes only these. */
  programme?: Id;
}

/** A vacancy, a line of need, or any other thing that asks for competences. */
export interface FitOpening extends Terms {
  id: Id;
  employer?: Id;
  essential: readonly Id[];
  optional: readonly Id[];
  programmes?: readonly Id[];
}

/** A short programme that teaches some competences. */
export interface FitModule {
  id: Id;
  gives: readonly Id[];
  hours: number;
}

export interface FitOptions {
  /** Length of a list. */
  k: number;
  /** Part of a competence held for each step to a wider one, in thousandths. */
  broader: number;
  /** The same for a sibling, in thousandths. */
  sibling: number;
  /** How many times an essential competence weighs more than another. */
  essential: number;
  /** `sum`: by points; `share`: by the share of what the opening asks. */
  by: 'sum' | 'share';
}

export interface Fairness {
  /** No opening stands in more lists than this before each that fits somebody stands in one. */
  shown: number;
  /** Most openings of one employer in one list. */
  perEmployer?: number;
}

export interface FitInstance {
  skills: readonly FitSkill[];
  people: readonly FitPerson[];
  openings: readonly FitOpening[];
  modules: readonly FitModule[];
  options: FitOptions;
  fairness?: Fairness;
}

/** One line of a list. `score` and `most` are points; `share` is their ratio in millionths, rounded down. */
export interface Ranked {
  id: Id;
  score: number;
  most: number;
  share: number;
}

export type Step = 'same' | 'broader' | 'sibling';

/** What one asked competence brings: `through` is the person's own competence that answers it. */
export interface Contribution {
  skill: Id;
  through: Id;
  step: Step;
  essential: boolean;
  points: number;
}

/** What is asked and not held in full: `points` is what it would add. */
export interface Gap {
  skill: Id;
  essential: boolean;
  points: number;
}

export interface Closing {
  modules: Id[];
  hours: number;
  /** Gaps no module closes. */
  left: Id[];
  /** Proved shortest; otherwise found by the greedy rule. */
  shortest: boolean;
}

export interface Explanation {
  person: Id;
  opening: Id;
  score: number;
  most: number;
  share: number;
  /** Sums to `score`. */
  contributions: Contribution[];
  /** Sums to `most` − `score`. */
  gaps: Gap[];
  closing: Closing;
}

export interface FitAnswer {
  people: { id: Id; list: Ranked[] }[];
  openings: { id: Id; list: Ranked[] }[];
  /** Only with `fairness`: how many lists each opening stands in. */
  shown?: { id: Id; times: number }[];
  explanations: Explanation[];
}
