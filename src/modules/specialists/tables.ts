// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface AppointmentTable {
  id: string;
  mentor_id: string;
  order_number: string;
  order_on: string;
  legal_basis: 'employment' | 'practice' | 'duty';
  consent_on: string;
  content: string;
  pay_form: 'none' | 'monthly' | 'per_trainee' | 'percent';
  pay_value: number | null;
  capacity: number;
  valid: string;
  notice_on: string | null;
  notice_by: 'mentor' | 'organisation' | null;
  notice_reason: string | null;
  rev: Generated<number>;
}

export interface ExpertTable {
  id: string;
  person_id: string;
  organisation_id: string | null;
  post: string | null;
  of_employers: Generated<boolean>;
  municipality_id: string | null;
  weekdays: Generated<number[]>;
  month_limit: Generated<number>;
  experience_since: string | null;
  source: string | null;
  left_on: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface ExpertAbsenceTable {
  id: string;
  expert_id: string;
  kind: 'busy' | 'ill' | 'free';
  period: string;
  noted_on: string;
}

export interface ExpertAbsenceView {
  id: string;
  expert_id: string;
  person_id: string;
  kind: 'busy' | 'ill' | 'free';
  period: string;
}

export interface ExpertApplicationTable {
  id: string;
  person_id: string;
  regime: string;
  level: string;
  codes: string[];
  kind: 'new' | 'renewal';
  course_number: string | null;
  course_on: string | null;
  attempt_id: string | null;
  state: 'sent' | 'granted' | 'refused' | 'withdrawn';
  sent_on: string;
  decided_on: string | null;
  decided_by: string | null;
  ground: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface ExpertAttemptTable {
  id: string;
  test_id: string;
  person_id: string;
  number: number;
  questions: unknown;
  answers: unknown;
  started_at: string;
  finished_at: string | null;
  score: number | null;
  passed: boolean | null;
}

export interface ExpertCircumstanceTable {
  id: string;
  expert_id: string;
  surname: string;
  given_name: string;
  birth_date: string | null;
  person_id: string | null;
  declared_on: string;
  ended_on: string | null;
}

export interface ExpertDeclarationTable {
  id: string;
  expert_id: string;
  source_kind: string;
  source_id: string;
  kind: 'none' | 'employer';
  text: string | null;
  declared_at: string;
}

export interface ExpertDeclarationView {
  expert_id: string;
  person_id: string;
  source_kind: string;
  source_id: string;
  kind: 'none' | 'employer';
  declared_at: string;
}

export interface ExpertRightTable {
  id: string;
  expert_id: string;
  regime: 'WSR_2020' | 'ORDER_800';
  level: string;
  code: string;
  valid: string;
  document_number: string | null;
  document_on: string | null;
  application_id: string | null;
  source: string | null;
  ended_why: string | null;
}

export interface ExpertRightView {
  id: string;
  expert_id: string;
  person_id: string;
  regime: 'WSR_2020' | 'ORDER_800';
  level: string;
  code: string;
  valid: string;
  may_lead: boolean | null;
}

export interface ExpertServiceTable {
  id: string;
  person_id: string;
  source_kind: string;
  source_id: string;
  on_day: string;
  role: string;
  code: string | null;
  organisation_id: string | null;
  state: 'invited' | 'confirmed' | 'declined' | 'released' | 'served';
  reason: string | null;
  noted_at: string;
}

export interface ExpertServiceView {
  id: string;
  person_id: string;
  source_kind: string;
  source_id: string;
  on_day: string;
  role: string;
  code: string | null;
  organisation_id: string | null;
  state: 'invited' | 'confirmed' | 'declined' | 'released' | 'served';
  reason: string | null;
  noted_at: string;
}

export interface ExpertTestTable {
  id: string;
  title: string;
  regime: string;
  level: string;
  questions: unknown;
  asked: number;
  pass_percent: number;
  most_attempts: number;
  minutes: number;
  valid: string;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface ExpertView {
  id: string;
  person_id: string;
  organisation_id: string | null;
  municipality_id: string | null;
  short_name: string | null;
  full_name: string | null;
  sort_key: string;
  organisation: string | null;
  organisation_kind: string | null;
  post: string | null;
  of_employers: boolean;
  weekdays: number[];
  month_limit: number;
  left_on: string | null;
  is_demo: boolean;
}

export interface MentorTable {
  id: string;
  person_id: string;
  organisation_id: string;
  post: string;
  programmes: Generated<string[]>;
  experience_since: string | null;
  trained_on: string | null;
  clearance_number: string | null;
  clearance_on: string | null;
  clearance_by: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface MentorView {
  appointment_id: string;
  mentor_id: string;
  person_id: string;
  organisation_id: string;
  municipality_id: string | null;
  short_name: string | null;
  full_name: string | null;
  post: string;
  programmes: string[];
  clearance_on: string | null;
  valid: string;
  capacity: number;
  legal_basis: 'employment' | 'practice' | 'duty';
  notice_on: string | null;
}

export interface TutoringTable {
  id: string;
  appointment_id: string;
  trainee_id: string | null;
  cohort_id: string | null;
  people: number;
  legal_basis: string;
  valid: string;
  source_kind: string;
  source_id: string;
  ended_why: string | null;
}

export interface TutoringView {
  id: string;
  appointment_id: string;
  mentor_person_id: string;
  organisation_id: string;
  trainee_id: string | null;
  cohort_id: string | null;
  people: number;
  valid: string;
  source_kind: string;
  source_id: string;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'specialists.appointment': AppointmentTable;
    'specialists.expert': ExpertTable;
    'specialists.expert_absence': ExpertAbsenceTable;
    'specialists.expert_absence_v': ExpertAbsenceView;
    'specialists.expert_application': ExpertApplicationTable;
    'specialists.expert_attempt': ExpertAttemptTable;
    'specialists.expert_circumstance': ExpertCircumstanceTable;
    'specialists.expert_declaration': ExpertDeclarationTable;
    'specialists.expert_declaration_v': ExpertDeclarationView;
    'specialists.expert_right': ExpertRightTable;
    'specialists.expert_right_v': ExpertRightView;
    'specialists.expert_service': ExpertServiceTable;
    'specialists.expert_service_v': ExpertServiceView;
    'specialists.expert_test': ExpertTestTable;
    'specialists.expert_v': ExpertView;
    'specialists.mentor': MentorTable;
    'specialists.mentor_v': MentorView;
    'specialists.tutoring': TutoringTable;
    'specialists.tutoring_v': TutoringView;
  }
}
