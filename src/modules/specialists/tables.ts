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
    'specialists.mentor': MentorTable;
    'specialists.mentor_v': MentorView;
    'specialists.tutoring': TutoringTable;
    'specialists.tutoring_v': TutoringView;
  }
}
