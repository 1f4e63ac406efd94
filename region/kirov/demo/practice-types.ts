/** Objects of the demo region's practices. All invented; ids, days and money as in `types.ts`. */
export interface DemoMentor {
  id: string;
  personId: string;
  organisationId: string;
  post: string;
  spoCodes: string[];
  experienceSince: string;
  /** Null: the certificate of no criminal record has not been shown yet. */
  clearanceOn: string | null;
  order: {
    id: string;
    number: string;
    on: string;
    consentOn: string;
    from: string;
    to: string;
    capacity: number;
  } | null;
}

export interface DemoPractice {
  id: string;
  groupId: string;
  collegeId: string;
  kind: 'UP' | 'PP';
  moduleCode: string;
  title: string;
  from: string;
  to: string;
  academicHours: number;
  competences: string[];
  heldAt: 'college' | 'enterprise';
  supervisorId: string | null;
  state: 'draft' | 'approved';
  order: { number: string; on: string } | null;
}

export interface DemoOffer {
  id: string;
  organisationId: string;
  title: string;
  spoCode: string;
  from: string;
  to: string;
  capacity: number;
  municipality: string;
  address: string;
  minutesADay: number;
  works: string;
  hazards: string[];
  needsMedical: boolean;
  lodging: 'none' | 'free' | 'paid';
  transport: 'none' | 'bus' | 'paid';
  /** Kopecks a month. */
  pay: number;
  employs: boolean;
  access: 'open' | 'restricted';
}

export interface DemoPlacement {
  id: string;
  practiceId: string;
  studentId: string;
  personId: string;
  birthDate: string;
  offerId: string;
  agreementId: string | null;
  from: string;
  to: string;
  leavesHome: boolean;
  minor: boolean;
  /** Answers of those asked; null: silent yet. */
  leaveHome: 'given' | null;
  guardian: 'given' | null;
  medicalUntil: string | null;
  started: boolean;
  mentor: { tutoringId: string; orderId: string } | null;
  /** Working days of the log left out. */
  gaps: number;
}

export interface DemoTrainee {
  personId: string;
  home: string;
  guardian: string | null;
}

export interface DemoPracticeYear {
  mentors: DemoMentor[];
  practices: DemoPractice[];
  offers: DemoOffer[];
  placements: DemoPlacement[];
  trainees: DemoTrainee[];
}

/** A distribution: who ranks what. */
export interface DemoRound {
  id: string;
  title: string;
  state: 'ranking' | 'published';
  opensAt: string;
  freezesAt: string;
  publishedAt: string | null;
  answerBy: string | null;
  /** Hex digits of the committed seed. */
  seed: string;
  leftovers: boolean;
  practices: DemoPractice[];
  offers: (DemoOffer & { minGroup: number })[];
  /** Everybody of the groups; those without a list have not sent one yet. */
  students: { entryId: string; studentId: string; personId: string; practiceId: string; ranks: string[] }[];
}
