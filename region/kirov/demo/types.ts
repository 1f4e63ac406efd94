/**
 * Objects of the demo region: plain, typed, invented. Ids are well-formed uuids (version 7 layout) made from a kind and a
 * number, so they can be stored as they are. Days are `YYYY-MM-DD`, money kopecks, marks hundredths, shares 0…1.
 * `demo: true` stands on every invented organisation and person; public bodies of `bodies.json` carry `demo: false`.
 */
export type DemoSize = 'small' | 'full' | 'stress';
export type Sex = 'm' | 'f';
export type Confidence = 'low' | 'mid' | 'high';
export type Funding = 'quota' | 'target' | 'paid';
export type SizeClass = '1-15' | '16-100' | '101-250' | '251+';

export interface DemoOrganisation {
  id: string;
  /** Short readable code, unique, used in files. */
  code: string;
  /** Code of `organisation-kinds.json`. */
  kind: string;
  /** Role code of the domain guide (MIN_EDU, COLLEGE, ENTERPRISE…). */
  role: string;
  name: string;
  shortName: string;
  demo: boolean;
  /** Empty for public bodies: their real numbers are not shipped. */
  inn: string;
  kpp: string;
  ogrn: string;
  /** ОКВЭД2 class, two digits. */
  okved: string;
  /** ОКВЭД2 section letter. */
  section: string;
  municipality: string | null;
  lat: number | null;
  lon: number | null;
  sizeClass: SizeClass;
  headcount: number;
  access: 'open' | 'restricted';
  /** For colleges only. */
  ownership?: 'state' | 'private';
  /** For colleges: students of all years at once. */
  capacity?: number;
  dormitory?: number;
}

export interface DemoPerson {
  id: string;
  surname: string;
  givenName: string;
  patronymic: string;
  sex: Sex;
  birthDate: string;
  municipality: string;
  demo: true;
}

export interface DemoRole {
  id: string;
  personId: string;
  organisationId: string;
  /** Name of the role as in `docs/roles.md`: college_head, enterprise_hr, mentor… */
  role: string;
  post: string;
  validFrom: string;
  validTo: string | null;
}

export interface DemoModule {
  code: string;
  name: string;
  kind: 'general' | 'vocational' | 'professional' | 'training-practice' | 'work-practice';
  academicHours: number;
  competences: string[];
}

/** A programme of one college: code, base, form; the plan is in its versions. */
export interface DemoProgramme {
  id: string;
  collegeId: string;
  /** Key shared by colleges: `15.02.16-9-full-time`. */
  variant: string;
  spoCode: string;
  name: string;
  base: 9 | 11;
  form: string;
  months: number;
  workshopId: string | null;
  /** Largest yearly intake the licence, rooms and workshop allow. */
  capacity: number;
  isNew: boolean;
  versions: { id: string; validFrom: string; validTo: string | null; title: string; modules: DemoModule[] }[];
}

export interface DemoWorkshop {
  id: string;
  collegeId: string;
  name: string;
  ugs: string;
  places: number;
}

export interface DemoSeatLine {
  id: string;
  programmeId: string;
  year: number;
  funding: 'quota' | 'paid';
  seats: number;
  applied: number;
  enrolled: number;
  /** Average certificate mark in hundredths. */
  averageMark: number;
}

export interface DemoGroup {
  id: string;
  /** Cohort code on papers: `15.02.16-24-1`. */
  code: string;
  programmeId: string;
  versionId: string;
  intakeYear: number;
  course: number;
  graduationYear: number;
  curatorId: string;
}

export interface DemoStudent {
  id: string;
  personId: string;
  groupId: string;
  seatLineId: string;
  funding: Funding;
  status: 'studying' | 'leave' | 'expelled' | 'transferred';
  /** Dated history, oldest first; the first is always an enrolment. */
  events: DemoStudentEvent[];
}

export interface DemoStudentEvent {
  date: string;
  kind: 'enrolment' | 'transfer-in' | 'transfer-out' | 'leave' | 'return' | 'expulsion';
  order: string;
  ground: string;
}

export interface DemoTeaching {
  personId: string;
  groupId: string;
  moduleCode: string;
  academicHours: number;
  year: number;
}

/** Staff of one occupation at one enterprise; `ages` counts the bands 15–19, 20–24 … 65–69, 70+. */
export interface DemoStaff {
  organisationId: string;
  occupation: string;
  headcount: number;
  ages: number[];
}

export interface DemoNeedLine {
  id: string;
  organisationId: string;
  municipality: string;
  occupation: string;
  year: number;
  kind: 'new' | 'replacement' | 'project';
  count: number;
  confidence: Confidence;
  reason: string;
  projectId: string | null;
  spoCodeWanted: string | null;
}

export interface DemoProject {
  id: string;
  code: string;
  name: string;
  organisationId: string;
  municipality: string;
  startYear: number;
  jobs: number;
}

export interface DemoVacancy {
  id: string;
  organisationId: string;
  title: string;
  occupation: string;
  municipality: string;
  created: string;
  workPlaces: number;
  /** Kopecks a month; null = not given. */
  salaryMin: number | null;
  salaryMax: number | null;
}

export interface DemoOutcome {
  programmeId: string;
  year: number;
  graduates: number;
  inField: number;
  otherWork: number;
  selfEmployed: number;
  army: number;
  furtherStudy: number;
  parentalLeave: number;
  leftRegion: number;
  unemployed: number;
}

export interface DemoApplicants {
  municipality: string;
  year: number;
  grade9: number;
  grade11: number;
  share9: number;
  share11: number;
  /** Of those who go to a college: ready to study outside their own zone. */
  mobile: number;
}

export interface DemoBudget {
  source: string;
  name: string;
  year: number;
  /** Kopecks. */
  limit: number;
  committed: number;
}

export interface DemoCourse {
  id: string;
  code: string;
  centreId: string;
  name: string;
  kind: 'po-prep' | 'po-retrain' | 'po-upgrade';
  occupation: string;
  hours: number;
  weeks: number;
  groupMin: number;
  groupMax: number;
  groupsMax: number;
  /** Kopecks a person. */
  price: number;
  success: number;
}

export interface DemoAgreement {
  id: string;
  kind: 'practice' | 'target' | 'network' | 'retraining' | 'cluster';
  number: string;
  parties: string[];
  signedOn: string;
  validFrom: string;
  validTo: string;
  signature: 'paper' | 'simple' | 'qualified';
  programmeIds: string[];
}

export interface DemoBody {
  id: string;
  kind: 'council' | 'commission' | 'working-group' | 'governing-board';
  name: string;
  organisationId: string;
  members: { personId: string; post: 'chair' | 'deputy-chair' | 'secretary' | 'member'; validFrom: string }[];
}

export interface DemoConsent {
  id: string;
  personId: string;
  purpose: string;
  textVersion: string;
  givenOn: string;
  givenBy: 'self' | 'guardian';
  withdrawnOn: string | null;
}

/** Headcount of all enterprises of a section and size class, and of those who answered the survey. */
export interface DemoHeadcount {
  section: string;
  sizeClass: SizeClass;
  year: number;
  population: number;
  respondents: number | null;
}

export interface DemoStaffing {
  section: string;
  occupation: string;
  year: number;
  headcount: number;
}

export interface DemoRegion {
  seed: number;
  size: DemoSize;
  asOf: string;
  organisations: DemoOrganisation[];
  persons: DemoPerson[];
  roles: DemoRole[];
  workshops: DemoWorkshop[];
  programmes: DemoProgramme[];
  seatLines: DemoSeatLine[];
  groups: DemoGroup[];
  students: DemoStudent[];
  teaching: DemoTeaching[];
  staff: DemoStaff[];
  projects: DemoProject[];
  needLines: DemoNeedLine[];
  vacancies: DemoVacancy[];
  outcomes: DemoOutcome[];
  applicants: DemoApplicants[];
  budgets: DemoBudget[];
  courses: DemoCourse[];
  agreements: DemoAgreement[];
  bodies: DemoBody[];
  consents: DemoConsent[];
  headcounts: DemoHeadcount[];
  staffing: DemoStaffing[];
}
