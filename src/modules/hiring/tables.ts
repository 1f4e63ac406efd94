// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface CandidateTable {
  id: string;
  organisation_id: string;
  person_id: string;
  student_id: string;
  way: 'session' | 'practice' | 'fit' | 'pool';
  session_id: string | null;
  need_line_id: string | null;
  vacancy_id: string | null;
  note: string | null;
  added_by: string | null;
  added_on: string;
  removed_on: string | null;
  removed_why: 'employer' | 'withdrawn' | 'hired' | null;
  is_demo: Generated<boolean>;
}

export interface ConsentedView {
  person_id: string | null;
  purpose: string | null;
  given_on: string | null;
}

export interface EmploymentView {
  organisation_id: string;
  programme_code: string;
  graduation_year: number;
  months: number;
  graduates: number | null;
  known: number | null;
  employed: number | null;
  in_field: number | null;
}

export interface FormPartTable {
  organisation_id: string;
  programme_code: string;
  graduation_year: number;
  line: number;
  counts: unknown;
}

export interface HireTable {
  id: string;
  offer_id: string | null;
  organisation_id: string;
  person_id: string;
  student_id: string;
  need_line_id: string | null;
  vacancy_id: string | null;
  post: string;
  occupation: string | null;
  started_on: string;
  ended_on: string | null;
  order_number: string | null;
  noted_by: string | null;
  is_demo: Generated<boolean>;
}

export interface HireView {
  id: string;
  offer_id: string | null;
  organisation_id: string;
  person_id: string;
  student_id: string;
  need_line_id: string | null;
  vacancy_id: string | null;
  post: string;
  occupation: string | null;
  started_on: string;
  ended_on: string | null;
  is_demo: boolean;
}

export interface InterestTable {
  id: string;
  organisation_id: string;
  programme_code: string;
  municipality_id: string | null;
  people: number | null;
  since: string;
  ended_on: string | null;
  made_by: string | null;
  is_demo: Generated<boolean>;
}

export interface InvitationTable {
  id: string;
  candidate_id: string;
  organisation_id: string;
  person_id: string;
  words: string;
  meet_on: string | null;
  place: string | null;
  state: string;
  made_on: string;
  answered_on: string | null;
  is_demo: Generated<boolean>;
}

export interface MatchTable {
  whom: 'person' | 'opening';
  person_id: string;
  student_id: string;
  opening: string;
  organisation_id: string;
  position: number;
  score: number;
  most: number;
  share: number;
  reasons: unknown;
}

export interface MatchRunTable {
  id: string;
  computed_at: string;
  people: number;
  openings: number;
  milliseconds: number;
}

export interface OfferTable {
  id: string;
  organisation_id: string;
  person_id: string;
  student_id: string;
  candidate_id: string | null;
  need_line_id: string | null;
  vacancy_id: string | null;
  session_id: string | null;
  post: string;
  occupation: string | null;
  municipality_id: string | null;
  pay: number | null;
  starts_on: string;
  answer_until: string;
  words: string | null;
  state: string;
  made_by: string | null;
  made_on: string;
  answered_on: string | null;
  why: string | null;
  is_demo: Generated<boolean>;
  rev: Generated<number>;
}

export interface OfferView {
  id: string;
  organisation_id: string;
  person_id: string;
  student_id: string;
  need_line_id: string | null;
  vacancy_id: string | null;
  session_id: string | null;
  post: string;
  occupation: string | null;
  starts_on: string;
  state: string;
  made_on: string;
  answered_on: string | null;
  is_demo: boolean;
}

export interface OutcomeTable {
  id: string;
  student_id: string;
  person_id: string;
  organisation_id: string;
  programme_code: string;
  graduation_year: number;
  months: number;
  due_on: string;
  asked_at: string | null;
  what:
    | 'employed'
    | 'entrepreneur'
    | 'self_employed'
    | 'army'
    | 'further_study'
    | 'parental_leave'
    | 'at_risk'
    | 'registered_unemployed'
    | 'other'
    | 'undecided'
    | null;
  in_field: boolean | null;
  occupation: string | null;
  employer: string | null;
  answered_on: string | null;
  how: 'link' | 'account' | 'college' | 'file' | 'hire' | null;
  noted_by: string | null;
  is_demo: Generated<boolean>;
}

export interface OutcomeFileTable {
  id: string;
  organisation_id: string;
  file_name: string;
  hash: string;
  rows: unknown;
  made_by: string | null;
  made_at: string;
  applied_at: string | null;
}

export interface RequirementTable {
  id: string;
  organisation_id: string;
  need_line_id: string | null;
  vacancy_id: string | null;
  programme_code: string;
  competence: string;
  essential: Generated<boolean>;
}

export interface ShownView {
  organisation_id: string | null;
  person_id: string | null;
  student_id: string | null;
  ground: string | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'hiring.candidate': CandidateTable;
    'hiring.consented_v': ConsentedView;
    'hiring.employment_v': EmploymentView;
    'hiring.form_part': FormPartTable;
    'hiring.hire': HireTable;
    'hiring.hire_v': HireView;
    'hiring.interest': InterestTable;
    'hiring.invitation': InvitationTable;
    'hiring.match': MatchTable;
    'hiring.match_run': MatchRunTable;
    'hiring.offer': OfferTable;
    'hiring.offer_v': OfferView;
    'hiring.outcome': OutcomeTable;
    'hiring.outcome_file': OutcomeFileTable;
    'hiring.requirement': RequirementTable;
    'hiring.shown_v': ShownView;
  }
}
