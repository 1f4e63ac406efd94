// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface AnswerTable {
  id: string;
  variant_id: string;
  round: number;
  college_id: string;
  state: 'waiting' | 'accepted' | 'objected';
  due: string;
  asked_at: string;
  answered_at: string | null;
  answered_on: string | null;
  answered_by: string | null;
  note: string | null;
}

export interface AnswerView {
  id: string;
  variant_id: string;
  round: number;
  college_id: string;
  state: 'waiting' | 'accepted' | 'objected';
  due: string;
  asked_at: string;
  answered_at: string | null;
  answered_on: string | null;
  answered_by: string | null;
  note: string | null;
  latest: boolean | null;
}

export interface ApplicantsTable {
  municipality_id: string;
  year: number;
  grade9: number;
  grade11: number;
  share9: number;
  share11: number;
  mobile: Generated<number>;
  source: string;
}

export interface ApplicantsView {
  municipality_id: string;
  year: number;
  grade9: number;
  grade11: number;
  share9: number;
  share11: number;
  mobile: number;
  source: string;
}

export interface BackingTable {
  variant_id: string;
  programme_id: string;
  occupation: string;
  zone: string;
  year: number;
  need_line_id: string | null;
  people: number;
}

export interface BackingView {
  variant_id: string;
  programme_id: string;
  occupation: string;
  zone: string;
  year: number;
  need_line_id: string | null;
  people: number;
}

export interface BudgetTable {
  source: string;
  year: number;
  name: string;
  amount: number;
  committed: Generated<number>;
}

export interface BudgetView {
  source: string;
  year: number;
  name: string;
  amount: number;
  committed: number;
}

export interface CourseTable {
  id: string;
  code: string;
  centre_id: string;
  name: string;
  kind: string;
  occupation: string;
  hours: number;
  group_min: number;
  group_max: number;
  groups_max: number;
  price: number;
  success: number;
}

export interface CourseView {
  id: string;
  code: string;
  centre_id: string;
  name: string;
  kind: string;
  occupation: string;
  hours: number;
  group_min: number;
  group_max: number;
  groups_max: number;
  price: number;
  success: number;
}

export interface ObjectionTable {
  id: string;
  answer_id: string;
  programme_id: string;
  proposed: number;
  seats: number;
  reason: string;
  verdict: 'taken' | 'declined' | null;
  reply: string | null;
  replied_at: string | null;
  replied_by: string | null;
}

export interface SeatLineTable {
  id: string;
  variant_id: string;
  programme_id: string;
  intake_year: number;
  groups: number;
  calculated: number;
  seats: number;
  last_year: number;
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
  loss: unknown;
  why: unknown;
}

export interface SeatLineView {
  id: string;
  variant_id: string;
  programme_id: string;
  intake_year: number;
  groups: number;
  calculated: number;
  seats: number;
  last_year: number;
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
  loss: unknown;
  why: unknown;
}

export interface VariantTable {
  id: string;
  decision_year: number;
  version: number;
  title: string;
  state:
    | 'queued'
    | 'running'
    | 'calculated'
    | 'failed'
    | 'cancelled'
    | 'proposed'
    | 'approved'
    | 'superseded';
  forecast_run_id: string;
  settings: unknown;
  certificate: unknown;
  summary: unknown;
  problem: unknown;
  rev: Generated<number>;
  prepared_by: string | null;
  created_at: string;
  calculated_at: string | null;
  approved_by: string | null;
  approved_at: string | null;
  document_hash: string | null;
  document_number: string | null;
  job_id: string | null;
  based_on: string | null;
  decisions: Generated<unknown>;
  returned: unknown;
}

export interface VariantFileTable {
  variant_id: string;
  name: string;
  content_gz: Uint8Array;
}

export interface VariantView {
  id: string;
  decision_year: number;
  version: number;
  title: string;
  state:
    | 'queued'
    | 'running'
    | 'calculated'
    | 'failed'
    | 'cancelled'
    | 'proposed'
    | 'approved'
    | 'superseded';
  forecast_run_id: string;
  summary: unknown;
  prepared_by: string | null;
  created_at: string;
  calculated_at: string | null;
  approved_by: string | null;
  approved_at: string | null;
  document_hash: string | null;
  document_number: string | null;
  certificate: unknown;
  based_on: string | null;
  decisions: unknown;
  rev: number;
  job_id: string | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'training_order.answer': AnswerTable;
    'training_order.answer_v': AnswerView;
    'training_order.applicants': ApplicantsTable;
    'training_order.applicants_v': ApplicantsView;
    'training_order.backing': BackingTable;
    'training_order.backing_v': BackingView;
    'training_order.budget': BudgetTable;
    'training_order.budget_v': BudgetView;
    'training_order.course': CourseTable;
    'training_order.course_v': CourseView;
    'training_order.objection': ObjectionTable;
    'training_order.seat_line': SeatLineTable;
    'training_order.seat_line_v': SeatLineView;
    'training_order.variant': VariantTable;
    'training_order.variant_file': VariantFileTable;
    'training_order.variant_v': VariantView;
  }
}
