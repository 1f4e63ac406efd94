/** One stage of the proof. */
export interface CertifiedStage {
  stage: number;
  /** Goal in the best plan of the stage; later stages may worsen it by ε at most. */
  value: number;
  /** Proved by our own bound from the multipliers in duals.json. */
  ownBound: number;
  ownGap: number;
  /** Reported by the solver; true if the solver worked correctly. */
  solverBound: number;
  solverGap: number;
  nodes: number;
  cutByClock: boolean;
  caps: { stage: number; limit: number }[];
}

/** The file certificate.json (docs/formats/certificate.md). Holds no times: equal input gives equal bytes. */
export interface Certificate {
  format: 'rostok-certificate/1';
  instance: string;
  decisionYear: number;
  hashes: { instance: string; plan: string; model: string; labels: string; duals: string };
  solver: { name: 'highs'; version: string; seed: number; options: Record<string, number> };
  epsilon: number;
  stages: CertifiedStage[];
  /** The plan itself, recomputed from the instance. */
  final: {
    goals: [number, number, number, number];
    /** No plan has a smaller first goal by more than this share of it: by our own bound, by the solver's. */
    proved: number;
    reported: number;
  };
  check: {
    tolerance: number;
    rows: number;
    columns: number;
    worstRow: number;
    worstLimit: number;
    worstWhole: number;
    violations: number;
  };
  /** SHA-256 of this certificate without this field. */
  fingerprint: string;
}

export interface DualsFile {
  format: 'rostok-duals/1';
  stages: { stage: number; y: [row: string, multiplier: number][] }[];
}

export interface LabelsFile {
  format: 'rostok-labels/1';
  rows: string[];
  columns: string[];
}
