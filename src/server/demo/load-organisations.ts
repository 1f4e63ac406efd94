import type { DemoRegion } from '../../../region/kirov/demo/types.ts';
import { isRole, ORGANISATION_KINDS } from '../../modules/registry/index.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { sortKey } from '../../platform/i18n/index.ts';
import { days } from './days.ts';
import type { PlaceIds } from './load-territory.ts';

const ON_STAFF = new Set(['college', 'enterprise', 'institute', 'university']);
const kinds: readonly string[] = ORGANISATION_KINDS;

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
      kind: kinds.includes(o.kind) ? o.kind : 'other',
      inn: o.inn || null,
      kpp: o.kpp || null,
      ogrn: o.ogrn || null,
      okved: o.okved || null,
      municipality_id: o.municipality ? (places.get(o.municipality) ?? null) : null,
      lat: o.lat,
      lon: o.lon,
      size_class: o.sizeClass,
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
      sex: p.sex,
      is_demo: true,
    })),
  );
  const kindOf = new Map(organisations.map((o) => [o.id, o.kind]));
  const held = region.roles.flatMap((role) =>
    isRole(role.role) ? [{ ...role, assignmentId: newId() }] : [],
  );
  await bulkInsert(
    tx,
    'registry.assignment',
    held.map((role) => ({
      id: role.assignmentId,
      person_id: role.personId,
      role: role.role,
      organisation_id: role.organisationId,
      valid: days(role.validFrom, role.validTo),
      ground: role.post,
    })),
  );
  await bulkInsert(
    tx,
    'registry.tie',
    held
      .filter((role) => ON_STAFF.has(kindOf.get(role.organisationId) ?? ''))
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
