// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface AppraisalTable {
  placement_id: string;
  competences: unknown;
  qualities: unknown;
  reference: string;
  filled_by: string | null;
  filled_at: string;
  how: 'account' | 'link';
}

export interface AppraisalAskTable {
  placement_id: string;
  asked_on: string;
  mentor_id: string | null;
  times: Generated<number>;
}

export interface AppraisalView {
  placement_id: string;
  host_id: string;
  organisation_id: string;
  asked_on: string;
  answered_on: string | null;
  how: string | null;
}

export interface ConsentTable {
  id: string;
  placement_id: string;
  kind: 'leave_home' | 'guardian';
  asked_on: string | null;
  answer: 'given' | 'refused' | null;
  answered_on: string | null;
  answered_by: string | null;
  how: 'account' | 'link' | 'paper' | null;
  withdrawn_on: string | null;
  original_on: string | null;
}

export interface DistrictView {
  id: string;
  person_id: string;
  organisation_id: string;
  host_id: string;
  state: string;
  starts_on: string | null;
  ends_on: string | null;
  host_place_id: string | null;
  home_id: string | null;
  college_place_id: string | null;
  result: 'finished' | 'offer' | 'employed' | 'failed' | null;
}

export interface FormTable {
  id: string;
  kind: 'form' | 'method';
  name: string;
  about: string;
  kinds: Generated<string[]>;
  source: string;
  body_id: string | null;
  decision_id: string | null;
  valid: string;
  retired_why: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface JournalTable {
  organisation_id: string;
  kind: 'order' | 'hostOrder' | 'gradeSheet';
  file_index: Generated<string>;
  pattern: string;
  year: number;
  last: Generated<number>;
}

export interface LetterTable {
  kind: string;
  subject_id: string;
  address: string;
  sent_on: string;
}

export interface LogDayTable {
  placement_id: string;
  day: string;
  note: string;
  minutes: number;
  written_at: string;
  confirmed_by: string | null;
  confirmed_at: string | null;
}

export interface OfferTable {
  id: string;
  organisation_id: string;
  title: string;
  programmes: string[];
  competences: Generated<string[]>;
  kinds: Generated<string[]>;
  period: string;
  capacity: number;
  min_group: Generated<number>;
  municipality_id: string | null;
  address: string;
  minutes_a_day: number;
  days_a_week: number;
  night: Generated<boolean>;
  works: Generated<string>;
  hazards: Generated<string[]>;
  needs_medical: Generated<boolean>;
  takes_minors: Generated<boolean>;
  accessible: Generated<boolean>;
  lodging: Generated<'none' | 'free' | 'paid'>;
  transport: Generated<'none' | 'bus' | 'paid'>;
  pay: Generated<number>;
  employs: Generated<boolean>;
  access_class: Generated<'open' | 'restricted'>;
  kept_for: string | null;
  state: string;
  renewed_from: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface OfferView {
  id: string;
  organisation_id: string;
  title: string;
  programmes: string[];
  kinds: string[];
  starts_on: string | null;
  ends_on: string | null;
  capacity: number;
  min_group: number;
  municipality_id: string | null;
  state: string;
  access_class: 'open' | 'restricted';
  taken: number | null;
}

export interface OutcomeTable {
  placement_id: string;
  result: 'finished' | 'offer' | 'employed' | 'failed';
  side: 'student' | 'enterprise' | 'college' | 'other' | null;
  reason: string | null;
  on_day: string;
  noted_by: string | null;
}

export interface OwnFindTable {
  id: string;
  plan_id: string;
  student_id: string;
  enterprise: string;
  contact: string;
  works: Generated<string>;
  state: 'proposed' | 'confirmed' | 'declined' | 'withdrawn';
  offer_id: string | null;
  answer: string | null;
  answered_by: string | null;
  answered_at: string | null;
  proposed_at: string;
  rev: Generated<number>;
}

export interface PaperTable {
  id: string;
  organisation_id: string;
  plan_id: string;
  host_id: string | null;
  kind: 'order' | 'hostOrder' | 'gradeSheet';
  number: string;
  on_day: string;
  content: unknown;
  hash: string;
  made_by: string | null;
  made_at: string;
  is_demo: Generated<boolean>;
}

export interface PlaceDayTable {
  offer_id: string;
  day: string;
  capacity: number;
  taken: Generated<number>;
}

export interface PlacementTable {
  id: string;
  plan_id: string;
  student_id: string;
  person_id: string;
  organisation_id: string;
  offer_id: string;
  host_id: string;
  agreement_id: string | null;
  state: string;
  way: 'group' | 'named' | 'target' | 'own' | 'round';
  period: string;
  timetable: unknown;
  employed: Generated<boolean>;
  contract_number: string | null;
  supervisor_id: string | null;
  medical_number: string | null;
  medical_until: string | null;
  briefing_on: string | null;
  briefing_planned_on: string | null;
  report_on: string | null;
  appraisal_on: string | null;
  appraisal_positive: boolean | null;
  reference_on: string | null;
  grade: number | null;
  graded_on: string | null;
  suspended_on: string | null;
  reserved_at: string;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
  log_on: string | null;
}

export interface PlacementView {
  id: string;
  plan_id: string;
  student_id: string;
  person_id: string;
  organisation_id: string;
  offer_id: string;
  host_id: string;
  state: string;
  way: 'group' | 'named' | 'target' | 'own' | 'round';
  starts_on: string | null;
  ends_on: string | null;
  supervisor_id: string | null;
  grade: number | null;
  result: 'finished' | 'offer' | 'employed' | 'failed' | null;
  side: 'student' | 'enterprise' | 'college' | 'other' | null;
}

export interface PlanTable {
  id: string;
  group_id: string;
  organisation_id: string;
  school_year: number;
  kind: 'UP' | 'PP' | 'PDP' | 'ST';
  module_code: string;
  title: string;
  period: string;
  academic_hours: number;
  competences: Generated<string[]>;
  held_at: 'college' | 'enterprise';
  supervisor_id: string | null;
  workshop_id: string | null;
  state: string;
  approved_by: string | null;
  approved_at: string | null;
  order_number: string | null;
  order_on: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
  form_id: string | null;
}

export interface PlanFileTable {
  id: string;
  organisation_id: string;
  school_year: number;
  file_name: string;
  hash: string;
  rows: unknown;
  made_by: string | null;
  made_at: string;
  applied_at: string | null;
}

export interface PlanView {
  id: string;
  group_id: string;
  organisation_id: string;
  school_year: number;
  kind: 'UP' | 'PP' | 'PDP' | 'ST';
  module_code: string;
  title: string;
  starts_on: string | null;
  ends_on: string | null;
  academic_hours: number;
  competences: string[];
  held_at: 'college' | 'enterprise';
  supervisor_id: string | null;
  state: string;
}

export interface RankingTable {
  round_id: string;
  student_id: string;
  offer_id: string;
  place: number;
}

export interface RoundTable {
  id: string;
  title: string;
  school_year: number;
  rule: 'student-optimal' | 'place-optimal' | 'place-more' | 'best-ranks';
  state: string;
  opens_at: string;
  freezes_at: string;
  input_hash: string | null;
  seed_commitment: string | null;
  seed: string | null;
  certificate: unknown;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
  organisation_id: string | null;
  policy: Generated<'stable' | 'frozen'>;
  classes: Generated<unknown>;
  beacon: string | null;
  job_id: string | null;
  last_run: Generated<number>;
  frozen_at: string | null;
  published_at: string | null;
  rule_version: Generated<string>;
  quotas: Generated<unknown>;
  caps: Generated<unknown>;
  leftovers: Generated<boolean>;
  answer_by: string | null;
  faults: Generated<unknown>;
}

export interface RoundDrawTable {
  round_id: string;
  run: number;
  cause: 'draw' | 'repair';
  input: string;
  input_hash: string;
  result: string | null;
  statistics: unknown;
  made_at: string;
  computed_ms: number | null;
  leftovers: unknown;
  measured: unknown;
}

export interface RoundEntryTable {
  id: string;
  round_id: string;
  student_id: string;
  plan_id: string;
  consented_at: string;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
  rev: Generated<number>;
  confirmed_at: string | null;
}

export interface RoundOfferTable {
  round_id: string;
  offer_id: string;
  seats: number;
  cutoff: unknown;
  closed: Generated<boolean>;
  left_on: string | null;
  left_why: string | null;
}

export interface RoundPinTable {
  round_id: string;
  student_id: string;
  offer_id: string;
  why: 'target' | 'own' | 'named';
  contract_number: string | null;
  made_by: string | null;
  made_at: string;
}

export interface RoundPlanTable {
  round_id: string;
  plan_id: string;
}

export interface RoundResultTable {
  round_id: string;
  run: number;
  student_id: string;
  offer_id: string | null;
  rank: number | null;
  pinned: Generated<boolean>;
  refusals: Generated<unknown>;
  administrative: Generated<boolean>;
  stood: number | null;
  tier: number | null;
}

export interface TraineeTable {
  person_id: string;
  home_id: string | null;
  needs_access: Generated<boolean>;
  guardian_name: string | null;
  guardian_contact: string | null;
  guardian_confirmed_by: string | null;
  guardian_confirmed_on: string | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'practice.appraisal': AppraisalTable;
    'practice.appraisal_ask': AppraisalAskTable;
    'practice.appraisal_v': AppraisalView;
    'practice.consent': ConsentTable;
    'practice.district_v': DistrictView;
    'practice.form': FormTable;
    'practice.journal': JournalTable;
    'practice.letter': LetterTable;
    'practice.log_day': LogDayTable;
    'practice.offer': OfferTable;
    'practice.offer_v': OfferView;
    'practice.outcome': OutcomeTable;
    'practice.own_find': OwnFindTable;
    'practice.paper': PaperTable;
    'practice.place_day': PlaceDayTable;
    'practice.placement': PlacementTable;
    'practice.placement_v': PlacementView;
    'practice.plan': PlanTable;
    'practice.plan_file': PlanFileTable;
    'practice.plan_v': PlanView;
    'practice.ranking': RankingTable;
    'practice.round': RoundTable;
    'practice.round_draw': RoundDrawTable;
    'practice.round_entry': RoundEntryTable;
    'practice.round_offer': RoundOfferTable;
    'practice.round_pin': RoundPinTable;
    'practice.round_plan': RoundPlanTable;
    'practice.round_result': RoundResultTable;
    'practice.trainee': TraineeTable;
  }
}
