// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface AnswerTable {
  id: string;
  campaign_id: string;
  organisation_id: string;
  state: 'draft' | 'submitted' | 'checked' | 'returned';
  fields: Generated<unknown>;
  submitted_at: string | null;
  submitted_by: string | null;
  rev: Generated<number>;
}

export interface CampaignTable {
  id: string;
  title: string;
  year: number;
  first_year: number;
  last_year: number;
  opens_on: string;
  closes_on: string;
  questionnaire: unknown;
  state: 'draft' | 'open' | 'closed';
}

export interface ImportTable {
  id: string;
  kind: 'needs' | 'vacancies' | 'outcomes';
  file_name: string;
  hash: string;
  content: Uint8Array | null;
  organisation_id: string | null;
  municipality_id: string | null;
  year: number | null;
  columns: Generated<unknown>;
  state: 'reading' | 'read' | 'refused' | 'applying' | 'applied' | 'cancelled';
  mapping: Generated<unknown>;
  report: unknown;
  counts: unknown;
  spellings: Generated<unknown>;
  effect: unknown;
  fault: unknown;
  mode: 'all' | 'good' | null;
  job_id: string | null;
  made_by: string;
  made_at: string;
  applied_at: string | null;
  as_of: string | null;
  complete: Generated<boolean>;
  present: Generated<unknown>;
}

export interface ImportRowTable {
  import_id: string;
  row: number;
  part: number;
  data: unknown;
}

export interface ImportRowView {
  import_id: string;
  row: number | null;
  part: number;
  data: unknown;
}

export interface ImportView {
  id: string;
  kind: 'needs' | 'vacancies' | 'outcomes';
  year: number | null;
  spellings: unknown;
}

export interface LineTable {
  id: string;
  organisation_id: string;
  campaign_id: string | null;
  municipality_id: string;
  occupation: string;
  year: number;
  kind: 'new' | 'replacement' | 'project';
  count: number;
  confidence: 'low' | 'mid' | 'high';
  reason: string | null;
  project_id: string | null;
  spo_code: string | null;
  source: string;
  state: Generated<'stated' | 'confirmed' | 'withdrawn'>;
  stated_on: string;
  rev: Generated<number>;
}

export interface LineView {
  id: string;
  organisation_id: string;
  organisation: string | null;
  okved: string | null;
  size_class: string | null;
  access_class: string | null;
  municipality_id: string;
  municipality: string;
  zone_id: string;
  zone_code: string;
  occupation: string;
  year: number;
  kind: 'new' | 'replacement' | 'project';
  count: number;
  confidence: 'low' | 'mid' | 'high';
  reason: string | null;
  project_id: string | null;
  spo_code: string | null;
  source: string;
  state: 'stated' | 'confirmed' | 'withdrawn';
  stated_on: string;
  campaign_id: string | null;
}

export interface PopulationHeadcountTable {
  section: string;
  size_class: string;
  year: number;
  population: number;
  source: string;
}

export interface PopulationHeadcountView {
  section: string;
  size_class: string;
  year: number;
  population: number;
  source: string;
}

export interface ProjectTable {
  id: string;
  code: string;
  name: string;
  organisation_id: string | null;
  municipality_id: string | null;
  start_year: number;
  jobs: number;
  source: string;
  rev: Generated<number>;
}

export interface ProjectView {
  id: string;
  code: string;
  name: string;
  organisation_id: string | null;
  municipality_id: string | null;
  start_year: number;
  jobs: number;
  source: string;
  rev: number;
}

export interface SpellingTable {
  kind: 'college';
  spelling: string;
  organisation_id: string | null;
  decided_by: string;
  decided_at: string;
}

export interface SpellingView {
  kind: 'college';
  spelling: string;
  organisation_id: string | null;
}

export interface StaffTable {
  organisation_id: string;
  occupation: string;
  year: number;
  headcount: number;
  ages: number[] | null;
}

export interface StaffView {
  organisation_id: string;
  occupation: string;
  year: number;
  headcount: number;
  ages: number[] | null;
  okved: string | null;
  size_class: string | null;
  municipality_id: string | null;
  zone_id: string | null;
  zone_code: string | null;
}

export interface StaffingTable {
  section: string;
  occupation: string;
  year: number;
  headcount: number;
  source: string;
}

export interface StaffingView {
  section: string;
  occupation: string;
  year: number;
  headcount: number;
  source: string;
}

export interface VacancyTable {
  id: string;
  source: string;
  external_id: string;
  organisation_id: string | null;
  employer: string | null;
  inn: string | null;
  title: string;
  occupation: string | null;
  municipality_id: string | null;
  opened_on: string | null;
  seen_on: string;
  work_places: number;
  salary_min: number | null;
  salary_max: number | null;
  duplicate_of: string | null;
  raw: unknown;
  closed_on: string | null;
  line_id: string | null;
}

export interface VacancyView {
  id: string;
  source: string;
  external_id: string;
  organisation_id: string | null;
  employer: string | null;
  inn: string | null;
  title: string;
  occupation: string | null;
  municipality_id: string | null;
  opened_on: string | null;
  seen_on: string;
  work_places: number;
  salary_min: number | null;
  salary_max: number | null;
  duplicate_of: string | null;
  raw: unknown;
  closed_on: string | null;
  line_id: string | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'needs.answer': AnswerTable;
    'needs.campaign': CampaignTable;
    'needs.import': ImportTable;
    'needs.import_row': ImportRowTable;
    'needs.import_row_v': ImportRowView;
    'needs.import_v': ImportView;
    'needs.line': LineTable;
    'needs.line_v': LineView;
    'needs.population_headcount': PopulationHeadcountTable;
    'needs.population_headcount_v': PopulationHeadcountView;
    'needs.project': ProjectTable;
    'needs.project_v': ProjectView;
    'needs.spelling': SpellingTable;
    'needs.spelling_v': SpellingView;
    'needs.staff': StaffTable;
    'needs.staff_v': StaffView;
    'needs.staffing': StaffingTable;
    'needs.staffing_v': StaffingView;
    'needs.vacancy': VacancyTable;
    'needs.vacancy_v': VacancyView;
  }
}
