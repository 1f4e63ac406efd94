import type { DemoRegion } from '../../../region/kirov/demo/types.ts';
import type { OrganisationKind, RoleName } from '../../modules/registry/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { sortKey } from '../../platform/i18n/index.ts';
import { bulkInsert, days } from './bulk-insert.ts';
import type { PlaceIds } from './load-territory.ts';

const KIND_BY_ACTOR: Record<string, OrganisationKind> = {
  REGION_GOV: 'region_gov',
  MIN_EDU: 'min_edu',
  MIN_ECON: 'min_econ',
  MIN_IND: 'min_ind',
  INSTITUTE: 'institute',
  PLACEMENT_CENTRE: 'placement_centre',
  EXAM_OPERATOR_REG: 'exam_operator',
  COLLEGE: 'college',
  UNIVERSITY: 'university',
  ENTERPRISE: 'enterprise',
  EMPLOYER_UNION: 'employer_union',
  MUNICIPALITY: 'municipality',
  EMPLOYMENT_CENTRE: 'employment_centre',
  EXAM_OPERATOR_FED: 'federal_operator',
};
export const SIZE_CLASS = { micro: '1-15', small: '16-100', medium: '101-250', large: '251+' } as const;

const ROLE_BY_FUNCTION: Record<string, RoleName> = {
  'MIN_EDU/head': 'min_edu_head',
  'MIN_EDU/order-approver': 'min_edu_head',
  'MIN_EDU/order-maker': 'min_edu_specialist',
  'MIN_EDU/auditor': 'auditor',
  'MIN_ECON/forecaster': 'min_econ_specialist',
  'MIN_ECON/approver': 'min_econ_specialist',
  'MIN_IND/official': 'min_ind_specialist',
  'REGION_GOV/deputy-governor': 'region_gov_official',
  'REGION_GOV/project-office': 'region_gov_official',
  'INSTITUTE/head': 'institute_head',
  'INSTITUTE/methodist': 'institute_methodist',
  'INSTITUTE/conference': 'institute_methodist',
  'PLACEMENT_CENTRE/coordinator': 'placement_centre_coordinator',
  'EXAM_OPERATOR_REG/exam-coordinator': 'exam_operator_coordinator',
  'EXAM_OPERATOR_REG/expert-register': 'exam_operator_coordinator',
  'EMPLOYMENT_CENTRE/official': 'employment_specialist',
  'EMPLOYER_UNION/official': 'union_representative',
  'UNIVERSITY/official': 'university_coordinator',
  'MUNICIPALITY/official': 'municipality_specialist',
  'ENTERPRISE/hr': 'enterprise_hr',
  'ENTERPRISE/mentor': 'mentor',
  'ENTERPRISE/expert': 'expert',
  'COLLEGE/director': 'college_head',
  'COLLEGE/deputy': 'college_deputy',
  'COLLEGE/practice-head': 'college_curator',
  'COLLEGE/teacher': 'college_teacher',
  'COLLEGE/master': 'college_teacher',
};
const ON_STAFF = new Set(['COLLEGE', 'ENTERPRISE', 'INSTITUTE', 'UNIVERSITY']);

/** Organisations with their names, persons, and their dated roles with the tie to the employer. */
export async function loadOrganisations(
  tx: Tx,
  region: DemoRegion,
  places: PlaceIds,
  newId: () => string,
): Promise<void> {
  const { organisations } = region;
  await bulkInsert(
    tx,
    'registry.organisation',
    organisations.map((o) => ({
      id: o.id,
      kind: KIND_BY_ACTOR[o.role] ?? 'other',
      inn: o.inn || null,
      kpp: o.kpp || null,
      ogrn: o.ogrn || null,
      okved: o.okved || null,
      municipality_id: o.municipality ? (places.get(o.municipality) ?? null) : null,
      lat: o.lat,
      lon: o.lon,
      size_class: SIZE_CLASS[o.sizeClass],
      headcount: o.headcount,
      access_class: o.access,
      is_demo: o.demo,
      verified_on: region.asOf,
      verified_how: 'демо',
    })),
  );
  await bulkInsert(
    tx,
    'registry.organisation_name',
    organisations.map((o) => ({
      id: newId(),
      organisation_id: o.id,
      full_name: o.name,
      short_name: o.shortName,
      sort_key: sortKey(o.shortName),
      valid: '(,)',
    })),
  );
  await bulkInsert(
    tx,
    'registry.person',
    region.persons.map((p) => ({
      id: p.id,
      surname: p.surname,
      given_name: p.givenName,
      patronymic: p.patronymic,
      sort_key: sortKey(`${p.surname} ${p.givenName} ${p.patronymic}`),
      birth_date: p.birthDate,
      sex: p.sex === 'male' ? 'm' : 'f',
      is_demo: true,
    })),
  );
  const actorOf = new Map(organisations.map((o) => [o.id, o.role]));
  const held = region.roles.flatMap((role) => {
    const name = ROLE_BY_FUNCTION[`${actorOf.get(role.organisationId)}/${role.function}`];
    return name ? [{ ...role, name, assignmentId: newId() }] : [];
  });
  await bulkInsert(
    tx,
    'registry.assignment',
    held.map((role) => ({
      id: role.assignmentId,
      person_id: role.personId,
      role: role.name,
      organisation_id: role.organisationId,
      valid: days(role.validFrom, role.validTo),
      ground: role.post,
    })),
  );
  await bulkInsert(
    tx,
    'registry.tie',
    held
      .filter((role) => ON_STAFF.has(actorOf.get(role.organisationId) ?? ''))
      .map((role) => ({
        id: newId(),
        kind: 'works_for',
        person_id: role.personId,
        to_organisation_id: role.organisationId,
        valid: days(role.validFrom, role.validTo),
        source_kind: 'registry.assignment',
        source_id: role.assignmentId,
      })),
  );
}
