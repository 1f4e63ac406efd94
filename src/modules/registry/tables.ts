// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface AssignmentTable {
  id: string;
  person_id: string;
  role: string;
  organisation_id: string | null;
  municipality_id: string | null;
  valid: string;
  appointed_by: string | null;
  ground: string | null;
}

export interface AssignmentView {
  id: string;
  person_id: string;
  role: string;
  organisation_id: string | null;
  municipality_id: string | null;
  valid: string;
}

export interface CohortTable {
  id: string;
  kind: string;
  name: string;
  organisation_id: string | null;
}

export interface CohortMemberTable {
  cohort_id: string;
  person_id: string;
  valid: string;
}

export interface CohortView {
  id: string;
  kind: string;
  name: string;
  organisation_id: string | null;
  person_id: string | null;
  valid: string | null;
}

export interface ConsentTable {
  id: string;
  person_id: string;
  purpose: string;
  version: number;
  given_on: string;
  given_by: string | null;
  given_how: 'account' | 'link' | 'paper';
  withdrawn_on: string | null;
}

export interface ConsentView {
  id: string;
  person_id: string;
  purpose: string;
  version: number;
  given_on: string;
  withdrawn_on: string | null;
  given_how: 'account' | 'link' | 'paper';
}

export interface ContactView {
  person_id: string;
  kind: 'email' | 'phone';
  value: string;
  valid: string;
}

export interface DistanceView {
  from_id: string;
  to_id: string;
  km: number | null;
  by_road: boolean | null;
}

export interface MergeTable {
  id: string;
  kind: 'organisation' | 'person';
  kept_id: string;
  merged_id: string;
  reason: string;
  at: string;
  by_person: string | null;
  undone_at: string | null;
  moved: Generated<unknown>;
  stayed: Generated<unknown>;
}

export interface MunicipalityTable {
  id: string;
  code: string;
  name: string;
  short_name: string;
  centre: string;
  kind: string;
  lat: number;
  lon: number;
  is_rural: boolean;
  zone_id: string;
  source: string;
}

export interface MunicipalityView {
  id: string;
  code: string;
  name: string;
  short_name: string;
  centre: string;
  kind: string;
  lat: number;
  lon: number;
  is_rural: boolean;
  zone_id: string;
  source: string;
  zone_code: string;
  zone_name: string;
}

export interface OrganisationTable {
  id: string;
  kind: string;
  inn: string | null;
  kpp: string | null;
  ogrn: string | null;
  okved: string | null;
  municipality_id: string | null;
  address: string | null;
  lat: number | null;
  lon: number | null;
  size_class: '1-15' | '16-100' | '101-250' | '251+' | null;
  headcount: number | null;
  access_class: Generated<'open' | 'restricted'>;
  is_demo: Generated<boolean>;
  verified_on: string | null;
  verified_by: string | null;
  verified_how: string | null;
  closed_on: string | null;
  successor_id: string | null;
  merged_into: string | null;
  rev: Generated<number>;
}

export interface OrganisationNameTable {
  id: string;
  organisation_id: string;
  full_name: string;
  short_name: string;
  sort_key: string;
  valid: string;
  source: string | null;
}

export interface OrganisationNameView {
  organisation_id: string;
  full_name: string;
  short_name: string;
  valid: string;
}

export interface OrganisationView {
  id: string | null;
  kind: string | null;
  full_name: string | null;
  short_name: string | null;
  sort_key: string | null;
  inn: string | null;
  kpp: string | null;
  ogrn: string | null;
  okved: string | null;
  municipality_id: string | null;
  municipality_name: string | null;
  zone_id: string | null;
  address: string | null;
  lat: number | null;
  lon: number | null;
  size_class: string | null;
  headcount: number | null;
  access_class: string | null;
  is_demo: boolean | null;
  verified: boolean | null;
  closed_on: string | null;
  rev: number | null;
}

export interface PersonTable {
  id: string;
  surname: string;
  given_name: string;
  patronymic: string | null;
  sort_key: string;
  birth_date: string | null;
  sex: 'f' | 'm' | null;
  is_demo: Generated<boolean>;
  merged_into: string | null;
  rev: Generated<number>;
}

export interface PersonContactTable {
  id: string;
  person_id: string;
  kind: 'email' | 'phone';
  value: string;
  confirmed_by: string | null;
  confirmed_on: string | null;
  valid: string;
}

export interface PersonView {
  id: string;
  surname: string;
  given_name: string;
  patronymic: string | null;
  sort_key: string;
  full_name: string | null;
  short_name: string | null;
  birth_date: string | null;
  sex: 'f' | 'm' | null;
  is_demo: boolean;
}

export interface PurposeTable {
  code: string;
  version: number;
  basis: 'law' | 'contract' | 'consent';
  text: string;
  retention_months: number;
  source: string;
}

export interface PurposeView {
  code: string;
  version: number;
  basis: 'law' | 'contract' | 'consent';
  text: string;
  retention_months: number;
}

export interface RoadTable {
  from_id: string;
  to_id: string;
  km: number;
  source: string;
}

export interface SurvivorView {
  kind: string | null;
  id: string | null;
  survivor_id: string | null;
}

export interface TieTable {
  id: string;
  kind: 'works_for' | 'teaches' | 'mentors' | 'supervises' | 'coaches' | 'kin' | 'sponsors' | 'offered';
  person_id: string | null;
  organisation_id: string | null;
  to_person_id: string | null;
  to_organisation_id: string | null;
  to_cohort_id: string | null;
  valid: string;
  source_kind: string;
  source_id: string;
}

export interface TieView {
  id: string;
  kind: 'works_for' | 'teaches' | 'mentors' | 'supervises' | 'coaches' | 'kin' | 'sponsors' | 'offered';
  person_id: string | null;
  organisation_id: string | null;
  to_person_id: string | null;
  to_organisation_id: string | null;
  to_cohort_id: string | null;
  valid: string;
  source_kind: string;
  source_id: string;
}

export interface ZoneTable {
  id: string;
  code: string;
  name: string;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'registry.assignment': AssignmentTable;
    'registry.assignment_v': AssignmentView;
    'registry.cohort': CohortTable;
    'registry.cohort_member': CohortMemberTable;
    'registry.cohort_v': CohortView;
    'registry.consent': ConsentTable;
    'registry.consent_v': ConsentView;
    'registry.contact_v': ContactView;
    'registry.distance_v': DistanceView;
    'registry.merge': MergeTable;
    'registry.municipality': MunicipalityTable;
    'registry.municipality_v': MunicipalityView;
    'registry.organisation': OrganisationTable;
    'registry.organisation_name': OrganisationNameTable;
    'registry.organisation_name_v': OrganisationNameView;
    'registry.organisation_v': OrganisationView;
    'registry.person': PersonTable;
    'registry.person_contact': PersonContactTable;
    'registry.person_v': PersonView;
    'registry.purpose': PurposeTable;
    'registry.purpose_v': PurposeView;
    'registry.road': RoadTable;
    'registry.survivor_v': SurvivorView;
    'registry.tie': TieTable;
    'registry.tie_v': TieView;
    'registry.zone': ZoneTable;
  }
}
