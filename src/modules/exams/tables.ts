// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface AppealTable {
  id: string;
  examinee_id: string;
  session_id: string;
  kind: 'procedure' | 'result';
  text: string;
  filed_at: string;
  filed_on: string;
  due_on: string;
  left_site: Generated<boolean>;
  state: string;
  decided_on: string | null;
  decided_by: string | null;
  number: string | null;
  decision: string | null;
}

export interface AspectView {
  id: string;
  kit_id: string;
  kit_code: string;
  programme_code: string;
  level: 'PA' | 'BU' | 'PU' | 'PV';
  year: number;
  state: string;
  criterion: string;
  code: string;
  title: string;
  max: number;
}

export interface AttestationTable {
  id: string;
  organisation_id: string;
  programme_code: string;
  graduation_year: number;
  kit_codes: string[];
  bounds: number[];
  scheme: string;
  with_project: Generated<boolean>;
  profile_decision: string | null;
  council_on: string | null;
  approved_on: string | null;
  shown_on: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface BoardTable {
  id: string;
  organisation_id: string;
  kind: 'board' | 'appeal';
  year: number;
  number: string | null;
  approved_on: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface BoardMemberTable {
  board_id: string;
  person_id: string;
  post: 'chair' | 'deputy' | 'secretary' | 'member';
}

export interface CardTable {
  id: string;
  examinee_id: string;
  grade_id: string;
  number: string;
  token: string;
  content: unknown;
  hash: string;
  issued_on: string;
  issued_by: string | null;
}

export interface CentreTable {
  id: string;
  organisation_id: string;
  name: string;
  address: string;
  municipality_id: string | null;
  workplaces: number;
  video: Generated<boolean>;
  closed_on: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface CentreCheckTable {
  id: string;
  centre_id: string;
  kit_code: string;
  kind: 'accreditation' | 'equipment';
  number: string;
  workplaces: number;
  valid: string;
  short: Generated<unknown>;
  checked_by: string | null;
  checked_on: string;
}

export interface CentreView {
  id: string;
  organisation_id: string;
  name: string;
  address: string;
  municipality_id: string | null;
  workplaces: number;
  closed_on: string | null;
  organisation: string | null;
  is_demo: boolean;
}

export interface CriterionResultView {
  examinee_id: string | null;
  person_id: string | null;
  student_id: string | null;
  organisation_id: string | null;
  kit_id: string | null;
  programme_code: string | null;
  criterion: string | null;
  points: number | null;
  max: number | null;
}

export interface DrawTable {
  session_id: string;
  commitment: string;
  seed: string;
  sealed_at: string;
  method: 'lottery' | 'hand' | null;
  beacon: string | null;
  result: unknown;
  witnesses: string | null;
  drawn_at: string | null;
  drawn_by: string | null;
  hash: string | null;
}

export interface ExamineeTable {
  id: string;
  session_id: string;
  student_id: string;
  person_id: string;
  organisation_id: string;
  group_id: string;
  attempt: Generated<number>;
  holds: Generated<boolean>;
  admitted: Generated<boolean>;
  workplace: number | null;
  briefed_at: string | null;
  helper: string | null;
  helper_on: string | null;
  identity_at: string | null;
  present: boolean | null;
  absence: 'valid' | 'unexcused' | null;
  absence_on: string | null;
  started_at: string | null;
  ended_at: string | null;
  repeats: string | null;
  annulled_on: string | null;
  annulled_why: string | null;
  federal_key: string | null;
}

export interface ExamineeView {
  id: string;
  session_id: string;
  student_id: string;
  person_id: string;
  organisation_id: string;
  group_id: string;
  attempt: number;
  holds: boolean;
  present: boolean | null;
  day: string;
  state: string;
}

export interface FederalColumnTable {
  kind: 'groups' | 'experts' | 'results';
  heading: string;
  field: string | null;
  noted_by: string | null;
  noted_at: string;
}

export interface FederalFileTable {
  id: string;
  kind: 'groups' | 'experts' | 'results';
  session_id: string | null;
  file_name: string;
  hash: string;
  content: unknown;
  made_by: string | null;
  made_at: string;
  applied_at: string | null;
}

export interface GradeTable {
  id: string;
  examinee_id: string;
  session_id: string;
  result_id: string | null;
  grade: number;
  bounds: number[];
  ground: 'exam' | 'appeal' | 'championship';
  words: string | null;
  annulled: Generated<boolean>;
  replaces: string | null;
  set_by: string | null;
  set_on: string;
  hash: string;
}

export interface GradeView {
  id: string | null;
  examinee_id: string;
  person_id: string;
  student_id: string;
  organisation_id: string;
  session_id: string;
  grade: number;
  annulled: boolean | null;
  set_on: string;
  points: number | null;
  max: number | null;
}

export interface IncidentTable {
  id: string;
  session_id: string;
  kind: 'tie' | 'site' | 'clock' | 'other';
  person_id: string | null;
  examinee_id: string | null;
  code: string | null;
  text: string;
  at: string;
  by_person: string | null;
  decision: string | null;
  decided_at: string | null;
  decided_by: string | null;
}

export interface KitTable {
  id: string;
  code: string;
  edition: Generated<number>;
  regime: 'WSR_2020' | 'ORDER_800';
  programme_code: string;
  programme_name: string;
  skill: string | null;
  level: 'PA' | 'BU' | 'PU' | 'PV';
  year: number;
  title: string;
  minutes: number;
  max: number;
  workplaces: number;
  experts: unknown;
  judges: Generated<number>;
  spread: Generated<number>;
  state: string;
  source: Generated<string>;
  hash: string | null;
  approved_on: string | null;
  withdrawn_on: string | null;
  replaces: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface KitAspectTable {
  id: string;
  kit_id: string;
  subcriterion_id: string;
  code: string;
  title: string;
  kind: 'measurement' | 'judgement';
  how: Generated<'whole' | 'steps' | 'scale'>;
  max: number;
  note: string | null;
  scale: string[] | null;
  position: number;
}

export interface KitCriterionTable {
  id: string;
  kit_id: string;
  module_id: string;
  code: string;
  title: string;
  max: number;
  position: number;
}

export interface KitFileTable {
  id: string;
  file_name: string;
  hash: string;
  content: unknown;
  remarks: unknown;
  made_by: string | null;
  made_at: string;
  kit_id: string | null;
}

export interface KitItemTable {
  id: string;
  kit_id: string;
  title: string;
  unit: string;
  quantity: number;
  per: 'workplace' | 'expert' | 'site';
  kind: 'equipment' | 'tool' | 'consumable' | 'safety' | 'software';
  note: string | null;
  position: number;
}

export interface KitModuleTable {
  id: string;
  kit_id: string;
  code: string;
  title: string;
  max: number;
  position: number;
}

export interface KitSubcriterionTable {
  id: string;
  kit_id: string;
  criterion_id: string;
  code: string;
  title: string;
  position: number;
}

export interface KitView {
  id: string;
  code: string;
  edition: number;
  regime: 'WSR_2020' | 'ORDER_800';
  programme_code: string;
  programme_name: string;
  skill: string | null;
  level: 'PA' | 'BU' | 'PU' | 'PV';
  year: number;
  title: string;
  minutes: number;
  max: number;
  workplaces: number;
  experts: unknown;
  judges: number;
  spread: number;
  state: string;
  is_demo: boolean;
}

export interface MarkTable {
  id: string;
  session_id: string;
  examinee_id: string;
  aspect_id: string;
  person_id: string;
  value: number;
  device: string;
  sequence: number;
  device_at: string;
  server_at: string;
  hash: string;
}

export interface PaperEntryTable {
  id: string;
  session_id: string;
  typed_by: string;
  content: unknown;
  hash: string;
  typed_at: string;
  erased_on: string | null;
}

export interface PassportTable {
  examinee_id: string;
  number: string | null;
  link: string | null;
  file_hash: string | null;
  noted_by: string | null;
  noted_on: string;
}

export interface PersonDayTable {
  person_id: string;
  day: string;
  session_id: string;
  as_what: 'examinee' | 'chief' | 'line' | 'technical' | 'witness';
}

export interface PlaceSignTable {
  id: string;
  session_id: string;
  examinee_id: string;
  person_id: string;
  digest: string;
  signed_at: string;
}

export interface ProtocolTable {
  id: string;
  session_id: string;
  version: number;
  number: string;
  content: unknown;
  hash: string;
  ground: string | null;
  made_by: string | null;
  made_at: string;
}

export interface ResultTable {
  id: string;
  session_id: string;
  examinee_id: string;
  points: number;
  max: number;
  criteria: unknown;
  source: 'here' | 'federal' | 'paper' | 'correction';
  ground: string | null;
  appeal_id: string | null;
  replaces: string | null;
  made_by: string | null;
  made_at: string;
  hash: string;
}

export interface SeatView {
  id: string;
  session_id: string;
  person_id: string;
  role: 'chief' | 'line' | 'technical' | 'witness';
  state: 'invited' | 'confirmed' | 'declined' | 'released';
  of_employers: boolean;
  right_id: string | null;
  day: string;
  session_state: string;
  centre_id: string;
}

export interface SessionTable {
  id: string;
  code: string;
  kit_id: string;
  regime: 'WSR_2020' | 'ORDER_800';
  centre_id: string;
  organisation_id: string;
  attestation_id: string | null;
  day: string;
  starts_at: number;
  check_on: string;
  workplaces: number;
  source: Generated<'here' | 'federal' | 'paper'>;
  state: string;
  state_before: string | null;
  why: string | null;
  announced_on: string | null;
  checked_on: string | null;
  check_number: string | null;
  task_given_at: string | null;
  video_until: string | null;
  locked_at: string | null;
  results_on: string | null;
  planned_by: string | null;
  federal_code: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface SessionExpertTable {
  id: string;
  session_id: string;
  person_id: string;
  role: 'chief' | 'line' | 'technical' | 'witness';
  state: Generated<'invited' | 'confirmed' | 'declined' | 'released'>;
  of_employers: Generated<boolean>;
  right_id: string | null;
  invited_at: string;
  answered_at: string | null;
  why: string | null;
  briefed_at: string | null;
}

export interface SessionView {
  id: string;
  code: string;
  kit_id: string;
  kit_code: string;
  programme_code: string;
  programme_name: string;
  skill: string | null;
  level: 'PA' | 'BU' | 'PU' | 'PV';
  regime: 'WSR_2020' | 'ORDER_800';
  centre_id: string;
  centre: string;
  municipality_id: string | null;
  centre_organisation_id: string;
  organisation_id: string;
  day: string;
  starts_at: number;
  check_on: string;
  workplaces: number;
  source: 'here' | 'federal' | 'paper';
  state: string;
  results_on: string | null;
  is_demo: boolean;
  examinees: number | null;
}

export interface SigningKeyTable {
  id: string;
  public_key: string;
  private_key: string;
  since: string;
}

export interface StaffingTable {
  id: string;
  kind: 'staffing' | 'season';
  days: string;
  options: unknown;
  state: 'computing' | 'proposed' | 'applying' | 'applied' | 'dropped' | 'failed';
  job_id: string | null;
  parts: unknown;
  summary: unknown;
  hash: string | null;
  made_by: string | null;
  made_at: string;
  applied_by: string | null;
  applied_at: string | null;
  rev: Generated<number>;
}

export interface StaffingExamTable {
  id: string;
  staffing_id: string;
  session_id: string | null;
  kit_id: string;
  centre_id: string | null;
  organisation_id: string;
  day: string | null;
  code: string;
  students: string[];
  required: number;
}

export interface StaffingSeatTable {
  id: string;
  staffing_id: string;
  exam_id: string;
  role: 'chief' | 'member' | 'employer';
  person_id: string | null;
  substitutes: Generated<unknown>;
  chosen_by: string | null;
  fault: unknown;
}

export interface WorkplaceDayTable {
  centre_id: string;
  number: number;
  day: string;
  session_id: string;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'exams.appeal': AppealTable;
    'exams.aspect_v': AspectView;
    'exams.attestation': AttestationTable;
    'exams.board': BoardTable;
    'exams.board_member': BoardMemberTable;
    'exams.card': CardTable;
    'exams.centre': CentreTable;
    'exams.centre_check': CentreCheckTable;
    'exams.centre_v': CentreView;
    'exams.criterion_result_v': CriterionResultView;
    'exams.draw': DrawTable;
    'exams.examinee': ExamineeTable;
    'exams.examinee_v': ExamineeView;
    'exams.federal_column': FederalColumnTable;
    'exams.federal_file': FederalFileTable;
    'exams.grade': GradeTable;
    'exams.grade_v': GradeView;
    'exams.incident': IncidentTable;
    'exams.kit': KitTable;
    'exams.kit_aspect': KitAspectTable;
    'exams.kit_criterion': KitCriterionTable;
    'exams.kit_file': KitFileTable;
    'exams.kit_item': KitItemTable;
    'exams.kit_module': KitModuleTable;
    'exams.kit_subcriterion': KitSubcriterionTable;
    'exams.kit_v': KitView;
    'exams.mark': MarkTable;
    'exams.paper_entry': PaperEntryTable;
    'exams.passport': PassportTable;
    'exams.person_day': PersonDayTable;
    'exams.place_sign': PlaceSignTable;
    'exams.protocol': ProtocolTable;
    'exams.result': ResultTable;
    'exams.seat_v': SeatView;
    'exams.session': SessionTable;
    'exams.session_expert': SessionExpertTable;
    'exams.session_v': SessionView;
    'exams.signing_key': SigningKeyTable;
    'exams.staffing': StaffingTable;
    'exams.staffing_exam': StaffingExamTable;
    'exams.staffing_seat': StaffingSeatTable;
    'exams.workplace_day': WorkplaceDayTable;
  }
}
