// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface CollegeTable {
  organisation_id: string;
  places: number;
  dormitory: Generated<number>;
  ownership: 'state' | 'private';
}

export interface CollegeView {
  organisation_id: string;
  places: number;
  dormitory: number;
  ownership: 'state' | 'private';
}

export interface ContingentView {
  programme_id: string;
  organisation_id: string;
  code: string;
  base: number;
  form: string;
  intake_year: number;
  course: number;
  graduation_year: number;
  funding: 'quota' | 'target' | 'paid';
  studying: number | null;
  on_leave: number | null;
  lost: number | null;
  men: number | null;
}

export interface ImportTable {
  id: string;
  kind: 'contingent' | 'curriculum' | 'admission';
  organisation_id: string;
  programme_id: string | null;
  file_name: string;
  hash: string;
  mapping: unknown;
  rows: unknown;
  made_by: string | null;
  made_at: string;
  applied_at: string | null;
  result: unknown;
}

export interface ModuleTable {
  id: string;
  version_id: string;
  code: string;
  name: string;
  kind: string;
  academic_hours: number;
  competences: Generated<string[]>;
  position: number;
  practice_hours: Generated<number>;
}

export interface ModuleView {
  id: string;
  version_id: string;
  programme_id: string;
  code: string;
  name: string;
  kind: string;
  academic_hours: number;
  practice_hours: number;
  competences: string[];
  position: number | null;
}

export interface OutcomeTable {
  id: string;
  organisation_id: string;
  programme_id: string | null;
  code: string;
  year: number;
  graduates: number;
  in_field: Generated<number>;
  other_work: Generated<number>;
  self_employed: Generated<number>;
  army: Generated<number>;
  further_study: Generated<number>;
  parental_leave: Generated<number>;
  left_region: Generated<number>;
  unemployed: Generated<number>;
  source: string;
  employed: number | null;
}

export interface OutcomeView {
  id: string;
  organisation_id: string;
  programme_id: string | null;
  code: string;
  year: number;
  graduates: number;
  in_field: number;
  other_work: number;
  self_employed: number;
  army: number;
  further_study: number;
  parental_leave: number;
  left_region: number;
  unemployed: number;
  source: string;
  employed: number | null;
}

export interface PlanView {
  version_id: string;
  academic_hours: number | null;
  practice_hours: number | null;
  professional_hours: number | null;
}

export interface ProgrammeTable {
  id: string;
  organisation_id: string;
  code: string;
  name: string;
  base: number;
  form: string;
  months: number;
  standard: string | null;
  capacity: Generated<number>;
  workshop_id: string | null;
  is_new: Generated<boolean>;
  is_flexible: Generated<boolean>;
  is_adapted: Generated<boolean>;
  closed_on: string | null;
  rev: Generated<number>;
}

export interface ProgrammeView {
  id: string;
  organisation_id: string;
  college: string | null;
  municipality_id: string | null;
  zone_id: string | null;
  code: string;
  name: string;
  base: number;
  form: string;
  months: number;
  standard: string | null;
  capacity: number;
  workshop_id: string | null;
  is_new: boolean;
  is_flexible: boolean;
  is_adapted: boolean;
  closed_on: string | null;
}

export interface SeatLineTable {
  id: string;
  programme_id: string;
  intake_year: number;
  funding: 'quota' | 'target' | 'paid';
  seats: number;
  applied: number | null;
  enrolled: number | null;
  average_mark: number | null;
  order_line_id: string | null;
  rev: Generated<number>;
}

export interface SeatLineView {
  id: string;
  programme_id: string;
  organisation_id: string;
  code: string;
  base: number;
  form: string;
  intake_year: number;
  funding: 'quota' | 'target' | 'paid';
  seats: number;
  applied: number | null;
  enrolled: number | null;
  average_mark: number | null;
  order_line_id: string | null;
}

export interface StudentTable {
  id: string;
  person_id: string;
  group_id: string;
  seat_line_id: string | null;
  funding: 'quota' | 'target' | 'paid';
  status: 'studying' | 'leave' | 'expelled' | 'transferred' | 'graduated';
  external_key: string | null;
  rev: Generated<number>;
}

export interface StudentEventTable {
  id: string;
  student_id: string;
  on_date: string;
  kind: 'enrolment' | 'transfer-in' | 'transfer-out' | 'leave' | 'return' | 'expulsion' | 'graduation';
  order_number: string | null;
  ground: string | null;
  until_on: string | null;
}

export interface StudentView {
  id: string;
  person_id: string;
  group_id: string;
  organisation_id: string;
  programme_id: string;
  seat_line_id: string | null;
  funding: 'quota' | 'target' | 'paid';
  status: 'studying' | 'leave' | 'expelled' | 'transferred' | 'graduated';
  course: number;
  intake_year: number;
  graduation_year: number;
}

export interface StudyGroupTable {
  id: string;
  programme_id: string;
  version_id: string | null;
  code: string;
  intake_year: number;
  course: number;
  graduation_year: number;
  curator_id: string | null;
  rev: Generated<number>;
  course_year: number | null;
}

export interface StudyGroupView {
  id: string;
  code: string;
  programme_id: string;
  organisation_id: string;
  programme_code: string;
  programme_name: string;
  intake_year: number;
  course: number;
  graduation_year: number;
  curator_id: string | null;
}

export interface TeachingTable {
  id: string;
  person_id: string;
  group_id: string;
  module_code: string;
  academic_hours: number;
  school_year: number;
  ended_on: string | null;
  terms: Generated<'staff' | 'hourly'>;
}

export interface TeachingView {
  id: string;
  person_id: string;
  group_id: string;
  organisation_id: string;
  module_code: string;
  academic_hours: number;
  school_year: number;
  ended_on: string | null;
  terms: 'staff' | 'hourly';
}

export interface VersionTable {
  id: string;
  programme_id: string;
  title: string;
  valid: string;
}

export interface VersionView {
  id: string;
  programme_id: string;
  title: string;
  valid: string;
}

export interface WorkshopTable {
  id: string;
  organisation_id: string;
  name: string;
  field_group: string | null;
  places: number;
}

export interface WorkshopView {
  id: string;
  organisation_id: string;
  name: string;
  field_group: string | null;
  places: number;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'programmes.college': CollegeTable;
    'programmes.college_v': CollegeView;
    'programmes.contingent_v': ContingentView;
    'programmes.import': ImportTable;
    'programmes.module': ModuleTable;
    'programmes.module_v': ModuleView;
    'programmes.outcome': OutcomeTable;
    'programmes.outcome_v': OutcomeView;
    'programmes.plan_v': PlanView;
    'programmes.programme': ProgrammeTable;
    'programmes.programme_v': ProgrammeView;
    'programmes.seat_line': SeatLineTable;
    'programmes.seat_line_v': SeatLineView;
    'programmes.student': StudentTable;
    'programmes.student_event': StudentEventTable;
    'programmes.student_v': StudentView;
    'programmes.study_group': StudyGroupTable;
    'programmes.study_group_v': StudyGroupView;
    'programmes.teaching': TeachingTable;
    'programmes.teaching_v': TeachingView;
    'programmes.version': VersionTable;
    'programmes.version_v': VersionView;
    'programmes.workshop': WorkshopTable;
    'programmes.workshop_v': WorkshopView;
  }
}
